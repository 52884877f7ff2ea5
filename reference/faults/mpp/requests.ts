/** Faults of request values: an off-by-one limit, a missing value, a misread date, each in one field of one API. */
import type { Field, MppApi } from '../../mpp/behaviour.ts';
import { hasLegalFields } from '../../mpp/fields.ts';
import { type MppFault, mustFault, rowKeys, rowKeysOfAllApis, shouldFault } from '../fault.ts';
import { guarded, isGiven, onField, refuses, takes } from './alterations.ts';
import { shortNames } from './short-names.ts';

/** A field with another maximum than the documented one. */
function limit(api: MppApi, field: string, max: number, says: string): MppFault {
  const name = `${shortNames[api]}-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-limit-${max}`;
  return mustFault(name, says, rowKeys(api, `${field}.maxLength`), onField(api, field, { max }));
}

const limits: readonly MppFault[] = [
  limit('sendOTP', 'accessToken', 127, 'Refuses an access token of exactly 128 characters.'),
  limit('sendOTP', 'acquirerId', 32, 'Refuses an acquirerId of more than 32 characters.'),
  limit('sendOTP', 'pspId', 63, 'Refuses a pspId of exactly 64 characters.'),
  limit('sendOTP', 'pspId', 65, 'Takes a pspId of 65 characters.'),
  limit('sendActivationCode', 'customerId', 63, 'Refuses a customerId of exactly 64 characters.'),
  limit('sendActivationCode', 'tokenReferenceId', 65, 'Takes a tokenReferenceId of 65 characters.'),
  limit(
    'tokenActivationNotification',
    'tokenReferenceId',
    48,
    'Refuses a tokenReferenceId of more than 48 characters.',
  ),
  limit('tokenActivationNotification', 'walletId', 17, 'Takes a walletId of 17 characters.'),
  limit('tokenActivationNotification', 'secureElementId', 127, 'Refuses a secureElementId of exactly 128 characters.'),
  limit(
    'tokenActivationNotification',
    'tokenRequestorId',
    11,
    'Refuses a tokenRequestorId that is not a card scheme number of 11 digits.',
  ),
  limit('tokenDigitizeDecision', 'walletId', 15, 'Refuses a walletId of exactly 16 characters.'),
  limit('tokenDigitizeDecision', 'tokenRequestorId', 17, 'Takes a tokenRequestorId of 17 characters.'),
  limit(
    'tokenDigitizeDecision',
    'paymentAppInstanceId',
    48,
    'Refuses a paymentAppInstanceId beyond the 48 characters of the card scheme.',
  ),
  limit(
    'tokenDigitizeDecision',
    'mobileNumberSuffix',
    4,
    'Refuses a mobileNumberSuffix of more than the usual four digits.',
  ),
  limit('tokenDigitizeDecision', 'accountIdHash', 65, 'Takes an accountIdHash of 65 characters.'),
  limit(
    'tokenDigitizeDecision',
    'consumerFacingEntityName',
    64,
    'Refuses a consumerFacingEntityName of more than 64 characters.',
  ),
  mustFault(
    'decision-name-counted-in-bytes',
    'Counts the length of consumerFacingEntityName in bytes instead of characters.',
    rowKeys('tokenDigitizeDecision', 'consumerFacingEntityName.maxLength'),
    onField('tokenDigitizeDecision', 'consumerFacingEntityName', { lengthOf: (text) => Buffer.byteLength(text) }),
  ),
  mustFault(
    'decision-name-latin-only',
    'Refuses a consumerFacingEntityName that is not ASCII.',
    rowKeys('tokenDigitizeDecision', 'consumerFacingEntityName.maxLength'),
    refuses(
      'tokenDigitizeDecision',
      'consumerFacingEntityName',
      (value) => typeof value === 'string' && /[^\u0000-\u007f]/.test(value),
    ),
  ),
  mustFault(
    'decision-name-cut',
    'Cuts consumerFacingEntityName at 128 characters without a word.',
    rowKeys('tokenDigitizeDecision', 'consumerFacingEntityName.maxLength'),
    onField('tokenDigitizeDecision', 'consumerFacingEntityName', { max: Number.POSITIVE_INFINITY }),
  ),
  mustFault(
    'otp-only-access-token-limit-checked',
    'Checks the length of the access token and forgets those of acquirerId and pspId.',
    rowKeys('sendOTP', 'acquirerId.maxLength', 'pspId.maxLength'),
    (b) => onField('sendOTP', 'pspId', { max: 4096 })(onField('sendOTP', 'acquirerId', { max: 4096 })(b)),
  ),
];

