#!/bin/sh
# Starts PostgreSQL with an empty cluster on a socket of its own, then gunicorn with three worker processes.
set -e
data="$(mktemp -d)"
export PGHOST="$data" PYTHONDONTWRITEBYTECODE=1
bin="${PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin | tail -1)}"
as=""
if [ "$(id -u)" = 0 ]; then chown postgres "$data"; as="runuser -u postgres -- env -C $data"; fi
$as "$bin/initdb" -D "$data/db" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
$as "$bin/postgres" -D "$data/db" -k "$data" -c listen_addresses= -c fsync=off &
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$data"' EXIT
trap 'exit 0' INT TERM
until $as "$bin/pg_isready" -q -h "$data"; do sleep 0.1; done
/usr/bin/python3 server.py setup
gunicorn --workers 3 --bind "127.0.0.1:$PORT" --log-level warning server:application &
wait $!
