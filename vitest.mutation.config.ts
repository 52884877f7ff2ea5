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
  'judge',
  'admission',
  'guilty-part',
  'self-check',
  'observed-exchange',
  'steps',
  'verbs',
  'verb-alike',
  'answer-invariants',
  'result-invariants',
  'run-invariants',
  'answer-signatures',
  'compared-lengths',
  'control-faults',
  'lifecycle-steps',
  'observed-causes',
  'rules-facts',
  'rules-loose',
  'rules-scenarios',
  'rules-signatures',
  'rules-times',
  'todo',
].map((name) => `test/unit/${name}.test.ts`);

export default defineConfig({ test: { include: judgements } });
