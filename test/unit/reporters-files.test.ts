/** JUnit, HAR, GitHub, manifest, curl lines, and JSON laid out with a mark: each as its readers expect it. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { curlLine, requestUrl } from '../../reporters/curl.ts';
import { manifest, type ReporterName, reporters } from '../../reporters/index.ts';
import { layOutJson } from '../../reporters/json-text.ts';
import { hostileTexts } from '../support/arbitrary-report.ts';
import { check, exchange, reportOf, row, sampleReport } from '../support/sample-report.ts';
import { readXml, type XmlElement } from '../support/xml-tree.ts';

const render = (name: ReporterName, report = sampleReport()) => reporters[name].render(report);

/** What the common schema allows: attributes (those with ! must be there) and child elements. */
const allowed: Record<string, { attributes: string[]; children: string[] }> = {
  testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    attributes: [
      'name!',
      'tests!',
      'failures!',
      'errors!',
      'time',
      'skipped',
      'timestamp',
      'hostname',
      'id',
      'package',
    ],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  properties: { attributes: [], children: ['property'] },
  property: { attributes: ['name!', 'value!'], children: [] },
  testcase: {
    attributes: ['name!', 'time', 'classname'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { attributes: ['type', 'message'], children: [] },
  error: { attributes: ['type', 'message'], children: [] },
  skipped: { attributes: ['type', 'message'], children: [] },
  'system-out': { attributes: [], children: [] },
};

function faults(element: XmlElement): string[] {
  const { attributes, children } = allowed[element.name]!;
  const names = Object.keys(element.attributes);
  return [
    ...names.filter((name) => !attributes.some((one) => one.replace('!', '') === name)),
    ...attributes.filter((one) => one.endsWith('!') && !names.includes(one.slice(0, -1))),
    ...element.children
      .filter((child) => !children.includes(child.name))
      .map((child) => `${element.name} > ${child.name}`),
    ...names.filter((name) => name === 'time' && !/^\d*(\.\d*)?$/.test(element.attributes[name]!)),
    ...element.children.flatMap(faults),
  ];
}

describe('junit.xml', () => {
  test('is valid by the common schema', () => {
    expect(faults(readXml(render('junit')))).toEqual([]);
  });

  test('has a testcase per row, with the words of the requirement', () => {
    const suites = readXml(render('junit')).children;
    expect(suites.map((suite) => suite.attributes.name)).toEqual([
      'verdict',
      'sendActivationCode',
      'sendOTP',
      'tokenActivationNotification',
      'tokenDigitizeDecision',
    ]);
    const failure = suites
      .flatMap((suite) => suite.children)
      .find((testcase) => testcase.attributes.name?.startsWith('OTP-03 '))!;
    expect(failure.attributes).toMatchObject({
      classname: 'sendOTP',
      name: 'OTP-03 The MPP MUST return a verifyRequestId of 1 to 64 characters when it answers S.',
    });
    expect(failure.children[0]).toMatchObject({
      name: 'failure',
      attributes: {
        type: 'failed',
        message: 'a valid request → expected a string of 1 to 64 characters, got the number 4711 (seen 9 of 9)',
      },
    });
    const { text } = failure.children[0]!;
    expect(text).toContain('field: response:/verifyRequestId');
    expect(text).toContain('sent:\nPOST /aps/api/v1/users/sendOTP\nContent-Type: application/json; charset=UTF-8\n');
    expect(text).toContain('answer:\nHTTP 200\n');
    expect(text).toContain('curl -sS ');
  });

  test('is red for an inconclusive MUST, and not for an inconclusive SHOULD or position', () => {
    const rows = [
      row('a/1', 'The MPP MUST.', { outcome: 'inconclusive', reason: 'unstable' }),
      row('a/2', 'The MPP SHOULD.', { outcome: 'inconclusive', reason: 'unstable', level: 'SHOULD' }),
      row('a/3', 'The MPP MUST.', { outcome: 'inconclusive', reason: 'unstable', basis: 'position' }),
    ];
    const cases = readXml(render('junit', reportOf(rows))).children[1]!.children.slice(1);
    expect(cases.map((testcase) => testcase.children[0]!.name)).toEqual(['error', 'skipped', 'skipped']);
    expect(cases[0]!.children[0]!.attributes.type).toBe('inconclusive');
  });
});

describe('evidence.har', () => {
  test('has the required members of HAR 1.2 in every entry', () => {
    const { log } = JSON.parse(render('har'));
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'alipayplus-conformance', version: '0.1.0' } });
    for (const entry of log.entries) {
      expect(Object.keys(entry)).toEqual(
        expect.arrayContaining(['startedDateTime', 'time', 'request', 'response', 'cache', 'timings']),
      );
      expect(Object.keys(entry.request)).toEqual(
        expect.arrayContaining('method url httpVersion cookies headers queryString headersSize bodySize'.split(' ')),
      );
      expect(Object.keys(entry.response)).toEqual(
        expect.arrayContaining(
          'status statusText httpVersion cookies headers content redirectURL headersSize bodySize'.split(' '),
        ),
      );
      expect(URL.canParse(entry.request.url)).toBe(true);
      expect(Number.isNaN(Date.parse(entry.startedDateTime))).toBe(false);
    }
  });

  test('says of each exchange which requirements rest on it, and why there was no answer', () => {
    const { entries } = JSON.parse(render('har')).log;
    const [x13, x16] = ['x13', 'x16'].map((id) =>
      entries.find((entry: { _exchange: { id: string } }) => entry._exchange.id === id),
    );
    expect(x13._exchange.requirements).toEqual(['sendOTP/OTP-09', 'sendOTP/sendOTP.accessToken.maxLength']);
    expect(x16).toMatchObject({ _error: 'timeout: no answer within 15 s', response: { status: 0 } });
  });

  test('holds an address that parsers take, whatever the path', () => {
    const { request } = exchange('x1', 'sendOTP');
    const odd = Object.values(hostileTexts).map((text, at) =>
      exchange(`x${at}`, 'sendOTP', { request: { ...request, path: `/a b/${text}?q=ä&r=%zz` } }),
    );
    const { entries } = JSON.parse(render('har', reportOf([], { exchanges: odd }))).log;
    for (const entry of entries) expect(new URL(entry.request.url).origin).toBe('https://mpp.example.com');
  });
});

