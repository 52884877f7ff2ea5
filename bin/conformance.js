#!/usr/bin/env node
/** The command: answers --version by itself, and otherwise loads what was built. */
import { existsSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
const args = process.argv.slice(2);
const root = new URL('../', import.meta.url);

function refuse(sentence) {
  process.stderr.write(`conformance: ${sentence}\n`);
  process.exitCode = 2;
}

if (args.includes('--version') || args[0] === '-V') {
  process.stdout.write(`${JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version}\n`);
} else if (major < 20 || (major === 20 && minor < 19)) {
  refuse(`Node ${process.versions.node} is too old. Use Node 20.19 or later.`);
} else if (existsSync(new URL('dist/cli.js', root))) {
  // From Node 22 on compiled code is kept between starts, where a directory for it can be written.
  nodeModule.enableCompileCache?.();
  const { main } = await import('../dist/cli.js');
  await main(args);
} else {
  refuse('This checkout is not built. Run: npm run build');
}
