/** `conformance doctor`: checks config, keys, network, clock, paths and users; one line per finding, with the fix. */
import type { RunSettings } from '../../engine/settings.ts';
import { shellQuote } from '../../reporters/curl.ts';
import { inertJson, oneLine } from '../../reporters/escape.ts';
import type { DoctorOptions } from '../options.ts';
import { type PreparedRun, prepareRun, type RunRequest } from '../run/prepare.ts';
import { requestOf } from '../run/run-options.ts';
import type { Environment } from '../terminal/environment.ts';
import { print, screenWidth } from '../terminal/output.ts';
import { wrapText } from '../terminal/text-table.ts';
import { UsageError, UsageErrors } from '../terminal/usage-error.ts';
import { examineCaller } from './caller.ts';
import { examineCalls } from './calls.ts';
import { exitCodeOf, type Finding, okFinding, problem } from './finding.ts';
import { examineKeys } from './keys.ts';
import { examineNetwork } from './network.ts';

/** Checks the options and the config, prints the findings and sets the exit code. */
export async function doctor(options: DoctorOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const findings = await examine(await requestOf(options, env), env, options.messages !== false);
  const text = () => findingsText(findings, screenWidth(process.stdout), runLine(options));
  await print(options.json === true ? inertJson(findings, 2) : text());
  process.exitCode = exitCodeOf(findings);
}

/** The command line of the run that was examined. */
function runLine({ config, target, role, api }: DoctorOptions): string {
  const options = { '--config': config, '--target': target, '--role': role, '--api': api?.join(',') };
  const words = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [name, shellQuote(value)],
  );
  return ['npx conformance', ...words].join(' ');
}

/** All findings about a run before it starts. */
export async function examine(request: RunRequest, env: Environment, messages = true): Promise<Finding[]> {
  const [prepared, faults] = await prepareAnyway(request);
  if (prepared === null) return faults;
  try {
    const { settings } = prepared;
    const before = faults.length > 0 ? faults : [okFinding('config', targetText(settings)), ...examineKeys(settings)];
    if (settings.role === 'mpp-client') return [...before, ...(await examineCaller(settings))];
    const network = await examineNetwork(settings, env);
    // With faulty keys the calls would only repeat these findings.
    if (faults.length > 0 || network.some(blocksCalls)) return [...before, ...network];
    return [...before, ...mergeSilence(network, await examineCalls(settings, messages))];
  } finally {
    await prepared.close();
  }
}

/** A fault that prevents every call. A server may ignore a GET of the start page and still serve its API: the calls decide. */
function blocksCalls({ level, code }: Finding): boolean {
  return level === 'fault' && code !== 'http-silent';
}

/** A server counts as silent only if the calls get no answer either. */
function mergeSilence(network: readonly Finding[], calls: readonly Finding[]): Finding[] {
  const silent = network.find(({ code }) => code === 'http-silent');
  if (!silent) return [...network, ...calls];
  const unanswered = calls.some(({ code }) => code.startsWith('no-answer-'));
  return unanswered ? [...network] : [...network.filter((finding) => finding !== silent), ...calls];
}

/** A config with faulty keys still has a target, which is checked without signing. */
async function prepareAnyway(request: RunRequest): Promise<[PreparedRun | null, Finding[]]> {
  try {
    return [await prepareRun(request), []];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const faults = findingsOf(error);
    try {
      const off = {
        ...request,
        overrides: { ...request.overrides, signing: { mode: 'off' as const } },
      };
      return [await prepareRun(off), faults];
    } catch {
      return [null, faults];
    }
  }
}

function findingsOf(error: UsageError): Finding[] {
  const faults = error instanceof UsageErrors ? error.faults : [error];
  return faults.map(({ message, cure, code }) =>
    problem(code === 'configuration' ? 'config' : 'keys', 'fault', { code, says: asSentence(message), cure }),
  );
}

function asSentence(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}

function targetText({ role, target: url, embedded, selected }: RunSettings): string {
  const subject = embedded ? 'the built-in reference' : role === 'mpp-client' ? 'a caller' : url;
  return `Role ${role} against ${subject}: ${selected.join(', ')}.`;
}

const marks = { ok: 'ok   ', note: 'note ', fault: 'FAULT' } as const;

/** The findings as text, each followed by its fix. */
export function findingsText(
  findings: readonly Finding[],
  width = Number.POSITIVE_INFINITY,
  next = 'npx conformance',
): string {
  const lines = findings.flatMap(({ level, step, says, cure }) => {
    const head = `${marks[level]}  ${step.padEnd(7)}  `;
    const [first = '', ...rest] = wrapText(oneLine(cure === '' ? says : `${says} ${cure}`), width - head.length);
    return [head + first, ...rest.map((line) => ' '.repeat(head.length) + line)];
  });
  return [...lines, '', summary(findings, next)].join('\n');
}

function summary(findings: readonly Finding[], next: string): string {
  const count = findings.filter(({ level }) => level === 'fault').length;
  if (count === 0 && findings.some(({ level, step }) => level === 'note' && step === 'calls')) {
    return 'No faults found, but a run would be incomplete (exit code 4) until the notes on calls are resolved.';
  }
  if (count === 0) return `No faults found.\nNext: ${next}`;
  return `${count} ${count === 1 ? 'fault' : 'faults'} to correct before a run.`;
}
