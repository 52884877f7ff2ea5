/** The final text on a terminal: what matters first, nothing that is not needed, 80 columns. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Report } from '../../engine/report.ts';
import { consoleReport } from '../../reporters/console.ts';
import { columns, wrapCommand } from '../../reporters/terminal.ts';
import { check, reportOf, row, sampleReport } from '../support/sample-report.ts';

const plain = { color: false, width: 80, unicode: true };
const text = (report: Report, options = {}) => consoleReport(report, { ...plain, ...options });

/** A report with so many failed rows. */
function failing(count: number): Report {
  const rows = Array.from({ length: count }, (_, at) =>
    row(`sendOTP/R-${String(at).padStart(3, '0')}`, `The MPP MUST do thing ${at}.`, {
      outcome: 'failed',
      checks: [check({ outcome: 'failed', done: `thing ${at}`, received: 'nothing' })],
    }),
  );
  return reportOf(rows);
}

describe('a failure in full', () => {
  test('says the requirement, its harm, what was done and came of it, field, request, answer, curl, source, replay, consequences', () => {
    const long = `tok-1${'x'.repeat(124)}`;
    expect(
      text(sampleReport()),
    ).toContain(`✗ FAILED  sendOTP.accessToken.maxLength  MUST · derived · accepts what it must
  refuse
  The MPP MUST answer PARAM_ILLEGAL to accessToken longer than 128 characters.
  accessToken of 129 characters → expected F with PARAM_ILLEGAL or
    INVALID_TOKEN, got S/SUCCESS (seen 4 of 4)
  field      /accessToken
  sent       POST /aps/api/v1/users/sendOTP
             Content-Type: application/json; charset=UTF-8
             Client-Id: SANDBOX_5Y0000000000000000
             Request-Time: 2026-08-02T03:04:05+00:00
             Signature: algorithm=RSA256, keyVersion=1, signature=[redacted s1]
             {"acquirerId":"ACQ","pspId":"PSP",
             "accessToken":"${long.slice(0, 52)}
             ${long.slice(52, 119)}
             ${long.slice(119)}","verifyType":"MOBILE"}
  answer     HTTP 200
             Content-Type: application/json; charset=UTF-8
             {"result":{"resultCode":"SUCCESS","resultStatus":"S",
             "resultMessage":"success."},"verifyRequestId":"[redacted v1]"}
  curl       curl -sS -i -g -X POST \\
               -H 'Content-Type: application/json; charset=UTF-8' \\
               -H 'Client-Id: SANDBOX_5Y0000000000000000' \\
               -H 'Request-Time: 2026-08-02T03:04:05+00:00' \\
               -H 'Signature: algorithm=RSA256, keyVersion=1, signature=[redacted s1]' \\
               --data-raw '{"acquirerId":"ACQ","pspId":"PSP","accessToken":"${long}","verifyType":"MOBILE"}' \\
               --url https://mpp.example.com/aps/api/v1/users/sendOTP
  source     https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/sendotp:
             Maximum length: 128 characters
  replay     npx conformance --target https://mpp.example.com \\
               --only sendOTP/sendOTP.accessToken.maxLength --seed 1 \\
               --path '3:0:1'
  and 1 consequence: sendOTP/OTP-09
`);
  });
});

describe('a failure', () => {
  test('comes before everything else, the worst harm first, and sums of others are no findings', () => {
    const lines = text(sampleReport()).split('\n');
    const worstFirst = ['sendOTP.accessToken.maxLength', 'tokenDigitizeDecision/TDD-04', 'sendOTP/OTP-03'];
    expect(lines[0]).toMatch(/^✗ FAILED /);
    const keys = (start: string) =>
      lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length).trim().split(/\s+/)[0]);
    expect(keys('✗ FAILED')).toEqual(worstFirst);
    expect(keys('  ✗ ')).toEqual(worstFirst);
  });

  test('names exchanges only where the files of the report are written too', () => {
    expect(text(sampleReport())).not.toContain('x12');
    expect(text(sampleReport(), { directory: 'out' })).toContain('  exchanges  x12, x13\n');
  });

  test('is counted in the verdict', () => {
    expect(text(sampleReport())).toContain('Not conformant: 6 requirements failed; 3 root findings explain them. 1');
  });

  test('is told in full ten times, in a line twenty times, then counted', () => {
    const report = text(failing(50));
    expect(report.match(/✗ FAILED/g)).toHaveLength(10);
    expect(report.match(/^ {2}sendOTP\/R-\d+ {2}thing/gm)).toHaveLength(20);
    expect(report).toContain('… and 20 more in report.html');
    expect(text(failing(30))).not.toContain('more in');
  });

  test('of the suite itself is told apart from one of the target', () => {
    const broken = row('sendOTP/OTP-01', 'The MPP MUST.', { outcome: 'harness-error', reason: 'probe-not-as-claimed' });
    const report = text(reportOf([broken], { verdict: 'error' }));
    expect(report).toContain('SUITE ERROR  sendOTP/OTP-01');
    expect(report).toContain('reason     probe-not-as-claimed');
    expect(report).toContain('Error: The suite itself failed; this says nothing about the target.');
  });
});

