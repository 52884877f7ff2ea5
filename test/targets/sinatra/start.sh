#!/bin/sh
# Starts puma with its default pool of threads.
exec puma --quiet --bind "tcp://127.0.0.1:$PORT" --environment production config.ru
