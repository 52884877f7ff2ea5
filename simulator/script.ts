/** Scripts: the answers of the simulated Alipay+, step by step, as data. */
import { parse, YAMLParseError } from 'yaml';
import { operations } from '../generated/operations.ts';

/** Kinds of answers other than a plain result code. */
export const answerKinds = {
  late: 'S, but after the time-out of the caller',
  never: 'no answer',
  resetBefore: 'connection reset before the request is read',
  resetAfter: 'connection reset after the request was read',
  http500: 'HTTP 500 without a result',
  html: 'a web page instead of JSON',
  truncated: 'S with truncated JSON',
  unsigned: 'S without a signature',
  onlySignature: 'S with Signature but without Response-Time',
  onlyResponseTime: 'S with Response-Time but without Signature',
  otherKey: 'S signed with an unknown key',
  otherPath: 'S signed for another path',
  otherClient: 'S signed for another client, with the Client-Id of the caller',
  whollyOtherClient: 'S signed for another client, with the Client-Id of that client',
  indented: 'S, correctly signed, with indented JSON',
  commaSpaced: 'S, correctly signed, with a space after each comma in Signature',
  shortList: 'S with one code fewer than requested',
  noList: 'S without the list of codes',
  extraFields: 'S with undocumented fields',
  unknownF: 'F with an undocumented code',
  unknownU: 'U with an undocumented code',
} as const;

export type AnswerKind = keyof typeof answerKinds;

/** `S`, `F:PROCESS_FAIL`, `U:UNKNOWN_EXCEPTION`, …, or a kind. */
export type AnswerName = 'S' | `F:${string}` | `U:${string}` | AnswerKind;

/** One step: the answer to one request, or to several in a row. */
export interface Step {
  readonly answer: AnswerName;
  /** Delay before the answer; 0 where left out, for `late` slightly more than the caller's time-out. */
  readonly delayMs?: number;
  /** Number of consecutive requests that get this answer; 1 where left out. */
  readonly times?: number;
}

export interface Script {
  readonly steps: readonly Step[];
  /** After the last step: repeat it, or start again. */
  readonly afterwards: 'last' | 'again';
}

/** An invalid script; `message` is a sentence, `cure` says what to do. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
  readonly cure: string;

  constructor(says: string, cure: string) {
    super(says);
    this.cure = cure;
  }
}

/** Every documented result code of any API with its status. */
export const documentedCodes: Readonly<Record<string, 'S' | 'F' | 'U'>> = Object.assign(
  {},
  ...Object.values(operations).map((operation) => operation.resultCodes),
);

/** The answer to the n-th request, from 0. */
export function stepAt({ steps, afterwards }: Script, n: number): Step {
  const line = steps.flatMap((step) => Array.from({ length: step.times ?? 1 }, () => step));
  const index = afterwards === 'again' ? n % line.length : Math.min(n, line.length - 1);
  return line[index] ?? { answer: 'S' };
}

/** Reads a script file (YAML, so JSON as well): a list of steps, or an object with `steps` and `afterwards`. */
export function readScript(text: string): Script {
  let data: unknown;
  try {
    data = parse(text);
  } catch (error) {
    const where = error instanceof YAMLParseError && error.linePos ? ` at line ${error.linePos[0].line}` : '';
    throw new ScriptError(`The script is not valid YAML${where}`, 'Correct it, or start with one line: "- answer: S".');
  }
  return checkScript(data);
}

/** Checks and completes a script given as data. */
export function checkScript(data: unknown): Script {
  const whole = Array.isArray(data) ? { steps: data } : data;
  if (!isRecord(whole) || !Array.isArray(whole.steps)) {
    throw new ScriptError('The script has no list of steps', 'Write "steps:" and below it "- answer: S".');
  }
  refuseUnknownKeys(whole, ['steps', 'afterwards'], 'The script');
  if (whole.steps.length === 0) throw new ScriptError('The script has no step', 'Write at least "- answer: S".');
  const afterwards = whole.afterwards ?? 'last';
  if (afterwards !== 'last' && afterwards !== 'again') {
    throw new ScriptError(
      `afterwards is ${show(afterwards)}`,
      'Write "last" to repeat the last step, or "again" to start again.',
    );
  }
  return { steps: whole.steps.map((step, index) => checkStep(step, `Step ${index + 1}`)), afterwards };
}

function checkStep(data: unknown, place: string): Step {
  const step = typeof data === 'string' ? { answer: data } : data;
  if (!isRecord(step)) throw new ScriptError(`${place} is ${show(data)}`, 'Write it as "- answer: S".');
  refuseUnknownKeys(step, ['answer', 'delayMs', 'times'], place);
  const { answer, delayMs, times } = step;
  return {
    answer: checkAnswer(answer, place),
    ...(delayMs === undefined ? {} : { delayMs: wholeNumber(delayMs, 0, 600_000, `${place}: delayMs`) }),
    ...(times === undefined ? {} : { times: wholeNumber(times, 1, 10_000, `${place}: times`) }),
  };
}

function checkAnswer(answer: unknown, place: string): AnswerName {
  if (answer === 'S' || (typeof answer === 'string' && Object.hasOwn(answerKinds, answer))) return answer as AnswerName;
  const [, status, code = ''] = /^([FU]):(.*)$/.exec(typeof answer === 'string' ? answer : '') ?? [];
  if (!status) {
    throw new ScriptError(
      `${place}: ${show(answer)} is not a valid answer`,
      `Answers: S, F:<code>, U:<code>, ${Object.keys(answerKinds).join(', ')}.`,
    );
  }
  const right = documentedCodes[code];
  if (!right) {
    const codes = Object.keys(documentedCodes).filter((known) => documentedCodes[known] === status);
    throw new ScriptError(
      `${place}: ${show(answer)} is not a documented code`,
      `Codes with ${status}: ${codes.join(', ')}. For an undocumented code write unknown${status}.`,
    );
  }
  if (right !== status)
    throw new ScriptError(`${place}: the status of ${code} is not ${status}`, `Write ${right}:${code}.`);
  return answer as AnswerName;
}

function wholeNumber(value: unknown, least: number, most: number, what: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ScriptError(`${what} is ${show(value)}`, `Write a whole number from ${least} to ${most}.`);
}

function refuseUnknownKeys(record: Record<string, unknown>, known: readonly string[], place: string): void {
  const stranger = Object.keys(record).find((key) => !known.includes(key));
  if (stranger !== undefined)
    throw new ScriptError(`${place} has an unknown key "${stranger}"`, `Keys: ${known.join(', ')}.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
