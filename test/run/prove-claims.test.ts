/** What `prove` claims, held against the faults of the reference as they were found live: the kill matrix has what each of them broke. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { proofOf } from '../../cli/prove/proof-of.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { planFor } from '../../cli/run/run-conformance.ts';
import type { Proved } from '../../engine/prove/prove.ts';
import { readBack } from '../../scripts/kill-matrix/matrix.ts';
import { recordedRun } from '../support/recorded-run.ts';

/** Alterations of every API, with the fault of the reference that is the same. */
const ofEveryApi: Readonly<Record<string, string>> = {
  'authentication/all': 'signature-never-checked',
  'authentication/time': 'request-time-not-covered',
  'authentication/path': 'path-not-covered',
  'authentication/white-space': 'signature-over-trimmed-body',
  'authentication/reformatted': 'signature-over-reserialised-json',
  'authentication/no-request-time': 'request-time-not-required',
  'authentication/no-client-id': 'client-id-not-required',
  'authentication/no-signature': 'signature-checked-when-present',
  'authentication/no-part': 'signature-part-not-required',
  'authentication/short': 'signature-too-short-trusted',
  'authentication/odd-characters': 'undecodable-base64-verified',
  'authentication/broken-escape': 'broken-escape-verified',
  'authentication/last': 'verification-stops-after-200-requests',
  'authentication/code': 'bad-signature-access-denied',
  'authentication/client': 'unknown-client-accepted',
  'authentication/key-version': 'unknown-key-version-accepted',
  'protocol/GET': 'get-served',
  'protocol/PUT': 'put-served',
  'protocol/prefix': 'path-prefix-served',
  'protocol/any-path': 'unknown-path-acknowledged',
  'protocol/xml': 'xml-acknowledged',
  'protocol/form': 'form-acknowledged',
  'protocol/content-type': 'content-type-required',
  'protocol/lower-case': 'header-names-case-sensitive',
  'protocol/upper-case': 'header-names-lower-case-only',
  'protocol/comma': 'signature-needs-comma-and-space',
  'protocol/pretty': 'pretty-printed-body-refused',
  'protocol/long': 'body-verified-in-a-buffer-of-1000-bytes',
  'protocol/not-ascii': 'body-verified-as-ascii',
  'protocol/extra-field': 'unknown-fields-refused',
  'result/ok': 'success-code-ok',
  'result/lower-case': 'success-code-in-lower-case',
  'result/illegal-u': 'illegal-parameter-as-unknown-status',
  'result/signature-u': 'invalid-signature-as-unknown-status',
  'result/every-fifth': 'every-fifth-success-has-another-code',
  'signature/none': 'success-unsigned',
  'signature/refusals': 'illegal-parameter-unsigned',
  'signature/no-signature': 'response-time-without-signature',
  'signature/no-time': 'signature-without-response-time',
  'signature/other-path': 'answer-signed-over-constant-path',
  'signature/other-body': 'answer-printed-twice',
  'signature/raw-base64': 'answer-signature-raw-base64',
  'signature/hex': 'answer-signature-hex',
  'signature/doubly-encoded': 'answer-signature-encoded-twice',
  'signature/no-zone': 'response-time-without-zone',
  'signature/other-clock': 'response-time-two-hours-late',
  'http/status-400': 'failures-as-http-400',
  'http/status-500': 'unknown-results-as-http-500',
  'http/page': 'illegal-parameter-as-plain-text',
  'accepts/body.required': 'empty-body-acknowledged',
  'accepts/body.type': 'array-body-acknowledged',
  'scenario/REQUEST_TRAFFIC_EXCEED_LIMIT.other': 'traffic-limit-as-process-fail',
  'scenario/REQUEST_TRAFFIC_EXCEED_LIMIT.status': 'traffic-limit-as-failure',
  'scenario/UNKNOWN_EXCEPTION.other': 'unexpected-error-as-process-fail',
  'scenario/UNKNOWN_EXCEPTION.status': 'unknown-exception-as-failure',
  'scenario/ACCESS_DENIED.other': 'access-denied-as-process-fail',
};

/** Alterations of answer fields and valid calls, with the end of the name of the fault at each API. */
const ofEveryName: Readonly<Record<string, string>> = {
  'field/result.required': 'no-result',
  'field/result.type': 'result-as-text',
  'field/result.resultCode.required': 'no-result-code',
  'field/result.resultCode.type': 'numeric-result-code',
  'field/result.resultCode.maxLength': 'long-result-code',
  'field/result.resultStatus.required': 'no-result-status',
  'field/result.resultStatus.type': 'boolean-result-status',
  'field/result.resultStatus.enum': 'spelt-out-result-status',
  'field/result.resultMessage.type': 'message-as-object',
  'field/result.resultMessage.empty': 'empty-message',
  'field/result.resultMessage.maxLength': 'long-message',
  'service/refuses-all': 'valid-call-process-fail',
};

const names: Readonly<Record<string, string>> = {
  sendOTP: 'otp',
  sendActivationCode: 'activation-code',
  tokenActivationNotification: 'notification',
  tokenDigitizeDecision: 'decision',
};

