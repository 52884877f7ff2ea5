/** Finds the cause of a run that ended before it judged anything, with further checks of network and signature. */
import { whatItVerifies } from '../../engine/diagnosis/what-target-verifies.ts';
import type { Diagnosis, Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { networkTransport } from '../../engine/wire/transport.ts';
import type { Environment } from '../terminal/environment.ts';
import { faultsIn } from './finding.ts';
import { examineNetwork } from './network.ts';

/** The report with the cause at the head of its diagnosis; `refused` is a valid request whose signature was refused. */
export async function withCause(
  report: Report,
  settings: RunSettings,
  refused: Exchange | null,
  env: Environment,
): Promise<Report> {
  const causes = await causesOf(report, settings, refused, env);
  if (causes.length === 0) return report;
  const explained = new Set(causes.map(({ code }) => code));
  // What the target verifies is known: whether it may hold another key is no question any more.
  if (explained.has('target-verifies-otherwise')) explained.add('our-signature-refused');
  // The network findings are the cause of "no answer" and replace it.
  const others = report.diagnosis.filter(({ code }) => !explained.has(code) && !code.startsWith('no-answer-'));
  return { ...report, diagnosis: [...causes, ...others] };
}

async function causesOf(
  report: Report,
  settings: RunSettings,
  refused: Exchange | null,
  env: Environment,
): Promise<Diagnosis[]> {
  const unanswered = report.diagnosis.some(({ code }) => code.startsWith('no-answer-'));
  if (unanswered) return faultsIn(await examineNetwork(settings, env));
  if (refused === null || settings.role !== 'mpp') return [];
  const transport = networkTransport(settings);
  try {
    const verified = await whatItVerifies(refused, settings, transport);
    return verified === null ? [] : [verified];
  } finally {
    await transport.close();
  }
}
