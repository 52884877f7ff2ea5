/** A run without a target starts the built-in reference, in CI only where that is said. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const run = commandLine();
const place = mkdtempSync(join(tmpdir(), 'conformance-embedded-'));

beforeEach(() => {
  vi.stubEnv('CI', undefined);
  vi.spyOn(process, 'cwd').mockReturnValue(place);
});
afterEach(() => vi.unstubAllEnvs());

describe('a run without a target', () => {
  test.each(['', 'false', '0', undefined])('is the demonstration with CI=%s', async (ci) => {
    vi.stubEnv('CI', ci);
    expect((await run('--dry-run', '--role', 'alipayplus')).code).toBe(0);
  });

  test('is meant with --embedded', async () => {
    vi.stubEnv('CI', 'true');
    expect((await run('--dry-run', '--role', 'alipayplus', '--embedded')).code).toBe(0);
  });
});
