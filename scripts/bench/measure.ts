/** Measures of processes and of figures. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../engine/report.ts';

const root = join(import.meta.dirname, '../..');

/** The built command. */
export const bin = join(root, 'bin/conformance.js');

/** What a process cost. */
export interface Cost {
  readonly wallMs: number;
  /** User and system time; null where it cannot be measured. */
  readonly cpuMs: number | null;
  readonly peakMb: number | null;
  readonly stdout: string;
}

/** Tells at its end what the process used, on a pipe of its own. */
const confession = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));",
)}`;

/** Runs node once. Measured costs include a little more than bare ones: compare wall times of `measured: false` only. */
export async function nodeRun(args: readonly string[], { measured = false, cwd = root } = {}): Promise<Cost> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...(measured ? ['--import', confession] : []), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  let stdout = '';
  let used = '';
  child.stdout!.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stdio[3]!.on('data', (chunk) => {
    used += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve));
  const wallMs = performance.now() - begun;
  const usage = used === '' ? null : (JSON.parse(used) as NodeJS.ResourceUsage);
  return {
    wallMs,
    cpuMs: usage && (usage.userCPUTime + usage.systemCPUTime) / 1000,
    peakMb: usage && usage.maxRSS / 1024,
    stdout,
  };
}

/** The middle value: a median of few runs stands a disturbance. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** `1.3×, 71 ms`: a ratio first, since only that holds on another machine. */
export function ratio(value: number, base: number): string {
  return `${(value / base).toFixed(2)}×`;
}

/** Whole numbers, or one decimal below ten. */
export function figure(value: number | null): string {
  if (value === null) return '–';
  return value < 10 ? value.toFixed(1) : `${Math.round(value)}`;
}

/** Whether a goal is met, in a word. */
export function against(reached: boolean, goal: string): string {
  return `(goal ${goal}: ${reached ? 'reached' : 'NOT reached'})`;
}

/** A gate run of the built command with a config. */
export async function runAgainst(
  config: object,
  options: readonly string[] = [],
): Promise<{ report: Report; cpuMs: number; peakMb: number }> {
  const place = await mkdtemp(join(tmpdir(), 'conformance-bench-'));
  try {
    await writeFile(join(place, 'conformance.config.json'), JSON.stringify(config));
    const args = [bin, '--seed', '1', '--reporter', 'json', ...options];
    const { stdout, cpuMs, peakMb } = await nodeRun(args, { measured: true, cwd: place });
    return { report: JSON.parse(stdout) as Report, cpuMs: cpuMs ?? Number.NaN, peakMb: peakMb ?? Number.NaN };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
