/** Signatures from outside: what must be refused, in which spellings it must be accepted, and that answers are signed. */

import { invariant, type ObservedExchange, type Phase, type Probe, probe } from '../../engine/check/check.ts';
import { advised, type Finding, type RefusalRule, refused } from '../../engine/check/finding.ts';
import { readAnswerSignature } from '../../engine/diagnosis/answer-signature.ts';
import { diagnoseAnswer } from '../../engine/diagnosis/signature-cases.ts';
import type { RequestSpec, Tamper, WireChange } from '../../engine/request/request-spec.ts';
import { madeUp } from '../../engine/request/values.ts';
import { header } from '../../engine/wire/answer.ts';
import { provenAccepted } from './acceptance-proof.ts';

interface Forgery {
  readonly tamper: Tamper;
  readonly says: string;
  readonly rule: RefusalRule;
}

const mustNotice: RefusalRule = { codes: ['INVALID_SIGNATURE'], otherCode: 'broken' };

const forgeries: readonly Forgery[] = [
  { tamper: 'value', says: 'a value was changed after signing', rule: mustNotice },
  { tamper: 'white-space', says: 'white space was added around the signed body', rule: mustNotice },
  { tamper: 'reformatted', says: 'the body was reformatted after signing', rule: mustNotice },
  { tamper: 'time', says: 'Request-Time is another valid time than the signed one', rule: mustNotice },
  { tamper: 'path', says: 'the signature was made for the path of another operation', rule: mustNotice },
  { tamper: 'key', says: 'the signature was made with a key nobody knows', rule: mustNotice },
  { tamper: 'no-base64', says: 'the signature is no base64', rule: mustNotice },
  {
    tamper: 'replayed',
    says: 'the signature belongs to a request that was accepted before',
    rule: { codes: [], otherCode: 'kept' },
  },
];

/** Nothing to verify: never accepted; which code is open (ambiguity 6.21). */
const empty: RefusalRule = { codes: ['INVALID_SIGNATURE', 'PARAM_ILLEGAL'], otherCode: 'advised' };

const unsigned: readonly Forgery[] = [
  { tamper: 'empty-part', says: 'the signature part is empty', rule: empty },
  { tamper: 'no-part', says: 'the Signature header has no signature part', rule: empty },
  { tamper: 'blank', says: 'the Signature header is empty', rule: empty },
  { tamper: 'short', says: 'the signature has three bytes', rule: empty },
  { tamper: 'no-algorithm', says: 'the Signature header names the algorithm none', rule: empty },
];

/** Each forgery is refused, at the start of the run and again at its end. */
export function tampering(): Probe[] {
  const twice = (['first', 'last'] as const).flatMap((phase) => forgeries.map((forgery) => forged(forgery, phase)));
  return [...twice, ...unsigned.map((forgery) => forged(forgery, 'first'))];
}

function forged({ tamper, says, rule }: Forgery, phase: Phase): Probe {
  const when = phase === 'last' ? ', at the end of the run' : '';
  const title = `${says}${when}: the request is refused`;
  return probe(
    title,
    async (trial) => {
      const edits =
        tamper === 'replayed'
          ? replayEdits(
              trial.op.request.filter((field) => field.identity).map((field) => field.path[0]!),
              trial.body({ base: 'full' }),
            )
          : [];
      const ask: RequestSpec = {
        base: 'full',
        tamper,
        edits,
        skipSelfCheck: tamper === 'replayed',
        ...(phase === 'last' ? { occurrence: 'last' } : {}),
      };
      return refused(await trial.ask(ask, title), { ...rule, bare: 'broken' });
    },
    { phase, signing: true },
  );
}

/** The replayed signature goes with another body: it names somebody else, and is no near copy of a secret. */
function replayEdits(fields: readonly string[], body: Record<string, unknown>) {
  const name = fields.find((field) => typeof body[field] === 'string')!;
  const text = body[name] as string;
  return [{ path: [name], set: madeUp('replayed', text.length, text) }];
}

