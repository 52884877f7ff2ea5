/** How a requirement is probed, in words: the titles of its checks as the suites hold them. */
import type { CatalogueRow } from './catalogue.ts';

/** Titles of the checks that prove a row. */
export async function probesOf(row: CatalogueRow): Promise<string[]> {
  const { checkTitles } = await import('./judge.ts');
  return checkTitles(row.operation, row.id);
}
