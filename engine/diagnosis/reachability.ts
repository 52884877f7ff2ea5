/** Reachability: the target gave no HTTP answer at all, with how that showed and the cure. */
import type { Diagnosis } from '../report.ts';
import type { Exchange, NoAnswer } from '../wire/exchange.ts';

const cures: Readonly<Record<NoAnswer, string>> = {
  refused: 'Start the target, or correct target (host and port); run.startMs sets how long a run waits for it.',
  dns: 'Correct the host name in target.',
  tls: 'Set tls.ca to the certificate authority of the target, or use the host name its certificate is for.',
  timeout: 'Check whether the target hangs; a slower target needs a longer --timeout.',
  reset: 'Check the log of the target: it closes the connection without an answer; a TLS port needs https.',
  malformed: 'Check what listens there: its answer is not HTTP/1.1; a TLS port needs https.',
  aborted: 'Run again.',
};

/** What the lack of an answer means, as far as the request itself shows it. */
export function noAnswerFault(target: string, { kind, says }: NonNullable<Exchange['noAnswer']>): Diagnosis {
  return { code: `no-answer-${kind}`, says: `${target} gives no HTTP answer: ${says}.`, cure: cures[kind] };
}

/** The target answered none of these exchanges; null where it answered one, or none was sent. */
export function unreachable(target: string, exchanges: readonly Exchange[]): Diagnosis | null {
  if (exchanges.some(({ response }) => response !== null)) return null;
  const last = exchanges.findLast(({ noAnswer }) => noAnswer !== null);
  return last?.noAnswer ? noAnswerFault(target, last.noAnswer) : null;
}
