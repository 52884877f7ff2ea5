/** A caller is judged from its record alone: what counts as evidence, which request stands for all, and what is run again. */
import { createPrivateKey } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ActionRun, CallerAction, CallerRecord } from '../../engine/check/caller-check.ts';
import { note } from '../../engine/check/facts.ts';
import { type Finding, shown } from '../../engine/check/finding.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { isoTime, sign, signatureHeader, signedContent } from '../../engine/wire/signing.ts';
import { type Keys, newKeys } from '../../reference/signing.ts';
import { readTurn } from '../../suites/caller/caller-record.ts';
import { callerChecks } from '../../suites/caller/get-payment-code.ts';
import { enoughRuns, judgeCallerChecks, judgeRepeatedly, surroundingsOf } from '../../suites/caller/judge-caller.ts';
import { rerunCandidates } from '../../suites/caller/rerun-candidates.ts';

const path = '/aps/api/v1/codes/getPaymentCode';
const clientId = 'TEST_5Y00000000000000';
const startedAt = Date.UTC(2026, 0, 31);
let keys: Keys;
beforeAll(async () => {
  keys = await newKeys();
});

interface Request {
  readonly body?: object;
  /** The connection is cut before the body is read. */
  readonly isCut?: boolean;
  readonly result?: { readonly resultStatus: string; readonly resultCode: string };
}

let requests = 0;

/** A correctly signed request, each with its own time. */
async function exchangeOf({ body = { customerId: 'u1', env: {} }, isCut = false, result }: Request): Promise<Exchange> {
  requests += 1;
  const bytes = Buffer.from(JSON.stringify(body));
  const time = isoTime(startedAt + requests * 1000);
  const signature = await sign(
    signedContent({ method: 'POST', path, clientId, time, body: bytes }),
    createPrivateKey(keys.mpp.privateKey),
  );
  return {
    id: `x${requests}`,
    operation: 'getPaymentCode',
    probe: '',
    title: '',
    marker: '',
    startedAt: startedAt + requests * 1000,
    durationMs: 1,
    request: {
      method: 'POST',
      path,
      headers: [
        ['Client-Id', clientId],
        ['Request-Time', time],
        ['Signature', signatureHeader(signature, '1', ', ')],
      ],
      body: isCut ? Buffer.alloc(0) : bytes,
    },
    response: result
      ? { status: 200, headers: [], body: Buffer.from(JSON.stringify({ result })), truncated: false }
      : null,
    noAnswer: result ? null : { kind: isCut ? 'reset' : 'timeout', says: '' },
  };
}

async function runOf(id: string, list: readonly Request[]): Promise<ActionRun> {
  const exchanges = await Promise.all(list.map(exchangeOf));
  return {
    action: { id, title: `the answer ${id}`, asked: { customerId: 'u1' } },
    turns: exchanges.map((exchange) => readTurn(exchange, clientId, null)),
    trigger: await exchangeOf({}),
    outcome: { outcome: 'unknown', codes: null },
    triggerFault: null,
  };
}

function recordOf(runs: readonly ActionRun[], client: Partial<CallerRecord['settings']['client']> = {}): CallerRecord {
  return {
    settings: {
      clientId,
      paths: { getPaymentCode: path },
      signing: { mode: 'required', keyVersion: '1', privateKey: null, publicKey: keys.mpp.publicKey },
      client: {
        listen: 'localhost:9000',
        trigger: { url: 'http://localhost:9001' },
        triggerTimeoutMs: 1000,
        retryWindowMs: 1000,
        timeoutMs: 1000,
        ...client,
      },
    },
    runs,
  };
}

const plan = () => callerChecks({ requests: {}, signing: recordOf([]).settings.signing, profile: 'gate', only: null });
const findingsOf = (id: string, record: CallerRecord) =>
  judgeCallerChecks(plan().get(id)!, record).map(({ finding }) => finding);
const unknown = { resultStatus: 'U', resultCode: 'UNKNOWN_EXCEPTION' };

