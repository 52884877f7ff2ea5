/** The steps by which an MPP requests payment codes from Alipay+; each can be replaced, so that a fault is a row of data. */
import type { Json } from '../mpp/behaviour.ts';

export type { Json };

/** What the MPP's app asked for. */
export interface Asked extends Json {
  readonly customerId: string;
}

/** What came over the wire; null where nothing complete came. */
export interface Received {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** An answer as the caller understands it. */
export interface Reading {
  /** `nothing`: no answer, or none that can be read or believed. */
  readonly status: 'S' | 'F' | 'U' | 'nothing';
  readonly code: string;
  readonly codes: readonly string[];
  /** Why there is nothing; empty otherwise. */
  readonly why: 'silence' | 'reset' | 'http' | 'unreadable' | 'untrusted' | '';
}

/** How an action ended. */
export interface Outcome {
  outcome: 'success' | 'failed' | 'unknown';
  resultCode: string;
  codes: readonly unknown[];
}

export interface Behaviour {
  readonly clientId: string;
  readonly keyVersion: string;
  readonly method: string;
  readonly path: string;
  readonly timeoutMs: number;
  readonly pauseMs: number;
  /** Calls per action at most. */
  readonly attempts: number;
  readonly sign: (text: Buffer) => Promise<string>;
  readonly verify: (text: Buffer, signature: string) => Promise<boolean>;

  /** The request body of the n-th attempt, from 1. */
  readonly body: (asked: Asked, attempt: number) => Json;
  readonly print: (body: Json) => string;
  readonly time: (epochMs: number) => string;
  /** What the signature of a request covers. */
  readonly requestText: (method: string, path: string, client: string, time: string, body: string) => Buffer;
  readonly encode: (signature: string) => string;
  readonly signatureHeader: (keyVersion: string, signature: string) => string;
  /** The last change of the headers before they are sent. */
  readonly headers: (headers: Record<string, string>) => Record<string, string>;

  readonly signatureParts: (header: string) => Record<string, string>;
  /** What the signature of an answer covers. */
  readonly answerText: (method: string, path: string, client: string, time: string, body: Buffer) => Buffer;
  /** Whether an answer of status S may be believed. */
  readonly trusts: (b: Behaviour, received: Received) => Promise<boolean>;
  readonly read: (b: Behaviour, received: Received) => Promise<Reading>;
  /** Whether the same call is made again. */
  readonly repeats: (reading: Reading, attempt: number) => boolean;
  /** How long to wait before that. */
  readonly pause: (b: Behaviour, reading: Reading, attempt: number) => number;
  readonly conclude: (reading: Reading) => Outcome;
  /** Done beside or after the action, with a way to call once more. */
  readonly afterwards: (reading: Reading, callAgain: () => Promise<Reading>) => Promise<void>;
}

/** Makes a behaviour differ from another one. */
export type Patch = (b: Behaviour) => Behaviour;
