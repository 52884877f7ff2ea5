/** The steps by which Alipay+ answers getPaymentCode; each can be replaced, so that a fault or a variant is a row of data. */
import type { ServerResponse } from 'node:http';
import type { Call, Json, Reply } from '../mpp/behaviour.ts';

export type { Call, Json, Reply };

/** One payment code as it stands in an answer. */
export interface PaymentCode {
  paymentCode: unknown;
  codeValidityStartTime?: unknown;
  codeExpiryTime?: unknown;
}

/** An answer before it is serialised. */
export type Answer = Json & { result: Json };

/** Checks a call and returns the result code that refuses it, or null to continue. */
export type Guard = (b: Behaviour, call: Call) => string | null | Promise<string | null>;

/** Says of one aspect of a request whether it is legal. */
export type Check = (request: Json) => boolean;

export interface Behaviour {
  readonly clientId: string;
  readonly keyVersion: string;
  readonly path: string;
  /** Null where nothing is verified. */
  readonly verify: ((text: Buffer, signature: string) => Promise<boolean>) | null;
  /** Null where nothing is signed. */
  readonly sign: ((text: Buffer) => Promise<string>) | null;

  /** Asked in this order; the first that names a code ends the call. */
  readonly guards: {
    readonly path: Guard;
    readonly method: Guard;
    readonly media: Guard;
    readonly client: Guard;
    readonly signature: Guard;
    readonly body: Guard;
    readonly fields: Guard;
    readonly customer: Guard;
  };
  readonly header: (call: Call, name: string) => string | undefined;
  readonly signatureParts: (header: string) => Record<string, string>;
  /** What the signature of a request covers. */
  readonly requestText: (call: Call, client: string, time: string) => Buffer;
  /** By name: `customerId.maxLength`, …; every one has to hold. */
  readonly checks: Readonly<Record<string, Check>>;

  readonly quantity: (request: Json) => number;
  readonly codes: (count: number, customerId: unknown, startMs: number) => PaymentCode[];
  readonly result: (code: string) => Json;
  /** The last change of an answer before it is serialised. */
  readonly finish: (answer: Answer, call: Call) => unknown;
  readonly print: (answer: unknown) => string;
  readonly httpStatus: (answer: Answer) => number;
  readonly time: (epochMs: number) => string;
  readonly signs: (call: Call, answer: Answer) => boolean;
  /** What the signature of an answer covers. */
  readonly answerText: (call: Call, client: string, time: string, body: string) => Buffer;
  readonly encode: (signature: string) => string;
  readonly signatureHeader: (keyVersion: string, signature: string) => string;
  /** The last change of headers, status and body before they are sent. */
  readonly send: (reply: Reply, call: Call) => Reply;
  readonly deliver: (response: ServerResponse, reply: Reply, call: Call) => void | Promise<void>;
}

/** Makes a behaviour differ from another one. */
export type Patch = (b: Behaviour) => Behaviour;
