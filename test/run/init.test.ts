/** `conformance init`: a config by options, and by questions on a real terminal. */
import { spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import type { Report } from '../../engine/report.ts';
import { commandLine } from '../support/command-line.ts';
import { freshDirectory } from '../support/packages.ts';
import { sampleReport } from '../support/sample-report.ts';

const run = commandLine();
const read = (path: string) => parse(readFileSync(path, 'utf8'));

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const suite = rsa().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const theirs = rsa();
const publicPem = theirs.publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** A fresh directory with the private key of the suite and the public key of the target, and the path of a config in it. */
function besideKeys(): string {
  const directory = freshDirectory();
  writeFileSync(join(directory, 'a.pem'), suite);
  writeFileSync(join(directory, 'b.pem'), publicPem);
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
      printed: `Wrote ${path}.\nNext:\n  npx conformance --config ${path} --profile smoke\n`,
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
      told: `conformance: ${path} already exists. Overwrite it with --force, choose another name with --config, or add the to-do list of a run to it with --from.\n`,
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
});

describe('init refuses or keeps, further,', () => {
  test('refuses keys that are swapped, and a trigger that the role does not have, before a file is written', async () => {
    const path = besideKeys();
    const line = ['init', '--config', path, '--target', 'http://localhost:8080'];
    const swapped = await run(...line, '--private-key', 'b.pem', '--public-key', 'a.pem');
    expect(swapped.told).toMatch(
      /^conformance: --private-key \(b\.pem\): this is a public key, but a private key is needed\./,
    );
    const { told, code } = await run(...line, '--public-key', suite);
    expect(told).toMatch(/^conformance: --public-key: this is a private key, but a public key is needed\./);
    expect(told).not.toContain(suite.split('\n')[1]);
    const trigger = await run(...line, '--trigger', 'http://127.0.0.1:8080/trigger');
    expect(trigger.told).toContain('--trigger is for role mpp-client, but the role is mpp. Remove it');
    expect([swapped.code, code, trigger.code]).toEqual([2, 2, 2]);
    expect(existsSync(path)).toBe(false);
  });

  test('takes PEM text for a key', async () => {
    const path = besideKeys();
    const pem = publicPem;
    const target = ['init', '--config', path, '--target', 'http://localhost:8080', '--private-key', 'a.pem'];
    expect((await run(...target, '--public-key', pem)).code).toBe(0);
    expect(read(path).signing.publicKey).toBe(pem);
  });

  test('prints a next command that a shell reads as one, whatever the name of the file', async () => {
    const path = join(freshDirectory(), "my team's config.yaml");
    const { printed } = await run('init', '--config', path, '--target', 'http://localhost:8080');
    expect(printed).toContain(`\nNext:\n  npx conformance --config '${path.replace("'", "'\\''")}' --profile smoke\n`);
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

const todo = [
  { config: 'apis: [sendOTP]', says: 'The APIs.', unlocks: [] },
  { config: 'requests:\n  sendOTP:\n    - { accessToken: … }', says: 'A user.', unlocks: ['sendOTP/OTP-03'] },
  { config: 'limits:\n  sendOTP:\n    perFixture: …', says: 'Messages.', unlocks: ['sendOTP/OTP-03'] },
  { config: 'signing:\n  privateKey: keys/suite.pem', says: 'Keys.', unlocks: ['sendOTP/G-07'] },
];

/** A directory with a report that has this to-do list. */
function withReport(part: Partial<Report> = {}): string {
  const directory = freshDirectory();
  writeFileSync(join(directory, 'report.json'), JSON.stringify({ ...sampleReport(), todo, ...part }));
  return directory;
}

test('init from a run names the APIs of the run where not all of the role were selected', async () => {
  const report = sampleReport();
  const [row] = report.requirements;
  const one = {
    ...row!,
    kind: 'constraint',
    operation: 'sendOTP',
    outcome: 'not-run',
    reason: 'no-control',
  } as const;
  const other = { ...one, operation: 'sendActivationCode', reason: 'not-selected' } as const;
  const ofTwo = { ...report.run, apis: ['sendOTP', 'sendActivationCode'] };
  const directory = withReport({ run: ofTwo, requirements: [one, other], todo: todo.slice(1) });
  await run('init', '--from', directory, '--config', join(directory, 'c.yaml'));
  expect(read(join(directory, 'c.yaml')).apis).toEqual(['sendOTP']);
  const ofAll = withReport({
    run: ofTwo,
    requirements: [one, { ...other, reason: 'no-control' }],
    todo: todo.slice(1),
  });
  await run('init', '--from', ofAll, '--config', join(ofAll, 'c.yaml'));
  expect(read(join(ofAll, 'c.yaml'))).not.toHaveProperty('apis');
});

describe('init from the to-do list of a run', () => {
  test('makes the config that is not there, and says where each placeholder is and what comes next', async () => {
    const directory = withReport();
    const path = join(directory, 'c.yaml');
    const { printed, code } = await run('init', '--from', directory, '--config', path);
    expect(code).toBe(0);
    expect(read(path)).toMatchObject({ target: 'https://mpp.example.com', apis: ['sendOTP'] });
    const lines = readFileSync(path, 'utf8').split('\n');
    const told = [...printed.matchAll(/^ {2}(\S+):(\d+) +(\S+)$/gm)].map(([, file, line, key]) => [file, line, key]);
    expect(told.map(([file, , key]) => [file, key])).toEqual([
      [path, 'requests.sendOTP[0].accessToken'],
      [path, 'limits.sendOTP.perFixture'],
    ]);
    for (const [, line] of told) expect(lines[Number(line) - 1]).toContain('…');
    expect(lines.filter((line) => line.includes('…'))).toHaveLength(told.length);
    expect(printed).toContain(
      `\nNext:\n  npx conformance keys ${directory}/keys\n  npx conformance --config ${path}\n`,
    );
  });

  test('changes the config of the run, and that of the working directory where the report names none', async () => {
    const directory = withReport({ run: { ...sampleReport().run, configFile: 'named.yaml' } });
    vi.spyOn(process, 'cwd').mockReturnValue(directory);
    for (const name of ['named.yaml', 'conformance.config.yml']) {
      writeFileSync(
        join(directory, name),
        '# mine\ntarget: http://localhost:1\nrequests: { sendOTP: { accessToken: t } }\n',
      );
    }
    await run('init', '--from', join(directory, 'report.json'));
    expect(read(join(directory, 'named.yaml')).requests.sendOTP).toEqual([{ accessToken: 't' }, { accessToken: '…' }]);
    expect(readFileSync(join(directory, 'named.yaml'), 'utf8')).toMatch(/^# mine\n/);
    writeFileSync(join(directory, 'report.json'), JSON.stringify({ ...sampleReport(), todo }));
    const { printed } = await run('init', '--from', directory);
    expect(printed).toMatch(/^Changed conformance\.config\.yml: /);
    expect(read(join(directory, 'conformance.config.yml')).requests.sendOTP).toHaveLength(2);
  });
});

describe('init --from', () => {
  test('refuses what no run of the suite asks for, such as a command', async () => {
    for (const config of ['client:\n  trigger: { command: reboot }', 'target: http://elsewhere', 'run:\n  seed: 1']) {
      const directory = withReport({ todo: [{ config, says: '', unlocks: [] }] });
      const { told, code } = await run('init', '--from', directory, '--config', join(directory, 'c.yaml'));
      expect({ code, wrote: existsSync(join(directory, 'c.yaml')) }, config).toEqual({ code: 2, wrote: false });
      expect(told).toContain('which no run of this suite asks for');
    }
  });

  test('refuses what contradicts it, a config that cannot be read, and a report without a config to add to', async () => {
    const directory = withReport();
    const path = join(directory, 'c.yaml');
    const from = ['init', '--from', directory, '--config', path];
    expect((await run(...from, '--client-id', 'X')).told).toContain('--from and --client-id contradict each other.');
    writeFileSync(path, 'requests: [\n');
    expect(await run(...from)).toMatchObject({ code: 2, told: expect.stringContaining('c.yaml, line ') });
    expect(readFileSync(path, 'utf8')).toBe('requests: [\n');
    const { target } = sampleReport();
    const embedded = withReport({ target: { ...target, embedded: true } });
    const { told } = await run('init', '--from', embedded, '--config', join(embedded, 'c.yaml'));
    expect(told).toContain('is of the built-in reference');
    const nothing = withReport({ todo: [] });
    const { printed, code } = await run('init', '--from', nothing, '--config', join(nothing, 'c.yaml'));
    expect({ printed, code }).toEqual({ printed: expect.stringContaining('has no to-do list'), code: 0 });
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
      ['Private key of the suite', `none.pem${enter}`],
      ['"none.pem" does not exist', `${'\x7f'.repeat(8)}a.pem${enter}`],
      ['Public key of the target', `b.pem${enter}`],
    ]);
    expect(status).toBe(0);
    expect(screen).toContain(`npx conformance --config ${path} --profile smoke`);
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
