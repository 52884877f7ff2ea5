/** Values that a config may not have: each would be sent as it is, or change what is judged, and is refused before anything is sent. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { said } from '../support/config-said.ts';

const aimed = 'target: http://127.0.0.1:1\n';
const run = commandLine();
const place = mkdtempSync(join(tmpdir(), 'conformance-config-values-'));

/** What the command says about a file with these bytes. */
async function saidOf(bytes: string | Buffer, ...args: string[]) {
  const path = join(place, 'c.yaml');
  writeFileSync(path, bytes);
  vi.stubEnv('CI', undefined);
  return run('--dry-run', '--config', path, ...args);
}

describe('a file', () => {
  test.each([
    ['in UTF-16', Buffer.from(`\ufeff${aimed}`, 'utf16le')],
    ['in Latin-1', Buffer.from(`${aimed}subject: { product: Zür }\n`, 'latin1')],
  ])('%s is refused: its text would be another one', async (_, bytes) => {
    expect(await saidOf(bytes)).toEqual({
      printed: '',
      told: 'conformance: c.yaml is not UTF-8 text. Save it as UTF-8.\n',
      code: 2,
    });
  });

  test.each([
    ['a byte order mark', `\ufeff${aimed}`],
    ['Windows line ends', aimed.replaceAll('\n', '\r\n')],
    ['document marks', `---\n${aimed}...\n`],
    ['a tab as a separator', `${aimed}run:\t{ seed: 1 }\n`],
  ])('with %s is read', async (_, text) => {
    // One requirement is enough to plan: only the file counts.
    expect(await saidOf(text, '--only', 'OTP-03')).toMatchObject({ told: '', code: 0 });
  });

  test('with aliases that expand without end, or too many levels', async () => {
    const tens = (name: string) => `[${Array.from({ length: 10 }, () => `*${name}`).join(', ')}]`;
    const bomb = `a: &a [${'x,'.repeat(10)}]\nb: &b ${tens('a')}\nc: &c ${tens('b')}\nd: ${tens('c')}\n`;
    expect(await said(bomb)).toEqual([
      'c.yaml: the aliases (*name) expand to too many values. Write the value in place of the alias.',
    ]);
    expect((await said(`target: ${'['.repeat(20_000)}`))[0]).toMatch(
      /^c\.yaml, line 1, column \d+: the value is nested too deeply\. /,
    );
  });
});

describe('a value that is no number, or read as another one', () => {
  test.each([
    ['run: { seed: .inf }', 'run.seed is Infinity, but must be a whole number.'],
    ['run: { rate: .nan }', 'run.rate is NaN, but must be a number.'],
    ['run: { timeoutMs: 1e12 }', 'run.timeoutMs is 1000000000000, but must be at most 600000.'],
    ['run: { concurrency: 1.5 }', 'run.concurrency is 1.5, but must be a whole number.'],
    ['run: { absenceMs: -1 }', 'run.absenceMs is -1, but must be at least 0.'],
    ['limits: { sendOTP: { perFixture: 0 } }', 'limits.sendOTP.perFixture is 0, but must be at least 1.'],
    ['limits: { sendOTP: { restMs: 1e12 } }', 'limits.sendOTP.restMs is 1000000000000, but must be at most 86400000.'],
    ['subject: { version: 1.0 }', 'subject.version is 1, but must be text. Put it in quotes.'],
  ])('%j', async (text, sentence) => {
    expect(await said(aimed + text)).toEqual([`c.yaml, line 2: ${sentence}`]);
  });
});