/** Missing authentication headers: never accepted; which code is open (ambiguity 6.21). */
export function missingHeaders(): Probe[] {
  const list = ['Signature', 'Request-Time', 'Client-Id'];
  return list.map((name) => {
    const codes = ['PARAM_ILLEGAL', 'INVALID_SIGNATURE', ...(name === 'Client-Id' ? ['INVALID_CLIENT'] : [])];
    const title = `the ${name} header is missing: the request is refused`;
    return probe(
      title,
      async (trial) =>
        refused(await trial.ask({ base: 'full', wire: { omit: [name] } }, title), { codes, otherCode: 'advised' }),
      { signing: true },
    );
  });
}

/** A request that is wrong twice: it is never accepted; that the signature is named first is our reading (ambiguity 6.22). */
export function wrongTwice(): Probe {
  const title = 'a bad signature on a body without a required field: the request is refused';
  return probe(
    title,
    async (trial) => {
      const { path } = trial.op.request.find((field) => field.required)!;
      const ask: RequestSpec = {
        base: 'full',
        tamper: 'key',
        edits: [{ path, unset: true }],
        violates: { path, keyword: 'required' },
      };
      return refused(await trial.ask(ask, title), { codes: ['INVALID_SIGNATURE'], otherCode: 'advised' });
    },
    { signing: true },
  );
}

/** Warned at most: what the page does not speak of. */
export function oddSignatures(): Probe[] {
  const odd = [
    { tamper: 'algorithm', says: 'the Signature header names another algorithm' },
    { tamper: 'method', says: 'the signature was made for another method' },
  ] as const;
  return odd.map(({ tamper, says }) => {
    const title = `${says}: the request is refused`;
    return probe(
      title,
      async (trial) => {
        const settled = await trial.ask({ base: 'full', tamper }, title);
        const judged = refused(settled, { codes: ['INVALID_SIGNATURE'], otherCode: 'advised' });
        return judged.verdict === 'broken' && settled.answer.kind !== 'crash'
          ? advised(settled, 'F/INVALID_SIGNATURE')
          : judged;
      },
      { signing: true },
    );
  });
}

/** Unknown client or key: the sets of ambiguity 6.20. */
export function strangers(): Probe[] {
  const stranger = (title: string, wire: WireChange, codes: string[]) =>
    probe(
      title,
      async (trial) => refused(await trial.ask({ base: 'full', wire }, title), { codes, otherCode: 'broken' }),
      {
        signing: true,
      },
    );
  return [
    stranger('an unknown Client-Id is refused', { clientId: 'SANDBOX_5Y00UNKNOWN00000' }, [
      'INVALID_CLIENT',
      'KEY_NOT_FOUND',
      'INVALID_SIGNATURE',
      'ACCESS_DENIED',
    ]),
    stranger('keyVersion 9999 is refused', { keyVersion: '9999' }, ['KEY_NOT_FOUND', 'INVALID_SIGNATURE']),
  ];
}

/** Ways to write one and the same body that must be accepted: what is signed are its bytes, not its meaning. */
export function writings(): Probe[] {
  return acceptedSpellings([
    { says: 'a pretty-printed body', ask: { base: 'full', encoding: 'pretty' } },
    { says: 'a body with its keys in another order', ask: { base: 'full', encoding: 'reversed' } },
  ]);
}

/** Spellings of the headers of one and the same request that must be accepted. */
export function spellings(): Probe[] {
  return acceptedSpellings([
    { says: 'header names in lower case', ask: { base: 'full', wire: { spelling: { names: 'lower' } } } },
    { says: 'header names in UPPER case', ask: { base: 'full', wire: { spelling: { names: 'upper' } } } },
    {
      says: 'a Signature header without spaces behind its commas',
      ask: { base: 'full', wire: { spelling: { comma: ',' } } },
    },
    {
      says: 'a Signature header with a space behind each comma',
      ask: { base: 'full', wire: { spelling: { comma: ', ' } } },
    },
    {
      says: 'the parts of the Signature header in another order',
      ask: { base: 'full', tamper: 'reordered' },
      advice: true,
    },
  ]);
}

