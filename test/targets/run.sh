#!/bin/sh
# Starts one of the target wallets in the foreground: run.sh STACK; PORT, SLIP and TARGETS_DEPS may be set.
set -e
here="$(cd "$(dirname "$0")" && pwd)"
export ALIPAY_KEY="${ALIPAY_KEY:-$here/keys/alipay.pub.pem}" WALLET_KEY="${WALLET_KEY:-$here/keys/wallet.key.pem}"
export PORT="${PORT:-$(sed -n 's/^target: .*:\([0-9]*\)$/\1/p' "$here/$1/conformance.config.yaml")}"
export TARGETS_DEPS="${TARGETS_DEPS:-$here/deps}" USERS="$here/users.json"
cd "$here/$1"
exec ./start.sh
