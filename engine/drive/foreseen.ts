/**
 * What a plan sends, worked out without sending anything: the checks are put to a target in memory that accepts what is right and refuses
 * what is not, with the code that the spec has for it. The dry run tells it; nothing is judged on it.
 */
import type { Operation } from '../../contract/types.ts';
import { type CheckContext, type Contexts, createContexts, introducedToken } from '../check/context.ts';
import { closingControl, openingControl, secondaryControls } from '../check/controls.ts';
import { note } from '../check/facts.ts';
import { notRun, type Settled } from '../check/finding.ts';
import { type Call, isUnanswered, type Outcome, runSteps, type Send } from '../check/steps.ts';
import { admission } from '../plan/admission.ts';
import { neededOperations, type Plan } from '../plan/plan.ts';
import { scheduleOf } from '../plan/schedule.ts';
import { personOf } from '../record/reach.ts';
import { attemptBody, ownMistake } from '../record/request-outcome.ts';
import { tokenNeed } from '../record/token-per-call.ts';
import { guiltyPart } from '../request/guilty-part.ts';
import { type RequestSpec, type RunIdentity, requestName } from '../request/request-spec.ts';
import type { JsonObject, RunSettings } from '../settings.ts';
import { answerOf } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import { type Budget, createBudget } from './budget.ts';
import { placeFor } from './place-wanted.ts';

/** What is sent to one operation. */
export interface ForeseenSends {
  readonly requests: number;
  /** Messages to people. */
  readonly messages: number;
}

/** The limits of a run: `mostMessages` and `perFixture` are the limits of an operation that reaches people. */
export interface ForeseenLimits {
  mostMessages(operation: string): number;
  perFixture(operation: string): number;
}

/** What a plan sends to a target that follows the spec, by operation. */
export function foreseen(plan: Plan, settings: RunSettings, limits: ForeseenLimits): Map<string, ForeseenSends> {
  const identity: RunIdentity = { id: 'foreseen', startedAt: 0 };
  const operations = neededOperations(plan, settings);
  const contexts = createContexts(operations, settings, identity);
  const target = new ForeseenTarget(contexts, identity, limits);
  for (const context of contexts.values()) runSteps(openingControl(context), target.perform);
  for (const context of contexts.values()) runSteps(secondaryControls(context), target.perform);
  for (const { row, probe } of [...scheduleOf(plan, settings).values()].flat()) {
    const context = contexts.get(row.op.id);
    if (context && admission(probe, context, null) === 'go') runSteps(probe.steps(context), target.perform);
  }
  for (const context of contexts.values()) runSteps(closingControl(context), target.perform);
  return new Map(operations.map(({ id }) => [id, target.sentTo(id)]));
}

/** A target that exists in memory alone, with the limits of a live run. */
class ForeseenTarget {
  private readonly outcomes = new Map<string, Outcome>();
  private readonly tokens = new Map<string, string>();
  private readonly budgets = new Map<string, Budget>();
  private readonly requests = new Map<string, number>();

  constructor(
    private readonly contexts: Contexts,
    private readonly identity: RunIdentity,
    limits: ForeseenLimits,
  ) {
    for (const { op, fixtures, costs } of contexts.values()) {
      const own = { perFixture: limits.perFixture(op.id), maxSends: limits.mostMessages(op.id) };
      this.budgets.set(op.id, createBudget(fixtures, costs ? own : null));
    }
  }

  readonly perform = (call: Call): unknown => {
    if (call.do === 'send') return this.outcomeOf(call.send);
    return call.do === 'together' ? call.sends.map((send) => this.outcomeOf(send)) : undefined;
  };

  sentTo(operation: string): ForeseenSends {
    return { requests: this.requests.get(operation) ?? 0, messages: this.budgets.get(operation)?.sent() ?? 0 };
  }

  private outcomeOf(send: Send): Outcome {
    const name = `${send.operation}/${requestName(send.operation, send.spec, this.identity)}`;
    const known = this.outcomes.get(name);
    if (known) return known;
    const context = this.contexts.get(send.operation);
    const outcome = context
      ? this.sent(context, send, name)
      : { unanswered: notRun('not-selected', note('no-control', send.operation)) };
    this.outcomes.set(name, outcome);
    return outcome;
  }

