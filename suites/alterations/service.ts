/** Alterations of a server that answers over HTTP in another way, too late, or not at all. */
import type { Operation } from '../../contract/types.ts';
import type { AlteredAnswer, Asked, ServerAlteration } from '../../engine/prove/alteration.ts';
import { valueAt } from '../../engine/wire/json.ts';
import {
  accepted,
  advice,
  alteration,
  errorPage,
  isLegal,
  paramIllegal,
  refusalPage,
  result,
  where,
  withResult,
} from './faulty-answers.ts';

const isStatus =
  (kind: string) =>
  ({ answer }: Asked) =>
    answer.kind === kind;
const isIllegal = ({ answer }: Asked) => answer.code === 'PARAM_ILLEGAL';
const all = () => true;

/** The alterations of HTTP. */
export function httpAlterations(op: Operation): ServerAlteration[] {
  const write = (name: string, says: string, row: string, alter: ServerAlteration['alter'], more = {}) =>
    alteration(op, 'http', [name, `${op.id} ${says}`], row, alter, more);
  const trace = 'at Object.handle (/srv/app/index.js:10:5)';
  const { credential } = op.probing;
  return [
    write('status-400', 'answers failures as HTTP 400', 'G-22', where(isStatus('F'), { status: 400 })),
    write('status-500', 'answers unknown results as HTTP 500', 'G-22', where(isStatus('U'), { status: 500 })),
    write('label', 'labels its JSON text/html', 'G-22', where(all, { contentType: 'text/html' })),
    write(
      'slow',
      'takes six seconds for each answer',
      'G-23',
      where(({ spec }) => !spec.beyondSpec, { durationMs: 6000 }),
    ),
    write('page', 'answers illegal requests with the page of its framework', 'G-24', where(isIllegal, refusalPage)),
    write('crash', 'crashes on illegal requests', 'G-24', where(isIllegal, errorPage)),
    write(
      'trace',
      'shows a stack trace',
      'G-24',
      withResult(isIllegal, (before) => ({ ...before, resultMessage: trace })),
      advice,
    ),
    ...(credential === null
      ? []
      : [
          write(
            'echo',
            `writes ${credential} into its messages`,
            'G-24',
            withResult(
              (asked) => isStatus('F')(asked) && asked.isPlain && typeof valueAt(asked.body, [credential]) === 'string',
              (before, { body }) => ({ ...before, resultMessage: `no such ${valueAt(body, [credential])}` }),
            ),
            advice,
          ),
        ]),
  ];
}

/** The alterations of a whole API: it refuses everybody, accepts everything, or is not there. `valid` is the row of a valid call. */
export function serviceAlterations(op: Operation, valid: string): ServerAlteration[] {
  const write = (
    name: string,
    says: string,
    picks: (asked: Asked) => boolean,
    answer: AlteredAnswer | typeof accepted,
    ended?: ServerAlteration['ended'],
    rows: string | readonly string[] = valid,
  ) => alteration(op, 'service', [name, `${op.id} ${says}`], rows, where(picks, answer), ended ? { ended } : {});
  const optional = op.request.filter(({ required, path }) => !required && path.length === 1);
  const isMinimal = (asked: Asked) =>
    optional.length > 0 && isLegal(asked) && optional.every(({ path }) => valueAt(asked.body, path) == null);
  return [
    write('refuses-all', 'refuses every good request', isLegal, result('PROCESS_FAIL', 'F')),
    write(
      'unknown-all',
      'answers every good request with U/UNKNOWN_EXCEPTION',
      isLegal,
      result('UNKNOWN_EXCEPTION', 'U'),
    ),
    write('crashes', 'crashes on every good request', isLegal, errorPage),
    write('minimal', 'refuses a request with the required fields only', isMinimal, paramIllegal),
    write('accepts-all', 'answers S to everything', all, accepted, undefined, [...op.body.map(({ id }) => id), 'G-08']),
    write('throttled', 'is throttled for ever', all, { ...refusalPage, status: 429 }, 'throttled'),
    write('silent', 'never answers', all, { noAnswer: 'timeout', durationMs: 15_000 }),
    write('absent', 'is not there', all, { noAnswer: 'refused' }, 'absent'),
  ];
}
