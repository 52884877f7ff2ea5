/** The verdict in words, the same in every format: waivers, runs that judged nothing, selections, and the JUnit testcase. */
import { describe, expect, test } from 'vitest';
import type { Report, RequirementRow } from '../../engine/report.ts';
import { reporters } from '../../reporters/index.ts';
import { signingNote, verdictSentence } from '../../reporters/verdict.ts';
import { check, reportOf, row } from '../support/sample-report.ts';
import { readXml } from '../support/xml-tree.ts';

const must = (key: string, part: Partial<RequirementRow> = {}) =>
  row(key, 'The MPP MUST.', { checks: [check({ outcome: part.outcome ?? 'passed' })], ...part });
const waiver = { reason: 'until the gateway is replaced', owner: 'payments', until: '2027-01-31' };
const waived = (key: string) => must(key, { outcome: 'waived', reason: 'waived', waiver });
const failed = (key: string, consequenceOf: string | null = null) => must(key, { outcome: 'failed', consequenceOf });

function ending(
  rows: RequirementRow[],
  verdict: Report['verdict'],
  exitCode: number,
  { diagnosis = [], ...run }: Partial<Report['run']> & { diagnosis?: Report['diagnosis'] } = {},
): Report {
  const report = reportOf(rows, { verdict, diagnosis });
  return { ...report, run: { ...report.run, exitCode, ...run } };
}

const wrongKey = { code: 'wrong-public-key', says: 'No answer verifies.', cure: 'Set it.' };
const refused = { code: 'connection-refused', says: 'Nothing listens.', cure: 'Start it.' };
const stale = { code: 'stale-waiver', says: 'A waiver is stale.', cure: 'Remove it.' };
const notSelected = must('sendOTP/OTP-09', { outcome: 'not-run', reason: 'not-selected', checks: [] });

/** What a run ends with, and the sentence for it. */
const sentences: readonly (readonly [name: string, report: Report, sentence: string])[] = [
  [
    'all passed',
    ending([must('sendOTP/OTP-03')], 'conformant', 0),
    'Conformant: 1 requirement judged, no MUST broken. Exit code 0.',
  ],
  [
    'two waived',
    ending([must('sendOTP/OTP-03'), waived('sendOTP/OTP-09'), waived('tokenDigitizeDecision/TDD-08')], 'conformant', 0),
    'Conformant except for 2 waived requirements (OTP-09, TDD-08): 3 requirements judged. Exit code 0.',
  ],
  [
    'one id waived at two APIs',
    ending([waived('sendOTP/G-08'), waived('sendActivationCode/G-08')], 'conformant', 0),
    'Conformant except for 2 waived requirements (sendActivationCode/G-08, sendOTP/G-08): 2 requirements judged. Exit code 0.',
  ],
  [
    'eight waived',
    ending(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => waived(`sendOTP/OTP-0${n}`)),
      'conformant',
      0,
    ),
    'Conformant except for 8 waived requirements (OTP-01, OTP-02, OTP-03, OTP-04, OTP-05, OTP-06, and 2 more): 8 requirements judged. Exit code 0.',
  ],
  [
    'one failed',
    ending([failed('sendOTP/OTP-03')], 'not-conformant', 1),
    'Not conformant: 1 requirement failed. Exit code 1.',
  ],
  [
    'a failure with its consequence, and a waiver',
    ending(
      [failed('sendOTP/OTP-03'), failed('sendOTP/OTP-04', 'sendOTP/OTP-03'), waived('sendOTP/OTP-12')],
      'not-conformant',
      1,
    ),
    'Not conformant: 2 requirements failed; 1 root finding explains them. 1 requirement waived (OTP-12). Exit code 1.',
  ],
  [
    'a selection',
    ending([must('sendOTP/OTP-03'), notSelected], 'conformant', 0, { narrowed: true }),
    'Conformant: 1 requirement judged of the 1 selected of 2, no MUST broken. Exit code 0.',
  ],
  [
    'a selection with a failure',
    ending([failed('sendOTP/OTP-03'), notSelected], 'not-conformant', 1, { narrowed: true }),
    'Not conformant: 1 requirement failed of the 1 selected of 2. Exit code 1.',
  ],
  [
    'a selection that could not be judged',
    ending([must('sendOTP/OTP-03', { outcome: 'inconclusive' }), notSelected], 'incomplete', 4, { narrowed: true }),
    'Incomplete: Too few requirements could be judged of the 1 selected of 2. Exit code 4.',
  ],
  [
    'a wrong key',
    ending([], 'incomplete', 2, { diagnosis: [wrongKey] }),
    'Not judged: Correct the configuration first (wrong-public-key). Exit code 2.',
  ],
  [
    'a stale waiver',
    ending([must('sendOTP/OTP-03', { waiver })], 'conformant', 2, { diagnosis: [stale] }),
    'Not judged: Correct the configuration first (stale-waiver). Exit code 2.',
  ],
  [
    'no answer',
    ending([], 'incomplete', 3, { diagnosis: [refused], signing: 'off' }),
    'Not judged: The target gave no HTTP answer (connection-refused). Exit code 3.',
  ],
  [
    'Ctrl-C',
    ending([must('sendOTP/OTP-03')], 'incomplete', 130, { interrupted: true }),
    'Incomplete: Too few requirements could be judged for a verdict. The run was interrupted. Exit code 130.',
  ],
];

