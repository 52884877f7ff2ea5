/** Loaded before the command: writes at its end how much memory it took and how long it could not listen to a signal. */
import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 20 });
delay.enable();

process.on('exit', () => {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const peak = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  const measured = { peakMb: Math.round(peak / 1024), longestBlockMs: Math.round(delay.max / 1e6) };
  writeFileSync(process.env.MEASURED_FILE, JSON.stringify(measured));
});
