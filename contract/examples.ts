/** Checks the examples of specs: requests are composed from them, so each has to keep the constraints that stand beside it. */
import type { Contract } from './compile.ts';
import { ContractError } from './contract-error.ts';
import type { Path, SpecFile } from './spec-file.ts';
import type { Operation, SchemaError, Validate, Validators } from './types.ts';

/** Refuses the first example that is not valid or not complete. */
export function checkExamples(files: readonly SpecFile[], { operations }: Contract, validators: Validators): void {
  for (const operation of operations) {
    const file = files.find(({ content }) => describes(content, operation))!;
    const at = (message: 'request' | 'response', name: string): Path => [
      ...['paths', operation.path, 'post', ...(message === 'request' ? ['requestBody'] : ['responses', '200'])],
      ...['content', 'application/json', 'examples', name],
    ];
    const fail = (message: 'request' | 'response', name: string, problem: string) =>
      new ContractError({ file: file.path, line: file.lineOf(at(message, name)) }, problem);
    const requests = { full: operation.requestExample, minimal: operation.minimalExample };
    for (const [name, value] of Object.entries(requests)) {
      const fault = faultOf(validators.request[operation.id]!, value) ?? incomplete(operation, name, value);
      if (fault) throw fail('request', name, `The example ${name} of the request of ${operation.id} ${fault}`);
    }
    for (const [name, value] of Object.entries(operation.responseExamples)) {
      const fault = faultOf(validators.response[operation.id]!, value);
      if (fault) throw fail('response', name, `The example ${name} of the answer of ${operation.id} ${fault}`);
    }
    if (!Object.values(operation.responseExamples).some(isAccepted))
      throw fail(
        'response',
        '',
        `The answer of ${operation.id} has no example with status S. Add SUCCESS, as an accepted call is answered.`,
      );
  }
}

/** By its name: an overlay may have moved its path. */
function describes({ paths = {} }: SpecFile['content'], { id }: Operation<string>): boolean {
  return Object.values(paths).some(({ post }) => post?.operationId === id);
}

function isAccepted(value: unknown): boolean {
  return (value as { result?: { resultStatus?: unknown } } | null)?.result?.resultStatus === 'S';
}

function faultOf(validate: Validate, value: unknown): string | null {
  if (validate(value)) return null;
  const errors = validate.errors ?? [];
  // Of alternatives that do not fit, the deepest error is the telling one.
  const telling = errors.find(({ keyword }) => !['oneOf', 'if', 'const'].includes(keyword)) ?? errors[0];
  return `is not valid: ${telling ? wordsOf(telling) : 'it breaks its schema'}. Correct it.`;
}

function wordsOf({ instancePath, message = 'breaks the schema' }: SchemaError): string {
  const field = instancePath.slice(1).replaceAll('/', '.');
  return `${field === '' ? 'it' : field} ${message}`;
}

/** A field that `full` lacks would never be probed, and an optional one in `minimal` would never be left out. */
function incomplete(
  { request }: Operation<string>,
  name: string,
  value: Readonly<Record<string, unknown>>,
): string | null {
  const own = request.filter(({ path }) => path.length === 1);
  const lacking = own.find(({ path, required }) => (name === 'full' || required) && value[path[0]!] == null);
  if (lacking) return `lacks ${lacking.path[0]}. Add it${name === 'full' ? ': full has every documented field' : ''}.`;
  const extra = Object.keys(value).find((key) => !own.some(({ path }) => path[0] === key));
  if (extra !== undefined) return `has ${extra}, which its schema does not describe. Remove it, or describe it.`;
  const optional = name === 'minimal' ? own.find(({ path, required }) => !required && path[0]! in value) : undefined;
  return optional
    ? `has ${optional.path[0]}, which is optional. Remove it: minimal has the required fields only.`
    : null;
}
