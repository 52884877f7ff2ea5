/** Checks the headers that a config adds to every request: none that the suite sets itself, and no line breaks. */
import { throwFaults, UsageError } from '../terminal/usage-error.ts';

/** Headers that the suite or HTTP sets, in lower case, each with a hint. */
const reserved: Readonly<Record<string, string>> = {
  signature: 'Set signing.privateKey; each request gets its own signature.',
  'client-id': 'Set clientId.',
  'request-time': 'Remove it: each request has the time at which it is sent.',
  'x-conformance-request': 'Remove it: it identifies the request in your log.',
  host: 'Set the host in target.',
  'content-length': 'Remove it: it is computed from the body.',
  'transfer-encoding': 'Remove it: bodies are sent with Content-Length.',
  connection: 'Remove it.',
  'keep-alive': 'Remove it.',
  upgrade: 'Remove it.',
  expect: 'Remove it.',
};

/** The headers; each one that cannot be sent, or would replace one of the suite, is an error. */
export function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const faults: UsageError[] = [];
  for (const [name, value] of Object.entries(headers)) {
    const cure = reserved[name.toLowerCase()];
    if (cure !== undefined) faults.push(new UsageError(`headers.${name} is set by the suite`, cure));
    else if (/[\r\n]/.test(value)) {
      faults.push(
        new UsageError(
          `headers.${name} has a line break`,
          'Write the value on one line, in quotes; a block of YAML ("|") ends with a line break.',
        ),
      );
    } else if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
      faults.push(
        new UsageError(
          `headers.${name} has a character that is not allowed in HTTP headers`,
          'Use printable ASCII; encode other characters as your gateway expects.',
        ),
      );
    }
  }
  throwFaults(faults);
  return { ...headers };
}
