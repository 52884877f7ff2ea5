/** The tests that mutation testing asks: those of single judgements, which send nothing and take no time. */
import { defineConfig } from 'vitest/config';

const judgements = [
  'findings',
  'outcome',
  'rows',
  'judged-rows',
  'root-causes',
  'observations',
  'tally',
  'retry',
  'budget',
  'request-outcome',
  'admission',
  'self-check',
  'observed-exchange',
  'verbs',
  'answer-invariants',
  'result-invariants',
  'run-invariants',
  'answer-signatures',
].map((name) => `test/unit/${name}.test.ts`);

export default defineConfig({ test: { include: judgements } });
