/** The options of a run, and their translation into config keys and choices of this run. */
import { type Command, Option } from 'commander';
import type { Profile, Role } from '../../engine/report.ts';
import { reporterNames } from '../../reporters/names.ts';
import { number, whole } from '../config/numbers.ts';
import type { Config } from '../config/shape.ts';
import type { RunOptions } from '../options.ts';
import { knownName } from '../terminal/did-you-mean.ts';
import { UsageError } from '../terminal/usage-error.ts';
import type { RunRequest } from './prepare.ts';
import { reportAt } from './report-at.ts';

const roles: readonly Role[] = ['mpp', 'alipayplus', 'mpp-client'];
const profiles: readonly Profile[] = ['smoke', 'gate', 'certify'];

/** Adds the options of a run to a command; `without` lists long names that the command does not have. */
export function addRunOptions(command: Command, without: readonly string[] = []): Command {
  const options = [
    new Option('--target <url>', 'base URL of the server under test (default: the built-in reference)'),
    new Option('--embedded', 'test the built-in reference; needed in CI, where a run without a target is refused'),
    new Option('--role <role>', 'what is under test: mpp (default), alipayplus or mpp-client').argParser(roleOption),
    new Option('--api <name...>', 'only these APIs').argParser(listOption('--api')),
    new Option('--only <id...>', 'only these requirements').argParser(listOption('--only')),
    new Option('--with <id...>', 'with --only: also send the requests of these requirements').argParser(
      listOption('--with'),
    ),
    new Option('--only-failed <report>', 'only requirements that failed in this report.json, with its seed'),
    new Option('--profile <name>', 'smoke, gate (default) or certify').argParser(profile),
    new Option('--strict', 'treat a failed SHOULD like a failed MUST'),
    new Option('--bail', 'stop at the first failure'),
    new Option('--dry-run', 'print the plan and the range of messages without sending'),
    new Option('--seed <n>', 'seed of the random values (default: a new one)').argParser(
      whole('--seed', -(2 ** 31), 2 ** 31 - 1),
    ),
    new Option('--path <p>', 'repeat one counterexample (needs --seed)'),
    new Option('--runs <n>', 'number of random cases per property').argParser(whole('--runs', 1, 100_000)),
    new Option('--concurrency <n>', 'maximum number of concurrent requests (8)').argParser(
      whole('--concurrency', 1, 256),
    ),
    new Option('--rate <n>', 'maximum requests per second, 0 for no limit (0)').argParser(number('--rate', 0, 100_000)),
    new Option('--timeout <ms>', 'time limit for an answer (15000)').argParser(whole('--timeout', 1, 600_000)),
    new Option('--report-dir <dir>', 'write the report files to this directory'),
    new Option('--full-evidence', 'also write the unredacted exchanges there (contains secrets)'),
    new Option('--reporter <name...>', `what to print (console): ${reporterNames.join(', ')}`).argParser(
      listOption('--reporter'),
    ),
    new Option('--config <file>', 'config file (./conformance.config.yaml, .yml or .json)'),
    new Option('--yes-production <host>', 'confirm a host under alipayplus.com by repeating its name'),
  ];
  for (const option of options) if (!without.includes(option.long ?? '')) command.addOption(option);
  return command;
}

/** Reads the name of a role. */
export function roleOption(text: string): Role {
  return knownName('role', 'Roles', text, roles);
}

function profile(text: string): Profile {
  return knownName('profile', 'Profiles', text, profiles);
}

/** Parses names given separately, with commas, or by repeating the option. */
export function listOption(option: string): (text: string, before: string[] | undefined) => string[] {
  return (text, before) => {
    const names = text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length === 0) throw new UsageError(`The value of ${option} is empty`, 'Separate names with commas.');
    return [...new Set([...(before ?? []), ...names])];
  };
}

/** What the options ask for. */
export async function requestOf(options: RunOptions, env: NodeJS.ProcessEnv): Promise<RunRequest> {
  if (options.only !== undefined && options.onlyFailed !== undefined) {
    throw new UsageError('--only and --only-failed contradict each other', 'Give one of the two.');
  }
  const before = options.onlyFailed === undefined ? null : await failedRowsOf(options.onlyFailed, options.api);
  const overrides: Config = {
    target: options.target,
    role: options.role,
    run: {
      profile: options.profile,
      seed: options.seed ?? before?.seed,
      strict: options.strict,
      timeoutMs: options.timeout,
      concurrency: options.concurrency,
      rate: options.rate,
      runs: options.runs,
    },
  };
  const only = options.only ?? before?.keys ?? [];
  return {
    configFile: options.config,
    overrides,
    reported: before === null ? undefined : { path: options.onlyFailed!, role: before.role },
    env,
    choices: {
      api: options.api,
      only: only.length === 0 ? undefined : only,
      with: options.with ?? before?.sentBy,
      bail: options.bail,
      path: options.path,
      yesProduction: options.yesProduction,
      embedded: options.embedded,
    },
  };
}

async function failedRowsOf(
  path: string,
  apis: readonly string[] | undefined,
): Promise<{ keys: string[]; sentBy: string[]; seed: number; role: Role }> {
  const report = await reportAt(path);
  // A row without checks summarises others, and would select those that passed too.
  const failed = report.requirements.filter(
    ({ outcome, checks, operation }) =>
      outcome === 'failed' && checks?.length !== 0 && (apis === undefined || apis.includes(operation)),
  );
  const keys = failed.map(({ key }) => key);
  const { rowsOf } = await import('../explain/catalogue.ts');
  const { operationIds } = await import('../../contract/apis.ts');
  const known = new Set(rowsOf(operationIds).map(({ key }) => key));
  // An API of the user's specs is not known yet: its rows are looked up when the config is read.
  const isKnownApi = (key: string) => operationIds.some((id) => key.startsWith(`${id}/`));
  const gone = keys.filter((key) => !known.has(key) && isKnownApi(key));
  if (gone.length > 0) {
    throw new UsageError(
      `${path} was written by version ${report.suite.version}, and this version has no requirement ${gone.join(', ')}`,
      `Use version ${report.suite.version}, or run without --only-failed.`,
    );
  }
  if (keys.length === 0) {
    const where = apis === undefined ? path : `${path} for ${apis.join(', ')}`;
    throw new UsageError(`Nothing failed in ${where}`, 'Run without --only-failed.');
  }
  const sentBy = failed.flatMap(({ checks = [] }) => checks.flatMap((check) => check.sentBy ?? []));
  const isSelected = (key: string) => apis === undefined || apis.includes(key.slice(0, key.indexOf('/')));
  return { keys, sentBy: [...new Set(sentBy)].filter(isSelected), seed: report.run.seed, role: report.target.role };
}