  private sent(context: CheckContext, { spec, title }: Send, name: string): Outcome {
    const { op } = context;
    const mistake = ownMistake(context, spec);
    if (mistake) return { unanswered: mistake };
    const people = (fixture: number) => [personOf(context, spec, fixture)];
    const place = this.budgets.get(op.id)!.takeNow({ ...placeFor(spec), except: [], people });
    if (!place) return { unanswered: notRun('budget', { is: 'budget' }) };
    this.requests.set(op.id, (this.requests.get(op.id) ?? 0) + 1);
    const token = this.tokenFor(context, spec, name, place.fixture);
    const sent = attemptBody(context, spec, { user: place.fixture, token });
    const answer = answerTo(context, spec, this.outcomes.size);
    const settled = settledWith(answer, { operation: op.id, title, sent, spec, fixture: place.fixture });
    place.done(settled.answer.kind === 'S');
    const introduced = settled.answer.kind === 'S' ? introducedToken(op, settled) : null;
    if (introduced && (spec.namesToken || spec.occurrence === 'opening'))
      this.tokens.set(spec.namesToken ?? op.id, introduced);
    return settled;
  }

  private tokenFor(context: CheckContext, spec: RequestSpec, name: string, fixture: number | null): string {
    const { introduces, refersTo } = context.op.probing;
    if (introduces) return `cf-${this.identity.id}-${this.outcomes.size}`;
    if (!refersTo) return '';
    const { introducedBy } = tokenNeed(context, spec, `${name}/0`, fixture);
    if (!introducedBy) return this.tokens.get(spec.tokenOf ?? refersTo.operation) ?? '';
    const operation = introducedBy.context.op.id;
    const outcome = this.outcomeOf({ operation, spec: introducedBy.spec, title: '' });
    return (isUnanswered(outcome) ? null : introducedToken(introducedBy.context.op, outcome)) ?? '';
  }
}

/** The answer of a target that follows the spec; `n` tells it from other answers. */
function answerTo({ op, settings }: CheckContext, spec: RequestSpec, n: number): JsonObject {
  const named = settings.scenarios[op.id]?.find(({ body }) => body === spec.overlay)?.code;
  const code = refusalCode(op, spec) ?? named ?? 'SUCCESS';
  const status = op.resultCodes[code] ?? settings.extraResultCodes[op.id]?.[code];
  const result = (resultCode: string, resultStatus: string) => ({ resultCode, resultStatus, resultMessage: '' });
  if (status !== undefined && status !== 'S') return { result: result(code, status) };
  const examples = Object.entries(op.responseExamples as Record<string, JsonObject>);
  const example = examples.find(([name]) => name === code) ?? examples[0];
  const members = Object.entries(example?.[1] ?? {}).map(([name, value]) => {
    const isOwn =
      typeof value === 'string' && !op.response.some(({ path, enum: listed }) => path[0] === name && listed);
    return [name, isOwn ? `${value.slice(0, 32)}${n}` : value];
  });
  return { ...Object.fromEntries(members), result: result('SUCCESS', 'S') };
}

/** The code that refuses a request; null where the spec has nothing against it. */
function refusalCode(
  op: Operation,
  { tamper, wire = {}, encoding, violates, user, edits = [] }: RequestSpec,
): string | null {
  if (wire.path ?? wire.pathSuffix) return 'NO_INTERFACE_DEF';
  if (wire.method) return 'METHOD_NOT_SUPPORTED';
  if (wire.contentType && !wire.contentType.startsWith('application/json')) return 'MEDIA_TYPE_NOT_ACCEPTABLE';
  if ((tamper && tamper !== 'reordered') || wire.omit || wire.clientId || wire.keyVersion) return 'INVALID_SIGNATURE';
  if (violates || (typeof encoding === 'object' && ('text' in encoding || 'base64' in encoding)))
    return 'PARAM_ILLEGAL';
  const strange = op.request.find(
    ({ path, identity }) =>
      identity && edits.some((edit) => 'set' in edit && typeof edit.set === 'string' && edit.path[0] === path[0]),
  );
  const nobody = op.request.find(({ path }) => path[0] === op.probing.nobody);
  const unknown = strange ?? (user === 'unknown' ? nobody : undefined);
  return unknown?.identity?.unknown.find((code) => op.resultCodes[code] === 'F') ?? null;
}

interface Sent {
  readonly operation: string;
  readonly title: string;
  readonly sent: JsonObject;
  readonly spec: RequestSpec;
  readonly fixture: number | null;
}

function settledWith(answer: JsonObject, { operation, title, sent, spec, fixture }: Sent): Settled {
  const headers = [['Content-Type', 'application/json; charset=UTF-8']] as const;
  const exchange: Exchange = {
    id: '',
    operation,
    probe: '',
    title,
    marker: '',
    startedAt: 0,
    durationMs: 0,
    request: { method: 'POST', path: '', headers: [], body: Buffer.from(JSON.stringify(sent)) },
    response: { status: 200, headers, body: Buffer.from(JSON.stringify(answer)), truncated: false },
    noAnswer: null,
  };
  const meant = spec.encoding === undefined ? null : sent;
  return { answer: answerOf(exchange), exchanges: [exchange], meant, fixture, place: guiltyPart(spec) };
}
