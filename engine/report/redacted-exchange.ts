/** One exchange without its secrets, in the form of an exchange: for recordings that may be read by others. */
import type { RunSettings } from '../settings.ts';
import type { Exchange } from '../wire/exchange.ts';
import { isPublic } from './public-words.ts';
import { createRedactor } from './redact.ts';

/** The exchange as a report shows it; equal secrets have equal pseudonyms in every exchange. */
export function redactedExchange(exchange: Exchange, settings: RunSettings): Exchange {
  const redactor = createRedactor(settings, isPublic);
  redactor.learn(exchange);
  const { request, response } = redactor.exchange(exchange);
  return {
    ...exchange,
    request: { ...request, body: Buffer.from(request.body) },
    response: response && { ...response, body: Buffer.from(response.body) },
    noAnswer: exchange.noAnswer,
  };
}