describe('consequences', () => {
  const failed = (key: string, consequenceOf: string | null) =>
    row(key, 'The MPP MUST.', { outcome: 'failed', consequenceOf, checks: [check({ outcome: 'failed' })] });
  const roots = (report: Report) =>
    text(report)
      .match(/✗ FAILED {2}\S+/g)
      ?.map((line) => line.slice(10));

  test('are folded under the root of a chain', () => {
    const report = reportOf([failed('a/1', null), failed('a/2', 'a/1'), failed('a/3', 'a/2')]);
    expect(roots(report)).toEqual(['a/1']);
    expect(text(report)).toContain('and 2 consequences: a/2, a/3');
  });

  test('of a row that is gone, waived, or their own in a circle, are told for themselves', () => {
    const waived = row('a/9', 'The MPP MUST.', { outcome: 'waived' });
    expect(roots(reportOf([failed('a/1', 'gone'), failed('a/2', 'a/9'), waived]))).toEqual(['a/1', 'a/2']);
    expect(roots(reportOf([failed('a/1', 'a/2'), failed('a/2', 'a/1')]))).toEqual(['a/1', 'a/2']);
  });
});

describe('the end', () => {
  test('is the counts, the cost, the verdict and the exit code', () => {
    expect(text(sampleReport()).trimEnd().split('\n').slice(-9)).toEqual([
      '6 failed · 2 inconclusive · 1 warned · 1 waived · 82 passed · 4 not-run ·',
      '1 not-observable · 4 not-applicable',
      '  not run: no-scenario 4',
      '  messages sent to people: sendOTP 5, sendActivationCode 2',
      '  gate · mpp · https://mpp.example.com · seed 1',
      '  312 requests in 1.8 s, peak 121 MB · suite 0.1.0, spec 2026-08',
      '  24 of 310 answers carry no signature.',
      'Not conformant: 6 requirements failed; 3 root findings explain them. 1',
      'requirement waived (OTP-12). Exit code 1.',
    ]);
  });

  test('is, without signing, that the signature requirements were not run', () => {
    const signature = row('sendOTP/G-08', 'The MPP MUST.', { kind: 'signature', outcome: 'not-run', checks: [] });
    const report = reportOf([signature], { verdict: 'incomplete' });
    report.run.signing = 'off';
    expect(text(report).trimEnd().split('\n').slice(-2).join(' ')).toMatch(
      /Signing is off: 1 signature requirement was not run\. Set signing\.privateKey and signing\.publicKey to judge them\.$/,
    );
  });

  test('says what to add to judge more, what unlocks most first', () => {
    expect(
      text(sampleReport()),
    ).toContain(`To do: 90 of 96 requirements judged; add these lines to conformance.config.yaml
to judge 93:
  scenarios:
    sendOTP:
      # An access token of a user who does not exist (+2)
      USER_NOT_EXIST: { accessToken: … }
`);
  });

  test.each([
    [1, '1 request a second'],
    [12.5, '12.5 requests a second'],
  ])('says to which rate the run went down: %d', (slowedTo, told) => {
    const report = sampleReport();
    report.run.slowedTo = slowedTo;
    expect(text(report).replaceAll(/\s+/g, ' ')).toContain(`the run went down to ${told}. Set run.rate`);
  });

  test('names a diagnosis with its cure', () => {
    const diagnosis = [{ code: 'wrong-key', says: 'No answer verifies with the configured key.', cure: 'Set it.' }];
    expect(text(reportOf([], { diagnosis }))).toContain(
      'Diagnosis\n  No answer verifies with the configured key. (wrong-key)\n  fix        Set it.\n',
    );
  });

  test('of a report without rows still says so', () => {
    expect(text(reportOf([], { verdict: 'incomplete' }))).toMatch(/^No requirement was judged\.$/m);
  });
});