describe.each(sentences)('%s', (_, report, sentence) => {
  const [headline = '', reason = ''] = sentence.split(/: (.*)/s);

  test('is the sentence', () => {
    expect(verdictSentence(report)).toBe(sentence);
  });

  test('is the last line of the console', () => {
    const lines = reporters.console.render(report).trimEnd().replaceAll('\n', ' ');
    expect(lines.endsWith(sentence)).toBe(true);
  });

  test('is the beginning of the summary and of the HTML report', () => {
    const plain = (text: string) => text.replaceAll('\\', '');
    const [heading, , words] = plain(reporters.summary.render(report)).split('\n');
    expect(heading).toBe(`# ${headline}: \`https://mpp.example.com\``);
    expect(words).toBe(reason);
    const page = reporters.html
      .render(report)
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(page).toContain(headline);
    expect(page).toContain(reason.replace(/ Exit code.*/, ''));
  });

  test('fails the JUnit testcase "verdict" exactly where the exit code is not 0', () => {
    const root = readXml(reporters.junit.render(report));
    const suite = root.children.find(({ attributes }) => attributes.name === 'verdict')!;
    const [testcase] = suite.children;
    expect(suite.children).toHaveLength(1);
    expect(testcase!.attributes).toMatchObject({ classname: 'conformance', name: 'verdict' });
    const failure = testcase!.children.find(({ name }) => name === 'failure');
    const isRed = report.run.exitCode !== 0;
    expect(failure?.attributes.message).toBe(isRed ? sentence : undefined);
    expect(Number(root.attributes.failures)).toBe(report.totals.failed + (isRed ? 1 : 0));
    expect(Number(root.attributes.tests)).toBe(report.requirements.length + 1);
    for (const { code, cure } of report.diagnosis) expect(failure!.text).toMatch(new RegExp(`${code}: .*${cure}`));
  });

  test('never says that no MUST is broken where one was waived', () => {
    const texts = Object.values(reporters).map(({ render }) => render(report));
    if (report.totals.waived > 0) expect(texts.filter((text) => text.includes('no MUST broken'))).toEqual([]);
  });
});

test('signing that was off is not mentioned where nothing was judged', () => {
  expect(signingNote(ending([], 'incomplete', 3, { signing: 'off' }))).toBeNull();
  expect(signingNote(ending([], 'incomplete', 4, { signing: 'off' }))).toBe(
    'Signing is off: signature requirements were not run. Set signing.privateKey and signing.publicKey to judge them.',
  );
});

test('the HTML report of a selection names the selected APIs alone', () => {
  const rows = [
    must('sendOTP/OTP-03'),
    must('sendActivationCode/SAC-05', { outcome: 'not-run', reason: 'not-selected' }),
  ];
  const page = reporters.html.render(ending(rows, 'conformant', 0, { narrowed: true }));
  expect(page).toContain('<dt>APIs</dt><dd>sendOTP</dd>');
});

describe('more than a tenth of the MUST requirements waived', () => {
  const rows = (waivedCount: number) => [
    ...Array.from({ length: waivedCount }, (_, i) => waived(`sendOTP/W-${i}`)),
    ...Array.from({ length: 40 - waivedCount }, (_, i) => must(`sendOTP/P-${i}`)),
  ];
  test('is said in words, in every format that has a verdict', () => {
    const report = ending(rows(5), 'conformant', 0);
    expect(verdictSentence(report)).toContain('More than a tenth of the MUST requirements is waived (5 of 40).');
    for (const name of ['console', 'github', 'github-summary', 'summary', 'html', 'junit'] as const) {
      const text = reporters[name]?.render(report).replaceAll(/\s+/g, ' ').replaceAll('\\', '');
      expect(text, name).toContain('More than a tenth of the MUST requirements is waived');
    }
  });

  test('is not said of a tenth, or of what does not bind', () => {
    expect(verdictSentence(ending(rows(4), 'conformant', 0))).not.toContain('tenth');
    const should = rows(5).map((one) => ({ ...one, level: 'SHOULD' as const }));
    expect(verdictSentence(ending(should, 'conformant', 0))).not.toContain('tenth');
  });
});

test('a run against the built-in reference says so in every output', () => {
  const report = ending([must('sendOTP/OTP-03')], 'conformant', 0);
  const embedded = { ...report, target: { ...report.target, embedded: true } };
  for (const [name, { render }] of Object.entries(reporters)) {
    const text = render(embedded);
    expect(text, name).toMatch(name === 'json' ? /"embedded": ?true/ : /built-in reference/i);
    expect(render(report), name).not.toMatch(/built-in reference|"embedded": ?true/i);
  }
});
