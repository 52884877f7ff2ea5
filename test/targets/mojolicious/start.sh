#!/bin/sh
# Starts the daemon of Mojolicious.
exec perl server.pl
