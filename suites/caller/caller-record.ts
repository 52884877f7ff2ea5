/** Reads the exchanges of a run against a caller: what each action asked, what was sent and answered, and how it ended. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import type {
  ActionRun,
  CallerRecord,
  CallerTask,
  CallerTurn,
  Received,
  ReportedOutcome,
} from '../../engine/check/caller-check.ts';
import type { TriggerFault } from '../../engine/check/caller-facts.ts';
import { readAnswerSignature } from '../../engine/diagnosis/answer-signature.ts';
import type { JsonObject, RunSettings } from '../../engine/settings.ts';
import { type Answer, answerOf, header } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { isObject, jsonOf } from '../../engine/wire/json.ts';
import { actionsOf } from './actions.ts';

/** Operation of the exchanges between the suite and the caller's trigger. */
export const triggerOperation = 'trigger';

/** Reads the exchanges of a run; the same exchanges give the same record, live and later. */
export function readCallerRecord(settings: RunSettings, exchanges: readonly Exchange[]): CallerRecord {
  const { privateKey, mode } = settings.signing;
  const ownKey = mode === 'off' || privateKey === null ? null : createPublicKey(privateKey);
  const actions = actionsOf(settings);
  const runs = exchanges
    .filter(({ operation }) => operation === triggerOperation)
    .flatMap((trigger) => {
      const action = actions.find(({ id }) => id === actionIdOf(trigger.probe));
      const own = exchanges.filter(({ operation, probe }) => operation !== triggerOperation && probe === trigger.probe);
      return action ? [readRun(action, trigger, own, settings, ownKey)] : [];
    });
  return { settings, runs };
}

/** The action behind a probe name: a further run has `~2` or `~3` at its end. */
export function actionIdOf(probe: string): string {
  return probe.replace(/~\d+$/, '');
}

function readRun(
  action: CallerTask,
  trigger: Exchange,
  exchanges: readonly Exchange[],
  settings: RunSettings,
  ownKey: KeyObject | null,
): ActionRun {
  const triggerFault = triggerFaultOf(trigger);
  return {
    action,
    turns: exchanges.map((exchange) => readTurn(exchange, settings.clientId, ownKey)),
    trigger,
    outcome: triggerFault === null ? outcomeOf(trigger) : null,
    triggerFault,
  };
}

/** A command is recorded like an HTTP call: 200 for exit code 0, otherwise 500 with the code in a header. */
function triggerFaultOf({ request, response, noAnswer }: Exchange): TriggerFault | null {
  if (noAnswer) return { kind: 'no-answer', says: noAnswer.says };
  if (!response || (response.status >= 200 && response.status <= 299)) return null;
  return request.method === 'RUN'
    ? { kind: 'exit-code', code: header(response.headers, 'Exit-Code') ?? '?' }
    : { kind: 'http-status', status: response.status };
}

function outcomeOf(trigger: Exchange): ReportedOutcome | null {
  const { json } = answerOf(trigger);
  if (!isObject(json)) return null;
  const { outcome, codes } = json;
  if (outcome !== 'success' && outcome !== 'failed' && outcome !== 'unknown') return null;
  return { outcome, codes: Array.isArray(codes) ? codes.map(String) : null };
}

/** Reads one exchange as a request of the caller; without the suite's own key every S counts as trusted. */
export function readTurn(exchange: Exchange, clientId: string, ownKey: KeyObject | null): CallerTurn {
  const answer = answerOf(exchange);
  return {
    exchange,
    body: bodyOf(exchange),
    wasRead: !(exchange.noAnswer?.kind === 'reset' && exchange.request.body.length === 0),
    received: receivedOf(answer, clientId, ownKey),
    answer,
    endedAt: exchange.startedAt + exchange.durationMs,
    codes: codesIn(answer.json),
  };
}

function bodyOf({ request }: Exchange): JsonObject | null {
  const json = jsonOf(request.body);
  return isObject(json) ? json : null;
}

function receivedOf(answer: Answer, clientId: string, ownKey: KeyObject | null): Received {
  const { exchange, kind, http } = answer;
  if (exchange.noAnswer) return exchange.noAnswer.kind === 'reset' ? 'reset' : 'silence';
  if (kind === 'crash' || http >= 500) return 'error';
  if (kind === 'bare' || http !== 200) return 'unreadable';
  if (kind !== 'S') return kind;
  if (ownKey && readAnswerSignature(exchange, ownKey, clientId).state !== 'right') return 'untrusted';
  const client = header(exchange.response!.headers, 'Client-Id');
  if (client !== null && client !== clientId) return 'foreign';
  return codesIn(answer.json).length > 0 ? 'S' : 'empty';
}

/** The codes to pay with in an answer. */
export function codesIn(json: unknown): string[] {
  const list = isObject(json) ? json.paymentCodeInfoList : null;
  if (!Array.isArray(list)) return [];
  return list.flatMap((info) => (isObject(info) && typeof info.paymentCode === 'string' ? [info.paymentCode] : []));
}

/** What makes two requests the same: customer, region and quantity; left out, null and the default are equal. */
export function requestKey(body: JsonObject | null): string {
  const { customerId = null, region = null, codeQuantity } = body ?? {};
  return JSON.stringify([customerId, region, String(codeQuantity ?? '1')]);
}

/** Whether two requests ask for the same. */
export function isSameRequest(one: CallerTurn, other: CallerTurn): boolean {
  return requestKey(one.body) === requestKey(other.body);
}

/** The runs of these actions, the first ones first. */
export function runsOf({ runs }: CallerRecord, ids: readonly string[]): ActionRun[] {
  return runs.filter(({ action }) => ids.includes(action.id));
}

/** Exchanges of requests. */
export function exchangesOf(turns: readonly CallerTurn[]): Exchange[] {
  return turns.map(({ exchange }) => exchange);
}

/** The time-out that the page recommends to callers. */
const recommendedTimeoutMs = 5000;

/** The caller's own time-out: as configured, or as recommended. */
export function timeoutOf({ client }: Pick<RunSettings, 'client'>): number {
  return client.timeoutMs ?? recommendedTimeoutMs;
}

/** Whether an answer came so early that the caller cannot have given up on it. */
export function cameInTime({ exchange }: CallerTurn, { settings }: CallerRecord): boolean {
  return exchange.durationMs < timeoutOf(settings) / 4;
}
