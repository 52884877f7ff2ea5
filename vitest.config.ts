/** How this repository's own tests run: in few processes, since each run of the suite is a small load of its own. */
import { configDefaults, defineConfig } from 'vitest/config';

const results = process.env.RESULTS_FILE;

/** Long sweeps over every fault, variant and document, and tests that need the registry: `npm run test:quick` leaves them out. */
const sweeps = [
  'faults',
  'faults-fields',
  'faults-alipayplus',
  'mpp-client-faults',
  'mpp-client',
  'mpp-client-findings',
  'variants',
  'kill-matrix',
  'concurrency',
  'verify',
  'verify-concurrency',
  'certify',
  'certify-package',
  'replay',
  'diff',
  'flakes',
  'lifecycle',
  'hostile-targets',
  'docs',
  'examples',
  'package',
  'corporate',
  'vitest-entry',
  'caller',
  'layers',
  'second-opinion',
].map((name) => `test/${name}.test.ts`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: process.env.TEST_QUICK ? [...configDefaults.exclude, ...sweeps] : configDefaults.exclude,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A busy machine may delay a loopback answer beyond a short deadline of a test; a wrong verdict fails each time.
    retry: 2,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
});
