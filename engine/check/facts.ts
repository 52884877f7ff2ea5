/** Facts: what was expected and what was received, as values. Only engine/report/words.ts turns them into text. */
import type { Answer } from '../wire/answer.ts';
import { isObject } from '../wire/json.ts';
import type { CallerFactShapes, CallerNote } from './caller-facts.ts';

/** What an answer is compared with, and what is known of that answer. */
export type Comparison =
  /** The answer to a user whom the target does not know. */
  | 'unknown-user'
  /** The same request written in the other allowed way. */
  | 'other-way'
  /** An unknown id that is short. */
  | 'short-unknown'
  /** An unknown id of more than one character. */
  | 'longer-unknown'
  /** A known id that is short. */
  | 'short-known'
  | 'left-out'
  | 'string-value'
  | 'without-extra-field'
  | 'mobile'
  | 'first-time'
  | 'alone';

/** Every kind of fact with its members. */
export interface FactShapes extends CallerFactShapes {
  /** S with SUCCESS. */
  accepted: { readonly times?: number };
  /** Never S; with codes, F with one of them. */
  refused: { readonly codes: readonly string[] };
  /** F with PARAM_ILLEGAL, or the answer that the comparison gets. */
  'refused-or-same': { readonly as: Comparison };
  /** A result as it came; members of the answer that matter besides it. */
  answer: {
    readonly status: unknown;
    readonly code: unknown;
    readonly http: number;
    readonly fields?: Readonly<Record<string, unknown>>;
  };
  /** A result that is asked for; members of the answer that matter besides it. */
  result: {
    readonly status: string | null;
    readonly code: string;
    readonly fields?: Readonly<Record<string, unknown>>;
  };
  'no-answer': { readonly kind: string; readonly says: string };
  'no-result': { readonly http: number };
  /** The answer that something else gets as well. */
  same: { readonly as: Comparison; readonly answer?: Fact };
  /** Two answers that should be one. */
  'two-answers': { readonly one: Fact; readonly other: Fact; readonly as: 'omitted-and-null' };
  /** Equal requests that ended differently, with nothing that tells why. */
  'changes-by-chance': { readonly one: Fact; readonly other: Fact };
  /** An answer with another one to the same request, and how many of all of them were the first. */
  'from-time-to-time': { readonly answer: Fact; readonly other: Fact; readonly wrong: number; readonly of: number };
  /** An answer that came more than once, or different ones. */
  'several-answers': { readonly answers: readonly Fact[] };
  /** One answer each time. */
  'stable-answer': object;
  /** A result, whatever it says. */
  'any-result': object;
  'next-served': object;
  /** Not served: an interface is identified by its endpoint. */
  'not-served': object;
  'may-be-omitted': object;
  'illegal-at-any-length': object;

  /** A field keeps the rule of a keyword of its schema. */
  'field-rule': {
    readonly field: string;
    readonly keyword: string;
    readonly type?: string;
    readonly limit?: number;
    readonly values?: readonly string[];
    readonly range?: { readonly min: number; readonly max: number };
    readonly format?: string;
  };
  /** A member is not there. */
  missing: { readonly field?: string };
  /** A JSON value as it came; `undefined` is nothing. */
  value: { readonly value: unknown; readonly field?: string };
  /** A value of the wrong JSON kind. */
  'json-kind': { readonly kind: string; readonly value?: unknown; readonly field?: string };
  'item-kind': { readonly items: string; readonly value: unknown };
  /** A number or boolean inside an object whose scalars are strings. */
  'scalar-inside': { readonly value: unknown };
  length: { readonly characters: number; readonly field?: string };
  /** Text of digits alone. */
  digits: { readonly min: number; readonly max: number; readonly field: string };
  /** A body that is not a JSON object; cut where it was longer than what is read. */
  'not-json': { readonly http: number; readonly truncated: boolean };

