/** Every fault of a config is one sentence with its place and its cure. */
import { describe, expect, test } from 'vitest';
import { said } from '../support/config-said.ts';

const aimed = 'target: http://127.0.0.1:1\n';

describe('syntax', () => {
  test.each([
    [
      'target: [a\n',
      'c.yaml, line 2, column 1: flow sequence in block collection must be sufficiently indented and end with a ]. Close the bracket or brace.',
    ],
    [
      'target: a: b\n',
      'c.yaml, line 1, column 9: nested mappings are not allowed in compact mappings. Correct the YAML at this place; a value with ": " or "#" in it needs quotes.',
    ],
    [
      'target: a\ntarget: b\n',
      'c.yaml, line 2, column 1: the key "target" is set twice. Keep one of the two, with the lines of both.',
    ],
    ['run:\n\tseed: 1\n', 'c.yaml, line 2, column 1: tabs are not allowed as indentation. Indent with spaces.'],
    ['just words', 'c.yaml: the config is text, but must be an object.'],
    [
      'target: a\n---\ntarget: b\n',
      'c.yaml, line 2: a second document starts here, but a config is one document. Put all keys into one document and remove the line "---".',
    ],
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
      'c.yaml, line 2: there is no key "quickly" under run. Keys: profile, seed, strict, timeoutMs, concurrency, rate, runs, marker, absenceMs, startMs.',
    ],
    ['role: mmp', 'c.yaml, line 2: role is "mmp", which is not an allowed value. Did you mean "mpp"?'],
    ['apis: sendOTP', 'c.yaml, line 2: apis is the text "sendOTP", but must be a list. Write it as a list: [sendOTP].'],
    ['apis: []', 'c.yaml, line 2: apis is an empty list. Give at least one, or leave it out.'],
    ['apis: [sendOTP, sendOTP]', 'c.yaml, line 2: apis contains "sendOTP" twice. Keep one of the two.'],
    ['clientId: 4711', 'c.yaml, line 2: clientId is a number, but must be text. Put it in quotes.'],
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
      'c.yaml, line 2: paths.sendOTP is "otp", but a path must start with "/". Write it like /otp.',
    ],
    [
      'paths: { sendOTP: "https://a.example/b" }',
      'c.yaml, line 2: paths.sendOTP is "https://a.example/b", but a path must start with "/". Write it like /b.',
    ],
    [
      'headers: { "a b": c }',
      'c.yaml, line 2: headers has "a b", which is not a header name. Use letters, digits and hyphens.',
    ],
    [
      'client: { listen: here }',
      'c.yaml, line 2: client.listen is "here", which is not an address. Write host:port, like 127.0.0.1:9000.',
    ],
    ['client: { trigger: {} }', 'c.yaml, line 2: client.trigger needs exactly one of url and command.'],
    [
      'waivers:\n  - { requirement: OTP-12, reason: r, owner: o }',
      'c.yaml, line 3: waivers[0] lacks until. Add until: last day of the waiver, at most a year ahead.',
    ],
    [
      'waivers:\n  - { requirement: OTP-12, reason: r, owner: o, until: soon }',
      'c.yaml, line 3: waivers[0].until is "soon", which is not a date. Write it like 2027-01-31.',
    ],
    [
      'waivers:\n  - { requirement: OTP-12, reason: " ", owner: o, until: 2027-01-31 }',
      'c.yaml, line 3: waivers[0].reason is " ", which is not valid. Why it is accepted.',
    ],
    [
      'requests: { sendOTP: [{ accessToken: … }] }',
      'c.yaml, line 2: requests.sendOTP[0].accessToken still has the placeholder …. Replace it with a value of your test environment, or remove the line.',
    ],
    ['signing:', 'c.yaml, line 2: signing is empty, but must be an object.'],
    [
      'resultCodes: { extra: { sendOTP: { OK: S } } }',
      'c.yaml, line 2: resultCodes.extra.sendOTP.OK is "S", but an extra code can only have the status F or U. Only SUCCESS has the status S.',
    ],
    [
      'declared:\n  - { requirement: OTP-12, reason: r }',
      'c.yaml, line 3: declared[0] lacks owner. Add owner: person or team that is responsible.',
    ],
    [
      'subject: { team: x }',
      'c.yaml, line 2: there is no key "team" under subject. Keys: organisation, product, version, environment, contact.',
    ],
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
    expect(sentence).toBe('c.yaml, line 2: tls.passphrase is a number, but must be text. Put it in quotes.');
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
      'requests.sendOTP[1].accessToken is a number or boolean, but Alipay+ sends every scalar as a string. Put it in quotes.',
    ],
    [
      'scenarios: { sendOTP: { USER_NOT_EXISTS: {} } }',
      'scenarios.sendOTP.USER_NOT_EXISTS: sendOTP has no result code or decision "USER_NOT_EXISTS". Did you mean "USER_NOT_EXIST"?',
    ],
    [
      'scenarios: { sendOTP: { RISK_REJECT: {} } }',
      'scenarios.sendOTP.RISK_REJECT: sendOTP has no result code or decision "RISK_REJECT". Add it under resultCodes.extra.sendOTP, or see: npx conformance explain G-16',
    ],
    [
      'waivers: [{ requirement: sendOTP/OTP-99, reason: r, owner: o, until: 2027-01-31 }]',
      'waivers[0].requirement "sendOTP/OTP-99" is not a known requirement. Did you mean "sendOTP/OTP-09"?',
    ],
    [
      'waivers: [{ requirement: OTP-12, reason: r, owner: o, until: 2027-02-31 }]',
      'waivers[0].until 2027-02-31 is not a valid date. Write it like 2027-01-31.',
    ],
    ['tls: { cert: c.pem }', 'tls.cert and tls.key are needed together, but one is missing. Give both, or neither.'],
    [
      'apis: [getPaymentCode]',
      'apis contains no API of role mpp. Its APIs: sendOTP, sendActivationCode, tokenActivationNotification, tokenDigitizeDecision.',
    ],
    [
      'run: { profile: certify }',
      'The profile certify needs signing, but no keys are configured. Set clientId, signing.privateKey and signing.publicKey.',
    ],
    [
      'client: { trigger: { url: here } }',
      'client.trigger.url "here" is not an http or https URL. Write it like http://127.0.0.1:8080/trigger',
    ],
    [
      'scenarios: { sendOTP: { SUCCESS: { accessToken: a } } }',
      'scenarios.sendOTP.SUCCESS: SUCCESS needs no scenario, because every valid request must return it. Add the user to requests.sendOTP.',
    ],
    [
      'resultCodes: { extra: { sendOTP: { SUCCESS: F } } }',
      'resultCodes.extra.sendOTP.SUCCESS is a documented code with the status S. Remove it: only undocumented codes can be added.',
    ],
    [
      'resultCodes: { extra: { sendOTP: { UNKNOWN_EXCEPTION: F } } }',
      'resultCodes.extra.sendOTP.UNKNOWN_EXCEPTION is a documented code with the status U. Remove it: only undocumented codes can be added.',
    ],
    [
      'limits: { tokenDigitizeDecision: { maxSends: 1 } }',
      'limits.tokenDigitizeDecision has no effect: calls of tokenDigitizeDecision send no message to a person. Remove it; limits apply to sendOTP and sendActivationCode.',
    ],
    [
      'signing: { mode: off, privateKey: a.pem, publicKey: b.pem }',
      'signing.mode is off, but signing.privateKey and signing.publicKey are set. Set mode: required, or remove the keys.',
    ],
    [
      'headers: { X-Gateway: "a\\nb" }',
      'headers.X-Gateway has a line break. Write the value on one line; a block of YAML ("|") and many files end with a line break.',
    ],
    [
      'headers: { X-Gateway: "密" }',
      'headers.X-Gateway has a character that is not allowed in HTTP headers. Use printable ASCII; encode other characters as your gateway expects.',
    ],
    [
      'declared: [{ requirement: OTP-12, reason: r, owner: o }]\nwaivers: [{ requirement: OTP-12, reason: r, owner: o, until: 2027-01-31 }]',
      'sendOTP/OTP-12 is both waived and declared. Declare what cannot occur at the target; waive what fails. Keep one of the two.',
    ],
    [
      'declared: [{ requirement: OTP-99, reason: r, owner: o }]',
      'declared[0].requirement "OTP-99" is not a known requirement. Did you mean "OTP-09"?',
    ],
    [
      'client: { trigger: { url: https://open-sea.alipayplus.com/trigger } }',
      'client.trigger.url is at open-sea.alipayplus.com, a host of Alipay+, but the trigger must be your own server. Give the URL that starts a call of your caller, like http://127.0.0.1:8080/trigger',
    ],
  ])('%j', async (text, sentence) => {
    expect(await said(aimed + text)).toEqual([sentence]);
  });

  test.each([
    ['Signature', 'Set signing.privateKey; each request gets its own signature.'],
    ['client-id', 'Set clientId.'],
    ['Request-Time', 'Remove it: each request has the time at which it is sent.'],
    ['HOST', 'Set the host in target.'],
    ['Content-Length', 'Remove it: it is computed from the body.'],
    ['Transfer-Encoding', 'Remove it: bodies are sent with Content-Length.'],
    ['X-Conformance-Request', 'Remove it: it identifies the request in your log.'],
  ])('the header %s cannot be replaced', async (name, cure) => {
    expect(await said(`${aimed}headers: { ${name}: open-sea.alipayplus.com }`)).toEqual([
      `headers.${name} is set by the suite. ${cure}`,
    ]);
  });

  describe('what signing lacks is told at once', () => {
    const make = 'Signing needs both keys. Create them with: npx conformance keys; or set signing: { mode: off }.';
    const lacks = {
      clientId:
        'clientId is missing, but it is part of the signed text. Add clientId: the id under which the target knows the public key of the suite.',
      privateKey: `signing.privateKey is missing: the private key of the suite, which signs requests. ${make}`,
      publicKey: `signing.publicKey is missing: the public key of the target, which verifies its answers. ${make}`,
      own: 'signing.privateKey: /nowhere/a.pem cannot be read: there is no such file. Give a path relative to /nowhere, or the PEM text itself.',
      theirs:
        'signing.publicKey: /nowhere/b.pem cannot be read: there is no such file. Give a path relative to /nowhere, or the PEM text itself.',
    };
    test.each([
      ['signing: { mode: required }', [lacks.clientId, lacks.privateKey, lacks.publicKey]],
      ['signing: { privateKey: a.pem }', [lacks.clientId, lacks.own, lacks.publicKey]],
      ['signing: { privateKey: a.pem, publicKey: b.pem }', [lacks.clientId, lacks.own, lacks.theirs]],
      ['signing: { publicKey: b.pem }\nclientId: x', [lacks.privateKey, lacks.theirs]],
    ])('%j', async (text, sentences) => {
      expect(await said(aimed + text)).toEqual(sentences);
    });
  });

  test('a waiver of many rows names some of them', async () => {
    const [sentence] = await said(`${aimed}waivers: [{ requirement: G-08, reason: r, owner: o, until: 2027-01-31 }]`);
    expect(sentence).toMatch(
      /^waivers\[0\]\.requirement "G-08" matches 5 rows, but a waiver is for one\. Write its key, such as \S+\/G-08 or /,
    );
  });

  test.each([
    ['localhost:8080', 'target "localhost:8080" is not an http or https URL. Write it like http://localhost:8080'],
    [
      'mpp.example.com/base',
      'target "mpp.example.com/base" is not an http or https URL. Write it like https://mpp.example.com/base',
    ],
    ['ftp://a.example', 'target "ftp://a.example" is not an http or https URL. Write it like https://a.example'],
    ['8080', 'c.yaml, line 1: target is 8080, but must be text. Write a URL: http://localhost:8080'],
    [
      'http://localhost:99999',
      'target "http://localhost:99999" has port 99999, but the highest port is 65535. Correct the port.',
    ],
    [
      'http://::1:1',
      'target "http://::1:1" has an IPv6 address without brackets. Put the address in brackets, followed by the port: http://[::1]:8080',
    ],
    ['"::"', 'target "::" is not an http or https URL. Write it like http://localhost:8080'],
    [
      'http://a.example/?x=1',
      'target "http://a.example/" has a query or fragment. Write only the base URL: http://a.example',
    ],
    ['http://u:p@a.example', 'target contains a user name or password. Use headers: { Authorization: … } instead.'],
  ])('target %s', async (target, sentence) => {
    expect(await said(`target: ${target}`)).toEqual([sentence]);
  });
});
