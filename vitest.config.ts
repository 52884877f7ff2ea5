/** How this repository's own tests run: in few processes, since each run of the suite is a small load of its own. */
import { defineConfig } from 'vitest/config';

const results = process.env.RESULTS_FILE;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
});
