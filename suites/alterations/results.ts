/** Alterations of a server whose results have a wrong code or status, and of one that does not give the answer of a scenario. */
import { operations } from '../../contract/apis.ts';
import type { Operation } from '../../contract/types.ts';
import type { ScenarioCheck } from '../../engine/check/check.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import type { Asked, ServerAlteration } from '../../engine/prove/alteration.ts';
import { type RunSettings, type Scenario, scenarioName } from '../../engine/settings.ts';
import { edited } from '../../engine/wire/json.ts';
import { accepted, alteration, result, where, withJson, withResult } from './faulty-answers.ts';

const hasCode = (code: string) => (asked: Asked) => asked.answer.code === code;

/** The alterations of the table of results. */
export function resultAlterations(op: Operation): ServerAlteration[] {
  const kind = 'result';
  const rewritten = (name: string, says: string, code: string, values: Record<string, string>) =>
    alteration(
      op,
      kind,
      [name, `${op.id} ${says}`],
      'G-16',
      withResult(hasCode(code), (before) => ({ ...before, ...values })),
    );
  return [
    rewritten('ok', 'answers OK in the place of SUCCESS', 'SUCCESS', { resultCode: 'OK' }),
    rewritten('lower-case', 'writes SUCCESS in lower case', 'SUCCESS', { resultCode: 'success' }),
    rewritten('success-u', 'answers SUCCESS with status U', 'SUCCESS', { resultStatus: 'U' }),
    rewritten('success-f', 'answers SUCCESS with status F', 'SUCCESS', { resultStatus: 'F' }),
    rewritten('illegal-u', 'answers PARAM_ILLEGAL with status U', 'PARAM_ILLEGAL', { resultStatus: 'U' }),
    rewritten('illegal-space', 'answers PARAM_ILLEGAL with a space behind it', 'PARAM_ILLEGAL', {
      resultCode: 'PARAM_ILLEGAL ',
    }),
    rewritten('illegal-own', 'answers INVALID_PARAMETER, which no table has', 'PARAM_ILLEGAL', {
      resultCode: 'INVALID_PARAMETER',
    }),
    rewritten('signature-u', 'answers INVALID_SIGNATURE with status U', 'INVALID_SIGNATURE', { resultStatus: 'U' }),
    rewritten('signature-own', 'answers SIGNATURE_INVALID, which no table has', 'INVALID_SIGNATURE', {
      resultCode: 'SIGNATURE_INVALID',
    }),
    ...ofRefusals(op),
    ...ofOtherTable(op),
    alteration(
      op,
      kind,
      ['every-fifth', `${op.id} answers every fifth success with the code of an older version`],
      'G-16',
      withResult(
        ({ answer, nth }) => answer.kind === 'S' && nth % 5 === 0,
        (before) => ({ ...before, resultCode: 'OPERATION_SUCCESS' }),
      ),
    ),
  ];
}

/** Other results in the place of PARAM_ILLEGAL. */
function ofRefusals(op: Operation): ServerAlteration[] {
  const isIllegal = hasCode('PARAM_ILLEGAL');
  const refusals = op.request
    .flatMap(({ rules }) => rules.filter(({ accept }) => accept.length > 0))
    .map(({ id }) => id);
  return [
    alteration(
      op,
      'result',
      ['swapped', `${op.id} swaps resultCode and resultStatus`],
      `${op.id}.response.result.resultStatus.enum`,
      withResult(isIllegal, ({ resultCode, resultStatus, ...rest }) => ({
        ...rest,
        resultCode: resultStatus,
        resultStatus: resultCode,
      })),
    ),
    alteration(
      op,
      'result',
      ['one-failure', `${op.id} knows one failure: PROCESS_FAIL for PARAM_ILLEGAL too`],
      refusals.slice(0, 3),
      where(isIllegal, result('PROCESS_FAIL', 'F')),
    ),
    alteration(
      op,
      'result',
      ['unknown-failure', `${op.id} answers illegal requests with U/UNKNOWN_EXCEPTION`],
      refusals.slice(0, 3),
      where(isIllegal, result('UNKNOWN_EXCEPTION', 'U')),
    ),
  ];
}