  'http-status': { readonly status: number };
  header: { readonly name: string; readonly value: string | null };
  /** The signature of an answer, and what is wrong with it. */
  'answer-signature': {
    readonly state: AnswerSignatureState;
    readonly form?: string;
    readonly bits?: number;
    /** Which of the published verifiers read it, where not all of them do. */
    readonly readBy?: readonly string[];
  };
  /** A time in a header that is not the moment at which it was sent. */
  'written-time': {
    readonly name: string;
    readonly value: string;
    readonly offMs: number;
    readonly cause: WrittenTimeCause;
    /** The Date header of the same message agrees with our clock. */
    readonly dateAgrees: boolean;
  };
  /** A time in a header close to our clock. */
  'close-to-our-clock': { readonly name: string; readonly minutes: number };
  /** An answer that was encoded although nothing but its content was signed. */
  'encoded-answer': { readonly encoding: string; readonly verifies: boolean };
  'signed-answer': object;
  /** How many of something. */
  count: { readonly n: number; readonly of: CountedThing; readonly field?: string; readonly at?: number };
  'at-least': { readonly n: number; readonly of: CountedThing; readonly field?: string };
  'array-of': { readonly items: string; readonly field: string };
  /** How long each item of a list is valid, and how long together with the next. */
  validity: { readonly lifetimeMs?: number; readonly overlapMs?: number };
  'code-in-table': { readonly code?: string; readonly status?: string };
  'other-table': { readonly answer: Fact };
  absent: { readonly field: string };
  present: { readonly field: string; readonly answer: Fact };
  'own-value': { readonly field: string };
  'same-value-twice': { readonly field: string };
  'within-ms': { readonly ms: number };
  slow: { readonly slow: number; readonly of: number; readonly slowestMs: number };

  /** A repeated call is accepted, as it was before; or throttled where that is allowed. */
  'accepted-again': { readonly operation: string; readonly orThrottled?: true };
  /** The answer to the last of several calls, and what its user gets without the calls of others. */
  calls: { readonly answer: Fact; readonly calls: readonly CallFor[]; readonly alone?: Fact };
  /** The same value of a field for two users. */
  'shared-value': { readonly field: string; readonly calls: readonly CallFor[] };
  'answers-in-lists': { readonly answers: number; readonly lists: number; readonly calls: number };
  /** The answer to a user who is called at the same moment as others, and what the user gets alone, twice. */
  'side-by-side': {
    readonly answer: Fact;
    readonly user: string;
    readonly beside: readonly string[];
    readonly alone: Fact;
  };
  'calls-side-by-side': { readonly calls: number; readonly users: number; readonly rounds: number };
  /** A rule that answers broke while several requests were under way, and kept when they were asked one by one. */
  'only-at-once': {
    readonly wrong: number;
    readonly of: number;
    readonly atOnce: number;
    readonly alone: number;
    readonly mixed: 'answers' | 'signatures' | 'ids';
  };
  /** A rule that some answers broke whatever was asked, and one of those to an equal request that was sent one by one. */
  'at-times': { readonly wrong: number; readonly of: number; readonly alone: number; readonly wrongAlone: number };
  /** What holds for an answer however many requests are under way. */
  'as-one-by-one': object;
  /** S for so many users at the same moment. */
  'accepted-side-by-side': { readonly users: number };

  /** Why a check could not be put to the target. */
  throttled: { readonly answer: Fact | null; readonly needs: 'users' | 'rate' };
  budget: object;
  /** A good request that was refused although nobody vouches for its path or its user. */
  'not-vouched': { readonly lacks: 'path' | 'user'; readonly operation: string; readonly answer: Fact };
  /** A scenario needs a token of its own user, which the config has to name. */
  'token-to-name': { readonly operation: string; readonly scenario: string; readonly field: string };
  /** The answer to one of several sends; `mayNeedTime` where the target may want time between them. */
  'send-answer': { readonly nth: number; readonly answer: Fact; readonly mayNeedTime?: boolean };
  /** U or no answer to a call that is not repeated since it may reach a person. */
  'not-repeated': { readonly answer: Fact };
  /** The cause that was found, with its cure. */
  diagnosis: { readonly code: string; readonly says: string; readonly cure: string };
  note: { readonly note: NoteName; readonly value?: string };
}

