/** The judge, on records of few requests: which finding each check gets, and what the controls around it make of that finding. */
import { generateKeyPairSync, type KeyObject, type KeyPairKeyObjectResult as KeyPair, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { invariant } from '../../engine/check/check.ts';
import { note } from '../../engine/check/facts.ts';
import { satisfied } from '../../engine/check/finding.ts';
import { attempt, isUnanswered, rest, send, together } from '../../engine/check/steps.ts';
import { sequence } from '../../engine/check/verbs/index.ts';
import type { ServerJudgement } from '../../engine/judge/judge.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import type { Diagnosis } from '../../engine/report.ts';
import { requestName } from '../../engine/request/request-spec.ts';
import { operations } from '../../generated/operations.ts';
import { type Came, timeout } from '../support/exchanges.ts';
import { plannedRow } from '../support/rows.ts';
import {
  type Asked,
  accepted,
  always,
  asked,
  asks,
  closing,
  judged,
  minimal,
  opening,
  refused,
  row,
  smallRecord,
  specOf,
  told,
} from '../support/small-run.ts';

const time = '2030-01-01T00:00:00Z';
const keys = Array.from({ length: 3 }, () => generateKeyPairSync('rsa', { modulusLength: 1024 }));

const controls = [opening(), minimal(), closing()];

/** The one finding of a plan with one check. */
const only = (judgement: ServerJudgement) => {
  expect(judgement.checks).toHaveLength(1);
  return judgement.checks[0]!.finding;
};

describe('a check', () => {
  test('gets the finding that its own request shows', () => {
    const plan = [row({ probes: [asks('one'), asks('other')] })];
    const judgement = judged(plan, smallRecord([...controls, asked('one', accepted), asked('other', refused)]));
    expect(told(judgement)).toEqual(['OTP-09 0 asks one satisfied', 'OTP-09 1 asks other violated broken']);
    expect(judgement.checks.map(({ finding }) => finding.exchanges.map(({ id }) => id))).toEqual([['x4'], ['x5']]);
    expect(judgement).toMatchObject({ diagnosis: [], withoutControl: [], misconfigured: false, unreachable: false });
    expect(judgement.spelling).toBeNull();
  });

  test('may wait, ask for many at once, and go on without an answer', () => {
    const probe = sequence('asks a lot', function* () {
      yield* rest(1000);
      const [one, other] = yield* together(
        ['one', 'other'].map((word) => ({ operation: 'sendOTP', spec: specOf(word), title: word })),
      );
      const none = yield* attempt('sendOTP', specOf('none'), 'none');
      const again = yield* attempt('sendOTP', specOf('one'), 'the same once more');
      const known = !isUnanswered(one!) && !isUnanswered(other!) && isUnanswered(none);
      return always(known && again === one ? 'satisfied' : 'violated');
    });
    const record = smallRecord([...controls, asked('one', accepted), asked('other', refused)]);
    expect(told(judged([row({ probes: [probe] })], record))).toEqual(['OTP-09 0 asks a lot satisfied']);
  });
});

describe('a check that', () => {
  test('breaks off is the fault of the suite', () => {
    // biome-ignore lint/correctness/useYield: it breaks off before its first request
    const probe = sequence('breaks off', function* () {
      throw new Error('no such field');
    });
    const finding = only(judged([row({ probes: [probe] })], smallRecord(controls)));
    expect(finding).toMatchObject({ verdict: 'harness-error', reason: 'probe-wrong' });
  });

  test('belongs to another profile is none, and the others keep their places', () => {
    const plan = [row({ probes: [asks('one', { profiles: ['certify'] }), asks('other')] })];
    const record = smallRecord([...controls, asked('one', accepted), asked('other', accepted)]);
    expect(told(judged(plan, record))).toEqual(['OTP-09 0 asks other satisfied']);
  });

  test('belongs to a row that is only evidence is asked, and not judged', () => {
    const evidence = row({ probes: [asks('one')], givesEvidence: true, excused: 'not-selected' }, 'OTP-04');
    const judgement = judged(
      [evidence, row({ probes: [asks('other')] })],
      smallRecord([...controls, asked('one', refused)]),
    );
    expect(told(judgement).map((line) => line.slice(0, 6))).toEqual(['OTP-09']);
    const names = [...judgement.driver.asked.values()].map(({ name }) => name);
    expect(names).toContain(requestName('sendOTP', specOf('one'), { id: 'cafe0001', startedAt: 0 }));
  });

  test('belongs to an excused row is not asked', () => {
    const judgement = judged(
      [row({ probes: [asks('one')], excused: 'declared' }), row({}, 'OTP-04')],
      smallRecord(controls),
    );
    expect(told(judgement)).toEqual([]);
    expect(judgement.driver.asked.size).toBe(3);
  });
});

describe('a check that, in its own steps,', () => {
  test('asks an operation that takes no part is not run', () => {
    const elsewhere = sequence('asks elsewhere', function* () {
      const settled = yield* send('sendActivationCode', specOf('one'), 'asking elsewhere');
      return satisfied(settled, { is: 'accepted' });
    });
    const finding = only(judged([row({ probes: [elsewhere] })], smallRecord(controls)));
    expect(finding).toMatchObject({
      verdict: 'not-run',
      reason: 'not-selected',
      received: note('no-control', 'sendActivationCode'),
    });
  });

  test('sends a request that is not what it claims to be is the fault of the suite', () => {
    const spec = { base: 'full', violates: { path: ['accessToken'], keyword: 'maxLength' } } as const;
    const probe = sequence('asks', function* () {
      return satisfied(yield* send('sendOTP', spec, 'a request that breaks nothing'), { is: 'accepted' });
    });
    const record = smallRecord([...controls, { spec, came: [accepted] }]);
    expect(only(judged([row({ probes: [probe] })], record))).toMatchObject({
      verdict: 'harness-error',
      reason: 'probe-wrong',
      received: { is: 'note', note: 'self-check' },
    });
  });

  test('has a request whose exchange is missing is open', () => {
    const record = smallRecord([...controls, asked('one', accepted)]);
    const without = { ...record, exchanges: record.exchanges.filter(({ id }) => id !== 'x4') };
    expect(only(judged([row({ probes: [asks('one')] })], without))).toMatchObject({
      verdict: 'inconclusive',
      reason: 'unstable',
    });
  });
});

describe('the good request at the end', () => {
  const plan = [row({ probes: [asks('one'), asks('other'), asks('bare', { control: 'none' })] })];
  const record = (...last: Asked[]) =>
    smallRecord([opening(), asked('one', accepted), asked('other', refused), asked('bare', accepted), ...last]);
  const verdicts = (...last: Asked[]) =>
    judged(plan, record(...last)).checks.map(({ finding: { verdict, reason } }) => `${verdict} ${reason}`.trim());

  test('that is refused takes back what passed before it, and nothing else', () => {
    expect(verdicts(closing(refused))).toEqual(['inconclusive control-lost', 'violated broken', 'satisfied']);
    expect(verdicts(closing(timeout))).toEqual(['inconclusive control-lost', 'violated broken', 'satisfied']);
  });

  test('that is accepted, or could not be sent, takes back nothing', () => {
    for (const last of [[closing()], []])
      expect(verdicts(...last)).toEqual(['satisfied', 'violated broken', 'satisfied']);
  });

  test('counts for its own operation alone', () => {
    const other = plannedRow(
      'sendActivationCode.customerId.maxLength',
      { probes: [asks('one')] },
      'sendActivationCode',
    );
    const judgement = judged([other], record(closing(refused)), {
      selected: ['sendOTP', 'sendActivationCode'],
      apis: ['sendOTP', 'sendActivationCode'],
    });
    expect(only(judgement)).toMatchObject({ verdict: 'not-run', reason: 'not-replayed' });
  });
});

describe('an invariant', () => {
  const answers = invariant('answers', ({ answer: { exchange } }) => ({
    ...always('satisfied'),
    exchanges: [exchange],
  }));
  const seen = (record: RunRecord) => only(judged([row({ invariants: [answers] })], record)).seen;

  test('sees every attempt, but for those that were lost while the target was away', () => {
    const record = smallRecord([opening(), asked('one', accepted, accepted)]);
    expect(seen(record)).toEqual({ count: 3, of: 3 });
    const requests = record.requests.map((request, at) =>
      at === 0
        ? request
        : {
            ...request,
            attempts: request.attempts.map((one, nth) => (nth === 0 ? { ...one, lost: true as const } : one)),
          },
    );
    expect(seen({ ...record, requests })).toEqual({ count: 2, of: 2 });
  });

  test('sees nothing of a request that ended while the target was away', () => {
    expect(seen(smallRecord([opening(), { ...asked('one', accepted), ended: 'absent' }]))).toEqual({ count: 1, of: 1 });
  });
});

describe('what is diagnosed', () => {
  const cause = (code: string, says = code): Diagnosis => ({ code, says, cure: '' });
  const finds = (title: string, found: Diagnosis) =>
    invariant(title, ({ answer: { exchange } }) => ({
      ...always('violated'),
      exchanges: [exchange],
      diagnose: () => found,
    }));

  test('is told once for each code, as it was found first', () => {
    const invariants = [finds('a', cause('one', 'first')), finds('b', cause('two')), finds('c', cause('one', 'again'))];
    const { diagnosis } = judged([row({ invariants })], smallRecord(controls));
    expect(diagnosis).toEqual([cause('one', 'first'), cause('two')]);
  });

  test('begins with a target that went away', () => {
    const record = smallRecord([...controls, asked('one', timeout)], 'absent');
    const { diagnosis } = judged([row({ invariants: [finds('a', cause('one'))] })], record);
    expect(diagnosis.map(({ code }) => code)).toEqual(['target-gone', 'one']);
  });

  test('is the key, where all answers are signed with another than the configured one', () => {
    const [ours, theirs, stranger] = keys;
    const signedBy = ({ privateKey }: KeyPair): Came => {
      const content = `POST ${operations.sendOTP.path}\nTEST_1.${time}.${JSON.stringify(accepted.json)}`;
      const text = encodeURIComponent(sign('sha256', Buffer.from(content), privateKey).toString('base64'));
      const header = `algorithm=RSA256, keyVersion=1, signature=${text}`;
      return {
        ...accepted,
        headers: [
          ['Client-Id', 'TEST_1'],
          ['Response-Time', time],
          ['Signature', header],
        ],
      };
    };
    const pem = (key: KeyObject) => key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' });
    const settings = {
      signing: {
        mode: 'required',
        keyVersion: '1',
        privateKey: pem(ours!.privateKey),
        publicKey: pem(theirs!.publicKey),
      },
    };
    const plan = [row({ probes: [asks('one')] })];
    // The opening was not signed: only what came later shows whose key it is.
    const later = (by: KeyPair) => judged(plan, smallRecord([...controls, asked('one', signedBy(by))]), settings);
    expect(later(stranger!)).toMatchObject({ misconfigured: true, diagnosis: [{ code: 'wrong-public-key' }] });
    expect(later(theirs!)).toMatchObject({ misconfigured: false, diagnosis: [] });
    const off = { signing: { ...settings.signing, mode: 'off' } };
    expect(judged(plan, smallRecord([...controls, asked('one', signedBy(stranger!))]), off).misconfigured).toBe(false);
  });
});
