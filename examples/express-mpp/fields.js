/** What each API accepts: the documented parameters, and nothing said about the ones that are not documented. */

const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Fits a string of 1 to `longest` characters; spread, because length alone counts UTF-16 units. */
const text = (longest) => (value) => typeof value === 'string' && value !== '' && [...value].length <= longest;

/** Fits one of the documented values, in their very spelling. */
const oneOf =
  (...values) =>
  (value) =>
    values.includes(value);

/** Fits an object; its children are not published, so they are left alone. */
const jsonObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fits ISO 8601 with a zone. The pattern settles the form, the calendar the rest: Date.parse takes 30 February. */
function dateTime(value) {
  const match = typeof value === 'string' ? DATE_TIME.exec(value) : null;
  if (!match) return false;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth && hour < 24 && minute < 60 && second < 60;
}

const accountSource = oneOf(
  'ACCOUNT_ON_FILE',
  'ACCOUNT_ADDED_MANUALLY',
  'ACCOUNT_ADDED_VIA_APPLICATION',
  'EXISTING_TOKEN_CREDENTIAL',
  'ACCOUNT_ADDED_VIA_BROWSER',
  'ACCOUNT_ADDED_VIA_CHIP_DATA',
);

const required = {
  sendOTP: { acquirerId: text(64), pspId: text(64), accessToken: text(128) },
  sendActivationCode: { tokenReferenceId: text(64), activation: jsonObject, expiryTime: dateTime },
  tokenActivationNotification: {
    tokenReferenceId: text(64),
    serviceRequestTime: dateTime,
    tokenActivatedTime: dateTime,
    tokenData: jsonObject,
  },
  tokenDigitizeDecision: { tokenReferenceId: text(64), tokenType: oneOf('EMBEDDED_SE', 'CLOUD', 'STATIC') },
};

const optional = {
  sendOTP: { verifyType: oneOf('MOBILE', 'EMAIL') },
  sendActivationCode: { customerId: text(64) },
  tokenActivationNotification: {
    customerId: text(64),
    walletId: text(16),
    tokenRequestorId: text(16),
    secureElementId: text(128),
    accountSource,
  },
  tokenDigitizeDecision: {
    customerId: text(64),
    walletId: text(16),
    tokenRequestorId: text(16),
    consumerFacingEntityName: text(128),
    paymentAppInstanceId: text(64),
    accountSource,
    accountHolder: jsonObject,
    accountIdHash: text(64),
    mobileNumberSuffix: text(32),
    walletProviderDecisioningInfo: jsonObject,
    deviceInfo: jsonObject,
    associatedToken: jsonObject,
    aplusDecisioningInfo: jsonObject,
  },
};

/** Returns the first parameter that breaks the contract, if any. Absent and null are the same thing. */
export function illegalField(api, parameters) {
  const missing = Object.entries(required[api]).find(([name, fits]) => !fits(parameters[name]));
  const broken = Object.entries(optional[api]).find(
    ([name, fits]) => parameters[name] !== undefined && parameters[name] !== null && !fits(parameters[name]),
  );
  return (missing ?? broken)?.[0];
}
