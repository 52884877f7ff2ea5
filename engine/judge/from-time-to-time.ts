/** A target that answers one request differently from time to time: which findings that touches, and what is said of it. Pure. */
import { answerFact, note } from '../check/facts.ts';
import type { Finding, Settled } from '../check/finding.ts';
import type { PlannedRow } from '../plan/plan.ts';
import { changesAlone, decisiveOf, hasOther, isNotTheUsual, isSteady, type Repeated } from '../record/asked-again.ts';
import type { RunRecord } from '../record/record.ts';
import type { Diagnosis } from '../report.ts';
import { type Answer, answerOf, sameAnswer } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';

/** A check of a row with what it showed, as far as it matters here. */
interface Checked {
  readonly row: PlannedRow;
  readonly finding: Finding;
}

/** So many fields and requirements are no accident of one of them. */
const subjectsOfAll = 3;

/** The findings with what became of their requests when they were asked again. */
export function withRepeats<C extends Checked>(
  checks: readonly C[],
  repeated: readonly Repeated[],
  record: Pick<RunRecord, 'requests' | 'exchanges'>,
): readonly C[] {
  if (repeated.length === 0) return checks;
  const byExchange = new Map(repeated.map((one) => [decisiveOf(one).id, one]));
  const changes = repeated.some(changesAlone);
  const accepted = changes ? goodAccepted(record) : [];
  const marked = checks.map((check) => {
    const { finding } = check;
    if (finding.ofMany) return isSeenInGood(check, accepted) ? { ...check, finding: sameAgain(finding) } : check;
    const one = finding.exchanges[0] && byExchange.get(finding.exchanges[0].id);
    if (!one || finding.verdict !== 'violated') return check;
    // Of two answers that should be one the other may be the odd one.
    if (isSteady(one)) return finding.expected?.is === 'same' ? check : { ...check, finding: sameAgain(finding) };
    return changes && isNotTheUsual(one) ? { ...check, finding: changing(finding, one) } : check;
  });
  const touched = marked.filter(({ finding }) => finding.again === 'other' || (changes && isByChance(finding)));
  return isEverywhere(touched.map(({ row }) => row)) ? marked.map(notOfOthers) : marked;
}

/** Answers to one request that differed while the check was at it. */
export function isByChance({ received }: Finding): boolean {
  return received?.is === 'changes-by-chance';
}

/** What shows in the answers to good requests too, and not in odd ones alone. */
function isSeenInGood({ row, finding: { allEvidence = [] } }: Checked, accepted: readonly Exchange[]): boolean {
  const ofApi = accepted.filter(({ operation }) => operation === row.op.id);
  const evidence = new Set(allEvidence.map(({ id }) => id));
  return 5 * ofApi.filter(({ id }) => evidence.has(id)).length > 4 * ofApi.length;
}

/** Answers with S to requests with nothing wrong or unusual about them. */
function goodAccepted({ requests, exchanges }: Pick<RunRecord, 'requests' | 'exchanges'>): Exchange[] {
  const good = requests.filter(({ spec: { edits, wire, tamper, encoding, overlay, user } }) => {
    return !edits && !wire && !tamper && !encoding && !overlay && user !== 'unknown';
  });
  const ids = new Set(good.flatMap(({ attempts }) => attempts.map(({ exchange }) => exchange)));
  return exchanges.filter((exchange) => ids.has(exchange.id) && answerOf(exchange).kind === 'S');
}

function sameAgain(finding: Finding): Finding {
  return { ...finding, again: 'same' };
}

/** Whether rows are about so many things that none of these is at fault. */
export function isEverywhere(rows: readonly PlannedRow[]): boolean {
  return new Set(rows.map(({ id, constraint }) => constraint?.field?.path[0] ?? id)).size >= subjectsOfAll;
}

/** What was received, with the other answer to the same request. */
function changing(finding: Finding, { answer, again, context }: Repeated): Finding {
  const isOdd = (one: Settled) => sameAnswer(answer, one.answer, context.conditionalFields);
  const other = again.find((one) => !isOdd(one))!;
  const wrong = 1 + again.filter(isOdd).length;
  return {
    ...finding,
    again: 'other',
    received: {
      is: 'from-time-to-time',
      answer: finding.received!,
      other: answerFact(other.answer),
      wrong,
      of: 1 + again.length,
    },
    exchanges: [...finding.exchanges, ...other.exchanges],
  };
}

