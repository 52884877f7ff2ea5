/** Random Reports for property tests: any text anywhere, totals that fit the rows. */

import fc from 'fast-check';
import { harms } from '../../contract/names.ts';
import {
  type CheckResult,
  type FactsFile,
  type Outcome,
  outcomes,
  type Report,
  type ReportExchange,
  type RequirementRow,
} from '../../engine/report.ts';
import { reportOf } from './sample-report.ts';

/** Text that tries to act in one of the formats. */
export const hostileTexts: Record<string, string> = {
  script: '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">',
  ansi: '\u001b[31mred\u001b[0m\u001b]0;title\u0007\u009b2J\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\',
  cdata: ']]></failure><testcase name="x"/><![CDATA[',
  nul: 'a\u0000b\u0008\u000c\u007f',
  bidi: '\u202edecnavda\u202c \u2066x\u2069 \u200b\u200d\ufeff\u061c',
  link: '[click](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example>',
  autolink: 'https://evil.example www.evil.example a@evil.example @everyone #1 GH-1',
  command: 'x\n::error::forged\r\n::set-output name=a::b\n##[error]forged\n##vso[task.complete]\n##teamcity[x]',
  markdown: '# h\n```\n~~~\n`` ` ``\n| a | b |\n> q\n- l\n1. n\n***\n<b>b</b> &amp; \\',
  quotes: `"' onmouseover="x" ' $(touch x) \`id\` ; rm -rf x & | > <`,
  surrogate: '\ud800 \udfff \ufffe\uffff \u2028\u2029',
  percent: '%0A::error::forged%25',
  wide: '漢字かな交じり文'.repeat(20),
};

const unit = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }) },
);

