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

/** A fresh directory with two files that stand for keys, and the path of a config in it. */
function besideKeys(): string {
  const directory = freshDirectory();
  for (const name of ['a.pem', 'b.pem']) writeFileSync(join(directory, name), '');
  return join(directory, 'c.yaml');
}

describe('init by options', () => {
  test('writes what they say', async () => {
    const path = besideKeys();
    const { printed, code } = await run(
      ...['init', '--config', path, '--target', 'http://localhost:8080/', '--api', 'sendOTP', '--client-id', 'TEST_1'],
      ...['--private-key', 'a.pem', '--public-key', 'b.pem'],
    );
    expect({ printed, code }).toEqual({
      printed: `Wrote ${path}.\nNext: npx conformance --config ${path} --profile smoke\n`,
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
});

describe('init refuses or keeps', () => {
  test('keeps a file that exists, unless told otherwise', async () => {
    const path = join(freshDirectory(), 'c.yaml');
    writeFileSync(path, 'mine');
    const options = ['init', '--config', path, '--target', 'http://localhost:8080'];
    expect(await run(...options)).toEqual({
      printed: '',
      told: `conformance: ${path} already exists. Overwrite it with --force, or choose another name with --config.\n`,
      code: 2,
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect((await run(...options, '--force')).code).toBe(0);
    expect(read(path).target).toBe('http://localhost:8080');
  });

  test('refuses a key file that does not exist, before a file is written', async () => {
    const path = besideKeys();
    const target = ['init', '--config', path, '--target', 'http://localhost:8080', '--private-key', 'a.pem'];
    const { told, code } = await run(...target, '--public-key', 'keys/none.pem');
    expect(told).toBe(
      `conformance: --public-key "keys/none.pem" does not exist: there is no file ${join(path, '../keys/none.pem')}. Give the path of a PEM file, relative to the config file.\n`,
    );
    expect(code).toBe(2);
    expect(existsSync(path)).toBe(false);
    const { told: ofDirectory } = await run(...target, '--public-key', '.');
    expect(ofDirectory).toContain('--public-key "." is not a file. Give the path');
  });

  test('takes PEM text for a key', async () => {
    const path = besideKeys();
    const pem = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n';
    const target = ['init', '--config', path, '--target', 'http://localhost:8080', '--private-key', 'a.pem'];
    expect((await run(...target, '--public-key', pem)).code).toBe(0);
    expect(read(path).signing.publicKey).toBe(pem);
  });

  test('prints a next command that a shell reads as one, whatever the name of the file', async () => {
    const path = join(freshDirectory(), "my team's config.yaml");
    const { printed } = await run('init', '--config', path, '--target', 'http://localhost:8080');
    expect(printed).toContain(`\nNext: npx conformance --config '${path.replace("'", "'\\''")}' --profile smoke\n`);
  });

  test('refuses what is not an address, before a file is written', async () => {
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

describe.skipIf(!lends)('init on a terminal', { timeout: 60_000 }, () => {
  test('asks for role, address, APIs and keys', async () => {
    const path = besideKeys();
    const { screen, status } = await answering(path, [
      ['What is under test?', enter],
      ['Base URL of the server under test', `http://localhost:8080${enter}`],
      ['Which APIs does the server offer?', `${down} ${enter}`],
      ['Are requests and answers signed?', enter],
      ['Client-Id that the suite sends', `TEST_1${enter}`],
      ['YOUR private key', `none.pem${enter}`],
      ['"none.pem" does not exist', `${'\x7f'.repeat(8)}a.pem${enter}`],
      ["THE TARGET's public key", `b.pem${enter}`],
    ]);
    expect(status).toBe(0);
    expect(screen).toContain(`Next: npx conformance --config ${path} --profile smoke`);
    expect(read(path)).toEqual({
      target: 'http://localhost:8080',
      role: 'mpp',
      apis: ['sendOTP', 'tokenActivationNotification', 'tokenDigitizeDecision'],
      clientId: 'TEST_1',
      signing: { keyVersion: '1', privateKey: 'a.pem', publicKey: 'b.pem' },
    });
  });

  test('asks a caller for its trigger, and refuses what is not an address', async () => {
    const path = join(freshDirectory(), 'c.yaml');
    const { screen, status } = await answering(path, [
      ['What is under test?', `${down}${enter}`],
      ['URL that starts a call of your caller', `localhost${enter}`],
      ['is not an http or https URL', `${'\x7f'.repeat(9)}http://localhost:1/go${enter}`],
      ['Are requests and answers signed?', `n`],
    ]);
    expect(status).toBe(0);
    expect(screen).toContain('This "localhost" is not an http or https URL. Write it like http://localhost');
    expect(read(path)).toMatchObject({ role: 'mpp-client', client: { trigger: { url: 'http://localhost:1/go' } } });
  });

  test('writes nothing when it is cancelled', async () => {
    const path = join(freshDirectory(), 'c.yaml');
    const { screen, status } = await answering(path, [['What is under test?', '\x03']]);
    expect(status).toBe(130);
    expect(screen).toContain('No file was written.');
    expect(existsSync(path)).toBe(false);
  });
});
