/** What a request that somebody else sent says of people and clients: everything but words of a list, numbers of a range, and times. */
import { operationNamed } from '../../contract/apis.ts';
import { header } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import { isObject, jsonOf } from '../wire/json.ts';
import { headerSecrets, isPlainHeader } from './header-secrets.ts';

/** Each value with the name that its pseudonym gets. */
export function foreignValues({ operation, request }: Exchange): [kind: string, value: unknown][] {
  const clientId = header(request.headers, 'Client-Id');
  const query = request.path.split('?').slice(1).join('?');
  const parameters = query.split('&').map((part) => part.slice(part.indexOf('=') + 1));
  return [
    ...(clientId === null ? [] : ([['client', clientId]] as [string, unknown][])),
    ...parameters.flatMap((value): [string, unknown][] => [
      ['query', value],
      ['query', decodedQuery(value)],
    ]),
    ...request.headers.flatMap(([name, value]) =>
      isPlainHeader(name)
        ? []
        : [value, ...headerSecrets(name, value)].map((one): [string, unknown] => [name.toLowerCase(), one]),
    ),
    ...bodyValues(operation, jsonOf(request.body)),
  ];
}

function bodyValues(operation: string, body: unknown): [string, unknown][] {
  if (!isObject(body)) return [];
  const fields = operationNamed(operation)?.request ?? [];
  const isWord = (key: string) =>
    fields.some(({ path, enum: values, format, range }) => path[0] === key && (values || format || range));
  return Object.entries(body)
    .filter(([key]) => !isWord(key))
    .map(([key, value]) => [key, { [key]: value }]);
}

function decodedQuery(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}
