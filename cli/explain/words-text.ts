/** The texts of `conformance explain` about words that reports print: a number of the ambiguities, a code of the diagnoses, a reason. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { operationIds } from '../../contract/apis.ts';
import { ambiguities } from '../../generated/requirements.ts';
import { meanings } from '../../reporters/reasons.ts';
import { table } from '../terminal/text-table.ts';
import { rowsOf } from './catalogue.ts';

/** The names that are no requirement and can be explained all the same. */
export function explainedWords(): string[] {
  return [...ambiguities.map(({ id }) => id), ...diagnoses().map(({ code }) => code), ...Object.keys(meanings)];
}

/** The text about such a word, wrapped to a width; null where it is none. */
export function wordText(written: string, width: number): string | null {
  const name = written.toLowerCase();
  const sections = [ambiguityOf(name, width), diagnosisOf(name, width), reasonOf(name, width)].filter(
    (section) => section !== null,
  );
  return sections.length === 0 ? null : `${sections.join('\n\n')}\n`;
}

function ambiguityOf(name: string, width: number): string | null {
  const ambiguity = ambiguities.find(({ id }) => id === name);
  if (!ambiguity) return null;
  const rows = rowsOf(operationIds).filter((row) => row.ambiguity === ambiguity.id);
  const ids = [...new Set(rows.map(({ id }) => id))];
  const lines = [
    ['Ambiguity', ambiguity.id],
    ['Question', ambiguity.issue],
    ['Interpretation', ambiguity.position],
    ['Requirements', ids.join(', ')],
    ['', 'A requirement whose basis is a position only warns and never fails a run.'],
  ];
  return table(
    lines.filter(([, text]) => text !== ''),
    width,
  ).join('\n');
}

function diagnosisOf(name: string, width: number): string | null {
  const found = diagnoses().find(({ code }) => code === name);
  if (!found) return null;
  return table(
    [
      ['Diagnosis', found.code],
      ['Meaning', found.says],
      ['Fix', found.cure],
      ['See', `docs/diagnosis.md, ${found.section}`],
    ],
    width,
  ).join('\n');
}

function reasonOf(name: string, width: number): string | null {
  if (!Object.hasOwn(meanings, name)) return null;
  return table(
    [
      ['Reason', name],
      ['Meaning', `${meanings[name]!}.`],
      ['See', 'docs/outcomes.md'],
    ],
    width,
  ).join('\n');
}

interface DiagnosisRow {
  readonly code: string;
  readonly says: string;
  readonly cure: string;
  readonly section: string;
}

/** The rows of docs/diagnosis.md, which a test compares with the codes in the source. */
function diagnoses(): DiagnosisRow[] {
  return pageOf('docs/diagnosis.md')
    .split(/^## /m)
    .flatMap((part) => {
      const [section = ''] = part.split('\n', 1);
      return [...part.matchAll(/^\| `([a-z0-9-]+)` \| (.+) \| (.+) \|$/gm)].map(([, code, says, cure]) => ({
        code: code!,
        says: plain(says!),
        cure: plain(cure!),
        section,
      }));
    });
}

/** Without the marks of Markdown. */
function plain(text: string): string {
  return text.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll('`', '');
}

/** A page of the package, wherever in it this code is; empty where the page was taken away. */
function pageOf(name: string): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
