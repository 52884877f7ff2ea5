/** The actions of a run against a caller, as data: what its trigger asks for, and what Alipay+ answers. */
import type { CallerTask } from '../../engine/check/caller-check.ts';
import type { JsonObject, RunSettings } from '../../engine/settings.ts';
import { operations } from '../../generated/operations.ts';
import type { AnswerName, Step } from '../../simulator/script.ts';

/** What a trigger asks the caller to fetch codes for, by field of the request. */
type Asked = CallerTask['asked'];

/** One call of the trigger, with the answers that the caller gets. */
export interface Action extends CallerTask {
  readonly steps: readonly Step[];
}

/** What the list of actions depends on. */
export type ActionSettings = Pick<RunSettings, 'requests' | 'signing' | 'profile' | 'only'>;

const op = operations.getPaymentCode;

/** How many repeats are more than anybody needs. */
export const mostRepeats = 10;

/** How many pauses after each code of status U are compared: a single one may be a stall of the machine. */
export const pausesCompared = 3;

/** A caller may be patient: after so many answers of one kind it gets another one that ends the matter. */
const patience = 8;

const theEnd: Step = { answer: 'F:PROCESS_FAIL' };
const success: Step = { answer: 'S' };

/** Kinds of S that a caller must not trust; the last one is a position of the suite. */
export const untrustedKinds = [
  'unsigned',
  'onlySignature',
  'onlyResponseTime',
  'otherKey',
  'otherPath',
  'otherClient',
  'whollyOtherClient',
] as const satisfies readonly AnswerName[];

/** Kinds of S that a caller must trust. */
export const rightKinds = ['S', 'indented', 'commaSpaced', 'extraFields'] as const satisfies readonly AnswerName[];

/** Ways to give no usable answer, after which the same request is due again. */
const brokenKinds: readonly AnswerName[] = [
  'late',
  'never',
  'resetBefore',
  'resetAfter',
  'http500',
  'html',
  'truncated',
  'noList',
];

/** What the trigger asks for: one per fixture, the bare example where the config names none. */
export function askedOf(settings: Pick<RunSettings, 'requests'>): readonly [Asked, ...Asked[]] {
  const example = askedIn(op.requestExample);
  const fixtures = (settings.requests.getPaymentCode ?? []).map(({ body }) => ({
    customerId: example.customerId!,
    ...askedIn(body),
  }));
  const [first, ...others] = fixtures;
  return first ? [first, ...others] : [example];
}

/** What a request asks for; a field that is no text is left out. */
export function askedIn(body: JsonObject | null): Asked {
  const text = (name: string) => (typeof body?.[name] === 'string' ? { [name]: body[name] } : {});
  return { ...text('customerId'), ...text('region'), ...text('codeQuantity') };
}

/** Kinds of actions, each with the requirements that it alone can show; every run has valid calls and calls that end in U. */
const shownBy: Readonly<Record<string, RegExp>> = {
  right: /(G-26|GPC-12|G-25)$/,
  broken: /(GPC-12|GPC-13|G-25)$/,
  failure: /(GPC-12|G-25)$/,
  untrusted: /G-26$/,
};

/** Every action of a run, in order; `smoke` leaves out what only repeats another one, `only` what the chosen rows do not need. */
export function actionsOf(settings: ActionSettings): Action[] {
  const users = askedOf(settings);
  const smoke = settings.profile === 'smoke';
  const needed = (kind: string) => settings.only === null || settings.only.some((name) => shownBy[kind]!.test(name));
  return [
    ...validCalls(smoke ? [users[0]] : users),
    ...(needed('right') ? rightAnswers(users[0]) : []),
    ...unknownResults(users[0]),
    ...(needed('broken') ? brokenAnswers(users[0]) : []),
    ...(needed('failure') ? failures(users[0], smoke) : []),
    ...(needed('untrusted') && settings.signing.mode !== 'off' ? untrustedAnswers(users[0]) : []),
  ];
}

