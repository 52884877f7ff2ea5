/** Root causes: of several rows that failed on the same exchanges, one explains the others. Reads facts and exchanges, never words. */
import type { Field, Rank } from '../../contract/types.ts';
import type { Fact } from '../check/facts.ts';
import type { Finding } from '../check/finding.ts';
import type { Outcome } from '../report.ts';
import { answerOf } from '../wire/answer.ts';
import { isObject, jsonOf, pointer } from '../wire/json.ts';
import { linkChanging } from './changing-answers.ts';
import { covers, type Evidence, evidenceOf } from './evidence-of-rows.ts';
import { byAccepting } from './harm.ts';
import { failedChecks, type JudgedRow, type SettledCheck } from './judged-rows.ts';
import { endsWithout, isCrashOnNull } from './shared-mistakes.ts';
import { linkWrongLayer } from './wrong-layer.ts';

/** How well a row names the cause, best first: a field of a request, of an answer, signatures, a row of the API, a row of every API. */
function rank({ planned: { constraint, requirement } }: JudgedRow): Rank {
  return constraint?.rule.rank ?? requirement!.rank;
}

/** Answers that go to other requests than their own: then no row is judged on its own answers. */
function mixesAnswers(row: JudgedRow): boolean {
  return failedChecks(row).some(
    ({ finding: { received } }) => received?.is === 'only-at-once' && received.mixed === 'answers',
  );
}

type EvidenceOf = ReadonlyMap<JudgedRow, Evidence>;

/** Sets `consequenceOf` of every failed row whose findings another failed row explains. */
export function linkRootCauses(rows: readonly JudgedRow[]): void {
  const every = endedIn(rows, 'failed');
  linkChanging(every, rows);
  const all = every.filter(({ consequenceOf }) => consequenceOf === null);
  const mixed = all.find(mixesAnswers);
  if (mixed) {
    for (const row of all) if (row !== mixed) row.consequenceOf = mixed.planned.key;
    return;
  }
  linkWrongLayer(
    all,
    rows.filter(({ outcome }) => outcome === 'passed'),
  );
  const failed = all.filter(({ consequenceOf }) => consequenceOf === null);
  const evidence = new Map(failed.map((row) => [row, evidenceOf(row)]));
  const roots = (row: JudgedRow) =>
    failed.filter(
      (other) => other.consequenceOf === null && other.planned.op === row.planned.op && mayExplain(other, row),
    );
  // First what a better-named row explains, alone or together with others of its kind.
  for (const row of failed) {
    const own = evidence.get(row)!.decisive;
    const better = roots(row).filter((other) => rank(other) < rank(row));
    const root = better.find((other) => covers(evidence.get(other)!.all, own)) ?? together(better, own, evidence);
    if (root && own.size > 0) row.consequenceOf = root.planned.key;
  }
  // Then rows of the catalogue that are only one face of what an invariant saw in many answers.
  for (const row of failed) {
    if (row.consequenceOf !== null || rank(row) !== 3) continue;
    const own = evidence.get(row)!.decisive;
    const root = roots(row).find((other) => rank(other) === 4 && covers(evidence.get(other)!.all, own));
    if (root && own.size > 0) row.consequenceOf = root.planned.key;
  }
  // Then what is left of one rank: the same requests seen by two requirements, one optional field.
  for (const row of failed) {
    if (row.consequenceOf !== null) continue;
    const others = roots(row);
    const root =
      others.find((other) => isSameEvidence(other, row, evidence)) ??
      others.find((other) => lacksItsField(row, other)) ??
      others.find((other) => crashesOnNull(row, other)) ??
      others.find((other) => isOfItsField(row, other));
    if (root) row.consequenceOf = root.planned.key;
  }
  for (const row of failed) {
    const root = row.consequenceOf === null && isOfSignatures(row) ? roots(row).find(bindsSignatures) : undefined;
    if (root) row.consequenceOf = root.planned.key;
  }
  linkAcrossApis(failed);
  linkAcrossApis(endedIn(rows, 'warned'));
}