const ofOne: Readonly<Record<string, string>> = {
  'sendOTP/identity/same-id': 'otp-id-constant',
  'sendOTP/accepts/made-up': 'otp-made-up-token-accepted',
  'sendOTP/accepts/accessToken.shortened': 'token-compared-by-prefix',
  'sendOTP/accepts/accessToken.changed-end': 'token-last-character-ignored',
  'sendOTP/accepts/accessToken.case': 'token-compared-in-any-case',
  'sendOTP/scenario/two-a-day': 'otp-two-a-day',
  'sendOTP/scenario/default-email': 'otp-default-is-email',
  'sendOTP/scenario/EXPIRED_ACCESS_TOKEN.accepted': 'otp-expired-token-accepted',
  'sendOTP/scenario/USER_STATUS_ABNORMAL.other': 'otp-frozen-user-process-fail',
  'sendOTP/scenario/OTP_SEND_TIMES_EXCEED_LIMIT.other': 'otp-limit-process-fail',
  'sendOTP/field/verifyRequestId.on-refusal': 'otp-id-on-failures',
  'sendOTP/refuses/verifyType.EMAIL': 'otp-email-not-offered',
  'sendActivationCode/scenario/USER_NOT_EXIST.other': 'activation-code-unknown-customer-process-fail',
  'sendActivationCode/scenario/ACTIVATION_METHOD_NOT_SUPPORTED.other': 'activation-code-method-process-fail',
  'sendActivationCode/scenario/OTP_SEND_TIMES_EXCEED_LIMIT.other': 'activation-code-limit-process-fail',
  'sendActivationCode/refuses/without-customer': 'activation-code-customer-required',
  'tokenActivationNotification/refuses/repeated': 'notification-twice-refused',
  'tokenDigitizeDecision/scenario/DECLINED.refused': 'decision-declined-as-failure',
  'tokenDigitizeDecision/scenario/DECLINED.other': 'decision-declined-approved',
  'tokenDigitizeDecision/scenario/USER_NO_ACTIVATE_METHOD.other': 'decision-no-method-process-fail',
  'tokenDigitizeDecision/scenario/USER_NOT_EXIST.other': 'decision-unknown-customer-process-fail',
  'tokenDigitizeDecision/field/text-methods': 'activation-methods-of-words',
  'tokenDigitizeDecision/field/decision.on-refusal': 'decision-on-failures',
  'tokenDigitizeDecision/refuses/reason': 'decision-new-reason-refused',
};

const kebab = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();

/** The fault of the reference that an alteration is; null where the reference has none like it. */
function faultOf({ alteration: { id, operation } }: Proved): string | null {
  const rest = id.slice(operation.length + 1);
  const [, kind, field, keyword] = /^(\w+)\/(\w+)\.(\w+)$/.exec(rest) ?? [];
  const name = `${kebab(operation)}-${kebab(field ?? '')}-`;
  if (kind === 'accepts' && keyword !== 'type' && rest !== 'accepts/body.required' && /^[a-z]+$/i.test(keyword ?? ''))
    return ofOne[id] ?? `${name}${kebab(keyword!)}-unchecked`;
  if (kind === 'refuses' && keyword === 'null') return `${name}optional-unchecked`;
  if (kind === 'http' && keyword === 'empty') return `${name}empty-unchecked`;
  return ofOne[id] ?? ofEveryApi[rest] ?? (ofEveryName[rest] ? `${names[operation]}-${ofEveryName[rest]}` : null);
}

/** Where a claim differs from what was found live, and why. */
const explained: Readonly<Record<string, string>> = {};

test('a fault that prove calls noticed is found live, and the reverse', { timeout: 180_000 }, async () => {
  const prepared = await prepareRun({ config: { run: { seed: 3 } } as never, choices: { embedded: true } });
  const { settings } = prepared;
  const { record } = await recordedRun(settings);
  await prepared.close();
  const { proved } = (await proofOf(await planFor(settings), record, settings))!;
  const { measured } = readBack(readFileSync(new URL('../../docs/kill-matrix.md', import.meta.url), 'utf8'));
  const live = new Map(measured.filter(({ role }) => role === 'mpp').map((one) => [one.fault, one]));
  const compared = proved.flatMap((one) => {
    const fault = faultOf(one);
    const found = fault === null ? undefined : live.get(fault);
    if (!found) return [];
    const own = (keys: readonly string[]) => keys.some((key) => one.alteration.rows.includes(key));
    const seen = own(found.failed) ? 'failed' : own(found.warned) ? 'warned' : 'unseen';
    const isOwn = own(one.by);
    const claimed = !isOwn ? 'unseen' : one.noticed === 'fails' ? 'failed' : 'warned';
    return [{ id: one.alteration.id, fault, seen, claimed }];
  });
  const different = compared.filter(({ seen, claimed }) => seen !== claimed);
  expect(compared.length).toBeGreaterThan(300);
  expect(
    Object.fromEntries(
      different.map(({ id, fault, seen, claimed }) => [id, `${fault}: ${seen} live, ${claimed} claimed`]),
    ),
  ).toEqual(explained);
});