/** A code that only another API has. */
function ofOtherTable(op: Operation): ServerAlteration[] {
  const foreign = Object.values(operations)
    .flatMap(({ resultCodes }) => Object.entries(resultCodes))
    .find(([code, status]) => status === 'F' && !Object.hasOwn(op.resultCodes, code));
  if (!foreign) return [];
  const [code] = foreign;
  const says = `${op.id} answers ${code}, a code of another API, to bad signatures`;
  return [
    alteration(
      op,
      'result',
      ['other-table', says],
      ['G-16', 'G-08'],
      withResult(hasCode('INVALID_SIGNATURE'), (before) => ({ ...before, resultCode: code })),
    ),
  ];
}

/** Codes that the suite provokes itself. */
const provoked = new Set([
  'SUCCESS',
  'PARAM_ILLEGAL',
  'INVALID_CLIENT',
  'INVALID_SIGNATURE',
  'KEY_NOT_FOUND',
  'MEDIA_TYPE_NOT_ACCEPTABLE',
  'METHOD_NOT_SUPPORTED',
  'NO_INTERFACE_DEF',
]);

/** A result or value that only a scenario of the config shows, with the row that it proves. */
interface Wanted extends Pick<ScenarioCheck, 'code' | 'variant'> {
  readonly row: string;
}

/** The alterations of every answer that only a scenario shows. */
export function scenarioAlterations(
  op: Operation,
  plan: Plan,
  settings: RunSettings,
  otherRow: string,
): ServerAlteration[] {
  const asked = plan
    .filter((row) => row.op.id === op.id)
    .flatMap(({ id, checks }) =>
      checks.flatMap((check): Wanted[] =>
        check.kind === 'scenario' ? [{ code: check.code, variant: check.variant, row: id }] : [],
      ),
    );
  const named = new Set(asked.map(({ code }) => code));
  const others = Object.keys(op.resultCodes).filter((code) => !provoked.has(code) && !named.has(code));
  const wanted = [...asked, ...others.map((code): Wanted => ({ code, variant: null, row: otherRow }))];
  return wanted.flatMap((one) => ofScenario(op, one, settings.scenarios[op.id] ?? []));
}

function ofScenario(
  op: Operation,
  { code, variant, row }: Wanted,
  configured: readonly Scenario[],
): ServerAlteration[] {
  const own = configured.filter((one) => one.code === code && (variant === null || one.variant === variant));
  const bodies = new Set(own.map(({ body }) => JSON.stringify(body)));
  const isOwn = ({ spec }: Asked) =>
    spec.overlay !== undefined && !spec.edits && !spec.occurrence && bodies.has(JSON.stringify(spec.overlay));
  const name = scenarioName({ code, variant });
  const more = { scenario: name };
  const write = (
    what: string,
    says: string,
    alter: ServerAlteration['alter'],
    rows: string | readonly string[] = row,
  ) => alteration(op, 'scenario', [`${name}.${what}`, `${op.id} ${says}`], rows, alter, more);
  const status = op.resultCodes[code];
  if (status === undefined) return ofValue(op, code, isOwn, write);
  const general = code === 'PROCESS_FAIL' ? 'ACCESS_DENIED' : 'PROCESS_FAIL';
  return [
    write('other', `answers ${general} in the place of ${name}`, where(isOwn, result(general, 'F'))),
    write('accepted', `answers S in the place of ${name}`, where(isOwn, accepted)),
    write(
      'status',
      `answers ${name} with status ${status === 'F' ? 'U' : 'F'}`,
      withResult(isOwn, (before) => ({ ...before, resultCode: code, resultStatus: status === 'F' ? 'U' : 'F' })),
      [...new Set([row, 'G-16'])],
    ),
  ];
}

/** A value of an enumeration of the answer. */
function ofValue(
  op: Operation,
  value: string,
  isOwn: (asked: Asked) => boolean,
  write: (what: string, says: string, alter: ServerAlteration['alter']) => ServerAlteration,
): ServerAlteration[] {
  const field = op.response.find((one) => one.enum?.includes(value));
  if (!field) return [];
  const other = field.enum!.find((one) => one !== value)!;
  const name = field.path.join('.');
  return [
    write(
      'other',
      `answers ${other} as ${name} in the place of ${value}`,
      withJson(isOwn, (json) => edited(json, [{ path: field.path, set: other }])),
    ),
    write('refused', `answers PROCESS_FAIL in the place of ${value}`, where(isOwn, result('PROCESS_FAIL', 'F'))),
  ];
}
