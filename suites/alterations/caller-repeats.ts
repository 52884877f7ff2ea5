/** Alterations of a caller that repeats wrongly, waits wrongly, or reports another outcome than it was given. */
import type { Operation } from '../../contract/types.ts';
import type { CallerActionExchanges, CallerAlteration } from '../../engine/prove/alteration.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { isObject, type JsonObject } from '../../engine/wire/json.ts';
import { untrustedKinds } from '../caller/actions.ts';
import { type Action, type Request, repeating, row } from './caller-row.ts';

const isUnanswered = ({ noAnswer, response }: Exchange) => noAnswer !== null || (response?.status ?? 0) >= 500;

const kindOf = (exchange: Exchange) => (isUnanswered(exchange) ? '' : answerOf(exchange).kind);

/** The repeats left out, after answers that a rule picks out. */
function onlyFirst(picks: (first: Exchange) => boolean): Action {
  return ({ calls, ...rest }) => {
    const [first, second] = calls;
    return first && second && picks(first) ? { ...rest, calls: [first] } : null;
  };
}

/** The last call once more, or more often. */
function again(picks: (run: CallerActionExchanges) => boolean, times = 1): Action {
  return (run) => {
    const last = run.calls.at(-1);
    if (!last || !picks(run)) return null;
    const more = Array.from({ length: times }, (_, at) => ({
      ...last,
      id: `${last.id}-${at + 1}`,
      startedAt: last.startedAt + last.durationMs + 100 * (at + 1),
    }));
    return { ...run, calls: [...run.calls, ...more] };
  };
}

const changedRepeat: Request = (body, _, { nth }) =>
  nth > 0 ? { json: { ...body, customerId: `other${nth}` } } : null;

/** The alterations of what a caller does after each answer. */
export function repeatAlterations(op: Operation): CallerAlteration[] {
  const write = (name: string, says: string, action: Action, rows: readonly string[] = repeating, more = {}) =>
    row(op, 'repeat', [name, `the caller ${says}`], rows, { action, ...more });
  return [
    write(
      'after-u',
      'does not repeat after U',
      onlyFirst((first) => kindOf(first) === 'U'),
    ),
    write(
      'after-silence',
      'does not repeat after no answer',
      onlyFirst(({ noAnswer }) => noAnswer?.kind === 'timeout'),
    ),
    write(
      'after-reset',
      'does not repeat after a broken connection',
      onlyFirst(({ noAnswer }) => noAnswer?.kind === 'reset'),
    ),
    write(
      'after-500',
      'does not repeat after HTTP 500',
      onlyFirst(({ response }) => response?.status === 500),
    ),
    write(
      'after-page',
      'does not repeat after an answer that is not JSON',
      onlyFirst((first) => kindOf(first) === 'bare'),
      repeating,
      { advice: true },
    ),
    write(
      'never',
      'never repeats',
      onlyFirst(() => true),
    ),
    write(
      'after-failure',
      'repeats after PROCESS_FAIL',
      again(({ action }) => action === 'F-PROCESS_FAIL'),
    ),
    write(
      'after-success',
      'calls again after S',
      again(({ action }) => action.startsWith('valid-')),
      repeating,
      { advice: true },
    ),
    write(
      'for-ever',
      'repeats for ever',
      again(({ action }) => action === 'unknown-for-long', 12),
      repeating,
      { advice: true },
    ),
    row(op, 'repeat', ['changed', 'the caller repeats with another customer'], repeating, { request: changedRepeat }),
    ...waitAlterations(op),
  ];
}

/** How long the caller waits before it calls again, and for an answer. */
function waitAlterations(op: Operation): CallerAlteration[] {
  const wait = (name: string, says: string, action: Action, rows: readonly string[]) =>
    row(op, 'repeat', [name, `the caller ${says}`], rows, { action });
  return [
    wait(
      'at-once',
      'repeats at once after REQUEST_TRAFFIC_EXCEED_LIMIT',
      ({ calls, ...rest }) => {
        const [first, second, ...more] = calls;
        if (!first || !second || !rest.action.startsWith('U-REQUEST_TRAFFIC')) return null;
        return { ...rest, calls: [first, { ...second, startedAt: first.startedAt + first.durationMs + 1 }, ...more] };
      },
      ['GPC-14'],
    ),
    wait(
      'patient',
      'waits a minute for each answer',
      ({ calls, ...rest }) => {
        const [first, ...more] = calls;
        if (first?.noAnswer?.kind !== 'timeout') return null;
        const late = more.map((one) => ({ ...one, startedAt: one.startedAt + 60_000 }));
        return { ...rest, calls: [{ ...first, durationMs: 60_000 }, ...late] };
      },
      ['GPC-13'],
    ),
  ];
}

/** The exchange with the trigger, with another outcome in its answer. */
function reporting(outcome: string, trigger: Exchange): Exchange | null {
  const { json } = answerOf(trigger);
  if (!isObject(json) || !trigger.response) return null;
  const said: JsonObject = { ...json, outcome };
  return { ...trigger, response: { ...trigger.response, body: Buffer.from(JSON.stringify(said)) } };
}

/** The alterations of what a caller takes for success. */
export function trustAlterations(op: Operation): CallerAlteration[] {
  const write = (
    name: string,
    says: string,
    rows: string | readonly string[],
    outcome: string,
    picks: (run: CallerActionExchanges) => boolean,
    more = {},
  ) =>
    row(op, 'trust', [name, `the caller ${says}`], rows, {
      ...more,
      action: (run) => {
        const trigger = picks(run) ? reporting(outcome, run.trigger) : null;
        const [first] = run.calls;
        // What it takes for success it does not ask for again.
        return trigger && { ...run, trigger, calls: outcome === 'success' && first ? [first] : run.calls };
      },
    });
  const endsIn =
    (kind: string) =>
    ({ calls }: CallerActionExchanges) => {
      const last = calls.at(-1);
      return last !== undefined && !isUnanswered(last) && answerOf(last).kind === kind;
    };
  const right = ['indented', 'commaSpaced', 'extraFields'];
  return [
    ...untrustedKinds.map((kind) =>
      write(
        `untrusted-${kind}`,
        `takes an S for success that is ${kind}`,
        'G-26',
        'success',
        ({ action }) => action === kind,
        kind === 'whollyOtherClient' ? { advice: true } : {},
      ),
    ),
    ...right.map((kind) =>
      write(
        `distrusts-${kind}`,
        `takes a right S for none that is ${kind}`,
        'G-26',
        'failed',
        ({ action }) => action === kind,
      ),
    ),
    write('failure', 'takes F for success', 'GPC-12', 'success', endsIn('F')),
    write(
      'unknown',
      'takes an unknown failure for success',
      'GPC-12',
      'success',
      ({ action }) => action === 'unknownF',
    ),
  ];
}
