/** The tests that mutation testing asks: those of single judgements, which send nothing and take no time. */
import { defineConfig } from 'vitest/config';

const judgements = [
  'judgements',
  'outcome',
  'rows',
  'consequences',
  'judged-record',
  'tally',
  'weather',
  'witness',
  'acceptance',
  'answer-invariants',
  'result-invariants',
  'run-invariants',
  'signature-invariants',
].map((name) => `test/unit/${name}.test.ts`);

export default defineConfig({ test: { include: judgements } });
