/** The requirements that bind every API, with their checks for each operation, from the spec alone. */
import { notObservable, scenario, suite, suiteObligation } from '../engine/check/check.ts';
import type { ObservedExchange } from '../engine/check/observed-exchange.ts';
import { header } from '../engine/wire/answer.ts';
import { readSignatureHeader } from '../engine/wire/signing.ts';
import { currentResponseTime, signedAnswers, zonedResponseTime } from './shared/answer-signatures.ts';
import { compressedAnswer } from './shared/compressed-answer.ts';
import { extraFields, noContentType, otherMediaTypes, otherMethods, otherPaths } from './shared/http.ts';
import { keptOneByOne } from './shared/one-by-one.ts';
import {
  answersInTime,
  httpOk,
  jsonLabel,
  noBareRefusal,
  noCrash,
  noSecretEchoed,
  noStackTrace,
  pairInTable,
} from './shared/result-invariants.ts';
import { hostileValues, optionalPairs } from './shared/robustness.ts';
import {
  largeBody,
  missingHeaders,
  oddSignatures,
  spellings,
  strangers,
  tampering,
  writings,
  wrongTwice,
} from './shared/signatures.ts';
import { strangeBodies } from './shared/unusual-bodies.ts';

const sent = ({ answer }: ObservedExchange) => answer.exchange.request;

export default suite('every', {
  'G-01 The caller MUST send each request as a POST over HTTPS to the exact path of the API.': [
    suiteObligation((observed) =>
      sent(observed).method === 'POST' ? null : `a good request went out as ${sent(observed).method}`,
    ),
  ],
  'G-02 The caller MUST send the headers Signature, Client-Id and Request-Time; header names are case-insensitive.': [
    suiteObligation((observed) => missing(observed)),
  ],
  'G-03 The caller MUST write the Signature header as the comma-separated parts algorithm, keyVersion and signature.': [
    suiteObligation((observed) => {
      const value = header(sent(observed).headers, 'Signature');
      const parts = value === null ? null : readSignatureHeader(value);
      return value === null || (parts?.algorithm && parts.keyVersion)
        ? null
        : 'a good request has a Signature without its parts';
    }),
  ],
  'G-04 The caller MUST sign the method POST, the path, its Client-Id, its Request-Time and the exact bytes of the body.':
    [suiteObligation()],
  'G-05 The caller MUST write Request-Time as an ISO 8601 time with a time zone.': [
    suiteObligation((observed) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(header(sent(observed).headers, 'Request-Time') ?? '')
        ? null
        : 'a good request has no ISO 8601 Request-Time',
    ),
  ],
  'G-06 The caller MUST send application/json in UTF-8 if it sends a Content-Type header.': [
    suiteObligation((observed) =>
      /^application\/json/.test(header(sent(observed).headers, 'Content-Type') ?? 'application/json')
        ? null
        : 'a good request has another Content-Type',
    ),
  ],
  'G-07 The server MUST sign each answer over POST, the request path, Client-Id, Response-Time and the exact body, and send Signature, Client-Id and Response-Time as headers.':
    [
      keptOneByOne(signedAnswers, 'signatures'),
      signedAnswers,
      zonedResponseTime,
      currentResponseTime,
      compressedAnswer(),
    ],
  'G-08 The server MUST answer INVALID_SIGNATURE, without any effect, when body, time, client or path differs from what was signed.':
    [...tampering(), ...missingHeaders(), ...oddSignatures(), wrongTwice(), ...writings(), largeBody()],
  'G-09 The server MUST accept header names in any case, and a Signature header with or without a space after each comma.':
    [...spellings(), ...writings()],
  'G-10 The server MUST answer METHOD_NOT_SUPPORTED to any method other than POST.': otherMethods(),
  'G-11 The server MUST answer NO_INTERFACE_DEF to a path that belongs to no API.': otherPaths(),
  'G-12 The server MUST answer MEDIA_TYPE_NOT_ACCEPTABLE to a media type that it does not support.': otherMediaTypes(),
  'G-13 The server MUST accept a request without a Content-Type header.': noContentType(),
  'G-14 The server MUST refuse an unknown Client-Id or keyVersion with a code that names the client, the key or the signature.':
    strangers(),
  'G-16 The server MUST return SUCCESS with status S on success, and otherwise a code with its status from the result table of the API.':
    [pairInTable],
  'G-21 The server SHOULD ignore unknown extra fields in a request.': extraFields(),
  'G-22 The server SHOULD use HTTP status 200 with the JSON result also for failures and unknown results.': [
    httpOk,
    jsonLabel,
  ],
  'G-23 The server SHOULD answer within 5 seconds, before the caller times out.': [answersInTime],
  'G-24 The server MUST answer overload with REQUEST_TRAFFIC_EXCEED_LIMIT and its own unexpected errors with UNKNOWN_EXCEPTION, as a JSON result and never as an error page.':
    [
      noCrash,
      noBareRefusal,
      noStackTrace,
      noSecretEchoed,
      ...strangeBodies(),
      ...hostileValues(),
      ...optionalPairs(),
      scenario('REQUEST_TRAFFIC_EXCEED_LIMIT'),
      scenario('UNKNOWN_EXCEPTION'),
    ],
  'G-25 The caller MUST retry a call with the same parameters after U or no answer, and never retry after F unless the result code allows it.':
    [notObservable()],
  'G-26 The caller MUST verify the signature of each answer, and not treat an answer as success if its signature is missing, incomplete or wrong.':
    [notObservable()],
});

function missing(observed: ObservedExchange): string | null {
  if (observed.settings.signing.mode === 'off') return null;
  const absent = ['Signature', 'Client-Id', 'Request-Time'].find(
    (name) => header(sent(observed).headers, name) === null,
  );
  return absent ? `a good request has no ${absent} header` : null;
}