/** Rows of one outcome that are no sums, those that name a cause best first. */
function endedIn(rows: readonly JudgedRow[], outcome: Outcome): JudgedRow[] {
  return rows
    .filter((row) => row.outcome === outcome && row.planned.kind !== 'group')
    .sort((a, b) => rank(a) - rank(b) || (a.planned.key < b.planned.key ? -1 : 1));
}

/**
 * Whether a row can be the cause of another at all. What is seen in every answer covers whatever else was seen: the headers of an answer
 * change nothing that is read from its body, and no answer of a wrong form makes a target accept what it must refuse.
 */
function mayExplain(root: JudgedRow, row: JudgedRow): boolean {
  if (isOfAnswerHeaders(root) && row.planned.kind !== 'signature' && !isOfAnswerHeaders(row)) return false;
  return !isAcceptance(row) || byAccepting.has(root.planned.harm);
}

function isOfAnswerHeaders(row: JudgedRow): boolean {
  return failedChecks(row).every(({ finding: { place } }) => place?.startsWith('response:header:'));
}

/** Something that must be refused was accepted with a success that is as documented. */
function isAcceptance(row: JudgedRow): boolean {
  if (!byAccepting.has(row.planned.harm)) return false;
  return failedChecks(row).some(
    ({ finding: { received } }) => received?.is === 'answer' && received.status === 'S' && received.code === 'SUCCESS',
  );
}

/** Codes of a target that took a request for one of somebody else, or for a changed one. */
const signatureCodes: ReadonlySet<unknown> = new Set(['INVALID_SIGNATURE', 'INVALID_CLIENT', 'KEY_NOT_FOUND']);

/** A field is not at fault where the signature of the whole request was refused. */
function isOfSignatures(row: JudgedRow): boolean {
  const received = failedChecks(row).map(({ finding }) => finding.received);
  return rank(row) === 0 && received.every((fact) => fact?.is === 'answer' && signatureCodes.has(fact.code));
}

function bindsSignatures({ planned: { requirement } }: JudgedRow): boolean {
  return requirement?.kind === 'signature';
}

/** Rows of one rank that were decided on the same requests: the first by name stands for both. */
function isSameEvidence(other: JudgedRow, row: JudgedRow, evidence: EvidenceOf): boolean {
  // Two fields are two findings, whatever showed them.
  if (rank(other) !== rank(row) || fieldOf(other) !== fieldOf(row)) return false;
  const [its, own] = [evidence.get(other)!, evidence.get(row)!];
  if (own.decisive.size === 0 || !covers(its.all, own.decisive)) return false;
  return !covers(own.all, its.decisive) || other.planned.key < row.planned.key;
}

/** The field that a constraint is about; nothing for rows of the catalogue, null for the body. */
function fieldOf({ planned: { constraint } }: JudgedRow): Field | null | undefined {
  return constraint?.field;
}

/** A good request was refused, and what it lacks is an optional field that the target demands. */
function lacksItsField(row: JudgedRow, other: JudgedRow): boolean {
  const field = other.planned.constraint?.field?.path[0];
  if (rank(row) !== 3 || other.planned.kind !== 'optional' || field === undefined) return false;
  return failedChecks(row).every(({ finding: { exchanges } }) => {
    const body = exchanges[0] && jsonOf(exchanges[0].request.body);
    return isObject(body) && body[field] == null;
  });
}

/** A row of every API that failed without a result on requests that all have null in an optional field, where one of these rows failed so too. */
function crashesOnNull(row: JudgedRow, other: JudgedRow): boolean {
  if (rank(row) !== 4 || !isCrashOnNull(other)) return false;
  const findings = failedChecks(row).map(({ finding }) => finding);
  return findings
    .flatMap(({ allEvidence, exchanges }) => allEvidence ?? exchanges.slice(0, 1))
    .every((exchange) => {
      const body = jsonOf(exchange.request.body);
      return answerOf(exchange).kind === 'crash' && isObject(body) && Object.values(body).includes(null);
    });
}

