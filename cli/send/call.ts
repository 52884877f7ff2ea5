/** What `conformance send` asks for, as a request spec: the user, the scenario and the fields that are set. */

import { type OperationId, operations } from '../../contract/apis.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import type { RunSettings, Scenario } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import type { Edit } from '../../engine/wire/json.ts';
import type { SendOptions } from '../options.ts';
import { didYouMean, suggestion } from '../terminal/did-you-mean.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** One call: the request, the fixture that it is for, and both in words. */
export interface Call {
  readonly spec: RequestSpec;
  readonly fixture: number;
  readonly says: string;
}

/** What came of a call. */
export interface SentCall {
  readonly exchange: Exchange;
  /** Messages that may have reached a person; null where calls of the API reach nobody. */
  readonly messages: number | null;
  /** Calls that introduced its token before. */
  readonly before: number;
}

/** The call that the options describe. */
export function callOf(api: OperationId, { scenario, set = [], user }: SendOptions, settings: RunSettings): Call {
  const pool = settings.requests[api] ?? [];
  if (user !== undefined && user >= Math.max(1, pool.length)) {
    const known = pool.length === 0 ? 'The config names none.' : `The last one is --user ${pool.length - 1}.`;
    throw new UsageError(`There is no user ${user} in requests.${api}`, known);
  }
  const ordinary = pool.findIndex(({ fresh }) => !fresh);
  const fixture = user ?? Math.max(0, ordinary);
  const overlay = scenario === undefined ? undefined : scenarioNamed(api, scenario, settings.scenarios[api] ?? []);
  const who = pool.length === 0 ? 'with the example of the spec' : `for requests.${api}[${fixture}]`;
  const spec: RequestSpec = {
    base: 'full',
    fixture,
    mayReachPerson: true,
    skipSelfCheck: true,
    ...(overlay === undefined ? {} : { overlay: overlay.body }),
    edits: set.map((text) => editOf(api, text)),
  };
  return { spec, fixture, says: scenario === undefined ? who : `${who}, scenario ${scenario}` };
}

function scenarioNamed(api: OperationId, written: string, scenarios: readonly Scenario[]): Scenario {
  const nameOf = ({ code, variant }: Scenario) => (variant === '' ? code : `${code}:${variant}`);
  const found = scenarios.find((one) => nameOf(one) === written);
  if (found !== undefined) return found;
  const names = scenarios.map(nameOf);
  throw new UsageError(
    `The config has no scenario ${written} for ${api}`,
    suggestion(written, names, 'Scenarios') || `Add it to scenarios.${api}.`,
  );
}

/** `field=text` or `field:=JSON`; a dot leads into an object. */
function editOf(api: OperationId, text: string): Edit {
  const [, name = '', mark = '', value = ''] = /^([^=:]+)(:?=)(.*)$/s.exec(text) ?? [];
  if (name === '')
    throw new UsageError('--set needs a field and a value', 'Write --set field=text or --set field:=JSON.');
  const path = name.split('.');
  const known = operations[api].request.map((field) => field.path[0]!);
  const near = known.includes(path[0]!) ? null : didYouMean(path[0]!, known);
  if (near !== null) throw new UsageError(`--set: ${api} has no field "${path[0]}"`, `Did you mean "${near}"?`);
  return { path, set: mark === '=' ? value : jsonIn(name, value) };
}

function jsonIn(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`--set ${name}:= needs JSON`, `For a text write --set ${name}=TEXT`);
  }
}
