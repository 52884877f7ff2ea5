/** What the opening controls of all operations show together: a fault of the configuration or the network, before anything is judged. */
import type { KeyObject } from 'node:crypto';
import type { Operation } from '../../contract/types.ts';
import type { Diagnosis } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import { type Answer, answerOf, header } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import { readAnswerSignature } from './answer-signature.ts';
import { foreignAnswer } from './intermediaries.ts';
import { diagnoseAnswer } from './signature-cases.ts';

/** The last exchange of the good request of one operation. */
export interface OpeningCall {
  readonly op: Operation;
  readonly exchange: Exchange;
  /** The config names the user. */
  readonly vouched: boolean;
}

/** What was found; `stops` where no verdict of the run would be worth anything. */
export interface OpeningFaults {
  readonly diagnosis: readonly Diagnosis[];
  readonly stops: boolean;
}

const nothing: OpeningFaults = { diagnosis: [], stops: false };

/** The faults behind good requests that were not accepted; `publicKey` null with signing off. */
export function faultsOfOpenings(
  calls: readonly OpeningCall[],
  settings: RunSettings,
  publicKey: KeyObject | null,
): OpeningFaults {
  const answered = calls.filter(({ exchange }) => exchange.response);
  if (answered.length === 0) return nothing;
  const stopping =
    refusal(answered, settings) ??
    wrongKey(answered, settings, publicKey) ??
    strangers(answered) ??
    lostPaths(answered, settings);
  if (stopping) return { diagnosis: stopping, stops: true };
  return { diagnosis: [...absentPaths(answered, settings), ...unknownUsers(answered)], stops: false };
}

/** Codes that come before a request is looked at; any other F or S shows that client and signature were taken. */
const beforeTheCall = new Set([
  'INVALID_SIGNATURE',
  'INVALID_CLIENT',
  'KEY_NOT_FOUND',
  'ACCESS_DENIED',
  'NO_INTERFACE_DEF',
  'METHOD_NOT_SUPPORTED',
  'MEDIA_TYPE_NOT_ACCEPTABLE',
  'REQUEST_TRAFFIC_EXCEED_LIMIT',
  'PARAM_ILLEGAL',
]);

function isTaken({ exchange }: OpeningCall): boolean {
  const { kind, code } = answerOf(exchange);
  return kind === 'S' || (kind === 'F' && !beforeTheCall.has(code));
}

/** No operation takes our client id or signature. One that does shows that both are right, and the others are at fault. */
function refusal(calls: readonly OpeningCall[], settings: RunSettings): Diagnosis[] | null {
  if (calls.some(isTaken)) return null;
  const refused = (code: string) => calls.find(({ exchange }) => answerOf(exchange).code === code);
  const signature = refused('INVALID_SIGNATURE');
  if (signature && settings.signing.mode === 'off') return [signatureWanted];
  if (signature) return [...clockFault(signature.exchange), ourSignatureRefused(signature.exchange)];
  const client = refused('INVALID_CLIENT');
  if (client) return [clientRefused(client.op)];
  return refused('KEY_NOT_FOUND') ? [keyVersionRefused(settings.signing.keyVersion)] : null;
}

const signatureWanted: Diagnosis = {
  code: 'signature-wanted',
  says: 'The target answers INVALID_SIGNATURE, and signing is off.',
  cure: 'Set clientId, signing.privateKey and signing.publicKey in the config.',
};

function ourSignatureRefused({ request }: Exchange): Diagnosis {
  return {
    code: 'our-signature-refused',
    says:
      'The target answers INVALID_SIGNATURE to a good request in every documented spelling: either it holds another public key than ' +
      `that of signing.privateKey, or it verifies another text than POST ${request.path}, line feed, Client-Id.Request-Time.body.`,
    cure:
      'Compare the public half of signing.privateKey (openssl pkey -in FILE -pubout) and clientId with those registered at the target; ' +
      'if they agree, log the text that the target verifies and compare it byte by byte.',
  };
}

function clientRefused(op: Operation): Diagnosis {
  const others = op.request
    .filter(({ identity }) => identity?.unknown.includes('INVALID_CLIENT'))
    .map(({ path }) => path.join('.'));
  const too = others.length > 0 ? `; ${others.join(' and ')} of ${op.id} must be known there too` : '';
  return {
    code: 'client-id-refused',
    says: 'The target answers INVALID_CLIENT: it does not know the Client-Id of the requests.',
    cure: `Set clientId to the id under which our public key is registered at the target${too}.`,
  };
}

function keyVersionRefused(keyVersion: string): Diagnosis {
  return {
    code: 'key-version-refused',
    says: `The target answers KEY_NOT_FOUND: it has no key of ours with keyVersion ${keyVersion}.`,
    cure: 'Set signing.keyVersion to the version that is registered at the target, or register the key there.',
  };
}

/** A target may refuse stale times; no page says how old a request may be, so this explains a refusal and is none itself. */
const clockToleranceMs = 5 * 60_000;

