/** The command line from outside: what is printed where, and the exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../cli/commands.ts';
import { wordText } from '../../cli/explain/words-text.ts';
import { reporterNames } from '../../reporters/names.ts';
import { commandLine, setColumns, wide } from '../support/command-line.ts';

const runWith = commandLine();
const run = (line: string) => runWith(...(line === '' ? [] : line.split(' ')));

describe('a mistyped command line', () => {
  test.each([
    ['--sead 3', 'There is no option --sead. Did you mean --seed?'],
    ['--zzz', 'There is no option --zzz. See: npx conformance --help'],
    ['list --jason', 'There is no option --jason. Did you mean --json?'],
    ['--target', 'The option --target <url> needs a value. See: npx conformance --help'],
    ['rnu', 'No command is named "rnu". Did you mean "run"?'],
    ['http://localhost:1', '"http://localhost:1" is not a command. Did you mean --target http://localhost:1?'],
    ['--bail list', 'The command must come first. Write: npx conformance list …'],
    ['list sendOTP', 'Unexpected argument "sendOTP". See: npx conformance list --help'],
    ['list --role x', 'No role is named "x". Roles: mpp, alipayplus, mpp-client.'],
    ['list --api sendOtp', 'No API is named "sendOtp". Did you mean "sendOTP"?'],
    ['list --role alipayplus --api sendOTP', 'sendOTP is not an API of role alipayplus. Its APIs: getPaymentCode.'],
    ['explain', 'conformance explain needs <id>. See: npx conformance explain --help'],
    ['explain OTP-99', 'No requirement, ambiguity, diagnosis or reason is named "OTP-99". Did you mean "OTP-09"?'],
    [
      'explain path-notfound',
      'No requirement, ambiguity, diagnosis or reason is named "path-notfound". Did you mean "path-not-found"?',
    ],
    ['serve', 'conformance serve needs <party>. See: npx conformance serve --help'],
    ['serve mmp', 'No party is named "mmp". Did you mean "mpp"?'],
    ['serve mpp --port 70000', '--port 70000 is out of range. Give a number from 0 to 65535.'],
    ['--reporter jnuit', 'No reporter is named "jnuit". Did you mean "junit"?'],
    [
      'init --role mpp --config /nowhere/x.yaml',
      'init needs --target, because it cannot ask questions here. Add the option, or run init on a terminal.',
    ],
  ])('%s', async (line, sentence) => {
    expect(await run(line)).toEqual({ printed: '', told: `conformance: ${sentence}\n`, code: 2 });
  });
});

describe('help', () => {
  test.each(['--help', '-h', 'help'])(
    '%s names every command, the options of a run and the exit codes',
    async (line) => {
      const { printed: text, code } = await run(line);
      expect(code).toBe(0);
      expect(text).toMatch(/^Usage: conformance \[command\] \[options\]\n/);
      for (const word of [...Object.keys(commands).map((name) => `\n  ${name} `), '--only-failed', '130 interrupted'])
        expect(text).toContain(word);
    },
  );

  test.each(['run --help', 'help run'])('%s is about the run alone', async (line) => {
    const { printed: text } = await run(line);
    expect(text).toMatch(/^Usage: conformance run \[options\]\n/);
    expect(text).toContain('--only-failed');
    expect(text).toMatch(/^ {2}conformance run --report-dir|^ {2}conformance run /m);
    expect(text).not.toContain('Commands:');
  });

  test.each(Object.keys(commands))('of %s has options, and examples of that command', async (name) => {
    const { printed: text } = await run(`${name} --help`);
    expect(text).toMatch(new RegExp(`^Usage: conformance ${name} `));
    expect(text).toMatch(new RegExp(`\nExamples:\n(?: {2}conformance ${name}.*\n)+`));
  });

  test('names every reporter', async () => {
    const { printed: text } = await run('run --help');
    const names = /--reporter <name\.\.\.>([\s\S]*?)--config/.exec(text)?.[1] ?? '';
    for (const name of reporterNames) expect(names).toContain(name);
  });

  test('of one command', async () => {
    expect((await run('help explain')).printed).toMatch(/^Usage: conformance explain \[options\] <id>\n/);
  });
});

describe('list', () => {
  beforeEach(() => setColumns('stdout', wide));

  test('shows generic rows once, then each API', async () => {
    const { printed: text, code } = await run('list');
    expect(code).toBe(0);
    expect(text.match(/^ {2}G-08 /gm)).toHaveLength(1);
    expect(text).toMatch(/^ {2}OTP-03 +MUST +normative +The MPP MUST return a verifyRequestId of 1 to 64 characters/m);
    expect(text).toMatch(/^ {2}sendOTP\.accessToken\.maxLength +MUST +derived +/m);
    expect(text).not.toMatch(/\x1b| \n/);
    expect(text).toMatch(
      /\d+ requirements of 5 APIs: \d+ MUST, \d+ SHOULD, \d+ positions\.\nDetails: npx conformance explain ID\n$/,
    );
  });

  test('narrows by role and API', async () => {
    const { printed: text } = await run('list --role mpp --api sendOTP');
    expect(text).toContain('  OTP-03 ');
    expect(text).not.toMatch(/TDD-|GPC-/);
  });

  test('as JSON has one object per row', async () => {
    const rows = JSON.parse((await run('list --json --api sendOTP,getPaymentCode')).printed);
    expect(rows.find(({ key }: { key: string }) => key === 'sendOTP/OTP-03')).toMatchObject({
      id: 'OTP-03',
      operation: 'sendOTP',
      level: 'MUST',
      basis: 'normative',
    });
    expect(new Set(rows.map(({ key }: { key: string }) => key)).size).toBe(rows.length);
  });
});

describe('explain', () => {
  test('tells of an ambiguity, a diagnosis and a reason that a report names', async () => {
    expect((await run('explain 6.16')).printed).toMatch(
      /^Ambiguity +6\.16\nQuestion +UNKNOWN_EXCEPTION has a trailing space[\s\S]*Interpretation +The space[\s\S]*Requirements +G-24\n/,
    );
    expect((await run('explain path-not-found')).printed).toMatch(
      /^Diagnosis +path-not-found\nMeaning +HTTP 404[\s\S]*Fix +Set paths[\s\S]*See +docs\/diagnosis\.md, Calls\n/,
    );
    expect((await run('explain no-control')).printed).toMatch(/^Reason +no-control\nMeaning +no correct request/);
    // A word of both lists.
    expect((await run('explain THROTTLED')).printed).toMatch(/^Diagnosis +throttled[\s\S]*\n\nReason +throttled\n/);
  });

  test('knows each code of docs/diagnosis.md', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/diagnosis.md'), 'utf8');
    const codes = [...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, code]) => code!);
    expect(codes.length).toBeGreaterThan(80);
    const unknown = codes.filter((code) => !wordText(code, 80)?.startsWith('Diagnosis'));
    expect(unknown).toEqual([]);
  });

  beforeEach(() => setColumns('stdout', wide));

  test('a requirement of one API', async () => {
    const { printed: text } = await run('explain otp-03');
    expect(text).toMatch(/^OTP-03 {2}MUST · normative · sendOTP\n\nThe MPP MUST return/);
    expect(text).toMatch(/^Source {2}https:\/\/docs\.alipayplus\.com\//m);
    expect(text).toMatch(/^Binds {3}the MPP as server$/m);
  });

  test('a generic one', async () => {
    expect((await run('explain G-14')).printed).toMatch(
      /^G-14 {2}MUST · normative · sendOTP, sendActivationCode, [\s\S]*^Ambiguity 6\.20 {2}[\s\S]*^Interpretation {2}/m,
    );
  });

  test('a constraint, by id and by key', async () => {
    const { printed: byId } = await run('explain sendOTP.accessToken.maxLength');
    expect(byId).toMatch(/^sendOTP\.accessToken\.maxLength {2}MUST · derived · sendOTP\n/);
    expect(byId).toMatch(/^Part of .*OTP-08/m);
    expect((await run('explain sendOTP/sendOTP.accessToken.maxLength')).printed).toBe(byId);
  });

  test('a sum of others', async () => {
    expect((await run('explain OTP-08')).printed).toMatch(/^Summarises\n {2}sendOTP\.accessToken\.maxLength /m);
  });
});

describe('on a pipe', () => {
  const lines = (...given: string[]) => given.flatMap((text) => text.split('\n'));

  test.each([
    ...Object.keys(commands).map((name) => `${name} --help`),
    '--help',
    'list',
    'list --role mpp-client',
    'explain G-08',
    'explain G-16',
    'serve mpp --fault list',
    'serve alipayplus --variant list',
    'doctor --target http://127.0.0.1:9',
    '--only sendOTP.accessToken.maxLenght',
    '--role mpp --api sendOTP --only TDD-04',
    'init --role mpp --config /nowhere/x.yaml',
    '--config nowhere.yaml',
  ])('%s has no line of more than 80 columns that could be broken', async (line) => {
    setColumns('stderr', undefined);
    const { printed, told } = await run(line);
    const wide = lines(printed, told).filter((text) => text.length > 80 && /\S\s+\S/.test(text.slice(0, 80).trim()));
    const unbreakable = /^(\s*(Source )?\s*https:\S+|\s*npx conformance .*)$/;
    expect(wide.filter((text) => !unbreakable.test(text))).toEqual([]);
    expect(lines(printed, told).length).toBeGreaterThan(1);
  });

  test('a command that an error names stays whole', async () => {
    setColumns('stderr', 60);
    expect((await run('--bail list')).told).toBe(
      'conformance: The command must come first.\n  Write: npx conformance list …\n',
    );
    setColumns('stderr', 40);
    expect((await run('--bail list')).told).toBe(
      'conformance: The command must come\n  first.\n  Write: npx conformance list …\n',
    );
    setColumns('stderr', 30);
    expect((await run('--bail list')).told).toMatch(/\n {2}Write:\n {2}npx conformance list …\n$/);
  });
});
