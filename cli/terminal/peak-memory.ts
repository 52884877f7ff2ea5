/** The most memory that this process has used; Linux gives a process that was started by a larger one the peak of that one. */
import { readFileSync } from 'node:fs';

/** In kilobytes. */
export function peakMemoryKb(): number {
  return ownPeak() ?? process.resourceUsage().maxRSS;
}

/** What Linux counts from the start of the program on; null elsewhere. */
function ownPeak(): number | null {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return peak === undefined ? null : Number(peak);
  } catch {
    return null;
  }
}
