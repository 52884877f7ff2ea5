/** Runs behind the fault-injecting proxy, drawn from a seed: who is judged, at which concurrency, and what happens to the traffic meanwhile. */
import type { Report } from '../../engine/report.ts';
import { alipayplusVariants, mppVariants } from '../../reference/index.ts';
import { judgeReference } from './judged.ts';
import { judgeAlipayPlus } from './judged-fault.ts';
import { type OutageCounts, type OutageProxy, startOutageProxy } from './outage-proxy.ts';
import { drawOutages, type Outage, seededRandom } from './outages.ts';

/** A target with a server: the reference, or a variant of it. */
export interface OutageSubject {
  readonly role: 'mpp' | 'alipayplus';
  readonly variant?: string;
  readonly fault?: string | readonly string[];
}

/** One run through outages. */
export interface OutageRun extends OutageSubject {
  readonly seed: number;
  readonly profile: 'smoke' | 'gate';
  readonly concurrency: number;
  readonly outages: readonly Outage[];
}

/** Both references and every conforming variant of them. */
export const outageSubjects: readonly OutageSubject[] = [
  { role: 'mpp' },
  ...mppVariants.map(({ name }) => ({ role: 'mpp' as const, variant: name })),
  { role: 'alipayplus' },
  ...alipayplusVariants.map(({ name }) => ({ role: 'alipayplus' as const, variant: name })),
];

const concurrencies = [1, 2, 4, 8, 16, 32];
/** Requests of an undisturbed run, so that outages begin while it lasts. */
const sizes = { mpp: { smoke: 90, gate: 900 }, alipayplus: { smoke: 30, gate: 200 } } as const;
/** One run in so many is a short one. */
const smokeOneIn = 10;

/** The runs of a measurement: all subjects in turn, in an order drawn from the seed; a longer list begins with the shorter one. */
export function drawOutageRuns(count: number, seed = 1): readonly OutageRun[] {
  const random = seededRandom(seed);
  let left: OutageSubject[] = [];
  return Array.from({ length: count }, (_, index): OutageRun => {
    if (left.length === 0) left = [...outageSubjects];
    const [subject] = left.splice(Math.floor(random() * left.length), 1);
    const profile = random() < 1 / smokeOneIn ? 'smoke' : 'gate';
    const concurrency = concurrencies[Math.floor(random() * concurrencies.length)]!;
    const within = { request: sizes[subject!.role][profile] };
    const outages = drawOutages({ seed: seed * 1_000_000 + index, count: 1 + Math.floor(random() * 3), within });
    return { ...subject!, seed: seed * 1_000_000 + index, profile, concurrency, outages };
  });
}

/** What a run through outages came to. */
export interface OutageResult {
  readonly report: Report;
  readonly counts: OutageCounts;
}

/** Judges the subject through the outages of the run; `apis` are all of its role unless given. */
export async function judgeThroughOutages(run: OutageRun, apis?: readonly string[]): Promise<OutageResult> {
  const { role, variant, fault, seed, profile, concurrency, outages } = run;
  const judge = role === 'mpp' ? judgeReference : judgeAlipayPlus;
  let proxy: OutageProxy | null = null;
  const front = async (target: string) => {
    proxy = await startOutageProxy({ target, outages });
    return proxy;
  };
  const config = { run: { profile, concurrency }, ...(apis ? { apis } : {}) };
  const report = await judge({ variant, fault, seed, config, front });
  return { report, counts: proxy!.counts };
}

/** What an outage in front of a correct target must not cause: failed rows, a fault of the suite, an end that is neither 0 nor 4. */
export function outageAlarms({ requirements, run: { exitCode } }: Report): readonly string[] {
  const rows = requirements.flatMap(({ key, kind, outcome, reason }) =>
    kind !== 'group' && (outcome === 'failed' || outcome === 'harness-error') ? [`${key} ${outcome} ${reason}`] : [],
  );
  return exitCode === 0 || exitCode === 4 ? rows : [`exit code ${exitCode}`, ...rows];
}

/** A run in one line. */
export function inWords({ role, variant, fault, profile, seed, concurrency, outages }: OutageRun): string {
  const faults = fault ? [`fault ${[fault].flat().join('+')}`] : [];
  const what = [role, variant ?? 'reference', ...faults, profile, `seed ${seed}`, `concurrency ${concurrency}`];
  return `${what.join(' ')}: ${outages.map(outageInWords).join(', ')}`;
}

function outageInWords({ kind, start, lengthMs, latencyMs, status }: Outage): string {
  const how = kind === 'latency' ? ` of ${latencyMs} ms` : kind === 'bad-gateway' ? ` ${status}` : '';
  return `${kind}${how} for ${lengthMs} ms from ${'ms' in start ? `${start.ms} ms` : `request ${start.request}`}`;
}
