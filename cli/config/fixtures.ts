/** Normalises users and scenarios of a config: `requests` becomes a list, `CODE:variant` becomes code and variant. */

import { type OperationId, operations } from '../../contract/apis.ts';
import { requestValidator } from '../../contract/message-validators.ts';
import type { Fixture, JsonObject, Scenario } from '../../engine/settings.ts';
import { laidOver, valueAt } from '../../engine/wire/json.ts';
import { didYouMean, suggestion } from '../terminal/did-you-mean.ts';
import { throwFaults, UsageError } from '../terminal/usage-error.ts';

/** The fixtures of each operation in the config. */
export function fixturesOf(requests: Readonly<Record<string, JsonObject | JsonObject[]>>): Record<string, Fixture[]> {
  const faults: UsageError[] = [];
  const fixtures = Object.entries(requests).map(([operation, pool]) => {
    const users = [pool].flat().map((user, i): Fixture => {
      const name = Array.isArray(pool) ? `requests.${operation}[${i}]` : `requests.${operation}`;
      const { fresh, ...body } = user;
      faults.push(...bodyFaults(name, operation, body), ...contractFaults(name, operation, body));
      return { body, fresh: fresh === true };
    });
    return [operation, users];
  });
  throwFaults(faults);
  return Object.fromEntries(fixtures);
}

/** The scenarios of each operation; their names must be result codes or decisions of the operation. */
export function scenariosOf(
  scenarios: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>,
  extraCodes: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Record<string, Scenario[]> {
  const faults: UsageError[] = [];
  const normalised = Object.entries(scenarios).map(([operation, named]) => {
    const known = [...answersOf(operation as OperationId), ...Object.keys(extraCodes[operation] ?? {})];
    const list = Object.entries(named).map(([name, body]): Scenario => {
      const [code = '', ...variant] = name.split(':');
      const place = `scenarios.${operation}.${name}`;
      if (code === 'SUCCESS') faults.push(noScenario(place, operation));
      else if (!known.includes(code)) faults.push(unknownAnswer(place, operation, code, known));
      if (name.endsWith(':')) {
        faults.push(new UsageError(`${place} has no variant after the colon`, `Write ${code}, or ${code}:NAME.`));
      }
      // A scenario for PARAM_ILLEGAL may be invalid on purpose.
      if (code !== 'PARAM_ILLEGAL') {
        faults.push(...bodyFaults(place, operation, body), ...contractFaults(place, operation, body));
      }
      return { code, variant: variant.join(':'), body };
    });
    return [operation, list];
  });
  throwFaults(faults);
  return Object.fromEntries(normalised);
}

/** The result codes of an operation, and the values of `decision` where it has that field. */
export function answersOf(operation: OperationId): string[] {
  const decision = operations[operation].response.find((field) => field.path.join('.') === 'decision');
  return [...Object.keys(operations[operation].resultCodes), ...(decision?.enum ?? [])];
}

function unknownAnswer(place: string, operation: string, code: string, known: readonly string[]): UsageError {
  const cure = suggestion(code, known, 'Codes');
  return new UsageError(
    `${place}: ${operation} has no result code or decision "${code}"`,
    cure || `Add it under resultCodes.extra.${operation}, or see: npx conformance explain G-16`,
  );
}

function noScenario(place: string, operation: string): UsageError {
  return new UsageError(
    `${place}: SUCCESS needs no scenario, because every valid request must return it`,
    `Add the user to requests.${operation}.`,
  );
}

/** A misspelt field would be ignored by the target, and the value of the example would be used: it is an error instead. */
function bodyFaults(place: string, operation: string, body: JsonObject): UsageError[] {
  const known = operations[operation as OperationId].request
    .filter(({ path }) => path.length === 1)
    .map(({ path }) => path[0]!);
  const faults: UsageError[] = [];
  for (const [field, value] of Object.entries(body)) {
    const near = known.includes(field) ? null : didYouMean(field, known);
    if (near !== null && !(near in body)) {
      faults.push(new UsageError(`${place}: ${operation} has no field "${field}"`, `Did you mean "${near}"?`));
    }
    const odd = firstLeaf(value, field, (leaf) => typeof leaf === 'number' || typeof leaf === 'boolean');
    if (odd !== null) {
      faults.push(
        new UsageError(
          `${place}.${odd} is a number or boolean, but Alipay+ sends every scalar as a string`,
          'Put it in quotes.',
        ),
      );
    }
  }
  return faults;
}

/** A body that breaks the documented format would be refused by a correct target, which would then be called broken. */
function contractFaults(place: string, operation: string, body: JsonObject): UsageError[] {
  const { requestExample } = operations[operation as OperationId];
  const validate = requestValidator(operation);
  if (validate(laidOver(requestExample as JsonObject, body))) return [];
  const own = (validate.errors ?? []).filter(({ instancePath }) => (instancePath.split('/')[1] ?? '') in body);
  return (
    own
      // A number in place of a text, and a placeholder, have sentences of their own.
      .filter(
        ({ instancePath }) => !['number', 'boolean'].includes(typeof valueAt(body, instancePath.split('/').slice(1))),
      )
      .map(({ instancePath, message }) => {
        const field = instancePath.slice(1).replaceAll('/', '.');
        return new UsageError(
          `${place}.${field} is not a valid value: it ${message}`,
          `Correct it; the format is in: npx conformance list --api ${operation}`,
        );
      })
  );
}

/** The path of the first scalar in a value that matches; null where there is none. */
function firstLeaf(value: unknown, path: string, matches: (leaf: unknown) => boolean): string | null {
  if (value === null || typeof value !== 'object') return matches(value) ? path : null;
  for (const [step, child] of Object.entries(value)) {
    const found = firstLeaf(child, Array.isArray(value) ? `${path}[${step}]` : `${path}.${step}`, matches);
    if (found !== null) return found;
  }
  return null;
}
