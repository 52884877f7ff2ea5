/** `conformance init --from REPORT`: adds the to-do list of a run to the config, and says what is left to do by hand. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Report } from '../../engine/report.ts';
import { quote } from '../../reporters/escape.ts';
import { dotted } from '../config/complaints.ts';
import { configNames, reading } from '../config/find.ts';
import { type ParsedConfig, parseConfig } from '../config/parse.ts';
import { placeholdersIn } from '../config/placeholders.ts';
import type { Config } from '../config/shape.ts';
import type { InitOptions } from '../options.ts';
import { reportAt } from '../run/report-at.ts';
import { writeWhole } from '../run/report-dir.ts';
import { print } from '../terminal/output.ts';
import { table } from '../terminal/text-table.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { schemaLine } from './config-text.ts';
import { type MergedConfig, mergeTodo } from './merge-todo.ts';
import { nextLines } from './next.ts';

/** Keys that a to-do list of this suite may set: a report of somebody else must not name a command to run. */
const settable = ['apis', 'paths', 'requests', 'limits', 'clientId', 'signing', 'scenarios', 'client'];
const settableInClient = ['retryWindowMs', 'timeoutMs'];

/** Merges the to-do list of the report into the config file; makes the file where there is none. */
export async function mergeReport(from: string, options: InitOptions): Promise<void> {
  refuseOtherOptions(options);
  const report = await reportAt(from);
  const path = options.config ?? report.run.configFile ?? existing() ?? configNames[0];
  if (report.todo.length === 0) {
    return print(`The report ${from} has no to-do list: there is nothing to add to ${path}.`);
  }
  refuseForeignKeys(report, from);
  const isNew = !existsSync(resolve(path));
  const before = isNew ? newConfig(report, from) : await textOf(path);
  const name = basename(path);
  // A file that cannot be read as a config is refused before anything is merged into it.
  parseConfig({ path, name, text: before });
  const merged = mergeTodo(before, report, name.endsWith('.json'));
  await writeWhole(resolve(path), merged.text);
  await print(told(path, isNew, merged, parseConfig({ path, name, text: merged.text })));
}

function refuseOtherOptions(options: InitOptions): void {
  const { config: _, from: __, ...others } = options;
  const [other] = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (other === undefined) return;
  const flag = `--${other.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new UsageError(`--from and ${flag} contradict each other`, 'With --from, give --config only, if anything.');
}

function existing(): string | undefined {
  return configNames.find((name) => existsSync(resolve(name)));
}

function refuseForeignKeys({ todo }: Report, from: string): void {
  const config = todo.map((entry) => parseConfig({ path: from, name: from, text: entry.config }).value as Config);
  const foreign = config.flatMap((part) => [
    ...Object.keys(part).filter((key) => !settable.includes(key)),
    ...Object.keys(part.client ?? {}).filter((key) => !settableInClient.includes(key)),
  ]);
  if (foreign.length === 0) return;
  throw new UsageError(
    `The to-do list of ${from} sets ${quote(foreign[0]!, 60)}, which no run of this suite asks for`,
    'Use the report.json of a run of your own.',
  );
}

/** The APIs that were selected; those that were not would be asked for in the next run. */
function selectedApis({ run, requirements }: Report): string[] {
  const mayBeJudged = requirements.filter(
    ({ kind, outcome, reason }) =>
      kind !== 'group' && reason !== 'not-selected' && !['not-applicable', 'not-observable'].includes(outcome),
  );
  return run.apis.filter((api) => mayBeJudged.some(({ operation }) => operation === api));
}

/** The head of a new config: what the run was against. */
function newConfig(report: Report, from: string): string {
  const { target, run } = report;
  if (target.embedded || target.role === 'mpp-client') {
    throw new UsageError(
      target.embedded
        ? `The report ${from} is of the built-in reference, and there is no config to add its to-do list to`
        : `There is no config to add the to-do list of ${from} to`,
      'Make one first with: npx conformance init',
    );
  }
  const { url, role } = target;
  const apis = selectedApis(report);
  const narrowed = apis.length > 0 && apis.length < run.apis.length;
  const head = { target: url, ...(role === 'mpp' ? {} : { role }), ...(narrowed ? { apis } : {}) };
  return `${schemaLine}\n\n${stringify(head, { lineWidth: 0, flowCollectionPadding: false })}`;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(resolve(path), 'utf8');
  } catch (error) {
    throw new UsageError(`The config file ${path} cannot be read: ${reading(error)}`, 'Check --config.');
  }
}

/** What was done, and what is left. */
function told(path: string, isNew: boolean, { added, kept }: MergedConfig, config: ParsedConfig): string {
  const at = (keys: readonly string[]) => `${path}:${config.line(keys) ?? 1}`;
  const open = placeholdersIn(config.value);
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines]);
  const rows = (cells: readonly (readonly string[])[]) => table(cells, 80).map((line) => `  ${line}`);
  return [
    `${isNew ? 'Wrote' : 'Changed'} ${path}: ${added.length === 0 ? 'it has the whole to-do list already' : added.join(', ')}.`,
    ...section('Fill in, or remove the line, before the next run:', rows(open.map((keys) => [at(keys), dotted(keys)]))),
    ...section(
      'Kept, because they have a value of yours; correct it if the to-do list is about that value:',
      rows(kept.map((keys) => [at(keys), dotted(keys)])),
    ),
    '',
    ...nextLines(path, config.value as Config),
  ].join('\n');
}
