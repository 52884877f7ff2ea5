/** How hard a run tried: per constraint the different legal and illegal values that were answered, and per property the random cases. */

import type { RunRecord } from '../record/record.ts';
import type { Strength } from '../report.ts';
import { brokenConstraints, constraintName } from '../request/broken-constraints.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import { answerOf } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import { isObject, type JsonObject, jsonOf, valueAt } from '../wire/json.ts';
import type { JudgedRow } from './judged-rows.ts';

/** Where nothing failed in n random cases, at most 3/n of such cases fail, with a confidence of 95 %: the rule of three. */
const ruleOfThree = 3;

/** Counts what the record of a server holds; left out where the suite sent nothing. */
export function strengthOf(rows: readonly JudgedRow[], { requests, exchanges }: RunRecord): Strength | null {
  if (requests.length === 0) return null;
  const bodies = bodiesIn(requests, exchanges);
  return {
    controls: Object.fromEntries([...bodies].map(([operation, { controls }]) => [operation, controls])),
    constraints: rows.flatMap((row) => constraintOf(row, bodies)),
    properties: rows.flatMap(propertiesOf).sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

interface Tried {
  /** Accepted good requests. */
  controls: number;
  readonly bodies: JsonObject[];
}

/** The bodies that were settled, of requests that are right but for their fields. */
function bodiesIn(requests: RunRecord['requests'], exchanges: readonly Exchange[]): Map<string, Tried> {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const tried = new Map<string, Tried>();
  for (const { operation, spec, attempts, ended } of requests) {
    const exchange = byId.get(attempts.at(-1)?.exchange ?? '');
    if (ended !== 'settled' || !exchange || !isPlain(spec)) continue;
    const own = tried.get(operation) ?? { controls: 0, bodies: [] };
    tried.set(operation, own);
    const body = jsonOf(exchange.request.body);
    if (isObject(body)) own.bodies.push(body);
    if (!spec.edits && spec.occurrence && answerOf(exchange).kind === 'S') own.controls += 1;
  }
  return tried;
}

function isPlain({ tamper, wire, encoding, beyondSpec }: RequestSpec): boolean {
  return !tamper && !wire && encoding === undefined && !beyondSpec;
}

function constraintOf({ planned }: JudgedRow, tried: ReadonlyMap<string, Tried>): Strength['constraints'] {
  const { key, op, excused, constraint } = planned;
  const { field, rule, side } = constraint ?? {};
  // Nothing breaks an optional field alone: null and absence are both legal.
  if (excused !== null || side !== 'request' || !field || !rule || rule.keyword === 'optional') return [];
  const name = constraintName(field, rule.keyword);
  const legal = new Set<string>();
  const illegal = new Set<string>();
  for (const body of tried.get(op.id)?.bodies ?? []) {
    const broken = brokenConstraints(op, body);
    const value = JSON.stringify(valueAt(body, field.path) ?? null);
    if (broken.has(name)) illegal.add(value);
    else if (broken.size === 0) legal.add(value);
  }
  return [{ key, legal: legal.size, illegal: illegal.size }];
}

function propertiesOf({ planned, checks }: JudgedRow): Strength['properties'] {
  return checks.flatMap(({ title, finding: { sampled, verdict } }) => {
    if (sampled === undefined) return [];
    const failed = verdict === 'violated' || verdict === 'advisory' ? 1 : 0;
    const share = failed === 0 && sampled > ruleOfThree ? ruleOfThree / sampled : null;
    return [{ key: planned.key, title, cases: sampled, failed, atMost: share && Math.round(share * 1e4) / 1e4 }];
  });
}
