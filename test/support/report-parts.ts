/** Parts of reports for tests: a check, a row, an exchange and a report, each plausible and open to changes. */
import {
  type CheckResult,
  type Outcome,
  outcomes,
  type Report,
  type ReportExchange,
  type RequirementRow,
} from '../../engine/report.ts';

/** A check that passed, unless told otherwise. */
export function check(part: Partial<CheckResult> = {}): CheckResult {
  return {
    title: 'a valid request: it is accepted',
    done: 'a valid request',
    outcome: 'passed',
    reason: '',
    expected: 'S/SUCCESS',
    received: 'S/SUCCESS',
    seen: '',
    counterexample: null,
    field: '',
    exchanges: [],
    replay: '',
    ...part,
  };
}

/** A row at `<operation>/<id>` that passed, unless told otherwise. */
export function row(key: string, says: string, part: Partial<RequirementRow> = {}): RequirementRow {
  const [operation = '', id = ''] = key.split('/');
  return {
    key,
    id,
    operation,
    level: 'MUST',
    basis: 'normative',
    says,
    source: { page: `https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/${operation}`, words: '' },
    ambiguity: null,
    group: [],
    kind: 'result',
    harm: 'wrong-result',
    outcome: 'passed',
    reason: '',
    consequenceOf: null,
    waiver: null,
    checks: [check()],
    ...part,
  };
}

/** An answered exchange. */
export function exchange(id: string, operation: string, part: Partial<ReportExchange> = {}): ReportExchange {
  return {
    id,
    operation,
    probe: `${operation}:control`,
    title: 'a valid request',
    marker: `r1/${id.slice(1)}`,
    startedAt: '2026-08-02T03:04:05.678Z',
    durationMs: 12.4,
    request: {
      method: 'POST',
      path: `/aps/api/v1/users/${operation}`,
      headers: [
        ['Content-Type', 'application/json; charset=UTF-8'],
        ['Client-Id', 'SANDBOX_5Y0000000000000000'],
        ['Request-Time', '2026-08-02T03:04:05+00:00'],
        ['Signature', 'algorithm=RSA256, keyVersion=1, signature=[redacted s1]'],
      ],
      body: '{"acquirerId":"[redacted a1]","pspId":"[redacted p1]","accessToken":"[redacted t1]"}',
    },
    response: {
      status: 200,
      headers: [['Content-Type', 'application/json; charset=UTF-8']],
      body: '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success."},"verifyRequestId":"[redacted v1]"}',
      truncated: false,
    },
    noAnswer: null,
    ...part,
  };
}

/** A report around rows: totals are counted, everything else is plausible and may be replaced. */
export function reportOf(rows: RequirementRow[], part: Partial<Report> = {}): Report {
  const totals = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome } of rows) totals[outcome] += 1;
  return {
    schemaVersion: '1.0',
    suite: { name: 'alipayplus-conformance', version: '0.1.0' },
    spec: { version: '2026-08', digest: 'sha256:4f1c0d1b9a6f2f6f' },
    target: { url: 'https://mpp.example.com', role: 'mpp', embedded: false },
    run: {
      id: 'r1',
      seed: 1,
      profile: 'gate',
      strict: false,
      signing: 'required',
      apis: ['sendOTP', 'sendActivationCode', 'tokenActivationNotification', 'tokenDigitizeDecision'],
      narrowed: false,
      startedAt: '2026-08-02T03:04:05.000Z',
      durationMs: 1834,
      requests: 312,
      sent: { sendOTP: 5, sendActivationCode: 2 },
      introduced: ['cf-r1-1', 'cf-r1-2', 'cf-r1-3'],
      signatures: { of: 'answers', count: 310, unsigned: 24 },
      peakMemoryMb: 121.4,
      exitCode: 1,
      interrupted: false,
      nonce: null,
    },
    verdict: 'not-conformant',
    totals,
    diagnosis: [],
    todo: [],
    latencyMs: {},
    requirements: [...rows].sort((a, b) => (a.key < b.key ? -1 : 1)),
    exchanges: [],
    ...part,
  };
}
