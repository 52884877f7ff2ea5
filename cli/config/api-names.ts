/** Checks the names of APIs in a config: which there are depends on `specs`, so that no schema knows them. */
import { operationIds } from '../../contract/apis.ts';
import { suggestion } from '../terminal/did-you-mean.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { dotted } from './complaints.ts';
import { unlessSecret } from './secrets.ts';

/** Keys whose own keys are names of APIs. */
const keyedByApi: readonly (readonly string[])[] = [
  ['paths'],
  ['requests'],
  ['scenarios'],
  ['limits'],
  ['resultCodes', 'extra'],
];

/** One fault for each name that no API has. */
export function nameFaults(config: unknown, place: (path: readonly string[]) => string): UsageError[] {
  const known: readonly string[] = operationIds;
  const faults: UsageError[] = [];
  for (const path of keyedByApi) {
    const section = path.reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), config);
    for (const name of Object.keys(isRecord(section) ? section : {})) {
      if (known.includes(name)) continue;
      const says = `there is no key "${unlessSecret(name)}" under ${dotted(path)}`;
      faults.push(new UsageError(`${place([...path, name])}: ${says}`, suggestion(name, known, 'Keys')));
    }
  }
  const apis: unknown = isRecord(config) ? config.apis : undefined;
  for (const [index, name] of (Array.isArray(apis) ? apis : []).entries()) {
    if (typeof name !== 'string' || known.includes(name)) continue;
    const at = ['apis', String(index)];
    const says = `${dotted(at)} is ${JSON.stringify(unlessSecret(name))}, which is not an allowed value`;
    faults.push(new UsageError(`${place(at)}: ${says}`, suggestion(name, known, 'Values')));
  }
  return faults;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
