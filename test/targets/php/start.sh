#!/bin/sh
# Starts MariaDB with empty tables on a socket of its own, php-fpm, and nginx with TLS in front.
set -e
here="$(pwd)"
work="$(mktemp -d)"
chmod 755 "$work"
mkdir "$work/db"
export DB_SOCKET="$work/db.sock"
if [ "$(id -u)" = 0 ]; then chown mysql "$work/db" "$work"; as="--user=mysql"; fi
mariadb-install-db --no-defaults $as --datadir="$work/db" --auth-root-authentication-method=normal --skip-test-db >/dev/null 2>&1
mode=STRICT_TRANS_TABLES
if [ "$SLIP" = column-32-cut ]; then mode=; fi
mariadbd --no-defaults $as --datadir="$work/db" --socket="$DB_SOCKET" --skip-networking --sql-mode="$mode" \
  --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=64M 2>"$work/db.log" &
db=$!
trap 'kill $db $fpm $web 2>/dev/null; wait; rm -rf "$work"' EXIT
trap 'exit 0' INT TERM
until mariadb-admin --no-defaults -u root -S "$DB_SOCKET" ping >/dev/null 2>&1; do sleep 0.2; done
mariadb --no-defaults -u root -S "$DB_SOCKET" -e 'CREATE DATABASE wallet CHARACTER SET utf8mb4'
php index.php
cat >"$work/fpm.conf" <<CONF
[global]
error_log = $work/fpm.log
[www]
listen = $work/fpm.sock
pm = dynamic
pm.max_children = 5
pm.start_servers = 2
pm.min_spare_servers = 1
pm.max_spare_servers = 3
clear_env = no
CONF
cat >"$work/nginx.conf" <<CONF
daemon off;
pid $work/nginx.pid;
error_log $work/nginx.log;
events {}
http {
  access_log off;
  client_body_temp_path $work/body;
  fastcgi_temp_path $work/fastcgi;
  proxy_temp_path $work/proxy;
  uwsgi_temp_path $work/uwsgi;
  scgi_temp_path $work/scgi;
  server {
    listen 127.0.0.1:$PORT ssl;
    ssl_certificate $here/../keys/tls.pem;
    ssl_certificate_key $here/../keys/tls.key.pem;
    location / {
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME $here/index.php;
      fastcgi_param SCRIPT_NAME /index.php;
      fastcgi_pass unix:$work/fpm.sock;
    }
  }
}
CONF
sed -i 's/^events {}/events {}\nuser root;/' "$work/nginx.conf"
if [ "$(id -u)" = 0 ]; then printf 'user = root\ngroup = root\n' >>"$work/fpm.conf"; root=-R; else sed -i '/^user root/d' "$work/nginx.conf"; fi
php-fpm8.2 -F $root -y "$work/fpm.conf" 2>/dev/null &
fpm=$!
until [ -S "$work/fpm.sock" ]; do sleep 0.1; done
nginx -c "$work/nginx.conf" -e "$work/nginx.log" &
web=$!
wait $web
