/** `conformance init`: a config by options, and by questions on a real terminal. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commandLine } from '../support/command-line.ts';
import { freshDirectory } from '../support/packages.ts';

const run = commandLine();
const read = (path: string) => parse(readFileSync(path, 'utf8'));

describe('init by options', () => {
  test('writes what they say', async () => {
    const path = join(freshDirectory(), 'c.yaml');
    const { printed, code } = await run(
      ...['init', '--config', path, '--target', 'http://localhost:8080/', '--api', 'sendOTP', '--client-id', 'TEST_1'],
      ...['--private-key', 'a.pem', '--public-key', 'b.pem'],
    );
    expect({ printed, code }).toEqual({
      printed: `Wrote ${path}. Next: conformance --config ${path} --profile smoke\n`,
      code: 0,
    });
    expect(read(path)).toEqual({
      target: 'http://localhost:8080',
      role: 'mpp',
      apis: ['sendOTP'],
      clientId: 'TEST_1',
      signing: { keyVersion: '1', privateKey: 'a.pem', publicKey: 'b.pem' },
    });
  });

  test('keeps a file that exists, unless told otherwise', async () => {
    const path = join(freshDirectory(), 'c.yaml');
    writeFileSync(path, 'mine');
    const options = ['init', '--config', path, '--target', 'http://localhost:8080'];
    expect(await run(...options)).toEqual({
      printed: '',
      told: `conformance: ${path} exists already. Overwrite it with --force, or name another with --config.\n`,
      code: 2,
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect((await run(...options, '--force')).code).toBe(0);
    expect(read(path).target).toBe('http://localhost:8080');
  });

  test('refuses what is no address, before a file is written', async () => {
    const path = join(freshDirectory(), 'c.yaml');
    const { told, code } = await run('init', '--config', path, '--target', 'localhost:8080');
    expect(told).toBe(
      'conformance: --target "localhost:8080" is not an http or https URL. Write it like http://localhost:8080\n',
    );
    expect(code).toBe(2);
    expect(existsSync(path)).toBe(false);
  });
});

// util-linux lends a terminal to a process; elsewhere this is not tested.
const lends = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
if (!lends) console.warn('init on a terminal is not tested: no script of util-linux here.');

describe.skipIf(!lends)('init on a terminal', { timeout: 60_000 }, () => {
  /** Presses keys at each question, and gives what stood on the screen and the exit code. */
  async function answering(path: string, answers: readonly (readonly [question: string, keys: string])[]) {
    const main = new URL('../../cli/main.ts', import.meta.url).href;
    const code = `import('${main}').then(({ main }) => main(['init', '--config', '${path}']))`;
    const command = `stty cols 100 rows 40 && ${process.execPath} --import tsx -e "${code}"`;
    const child = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let screen = '';
    let at = 0;
    child.stdout.on('data', (bytes: Buffer) => {
      screen += bytes.toString();
      if (at < answers.length && screen.includes(answers[at]![0])) {
        child.stdin.write(answers[at]![1]);
        at += 1;
      }
    });
    const late = setTimeout(() => child.kill(), 20_000);
    const status = await new Promise((done) => child.once('exit', done));
    clearTimeout(late);
    return { screen: screen.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, ''), status };
  }
  const enter = '\r';
  const down = '\x1b[B';

  test('asks for role, address, APIs and keys', async () => {
    const path = join(freshDirectory(), 'c.yaml');
    const { screen, status } = await answering(path, [
      ['What is under test?', enter],
      ['Where is the server under test?', `http://localhost:8080${enter}`],
      ['Which APIs does it offer?', `${down} ${enter}`],
      ['Does it sign and verify?', enter],
      ['Client-Id of our requests?', `TEST_1${enter}`],
      ['File of our private key', enter],
      ['File of its public key', `mine.pem${enter}`],
    ]);
    expect(status).toBe(0);
    expect(screen).toContain(`Wrote ${path}. Next: conformance --config ${path} --profile smoke`);
    expect(read(path)).toEqual({
      target: 'http://localhost:8080',
      role: 'mpp',
      apis: ['sendOTP', 'tokenActivationNotification', 'tokenDigitizeDecision'],
      clientId: 'TEST_1',
      signing: { keyVersion: '1', privateKey: 'keys/suite.pem', publicKey: 'mine.pem' },
    });
  });

  test('asks a caller for its trigger, and takes no address that is none', async () => {
    const path = join(freshDirectory(), 'c.yaml');
    const { screen, status } = await answering(path, [
      ['What is under test?', `${down}${enter}`],
      ['Which URL sets your caller going?', `localhost${enter}`],
      ['is not an http or https URL', `${'\x7f'.repeat(9)}http://localhost:1/go${enter}`],
      ['Does it sign and verify?', `n`],
    ]);
    expect(status).toBe(0);
    expect(screen).toContain('This "localhost" is not an http or https URL. Write it like http://localhost');
    expect(read(path)).toMatchObject({ role: 'mpp-client', client: { trigger: { url: 'http://localhost:1/go' } } });
  });

  test('writes nothing when it is left', async () => {
    const path = join(freshDirectory(), 'c.yaml');
    const { screen, status } = await answering(path, [['What is under test?', '\x03']]);
    expect(status).toBe(130);
    expect(screen).toContain('Nothing was written.');
    expect(existsSync(path)).toBe(false);
  });
});