describe('GitHub', () => {
  test('gets the verdict as a notice, each root finding as an error, each advice as a warning, each waiver as a notice', () => {
    const lines = render('github').trimEnd().split('\n');
    expect(lines.map((line) => line.split('::')[1]!.replace(/%3A.*/, ''))).toEqual([
      'notice title=Alipay+ conformance',
      'error title=failed',
      'error title=failed',
      'error title=failed',
      'warning title=inconclusive',
      'warning title=warned',
      'notice title=waived',
    ]);
    expect(lines[1]).toBe(
      '::error title=failed%3A sendOTP/sendOTP.accessToken.maxLength (MUST%2C derived)%3A accepts what it must refuse::' +
        'The MPP MUST answer PARAM_ILLEGAL to accessToken longer than 128 characters.%0A' +
        'accessToken of 129 characters → expected F with PARAM_ILLEGAL or INVALID_TOKEN, got S/SUCCESS (seen 4 of 4)%0A' +
        'field: /accessToken%0A' +
        "replay: npx conformance --target https://mpp.example.com --only sendOTP/sendOTP.accessToken.maxLength --seed 1 --path '3:0:1'%0A" +
        'and 1 consequence',
    );
  });

  test('gets ten errors at most, the last of which counts the rest', () => {
    const rows = Array.from({ length: 15 }, (_, at) => row(`a/${at}`, 'The MPP MUST.', { outcome: 'failed' }));
    const errors = render('github', reportOf(rows))
      .split('\n')
      .filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(10);
    expect(errors[9]).toContain('… and 6 more');
  });
});

test('the manifest has length and digest of each file, by name', () => {
  const files = { 'report.json': '{"ä":1}\n', 'junit.xml': '' };
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const written = JSON.parse(manifest(files));
  expect(Object.keys(written.files)).toEqual(['junit.xml', 'report.json']);
  expect(written.files['report.json']).toEqual({ bytes: 9, sha256: sha256('{"ä":1}\n') });
});

describe('an address', () => {
  test('of what a caller sent is that of the suite, which its Host header names; of a trigger that of the target', () => {
    const report = { target: { url: 'http://127.0.0.1:8080/trigger', role: 'mpp-client' } } as const;
    const sent = (marker: string, headers: [string, string][]) => {
      const one = exchange('x1', 'getPaymentCode');
      return { ...one, marker, request: { ...one.request, headers, path: '/codes' } };
    };
    expect(requestUrl(report, sent('', [['Host', 'localhost:9000']]))).toBe('http://localhost:9000/codes');
    expect(requestUrl(report, sent('r/1', [['Host', '127.0.0.1:8080']]))).toBe('http://127.0.0.1:8080/codes');
    expect(requestUrl({ target: { ...report.target, role: 'mpp' } }, sent('', [['Host', 'a']]))).toBe(
      'http://127.0.0.1:8080/codes',
    );
  });
});

