/** The text of every command at 80 columns, kept in test/golden/; `npx vitest run test/run/golden.test.ts -u` updates them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands } from '../../cli/commands.ts';
import { startReferenceAlipayPlus, startReferenceMpp } from '../../reference/index.ts';
import { commandLine, type Ran } from '../support/command-line.ts';
import { sharedKeys } from '../support/judged.ts';
import { freshDirectory, type MadePackage, madePackage, OpenPackage, signerKeys } from '../support/packages.ts';
import { stable } from '../support/stable.ts';

const run = commandLine();
const screen = { isTTY: process.stdout.isTTY, columns: process.stdout.columns };

beforeEach(() => {
  vi.stubEnv('CI', undefined);
  vi.stubEnv('NO_COLOR', '1');
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  Object.assign(process.stdout, { isTTY: true, columns: 80 });
  Object.assign(process.stderr, { columns: 80 });
});
afterEach(() => {
  vi.unstubAllEnvs();
  Object.assign(process.stdout, screen);
});

/** Progress of a run that takes longer than usual. */
const progress = /^conformance: \d+ s {2}.*\n/gm;

/** What a command line gives, as a user sees it on a machine that is fast enough. */
function seen(args: readonly string[], { printed, told, code }: Ran): string {
  const said = told.replaceAll(progress, '').trimEnd();
  const parts = [`$ conformance ${args.join(' ')}`, printed.trimEnd(), said, `(exit code ${code})`];
  return stable(`${parts.filter((part) => part !== '').join('\n')}\n`);
}

async function isGolden(name: string, ...lines: readonly (readonly string[])[]): Promise<void> {
  const texts: string[] = [];
  for (const args of lines) texts.push(seen(args, await run(...args)));
  await expect(texts.join('\n')).toMatchFileSnapshot(`../golden/${name}.txt`);
}

/** The id of the first recorded exchange with a title. */
function idOf(directory: string, title: string): string {
  const lines = readFileSync(join(directory, 'full-evidence.ndjson'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line)).find((line) => line.title === title).id;
}

function written(config: object): string {
  const path = join(freshDirectory(), 'config.json');
  writeFileSync(path, JSON.stringify(config));
  return path;
}

const fault = 'otp-limit-process-fail';

/** Judges nothing by itself: gives the config of a reference that runs while `use` does. */
async function withMpp<T>(use: (config: object) => Promise<T>, faults: readonly string[] = [fault]): Promise<T> {
  const reference = await startReferenceMpp({ apis: ['sendOTP'], fault: faults, keys: await sharedKeys() });
  try {
    return await use(reference.config as object);
  } finally {
    await reference.close();
  }
}

describe('help', () => {
  test.each(Object.keys(commands))('of %s', (name) => isGolden(`help-${name}`, [name, '--help']));

  test('of all commands', () => isGolden('help', ['--help']));

  test('and version', () => isGolden('version', ['--version']));
});

describe('what needs no target', () => {
  test('list', () => isGolden('list', ['list', '--api', 'getPaymentCode']));
  test('explain', () =>
    isGolden('explain', ['explain', 'OTP-12'], ['explain', 'sendOTP.accessToken.maxLength'], ['explain', 'OTP-8']));
  test('init', async () => {
    const path = join(freshDirectory(), 'conformance.config.yaml');
    const args = ['init', '--target', 'http://localhost:8080', '--config', path];
    const ran = await run(...args);
    const text = `${seen(args, ran)}\n$ cat conformance.config.yaml\n${readFileSync(path, 'utf8')}`;
    await expect(text).toMatchFileSnapshot('../golden/init.txt');
  });
  test('slips', () =>
    isGolden('slips', ['--sead', '1'], ['rnu'], ['--only', 'OTP-3'], ['serve', 'mpp', '--fault', 'x']));
});

describe('against a target', () => {
  test('run, with one fault', () =>
    withMpp((config) =>
      isGolden(
        'run',
        ['--config', written(config), '--seed', '1', '--dry-run'],
        ['--config', written(config), '--seed', '1'],
      ),
    ));

  test('run, with nothing of the config but the target', () =>
    withMpp(async (config) => {
      const { target } = config as { target: string };
      await isGolden('run-bare', ['--target', target, '--api', 'sendOTP', '--seed', '1']);
    }, []));

  test('send', () =>
    withMpp(async (config) => {
      await isGolden('send', ['send', 'sendOTP', '--config', written(config), '--scenario', 'USER_NOT_EXIST']);
    }, []));

  test('doctor', () =>
    withMpp(async (config) => {
      const nowhere = { ...config, target: 'http://127.0.0.1:9' };
      await isGolden('doctor', ['doctor', '--config', written(config)], ['doctor', '--config', written(nowhere)]);
    }, []));

  test('serve', async () => {
    const party = ['serve', 'mpp', '--api', 'tokenActivationNotification'];
    const running = run(...party);
    const spy = vi.mocked(process.stderr.write);
    await vi.waitFor(() => expect(spy.mock.calls.flat().join('')).toContain('Ctrl-C'), { timeout: 20_000 });
    process.emit('SIGINT');
    await expect(seen(party, await running)).toMatchFileSnapshot('../golden/serve.txt');
  });

  test('diff and replay', () =>
    withMpp(async (config) => {
      const [before, after] = [freshDirectory(), freshDirectory()];
      const path = written(config);
      const options = ['--config', path, '--seed', '1', '--only', 'OTP-12,OTP-09', '--full-evidence'];
      await run(...options, '--report-dir', after);
      await withMpp((good) => run(...options, '--report-dir', before, '--config', written(good)), []);
      await isGolden('diff', ['diff', before, after], ['diff', before, before]);
      const opening = idOf(after, 'a good request');
      await isGolden('replay', ['replay', after, opening, '--config', path], ['replay', after, 'x9999']);
    }));
});

describe('packages', () => {
  test('certify', async () => {
    const { privateFile } = signerKeys(freshDirectory());
    const reference = await startReferenceAlipayPlus({ keys: await sharedKeys() });
    const fit = { ...reference.config, run: { runs: 1 } };
    const unfit = { target: reference.url, role: 'alipayplus' };
    const where = ['--sign-key', privateFile, '--report-dir', join(freshDirectory(), 'package')];
    await isGolden(
      'certify',
      ['certify', ...where, '--config', written(unfit), '--only', 'GPC-05'],
      ['certify', ...where, '--config', written(fit), '--nonce', 'from the certifier'],
    );
    await reference.close();
  });

  test('verify', async () => {
    const made: MadePackage = await madePackage();
    const open = new OpenPackage(made);
    open.editReport((report) => Object.assign(report.run, { seed: 4 }));
    const key = ['--public-key', made.keys.publicFile];
    await isGolden(
      'verify',
      ['verify', made.directory, ...key, '--nonce', made.nonce],
      ['verify', open.directory, ...key],
      ['verify', freshDirectory()],
    );
  });
});
