/** Rows that failed on known exchanges, for tests of what explains what. */
import type { Fact } from '../../engine/check/facts.ts';
import type { JudgedRow, SettledCheck } from '../../engine/report/judged-rows.ts';
import { linkRootCauses } from '../../engine/report/root-causes.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import type { OperationId } from '../../generated/operations.ts';
import { exchangeOf, resultOf } from './exchanges.ts';
import { judgedRow, plannedRow, settledCheck } from './rows.ts';
import { withUnreadWords } from './unread-words.ts';

export const answer = (id: string, probe: string, body: unknown = {}) =>
  exchangeOf(resultOf('F', 'PARAM_ILLEGAL'), { id, probe, body });

/** Two attempts each of three requests, and single ones. */
export const exchanges = new Map<string, Exchange>(
  [
    ...['a', 'b', 'c'].flatMap((name) => [answer(`${name}0`, `${name}/0`), answer(`${name}1`, `${name}/1`)]),
    answer('y', 'a/10'),
    answer('n1', 'a/7/b/0'),
    answer('n2', 'a/8/b/0'),
    answer('m', 'm/0', { accessToken: 't' }),
    answer('full', 'f/0', { verifyType: 'MOBILE' }),
    answer('g', 'g/0', '{'),
  ].map((exchange) => [exchange.id, exchange]),
);

export const seenOn = (ids: readonly string[]) => ids.map((id) => exchanges.get(id)!);
export const failed = (ids: readonly string[], received: Fact | null = null, ordinal = 0): SettledCheck =>
  settledCheck('failed', { exchanges: seenOn(ids), received }, ordinal);
export const passed = (ids: readonly string[], received: Fact | null = null): SettledCheck =>
  settledCheck('passed', { exchanges: seenOn(ids), received }, 9);

/** A failed row with these checks. */
export const withChecks = (id: string, checks: readonly SettledCheck[], operation: OperationId = 'sendOTP') =>
  judgedRow(plannedRow(id, {}, operation), checks);
/** A failed row with one check, seen on these exchanges. */
export const failing = (id: string, ids: readonly string[]) => withChecks(id, [failed(ids)]);
/** A failed row with one check for each exchange. */
export const wide = (id: string, ...ids: string[]) =>
  withChecks(
    id,
    ids.map((one) => failed([one])),
  );

export function linked(...rows: JudgedRow[]) {
  linkRootCauses(withUnreadWords(rows));
  return rows.map(({ consequenceOf }) => consequenceOf);
}

export const field = 'sendOTP.accessToken.maxLength';
export const psp = 'sendOTP.pspId.maxLength';
export const inAnswer = 'sendOTP.response.verifyRequestId.maxLength';
