#!/bin/sh
# Starts the server; its packages are in the directory that TARGETS_DEPS names.
exec node server.mjs
