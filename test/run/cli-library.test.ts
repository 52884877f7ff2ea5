/** `import { run } from 'alipayplus-conformance'`. */
import { expect, test } from 'vitest';
import { run, UsageError } from '../../cli/index.ts';

test('judges the embedded reference and tells its progress', { timeout: 60_000 }, async () => {
  const phases = new Set<string>();
  const report = await run(
    { run: { profile: 'smoke', seed: 5 } },
    { api: ['sendOTP'], onProgress: ({ phase }) => phases.add(phase) },
  );
  expect(report).toMatchObject({ verdict: 'conformant', target: { embedded: true }, run: { seed: 5, exitCode: 0 } });
  expect(phases.size).toBeGreaterThan(0);
});

test('refuses a config with a sentence', async () => {
  await expect(run({ rol: 'mpp' } as never)).rejects.toThrow(UsageError);
  await expect(run({ rol: 'mpp' } as never)).rejects.toThrow('config: there is no key "rol"');
  await expect(run({ target: 'nowhere' })).rejects.toThrow('target "nowhere" is not an http or https URL');
});

test('stops when it is told to', { timeout: 60_000 }, async () => {
  const report = await run({ run: { seed: 5 } }, { signal: AbortSignal.abort() });
  expect(report.run).toMatchObject({ interrupted: true, exitCode: 130 });
});