test('a request that was cut off before it was read is evidence of nothing', async () => {
  const record = recordOf([await runOf('resetBefore', [{ isCut: true }, { result: unknown }])]);
  expect(surroundingsOf(record)).toEqual({ diagnosis: [], misconfigured: false, withoutControl: [] });
  expect(findingsOf('G-04', record)).toMatchObject([
    { verdict: 'satisfied', seen: { count: 1, of: 1 }, received: { is: 'count', n: 1, of: 'requests' } },
  ]);
  expect(findingsOf('GPC-02', record)[0]).toMatchObject({ verdict: 'satisfied' });
});

test('the smallest request that breaks a rule stands for all of them', async () => {
  const long = { customerId: 'u1', region: 'JPN', env: { deviceTokenId: 'x'.repeat(50) } };
  const record = recordOf([await runOf('S', [{ body: long }, { body: { customerId: 'u1', region: 'J', env: {} } }])]);
  expect(findingsOf('GPC-03', record)[0]).toMatchObject({
    verdict: 'violated',
    place: '/region',
    received: { is: 'value', field: 'region', value: 'J' },
    seen: { count: 2, of: 2 },
    counterexample: { region: 'J' },
  });
});

test('a rule that no request shows says what it wants to see', async () => {
  const findings = findingsOf('GPC-14', recordOf([await runOf('S', [{}])]));
  expect(findings).toMatchObject([{ verdict: 'not-run', reason: 'no-evidence', expected: note('longer-pause') }]);
  const ofTime = findingsOf('G-05', recordOf([]));
  expect(ofTime).toMatchObject([{ expected: note('iso-time-with-zone') }, { expected: { is: 'close-to-our-clock' } }]);
  for (const finding of ofTime) {
    expect(finding).toMatchObject({ verdict: 'inconclusive', received: note('caller-silent') });
  }
});

describe('what the config lacks is named as a value', () => {
  test('how long a repeat may take', async () => {
    const run = await runOf('U-UNKNOWN_EXCEPTION-1', [{ result: unknown }]);
    const findings = findingsOf('G-25', recordOf([run], { retryWindowMs: null }));
    expect(findings).toMatchObject([{ reason: 'needs-retry-window', missing: 'retry-window' }]);
  });

  test("the caller's own time-out", async () => {
    const run = await runOf('never', [{}]);
    expect(findingsOf('GPC-13', recordOf([run], { timeoutMs: null }))[0]!.missing).toBe('caller-timeout');
    expect(findingsOf('GPC-13', recordOf([run]))[0]!.missing).toBeUndefined();
  });
});

describe('repeated runs', () => {
  const bad = (): Finding => shown('violated', note('no-success'), null, []);
  const good = (): Finding => shown('satisfied', note('no-success'), null, []);

  test.each([
    [[bad()], 'violated'],
    [[bad(), bad(), bad()], 'violated'],
    [[bad(), good()], 'satisfied'],
    [[bad(), good(), bad()], 'inconclusive'],
    [[good()], 'satisfied'],
  ] as const)('%#: only what every run shows is held against the caller', (findings, verdict) => {
    expect(judgeRepeatedly(findings).verdict).toBe(verdict);
  });

  const repeatsOf = () => plan().get('G-25')!;
  const once = (id: string) => runOf(id, [{ result: unknown }]);

  test('are asked for where a run speaks against the caller, until there are enough', async () => {
    const run = await once('unknownU');
    const all = (n: number) => recordOf(Array.from({ length: n }, () => run));
    expect(rerunCandidates(repeatsOf(), all(1))).toEqual(['unknownU']);
    expect(rerunCandidates(repeatsOf(), all(enoughRuns))).toEqual([]);
  });

  test('of many actions that break one rule are asked for of a few only', async () => {
    const ids = repeatsOf()
      .filter((check): check is CallerAction => check.kind === 'caller-action')
      .map(({ action }) => action);
    const many = await Promise.all([...new Set(ids)].slice(0, 8).map(once));
    expect(rerunCandidates(repeatsOf(), recordOf(many))).toHaveLength(4);
    const confirmed = many.slice(0, 2).flatMap((run) => [run, run]);
    expect(rerunCandidates(repeatsOf(), recordOf([...many, ...confirmed]))).toEqual([]);
  });
});
