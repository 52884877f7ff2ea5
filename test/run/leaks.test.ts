/** No command shows a secret in any form: what a config holds and what answers say, in every output of each command. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { answered, configured, forms, leakConfig, startLeakingTarget, tellingPart } from '../support/leaks.ts';

const run = commandLine();
const place = mkdtempSync(join(tmpdir(), 'conformance-leaks-'));
const at = (name: string) => join(place, name);
const outputs: Record<string, string> = {};
let target: Awaited<ReturnType<typeof startLeakingTarget>>;

beforeAll(async () => {
  target = await startLeakingTarget();
  writeFileSync(at('config.json'), JSON.stringify(leakConfig(target.url)));
});
afterAll(async () => {
  await target.close();
  rmSync(place, { recursive: true, force: true });
});

/** What a command printed and told, and the files that it wrote for others. */
async function kept(name: string, args: readonly string[], directory?: string): Promise<number> {
  const { printed, told, code } = await run(...args);
  outputs[name] = printed + told;
  for (const file of directory === undefined ? [] : readdirSync(directory))
    if (!file.startsWith('full-evidence')) outputs[`${name}, ${file}`] = readFileSync(join(directory!, file), 'utf8');
  return code;
}

/** Every place where a secret stands in one of its forms. */
function leaks(secrets: Readonly<Record<string, string>>, inForms: readonly string[]): string[] {
  return Object.entries(outputs).flatMap(([output, text]) =>
    Object.entries(secrets).flatMap(([name, secret]) =>
      inForms.flatMap((form) => {
        const part = tellingPart(form, secret);
        const at = text.indexOf(part);
        return at < 0 ? [] : [`${name}, ${form}, in ${output}: …${text.slice(Math.max(0, at - 60), at + 40)}`];
      }),
    ),
  );
}

describe('of a config and of the answers to it', { timeout: 300_000 }, () => {
  test('nothing is in an output of run, send, replay, doctor or diff', async () => {
    const config = ['--config', at('config.json')];
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    vi.stubEnv('GITHUB_STEP_SUMMARY', at('step.md'));
    expect(await kept('run', [...config, '--full-evidence', '--report-dir', at('report')], at('report'))).toBe(1);
    vi.unstubAllEnvs();
    outputs['step summary'] = readFileSync(at('step.md'), 'utf8');
    for (const reporter of ['console', 'markdown', 'json', 'junit', 'github'])
      await kept(`run, ${reporter}`, [...config, '--only', 'OTP-03', '--reporter', reporter]);
    await kept('send', ['send', 'sendOTP', ...config, '--set', `accessToken=${configured['second accessToken']}`]);
    for (const id of ['x3', 'x4', 'x5', 'x6', 'x7', 'x8', 'x9', 'xa']) {
      await kept(`replay ${id}`, ['replay', at('report'), id, ...config]);
      await kept(`replay ${id} without config`, ['replay', at('report'), id]);
    }
    await kept('doctor', ['doctor', ...config]);
    await kept('doctor --json', ['doctor', '--json', ...config]);
    await kept('diff', ['diff', at('report'), at('report')]);
    await kept(
      'judge',
      ['judge', join(at('report'), 'full-evidence.ndjson'), '--report-dir', at('judged')],
      at('judged'),
    );
    await kept('dry run', ['--dry-run', ...config]);

    expect(outputs['run, report.json']!.length).toBeGreaterThan(100_000);
    expect(Object.keys(outputs).length).toBeGreaterThan(35);
    expect(Object.keys(configured).length * Object.keys(forms).length + Object.keys(answered).length).toBeGreaterThan(
      150,
    );
    expect(leaks(answered, ['plain']).slice(0, 20)).toEqual([]);
    expect(leaks(configured, Object.keys(forms)).slice(0, 20)).toEqual([]);
  });
});

describe('of a command line', () => {
  const secret = 'S3cretPassw0rd77';
  const targets = [
    `htps://user:${secret}@mpp.example.com`,
    `//user:${secret}@mpp.example.com`,
    `https://user:${secret}@mpp.example.com:99999`,
    `https://user:${secret}@mpp.example.com`,
    `mpp.example.com?token=${secret}`,
    `https://mpp.example.com/?token=${secret}`,
    `https://mpp.example.com/#${secret}`,
    `https:/user:${secret}@mpp.example.com`,
    `user:${secret}@mpp.example.com`,
    `https://mpp.example.com:port/?key=${secret}`,
    `ftp://user:${secret}@mpp.example.com/x`,
    `https://user:${secret}@`,
    `https://user:${secret}@[::1`,
  ];
  test.each(targets)('the password or token of a mistyped target is not repeated (%#)', async (url) => {
    for (const args of [
      ['--target', url],
      ['doctor', '--target', url],
      ['send', 'sendOTP', '--target', url],
      ['certify', '--target', url, '--sign-key', 'x'],
      ['proxy', '--upstream', url, '--listen', '127.0.0.1:0'],
      ['run', url],
      ['init', '--target', url],
    ]) {
      const { printed, told, code } = await run(...args);
      expect(printed + told).not.toContain(secret);
      expect(code, args.join(' ')).not.toBe(0);
    }
  });
});