/** Answers that change one by one too are not due to the calls of others. */
function notOfOthers<C extends Checked>(check: C): C {
  const { finding } = check;
  const { received, verdict } = finding;
  const isOfOthers = received?.is === 'side-by-side' || received?.is === 'calls' || received?.is === 'only-at-once';
  if (!isOfOthers || verdict !== 'violated') return check;
  const { counterexample: _, seen: __, allEvidence: ___, ...rest } = finding;
  const open = { ...rest, verdict: 'inconclusive', reason: 'unstable', received: note('changes-from-time-to-time') };
  return { ...check, finding: open as Finding };
}

/** What is said of the target; nothing where its answers do not change. */
export function answersChange(repeated: readonly Repeated[]): Diagnosis[] {
  if (!repeated.some(changesAlone)) return [];
  const asked = repeated.filter(hasOther);
  // The others were asked until it was clear what they get: that says nothing about how often they do.
  const inTurn = asked.filter(({ again }) => again.length >= oftenAsked);
  const answers = inTurn.reduce((sum, { again }) => sum + again.length, 0);
  const odd = inTurn.flatMap(oddOnes);
  const often =
    odd.length > 0
      ? `, and ${odd.length} of ${answers} answers to ${counted(inTurn.length, 'request')} that ${inTurn.length === 1 ? 'was' : 'were'} sent one by one are odd`
      : '';
  return [
    {
      code: 'answers-change',
      says: `The target answers the same request differently from time to time: ${asked.length} of ${counted(repeated.length, 'request')} that failed got another answer when sent again${often}${example([...odd, ...asked.flatMap(oddOnes)])}.`,
      cure: `${isOfTheOneBefore(repeated) ? oneBefore : otherCauses} Findings about single fields may be due to it.`,
    },
  ];
}

/** Sent again so often for its own sake. */
const oftenAsked = 6;

function counted(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}

const oneBefore =
  'Each odd answer is the one that the request before has to get: look for a variable that requests share.';
const otherCauses =
  'Look for what changes from one request to the next: one of several workers or servers that runs other code or another configuration, a counter, a cache, or a variable that requests share.';

interface Odd {
  readonly got: Answer;
  readonly usual: Answer;
}

/** The answers that differ from most others to the same request, of those that it got one by one. */
function oddOnes(one: Repeated): Odd[] {
  const usual = usualOf(one);
  return one.again
    .map(({ answer }) => answer)
    .filter((answer) => !sameAnswer(answer, usual, one.context.conditionalFields))
    .map((got) => ({ got, usual }));
}

/** The answer that a request got most often; of equal ones the one that it got when asked again. */
function usualOf({ answer, again, context }: Repeated): Answer {
  const all = [...again.map((one) => one.answer).reverse(), answer];
  const count = (wanted: Answer) => all.filter((one) => sameAnswer(one, wanted, context.conditionalFields)).length;
  return all.reduce((best, one) => (count(one) > count(best) ? one : best));
}

function example([first]: readonly Odd[]): string {
  return first ? `, such as ${shortly(first.got)} in the place of ${shortly(first.usual)}` : '';
}

function shortly({ http, result }: Answer): string {
  return result ? `${String(result.resultStatus)}/${String(result.resultCode)}` : `HTTP ${http} without a result`;
}

/** Whether the odd answers of requests that took turns are those of the requests before them. */
function isOfTheOneBefore(repeated: readonly Repeated[]): boolean {
  const usual = new Map(repeated.filter(hasOther).map((one) => [one, usualOf(one)]));
  const sent = [...usual.keys()]
    .flatMap((one) => one.again.map(({ answer }) => ({ one, answer })))
    .sort((a, b) => startOf(a.answer.exchange) - startOf(b.answer.exchange));
  const odd = sent.flatMap(({ one, answer }, at) => {
    if (at === 0 || sameAnswer(answer, usual.get(one)!, one.context.conditionalFields)) return [];
    return [{ answer, before: usual.get(sent[at - 1]!.one)! }];
  });
  return odd.length > 1 && odd.every(({ answer, before }) => sameAnswer(answer, before));
}

function startOf({ startedAt }: Exchange): number {
  return startedAt;
}
