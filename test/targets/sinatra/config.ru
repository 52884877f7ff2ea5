# Starts the wallet under a Rack server.
require_relative 'server'
run Wallet
