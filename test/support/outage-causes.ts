/** Correct targets at bad moments, and one that crashes: restarted, behind a failing gateway, gone for good, limited. Each with what a run may find. */
import type { Report } from '../../engine/report.ts';
import { type Crashing, type CrashingTarget, startCrashingTarget } from './crashing-target.ts';
import { type Front, judgeReference } from './judged.ts';
import { type OutageProxy, type OutageProxyOptions, startOutageProxy } from './outage-proxy.ts';
import { seededRandom } from './outages.ts';

/** One cause of trouble that is not the target's fault, or the fault of one field. */
export interface OutageCause {
  readonly name: string;
  /** Keys of the rows that fail and are not the consequence of another. */
  readonly roots: readonly string[];
  /** Exit codes that are right. */
  readonly exits: readonly number[];
  /** `moment` is a fraction of the run, drawn from the seed. */
  readonly front: (target: string, moment: number) => Promise<Front & Partial<Pick<OutageProxy, 'counts'>>>;
}

/** Requests of the undisturbed gate of the four APIs. */
const gateRequests = 900;
const lookEveryMs = 2;
const lateMs = 1500;
const hourMs = 3_600_000;

const behindProxy = (options: Omit<OutageProxyOptions, 'target'>) => (target: string) =>
  startOutageProxy({ target, ...options });

const crashing = (options: Omit<Crashing, 'target'>) => (target: string) => startCrashingTarget({ target, ...options });

/** Ended once by its supervisor, as by a file watcher, and back after a while. */
async function restarted(target: string, moment: number, restartMs: number): Promise<Front> {
  const started: CrashingTarget = await startCrashingTarget({ target, restartMs });
  const at = 1 + Math.floor(moment * gateRequests);
  const look = setInterval(() => {
    if (started.requests < at) return;
    clearInterval(look);
    void started.restart();
  }, lookEveryMs);
  return {
    url: started.url,
    close: () => {
      clearInterval(look);
      return started.close();
    },
  };
}

/** A server that is started together with the run, and listens a moment later. */
async function listeningLate(target: string): Promise<Front> {
  const proxy = await startOutageProxy({ target });
  await proxy.begin('refused');
  const timer = setTimeout(() => void proxy.end('refused'), lateMs);
  return {
    url: proxy.url,
    close: () => {
      clearTimeout(timer);
      return proxy.close();
    },
  };
}

const limited = { resultCode: 'REQUEST_TRAFFIC_EXCEED_LIMIT', resultStatus: 'U', resultMessage: 'Too many requests.' };

/** Every cause of the list of false alarms. */
export const outageCauses: readonly OutageCause[] = [
  ...[2, 4, 10].map(
    (seconds): OutageCause => ({
      name: `restarted once, ${seconds} s away`,
      roots: [],
      exits: [0, 4],
      front: (target, moment) => restarted(target, moment, seconds * 1000),
    }),
  ),
  {
    name: 'a gateway that answers 502 for 1.5 s',
    roots: [],
    exits: [0, 4],
    front: (target, moment) => {
      const start = { request: 1 + Math.floor(moment * gateRequests) };
      return behindProxy({ outages: [{ kind: 'bad-gateway', start, lengthMs: 1500 }] })(target);
    },
  },
  { name: 'not listening yet for 1.5 s', roots: [], exits: [0], front: listeningLate },
  { name: 'answering nothing but 429', roots: [], exits: [4], front: behindProxy({ limitPerSecond: 0 }) },
  {
    name: 'answering nothing but 429 after request 300',
    roots: [],
    exits: [4],
    front: behindProxy({ outages: [{ kind: 'too-many', start: { request: 300 }, lengthMs: hourMs }] }),
  },
  { name: 'ended for good at request 200', roots: [], exits: [4], front: crashing({ endsAt: 200 }) },
  {
    name: 'ends on a verifyType that is no string, back after 1 s',
    roots: ['sendOTP/sendOTP.verifyType.type'],
    exits: [1],
    front: crashing({
      restartMs: 1000,
      exitsOn: { path: '/sendOTP', when: [{ field: 'verifyType', is: 'non-string' }] },
    }),
  },
  {
    name: 'a gateway that answers 429 over 100 requests a second',
    roots: [],
    exits: [0, 4],
    front: behindProxy({ limitPerSecond: 100 }),
  },
  {
    name: 'an MPP that answers REQUEST_TRAFFIC_EXCEED_LIMIT over 50 requests a second',
    roots: [],
    exits: [0, 4],
    front: behindProxy({ limitPerSecond: 50, limitedAs: { result: limited } }),
  },
];

/** What a run under a cause came to. */
export interface CauseResult {
  readonly report: Report;
  /** Requests that were answered as too many. */
  readonly tooMany: number;
}

/** Judges the reference under one cause; the moment of trouble and the run are drawn from the seed. */
export async function judgeUnderCause(
  cause: OutageCause,
  seed: number,
  concurrency: number,
  run = {},
): Promise<CauseResult> {
  const moment = seededRandom(seed)();
  let tooMany = 0;
  const front = async (target: string) => {
    const started = await cause.front(target, moment);
    return {
      url: started.url,
      close: () => {
        tooMany = started.counts?.tooMany ?? 0;
        return started.close();
      },
    };
  };
  const report = await judgeReference({ seed, config: { run: { concurrency, ...run } }, front });
  return { report, tooMany };
}

/** What of a report tells whether the cause was understood. */
export function readUnder(cause: OutageCause, { run, requirements }: Report) {
  const failed = requirements.filter(
    ({ kind, outcome }) => kind !== 'group' && (outcome === 'failed' || outcome === 'harness-error'),
  );
  return {
    exit: cause.exits.includes(run.exitCode) ? 'right' : run.exitCode,
    roots: failed.filter(({ consequenceOf }) => consequenceOf === null).map(({ key }) => key),
    slowedDown: run.slowedTo !== undefined,
  };
}

/** What a report must tell: nothing failed but the culprit, and the rate where requests were too many. */
export function rightUnder(cause: OutageCause, tooMany: number) {
  return { exit: 'right', roots: cause.roots, slowedDown: tooMany > 0 };
}
