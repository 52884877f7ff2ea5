/** Checks the headers that a config adds to every request: none that the suite writes itself, no line breaks. */
import { throwFaults, UsageError } from '../terminal/usage-error.ts';

/** Headers that belong to the suite or to HTTP itself, in lower case, with where to say what was meant. */
const reserved: Readonly<Record<string, string>> = {
  signature: 'Set signing.privateKey; each request gets a signature of its own.',
  'client-id': 'Set clientId.',
  'request-time': 'Take it out: each request carries the time at which it is sent.',
  'x-conformance-request': 'Take it out: it names the request in your log.',
  host: 'Name the host in target.',
  'content-length': 'Take it out: it follows from the body.',
  'transfer-encoding': 'Take it out: bodies go out with their length.',
  connection: 'Take it out.',
  'keep-alive': 'Take it out.',
  upgrade: 'Take it out.',
  expect: 'Take it out.',
};

/** The headers as they are; every one that cannot be sent, or would replace one of the suite, is a sentence. */
export function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const faults: UsageError[] = [];
  for (const [name, value] of Object.entries(headers)) {
    const cure = reserved[name.toLowerCase()];
    if (cure !== undefined) faults.push(new UsageError(`headers.${name} is written by the suite itself`, cure));
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
          `headers.${name} has a character that HTTP cannot carry`,
          'Use printable ASCII; encode the rest as the gateway expects it.',
        ),
      );
    }
  }
  throwFaults(faults);
  return { ...headers };
}
