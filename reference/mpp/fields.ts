/** The rules for the request fields of the four APIs, deliberately written independently of the spec. */
import type { Behaviour, Call, Field, Json, MppApi } from './behaviour.ts';
import { isObject } from './body.ts';

const tokenReferenceId: Field = { name: 'tokenReferenceId', kind: 'text', required: true, max: 64 };
const customerId: Field = { name: 'customerId', kind: 'text', required: false, max: 64 };
const walletId: Field = { name: 'walletId', kind: 'text', required: false, max: 16 };
const tokenRequestorId: Field = { name: 'tokenRequestorId', kind: 'text', required: false, max: 16 };
const accountSource: Field = {
  name: 'accountSource',
  kind: 'text',
  required: false,
  oneOf: [
    'ACCOUNT_ON_FILE',
    'ACCOUNT_ADDED_MANUALLY',
    'ACCOUNT_ADDED_VIA_APPLICATION',
    'EXISTING_TOKEN_CREDENTIAL',
    'ACCOUNT_ADDED_VIA_BROWSER',
    'ACCOUNT_ADDED_VIA_CHIP_DATA',
  ],
};

const object = (name: string, required: boolean): Field => ({ name, kind: 'object', required });
const date = (name: string): Field => ({ name, kind: 'date', required: true });
const optionalText = (name: string, max: number): Field => ({ name, kind: 'text', required: false, max });

/** The fields of each API in the order of its page. */
export const requestFields: Readonly<Record<MppApi, readonly Field[]>> = {
  sendOTP: [
    { name: 'acquirerId', kind: 'text', required: true, max: 64 },
    { name: 'pspId', kind: 'text', required: true, max: 64 },
    { name: 'accessToken', kind: 'text', required: true, max: 128 },
    { name: 'verifyType', kind: 'text', required: false, oneOf: ['MOBILE', 'EMAIL'] },
  ],
  sendActivationCode: [tokenReferenceId, customerId, object('activation', true), date('expiryTime')],
  tokenActivationNotification: [
    tokenReferenceId,
    customerId,
    walletId,
    tokenRequestorId,
    optionalText('secureElementId', 128),
    accountSource,
    date('serviceRequestTime'),
    date('tokenActivatedTime'),
    object('tokenData', true),
  ],
  tokenDigitizeDecision: [
    tokenReferenceId,
    customerId,
    { name: 'tokenType', kind: 'text', required: true, oneOf: ['EMBEDDED_SE', 'CLOUD', 'STATIC'] },
    walletId,
    tokenRequestorId,
    optionalText('consumerFacingEntityName', 128),
    optionalText('paymentAppInstanceId', 64),
    accountSource,
    object('accountHolder', false),
    optionalText('accountIdHash', 64),
    optionalText('mobileNumberSuffix', 32),
    object('walletProviderDecisioningInfo', false),
    object('deviceInfo', false),
    object('associatedToken', false),
    object('aplusDecisioningInfo', false),
  ],
};

/** Guard: every documented field of the request is legal; undocumented fields are ignored. */
export function hasLegalFields(b: Behaviour, call: Call): string | null {
  const fields = call.api ? b.fields[call.api] : [];
  return fields.every((field) => fieldIsLegal(field, call.request)) ? null : 'PARAM_ILLEGAL';
}

function fieldIsLegal(field: Field, request: Json): boolean {
  const value = Object.hasOwn(request, field.name) ? request[field.name] : undefined;
  const legal = (candidate: unknown) => valueIsLegal(field, candidate);
  return field.check ? field.check(value, legal, request) : legal(value);
}

function valueIsLegal(field: Field, value: unknown): boolean {
  if (value === undefined || value === null) return !field.required;
  if (field.kind === 'object') return isObject(value);
  if (typeof value !== 'string' || value === '') return false;
  if (field.kind === 'date') return isDateTime(value);
  if (field.oneOf) return field.oneOf.includes(value);
  const max = field.max ?? Number.POSITIVE_INFINITY;
  return (field.lengthOf ?? characters)(value) <= max;
}

/** Length in characters, so that a character outside the basic plane counts once. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

const dateTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|[+-](\d\d):(\d\d))$/;

/** True for an existing date and time with its zone, in the extended form of ISO 8601. */
export function isDateTime(text: string): boolean {
  const match = dateTime.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const [zoneHour, zoneMinute] = [Number(match[7] ?? 0), Number(match[8] ?? 0)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  return hour < 24 && minute < 60 && second < 60 && zoneHour < 24 && zoneMinute < 60;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