/** Any text: plain, every UTF-16 unit, or one that tries to act. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.array(unit, { maxLength: 24 }).map((units) => String.fromCharCode(...units)) },
  { weight: 2, arbitrary: fc.constantFrom(...Object.values(hostileTexts)) },
  { weight: 1, arbitrary: fc.integer({ min: 1000, max: 9000 }).map((length) => 'y'.repeat(length)) },
);

const word = fc.oneof(fc.constant(''), anyText);
const outcome: fc.Arbitrary<Outcome> = fc.constantFrom(...outcomes);
const milliseconds = fc.double({ min: 0, max: 1e6, noNaN: true });
const date = fc.integer({ min: 0, max: 4e12 }).map((at) => new Date(at).toISOString());

function checkOf(result: fc.Arbitrary<Outcome>): fc.Arbitrary<CheckResult> {
  return fc.record({
    title: anyText,
    done: word,
    outcome: result,
    reason: word,
    expected: word,
    received: word,
    seen: fc.constantFrom('', '1 of 4'),
    counterexample: fc.oneof(fc.constant(null), fc.jsonValue({ maxDepth: 2 }), anyText),
    field: fc.constantFrom('', '/accessToken', 'response:/result/resultCode', 'response:', '/a~1b/0'),
    exchanges: fc.array(fc.constantFrom('x1', 'x2', 'x3', 'gone'), { maxLength: 4 }),
    replay: word,
  });
}

const anyRow: fc.Arbitrary<RequirementRow> = outcome.chain((result) =>
  fc.record({
    key: fc.constant(''),
    id: fc.oneof(fc.constantFrom('G-07', 'G-17', 'OTP-03', 'sendOTP.accessToken.maxLength'), anyText),
    operation: fc.oneof(fc.constantFrom('sendOTP', 'sendActivationCode', 'getPaymentCode'), anyText),
    level: fc.constantFrom<RequirementRow['level'][]>('MUST', 'SHOULD', 'MAY'),
    basis: fc.constantFrom<RequirementRow['basis'][]>('normative', 'derived', 'position', 'partner'),
    says: anyText,
    source: fc.record(
      { page: anyText, words: word, overlay: fc.constantFrom('a.overlay.yaml', '') },
      { requiredKeys: ['page', 'words'] },
    ),
    ambiguity: fc.option(anyText),
    group: fc.array(fc.constantFrom('G-17', 'OTP-08', 'G-07'), { maxLength: 2 }),
    kind: fc.oneof(fc.constantFrom('required', 'maxLength', 'signature', 'result'), anyText),
    harm: fc.constantFrom(...harms),
    outcome: fc.constant(result),
    reason: word,
    consequenceOf: fc.constant(null),
    waiver: fc.option(fc.record({ reason: anyText, owner: anyText, until: anyText })),
    checks: fc.oneof(
      fc.constant<CheckResult[]>([]),
      fc.array(checkOf(fc.oneof(fc.constant(result), outcome)), { minLength: 1, maxLength: 3 }),
    ),
  }),
);

const pairs = fc.array(fc.tuple(anyText, anyText), { maxLength: 3 });
const body = fc.oneof(anyText, fc.json({ maxDepth: 2 }), fc.constant(''));

function exchangeOf(id: string): fc.Arbitrary<ReportExchange> {
  return fc.record({
    id: fc.constant(id),
    operation: anyText,
    probe: anyText,
    title: anyText,
    marker: word,
    startedAt: date,
    durationMs: milliseconds,
    request: fc.record({ method: anyText, path: anyText, headers: pairs, body }),
    response: fc.option(
      fc.record({ status: fc.integer({ min: 100, max: 599 }), headers: pairs, body, truncated: fc.boolean() }),
    ),
    noAnswer: fc.option(fc.record({ kind: anyText, says: anyText })),
  });
}

const anyRun: fc.Arbitrary<Report['run']> = fc.record({
  id: anyText,
  seed: fc.integer(),
  profile: fc.constantFrom<Report['run']['profile'][]>('smoke', 'gate', 'certify'),
  strict: fc.boolean(),
  signing: fc.constantFrom<Report['run']['signing'][]>('required', 'off'),
  apis: fc.array(anyText, { maxLength: 4 }),
  narrowed: fc.boolean(),
  startedAt: date,
  durationMs: milliseconds,
  requests: fc.nat(),
  sent: fc.dictionary(fc.constantFrom('sendOTP', 'sendActivationCode'), fc.nat()),
  introduced: fc.array(anyText, { maxLength: 3 }),
  signatures: fc.record({
    of: fc.constantFrom<('answers' | 'requests')[]>('answers', 'requests'),
    count: fc.nat(),
    unsigned: fc.nat(),
  }),
  peakMemoryMb: milliseconds,
  exitCode: fc.constantFrom(0, 1, 2, 3, 4, 5, 130),
  interrupted: fc.boolean(),
  nonce: fc.option(anyText),
});

const anyFacts: fc.Arbitrary<FactsFile[]> = fc.array(
  fc.record({
    file: fc.oneof(fc.constant('a.overlay.yaml'), anyText),
    digest: anyText,
    replaces: fc.array(fc.record({ what: anyText, documented: anyText, stated: anyText, reason: anyText }), {
      maxLength: 2,
    }),
  }),
  { maxLength: 2 },
);

/** Any Report that the type allows and whose totals count its rows. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    rows: fc.uniqueArray(anyRow, { maxLength: 14, selector: (row) => `${row.operation}/${row.id}` }),
    causes: fc.array(fc.option(fc.nat()), { minLength: 14, maxLength: 14 }),
    suite: fc.record({ name: anyText, version: anyText }),
    spec: fc.record({ version: anyText, digest: anyText, facts: anyFacts }, { requiredKeys: ['version', 'digest'] }),
    target: fc.record({
      url: fc.oneof(fc.webUrl(), anyText),
      role: fc.constantFrom<Report['target']['role'][]>('mpp', 'alipayplus', 'mpp-client'),
      embedded: fc.boolean(),
    }),
    run: anyRun,
    verdict: fc.constantFrom<Report['verdict'][]>('conformant', 'not-conformant', 'incomplete', 'error'),
    diagnosis: fc.array(fc.record({ code: anyText, says: anyText, cure: anyText }), { maxLength: 2 }),
    todo: fc.array(fc.record({ config: anyText, says: anyText, unlocks: fc.array(anyText, { maxLength: 2 }) }), {
      maxLength: 3,
    }),
    latencyMs: fc.dictionary(fc.constantFrom('sendOTP', 'getPaymentCode'), fc.array(milliseconds, { maxLength: 30 })),
    exchanges: fc.tuple(exchangeOf('x1'), exchangeOf('x2'), exchangeOf('x3')),
  })
  .map(({ rows, causes, ...part }) => {
    const keyed = rows.map((row) => ({ ...row, key: `${row.operation}/${row.id}` }));
    const linked = keyed.map((row, at) => {
      const cause = causes[at];
      const other = cause === null || cause === undefined ? undefined : keyed[cause % keyed.length];
      return { ...row, consequenceOf: other && other.key !== row.key ? other.key : null };
    });
    return reportOf(linked, part);
  });
