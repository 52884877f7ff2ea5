/** Writes what was learnt from traffic: the draft overlay, and the page beside it. */
import { resolve } from 'node:path';
import type { TrafficRecord } from '../../engine/record/traffic.ts';
import { learn } from '../../engine/report/learned.ts';
import type { Report } from '../../engine/report.ts';
import { operationsIn } from '../../suites/traffic/judge-traffic.ts';
import { writeWhole } from '../run/report-dir.ts';
import { printError } from '../terminal/output.ts';
import { learnedPage, overlayText } from './learned-text.ts';

/** Writes FILE and the page of the same name with the ending `.md`. */
export async function writeLearned(file: string, record: TrafficRecord, report: Report): Promise<void> {
  const learned = learn(record, operationsIn(record));
  const rows = [...report.requirements, ...(report.traffic?.counterparty.requirements ?? [])];
  const page = `${file.replace(/\.(ya?ml|json)$/i, '')}.md`;
  await writeWhole(resolve(file), overlayText(learned, report.run.startedAt.slice(0, 10)), 0o600);
  await writeWhole(resolve(page), learnedPage(learned, rows), 0o600);
  printError(`What was learnt is in ${file} and ${page}.`);
}
