/** The requirements that bind Alipay+ as the caller of an API of the MPP, word for word, each with the rules of the spec that it sums up. */
import type { Keyword, Operation } from '../../contract/types.ts';
import type { CallerInvariant } from '../../engine/check/caller-check.ts';
import { type OperationId, operations } from '../../generated/operations.ts';
import type { RequirementTitles } from '../../generated/requirements.ts';
import { sentConstraint } from '../caller/constraints.ts';

/** Ids of the catalogue that bind Alipay+ as a caller, by API. */
interface CallerIds {
  sendOTP: `OTP-${'01' | '02'}`;
  sendActivationCode: `SAC-${'01' | '02' | '03' | '04'}`;
  tokenActivationNotification: `TAN-${'01' | '02' | '03' | '04'}`;
  tokenDigitizeDecision: `TDD-${'01' | '02' | '03'}`;
}

/** The keywords of a field that a row sums up. */
type FieldRules = Readonly<Record<string, readonly Keyword[]>>;

type Rows<Id extends keyof CallerIds> = Readonly<
  Record<Extract<RequirementTitles[Id], `${CallerIds[Id]} ${string}`>, FieldRules>
>;

const given = ['required', 'null'] as const;
const text = [...given, 'type', 'maxLength'] as const;
const optionalText = ['type', 'maxLength'] as const;
const optionalWord = ['type', 'enum'] as const;
const time = [...given, 'type', 'format'] as const;

/** One left out, or one word off, does not compile. */
const rows: { readonly [Id in keyof CallerIds]: Rows<Id> } = {
  sendOTP: {
    'OTP-01 Alipay+ MUST send an acquirerId and a pspId of at most 64 characters and an accessToken of at most 128.': {
      acquirerId: text,
      pspId: text,
      accessToken: text,
    },
    'OTP-02 Alipay+ MUST send verifyType as MOBILE, EMAIL or null, or omit it.': { verifyType: optionalWord },
  },
  sendActivationCode: {
    'SAC-01 Alipay+ MUST send a tokenReferenceId of 1 to 64 characters with each activation code.': {
      tokenReferenceId: [...text, 'empty'],
    },
    'SAC-02 Alipay+ MUST send a customerId of at most 64 characters or null in sendActivationCode, or omit it.': {
      customerId: optionalText,
    },
    'SAC-03 Alipay+ MUST send activation as an object.': { activation: [...given, 'type'] },
    'SAC-04 Alipay+ MUST send expiryTime as an ISO 8601 time.': { expiryTime: time },
  },
  tokenActivationNotification: {
    'TAN-01 Alipay+ MUST send a tokenReferenceId of at most 64 characters, serviceRequestTime, tokenActivatedTime and tokenData in each notification.':
      { tokenReferenceId: text, serviceRequestTime: given, tokenActivatedTime: given, tokenData: given },
    'TAN-02 Alipay+ MUST limit customerId to 64 characters, walletId and tokenRequestorId to 16 and secureElementId to 128 in a notification.':
      {
        customerId: ['maxLength'],
        walletId: ['maxLength'],
        tokenRequestorId: ['maxLength'],
        secureElementId: ['maxLength'],
      },
    'TAN-03 Alipay+ MUST send accountSource of a notification as one of the six documented values or null, or omit it.':
      { accountSource: optionalWord },
    'TAN-04 Alipay+ MUST send serviceRequestTime and tokenActivatedTime as ISO 8601 times.': {
      serviceRequestTime: ['type', 'format'],
      tokenActivatedTime: ['type', 'format'],
    },
  },
  tokenDigitizeDecision: {
    'TDD-01 Alipay+ MUST send a tokenReferenceId of at most 64 characters and one of the three values of tokenType with each digitization.':
      { tokenReferenceId: text, tokenType: [...given, 'type', 'enum'] },
    'TDD-02 Alipay+ MUST NOT exceed the documented lengths of the text fields of a digitization.': {
      tokenReferenceId: ['maxLength'],
      customerId: ['maxLength'],
      walletId: ['maxLength'],
      tokenRequestorId: ['maxLength'],
      consumerFacingEntityName: ['maxLength'],
      paymentAppInstanceId: ['maxLength'],
      accountIdHash: ['maxLength'],
      mobileNumberSuffix: ['maxLength'],
    },
    'TDD-03 Alipay+ MUST send accountSource of a digitization, if present, as one of the six documented values, and objects where objects are documented.':
      {
        accountSource: optionalWord,
        accountHolder: ['type'],
        walletProviderDecisioningInfo: ['type'],
        deviceInfo: ['type'],
        associatedToken: ['type'],
        aplusDecisioningInfo: ['type'],
      },
  },
};

/** The rules of one row, from the spec alone. */
function rulesOf({ id, request }: Operation, fields: FieldRules): CallerInvariant[] {
  return Object.entries(fields).flatMap(([name, keywords]) => {
    const field = request.find(({ path }) => path.length === 1 && path[0] === name);
    if (!field) throw new Error(`${id} has no field ${name}`);
    return keywords.map((keyword) => {
      const rule = field.rules.find((one) => one.keyword === keyword);
      const [check] = rule ? sentConstraint(field, rule) : [];
      if (!check) throw new Error(`${name} of ${id} has no rule ${keyword} that binds its caller`);
      return check;
    });
  });
}

/** Checks by requirement id. */
export const callerRows: ReadonlyMap<string, readonly CallerInvariant[]> = new Map(
  Object.entries(rows).flatMap(([id, ofOperation]) =>
    Object.entries(ofOperation).map(([title, fields]) => {
      const checks = rulesOf(operations[id as OperationId], fields);
      return [title.slice(0, title.indexOf(' ')), checks] as const;
    }),
  ),
);