/** One documented value that is not known. */
function forgotten(api: MppApi, field: string, value: string): MppFault {
  const name = `${shortNames[api]}-${value.toLowerCase().replaceAll('_', '-')}-refused`;
  return mustFault(
    name,
    `Refuses ${value} as ${field} of ${api}.`,
    rowKeys(api, `${field}.enum`),
    refuses(api, field, (v) => v === value),
  );
}

const enums: readonly MppFault[] = [
  forgotten('tokenActivationNotification', 'accountSource', 'ACCOUNT_ADDED_VIA_CHIP_DATA'),
  forgotten('tokenActivationNotification', 'accountSource', 'ACCOUNT_ADDED_VIA_APPLICATION'),
  forgotten('tokenDigitizeDecision', 'accountSource', 'EXISTING_TOKEN_CREDENTIAL'),
  forgotten('tokenDigitizeDecision', 'accountSource', 'ACCOUNT_ADDED_VIA_BROWSER'),
  forgotten('tokenDigitizeDecision', 'tokenType', 'STATIC'),
  forgotten('tokenDigitizeDecision', 'tokenType', 'EMBEDDED_SE'),
  mustFault(
    'otp-verify-type-prefix',
    'Takes any verifyType that begins with MOBILE or EMAIL.',
    rowKeys('sendOTP', 'verifyType.enum'),
    takes('sendOTP', 'verifyType', (value) => typeof value === 'string' && /^(MOBILE|EMAIL)/.test(value)),
  ),
  mustFault(
    'otp-verify-type-sms-too',
    'Takes every word in capital letters as verifyType.',
    rowKeys('sendOTP', 'verifyType.enum'),
    takes('sendOTP', 'verifyType', (value) => typeof value === 'string' && /^[A-Z]+$/.test(value)),
  ),
];

const structures: readonly MppFault[] = [
  mustFault(
    'notification-token-data-list',
    'Takes a list for the object tokenData.',
    rowKeys('tokenActivationNotification', 'tokenData.type'),
    takes('tokenActivationNotification', 'tokenData', Array.isArray),
  ),
];

/** A date field that is read with another notion of a date. */
function dates(name: string, says: string, api: MppApi, field: string, change: Field['check']): MppFault {
  return mustFault(name, says, rowKeys(api, `${field}.format`), onField(api, field, { check: change }));
}

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const or = (wrong: (text: string) => boolean): Field['check'] => {
  return (value, legal) => legal(value) || (typeof value === 'string' && value !== '' && wrong(value));
};
const not = (right: (text: string) => boolean): Field['check'] => {
  return (value, legal) => legal(value) && !(typeof value === 'string' && right(value));
};

const dateFaults: readonly MppFault[] = [
  dates(
    'expiry-time-by-pattern',
    'Checks expiryTime with a pattern of digits, so that month 13 and hour 25 pass.',
    'sendActivationCode',
    'expiryTime',
    or((text) => pattern.test(text)),
  ),
  dates(
    'expiry-time-found-anywhere',
    'Looks for a date in expiryTime, whatever stands around it.',
    'sendActivationCode',
    'expiryTime',
    or((text) => /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+Z-]/.test(text) && text.includes(' ')),
  ),
  dates(
    'expiry-time-rolled-over',
    'Lets 30 February roll over into March.',
    'sendActivationCode',
    'expiryTime',
    or((text) => pattern.test(text) && !Number.isNaN(Date.parse(text))),
  ),
  dates(
    'expiry-time-epoch',
    'Takes a number of milliseconds as expiryTime.',
    'sendActivationCode',
    'expiryTime',
    or((text) => /^\d{10,13}$/.test(text)),
  ),
  dates(
    'expiry-time-words',
    'Takes any words as expiryTime and finds out later.',
    'sendActivationCode',
    'expiryTime',
    or((text) => /[a-z]/.test(text)),
  ),
  dates(
    'expiry-time-west-refused',
    'Refuses an expiryTime west of Greenwich.',
    'sendActivationCode',
    'expiryTime',
    not((text) => /-\d\d:\d\d$/.test(text)),
  ),
  dates(
    'service-time-home-zone-only',
    'Takes a serviceRequestTime in +08:00 only.',
    'tokenActivationNotification',
    'serviceRequestTime',
    not((text) => !text.endsWith('+08:00')),
  ),
  dates(
    'service-time-hour-25',
    'Takes hour 25 in serviceRequestTime.',
    'tokenActivationNotification',
    'serviceRequestTime',
    or((text) => text.includes('T25:')),
  ),
  dates(
    'activated-time-half-hour-refused',
    'Refuses a tokenActivatedTime with an offset of half an hour.',
    'tokenActivationNotification',
    'tokenActivatedTime',
    not((text) => text.endsWith(':30') && /[+-]\d\d:30$/.test(text)),
  ),
  dates(
    'activated-time-utc-offset-refused',
    'Refuses +00:00 in tokenActivatedTime, since UTC has to be a Z.',
    'tokenActivationNotification',
    'tokenActivatedTime',
    not((text) => text.endsWith('+00:00')),
  ),
  dates(
    'activated-time-month-13',
    'Takes month 13 in tokenActivatedTime.',
    'tokenActivationNotification',
    'tokenActivatedTime',
    or((text) => /^\d{4}-13-/.test(text)),
  ),
];

