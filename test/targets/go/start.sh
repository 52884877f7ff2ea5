#!/bin/sh
# Builds the server into a temporary directory and starts it.
set -e
work="$(mktemp -d)"
GO111MODULE=off GOFLAGS= GOCACHE="${GOCACHE:-/tmp/go-build-cache}" go build -o "$work/wallet" server.go wallet.go
exec "$work/wallet"
