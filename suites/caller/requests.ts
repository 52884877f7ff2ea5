/** What every request of a caller has to be: address, headers, and the parameters that were asked for. */
import type { CallerRecord, CallerTurn } from '../../engine/check/caller-check.ts';
import { type Fact, note } from '../../engine/check/facts.ts';
import { header } from '../../engine/wire/answer.ts';
import { isObject } from '../../engine/wire/json.ts';
import { clockMinutes, isoWithZone, writtenTimeFault } from '../shared/written-time.ts';
import { isRegion } from './regions.ts';
import { advisory, everyRequest, firstRequest, ok, violation } from './request-rule.ts';

/** The operation that is called in a record, which has the calls of one. */
function calledIn(runs: CallerRecord['runs']): string {
  return runs.find(({ turns }) => turns.length > 0)?.turns[0]?.exchange.operation ?? 'getPaymentCode';
}

/** POST to the exact path. */
export const address = everyRequest(
  'every request is a POST to the path',
  ({ settings, runs }) => ({ is: 'request-line', method: 'POST', path: settings.paths[calledIn(runs)] ?? '' }),
  (turn, _, { settings }) => {
    const { method, path } = turn.exchange.request;
    const right = method === 'POST' && path === settings.paths[turn.exchange.operation];
    return right ? ok : violation({ is: 'request-line', method, path });
  },
);

/** Headers that every request has, the signature first. */
export const neededHeaders = ['Signature', 'Client-Id', 'Request-Time'] as const;

/** The headers of a request. */
export const headersOf = ({ exchange }: CallerTurn) => exchange.request.headers;

/** The three headers, and the Client-Id of the config. */
export const headers = everyRequest(
  'every request has the three headers',
  { is: 'headers', names: neededHeaders },
  (turn, _, { settings }) => {
    const wanted = settings.signing.mode === 'off' ? neededHeaders.slice(1) : neededHeaders;
    const names = wanted.filter((name) => !header(headersOf(turn), name));
    if (names.length > 0) return violation({ is: 'headers-missing', names });
    return header(headersOf(turn), 'Client-Id') === settings.clientId ? ok : advisory(note('other-client-id'));
  },
);

/** ISO 8601 with a zone. */
export const requestTime = everyRequest(
  'every Request-Time is ISO 8601 with a zone',
  note('iso-time-with-zone'),
  (turn) => {
    const value = header(headersOf(turn), 'Request-Time');
    if (!value) return null;
    const right = isoWithZone.test(value) && !Number.isNaN(Date.parse(value));
    return right ? ok : violation({ is: 'header', name: 'Request-Time', value });
  },
);

/** The moment at which the request was made: advice where it is not, with the likely cause. */
export const currentRequestTime = everyRequest(
  'every Request-Time is the time of its request',
  { is: 'close-to-our-clock', name: 'Request-Time', minutes: clockMinutes },
  (turn) => {
    const value = header(headersOf(turn), 'Request-Time');
    if (!value || !isoWithZone.test(value)) return null;
    const { startedAt, durationMs } = turn.exchange;
    const fault = writtenTimeFault('Request-Time', value, { from: startedAt, until: startedAt + durationMs }, null);
    return fault ? advisory(fault) : ok;
  },
);

/** JSON in UTF-8 where a Content-Type is sent. */
export const mediaType = everyRequest('a Content-Type is JSON in UTF-8', note('json-utf8-or-none'), (turn) => {
  const value = header(headersOf(turn), 'Content-Type');
  if (value === null) return ok;
  const [type = '', ...parameters] = value.toLowerCase().split(';');
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  const right = type.trim() === 'application/json' && (!charset || /^charset="?utf-?8"?$/.test(charset));
  return right ? ok : violation({ is: 'header', name: 'Content-Type', value });
});

const longestCustomerId = 64;

/** customerId and env, and the customer that was asked for. */
export const customerAndEnv = [
  everyRequest(
    'every request has customerId and env',
    {
      is: 'body-members',
      members: [
        { field: 'customerId', kind: 'string', maxLength: longestCustomerId },
        { field: 'env', kind: 'object' },
      ],
    },
    ({ body }) => {
      if (!body) return violation(note('body-not-object'));
      const { customerId, env } = body;
      if (typeof customerId !== 'string' || customerId === '')
        return violation(fieldValue('customerId', customerId), '/customerId');
      const characters = [...customerId].length;
      if (characters > longestCustomerId)
        return violation({ is: 'length', characters, field: 'customerId' }, '/customerId');
      return isObject(env) ? ok : violation(fieldValue('env', env), '/env');
    },
  ),
  firstRequest('the customer asked for is sent', { is: 'as-asked', field: 'customerId' }, ({ body }, { action }) => {
    if (!body || typeof body.customerId !== 'string') return null;
    return compared('customerId', action.asked.customerId, body.customerId);
  }),
];

/** The region: a country code, and the one that was asked for. */
export const region = [
  everyRequest('a region is a country code', { is: 'country-or-absent', field: 'region' }, ({ body }) => {
    if (!body) return null;
    const { region } = body;
    if (region === undefined || region === null) return ok;
    if (typeof region !== 'string' || !/^[A-Z]{2}$/.test(region))
      return violation(fieldValue('region', region), '/region');
    return isRegion(region) ? ok : advisory(note('country-unassigned', region), '/region');
  }),
  firstRequest('the region asked for is sent', { is: 'as-asked', field: 'region' }, ({ body }, { action }) =>
    body ? compared('region', action.asked.region ?? null, body.region ?? null) : null,
  ),
];

/** The quantity: a whole number from 1 to 10, and the one that was asked for. */
export const quantity = [
  everyRequest(
    'a codeQuantity is a whole number from 1 to 10',
    { is: 'number-or-absent', field: 'codeQuantity', min: 1, max: 10 },
    ({ body }) => {
      if (!body) return null;
      const { codeQuantity } = body;
      if (codeQuantity === undefined || codeQuantity === null) return ok;
      const right = typeof codeQuantity === 'string' && /^([1-9]|10)$/.test(codeQuantity);
      return right ? ok : violation(fieldValue('codeQuantity', codeQuantity), '/codeQuantity');
    },
  ),
  firstRequest('the quantity asked for is sent', { is: 'as-asked', field: 'codeQuantity' }, ({ body }, { action }) =>
    body ? compared('codeQuantity', action.asked.codeQuantity ?? '1', String(body.codeQuantity ?? '1')) : null,
  ),
];

function compared(field: string, asked: unknown, sent: unknown) {
  return asked === sent ? ok : violation({ is: 'other-than-asked', field, asked, sent }, `/${field}`);
}

function fieldValue(field: string, value: unknown): Fact {
  return { is: 'value', value, field };
}