/** Null is treated unlike an absent field, in an optional field. */
const nulls: readonly MppFault[] = [
  mustFault(
    'activation-code-null-customer-looked-up',
    'Looks up the customer "null" where customerId is null.',
    rowKeys('sendActivationCode', 'customerId.optional'),
    guarded(hasLegalFields, (next) => async (b, call) => {
      const refused = await next(b, call);
      const isNull = call.api === 'sendActivationCode' && call.request.customerId === null;
      return refused ?? (isNull ? 'USER_NOT_EXIST' : null);
    }),
  ),
  mustFault(
    'decision-null-device-declined',
    'Gives up with PROCESS_FAIL over a deviceInfo that is null.',
    rowKeys('tokenDigitizeDecision', 'deviceInfo.optional'),
    guarded(hasLegalFields, (next) => async (b, call) => {
      const refused = await next(b, call);
      const isNull = call.api === 'tokenDigitizeDecision' && call.request.deviceInfo === null;
      return refused ?? (isNull ? 'PROCESS_FAIL' : null);
    }),
  ),
  mustFault(
    'otp-verify-type-required',
    'Refuses a request without verifyType.',
    rowKeys('sendOTP', 'verifyType.optional', 'OTP-05', 'OTP-15'),
    onField('sendOTP', 'verifyType', { required: true }),
  ),
  mustFault(
    'notification-secure-element-required',
    'Refuses a notification without secureElementId.',
    rowKeys('tokenActivationNotification', 'secureElementId.optional', 'TAN-05'),
    onField('tokenActivationNotification', 'secureElementId', { required: true }),
  ),
  mustFault(
    'notification-account-source-required',
    'Refuses a notification without accountSource.',
    rowKeys('tokenActivationNotification', 'accountSource.optional', 'TAN-05'),
    onField('tokenActivationNotification', 'accountSource', { required: true }),
  ),
  mustFault(
    'activation-code-customer-required',
    'Refuses an activation code that names no customerId.',
    rowKeys('sendActivationCode', 'SAC-12', 'customerId.optional', 'SAC-05'),
    onField('sendActivationCode', 'customerId', { required: true }),
  ),
  mustFault(
    'decision-device-info-required',
    'Refuses a digitization without deviceInfo.',
    rowKeys('tokenDigitizeDecision', 'deviceInfo.optional', 'TDD-14'),
    onField('tokenDigitizeDecision', 'deviceInfo', { required: true }),
  ),
  mustFault(
    'decision-customer-required',
    'Refuses a digitization that names no customerId.',
    rowKeys('tokenDigitizeDecision', 'customerId.optional', 'TDD-14'),
    onField('tokenDigitizeDecision', 'customerId', { required: true }),
  ),
  mustFault(
    'decision-missing-type-is-cloud',
    'Takes a missing or null tokenType for CLOUD.',
    rowKeys('tokenDigitizeDecision', 'tokenType.required', 'tokenType.null'),
    takes('tokenDigitizeDecision', 'tokenType', (value) => !isGiven(value)),
  ),
];

const names = new Set(['acquirerId', 'pspId', 'accessToken', 'verifyType']);

/** Reading that fails on harmless requests. */
const reading: readonly MppFault[] = [
  mustFault(
    'otp-keys-in-order-only',
    'Finds the parameters only in the order of the page.',
    rowKeys('sendOTP', 'G-09', 'G-08', 'G-18'),
    guarded(hasLegalFields, (next) => (b, call) => {
      const known = Object.keys(call.request).filter((key) => names.has(key));
      const ordered =
        call.api !== 'sendOTP' || known.join() === [...names].filter((name) => known.includes(name)).join();
      return ordered ? next(b, call) : 'PARAM_ILLEGAL';
    }),
  ),
  shouldFault(
    'unknown-fields-refused',
    'Refuses a request with a field that it does not know.',
    rowKeysOfAllApis('G-21'),
    guarded(hasLegalFields, (next) => (b, call) => {
      const known = call.api ? b.fields[call.api].map((field) => field.name) : [];
      return Object.keys(call.request).every((key) => known.includes(key)) ? next(b, call) : 'PARAM_ILLEGAL';
    }),
  ),
];

/** Faults of request fields that are more than a forgotten check. */
export const requestFaults: readonly MppFault[] = [
  ...limits,
  ...enums,
  ...dateFaults,
  ...structures,
  ...nulls,
  ...reading,
];
