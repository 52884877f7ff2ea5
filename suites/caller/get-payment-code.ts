/** The requirements of getPaymentCode that bind its caller, word for word, each with its checks. */
import type { CallerCheck, CallerRecord } from '../../engine/check/caller-check.ts';
import type { RequirementTitles } from '../../generated/requirements.ts';
import { type Action, type ActionSettings, actionsOf } from './actions.ts';
import { patience, slowing } from './pauses.ts';
import { repeats } from './repeats.ts';
import * as requests from './requests.ts';
import { signature, signatureParts } from './signatures.ts';
import { resultsTrusted, trust, trustUnsigned } from './trust.ts';

/** Ids of the catalogue that bind a caller and need checks of their own. */
type CallerId =
  | `G-${'01' | '02' | '03' | '04' | '05' | '06' | '25' | '26'}`
  | `GPC-${'01' | '02' | '03' | '04' | '12' | '13' | '14'}`;

type CallerTitle = Extract<RequirementTitles['every' | 'getPaymentCode'], `${CallerId} ${string}`>;

/** What the checks of a caller depend on; without `client` its time-out is not named. */
export type CallerSuiteSettings = ActionSettings & Partial<Pick<CallerRecord['settings'], 'client'>>;

/** Checks that depend on the actions of the run. */
type ChecksOfRun = (settings: CallerSuiteSettings, actions: readonly Action[]) => readonly CallerCheck[];

/** Every requirement of a caller with its checks: one left out, or one word off, does not compile. */
const table: Readonly<Record<CallerTitle, readonly CallerCheck[] | ChecksOfRun>> = {
  'G-01 The caller MUST send each request as a POST over HTTPS to the exact path of the API.': [requests.address],
  'G-02 The caller MUST send the headers Signature, Client-Id and Request-Time; header names are case-insensitive.': [
    requests.headers,
  ],
  'G-03 The caller MUST write the Signature header as the comma-separated parts algorithm, keyVersion and signature.': [
    signatureParts,
  ],
  'G-04 The caller MUST sign the method POST, the path, its Client-Id, its Request-Time and the exact bytes of the body.':
    [signature],
  'G-05 The caller MUST write Request-Time as an ISO 8601 time with a time zone.': [
    requests.requestTime,
    requests.currentRequestTime,
  ],
  'G-06 The caller MUST send application/json in UTF-8 if it sends a Content-Type header.': [requests.mediaType],
  'G-25 The caller MUST retry a call with the same parameters after U or no answer, and never retry after F unless the result code allows it.':
    (_, actions) => repeats(actions),
  'G-26 The caller MUST verify the signature of each answer, and not treat an answer as success if its signature is missing, incomplete or wrong.':
    ({ signing }, actions) => (signing.mode === 'off' ? [trustUnsigned] : trust(actions)),
  'GPC-01 The MPP MUST send getPaymentCode as a POST to /aps/api/v1/codes/getPaymentCode.': [requests.address],
  'GPC-02 The MPP MUST send a customerId of at most 64 characters and env as an object.': requests.customerAndEnv,
  'GPC-03 The MPP MUST send region as a two-letter country code, which is CN in China; elsewhere it can be absent.':
    requests.region,
  'GPC-04 The MPP MUST send codeQuantity as a string with a whole number from 1 to 10 or as null, or omit it.':
    requests.quantity,
  'GPC-12 The MPP MUST retry the same getPaymentCode after U or no answer, and after F do only what the result code advises.':
    (_, actions) => [...repeats(actions), ...resultsTrusted(actions)],
  'GPC-13 The MPP SHOULD wait about 5 seconds for the answer to getPaymentCode before it times out.': (settings) => [
    patience(settings),
  ],
  'GPC-14 The MPP MUST reduce its call rate after REQUEST_TRAFFIC_EXCEED_LIMIT.': [slowing],
};

/** Checks of a caller by requirement id, for the actions that these settings lead to. */
export function callerChecks(settings: CallerSuiteSettings): ReadonlyMap<string, readonly CallerCheck[]> {
  const actions = actionsOf(settings);
  return new Map(
    Object.entries(table).map(([title, checks]) => [
      title.slice(0, title.indexOf(' ')),
      typeof checks === 'function' ? checks(settings, actions) : checks,
    ]),
  );
}

/** Rules that one request alone can keep or break. */
export const requestChecks = [
  requests.address,
  requests.headers,
  signatureParts,
  signature,
  requests.requestTime,
  requests.currentRequestTime,
  requests.mediaType,
  ...requests.customerAndEnv,
  ...requests.region,
  ...requests.quantity,
] as const;
