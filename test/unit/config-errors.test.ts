/** Every fault of a config is one sentence with its place and its cure. */
import { describe, expect, test } from 'vitest';
import { checkedConfig } from '../../cli/config/check.ts';
import { parseConfig } from '../../cli/config/parse.ts';
import { settingsOf } from '../../cli/config/settings.ts';
import { UsageError } from '../../cli/terminal/usage-error.ts';

const origin = { directory: '/nowhere', workingDirectory: '/nowhere', named: {} };

/** What is said about a config text; empty when it is right. */
async function said(text: string): Promise<string[]> {
  try {
    const { value, place } = parseConfig({ path: '/nowhere/c.yaml', name: 'c.yaml', text });
    settingsOf(await checkedConfig(value, place), {}, origin, false);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return error.text.split('\n');
    throw error;
  }
}

const aimed = 'target: http://127.0.0.1:1\n';

describe('syntax', () => {
  test.each([
    [
      'target: [a\n',
      'c.yaml, line 2, column 1: flow sequence in block collection must be sufficiently indented and end with a ]. Close the bracket or brace.',
    ],
    [
      'target: a: b\n',
      'c.yaml, line 1, column 9: nested mappings are not allowed in compact mappings. Correct the YAML there; a value with ": " or "#" in it needs quotes.',
    ],
    ['target: a\ntarget: b\n', 'c.yaml, line 2, column 1: map keys must be unique. Keep one of the two.'],
    ['run:\n\tseed: 1\n', 'c.yaml, line 2, column 1: tabs are not allowed as indentation. Indent with spaces.'],
    ['just words', 'c.yaml: the config is the text "just words", but must be an object.'],
  ])('%j', async (text, sentence) => {
    expect(await said(text)).toEqual([sentence]);
  });
});

describe('keys and types', () => {
  test.each([
    ['rol: mpp', 'c.yaml, line 2: there is no key "rol". Did you mean "role"?'],
    [
      'signing:\n  privatKey: a',
      'c.yaml, line 3: there is no key "privatKey" under signing. Did you mean "privateKey"?',
    ],
    [
      'requests: { sendOtp: { accessToken: a } }',
      'c.yaml, line 2: there is no key "sendOtp" under requests. Did you mean "sendOTP"?',
    ],
    [
      'run: { quickly: true }',
      'c.yaml, line 2: there is no key "quickly" under run. Keys: profile, seed, strict, timeoutMs, concurrency, rate, runs.',
    ],
    ['role: mmp', 'c.yaml, line 2: role is "mmp", which is none of its values. Did you mean "mpp"?'],
    ['apis: sendOTP', 'c.yaml, line 2: apis is the text "sendOTP", but must be a list. Write it as a list: [sendOTP].'],
    ['apis: []', 'c.yaml, line 2: apis is an empty list. Name at least one, or leave it out.'],
    ['apis: [sendOTP, sendOTP]', 'c.yaml, line 2: apis names "sendOTP" twice. Name it once.'],
    ['clientId: 4711', 'c.yaml, line 2: clientId is a number, but must be text. Put it into quotes.'],
    [
      'run: { strict: "yes" }',
      'c.yaml, line 2: run.strict is the text "yes", but must be true or false. Write true or false, without quotes.',
    ],
    [
      'run: { timeoutMs: "100" }',
      'c.yaml, line 2: run.timeoutMs is the text "100", but must be a whole number. Write 100 without quotes.',
    ],
    ['run: { concurrency: 0 }', 'c.yaml, line 2: run.concurrency is 0, but must be at least 1.'],
    [
      'paths: { sendOTP: otp }',
      'c.yaml, line 2: paths.sendOTP is "otp", but a path begins with "/". Write it like /otp.',
    ],
    [
      'paths: { sendOTP: "https://a.example/b" }',
      'c.yaml, line 2: paths.sendOTP is "https://a.example/b", but a path begins with "/". Write it like /b.',
    ],
    [
      'headers: { "a b": c }',
      'c.yaml, line 2: headers has "a b", which is no header name. Use letters, digits and hyphens.',
    ],
    [
      'client: { listen: here }',
      'c.yaml, line 2: client.listen is "here", which is no address. Write host:port, like 127.0.0.1:9000.',
    ],
    ['client: { trigger: {} }', 'c.yaml, line 2: client.trigger needs either url or command, and only one of them.'],
    [
      'waivers:\n  - { requirement: OTP-12, reason: r, owner: o }',
      'c.yaml, line 3: waivers[0] lacks until. Add until: last day on which it holds.',
    ],
    [
      'waivers:\n  - { requirement: OTP-12, reason: r, owner: o, until: soon }',
      'c.yaml, line 3: waivers[0].until is "soon", which is no day. Write it like 2027-01-31.',
    ],
    [
      'waivers:\n  - { requirement: OTP-12, reason: " ", owner: o, until: 2027-01-31 }',
      'c.yaml, line 3: waivers[0].reason is " ", which cannot be. Why it is accepted.',
    ],
    [
      'requests: { sendOTP: [{ accessToken: … }] }',
      'requests.sendOTP[0].accessToken is still …. Put in a value of your test environment, or take the line out.',
    ],
    ['signing:', 'c.yaml, line 2: signing is empty, but must be an object.'],
  ])('%j', async (text, sentence) => {
    expect(await said(aimed + text)).toEqual([sentence]);
  });

  test('all faults are told at once, in the order of the file', async () => {
    expect(await said(`${aimed}run: { seed: x }\nrol: mpp\n`)).toEqual([
      'c.yaml, line 2: run.seed is the text "x", but must be a whole number.',
      'c.yaml, line 3: there is no key "rol". Did you mean "role"?',
    ]);
  });

  test('a secret is not repeated', async () => {
    const [sentence] = await said(`${aimed}tls: { passphrase: 4711 }`);
    expect(sentence).toBe('c.yaml, line 2: tls.passphrase is a number, but must be text. Put it into quotes.');
  });
});