test.each(['warned', 'inconclusive'] as const)('a row that is %s is told in brief, and to its end', (outcome) => {
  const done = 'a notification that comes twice, byte for byte, long enough for more than one line of a terminal';
  const received = 'S/SUCCESS, then F/PROCESS_FAIL: the answer depends on something else (workers, a cache)';
  const brief = row('tokenActivationNotification/G-13', 'The MPP SHOULD.', {
    outcome,
    reason: 'unstable',
    checks: [check({ outcome, done, received })],
  });
  const lines = text(reportOf([brief])).split('\n');
  const at = lines.findIndex((line) => line.startsWith('  tokenActivationNotification/G-13'));
  const told = lines.slice(at, lines.indexOf('', at)).map((line) => line.trim());
  const verb = outcome === 'warned' ? 'got' : 'received';
  expect(told.join(' ')).toBe(`tokenActivationNotification/G-13  ${done} → expected S/SUCCESS, ${verb} ${received}`);
  expect(lines.every((line) => line.length <= 80)).toBe(true);
});

describe('lines', () => {
  test.each([40, 80, 120])('fit %i columns, but for addresses', (width) => {
    const wide = sampleReport();
    wide.requirements.find((one) => one.key === 'sendOTP/OTP-03')!.checks[0]!.received = '漢字'.repeat(60);
    for (const line of text(wide, { width }).split('\n')) {
      // A word of a command is never broken: it could not be pasted.
      if (!/https?:|^ +(?:sendOTP|tokenDig|replay|-)/.test(line)) expect(columns(line)).toBeLessThanOrEqual(width);
    }
  });

  test('of a command can be pasted: the shell reads the same words', () => {
    const command = `npx conformance --only 'a b  c' --config "d e" ${'--flag value '.repeat(9)}--last it\\ is`;
    const pasted = wrapCommand(command, 40).join('\n');
    expect(pasted.split('\n').length).toBeGreaterThan(4);
    expect(pasted.replaceAll(/ \\\n\s+/g, ' ')).toBe(command);
  });

  test('are ASCII where the terminal knows nothing else', () => {
    expect(text(sampleReport(), { unicode: false })).toMatch(/^[\n -~]+$/);
  });
});

test('the to-do list says in which file its lines go, and how init adds them', () => {
  const { run } = sampleReport();
  const named = text({ ...sampleReport(), run: { ...run, configFile: 'ci/wallet.yaml' } }, { directory: "the team's" });
  expect(named).toContain('add these lines to ci/wallet.yaml');
  expect(named).toContain("\n  Or let init add them:\n    npx conformance init --from 'the team'\\''s'\n");
  expect(text(sampleReport())).toContain('\n    npx conformance init --from DIR\n');
});

test('the to-do list of several entries is one piece of YAML that can be pasted', () => {
  const todo = [
    {
      config: 'requests:\n  sendOTP:\n    - { accessToken: a }',
      says: `A user: ${'long '.repeat(30)}`,
      unlocks: ['x'],
    },
    { config: 'scenarios:\n  sendOTP:\n    USER_NOT_EXIST: { accessToken: b }', says: 'Nobody', unlocks: [] },
    { config: 'requests:\n  sendOTP:\n    - { accessToken: c, fresh: true }', says: 'One more', unlocks: [] },
    { config: 'requests:\n  sendActivationCode:\n    - { customerId: d }', says: 'Another API', unlocks: [] },
  ];
  const told = text(reportOf([], { todo }));
  const lines = told.slice(told.indexOf('\n', told.indexOf('To do:')) + 1).split('\n\n')[0]!;
  expect(parse(lines)).toEqual({
    requests: {
      sendOTP: [{ accessToken: 'a' }, { accessToken: 'c', fresh: true }],
      sendActivationCode: [{ customerId: 'd' }],
    },
    scenarios: { sendOTP: { USER_NOT_EXIST: { accessToken: 'b' } } },
  });
  expect(lines.split('\n').every((line) => line.length <= 80)).toBe(true);
});

test('the to-do counts what a selection left out neither as open nor as to be judged', () => {
  const rows = ['OTP-03', 'OTP-04'].map((id) => row(`sendOTP/${id}`, 'The MPP MUST.', { reason: 'not-selected' }));
  const open = row('sendOTP/OTP-05', 'The MPP MUST.', { outcome: 'not-run', reason: 'no-scenario' });
  const left = rows.map((one) => ({ ...one, outcome: 'not-run' as const }));
  const { todo } = sampleReport();
  const report = reportOf([...left, open], { verdict: 'incomplete', todo });
  expect(text(report)).toContain('To do: 0 of 1 selected requirements judged; add these lines');
});
