/** `conformance doctor`: what is reachable, signed, clock-aligned, mapped; one line per finding, with the cure. */
import type { RunSettings } from '../../engine/settings.ts';
import { inertJson, oneLine } from '../../reporters/escape.ts';
import type { DoctorOptions } from '../options.ts';
import { type PreparedRun, prepareRun, type RunRequest } from '../run/prepare.ts';
import { requestOf } from '../run/run-options.ts';
import type { Environment } from '../terminal/environment.ts';
import { print } from '../terminal/output.ts';
import { wrapText } from '../terminal/text-table.ts';
import { UsageError, UsageErrors } from '../terminal/usage-error.ts';
import { examineCaller } from './caller.ts';
import { examineCalls } from './calls.ts';
import { exitCodeOf, type Finding, okFinding, problem } from './finding.ts';
import { examineKeys } from './keys.ts';
import { examineNetwork } from './network.ts';

/** Examines what the options and the config name, prints the findings, sets the exit code. */
export async function doctor(options: DoctorOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const findings = await examine(await requestOf(options, env), env, options.messages !== false);
  await print(options.json === true ? inertJson(findings, 2) : findingsText(findings, process.stdout.columns));
  process.exitCode = exitCodeOf(findings);
}

/** Everything that can be found out about a run before it begins. */
export async function examine(request: RunRequest, env: Environment, messages = true): Promise<Finding[]> {
  const [prepared, faults] = await prepareAnyway(request);
  if (prepared === null) return faults;
  try {
    const { settings } = prepared;
    const before = faults.length > 0 ? faults : [okFinding('config', targetText(settings)), ...examineKeys(settings)];
    if (settings.role === 'mpp-client') return [...before, ...(await examineCaller(settings))];
    const network = await examineNetwork(settings, env);
    // Without the right keys, what the calls show is told already.
    if (faults.length > 0 || network.some(blocksCalls)) return [...before, ...network];
    return [...before, ...mergeSilence(network, await examineCalls(settings, messages))];
  } finally {
    await prepared.close();
  }
}

/** A fault behind which no call gets through. A server may leave a stray GET unanswered and its API be well: the calls decide. */
function blocksCalls({ level, code }: Finding): boolean {
  return level === 'fault' && code !== 'http-silent';
}

/** A silent server stays one only if the calls get no answer either. */
function mergeSilence(network: readonly Finding[], calls: readonly Finding[]): Finding[] {
  const silent = network.find(({ code }) => code === 'http-silent');
  if (!silent) return [...network, ...calls];
  const unanswered = calls.some(({ code }) => code.startsWith('no-answer-'));
  return unanswered ? [...network] : [...network.filter((finding) => finding !== silent), ...calls];
}

/** A config with faulty keys still names a target: it is examined without them. */
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
  const subject = embedded ? 'the embedded reference' : role === 'mpp-client' ? 'a caller' : url;
  return `Role ${role} against ${subject}: ${selected.join(', ')}.`;
}

const marks = { ok: 'ok   ', note: 'note ', fault: 'FAULT' } as const;

/** The findings as text, one after another, the cure behind each. */
export function findingsText(findings: readonly Finding[], width = Number.POSITIVE_INFINITY): string {
  const lines = findings.flatMap(({ level, step, says, cure }) => {
    const head = `${marks[level]}  ${step.padEnd(7)}  `;
    const [first = '', ...rest] = wrapText(oneLine(cure === '' ? says : `${says} ${cure}`), width - head.length);
    return [head + first, ...rest.map((line) => ' '.repeat(head.length) + line)];
  });
  return [...lines, '', summary(findings)].join('\n');
}

function summary(findings: readonly Finding[]): string {
  const count = findings.filter(({ level }) => level === 'fault').length;
  if (count === 0) return 'All is well: run conformance.';
  return `${count} ${count === 1 ? 'fault stands' : 'faults stand'} in the way of a run.`;
}
