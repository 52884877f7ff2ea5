/** How this repository's own tests run: in two workers, since each run of the suite is a small load of its own. */
import { configDefaults, defineConfig } from 'vitest/config';

const results = process.env.RESULTS_FILE;

export default defineConfig({
  test: {
    // test/unit is quick, test/run starts whole runs and commands, test/sweep goes over every fault, variant and document.
    include: ['test/{unit,run,sweep}/**/*.test.ts'],
    exclude: configDefaults.exclude,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    retry: 0,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
});
