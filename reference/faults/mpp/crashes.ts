/** Faults of error handling: an unexpected request ends in an error page, a broken connection, or a body without a result. */
import type { Call, Patch } from '../../mpp/behaviour.ts';
import { hasLegalFields } from '../../mpp/fields.ts';
import { isReadable } from '../../mpp/guards.ts';
import { emptySuccessRows, type MppFault, mustFault, rowKeys, rowKeysOfAllApis, shouldFault } from '../fault.ts';
import {
  both,
  droppedConnections,
  errorPage,
  errorPages,
  guarded,
  isComposite,
  onReply,
  stumbles,
} from './alterations.ts';

const isMissing = (value: unknown): boolean => value === undefined;
const isNull = (value: unknown): boolean => value === null;
const isNumber = (value: unknown): boolean => typeof value === 'number';

/** Throws at bodies that cannot be read. */
const parsingUnguarded: Patch = guarded(isReadable, (next) => async (b, call) => {
  if (await next(b, call)) throw new SyntaxError('Unexpected end of JSON input');
  return null;
});

/** Sends an error page instead of a code. */
const pageFor = (code: string, status: number, title: string): Patch =>
  onReply((reply, _call, answer) => (answer.result.resultCode === code ? errorPage(status, title) : reply));

const notObjects = (call: Call): boolean => /^\s*[["]/.test(call.body.toString('utf8', 0, 16));

/** Bodies that are not a JSON object. */
const bodies: readonly MppFault[] = [
  mustFault(
    'malformed-body-error-page',
    'Lets a body that is not JSON end as an HTML error page.',
    rowKeysOfAllApis('body.type', 'body.required', 'G-24'),
    both(parsingUnguarded, errorPages),
  ),
  mustFault(
    'malformed-body-drops-connection',
    'Breaks the connection over a body that is not JSON.',
    rowKeysOfAllApis('body.type', 'body.required', 'G-24'),
    both(parsingUnguarded, droppedConnections),
  ),
  mustFault(
    'empty-body-acknowledged',
    'Takes an empty body for a health check and answers S.',
    rowKeysOfAllApis('body.required').concat(emptySuccessRows),
    guarded(isReadable, (next) => (b, call) => (call.body.length === 0 ? 'SUCCESS' : next(b, call))),
  ),
  mustFault(
    'array-body-acknowledged',
    'Takes an array for a batch, accepts it, and answers S before the items are looked at.',
    rowKeysOfAllApis('body.type').concat(emptySuccessRows),
    guarded(isReadable, (next) => (b, call) => (notObjects(call) ? 'SUCCESS' : next(b, call))),
  ),
  mustFault(
    'truncated-body-acknowledged',
    'Acknowledges a body that begins like an object, and parses it later.',
    rowKeysOfAllApis('body.type').concat(emptySuccessRows),
    guarded(isReadable, (next) => async (b, call) => {
      const refused = await next(b, call);
      return refused && /^\{/.test(call.body.toString('utf8', 0, 1)) ? 'SUCCESS' : refused;
    }),
  ),
  mustFault(
    'illegal-parameter-as-plain-text',
    'Answers illegal parameters as HTTP 400 with a line of text.',
    rowKeysOfAllApis('G-24').concat(
      '*/*.required',
      '*/*.null',
      '*/*.empty',
      '*/*.type',
      '*/*.maxLength',
      '*/*.enum',
      '*/*.format',
    ),
    onReply((reply, _call, answer) =>
      answer.result.resultCode === 'PARAM_ILLEGAL'
        ? { status: 400, headers: [['Content-Type', 'text/plain']], body: 'Bad Request' }
        : reply,
    ),
  ),
  mustFault(
    'body-over-4-kilobytes-refused',
    'Answers a body of more than 4 kB as HTTP 413 with an HTML page.',
    rowKeysOfAllApis('G-24', 'G-08').concat('*/*.response.result.required'),
    onReply((reply, call) => (call.body.length > 4096 ? errorPage(413, '413 Request Entity Too Large') : reply)),
  ),
];

/** Undocumented fields. */
const fields: readonly MppFault[] = [
  mustFault(
    'otp-missing-token-error-page',
    'Ends as an HTML error page when accessToken is missing.',
    rowKeys('sendOTP', 'G-24', 'accessToken.required'),
    both(stumbles('sendOTP', 'accessToken', isMissing), errorPages),
  ),
  mustFault(
    'otp-null-token-error-page',
    'Ends as an HTML error page when accessToken is null.',
    rowKeys('sendOTP', 'G-24', 'accessToken.null'),
    both(stumbles('sendOTP', 'accessToken', isNull), errorPages),
  ),
  mustFault(
    'otp-number-for-acquirer-error-page',
    'Ends as an HTML error page when acquirerId is a number.',
    rowKeys('sendOTP', 'G-24', 'acquirerId.type'),
    both(stumbles('sendOTP', 'acquirerId', isNumber), errorPages),
  ),
  mustFault(
    'otp-object-for-token-drops-connection',
    'Breaks the connection when accessToken is an object.',
    rowKeys('sendOTP', 'G-24', 'accessToken.type'),
    both(stumbles('sendOTP', 'accessToken', isComposite), droppedConnections),
  ),
  mustFault(
    'activation-missing-error-page',
    'Ends as an HTML error page when activation is missing.',
    rowKeys('sendActivationCode', 'G-24', 'activation.required'),
    both(stumbles('sendActivationCode', 'activation', isMissing), errorPages),
  ),
  mustFault(
    'expiry-time-number-drops-connection',
    'Breaks the connection when expiryTime is a number.',
    rowKeys('sendActivationCode', 'G-24', 'expiryTime.type'),
    both(stumbles('sendActivationCode', 'expiryTime', isNumber), droppedConnections),
  ),
  mustFault(
    'notification-null-wallet-error-page',
    'Ends as an HTML error page when walletId is null.',
    rowKeys('tokenActivationNotification', 'G-24', 'walletId.optional'),
    both(stumbles('tokenActivationNotification', 'walletId', isNull), errorPages),
  ),
  mustFault(
    'notification-empty-source-error-page',
    'Ends as an HTML error page when accountSource is "".',
    rowKeys('tokenActivationNotification', 'G-24', 'accountSource.empty'),
    both(
      stumbles('tokenActivationNotification', 'accountSource', (value) => value === ''),
      errorPages,
    ),
  ),
  mustFault(
    'decision-unknown-token-type-error-page',
    'Ends as an HTML error page at a tokenType that its enumeration does not have.',
    rowKeys('tokenDigitizeDecision', 'G-24', 'tokenType.enum', 'tokenType.empty', 'tokenType.type'),
    both(
      stumbles(
        'tokenDigitizeDecision',
        'tokenType',
        (value) => typeof value === 'string' && !['EMBEDDED_SE', 'CLOUD', 'STATIC'].includes(value),
      ),
      errorPages,
    ),
  ),
  mustFault(
    'decision-wide-name-error-page',
    'Ends as an HTML error page at a consumerFacingEntityName that its database cannot store.',
    rowKeys('tokenDigitizeDecision', 'G-24', 'consumerFacingEntityName.maxLength'),
    both(
      stumbles('tokenDigitizeDecision', 'consumerFacingEntityName', (value) => /[^\u0000-\u00ff]/.test(String(value))),
      errorPages,
    ),
  ),
];

/** Errors of its own. */
const own: readonly MppFault[] = [
  mustFault(
    'unexpected-error-page',
    'Shows an HTML error page where UNKNOWN_EXCEPTION is due.',
    rowKeysOfAllApis('G-24'),
    pageFor('UNKNOWN_EXCEPTION', 500, '500 Internal Server Error'),
  ),
  mustFault(
    'overload-page',
    'Shows the error page of its gateway where REQUEST_TRAFFIC_EXCEED_LIMIT is due.',
    rowKeysOfAllApis('G-24'),
    pageFor('REQUEST_TRAFFIC_EXCEED_LIMIT', 503, '503 Service Unavailable'),
  ),
  mustFault(
    'dies-of-malformed-body',
    'Answers everything as an HTML error page once it has seen a body that is not JSON.',
    rowKeysOfAllApis('G-24').concat('*/*'),
    (b) => {
      let dead = false;
      const dying = guarded(isReadable, (next) => async (c, call) => {
        const refused = await next(c, call);
        if (refused) dead = true;
        if (dead) throw new Error('The parser is in a wrong state');
        return refused;
      });
      return both(dying, errorPages)(b);
    },
  ),
  shouldFault(
    'null-answered-slowly',
    'Takes more than five seconds over a request in which a required parameter is null.',
    rowKeysOfAllApis('G-23'),
    guarded(hasLegalFields, (next) => async (b, call) => {
      const fields = call.api ? b.fields[call.api] : [];
      const isSlow = fields.some((field) => field.required && call.request[field.name] === null);
      if (isSlow) await new Promise((resolve) => setTimeout(resolve, 5200));
      return next(b, call);
    }),
  ),
];

/** Faults of crashing. */
export const crashFaults: readonly MppFault[] = [...bodies, ...fields, ...own];