/** How a time in a header came to be another one. */
export type WrittenTimeCause =
  | 'twelve-hour-clock'
  | 'utc-labelled-local'
  | 'local-labelled-utc'
  | 'other-zone'
  | 'calendar'
  | 'never-set'
  | 'clock'
  | 'unknown';

/** How the signature of an answer looks. */
export type AnswerSignatureState =
  /** Signed as documented, with all three headers. */
  | 'signed'
  | 'unsigned'
  | 'no-client-id'
  | 'no-signature'
  | 'no-response-time'
  | 'no-signature-part'
  | 'unreadable'
  | 'plain-base64'
  | 'other-form'
  | 'other-content'
  | 'other-key';

/** A call for a user, in the words of the config: `fixture 1`, `scenario DECLINED`. */
export interface CallFor {
  readonly operation: string;
  readonly user: string;
}

/** Things that are counted in facts. */
export type CountedThing =
  | 'answers'
  | 'requests-answered'
  | 'values-answered'
  | 'accepted-answers'
  | 'different-values'
  | 'own-requests'
  | 'requests'
  | 'repeats'
  | 'items'
  | 'sends-before-limit';

/** Situations that need no further values. */
export type NoteName =
  | 'signing-off'
  | 'no-control'
  | 'run-ended'
  | 'request-cut-off'
  | 'not-in-record'
  | 'part-of-run'
  | 'operation-dead'
  | 'no-evidence'
  | 'no-request'
  | 'no-scenario'
  | 'no-second-user'
  | 'no-fresh-user'
  | 'not-fresh'
  | 'limit-per-user'
  | 'path-unknown'
  | 'user-unnamed'
  | 'self-check'
  | 'harness'
  | 'own-requests-keep-it'
  | 'own-request-wrong'
  | 'target-absent'
  | 'calls-lost'
  | 'needs-spacing'
  | 'changes-from-time-to-time'
  | CallerNote
  | keyof TopicNotes;

/** Notes of single topics; files of suites may add members by declaration merging of their own topic. */
export interface TopicNotes {
  'stack-trace': true;
  'no-stack-trace': true;
  'credential-echoed': true;
  'no-credential': true;
  'no-two-optional-fields': true;
  'no-mobile-scenario': true;
  'one-at-a-time': true;
  'no-repeated-call': true;
  'no-two-users-in-list': true;
  'no-call-among-others': true;
}

/** A fact of any kind. */
export type Fact = {
  [K in keyof FactShapes]: { readonly is: K } & FactShapes[K];
}[keyof FactShapes];

/** A note as a fact. */
export function note(name: NoteName, value?: string): Fact {
  return value === undefined ? { is: 'note', note: name } : { is: 'note', note: name, value };
}

/** What came back for a request; `fields` are members of the body that matter besides the result. */
export function answerFact(answer: Answer, fields?: Readonly<Record<string, unknown>>): Fact {
  const { exchange, result, http } = answer;
  if (exchange.noAnswer) return { is: 'no-answer', kind: exchange.noAnswer.kind, says: exchange.noAnswer.says };
  if (!result) return { is: 'no-result', http };
  return {
    is: 'answer',
    status: result.resultStatus,
    code: result.resultCode,
    http,
    ...(fields && Object.keys(fields).length > 0 ? { fields } : {}),
  };
}

/** Equal facts, member by member; how exactly a connection was lost makes no difference, also inside another fact. */
export function sameFact(one: Fact | null, other: Fact | null): boolean {
  return JSON.stringify(one, withoutLoss) === JSON.stringify(other, withoutLoss);
}

function withoutLoss(_: string, value: unknown): unknown {
  return isObject(value) && value.is === 'no-answer' ? value.is : value;
}
