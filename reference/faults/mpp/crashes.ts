/** Lies about calm: what is unexpected ends as an error page, a broken connection, or a body that is no result. */
import type { Alter, Call } from '../../mpp/behaviour.ts';
import { hasLegalFields } from '../../mpp/fields.ts';
import { isReadable } from '../../mpp/guards.ts';
import { at, bareSuccess, everywhere, flaw, lie, type MppFault } from '../fault.ts';
import { both, droppedConnections, errorPage, errorPages, guarded, onReply, stumbles } from './alterations.ts';

const isMissing = (value: unknown): boolean => value === undefined;
const isNull = (value: unknown): boolean => value === null;
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isComposite = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Throws at bodies that cannot be read. */
const parsingUnguarded: Alter = guarded(isReadable, (next) => async (b, call) => {
  if (await next(b, call)) throw new SyntaxError('Unexpected end of JSON input');
  return null;
});

/** Sends an error page where a code is due. */
const pageFor = (code: string, status: number, title: string): Alter =>
  onReply((reply, _call, answer) => (answer.result.resultCode === code ? errorPage(status, title) : reply));

const notObjects = (call: Call): boolean => /^\s*[["]/.test(call.body.toString('utf8', 0, 16));

/** Bodies that are no JSON object. */
const bodies: readonly MppFault[] = [
  lie(
    'malformed-body-error-page',
    'Lets a body that is no JSON end as an HTML error page.',
    everywhere('body.type', 'body.required', 'G-24'),
    both(parsingUnguarded, errorPages),
  ),
  lie(
    'malformed-body-drops-connection',
    'Breaks the connection over a body that is no JSON.',
    everywhere('body.type', 'body.required', 'G-24'),
    both(parsingUnguarded, droppedConnections),
  ),
  lie(
    'empty-body-acknowledged',
    'Takes an empty body for a health check and answers S.',
    everywhere('body.required').concat(bareSuccess),
    guarded(isReadable, (next) => (b, call) => (call.body.length === 0 ? 'SUCCESS' : next(b, call))),
  ),
  lie(
    'array-body-acknowledged',
    'Takes an array for a batch, accepts it, and answers S before the items are looked at.',
    everywhere('body.type').concat(bareSuccess),
    guarded(isReadable, (next) => (b, call) => (notObjects(call) ? 'SUCCESS' : next(b, call))),
  ),
  lie(
    'truncated-body-acknowledged',
    'Acknowledges a body that begins like an object, and parses it later.',
    everywhere('body.type').concat(bareSuccess),
    guarded(isReadable, (next) => async (b, call) => {
      const refused = await next(b, call);
      return refused && /^\{/.test(call.body.toString('utf8', 0, 1)) ? 'SUCCESS' : refused;
    }),
  ),
  lie(
    'illegal-parameter-as-plain-text',
    'Answers illegal parameters as HTTP 400 with a line of text.',
    everywhere('G-24').concat(
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
  lie(
    'body-over-4-kilobytes-refused',
    'Answers a body of more than 4 kB as HTTP 413 with an HTML page.',
    everywhere('G-24').concat('*/*.response.result.required'),
    onReply((reply, call) => (call.body.length > 4096 ? errorPage(413, '413 Request Entity Too Large') : reply)),
  ),
];

/** Fields that nobody thought of. */
const fields: readonly MppFault[] = [
  lie(
    'otp-missing-token-error-page',
    'Ends as an HTML error page when accessToken is missing.',
    at('sendOTP', 'G-24', 'accessToken.required'),
    both(stumbles('sendOTP', 'accessToken', isMissing), errorPages),
  ),
  lie(
    'otp-null-token-error-page',
    'Ends as an HTML error page when accessToken is null.',
    at('sendOTP', 'G-24', 'accessToken.null'),
    both(stumbles('sendOTP', 'accessToken', isNull), errorPages),
  ),
  lie(
    'otp-number-for-acquirer-error-page',
    'Ends as an HTML error page when acquirerId is a number.',
    at('sendOTP', 'G-24', 'acquirerId.type'),
    both(stumbles('sendOTP', 'acquirerId', isNumber), errorPages),
  ),
  lie(
    'otp-object-for-token-drops-connection',
    'Breaks the connection when accessToken is an object.',
    at('sendOTP', 'G-24', 'accessToken.type'),
    both(stumbles('sendOTP', 'accessToken', isComposite), droppedConnections),
  ),
  lie(
    'activation-missing-error-page',
    'Ends as an HTML error page when activation is missing.',
    at('sendActivationCode', 'G-24', 'activation.required'),
    both(stumbles('sendActivationCode', 'activation', isMissing), errorPages),
  ),
  lie(
    'expiry-time-number-drops-connection',
    'Breaks the connection when expiryTime is a number.',
    at('sendActivationCode', 'G-24', 'expiryTime.type'),
    both(stumbles('sendActivationCode', 'expiryTime', isNumber), droppedConnections),
  ),
  lie(
    'notification-null-wallet-error-page',
    'Ends as an HTML error page when walletId is null.',
    at('tokenActivationNotification', 'G-24', 'walletId.optional'),
    both(stumbles('tokenActivationNotification', 'walletId', isNull), errorPages),
  ),
  lie(
    'notification-empty-source-error-page',
    'Ends as an HTML error page when accountSource is "".',
    at('tokenActivationNotification', 'G-24', 'accountSource.empty'),
    both(
      stumbles('tokenActivationNotification', 'accountSource', (value) => value === ''),
      errorPages,
    ),
  ),
  lie(
    'decision-unknown-token-type-error-page',
    'Ends as an HTML error page at a tokenType that its enumeration does not have.',
    at('tokenDigitizeDecision', 'G-24', 'tokenType.enum', 'tokenType.empty', 'tokenType.type'),
    both(
      stumbles(
        'tokenDigitizeDecision',
        'tokenType',
        (value) => typeof value === 'string' && !['EMBEDDED_SE', 'CLOUD', 'STATIC'].includes(value),
      ),
      errorPages,
    ),
  ),
  lie(
    'decision-wide-name-error-page',
    'Ends as an HTML error page at a consumerFacingEntityName that its database cannot store.',
    at('tokenDigitizeDecision', 'G-24', 'consumerFacingEntityName.maxLength'),
    both(
      stumbles('tokenDigitizeDecision', 'consumerFacingEntityName', (value) => /[^\u0000-\u00ff]/.test(String(value))),
      errorPages,
    ),
  ),
];

/** Errors of its own. */
const own: readonly MppFault[] = [
  lie(
    'unexpected-error-page',
    'Shows an HTML error page where UNKNOWN_EXCEPTION is due.',
    everywhere('G-24'),
    pageFor('UNKNOWN_EXCEPTION', 500, '500 Internal Server Error'),
  ),
  lie(
    'overload-page',
    'Shows the error page of its gateway where REQUEST_TRAFFIC_EXCEED_LIMIT is due.',
    everywhere('G-24'),
    pageFor('REQUEST_TRAFFIC_EXCEED_LIMIT', 503, '503 Service Unavailable'),
  ),
  lie(
    'dies-of-malformed-body',
    'Answers everything as an HTML error page once it has seen a body that is no JSON.',
    everywhere('G-24').concat('*/*'),
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
  flaw(
    'null-answered-slowly',
    'Takes more than five seconds over a request in which a required parameter is null.',
    everywhere('G-23'),
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
