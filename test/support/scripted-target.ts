/** A target with scripted answers: one probe is put to it without a run, and it lists the requests that it got. */
import { expect } from 'vitest';
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import type { Finding, Settled } from '../../engine/check/finding.ts';
import { type Outcome, runSteps } from '../../engine/check/steps.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { type Came, resultOf, settledOf } from './exchanges.ts';

/** The answer of the target to a user whom it does not know. */
export const noSuchUser = resultOf('F', 'INVALID_TOKEN');

/** What a request gets: an answer, or a finding that says why there is none. */
export type Answer = Came | Finding;

/** What the target is like, and what it answers. */
export interface Target {
  readonly costs?: boolean;
  /** The control of a user unknown to the target. */
  readonly unknownUser?: Came | null;
  readonly minimal?: boolean;
  /** How many users the config names. */
  readonly users?: number;
  /** What each request gets, by who it is for, on which base, with which value. */
  readonly answers: Readonly<Record<string, Answer>>;
}

const settled = (came: Came, fixture: number | null = 0): Settled => ({
  ...settledOf(came, { body: { by: 'the suite' } }),
  fixture,
});

function nameOf(spec: RequestSpec): string {
  const edit = spec.edits?.[0];
  const value = edit && 'set' in edit ? String(edit.set) : edit ? 'nothing' : '';
  const user = spec.user ?? (spec.fixture === undefined ? 'fixture' : `fixture${spec.fixture}`);
  return [user, spec.base, value, ...(spec.mayReachPerson ? ['pays'] : [])].join(' ');
}

/** Puts a probe to a target in memory, and writes down what it sends. */
export function put(
  probe: Probe,
  { costs = true, unknownUser = noSuchUser, minimal = true, users = 1, answers }: Target,
) {
  const sent: string[] = [];
  const specs: RequestSpec[] = [];
  const titles: string[] = [];
  const context = {
    op: { id: 'sendOTP' },
    costs,
    fixtures: Array.from({ length: users }, () => ({ body: {}, fresh: false })),
    conditionalFields: ['id'],
    controls: {
      full: null,
      minimal: minimal ? settled(resultOf('S', 'SUCCESS')) : null,
      unknownUser: unknownUser && settled(unknownUser),
      rejectsRepeatedToken: false,
    },
  } as unknown as CheckContext;
  const outcomeOf = (spec: RequestSpec): Outcome => {
    const name = nameOf(spec);
    sent.push(name);
    specs.push(spec);
    const came = answers[name];
    if (!came) throw new Error(`No answer is foreseen to ${name}.`);
    return 'verdict' in came
      ? { unanswered: came }
      : settled(came, spec.user === 'unknown' ? null : (spec.fixture ?? 0));
  };
  const finding = runSteps(probe.steps(context), (call) => {
    if (call.do !== 'send') throw new Error(`Nobody foresaw ${call.do}.`);
    expect(call.send.operation).toBe('sendOTP');
    titles.push(call.send.title);
    return outcomeOf(call.send.spec);
  });
  return { finding, sent, specs, titles };
}
