/** Alterations of what single APIs promise beyond their fields and results: ids of their own, credentials, decisions, codes. */
import { operations } from '../../contract/apis.ts';
import type { Operation } from '../../contract/types.ts';
import type { Asked, ServerAlteration } from '../../engine/prove/alteration.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { isObject, valueAt } from '../../engine/wire/json.ts';
import { fieldOnRefusal } from './answer-fields.ts';
import {
  type Alter,
  accepted,
  advice,
  alteration,
  isLegal,
  paramIllegal,
  result,
  where,
  withJson,
} from './faulty-answers.ts';

type Table = (op: Operation) => readonly ServerAlteration[];

const isAccepted = ({ answer }: Asked) => answer.kind === 'S';

/** One field of a good request was changed into a value that only resembles a known one. */
function resembles(field: string, isIt: (text: string, good: string) => boolean): Parameters<typeof where>[0] {
  return (asked, { goodBody }) => {
    const value = valueAt(asked.body, [field]);
    const edits = asked.spec.edits ?? [];
    const isEdited = edits.length === 1 && edits[0]!.path[0] === field && asked.spec.base === 'full';
    const good = valueAt(goodBody, [field]);
    if (!isLegal(asked) || asked.answer.kind === 'S' || !isEdited) return false;
    return typeof value === 'string' && typeof good === 'string' && value !== good && isIt(value, good);
  };
}

/** Ids that are looked up loosely: cut off, by their first characters, in any case. */
function looseLookups(op: Operation, field: string, row: string): ServerAlteration[] {
  const write = (name: string, says: string, isIt: (text: string, good: string) => boolean, more = {}) =>
    alteration(
      op,
      'accepts',
      [`${field}.${name}`, `${op.id} ${says} ${field}`],
      row,
      where(resembles(field, isIt), accepted),
      more,
    );
  return [
    write('shortened', 'takes a shortened', (text, good) => text.length < good.length && good.startsWith(text)),
    write(
      'changed-end',
      'looks only at the first characters of',
      (text, good) => text.length >= good.length && text.slice(0, -1).startsWith(good.slice(0, -1)),
    ),
    write('case', 'ignores the case of', (text, good) => text.toLowerCase() === good.toLowerCase(), advice),
  ];
}

function withItems(list: string, change: (items: readonly unknown[]) => readonly unknown[]): Alter {
  return withJson(isAccepted, (json) => {
    const items = json[list];
    return Array.isArray(items) && items.length > 0 ? { ...json, [list]: change(items) } : null;
  });
}

function withItem(list: string, change: (item: JsonObject) => JsonObject): Alter {
  return withItems(list, (items) => items.map((item) => (isObject(item) ? change(item) : item)));
}

const sendOTP: Table = (op) => {
  const id = 'verifyRequestId';
  const hasDefault =
    (verifyType: string) =>
    ({ spec }: Asked) =>
      spec.overlay?.verifyType === verifyType &&
      spec.edits?.[0]?.path[0] === 'verifyType' &&
      !('set' in spec.edits[0] && spec.edits[0].set);
  const isThird = ({ spec }: Asked) => spec.occurrence === 'limit-third';
  const isUnknown = (asked: Asked) => isLegal(asked) && asked.spec.user === 'unknown';
  return [
    alteration(
      op,
      'identity',
      ['same-id', `${op.id} returns one ${id} for all`],
      'OTP-04',
      withJson(isAccepted, (json) => ({ ...json, [id]: 'one-id-for-all-00000001' })),
    ),
    alteration(
      op,
      'identity',
      ['pairs', `${op.id} returns each ${id} twice`],
      'OTP-04',
      withJson(isAccepted, (json, { nth }) => ({ ...json, [id]: `id-for-two-${String(nth >> 1).padStart(8, '0')}` })),
    ),
    alteration(
      op,
      'accepts',
      ['made-up', `${op.id} accepts a made-up accessToken`],
      'OTP-09',
      where(isUnknown, accepted),
    ),
    ...looseLookups(op, 'accessToken', 'OTP-09'),
    alteration(
      op,
      'scenario',
      ['two-a-day', `${op.id} sends two OTPs a day`],
      'OTP-12',
      where(isThird, result('OTP_SEND_TIMES_EXCEED_LIMIT', 'F')),
    ),
    alteration(
      op,
      'scenario',
      ['default-email', `${op.id} takes a request without verifyType for EMAIL`],
      'OTP-05',
      (asked, api) => {
        if (hasDefault('MOBILE')(asked)) return accepted(asked, api);
        return hasDefault('EMAIL')(asked) ? result('PROCESS_FAIL', 'F') : null;
      },
    ),
    fieldOnRefusal(op, id, 'OTP-13', 'id-on-a-refusal-0001'),
  ];
};

const sendActivationCode: Table = (op) => [
  ...looseLookups(op, 'customerId', 'SAC-11'),
  alteration(
    op,
    'refuses',
    ['without-customer', `${op.id} refuses a request without customerId`],
    'SAC-12',
    where((asked) => isLegal(asked) && valueAt(asked.body, ['customerId']) === undefined, paramIllegal),
  ),
];