describe('a curl line', () => {
  /** What a POSIX shell makes of the line: curl's arguments, and what it would read from its input. */
  function run(line: string): { words: string[]; input: Buffer } {
    const script = `curl() { printf '%s\\0' "$@" >&3; case "$*" in *--data-binary*) cat;; esac; }\n${line}\n`;
    const { stdout, output } = spawnSync('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
    return { words: output[3]!.toString().split('\0').slice(0, -1), input: stdout };
  }
  const report = sampleReport();
  const bodies = [
    ...Object.values(hostileTexts),
    `'"\\$(id) \`id\` !! %s \\0101 -d @/etc/passwd`,
    '@/etc/passwd',
    '-x',
    '',
  ];

  test.each(bodies)('gives the shell exactly the request: %j', (body) => {
    const { request } = exchange('x1', 'sendOTP');
    const sent = body.toString();
    const line = curlLine(
      report,
      exchange('x1', 'sendOTP', { request: { ...request, body: sent, path: `/a?b=${"'"}$(id)` } }),
    );
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/);
    const { words, input } = run(line);
    expect(words[words.indexOf('--url') + 1]).toBe("https://mpp.example.com/a?b='$(id)");
    expect(words).toContain('Client-Id: SANDBOX_5Y0000000000000000');
    const at = words.indexOf('--data-raw');
    const body_ = at >= 0 ? Buffer.from(words[at + 1]!) : input;
    expect(body_.equals(Buffer.from(sent))).toBe(true);
  });

  test('is left out where it would be too long', () => {
    const { request } = exchange('x1', 'sendOTP');
    expect(curlLine(report, exchange('x1', 'sendOTP', { request: { ...request, body: 'x'.repeat(5000) } }))).toBe('');
  });
});

describe('a body laid out', () => {
  const text = (body: string, pointer: string) =>
    layOutJson(body, pointer)
      ?.pieces.map((piece) => (piece.marked ? `«${piece.text}»` : piece.text))
      .join('');

  test('has one member per line and the member at the pointer marked', () => {
    expect(text('{"a":{"b/c":[1,2.50]},"d":"x"}', '/a/b~1c/1')).toBe(
      '{\n  "a": {\n    "b/c": [\n      1,\n      «2.50»\n    ]\n  },\n  "d": "x"\n}',
    );
    expect(text('{"a":1,"b":{}}', '/b')).toBe('{\n  "a": 1,\n  «"b": {}»\n}');
  });

  test('keeps each token as it was written: numbers, escapes, members that stand twice', () => {
    expect(text('{"a":1e400,"a":"\\u0041"}', '/a')).toBe('{\n  «"a": 1e400»,\n  «"a": "\\u0041"»\n}');
  });

  test('says when nothing stands at the pointer', () => {
    expect(layOutJson('{"a":1}', '/b')).toMatchObject({ found: false });
  });

  test.each(['', 'x', '{"a":1', '{"a":1}}', '{"a"}', '[1,]', '{,}', '[1 2]', '"a', '['.repeat(1000), 'nul'])(
    'is nothing where the body is no JSON: %s',
    (body) => {
      expect(layOutJson(body, '/a')).toBeNull();
    },
  );
});

test('summary.md tells each root finding with request, answer, curl and replay line in blocks', () => {
  const text = render('summary');
  expect(text).toContain('### ✗ `sendOTP/OTP-03` (MUST, normative): writes a wrong form');
  expect(text).toMatch(/```http\nPOST \/aps\/api\/v1\/users\/sendOTP\nContent-Type: .*\n(.*\n){4}\nHTTP 200\n/);
  expect(text).toMatch(/```sh\ncurl -sS .*--url https:\/\/mpp\.example\.com\/aps\/api\/v1\/users\/sendOTP\n```/);
  expect(text).toContain('```sh\nnpx conformance --target https://mpp.example.com --only sendOTP/OTP-03 --seed 1\n```');
  expect(text).toContain(
    '\na valid request → expected a string of 1 to 64 characters, got the number 4711 \\(seen 9 of 9\\)\n',
  );
});

test('a page without failures says so', () => {
  const report = reportOf([row('a/1', 'The MPP MUST.', { checks: [check()] })], { verdict: 'conformant' });
  expect(render('html', report)).toContain('1 requirement judged, no MUST broken.');
  expect(render('summary', report)).not.toContain('## Root findings');
});

test('the system under test is named where the config describes it', () => {
  const subject = { organisation: 'Example Pay', product: 'Wallet', version: '4.2', environment: 'UAT', contact: 'qa' };
  const target = { url: 'http://localhost:1', role: 'mpp', embedded: false, subject } as const;
  const report = reportOf([row('a/1', 'The MPP MUST.', { checks: [check()] })], { verdict: 'conformant', target });
  expect(render('summary', report)).toContain('# Conformant: Wallet 4.2 at `http://localhost:1`');
  for (const value of Object.values(subject)) expect(render('html', report)).toContain(value);
});
