/** Checks the headers that a config adds to every request and the client id: none replaces a header of the suite, and each can be sent. */
import { throwFaults, UsageError } from '../terminal/usage-error.ts';

/** Headers that the suite or HTTP sets, in lower case, each with a hint. */
const reserved: Readonly<Record<string, string>> = {
  signature: 'Set signing.privateKey; each request gets its own signature.',
  'client-id': 'Set clientId.',
  'request-time': 'Remove it: each request has the time at which it is sent.',
  'x-conformance-request': 'Remove it: it identifies the request in your log.',
  'content-type': 'Remove it: it is application/json; charset=UTF-8, and some checks send another or none.',
  accept: 'Remove it: some checks send one of their own.',
  'accept-encoding': 'Remove it: one check sends it, and no other accepts a compressed answer.',
  'content-encoding': 'Remove it: bodies are sent as they are signed, without compression.',
  host: 'Set the host in target.',
  'content-length': 'Remove it: it is computed from the body.',
  'transfer-encoding': 'Remove it: bodies are sent with Content-Length.',
  connection: 'Remove it.',
  'keep-alive': 'Remove it.',
  te: 'Remove it.',
  trailer: 'Remove it.',
  upgrade: 'Remove it.',
  expect: 'Remove it.',
};

/** The headers; each one that cannot be sent, or would replace one of the suite, is an error. */
export function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const names = Object.keys(headers);
  const faults = names.map((name, i) => {
    const lower = name.toLowerCase();
    const cure = reserved[lower];
    if (cure !== undefined) return new UsageError(`headers.${name} is set by the suite`, cure);
    const twin = names.slice(0, i).find((other) => other.toLowerCase() === lower);
    if (twin !== undefined) {
      return new UsageError(`headers has ${twin} and ${name}, which are the same header`, 'Keep one of the two.');
    }
    return valueFault(`headers.${name}`, headers[name]!);
  });
  throwFaults(faults.filter((fault) => fault !== null));
  return { ...headers };
}

/** The client id, which is sent as a header; `name` is its config key or variable. */
export function checkedClientId(clientId: string, name: string): string {
  const fault = valueFault(name, clientId);
  if (fault !== null) throw fault;
  if (clientId.trim() === clientId) return clientId;
  throw new UsageError(
    `${name} begins or ends with a space, which is lost on the way`,
    'Remove the space: it would be part of the signed text.',
  );
}

function valueFault(name: string, value: string): UsageError | null {
  if (/[\r\n]/.test(value)) {
    return new UsageError(
      `${name} has a line break`,
      'Write the value on one line; a block of YAML ("|") and many files end with a line break.',
    );
  }
  if (!/[^\t\x20-\x7e\x80-\xff]/.test(value)) return null;
  return new UsageError(
    `${name} has a character that is not allowed in HTTP headers`,
    'Use printable ASCII; encode other characters as your gateway expects.',
  );
}
