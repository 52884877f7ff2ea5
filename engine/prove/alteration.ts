/** Alterations: faults of a subject as data, each a rule for what the recorded messages would be if the subject had that fault. */
import type { Operation } from '../../contract/types.ts';
import type { RecordedRequest } from '../record/record.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import type { JsonObject, RunSettings } from '../settings.ts';
import type { Answer } from '../wire/answer.ts';
import type { Exchange, NoAnswer } from '../wire/exchange.ts';

/** What is wrong with the signature of an altered message; everything else about it is right. */
export type SignatureFault =
  | 'none'
  | 'no-signature'
  | 'no-time'
  | 'other-key'
  | 'other-path'
  | 'other-body'
  | 'other-time'
  | 'not-base64'
  | 'raw-base64'
  | 'hex'
  | 'doubly-encoded'
  | 'no-zone'
  | 'other-clock';

/** What a subject with the fault answers; what is left out stays as it was recorded. */
export interface AlteredAnswer {
  readonly json?: JsonObject;
  /** In the place of JSON. */
  readonly text?: string;
  readonly status?: number;
  readonly contentType?: string;
  readonly signature?: SignatureFault;
  readonly noAnswer?: NoAnswer;
  readonly durationMs?: number;
}

/** A recorded request of the suite and its answer, as an alteration sees them. */
export interface Asked {
  readonly op: Operation;
  readonly spec: RequestSpec;
  readonly recorded: RecordedRequest;
  readonly exchange: Exchange;
  readonly answer: Answer;
  /** The body as it was meant; null where it was not written as a JSON object. */
  readonly body: JsonObject | null;
  /** Constraints that the body breaks, as `path.keyword`. */
  readonly breaks: ReadonlySet<string>;
  /** A correctly signed POST of a JSON object to the right path. */
  readonly isPlain: boolean;
  /** Place among the altered answers of its API, from 0. */
  readonly nth: number;
}

/** What alterations can look up. */
export interface RecordedApi {
  readonly settings: RunSettings;
  /** An answer of success, with values of its own; null where the record has none. */
  success(nth: number): JsonObject | null;
  /** The answer to a good request for a user unknown to the target; null where there is none. */
  readonly unknownUser: JsonObject | null;
  /** The body of the good request. */
  readonly goodBody: JsonObject;
}

interface AlterationFacts {
  /** Unique among the alterations of a run. */
  readonly id: string;
  readonly operation: string;
  /** Alterations of one kind are counted together. */
  readonly kind: AlterationKind;
  /** What the subject does, in one sentence. */
  readonly says: string;
  /** Keys of the rows that judge it; another row may notice it as well. */
  readonly rows: readonly string[];
  /** Advice at most, although its rows may fail for other reasons. */
  readonly advice?: true;
  /** The scenario of the config that shows it. */
  readonly scenario?: string;
}

/** A fault of a server. */
export interface ServerAlteration extends AlterationFacts {
  readonly of: 'server';
  /** Null: this answer stays as it was recorded. */
  readonly alter: (asked: Asked, api: RecordedApi) => AlteredAnswer | null;
  /** How altered requests end where they do not end in an answer. */
  readonly ended?: 'throttled' | 'absent';
}

/** What a caller with the fault sends; what is left out stays as it was recorded. */
export interface AlteredRequest {
  readonly json?: JsonObject;
  readonly method?: string;
  readonly path?: string;
  /** Laid over the headers; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly signature?: SignatureFault;
  /** Changes the value of the Signature header after it was made. */
  readonly signatureHeader?: (value: string) => string;
}

/** One run of a caller's action: the exchange with its trigger, and its calls. */
export interface CallerActionExchanges {
  readonly action: string;
  readonly trigger: Exchange;
  readonly calls: readonly Exchange[];
}

/** A fault of a caller. */
export interface CallerAlteration extends AlterationFacts {
  readonly of: 'caller';
  /** What is sent in the place of a request; null: it stays. */
  readonly request?: (
    body: JsonObject,
    exchange: Exchange,
    place: { action: string; nth: number },
  ) => AlteredRequest | null;
  /** The exchanges of an action in the place of the recorded ones; null: they stay. */
  readonly action?: (run: CallerActionExchanges) => CallerActionExchanges | null;
}

export type Alteration = ServerAlteration | CallerAlteration;

/** Kinds of alterations, in the order of the lists that count them. */
export const alterationKinds = {
  accepts: 'accepts an illegal request',
  refuses: 'refuses a legal request',
  authentication: 'accepts a request that is not authentic',
  protocol: 'serves what it must not, or refuses another spelling',
  result: 'a result with a wrong code or status',
  scenario: 'another answer than the documented one',
  field: 'a wrong field',
  signature: 'a wrong signature',
  identity: 'the same value twice',
  http: 'wrong HTTP',
  service: 'no service',
  repeat: 'a wrong repeat',
  trust: 'a wrong outcome',
} as const;

export type AlterationKind = keyof typeof alterationKinds;
