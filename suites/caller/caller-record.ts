/** The record of a run against a caller, read: what each action asked, what was sent and answered, and how it ended. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { readAnswerSignature } from '../../engine/diagnosis/answer-signature.ts';
import type { JsonObject, RunSettings } from '../../engine/settings.ts';
import { type Answer, answerOf, header } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { isObject, jsonOf } from '../../engine/wire/json.ts';
import { type Action, actionsOf } from './actions.ts';

/** Operation of the exchanges between the suite and the caller's trigger. */
export const triggerOperation = 'trigger';

/**
 * What the caller got: a result that it may believe (`S`, `F`, `U`), an S that it must not (`untrusted`, or `foreign` for one that is
 * wholly another client's), an S without codes (`listless`), an answer that it cannot read, or nothing.
 */
export type Got = 'S' | 'F' | 'U' | 'untrusted' | 'foreign' | 'listless' | 'unreadable' | 'error' | 'reset' | 'silence';

/** One request and what came of it. */
export interface Turn {
  readonly exchange: Exchange;
  /** The body as JSON; null where it is no object, or was not read. */
  readonly body: JsonObject | null;
  readonly got: Got;
  readonly answer: Answer;
  readonly endedAt: number;
  /** Codes that were sent with the answer. */
  readonly codes: readonly string[];
}

/** What the trigger answered when the action was over. */
export interface ReportedOutcome {
  readonly outcome: 'success' | 'failed' | 'unknown';
  readonly codes: readonly string[] | null;
}

/** One playing of an action. */
export interface Play {
  readonly action: Action;
  readonly turns: readonly Turn[];
  readonly trigger: Exchange;
  /** Null where the trigger answered nothing usable. */
  readonly outcome: ReportedOutcome | null;
  /** Why the trigger did not do its part, or null. */
  readonly triggerFault: string | null;
}

/** Everything that judgements look at. */
export interface Recorded {
  readonly settings: Pick<RunSettings, 'clientId' | 'paths' | 'signing' | 'client' | 'strict'>;
  /** First playings in the order of the actions, further ones behind. */
  readonly plays: readonly Play[];
  /** Actions that were not played. */
  readonly missing: readonly Action[];
}

/** Reads the exchanges of a run; the same exchanges give the same reading, live and later. */
export function readRecord(settings: RunSettings, exchanges: readonly Exchange[]): Recorded {
  const { privateKey, mode } = settings.signing;
  const ownKey = mode === 'off' || privateKey === null ? null : createPublicKey(privateKey);
  const actions = actionsOf(settings);
  const plays = exchanges
    .filter(({ operation }) => operation === triggerOperation)
    .flatMap((trigger) => {
      const action = actions.find(({ id }) => id === actionIdOf(trigger.probe));
      const own = exchanges.filter(({ operation, probe }) => operation !== triggerOperation && probe === trigger.probe);
      return action ? [readPlay(action, trigger, own, settings, ownKey)] : [];
    });
  const played = new Set(plays.map(({ action }) => action.id));
  return { settings, plays, missing: actions.filter(({ id }) => !played.has(id)) };
}

/** The action behind a probe name: a further playing has `~2` or `~3` at its end. */
export function actionIdOf(probe: string): string {
  return probe.replace(/~\d+$/, '');
}

function readPlay(
  action: Action,
  trigger: Exchange,
  exchanges: readonly Exchange[],
  settings: RunSettings,
  ownKey: KeyObject | null,
): Play {
  const { response, noAnswer } = trigger;
  const triggerFault = noAnswer
    ? noAnswer.says
    : response && (response.status < 200 || response.status > 299)
      ? `the trigger answered ${trigger.request.method === 'RUN' ? 'with exit code' : 'HTTP'} ${exitOf(trigger)}`
      : null;
  return {
    action,
    turns: exchanges.map((exchange) => readTurn(exchange, settings.clientId, ownKey)),
    trigger,
    outcome: triggerFault === null ? outcomeOf(trigger) : null,
    triggerFault,
  };
}

/** A command is recorded like an HTTP call: 200 for exit code 0, otherwise 500 and the code in a header. */
function exitOf({ request, response }: Exchange): string {
  return request.method === 'RUN' ? (header(response!.headers, 'Exit-Code') ?? '?') : String(response!.status);
}

function outcomeOf(trigger: Exchange): ReportedOutcome | null {
  const { json } = answerOf(trigger);
  if (!isObject(json)) return null;
  const { outcome, codes } = json;
  if (outcome !== 'success' && outcome !== 'failed' && outcome !== 'unknown') return null;
  return { outcome, codes: Array.isArray(codes) ? codes.map(String) : null };
}

/** Reads one exchange as the caller's turn; without our own key every S counts as trusted. */
export function readTurn(exchange: Exchange, clientId: string, ownKey: KeyObject | null): Turn {
  const answer = answerOf(exchange);
  return {
    exchange,
    body: bodyOf(exchange),
    got: whatCame(answer, clientId, ownKey),
    answer,
    endedAt: exchange.startedAt + exchange.durationMs,
    codes: codesIn(answer.json),
  };
}

function bodyOf({ request }: Exchange): JsonObject | null {
  const json = jsonOf(request.body);
  return isObject(json) ? json : null;
}

function whatCame(answer: Answer, clientId: string, ownKey: KeyObject | null): Got {
  const { exchange, kind, http } = answer;
  if (exchange.noAnswer) return exchange.noAnswer.kind === 'reset' ? 'reset' : 'silence';
  if (kind === 'crash' || http >= 500) return 'error';
  if (kind === 'bare' || http !== 200) return 'unreadable';
  if (kind !== 'S') return kind;
  if (ownKey && readAnswerSignature(exchange, ownKey, clientId).state !== 'right') return 'untrusted';
  const client = header(exchange.response!.headers, 'Client-Id');
  if (client !== null && client !== clientId) return 'foreign';
  return codesIn(answer.json).length > 0 ? 'S' : 'listless';
}

function codesIn(json: unknown): string[] {
  const list = isObject(json) ? json.paymentCodeInfoList : null;
  if (!Array.isArray(list)) return [];
  return list.flatMap((info) => (isObject(info) && typeof info.paymentCode === 'string' ? [info.paymentCode] : []));
}

/** What makes two requests the same: customer, region and quantity, where left out, null and the default are alike. */
export function essence(body: JsonObject | null): string {
  const { customerId = null, region = null, codeQuantity } = body ?? {};
  return JSON.stringify([customerId, region, String(codeQuantity ?? '1')]);
}

/** Whether two requests are the same as far as their sender means them; false where one was not read. */
export function sameRequest(a: Turn, b: Turn): boolean {
  return essence(a.body) === essence(b.body);
}

/** Whether a request's bytes were read at all. */
export function wasRead({ exchange }: Turn): boolean {
  return !(exchange.noAnswer?.kind === 'reset' && exchange.request.body.length === 0);
}

/** What the page recommends; the config says what the caller really has. */
export const recommendedTimeoutMs = 5000;

/** Whether an answer came so early that the caller cannot have given up on it. */
export function cameInTime({ exchange }: Turn, { settings }: Recorded): boolean {
  return exchange.durationMs < (settings.client.timeoutMs ?? recommendedTimeoutMs) / 4;
}
