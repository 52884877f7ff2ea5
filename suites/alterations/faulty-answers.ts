/** Answers of servers with a fault, and the function that writes a row of a table of alterations. */
import type { Operation } from '../../contract/types.ts';
import type {
  AlterationKind,
  AlteredAnswer,
  Asked,
  RecordedApi,
  ServerAlteration,
} from '../../engine/prove/alteration.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { isObject } from '../../engine/wire/json.ts';

/** What an altered answer is made from. */
export type Alter = ServerAlteration['alter'];

/** One row of a table of alterations; ids of rows are written without the API in front. */
export function alteration(
  op: Operation,
  kind: AlterationKind,
  [name, says]: readonly [name: string, says: string],
  rows: string | readonly string[],
  alter: Alter,
  more: Partial<Pick<ServerAlteration, 'scenario' | 'ended' | 'advice'>> = {},
): ServerAlteration {
  const keys = [rows].flat().map((id) => `${op.id}/${id}`);
  return { of: 'server', id: `${op.id}/${kind}/${name}`, operation: op.id, kind, says, rows: keys, alter, ...more };
}

/** An answer that is its result alone. */
export function result(resultCode: string, resultStatus: string): AlteredAnswer {
  return { json: { result: { resultCode, resultStatus, resultMessage: resultCode.toLowerCase() } } };
}

/** For alterations that no row fails on. */
export const advice = { advice: true } as const;

export const paramIllegal = result('PARAM_ILLEGAL', 'F');

/** The answer to an accepted request. */
export function accepted(asked: Asked, api: RecordedApi): AlteredAnswer {
  return { json: api.success(asked.nth) ?? (result('SUCCESS', 'S').json as JsonObject) };
}

/** The answer to a legal request of this user: a user unknown to the target stays unknown. */
export function takenForLegal(asked: Asked, api: RecordedApi): AlteredAnswer {
  return asked.spec.user === 'unknown' && api.unknownUser ? { json: api.unknownUser } : accepted(asked, api);
}

/** The page of a framework that crashed. */
export const errorPage: AlteredAnswer = { text: 'Internal Server Error', status: 500, contentType: 'text/plain' };

/** The page with which a framework refuses a request before the service sees it. */
export const refusalPage: AlteredAnswer = { text: 'Bad Request', status: 400, contentType: 'text/plain' };

/** Alters the requests that a rule picks out. */
export function where(picks: (asked: Asked, api: RecordedApi) => boolean, alter: Alter | AlteredAnswer): Alter {
  return (asked, api) => {
    if (!picks(asked, api)) return null;
    return typeof alter === 'function' ? alter(asked, api) : alter;
  };
}

/** Changes the result of the answers that a rule picks out. */
export function withResult(
  picks: (asked: Asked) => boolean,
  change: (result: JsonObject, asked: Asked) => JsonObject,
): Alter {
  return (asked) => {
    const { json } = asked.answer;
    if (!isObject(json) || !isObject(json.result) || !picks(asked)) return null;
    return { json: { ...json, result: change(json.result, asked) } };
  };
}

/** Changes the body of the answers that a rule picks out. */
export function withJson(
  picks: (asked: Asked) => boolean,
  change: (json: JsonObject, asked: Asked) => JsonObject | null,
): Alter {
  return (asked) => {
    const { json } = asked.answer;
    const changed = isObject(json) && picks(asked) ? change(json, asked) : null;
    return changed && { json: changed };
  };
}

/** A good request: nothing about it is illegal or unusual. */
export function isLegal({ isPlain, breaks, spec }: Asked): boolean {
  return isPlain && breaks.size === 0 && !spec.beyondSpec;
}
