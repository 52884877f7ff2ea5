/** Counts at a reference MPP, from inside, what reaches people: each message with everybody who may be behind it. */
import { messageRange } from '../../cli/run/dry-run.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import { type Behaviour, startReferenceMpp } from '../../reference/index.ts';
import { sharedKeys } from './judged.ts';

type Body = Readonly<Record<string, unknown>>;

/** APIs whose accepted calls reach a person. */
const costly = ['sendOTP', 'sendActivationCode'] as const;
type CostlyApi = (typeof costly)[number];

/** What the limits are and how many users the config names. */
export interface MessageBudget {
  readonly name: string;
  readonly perFixture: number;
  readonly restMs: number;
  readonly maxSends: number | null;
  /** Users of each API; all of the reference where left out. */
  readonly users?: number;
}

/** Four budgets: tight for each user, one user, tight for the run, two users as against a server of somebody else. */
export const messageBudgets: readonly MessageBudget[] = [
  { name: 'one message to each user', perFixture: 1, restMs: 0, maxSends: null },
  { name: 'one user, no exception for loopback', perFixture: 3, restMs: 60_000, maxSends: 12, users: 1 },
  { name: 'two messages in all', perFixture: 3, restMs: 0, maxSends: 2 },
  { name: 'two users, twelve messages', perFixture: 3, restMs: 60_000, maxSends: 12, users: 2 },
];

/** What one run sent, as the server counted it. */
export interface CountedRun {
  /** By API: messages that went out. */
  readonly sent: Readonly<Record<CostlyApi, number>>;
  /** What the report says was sent. */
  readonly reported: Readonly<Record<string, number>>;
  /** People of the config who got more than their limit, with their number. */
  readonly over: readonly string[];
  /** What the dry run had said. */
  readonly foreseen: { readonly least: number; readonly most: number };
  readonly exitCode: number;
  /** Rows that were not run for want of budget. */
  readonly withoutBudget: number;
}

/** Everything that a server sent. */
class Counter {
  private readonly messages = new Map<string, { readonly api: CostlyApi; readonly to: ReadonlySet<string> }>();
  private readonly owners = new Map<unknown, string>();

  /** The same server, watched. */
  readonly watch = (b: Behaviour): Behaviour => ({
    ...b,
    decide: {
      ...b.decide,
      ...Object.fromEntries(
        b.apis.map((api) => [
          api,
          async (...[own, request, call]: Parameters<Behaviour['decide']['sendOTP']>) => {
            const answer = await b.decide[api](own, request, call);
            const { resultStatus, resultCode } = answer.result;
            if (resultStatus === 'S' || resultCode === 'SUCCESS') this.accepted(api, request, call.n);
            return answer;
          },
        ]),
      ),
    } as Behaviour['decide'],
    // Some faults turn a refusal into an acceptance after it was decided.
    deliver: (response, reply, call) => {
      if (/"resultStatus":\s*"S"/.test(reply.body) && call.api) this.accepted(call.api, requestIn(call.body), call.n);
      return b.deliver(response, reply, call);
    },
  });

  private accepted(api: string, request: Body, n: number): void {
    const customer = typeof request.customerId === 'string' ? [request.customerId] : [];
    if (api === 'tokenDigitizeDecision' && customer[0]) this.owners.set(request.tokenReferenceId, customer[0]);
    if (!isCostly(api)) return;
    const owner = this.owners.get(request.tokenReferenceId);
    const to = api === 'sendOTP' ? [String(request.accessToken)] : [...customer, ...(owner ? [owner] : [])];
    this.messages.set(`${api} ${n}`, { api, to: new Set(to) });
  }

  sent(api: CostlyApi): number {
    return [...this.messages.values()].filter((one) => one.api === api).length;
  }

  sentTo(api: CostlyApi, person: string): number {
    return [...this.messages.values()].filter((one) => one.api === api && one.to.has(person)).length;
  }
}

function isCostly(api: string): api is CostlyApi {
  return (costly as readonly string[]).includes(api);
}

function requestIn(body: Uint8Array): Body {
  try {
    const json: unknown = JSON.parse(Buffer.from(body).toString());
    return typeof json === 'object' && json !== null ? (json as Body) : {};
  } catch {
    return {};
  }
}

interface TargetConfig {
  readonly requests: Readonly<Record<string, readonly Body[]>>;
  readonly scenarios: Readonly<Record<string, Readonly<Record<string, Body>>>>;
}

/** The people whom a config names. */
function peopleIn({ requests, scenarios }: TargetConfig): Set<string> {
  const bodies = [...Object.values(requests), ...Object.values(scenarios).map((named) => Object.values(named))].flat();
  const names = bodies.flatMap(({ accessToken, customerId }) => [accessToken, customerId]);
  return new Set(names.filter((name) => typeof name === 'string'));
}

/** Runs the suite against a reference under a budget, and counts at the server. */
export async function countedRun(
  about: { readonly fault?: string; readonly variant?: string; readonly profile?: string },
  { perFixture, restMs, maxSends, users }: MessageBudget,
): Promise<CountedRun> {
  const counter = new Counter();
  const { fault, variant, profile = 'gate' } = about;
  const apis = [...costly, 'tokenDigitizeDecision'];
  const started = { fault, variant, apis, keys: await sharedKeys(), alter: counter.watch };
  const reference = await startReferenceMpp(started);
  const own = reference.config as TargetConfig;
  const requests = Object.fromEntries(Object.entries(own.requests).map(([api, pool]) => [api, pool.slice(0, users)]));
  const limits = Object.fromEntries(costly.map((api) => [api, { perFixture, restMs, maxSends }]));
  const config = { ...own, requests, limits, run: { seed: 1, profile, absenceMs: 3000 } };
  const prepared = await prepareRun({ config: config as never });
  try {
    const report = await runConformance(prepared.settings, {});
    const over = costly.flatMap((api) =>
      [...peopleIn(config)]
        .map((person) => ({ person, n: counter.sentTo(api, person) }))
        .filter(({ n }) => n > perFixture)
        .map(({ person, n }) => `${api} ${person} ${n}`),
    );
    return {
      sent: { sendOTP: counter.sent('sendOTP'), sendActivationCode: counter.sent('sendActivationCode') },
      reported: report.run.sent,
      over,
      foreseen: await messageRange(prepared.settings),
      exitCode: report.run.exitCode,
      withoutBudget: report.requirements.filter(({ reason }) => reason === 'budget').length,
    };
  } finally {
    await prepared.close();
    await reference.close();
  }
}
