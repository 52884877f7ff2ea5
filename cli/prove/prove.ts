/** `conformance prove`: judges a recorded run again with one fault at a time, and prints which faults its configuration would notice. */
import { proofSection } from '../../engine/prove/gaps.ts';
import type { Noticed, Proven } from '../../engine/prove/prove.ts';
import type { ProofSection, Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { inertJson, quote } from '../../reporters/escape.ts';
import { plural } from '../../reporters/findings.ts';
import { gapLines, gapWords, proofSentence } from '../../reporters/proof-lines.ts';
import { Sheet, type TerminalOptions } from '../../reporters/terminal.ts';
import { compiledSpecs, withApis } from '../config/own-specs.ts';
import type { ProveOptions } from '../options.ts';
import { planFor } from '../run/run-conformance.ts';
import type { Environment } from '../terminal/environment.ts';
import { print, terminalOptions } from '../terminal/output.ts';
import { proofOf } from './proof-of.ts';
import { type RecordedRun, recordedRun } from './recorded-run.ts';

/** Executes the `prove` command. */
export async function prove(directory: string, options: ProveOptions, env: Environment): Promise<void> {
  const run = await recordedRun(directory);
  const { section, proven } = (await provedRun(run))!;
  await print(
    options.json === true
      ? inertJson(jsonOf(section, proven), 2)
      : proofText(section, run.settings, terminalOptions(env)),
  );
}

/** Proves a recorded run with the APIs of its own specs. */
async function provedRun(run: RecordedRun): Promise<Proved | null> {
  const { specs = [], facts = [] } = run.settings;
  const release = withApis(await compiledSpecs({ specs, facts }));
  try {
    return await proved(run);
  } finally {
    release();
  }
}

interface Proved {
  readonly section: ProofSection;
  readonly proven: Proven;
}

async function proved({ settings, record }: RecordedRun, signal?: AbortSignal): Promise<Proved | null> {
  const proven = await proofOf(await planFor(settings), record, settings, signal);
  return proven && { proven, section: proofSection(proven, settings) };
}

/**
 * The report of a run with its proof, read from the evidence that the run has written; the APIs of the run are still in use. Without a
 * proof where the signal ends it: the run is judged, whatever it would have noticed.
 */
export async function withProof(report: Report, directory: string, signal: AbortSignal): Promise<Report> {
  const found = await proved(await recordedRun(directory), signal);
  return found === null ? report : { ...report, proof: found.section };
}

/** Every fault with what notices it. */
function jsonOf(section: ProofSection, { proved: all }: Proven) {
  return {
    ...section,
    alterations: all.map(({ alteration: { id, operation, kind, says, rows }, noticed, by }) => ({
      id,
      operation,
      kind,
      says,
      rows,
      noticed: noticed === null ? null : shownAs[noticed],
      by,
    })),
  };
}

const shownAs: Readonly<Record<Noticed, string>> = { fails: 'failed', ends: 'ended', warns: 'warned' };

/** What a gap shows of its faults. */
const mostFaults = 4;

/** The proof as a terminal shows it. */
export function proofText(section: ProofSection, { role }: RunSettings, options: TerminalOptions): string {
  const { faults, noticed, failed, ended, warned, gaps } = section;
  const sheet = new Sheet(options);
  sheet.text(proofSentence(section), 0, 'bold');
  const subject = role === 'mpp-client' ? 'caller' : 'target';
  sheet.text(
    `The recorded run was judged again ${plural(faults, 'time')}, each time as if the ${subject} had one fault. Nothing was sent.`,
  );
  sheet.text(`${failed} fail the run, ${ended} end it with another exit code than 0, ${warned} only warn.`);
  if (gaps.length > 0) {
    sheet.line().text(`${faults - noticed} would not be noticed:`, 0, 'bold');
    for (const gap of gaps) {
      sheet.hung(`· ${quote(gapWords(gap), 200)}`, 2, 4);
      for (const says of gap.faults.slice(0, mostFaults)) sheet.text(quote(says, 200), 4, 'dim');
      if (gap.faults.length > mostFaults)
        sheet.text(`and ${gap.faults.length - mostFaults} more: see --json`, 4, 'dim');
    }
  }
  const lines = gapLines(section);
  if (lines.length === 0) return sheet.toString();
  sheet.line().text('These lines of the config close gaps; fill in the values:', 0, 'bold');
  for (const { indent, text, says } of lines) {
    if (says) sheet.hung(`# ${quote(text, 300)}`, indent + 2, indent + 4, 'dim');
    else sheet.line(`${' '.repeat(indent + 2)}${quote(text, 300)}`);
  }
  return sheet.toString();
}
