/** Controls: the good requests that every refusal is a twin of, the spelling they go out in, and what their refusal means. */

import { bodyMeant, type Settled, Unjudged } from '../check/finding.ts';
import type { Diagnosis } from '../report.ts';
import type { RequestSpec, Spelling } from '../request/request-spec.ts';
import type { Exchange, NoAnswer } from '../wire/exchange.ts';
import { attempted } from './attempted.ts';
import { signatureOf, type Trial } from './operation-client.ts';
import type { Run } from './run-context.ts';
import { refusesTwice } from './token-per-call.ts';

/** How the opening of one operation went. */
export interface Opening {
  /** The last answer to the full base, or why there is none. */
  readonly settled: Settled | null;
  readonly unjudged: Unjudged | null;
  /** The operation is not there under its default path. */
  readonly absent: boolean;
}

/** Opens an operation: the good request, and what its acceptance leaves behind. */
export async function openTrial(trial: Trial): Promise<Opening> {
  const opening = await firstControl(trial);
  const { settled } = opening;
  if (settled?.answer.kind !== 'S' || trial.run.stopped()) return opening;
  trial.controls.full = settled;
  remember(trial, settled);
  return opening;
}

/** The minimal and the made-up control of an opened operation, once nothing speaks against the whole run. */
export async function furnishTrial(trial: Trial): Promise<void> {
  if (!trial.controls.full) return;
  await Promise.all([furnishMinimal(trial), furnishNobody(trial)]);
}

async function furnishMinimal(trial: Trial): Promise<void> {
  trial.ownTokens = await refusesTwice(trial);
  const ask: RequestSpec = { base: 'minimal', mayReachPerson: true, occurrence: 'opening' };
  const minimal = await attempted(trial, ask, 'a request with the required fields only');
  trial.controls.minimal = minimal?.answer.kind === 'S' ? minimal : null;
}

async function furnishNobody(trial: Trial): Promise<void> {
  if (!trial.pool.costs) return;
  const nobody = await attempted(trial, { base: 'full', user: 'nobody' }, 'a request for a made-up user');
  trial.controls.nobody = nobody?.answer.kind === 'F' ? nobody : null;
}

/** A control may meet weather: it is tried three times, each time as a request of its own. */
async function firstControl(trial: Trial): Promise<Opening> {
  let unjudged: Unjudged | null = null;
  const seen: Exchange[] = [];
  for (const turn of ['opening', 'opening again', 'opening once more']) {
    try {
      let settled = await trial.ask({ base: 'full', mayReachPerson: true, occurrence: turn }, 'a good request');
      if (sayWhoCalls.has(settled.answer.code)) settled = (await inOtherSpellings(trial)) ?? settled;
      return { settled, unjudged: null, absent: isAbsent(trial, settled) };
    } catch (error) {
      if (!(error instanceof Unjudged)) throw error;
      seen.push(...error.judged.exchanges);
      unjudged = error;
      if (error.judged.reason !== 'unstable') break;
    }
  }
  return {
    settled: null,
    unjudged: unjudged && new Unjudged('inconclusive', unjudged.judged.reason, unjudged.message, seen),
    absent: false,
  };
}

/** No such interface, on a path that nobody configured. */
function isAbsent(trial: Trial, { answer }: Settled): boolean {
  const configured = trial.run.settings.pathsConfigured.includes(trial.op.id) || trial.run.settings.embedded;
  return !configured && (answer.code === 'NO_INTERFACE_DEF' || answer.http === 404);
}

/** Codes of a target that could not tell who calls: it may have missed a header by its spelling. */
const sayWhoCalls = new Set(['INVALID_SIGNATURE', 'INVALID_CLIENT', 'KEY_NOT_FOUND']);

const otherSpellings: readonly Spelling[] = [
  { names: 'canonical', comma: ',' },
  { names: 'lower', comma: ', ' },
  { names: 'lower', comma: ',' },
];

/** The other documented spellings of a signed request; the first accepted one is what the run goes on in. */
async function inOtherSpellings(trial: Trial): Promise<Settled | null> {
  for (const spelling of otherSpellings) {
    const ask: RequestSpec = { base: 'full', mayReachPerson: true, wire: { spelling }, occurrence: 'spelling' };
    const settled = await attempted(trial, ask, 'a good request in another spelling of its headers');
    if (settled && !sayWhoCalls.has(settled.answer.code)) {
      trial.run.spelling = spelling;
      return settled;
    }
  }
  return null;
}

/** What an accepted control leaves behind for later probes. */
function remember(trial: Trial, settled: Settled): void {
  const { run, op } = trial;
  const signature = signatureOf(settled.exchanges.at(-1)!);
  if (signature) run.acceptedSignatures.set(op.id, signature);
  const { introduces } = op.probing;
  const reference = introduces && (bodyMeant(settled) as Record<string, unknown>)[introduces];
  if (typeof reference === 'string') run.references.set(op.id, reference);
}

/** Whether the operation still accepts at the end. A throttled or unpayable control proves neither way, so the opening one stands. */
export async function closeTrial(trial: Trial): Promise<'covered' | 'lost'> {
  try {
    const settled = await trial.ask(
      { base: 'full', mayReachPerson: true, occurrence: 'closing' },
      'a good request at the end',
    );
    return settled.answer.kind === 'S' ? 'covered' : 'lost';
  } catch (error) {
    if (!(error instanceof Unjudged)) throw error;
    return error.judged.verdict === 'not-run' ? 'covered' : 'lost';
  }
}

/** The target gave no HTTP answer to any opening control: says how, with the cure. */
export function unreachable(run: Run, openings: readonly Opening[]): Diagnosis | null {
  const failures = openings.map(
    (opening) => opening.unjudged?.judged.exchanges.at(-1) ?? opening.settled?.exchanges.at(-1),
  );
  if (run.sent.some(({ exchange }) => exchange.response) || failures.length === 0) return null;
  const last = failures.find((exchange) => exchange?.noAnswer);
  if (!last?.noAnswer) return null;
  return noAnswerFault(run.settings.target, last.noAnswer);
}

const cures: Readonly<Record<NoAnswer, string>> = {
  refused: 'Start the target, or correct target (host and port).',
  dns: 'Correct the host name in target.',
  tls: 'Set tls.ca to the certificate authority of the target, or use the host name its certificate is for.',
  timeout: 'See whether the target hangs; a slower target needs a longer --timeout.',
  reset: 'See the log of the target: it closes the connection without an answer; a TLS port needs https.',
  malformed: 'See what listens there: its answer is not HTTP/1.1; a TLS port needs https.',
  aborted: 'Run again.',
};

/** What the lack of an answer means, as far as the request itself shows it. */
export function noAnswerFault(target: string, { kind, says }: NonNullable<Exchange['noAnswer']>): Diagnosis {
  return { code: `no-answer-${kind}`, says: `${target} gives no HTTP answer: ${says}.`, cure: cures[kind] };
}
