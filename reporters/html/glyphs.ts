/** A symbol for each outcome, so that colour is never the only sign. */
import type { Outcome } from '../../engine/report.ts';

/** Symbols by outcome. */
export const glyphs: Record<Outcome, string> = {
  failed: '✗',
  'harness-error': '‼',
  inconclusive: '?',
  warned: '!',
  waived: '~',
  passed: '✓',
  'not-run': '○',
  'not-observable': '◌',
  'not-applicable': '–',
};