function acceptedSpellings(list: readonly { says: string; ask: RequestSpec; advice?: boolean }[]): Probe[] {
  return list.map(({ says, ask, advice }) => {
    const title = `${says}: the request is accepted`;
    const breaking: RequestSpec = { base: 'full', tamper: 'value' };
    return probe(
      title,
      async (trial) => {
        const judged = await provenAccepted(trial, {
          ask,
          title,
          breaking,
          noticed: 'INVALID_SIGNATURE',
          live: 'if-needed',
        });
        return advice && judged.verdict === 'broken' ? { ...judged, verdict: 'advised', reason: 'advice' } : judged;
      },
      { phase: 'acceptance', signing: true },
    );
  });
}

/** Codes of answers that may go unsigned: the sender could not be told apart, or no operation was reached (ambiguity 6.24). */
const mayBeUnsigned = new Set([
  'INVALID_SIGNATURE',
  'INVALID_CLIENT',
  'KEY_NOT_FOUND',
  'ACCESS_DENIED',
  'NO_INTERFACE_DEF',
  'METHOD_NOT_SUPPORTED',
  'MEDIA_TYPE_NOT_ACCEPTABLE',
  'REQUEST_TRAFFIC_EXCEED_LIMIT',
  'UNKNOWN_EXCEPTION',
]);

/** Every answer is signed where it must be, completely, over what was really sent. */
export const signedAnswers = invariant('every answer that must be signed carries a right signature', judgeSignature, {
  signing: true,
});

const zonedTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** A leap second is a moment too. */
function isMoment(time: string): boolean {
  return zonedTime.test(time) && !Number.isNaN(Date.parse(time.replace(/:60(?=[.Z+-])/, ':59')));
}

/** Response-Time is a date, `T`, a time and a zone, so that both sides read the same moment. */
export const zonedResponseTime = invariant('every Response-Time is an ISO 8601 time with a zone', ({ answer }) => {
  const time = answer.exchange.response && header(answer.exchange.response.headers, 'Response-Time');
  if (time === null) return null;
  const field = 'response:header:Response-Time';
  const base = { expected: 'an ISO 8601 time with a zone', received: time, exchanges: [answer.exchange], field };
  return isMoment(time) ? { ...base, verdict: 'kept', reason: '' } : { ...base, verdict: 'broken', reason: 'broken' };
});

function judgeSignature(witness: ObservedExchange): Finding | null {
  const { answer, publicKey } = witness;
  if (!publicKey || !answer.exchange.response || !answer.result) return null;
  const expected = 'headers Client-Id, Response-Time and a Signature over the exact bytes of the answer';
  const show = (shows: 'kept' | 'broken' | 'advised', received: string): Finding => ({
    verdict: shows,
    reason: shows === 'kept' ? '' : shows === 'broken' ? 'broken' : 'advice',
    expected,
    received,
    exchanges: [answer.exchange],
    field: 'response:header:Signature',
  });
  const reading = readAnswerSignature(answer.exchange, publicKey, witness.settings.clientId);
  if (reading.state === 'absent') {
    // A body that is refused for its size is refused before it is read (ambiguity 6.40).
    const unread = !witness.authenticated || answer.http === 413;
    const free = unread || mayBeUnsigned.has(answer.code) || answer.kind === 'bare';
    return free ? null : show('broken', 'no Signature header');
  }
  if (reading.state === 'half') {
    const signature = header(answer.exchange.response.headers, 'Signature');
    return { ...show('broken', reading.says), field: `response:header:${signature ? 'Response-Time' : 'Signature'}` };
  }
  const diagnose = () => diagnoseAnswer(answer.exchange, witness.settings);
  if (reading.state === 'wrong') return { ...show('broken', reading.says), diagnose };
  if (reading.form === 'base64')
    return show('advised', 'right, but the base64 text is not URL-encoded (ambiguity 6.26)');
  if (reading.form !== 'url-base64') {
    return { ...show('broken', `right bytes, written as ${reading.form} instead of URL-encoded base64`), diagnose };
  }
  return header(answer.exchange.response.headers, 'Client-Id')
    ? show('kept', 'signed')
    : { ...show('advised', 'signed, without a Client-Id header'), field: 'response:header:Client-Id' };
}