describe('what is sent as a header', () => {
  test.each([
    ['content-type', 'Remove it: it is application/json; charset=UTF-8, and some checks send another or none.'],
    ['Accept', 'Remove it: some checks send one of their own.'],
    ['Accept-Encoding', 'Remove it: one check sends it, and no other accepts a compressed answer.'],
    ['Content-Encoding', 'Remove it: bodies are sent as they are signed, without compression.'],
    ['TE', 'Remove it.'],
    ['Trailer', 'Remove it.'],
    ['Expect', 'Remove it.'],
  ])('the header %s cannot be replaced', async (name, cure) => {
    expect(await said(`${aimed}headers: { ${name}: x }`)).toEqual([`headers.${name} is set by the suite. ${cure}`]);
  });

  const line = 'Write the value on one line; a block of YAML ("|") and many files end with a line break.';
  test.each([
    [
      'headers: { X-Gate: a, x-gate: b }',
      'headers has X-Gate and x-gate, which are the same header. Keep one of the two.',
    ],
    ['headers:\n  X-Gate: |\n    a', `headers.X-Gate has a line break. ${line}`],
    ['clientId: "a\\nX-Admin: 1"', `clientId has a line break. ${line}`],
    [
      'clientId: "한국"',
      'clientId has a character that is not allowed in HTTP headers. Use printable ASCII; encode other characters as your gateway expects.',
    ],
    [
      'clientId: " TEST_1"',
      'clientId begins or ends with a space, which is lost on the way. Remove the space: it would be part of the signed text.',
    ],
    [
      'signing: { keyVersion: "1,2" }',
      'c.yaml, line 2: signing.keyVersion is "1,2", which is not valid. keyVersion of the Signature header: letters, digits, dots, hyphens and underscores.',
    ],
  ])('%j', async (text, sentence) => {
    expect(await said(aimed + text)).toEqual([sentence]);
  });

  test('a variable is named', async () => {
    vi.stubEnv('CONFORMANCE_CLIENT_ID', 'TEST_1\n');
    expect((await saidOf(aimed)).told).toBe(`conformance: CONFORMANCE_CLIENT_ID has a line break. ${line}\n`);
    vi.unstubAllEnvs();
  });

  test('other headers are sent', async () => {
    const added = 'headers: { Authorization: Bearer x, X-Empty: "", Cookie: a=b, User-Agent: x }';
    expect(await said(aimed + added)).toEqual([]);
  });
});

describe('a path', () => {
  const odd = 'Percent-encode spaces and non-ASCII characters, and leave out "#".';
  test.each(['/a b', '/a#b', '/á', '/a\\nb'])('%s', async (path) => {
    const [sentence, ...more] = await said(`${aimed}paths: { sendOTP: "${path}" }`);
    expect(sentence).toMatch(
      /^c\.yaml, line 2: paths\.sendOTP is ".*", which has a character that cannot be in a path\. /,
    );
    expect(sentence).toContain(odd);
    expect(more).toEqual([]);
  });

  test('that is empty is one fault', async () => {
    expect(await said(`${aimed}paths: { sendOTP: "" }`)).toEqual([
      'c.yaml, line 2: paths.sendOTP is empty. Give it a value, or leave it out.',
    ]);
  });

  test('of two APIs', async () => {
    expect(await said(`${aimed}paths: { sendOTP: /a, tokenDigitizeDecision: /a }`)).toEqual([
      'sendOTP and tokenDigitizeDecision have the same path, /a. Each API has its own path.',
    ]);
    expect(await said(`${aimed}apis: [sendOTP]\npaths: { sendOTP: /a, tokenDigitizeDecision: /a }`)).toEqual([]);
  });

  test.each([
    ['http://127.0.0.1:1/base/aps/api/v1/users/sendOTP', '', 'http://127.0.0.1:1/base'],
    ['http://127.0.0.1:1/aps/api/v1/users/sendOTP/', '', 'http://127.0.0.1:1'],
    ['http://127.0.0.1:1/otp', 'paths: { sendOTP: /otp }', 'http://127.0.0.1:1'],
  ])('inside target: %s', async (target, more, base) => {
    expect(await said(`target: ${target}\n${more}`)).toEqual([
      `target "${target.replace(/\/$/, '')}" ends with the path of sendOTP, but it is the base URL of all APIs. Write it like ${base}`,
    ]);
  });
});

