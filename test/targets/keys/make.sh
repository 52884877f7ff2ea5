#!/bin/sh
# Makes the keys of the test wallets in this directory: one pair for each side and a certificate for TLS on loopback.
set -e
cd "$(dirname "$0")"
for name in alipay wallet; do
  openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out $name.key.pem
  openssl pkey -in $name.key.pem -pubout -out $name.pub.pem
done
openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
  -keyout tls.key.pem -out tls.pem 2>/dev/null
