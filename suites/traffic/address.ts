/** The address of a request in traffic: what a gateway puts in front of the path of an API is its own. */
import type { CallerInvariant } from '../../engine/check/caller-check.ts';
import { everyRequest, ok, violation } from '../caller/request-rule.ts';
import { address } from '../caller/requests.ts';

/** POST to the path of the API, below any prefix. */
export const addressBelowPrefix: CallerInvariant = everyRequest(
  address.title,
  address.expected,
  ({ exchange: { operation, request } }, _, { settings }) => {
    const { method, path } = request;
    const isRight = method === 'POST' && path.endsWith(settings.paths[operation] ?? '');
    return isRight ? ok : violation({ is: 'request-line', method, path });
  },
);
