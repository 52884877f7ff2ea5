/** The judge, on records of few requests: which finding each check gets, and what the controls around it make of that finding. */
import { generateKeyPairSync, type KeyObject, type KeyPairKeyObjectResult as KeyPair, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { invariant } from '../../engine/check/check.ts';
import { type Settled, satisfied, violated } from '../../engine/check/finding.ts';
import { attempt, isUnanswered, rest, send, together } from '../../engine/check/steps.ts';
import { sequence } from '../../engine/check/verbs/index.ts';
import type { ServerJudgement } from '../../engine/judge/judge.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import type { Diagnosis } from '../../engine/report.ts';
import { requestName } from '../../engine/request/request-spec.ts';
import type { Answer } from '../../engine/wire/answer.ts';
import { operations } from '../../generated/operations.ts';
import { type Came, resultOf, timeout } from '../support/exchanges.ts';
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
  smallRecord,
  specOf,
} from '../support/small-run.ts';

const time = '2030-01-01T00:00:00Z';
const keys = Array.from({ length: 3 }, () => generateKeyPairSync('rsa', { modulusLength: 1024 }));

const row = (change: Partial<PlannedRow>, id = 'OTP-09') => plannedRow(id, change);
const controls = [opening(), minimal(), closing()];

/** What each check came to, in the order of the judgement. */
const told = ({ checks }: ServerJudgement) =>
  checks.map(({ row: { id }, title, ordinal, finding: { verdict, reason } }) =>
    [id, ordinal, title, verdict, reason].join(' ').trim(),
  );
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
      const known = !isUnanswered(one!) && !isUnanswered(other!) && isUnanswered(none);
      return always(known ? 'satisfied' : 'violated');
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

  test('asks an operation that takes no part is not run', () => {
    const elsewhere = sequence('asks elsewhere', function* () {
      const settled = yield* send('sendActivationCode', specOf('one'), 'asking elsewhere');
      return satisfied(settled, { is: 'accepted' });
    });
    const finding = only(judged([row({ probes: [elsewhere] })], smallRecord(controls)));
    expect(finding).toMatchObject({
      verdict: 'not-run',
      reason: 'not-selected',
      received: { value: 'sendActivationCode' },
    });
  });
});

/** Of the same answer: one invariant that it keeps, and one that it breaks. */
const settledBy = (answer: Answer): Settled => ({
  answer,
  exchanges: [answer.exchange],
  meant: null,
  fixture: 0,
  place: '',
});
const kept = invariant('kept', ({ answer }) => satisfied(settledBy(answer), { is: 'any-result' }));
const broken = invariant('broken', ({ answer }) => violated(settledBy(answer), { is: 'any-result' }));

/** A run whose good request gets one answer and all others S. */
const opened = {
  plan: [
    row({ probes: [asks('one'), asks('bare', { control: 'none' })] }),
    row({ invariants: [kept, broken] }, 'OTP-04'),
  ],
  record: (first: Asked) => smallRecord([first, asked('one', accepted), asked('bare', accepted)]),
};

describe('the good request that opens a run', () => {
  const { plan, record } = opened;

  test('that is refused leaves nothing in favour of the target', () => {
    const judgement = judged(plan, record(opening(refused)));
    expect(told(judgement)).toEqual([
      'OTP-09 0 asks one not-run no-control',
      'OTP-09 1 asks bare satisfied',
      'OTP-04 0 kept not-run no-control',
      'OTP-04 1 broken violated broken',
    ]);
    expect(judgement.checks[2]!.finding.received).toEqual({ is: 'note', note: 'no-control', value: 'sendOTP' });
    expect(judgement.withoutControl).toEqual(['sendOTP']);
  });

  test('that was not sent says why: the record does not have it, or the run had ended', () => {
    const without = smallRecord([asked('bare', accepted)]);
    expect(told(judged(plan, without)).slice(0, 2)).toEqual([
      'OTP-09 0 asks one not-run not-replayed',
      'OTP-09 1 asks bare satisfied',
    ]);
    const ended = smallRecord([], 'interrupted');
    expect(told(judged(plan, ended)).slice(0, 2)).toEqual([
      'OTP-09 0 asks one not-run interrupted',
      'OTP-09 1 asks bare not-run interrupted',
    ]);
  });
});

describe('the good request that opens a run, where it', () => {
  const { plan, record } = opened;

  test('gets no answer ends the run: the target is not reached', () => {
    const judgement = judged(plan, record(opening(timeout)));
    expect(told(judgement)).toEqual([
      'OTP-09 0 asks one not-run no-answer',
      'OTP-09 1 asks bare not-run no-answer',
      'OTP-04 0 kept not-run no-answer',
      'OTP-04 1 broken not-run no-answer',
    ]);
    expect(judgement.diagnosis.map(({ code }) => code)).toEqual(['no-answer-timeout']);
    expect(judgement).toMatchObject({ unreachable: true, misconfigured: false });
  });

  test('is refused for its signature ends the run: the config is at fault', () => {
    const judgement = judged(plan, record(opening(resultOf('F', 'INVALID_SIGNATURE'))));
    expect(told(judgement)[0]).toBe('OTP-09 0 asks one not-run misconfigured');
    expect(judgement.diagnosis.map(({ code }) => code)).toEqual(['signature-wanted']);
    expect(judgement).toMatchObject({ unreachable: false, misconfigured: true, withoutControl: ['sendOTP'] });
  });

  test('was taken in another spelling only is told with that spelling', () => {
    const spelling = { names: 'lower', comma: ', ' } as const;
    const spec = { base: 'full', mayReachPerson: true, wire: { spelling }, occurrence: 'spelling' } as const;
    const judgement = judged(
      plan,
      smallRecord([opening(resultOf('F', 'INVALID_SIGNATURE')), { spec, came: [accepted] }]),
    );
    expect(judgement).toMatchObject({ spelling, misconfigured: false, withoutControl: [] });
  });

  test('is of no row that is judged is not missed', () => {
    const excused = [row({ invariants: [kept], excused: 'suite' }), row({ invariants: [broken] }, 'OTP-04')];
    expect(judged(excused, record(opening(refused))).withoutControl).toEqual(['sendOTP']);
    const evidence = [row({ probes: [asks('one')], excused: 'not-selected', givesEvidence: true })];
    expect(judged(evidence, record(opening(refused))).withoutControl).toEqual([]);
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
