/** `npm run bench [part…]`: what the suite costs, as ratios measured in one run. Parts: start gate throughput signing latency growth proxy. */
import { loadavg } from 'node:os';
import { benchGate } from './bench/gate.ts';
import { benchGrowth } from './bench/growth.ts';
import { benchLatency } from './bench/latency.ts';
import { benchProxy } from './bench/proxy.ts';
import { benchSigning } from './bench/signing.ts';
import { benchStart } from './bench/start.ts';
import { benchThroughput } from './bench/throughput.ts';

const parts = {
  start: benchStart,
  gate: benchGate,
  throughput: benchThroughput,
  signing: benchSigning,
  latency: benchLatency,
  growth: benchGrowth,
  proxy: benchProxy,
} as const;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`);
  process.exitCode = 2;
} else {
  const load = () =>
    loadavg()
      .map((value) => value.toFixed(1))
      .join(' ');
  console.log(`Node ${process.versions.node}, load average ${load()} (ratios hold on a busy machine, times do not)`);
  for (const [name, bench] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n${name}`);
    for (const line of await bench()) console.log(`  ${line}`);
  }
  console.log(`\nload average ${load()}`);
}