const tokenActivationNotification: Table = (op) => [
  alteration(
    op,
    'refuses',
    ['repeated', `${op.id} refuses a repeated notification`],
    'TAN-11',
    where(({ spec }) => spec.occurrence === 'opening-twice' && !spec.overlay, result('PROCESS_FAIL', 'F')),
  ),
  ...looseLookups(op, 'customerId', 'TAN-12'),
];

const tokenDigitizeDecision: Table = (op) => {
  const methods = 'activationMethods';
  const reasons = 'walletProviderDecisioningInfo';
  const careful = ({ answer }: Asked) => valueAt(answer.json, ['decision']) === 'REQUIRE_ADDITIONAL_AUTHENTICATION';
  const hasReason = ({ spec }: Asked) => JSON.stringify(spec.edits ?? '').includes('CF_UNKNOWN_REASON');
  return [
    alteration(
      op,
      'field',
      ['no-methods', `${op.id} leaves out ${methods} where they are needed`],
      'TDD-05',
      withJson(careful, ({ [methods]: _, ...json }) => json),
    ),
    alteration(
      op,
      'field',
      ['text-methods', `${op.id} lists ${methods} as texts`],
      'TDD-06',
      withItems(methods, () => ['SMS']),
    ),
    alteration(
      op,
      'refuses',
      ['reason', `${op.id} refuses an unknown reason in ${reasons}`],
      'TDD-12',
      where(hasReason, paramIllegal),
    ),
    fieldOnRefusal(op, 'decision', 'TDD-13', 'DECLINED'),
    ...looseLookups(op, 'customerId', 'TDD-09'),
  ];
};

const list = 'paymentCodeInfoList';
const code = 'paymentCode';

/** Codes that are not what their page says. */
const codeAlterations: Table = (op) => [
  alteration(
    op,
    'identity',
    ['same-code', `${op.id} returns one ${code} to all`],
    'GPC-10',
    withItem(list, (item) => ({ ...item, [code]: '281234567890123456' })),
  ),
  alteration(
    op,
    'field',
    ['letters', `${op.id} returns codes with letters`],
    'GPC-17',
    withItem(list, (item) => ({ ...item, [code]: `28AB${String(item[code]).slice(4)}` })),
  ),
  alteration(
    op,
    'field',
    ['short-code', `${op.id} returns codes of 15 digits`],
    'GPC-17',
    withItem(list, (item) => ({ ...item, [code]: String(item[code]).slice(0, 15) })),
  ),
  alteration(
    op,
    'field',
    ['other-form', `${op.id} returns codes of 20 digits`],
    'GPC-17',
    withItem(list, (item) => ({ ...item, [code]: `${String(item[code])}00000000`.slice(0, 20) })),
  ),
  alteration(
    op,
    'field',
    ['basic-times', `${op.id} writes times of codes without a zone`],
    'GPC-09',
    withItem(list, (item) => ({ ...item, codeExpiryTime: String(item.codeExpiryTime).slice(0, 19) })),
  ),
];

const getPaymentCode: Table = (op) => {
  const asksForMany = ({ body, answer }: Asked) =>
    answer.kind === 'S' && Number(valueAt(body, ['codeQuantity']) ?? 1) > 1;
  const asksForNone = ({ body, answer }: Asked) => answer.kind === 'S' && valueAt(body, ['codeQuantity']) == null;
  const items = (json: JsonObject) => (Array.isArray(json[list]) ? json[list] : []);
  return [
    alteration(
      op,
      'field',
      ['one-code', `${op.id} returns one code whatever codeQuantity says`],
      'GPC-05',
      withJson(asksForMany, (json) => ({ ...json, [list]: items(json).slice(0, 1) })),
    ),
    alteration(
      op,
      'field',
      ['two-codes', `${op.id} returns two codes to a request without codeQuantity`],
      'GPC-06',
      withJson(asksForNone, (json) => ({ ...json, [list]: [...items(json), ...items(json)] })),
    ),
    ...codeAlterations(op),
    fieldOnRefusal(op, list, 'GPC-05', [{ [code]: '281234567890123456' }]),
    alteration(
      op,
      'result',
      ['own-code', `${op.id} answers USER_NOT_EXIST, which is none of its twelve codes`],
      'GPC-11',
      where(({ answer }) => answer.code === 'PARAM_ILLEGAL', result('USER_NOT_EXIST', 'F')),
    ),
  ];
};

const tables: Readonly<Record<string, Table>> = {
  sendOTP,
  sendActivationCode,
  tokenActivationNotification,
  tokenDigitizeDecision,
  getPaymentCode,
};

/** The alterations of one API alone; none for an API of the user's own specs. */
export function ownAlterations(op: Operation): readonly ServerAlteration[] {
  return Object.hasOwn(operations, op.id) ? (tables[op.id]?.(op) ?? []) : [];
}