/** Milliseconds by which the target's clock is ahead of ours; null where the answer tells no time. */
export function clockAhead({ response, startedAt, durationMs }: Exchange): number | null {
  if (!response) return null;
  for (const name of ['Response-Time', 'Date']) {
    const date = Date.parse(header(response.headers, name) ?? '');
    if (!Number.isNaN(date)) return date - (startedAt + durationMs / 2);
  }
  return null;
}

/** The difference of the clocks as a diagnosis, where it is more than five minutes. */
export function clockFault(exchange: Exchange): Diagnosis[] {
  const ahead = clockAhead(exchange) ?? 0;
  if (Math.abs(ahead) <= clockToleranceMs) return [];
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  const way = ahead > 0 ? 'ahead of' : 'behind';
  return [
    {
      code: 'clock-difference',
      says: `The clock of the target is ${minutes} minutes ${way} ours; a target that checks Request-Time refuses such requests.`,
      cure: 'Synchronise both clocks with NTP: one of them is wrong, or uses local time as UTC.',
    },
  ];
}

/** All signed answers are signed with a key that is not the configured one: the config is wrong, not the target. */
function wrongKey(
  calls: readonly OpeningCall[],
  settings: RunSettings,
  publicKey: KeyObject | null,
): Diagnosis[] | null {
  if (!publicKey || settings.signing.mode === 'off') return null;
  return keyFault(
    calls.map(({ exchange }) => exchange),
    settings,
    publicKey,
  );
}

/** The key fault that all signed answers share; null where one of them was made with the configured key, or none is signed. */
export function keyFault(
  exchanges: readonly Exchange[],
  settings: RunSettings,
  publicKey: KeyObject,
): Diagnosis[] | null {
  let strange: Exchange | null = null;
  for (const exchange of exchanges) {
    const reading = readAnswerSignature(exchange, publicKey, settings.clientId);
    if (reading.state === 'right' || (reading.state === 'wrong' && reading.key === 'ours')) return null;
    if (reading.state === 'wrong' && reading.key === 'other') strange ??= exchange;
  }
  const found = strange && diagnoseAnswer(strange, settings);
  if (found?.code === 'signed-with-our-key') return [found];
  if (found?.code !== 'signed-with-other-key') return null;
  return [
    {
      code: 'wrong-public-key',
      says: 'The answers of the target are signed with another key than signing.publicKey.',
      cure: found.cure,
    },
  ];
}

/** No answer carries a result, and one shows who gave it. */
function strangers(calls: readonly OpeningCall[]): Diagnosis[] | null {
  if (calls.some(({ exchange }) => answerOf(exchange).result)) return null;
  const found = calls.map(({ exchange }) => foreignAnswer(exchange)).find((diagnosis) => diagnosis !== null);
  return found ? [found] : null;
}

function isAbsent(answer: Answer): boolean {
  return answer.code === 'NO_INTERFACE_DEF' || (answer.http === 404 && !answer.result);
}

/** No operation is where the config says that it is. On default paths this is for the to-do list, and ends nothing. */
function lostPaths(calls: readonly OpeningCall[], settings: RunSettings): Diagnosis[] | null {
  const configured = calls.some(({ op }) => settings.pathsConfigured.includes(op.id));
  if (settings.embedded || !configured || !calls.every(({ exchange }) => isAbsent(answerOf(exchange)))) return null;
  return absentPaths(calls, settings);
}

function absentPaths(calls: readonly OpeningCall[], settings: RunSettings): Diagnosis[] {
  if (settings.embedded) return [];
  const base = new URL(settings.target).pathname;
  return calls
    .filter(({ exchange }) => isAbsent(answerOf(exchange)))
    .map(({ op, exchange }) => {
      const { code, http } = answerOf(exchange);
      const configured = settings.pathsConfigured.includes(op.id);
      return {
        code: 'path-not-found',
        says: `${op.id} is not at ${exchange.request.path}: the target answers ${code === '' ? `HTTP ${http}` : code}.`,
        cure: configured
          ? `Correct paths.${op.id} in the config.`
          : `Set paths.${op.id} in the config, or leave it out of apis.${base === '/' ? '' : ` The path is appended to target: is ${base} the base path of all APIs?`}`,
      };
    });
}

/** A user of the config whom the target does not know. */
function unknownUsers(calls: readonly OpeningCall[]): Diagnosis[] {
  return calls.flatMap(({ op, exchange, vouched }) => {
    const found = vouched ? unknownUser(op, answerOf(exchange), 0) : null;
    return found ? [found] : [];
  });
}

/** The diagnosis for an answer that says "no such user" to a fixture; null for any other answer. */
export function unknownUser(op: Operation, answer: Answer, fixture: number): Diagnosis | null {
  const user = op.probing.nobody ?? op.probing.user;
  const unknown = op.request.find(({ path }) => path.join('.') === user)?.identity?.unknown ?? [];
  if (answer.kind !== 'F' || !unknown.includes(answer.code)) return null;
  return {
    code: 'fixture-unknown',
    says: `The target answers ${answer.code} to ${op.id} for the user of requests.${op.id}[${fixture}].`,
    cure: `Give the ${user} of a user whom the test environment of the target has.`,
  };
}