/** A row of every API that failed on one field, in the way in which a row of that field failed. */
function isOfItsField(row: JudgedRow, other: JudgedRow): boolean {
  const field = other.planned.constraint?.field;
  if (rank(row) !== 4 || rank(other) !== 0 || !field) return false;
  const wrong = wrongAnswerOf(row);
  return (
    wrong !== null &&
    wrong === wrongAnswerOf(other) &&
    failedChecks(row).every(({ finding }) => finding.place === pointer(field.path))
  );
}

/** The one answer that all failed checks of a row received; null where they received several, or an S: then the field is not looked at. */
function wrongAnswerOf(row: JudgedRow): string | null {
  const facts = new Set(failedChecks(row).map(({ finding }) => wrongAnswer(finding)));
  const [wrong, more] = facts;
  return wrong === undefined || more !== undefined ? null : wrong;
}

/** What is wrong with the answer to one request, or to one of two that should be answered alike; null where that tells no common fault. */
function wrongAnswer({ expected, received }: Finding): string | null {
  if (!received) return null;
  if (received.is === 'two-answers') return wrongOfTwo(received);
  // A legal value that is taken for missing.
  if (expected?.is === 'same' && expected.as === 'longer-unknown') return `zero ${JSON.stringify(received)}`;
  const isExpected =
    received.is === 'answer' &&
    (received.status === 'S' ||
      (received.status === 'F' && received.code === 'PARAM_ILLEGAL' && received.http === 200));
  // How a connection was lost makes no difference.
  if (received.is === 'no-answer') return received.is;
  return isExpected ? null : JSON.stringify(received);
}

/** Where one of the two was refused as illegal, that refusal is the fault, whatever the other one got. */
function wrongOfTwo({ one, other }: Extract<Fact, { is: 'two-answers' }>): string {
  const isIllegal = (fact: Fact) => fact.is === 'answer' && fact.code === 'PARAM_ILLEGAL';
  if (endsWithout({ one, other })) return 'null without a result';
  if (isIllegal(other) && !isIllegal(one)) return `null ${JSON.stringify(other)}`;
  return isIllegal(one) && !isIllegal(other) ? `omitted ${JSON.stringify(one)}` : JSON.stringify({ one, other });
}

function together(better: readonly JudgedRow[], own: ReadonlySet<string>, evidence: EvidenceOf): JudgedRow | undefined {
  const all = new Set(better.flatMap((other) => [...evidence.get(other)!.all]));
  return covers(all, own)
    ? better.find((other) => [...own].some((request) => evidence.get(other)!.all.has(request)))
    : undefined;
}

/**
 * What several rows or APIs share is broken once: a generic requirement, the result of answers, the reading of requests, where one place in
 * the target gives the same answer to illegal fields.
 */
function linkAcrossApis(rows: readonly JudgedRow[]): void {
  const first = new Map<string, JudgedRow>();
  for (const row of rows) {
    const name = row.consequenceOf === null ? sharedFault(row) : null;
    if (name === null) continue;
    const root = first.get(name);
    if (root) row.consequenceOf = root.planned.key;
    else first.set(name, row);
  }
}

/** What tells a fault in a part that APIs share; null where the row is about one of them alone. */
function sharedFault(row: JudgedRow): string | null {
  const { requirement, constraint, id, op } = row.planned;
  const ordinals = ownChecks(row).map(({ ordinal }) => ordinal);
  if (requirement) return requirement.operation === null ? `${id} ${ordinals.join(' ')}` : null;
  if (constraint!.side === 'response')
    return constraint!.field!.path[0] === 'result' ? `answer ${id.slice(op.id.length)}` : null;
  const wrong = wrongAnswerOf(row);
  return wrong === null ? null : `request ${wrong}`;
}

/** Checks with the outcome of their row; that a rule is kept one by one, or at times, is no other fault than that it is not kept. */
function ownChecks({ checks, outcome }: JudgedRow): readonly SettledCheck[] {
  const own = checks.filter((check) => check.outcome === outcome);
  const plain = own.filter(
    ({ finding: { received } }) => received?.is !== 'only-at-once' && received?.is !== 'at-times',
  );
  return plain.length > 0 ? plain : own;
}
