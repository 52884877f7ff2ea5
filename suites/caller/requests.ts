/** What every request of a caller has to be: address, headers, signature, and the parameters that were asked for. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { madeWith } from '../../engine/diagnosis/answer-signature.ts';
import { diagnoseRequest, usedTwice } from '../../engine/diagnosis/signature-cases.ts';
import { foreignSize } from '../../engine/diagnosis/signature-text.ts';
import type { Diagnosis } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { header } from '../../engine/wire/answer.ts';
import { isObject } from '../../engine/wire/json.ts';
import { readSignatureHeader, signatureReadings, signedContent, verifies } from '../../engine/wire/signing.ts';
import type { Recorded, Turn } from './caller-record.ts';
import { type CallerProof, everyRequest, fine, type Look, odd, type Sight, wrong } from './proofs.ts';
import { isRegion } from './regions.ts';

const headersOf = ({ exchange }: Turn) => exchange.request.headers;

/** POST to the exact path. */
export const address = everyRequest(
  'every request is a POST to the path',
  'POST to the exact path',
  (turn, _, { settings }) => {
    const { method, path } = turn.exchange.request;
    const right = method === 'POST' && path === settings.paths.getPaymentCode;
    return right ? fine : wrong(`${method} ${path}`);
  },
);

const needed = ['Signature', 'Client-Id', 'Request-Time'];

export const headers = everyRequest(
  'every request has the three headers',
  needed.join(', '),
  (turn, _, { settings }) => {
    const wanted = settings.signing.mode === 'off' ? needed.slice(1) : needed;
    const missing = wanted.filter((name) => !header(headersOf(turn), name));
    if (missing.length > 0) return wrong(`no ${missing.join(', no ')}`);
    const client = header(headersOf(turn), 'Client-Id');
    return client === settings.clientId ? fine : odd('a Client-Id other than clientId of the config');
  },
);

export const signatureParts = everyRequest(
  'every Signature header has algorithm, keyVersion and signature',
  'algorithm=RSA256, keyVersion=…, signature=…',
  (turn) => {
    const value = header(headersOf(turn), 'Signature');
    if (!value) return null;
    const parts = readSignatureHeader(value);
    if (!parts) return wrong('a Signature header without a readable signature part');
    const missing = [parts.algorithm ? '' : 'algorithm', parts.keyVersion ? '' : 'keyVersion'].filter(Boolean);
    if (missing.length > 0) return wrong(`a Signature header without ${missing.join(' and ')}`);
    return parts.algorithm?.toUpperCase() === 'RSA256' ? fine : wrong(`algorithm=${parts.algorithm}`);
  },
  { signing: true },
);

/** What a signature is, read with the caller's public key; null where a header is missing. */
function signatureOf(
  turn: Turn,
  key: KeyObject,
): 'right' | 'raw' | 'other-form' | 'other-content' | 'other-key' | 'unreadable' | null {
  const { method, path, body } = turn.exchange.request;
  const [value, clientId, time] = [...needed].map((name) => header(headersOf(turn), name));
  if (!value || !clientId || !time) return null;
  const parts = readSignatureHeader(value);
  if (!parts) return null;
  const readings = signatureReadings(parts.signature, key);
  if (readings.length === 0) return foreignSize(value, key) === null ? 'unreadable' : 'other-key';
  const content = signedContent({ method, path, clientId, time, body });
  const right = readings.find(({ bytes }) => verifies(content, key, bytes));
  if (right) return right.form === 'url-base64' ? 'right' : right.form === 'base64' ? 'raw' : 'other-form';
  return readings.some(({ bytes }) => madeWith(key, bytes, content)) ? 'other-content' : 'other-key';
}

const signatureSights: Readonly<Record<NonNullable<ReturnType<typeof signatureOf>>, Sight>> = {
  right: fine,
  raw: odd('a signature in base64 that is not URL-encoded'),
  'other-form': wrong('a right signature that is not written as URL-encoded base64'),
  'other-content': wrong('a signature made with the right key over something else than was sent'),
  'other-key': wrong('a signature made with another key than signing.publicKey'),
  unreadable: wrong('a signature that is no base64 of the size of the key'),
};

export const signature = everyRequest(
  'every signature is right for the bytes that were sent',
  'RSA with SHA-256 over POST, path, Client-Id, Request-Time and the body as sent',
  (turn, _, record) => {
    const found = signatureOf(turn, publicKeyOf(record.settings)!);
    return found && { ...signatureSights[found], diagnose: () => causeOf(turn, record) };
  },
  { signing: true },
);

function publicKeyOf({ signing }: Pick<RunSettings, 'signing'>): KeyObject | null {
  return signing.mode === 'off' || signing.publicKey === null ? null : createPublicKey(signing.publicKey);
}

/** Whether the configured public key made none of the signatures: then the config is wrong, not the caller. */
export function signedByAStranger({ settings, plays }: Recorded): boolean {
  const key = publicKeyOf(settings);
  if (!key) return false;
  const found = plays.flatMap(({ turns }) => turns.map((turn) => signatureOf(turn, key)));
  return (
    found.includes('other-key') && found.every((one) => one === 'other-key' || one === null || one === 'unreadable')
  );
}

