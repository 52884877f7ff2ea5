/** The steps by which an MPP answers a call; each can be replaced, so that a fault or a variant is a row of data. */
import type { ServerResponse } from 'node:http';
import type { HttpCall } from '../http-server.ts';

/** The four APIs that an MPP serves. */
export const mppApis = [
  'sendOTP',
  'sendActivationCode',
  'tokenActivationNotification',
  'tokenDigitizeDecision',
] as const;

export type MppApi = (typeof mppApis)[number];

export type Json = { [key: string]: unknown };

/** One call while it is being answered. */
export interface Call extends HttpCall {
  api: MppApi | null;
  /** True once the signature is found right, or where nothing is signed. */
  authenticated: boolean;
  /** The parsed body, once it was readable. */
  request: Json;
}

/** The state of the server between calls. */
export interface ServerState {
  /** Messages sent, per API and user, with the day and the moment of the last one. */
  readonly sent: Map<string, { day: string; count: number; lastAt: number }>;
  /** Token references of digitizations that were decided on. */
  readonly tokens: Set<unknown>;
}

/** One request field and what is legal in it. */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'date' | 'object';
  readonly required: boolean;
  readonly max?: number;
  readonly oneOf?: readonly string[];
  /** Counts the length of a text; characters where it is left out. */
  readonly lengthOf?: (text: string) => number;
  /** Stands around the normal check, which it may ask. */
  readonly check?: (value: unknown, legal: (value: unknown) => boolean, request: Json) => boolean;
}

export interface Result {
  resultCode: unknown;
  resultStatus: unknown;
  resultMessage?: unknown;
}

/** An answer before it is serialised. */
export type Answer = Json & { result: Result };

/** An answer as it is sent. */
export interface Reply {
  status: number;
  headers: [name: string, value: string][];
  body: string;
}

/** Checks a call and returns the result code that refuses it, or null to continue. */
export type Guard = (b: Behaviour, call: Call) => string | null | Promise<string | null>;

/** How often messages may be sent to one user. */
export interface Sending {
  readonly perDay: number;
  /** Least time between two messages. */
  readonly spacingMs: number;
}

export interface Behaviour {
  readonly state: ServerState;
  readonly clientId: string;
  readonly keyVersion: string;
  /** The caller's public key, PEM; null where the server verifies nothing. */
  readonly callerKey: string | null;
  /** The server's own private key, PEM; null where it signs nothing. */
  readonly ownKey: string | null;
  readonly apis: readonly MppApi[];
  readonly sending: Sending;
  /** The acquirer and the MPP that sendOTP is open to; null for any. */
  readonly parties: { readonly acquirerId: string; readonly pspId: string } | null;
  /** Whether an activation code or a notification needs a token that a digitization has introduced. */
  readonly knownTokensOnly: boolean;

  /** Asked in order; the first that names a code ends the call. */
  readonly guards: readonly Guard[];
  readonly findApi: (b: Behaviour, path: string) => MppApi | null;
  readonly allowsMethod: (method: string) => boolean;
  readonly acceptsMedia: (call: Call) => boolean;

  readonly header: (call: Call, name: string) => string | undefined;
  readonly parseSignature: (header: string) => Readonly<Record<string, string | undefined>>;
  readonly requestContent: (call: Call, clientId: string, time: string) => Buffer;
  readonly verify: (b: Behaviour, content: Buffer, signature: string, call: Call) => Promise<boolean>;

  readonly readBody: (call: Call) => Json | null;
  readonly fields: Readonly<Record<MppApi, readonly Field[]>>;

  readonly decide: Readonly<Record<MppApi, (b: Behaviour, request: Json, call: Call) => Answer | Promise<Answer>>>;
  readonly newId: (b: Behaviour, call: Call) => unknown | Promise<unknown>;
  readonly result: (code: string) => Result;

  /** The last change of an answer before it is serialised. */
  readonly finish: (answer: Answer, call: Call) => unknown;
  readonly print: (answer: unknown, call: Call) => string;
  readonly httpStatus: (call: Call, answer: Answer) => number;
  readonly now: () => string;
  readonly signs: (call: Call, answer: Answer) => boolean;
  readonly answerContent: (call: Call, clientId: string, time: string, body: string) => Buffer;
  /** Makes the text of a signature: base64, percent-encoded. */
  readonly sign: (b: Behaviour, content: Buffer, call: Call) => Promise<string>;
  readonly writeSignature: (keyVersion: string, value: string) => string;
  readonly reply: (b: Behaviour, call: Call, answer: Answer) => Promise<Reply>;
  /** The reply when a step throws. */
  readonly crash: (b: Behaviour, call: Call, error: unknown) => Promise<Reply>;
  readonly deliver: (response: ServerResponse, reply: Reply, call: Call) => void | Promise<void>;
}

/** Makes a behaviour differ from another one. */
export type Patch = (b: Behaviour) => Behaviour;
