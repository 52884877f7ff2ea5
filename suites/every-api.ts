/** The requirements that bind every API, with their checks for each operation, from the spec alone. */
import { notObservable, scenario, suite, suiteObligation } from '../engine/check/check.ts';
import type { ObservedExchange } from '../engine/check/observed-exchange.ts';
import { header } from '../engine/wire/answer.ts';
import { readSignatureHeader } from '../engine/wire/signing.ts';
import { currentResponseTime, signedAnswers, zonedResponseTime } from './shared/answer-signatures.ts';
import { compressedAnswer } from './shared/compressed-answer.ts';
import { extraFields, noContentType, otherMediaTypes, otherMethods, otherPaths } from './shared/http.ts';
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
  'G-02 The caller MUST send the headers Signature, Client-Id and Request-Time, in whatever case it spells their names.':
    [suiteObligation((observed) => missing(observed))],
  'G-03 The caller MUST write the Signature header as the comma-separated parts algorithm, keyVersion and signature.': [
    suiteObligation((observed) => {
      const value = header(sent(observed).headers, 'Signature');
      const parts = value === null ? null : readSignatureHeader(value);
      return value === null || (parts?.algorithm && parts.keyVersion)
        ? null
        : 'a good request has a Signature without its parts';
    }),
  ],
  'G-04 The caller MUST sign the POST, the path, its Client-Id, its Request-Time and the very bytes of the body that it sends.':
    [suiteObligation()],
  'G-05 The caller MUST write Request-Time as an ISO 8601 time with a zone.': [
    suiteObligation((observed) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(header(sent(observed).headers, 'Request-Time') ?? '')
        ? null
        : 'a good request has no ISO 8601 Request-Time',
    ),
  ],
  'G-06 The caller MUST name application/json in UTF-8 as the Content-Type whenever it sends one.': [
    suiteObligation((observed) =>
      /^application\/json/.test(header(sent(observed).headers, 'Content-Type') ?? 'application/json')
        ? null
        : 'a good request has another Content-Type',
    ),
  ],
  'G-07 The server MUST sign its answer over the POST, the path of the request, the Client-Id, the Response-Time and the body as sent, and carry the three headers of a signed answer.':
    [signedAnswers, zonedResponseTime, currentResponseTime, compressedAnswer()],
  'G-08 The server MUST answer INVALID_SIGNATURE, and do nothing else, when body, time, client or path differ from what was signed.':
    [...tampering(), ...missingHeaders(), ...oddSignatures(), wrongTwice(), ...writings(), largeBody()],
  'G-09 The server MUST read header names in any case and a Signature header with or without a space after each comma.':
    [...spellings(), ...writings()],
  'G-10 The server MUST answer METHOD_NOT_SUPPORTED to any method but POST.': otherMethods(),
  'G-11 The server MUST answer NO_INTERFACE_DEF to a path that no API has.': otherPaths(),
  'G-12 The server MUST answer MEDIA_TYPE_NOT_ACCEPTABLE to a media type that it does not serve.': otherMediaTypes(),
  'G-13 The server MUST accept a request that has no Content-Type header.': noContentType(),
  'G-14 The server MUST refuse an unknown Client-Id or keyVersion with a code that names the client, the key or the signature.':
    strangers(),
  'G-16 The server MUST report success as S with SUCCESS and anything else as a code with its status from the table of the API.':
    [pairInTable],
  'G-21 The server SHOULD answer a request with unknown extra fields as if they were not there.': extraFields(),
  'G-22 The server SHOULD use HTTP status 200 with the JSON result for failures and unknown results as well.': [
    httpOk,
    jsonLabel,
  ],
  'G-23 The server SHOULD answer within 5 seconds, before the caller gives up.': [answersInTime],
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
  'G-25 The caller MUST repeat a call that ended in U or in silence with the same parameters, and never repeat a failed one blindly.':
    [notObservable()],
  'G-26 The caller MUST verify the signature of an answer and take no S for a success that is unsigned, half-signed or wrongly signed.':
    [notObservable()],
});

function missing(observed: ObservedExchange): string | null {
  if (observed.settings.signing.mode === 'off') return null;
  const absent = ['Signature', 'Client-Id', 'Request-Time'].find(
    (name) => header(sent(observed).headers, name) === null,
  );
  return absent ? `a good request has no ${absent} header` : null;
}
