/** A run of few requests to sendOTP, written down by hand: what was asked and answered, the plan that asks, and the judgement. */
import type { Probe } from '../../engine/check/check.ts';
import { note } from '../../engine/check/facts.ts';
import { type Finding, type Reason, satisfied, violated } from '../../engine/check/finding.ts';
import { send } from '../../engine/check/steps.ts';
import { sequence } from '../../engine/check/verbs/index.ts';
import { judge, type ServerJudgement } from '../../engine/judge/judge.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import type { Ending, RunRecord } from '../../engine/record/record.ts';
import { type RequestSpec, requestName } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { operations } from '../../generated/operations.ts';
import { type Came, exchangeOf, resultOf, settingsWith } from './exchanges.ts';
import { plannedRow } from './rows.ts';

const op = operations.sendOTP;
const identity = { id: 'cafe0001', startedAt: 1_800_000_000_000 };

/** One request with what each attempt of it got. */
export interface Asked {
  readonly spec: RequestSpec;
  readonly came: readonly Came[];
  readonly ended?: Ending;
  readonly title?: string;
}

export const accepted = resultOf('S', 'SUCCESS');
export const refused = resultOf('F', 'PROCESS_FAIL');

const control = (occurrence: string, base: RequestSpec['base'], came: Came): Asked => ({
  spec: { base, mayReachPerson: true, occurrence },
  came: [came],
});

/** The good request that opens a run, the one with the required fields only, and the one at the end. */
export const opening = (came: Came = accepted) => control('opening', 'full', came);
export const minimal = (came: Came = accepted) => control('opening', 'minimal', came);
export const closing = (came: Came = accepted) => control('closing', 'full', came);

/** A request of a check of its own, told apart by a word. */
export const specOf = (word: string): RequestSpec => ({ base: 'full', occurrence: word });
export const asked = (word: string, ...came: Came[]): Asked => ({ spec: specOf(word), came });

/** A check that sends one request, and is satisfied with S alone. */
export function asks(word: string, options: Partial<Probe> = {}): Probe {
  const probe = sequence(`asks ${word}`, function* () {
    const settled = yield* send('sendOTP', specOf(word), `asking ${word}`);
    return (settled.answer.kind === 'S' ? satisfied : violated)(settled, { is: 'accepted' });
  });
  return { ...probe, ...options };
}

/** The record of these requests; the exchanges are named x1, x2, … in their order. */
export function smallRecord(requests: readonly Asked[], stopped: Reason | null = null): RunRecord {
  const names = requests.map(({ spec }) => requestName(op.id, spec, identity));
  const sent = requests.map(({ came, title }, at) =>
    came.map((one, nth) => ({
      ...exchangeOf(one, { probe: `${names[at]}/${nth}`, body: { nth } }),
      ...(title && { title }),
    })),
  );
  let number = 0;
  const numbered = sent.map((attempts) => attempts.map((exchange) => ({ ...exchange, id: `x${++number}` })));
  return {
    identity,
    stopped,
    slowedTo: null,
    requests: requests.map(({ spec, ended = 'settled' }, at) => ({
      operation: op.id,
      name: names[at]!,
      spec,
      attempts: numbered[at]!.map(({ id }) => ({ exchange: id, user: 0, token: '' })),
      ended,
    })),
    exchanges: numbered.flat(),
  };
}

/** Settings of a run against sendOTP alone, with signing off. */
export function smallSettings(change: object = {}): RunSettings {
  return settingsWith({
    role: 'mpp',
    target: 'http://127.0.0.1:9',
    embedded: false,
    apis: ['sendOTP'],
    selected: ['sendOTP'],
    profile: 'gate',
    seed: 1,
    nonce: null,
    signing: { mode: 'off', publicKey: null },
    paths: {},
    requests: {},
    scenarios: {},
    limits: {},
    extraResultCodes: {},
    ...change,
  });
}

/** A finding that holds whatever was sent. */
export const always = (verdict: Finding['verdict']): Finding => ({
  verdict,
  reason: verdict === 'satisfied' ? '' : 'broken',
  expected: null,
  received: note('no-evidence'),
  exchanges: [],
});

/** The judgement of a record with these rows. */
export function judged(plan: readonly PlannedRow[], record: RunRecord, change: object = {}): ServerJudgement {
  return judge(plan, record, smallSettings(change));
}

/** A planned row with some of its checks. */
export function row(change: Partial<PlannedRow>, id = 'OTP-09'): PlannedRow {
  return plannedRow(id, change);
}

/** What each check came to, in the order of the judgement. */
export function told({ checks }: ServerJudgement): string[] {
  return checks.map(({ row: { id }, title, ordinal, finding: { verdict, reason } }) =>
    [id, ordinal, title, verdict, reason].join(' ').trim(),
  );
}
