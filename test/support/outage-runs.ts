/** Runs behind the fault-injecting proxy, drawn from a seed: who is judged, at which concurrency, and what happens to the traffic meanwhile. */
import type { Report } from '../../engine/report.ts';
import {
  alipayplusFaults,
  alipayplusVariants,
  type Fault,
  mayBreak,
  mppFaults,
  mppVariants,
} from '../../reference/index.ts';
import { judgeReference } from './judged.ts';
import { apisFor, judgeAlipayPlus } from './judged-fault.ts';
import { type OutageCounts, type OutageProxy, startOutageProxy } from './outage-proxy.ts';
import { drawOutages, type Outage, seededRandom } from './outages.ts';

/** A target with a server: the reference, or a variant of it. */
export interface OutageSubject {
  readonly role: 'mpp' | 'alipayplus';
  readonly variant?: string;
  readonly fault?: readonly string[];
  /** All of its role unless given. */
  readonly apis?: readonly string[];
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

/** Faults that are looked for together in one run: mostly one. */
export interface OutageFaultRun extends OutageRun {
  readonly faults: readonly Fault[];
}

/** Every so many runs look for two faults of different APIs at once. */
const pairOneIn = 8;
/** Rows whose faults end a run with its first request, before an outage could begin: a vouched call is refused. */
const endsAtOnce = new Set(['OTP-15', 'SAC-05', 'TAN-05', 'TDD-14', 'GPC-16']);
const shortOutageMs = [1000, 2000] as const;
/** Requests within which an outage begins: a run of one API lasts longer. */
const early = 150;

/** Faults of servers, drawn from the seed, of as many different requirements as there are, each behind one outage of a second or two. */
export function drawFaultRuns(count: number, seed = 1): readonly OutageFaultRun[] {
  const random = seededRandom(seed);
  const shuffled = [...mppFaults, ...alipayplusFaults]
    .filter((fault) => !endsAtOnce.has(rowKind(fault)))
    .map((fault) => ({ fault, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ fault }) => fault);
  const ofNewRow = distinctBy(shuffled, rowKind);
  const left = [...ofNewRow, ...shuffled.filter((fault) => !ofNewRow.includes(fault))];
  return Array.from({ length: count }, (_, index): OutageFaultRun => {
    const first = left.shift()!;
    const isPair = index % pairOneIn === pairOneIn - 1 && first.role === 'mpp';
    const second = isPair ? left.findIndex((fault) => fault.role === 'mpp' && areApart(fault, first)) : -1;
    const faults = second < 0 ? [first] : [first, ...left.splice(second, 1)];
    const apis = first.role === 'mpp' ? { apis: [...new Set(faults.flatMap(apisFor))] } : {};
    const own = seed * 1_000_000 + index;
    const [outage] = drawOutages({ seed: own, count: 1, within: { request: early }, lengthMs: shortOutageMs });
    return {
      role: first.role as OutageSubject['role'],
      fault: faults.map(({ name }) => name),
      faults,
      ...apis,
      seed: own,
      profile: 'gate',
      concurrency: [1, 8, 16][Math.floor(random() * 3)]!,
      outages: [outage!],
    };
  });
}

/** Catalogue id, or keyword of a constraint: what a fault is a fault of, whatever the API and the field. */
function rowKind({ breaks }: Fault): string {
  const id = breaks[0]!.split('/')[1]!;
  return id.includes('.') ? id.split('.').at(-1)! : id;
}

/** Whether two faults show at different APIs, so that neither hides the other. */
function areApart(one: Fault, other: Fault): boolean {
  return !one.apis.some((api) => other.apis.includes(api));
}

function distinctBy<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(list.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
}

/** What a run through outages came to. */
export interface OutageResult {
  readonly report: Report;
  readonly counts: OutageCounts;
}

/** Judges the subject through the outages of the run. */
export async function judgeThroughOutages(run: OutageRun): Promise<OutageResult> {
  const { role, variant, fault, apis, seed, profile, concurrency, outages } = run;
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

/** Whether an outage of the run happened at all. */
export function wasDisturbed({ counts }: OutageResult): boolean {
  return Object.values(counts.outages).some((times) => times > 0);
}

/** What an outage in front of a correct target must not cause: failed rows, a fault of the suite, an end that is neither 0 nor 4. */
export function outageAlarms({ requirements, run: { exitCode } }: Report): readonly string[] {
  const rows = requirements.flatMap(({ key, kind, outcome, reason }) =>
    kind !== 'group' && (outcome === 'failed' || outcome === 'harness-error') ? [`${key} ${outcome} ${reason}`] : [],
  );
  return exitCode === 0 || exitCode === 4 ? rows : [`exit code ${exitCode}`, ...rows];
}

/** What a run with faults shows: the outcome of the row of each, and rows that fail without belonging to one of them. */
export function faultsFound({ requirements }: Report, { faults }: OutageFaultRun) {
  return {
    rows: faults.map(({ breaks }) => `${breaks[0]} ${requirements.find(({ key }) => key === breaks[0])?.outcome}`),
    strangers: requirements
      .filter(({ kind, outcome }) => kind !== 'group' && (outcome === 'failed' || outcome === 'harness-error'))
      .filter(({ key }) => !faults.some((fault) => mayBreak(fault, key)))
      .map(({ key, outcome }) => `${key} ${outcome}`),
  };
}

/** What it must show. */
export function faultsExpected({ faults }: OutageFaultRun) {
  return { rows: faults.map(({ breaks, outcome }) => `${breaks[0]} ${outcome}`), strangers: [] };
}

/** A run in one line. */
export function inWords({ role, variant, fault, profile, seed, concurrency, outages }: OutageRun): string {
  const faults = fault ? [`fault ${fault.join(' + ')}`] : [];
  const what = [role, variant ?? 'reference', ...faults, profile, `seed ${seed}`, `concurrency ${concurrency}`];
  return `${what.join(' ')}: ${outages.map(outageInWords).join(', ')}`;
}

function outageInWords({ kind, start, lengthMs, latencyMs, status }: Outage): string {
  const how = kind === 'latency' ? ` of ${latencyMs} ms` : kind === 'bad-gateway' ? ` ${status}` : '';
  return `${kind}${how} for ${lengthMs} ms from ${'ms' in start ? `${start.ms} ms` : `request ${start.request}`}`;
}