describe('a target', () => {
  test.each([
    ['http://localhost:0', 'target "http://localhost:0" has port 0. Correct the port.'],
    ['"8080"', 'target "8080" is not an http or https URL. Write it like http://localhost:8080'],
    [
      'http://a b.example',
      'target "http://(not shown: it may be a secret)" is not an http or https URL. Write it like http://localhost:8080',
    ],
    ['http://300.1.1.1', 'target "http://300.1.1.1" is not an http or https URL. Write it like http://localhost:8080'],
  ])('%s', async (target, sentence) => {
    expect(await said(`target: ${target}`)).toEqual([sentence]);
  });

  test.each(['http://bücher.example', 'HTTP://LOCALHOST:8080', 'http://127.1:8080', 'http://[::1]:8080/base/'])(
    '%s is one',
    async (target) => {
      expect(await said(`target: ${target}`)).toEqual([]);
    },
  );

  test('of a caller is the address on which the suite listens', async () => {
    const text = 'role: mpp-client\nclient: { listen: "127.0.0.1:99999", trigger: { url: "http://127.0.0.1:1/" } }\n';
    expect((await saidOf(text)).told).toBe(
      'conformance: client.listen "http://127.0.0.1:99999" has port 99999, but the highest port is 65535. Correct the port.\n',
    );
  });
});

describe('users and scenarios', () => {
  const format = 'Correct it; the format is in: npx conformance list --api sendOTP';
  const long = 'a'.repeat(129);
  test.each([
    [
      `requests: { sendOTP: [{ accessToken: t }, { accessToken: ${long} }] }`,
      `requests.sendOTP[1].accessToken is not a valid value: it must NOT have more than 128 characters. ${format}`,
    ],
    [
      'requests: { sendOTP: { accessToken: t, verifyType: SMS } }',
      `requests.sendOTP.verifyType is not a valid value: it must be equal to one of the allowed values. ${format}`,
    ],
    [
      'requests: { sendOTP: { accessToken: "" } }',
      `requests.sendOTP.accessToken is not a valid value: it must NOT have fewer than 1 characters. ${format}`,
    ],
    [
      'requests: { sendOTP: { accessToken: null } }',
      `requests.sendOTP.accessToken is not a valid value: it must be string. ${format}`,
    ],
    [
      `scenarios: { sendOTP: { USER_NOT_EXIST: { accessToken: ${long} } } }`,
      `scenarios.sendOTP.USER_NOT_EXIST.accessToken is not a valid value: it must NOT have more than 128 characters. ${format}`,
    ],
    [
      'scenarios: { sendOTP: { "USER_NOT_EXIST:": { accessToken: a } } }',
      'scenarios.sendOTP.USER_NOT_EXIST: has no variant after the colon. Write USER_NOT_EXIST, or USER_NOT_EXIST:NAME.',
    ],
  ])('%j', async (text, sentence) => {
    expect(await said(aimed + text)).toEqual([sentence]);
  });

  test('that are right: an illegal value on purpose, null for an optional field', async () => {
    expect(await said(`${aimed}scenarios: { sendOTP: { "PARAM_ILLEGAL:long": { accessToken: ${long} } } }`)).toEqual(
      [],
    );
    expect(await said(`${aimed}requests: { sendOTP: { accessToken: t, verifyType: null } }`)).toEqual([]);
  });
});

describe('an extra result code', () => {
  test.each([
    ['success', 'resultCodes.extra.sendOTP has "success", but the documented code is SUCCESS. Remove it.'],
    [
      '"UNKNOWN_EXCEPTION "',
      'resultCodes.extra.sendOTP has "UNKNOWN_EXCEPTION ", but the documented code is UNKNOWN_EXCEPTION. Remove it.',
    ],
    [
      '" "',
      'resultCodes.extra.sendOTP has " ", which cannot be a result code. Write 1 to 64 characters without spaces around them.',
    ],
    [
      'A'.repeat(65),
      `resultCodes.extra.sendOTP has "${'A'.repeat(65)}", which cannot be a result code. Write 1 to 64 characters without spaces around them.`,
    ],
  ])('%s', async (code, sentence) => {
    expect(await said(`${aimed}resultCodes: { extra: { sendOTP: { ${code}: U } } }`)).toEqual([sentence]);
  });

  test('of the product of the target', async () => {
    expect(await said(`${aimed}resultCodes: { extra: { sendOTP: { RISK_REJECT: F, "1001": U } } }`)).toEqual([]);
  });
});