describe('meaning', () => {
  test.each([
    [
      'requests: { sendOTP: { accesToken: a } }',
      'requests.sendOTP: sendOTP has no field "accesToken". Did you mean "accessToken"?',
    ],
    [
      'requests: { sendOTP: [{ accessToken: a }, { accessToken: 5 }] }',
      'requests.sendOTP[1].accessToken is a number or boolean, and Alipay+ sends every scalar as a string. Put it into quotes.',
    ],
    [
      'scenarios: { sendOTP: { USER_NOT_EXISTS: {} } }',
      'scenarios.sendOTP.USER_NOT_EXISTS: sendOTP has no result code or decision "USER_NOT_EXISTS". Did you mean "USER_NOT_EXIST"?',
    ],
    [
      'scenarios: { sendOTP: { RISK_REJECT: {} } }',
      'scenarios.sendOTP.RISK_REJECT: sendOTP has no result code or decision "RISK_REJECT". Add it under resultCodes.extra.sendOTP, or see: conformance explain G-16',
    ],
    [
      'waivers: [{ requirement: sendOTP/OTP-99, reason: r, owner: o, until: 2027-01-31 }]',
      'waivers[0].requirement "sendOTP/OTP-99" is no known requirement. Did you mean "sendOTP/OTP-09"?',
    ],
    [
      'waivers: [{ requirement: OTP-12, reason: r, owner: o, until: 2027-02-31 }]',
      'waivers[0].until 2027-02-31 is no day of the calendar. Write it like 2027-01-31.',
    ],
    [
      'signing: { privateKey: a.pem }\nclientId: x',
      'signing.publicKey is missing: the target’s public key, to verify its answers with. Signing needs both keys; without any, set signing: { mode: off }.',
    ],
    [
      'signing: { mode: required }',
      'signing.privateKey is missing: our own private key, to sign requests with. Signing needs both keys; without any, set signing: { mode: off }.',
    ],
    [
      'signing: { privateKey: a.pem, publicKey: b.pem }',
      'clientId is missing, and a signature covers it. Add clientId: the id that the target knows us by.',
    ],
    [
      'signing: { privateKey: a.pem, publicKey: b.pem }\nclientId: x',
      'signing.privateKey: /nowhere/a.pem cannot be read, there is no such file. Give a path relative to /nowhere, or the PEM text itself.',
    ],
    ['tls: { cert: c.pem }', 'tls.cert and tls.key belong together, and one is missing. Give both, or neither.'],
    [
      'apis: [getPaymentCode]',
      'apis names no API of role mpp. Its APIs: sendOTP, sendActivationCode, tokenActivationNotification, tokenDigitizeDecision.',
    ],
    [
      'run: { profile: certify }',
      'The profile certify needs signing, and no keys are given. Set clientId, signing.privateKey and signing.publicKey.',
    ],
    [
      'client: { trigger: { url: here } }',
      'client.trigger.url "here" is no http or https URL. Write it like http://127.0.0.1:8080/trigger',
    ],
  ])('%j', async (text, sentence) => {
    expect(await said(aimed + text)).toEqual([sentence]);
  });

  test('a waiver of many rows names some of them', async () => {
    const [sentence] = await said(`${aimed}waivers: [{ requirement: G-08, reason: r, owner: o, until: 2027-01-31 }]`);
    expect(sentence).toMatch(
      /^waivers\[0\]\.requirement "G-08" names 5 rows, and a waiver names one\. Write its key, such as \S+\/G-08 or /,
    );
  });

  test.each([
    ['localhost:8080', 'target "localhost:8080" is no http or https URL. Write it like http://localhost:8080'],
    [
      'mpp.example.com/base',
      'target "mpp.example.com/base" is no http or https URL. Write it like https://mpp.example.com/base',
    ],
    ['ftp://a.example', 'target "ftp://a.example" is no http or https URL. Write it like https://a.example'],
    ['"::"', 'target "::" is no http or https URL. Write it like http://localhost:8080'],
    [
      'http://a.example/?x=1',
      'target "http://a.example/?x=1" has a query or fragment. Write the base alone: http://a.example',
    ],
    [
      'http://u:p@a.example',
      'target carries a user name or password. Put it into headers: { Authorization: … } instead.',
    ],
  ])('target %s', async (target, sentence) => {
    expect(await said(`target: ${target}`)).toEqual([sentence]);
  });
});