/** How the first wrongly signed request came to be so; null where all are right, or not signed at all. */
export function wrongSignature(record: Recorded): Diagnosis | null {
  const key = publicKeyOf(record.settings);
  if (!key) return null;
  const turns = record.plays.flatMap((play) => play.turns);
  const wrongOne = turns.find((turn) => signatureSights[signatureOf(turn, key) ?? 'right'].shows === 'broken');
  return wrongOne ? causeOf(wrongOne, record) : null;
}

function causeOf({ exchange }: Turn, { settings, plays }: Recorded): Diagnosis | null {
  const found = diagnoseRequest(exchange, { ...settings, target: `http://${settings.client.listen}` });
  const all = plays.flatMap(({ turns }) => turns.map((turn) => turn.exchange));
  return found && (usedTwice(found, exchange, all, 'request') ?? found);
}

const isoWithZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

export const requestTime = everyRequest(
  'every Request-Time is ISO 8601 with a zone',
  'like 2026-01-31T08:00:00+08:00',
  (turn) => {
    const value = header(headersOf(turn), 'Request-Time');
    if (!value) return null;
    return isoWithZone.test(value) && !Number.isNaN(Date.parse(value)) ? fine : wrong(value);
  },
);

export const mediaType = everyRequest(
  'a Content-Type is JSON in UTF-8',
  'application/json; charset=UTF-8, or none',
  (turn) => {
    const value = header(headersOf(turn), 'Content-Type');
    if (value === null) return fine;
    const [type = '', ...parameters] = value.toLowerCase().split(';');
    const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
    const right = type.trim() === 'application/json' && (!charset || /^charset="?utf-?8"?$/.test(charset));
    return right ? fine : wrong(value);
  },
);

const noObject = wrong('a body that is no JSON object');

export const customerAndEnv: CallerProof = (record) => [
  ...everyRequest(
    'every request has customerId and env',
    'customerId of 1 to 64 characters, env as an object',
    ({ body }) => {
      if (!body) return noObject;
      const { customerId, env } = body;
      if (typeof customerId !== 'string' || customerId === '')
        return wrong(`customerId: ${show(customerId)}`, '/customerId');
      if ([...customerId].length > 64)
        return wrong(`customerId of ${[...customerId].length} characters`, '/customerId');
      return isObject(env) ? fine : wrong(`env: ${show(env)}`, '/env');
    },
  )(record),
  ...firstRequest('the customer asked for is sent', 'customerId as the trigger gives it', ({ body }, { action }) => {
    if (!body || typeof body.customerId !== 'string') return null;
    return body.customerId === action.asked.customerId
      ? fine
      : wrong('another customerId than asked for', '/customerId');
  })(record),
];

export const region: CallerProof = (record) => [
  ...everyRequest('a region is a country code', 'two capital letters of ISO 3166, null or nothing', ({ body }) => {
    if (!body) return null;
    const { region } = body;
    if (region === undefined || region === null) return fine;
    if (typeof region !== 'string' || !/^[A-Z]{2}$/.test(region)) return wrong(`region: ${show(region)}`, '/region');
    return isRegion(region) ? fine : odd(`region: ${region}, which ISO 3166 does not assign`, '/region');
  })(record),
  ...firstRequest('the region asked for is sent', 'region as the trigger gives it', ({ body }, { action }) => {
    if (!body) return null;
    const sent = body.region ?? null;
    const asked = action.asked.region ?? null;
    return sent === asked ? fine : wrong(`region: ${show(sent)} where ${show(asked)} was asked for`, '/region');
  })(record),
];

export const quantity: CallerProof = (record) => [
  ...everyRequest('a codeQuantity is a whole number from 1 to 10', '"1" to "10", null or nothing', ({ body }) => {
    if (!body) return null;
    const { codeQuantity } = body;
    if (codeQuantity === undefined || codeQuantity === null) return fine;
    const right = typeof codeQuantity === 'string' && /^([1-9]|10)$/.test(codeQuantity);
    return right ? fine : wrong(`codeQuantity: ${show(codeQuantity)}`, '/codeQuantity');
  })(record),
  ...firstRequest('the quantity asked for is sent', 'codeQuantity as the trigger gives it', ({ body }, { action }) => {
    if (!body) return null;
    const sent = String(body.codeQuantity ?? '1');
    const asked = action.asked.codeQuantity ?? '1';
    return sent === asked ? fine : wrong(`codeQuantity: ${sent} where ${asked} was asked for`, '/codeQuantity');
  })(record),
];

/** A rule for the first request of each playing. */
function firstRequest(title: string, expected: string, look: Look): CallerProof {
  return everyRequest(title, expected, (turn, play, record) =>
    turn === play.turns[0] ? look(turn, play, record) : null,
  );
}

export function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