function validCalls(users: readonly Asked[]): Action[] {
  const bare = { customerId: users[0]!.customerId! };
  return [...users, bare].map((user, index) => ({
    id: index < users.length ? `valid-${index + 1}` : 'valid-bare',
    title:
      index < users.length
        ? `codes are fetched for user ${index + 1}`
        : 'codes are fetched without region and quantity',
    asked: user,
    steps: [success],
  }));
}

function rightAnswers(user: Asked): Action[] {
  return rightKinds.slice(1).map((answer) => action(answer, user, [{ answer }]));
}

/** U with either code by turns, so that a machine that gets slower meets both alike. */
function unknownResults(user: Asked): Action[] {
  const codes = ['UNKNOWN_EXCEPTION', 'REQUEST_TRAFFIC_EXCEED_LIMIT'];
  const pairs = Array.from({ length: pausesCompared }, (_, index) =>
    codes.map((code) => action(`U:${code}`, user, [{ answer: `U:${code}` }, success], `-${index + 1}`)),
  ).flat();
  const long: Action = {
    id: 'unknown-for-long',
    title: 'every answer is U/UNKNOWN_EXCEPTION for a long time',
    asked: user,
    steps: [{ answer: 'U:UNKNOWN_EXCEPTION', times: mostRepeats + 2 }, theEnd],
  };
  return [...pairs, action('unknownU', user, [{ answer: 'unknownU' }, success]), long];
}

function brokenAnswers(user: Asked): Action[] {
  const several = { ...user, codeQuantity: Number(user.codeQuantity ?? '1') > 1 ? user.codeQuantity! : '3' };
  return [
    ...brokenKinds.map((answer) => action(answer, user, [{ answer }, success])),
    action('shortList', several, [{ answer: 'shortList' }]),
  ];
}

function failures(user: Asked, smoke: boolean): Action[] {
  const codes = Object.entries(op.resultCodes).flatMap(([code, status]) => (status === 'F' ? [code] : []));
  const chosen = smoke ? codes.filter((code) => code === 'PROCESS_FAIL' || code === 'PARAM_ILLEGAL') : codes;
  const answers: AnswerName[] = [...chosen.map((code): AnswerName => `F:${code}`), 'unknownF'];
  return answers.map((answer) => action(answer, user, [{ answer }, success]));
}

function untrustedAnswers(user: Asked): Action[] {
  return untrustedKinds.map((answer) => action(answer, user, [{ answer, times: patience }, theEnd]));
}

const answerWords: Readonly<Partial<Record<AnswerName, string>>> = {
  late: 'comes too late',
  never: 'never comes',
  resetBefore: 'is a broken connection, before the request was read',
  resetAfter: 'is a broken connection, after the request was read',
  http500: 'is HTTP 500 without a result',
  html: 'is a web page',
  truncated: 'is S with JSON that ends in the middle',
  noList: 'is S without the list of codes',
  shortList: 'is S with one code too few',
  unsigned: 'is S without a signature',
  onlySignature: 'is S with a Signature, but no Response-Time',
  onlyResponseTime: 'is S with a Response-Time, but no Signature',
  otherKey: 'is S signed with an unknown key',
  otherPath: 'is S signed for another path',
  otherClient: 'is S signed for another client, under its own Client-Id',
  whollyOtherClient: 'is S signed for another client, with the Client-Id of that client',
  indented: 'is S, correctly signed, over several lines',
  commaSpaced: 'is S, correctly signed, with spaces in the Signature header',
  extraFields: 'is S, correctly signed, with unknown extra fields',
  unknownF: 'is F with an unknown code',
  unknownU: 'is U with an unknown code',
};

function action(answer: AnswerName, user: Asked, steps: readonly Step[], suffix = ''): Action {
  const id = answer.replace(':', '-') + suffix;
  const nth = suffix === '' ? '' : ` (${suffix.slice(1)})`;
  return {
    id,
    title: `the answer ${answerWords[answer] ?? `is ${answer.replace(':', '/')}`}${nth}`,
    asked: user,
    steps,
  };
}
