/** No behaviour reads prose: with every text of the engine and the suites replaced, a run comes to the same results. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { activeTokens, customersByDecision } from '../../reference/mpp/users.ts';
import { buildWithoutWords, buildWithWords } from '../support/wordless-build.ts';

const root = join(import.meta.dirname, '../..');
// Inside the repository, so that packages left outside the bundle are found.
const outdir = join(root, 'test', `.tmp-words-${process.pid}`);

type Build = Pick<typeof import('../support/judged.ts'), 'judgeReference'>;

let withWords: Build;
let withoutWords: Build;
let replaced: number;

beforeAll(async () => {
  const [plain, wordless] = await Promise.all([
    buildWithWords(root, 'test/support/judged.ts', join(outdir, 'plain')),
    buildWithoutWords(root, 'test/support/judged.ts', join(outdir, 'wordless')),
  ]);
  replaced = wordless.replaced;
  [withWords, withoutWords] = await Promise.all([import(plain.file), import(wordless.file)]);
});

afterAll(() => rm(outdir, { recursive: true, force: true }));

/** What a run came to, without a word of prose. */
function results({ requirements, todo, diagnosis, verdict, run }: Report) {
  return {
    verdict,
    exitCode: run.exitCode,
    rows: requirements.map(({ key, outcome, reason, consequenceOf, checks }) => ({
      key,
      outcome,
      reason,
      consequenceOf,
      checks: checks.map((check) => ({ outcome: check.outcome, reason: check.reason, field: check.field })),
    })),
    unlocks: todo.map(({ unlocks }) => unlocks),
    diagnosis: diagnosis.map(({ code }) => code),
  };
}

const titles = ({ requirements }: Report) => requirements.flatMap(({ checks }) => checks.map(({ title }) => title));

/** What a run has to show, so that two equal results say something. */
type Shown = Partial<ReturnType<typeof shownIn>>;

function shownIn({ requirements, todo, diagnosis }: Report) {
  return {
    failed: requirements.some(({ outcome }) => outcome === 'failed'),
    consequences: requirements.some(({ kind, consequenceOf }) => kind !== 'group' && consequenceOf !== null),
    todo: todo.length > 0,
    diagnosis: diagnosis.length > 0,
  };
}

const aCustomer = { customerId: customersByDecision.REQUIRE_ADDITIONAL_AUTHENTICATION[0] };
/** One user of each API, none of them fresh. */
const oneUserEach = {
  sendOTP: [{ accessToken: activeTokens[0] }],
  sendActivationCode: [aCustomer],
  tokenActivationNotification: [aCustomer],
  tokenDigitizeDecision: [aCustomer],
};

describe('without words', () => {
  test('hundreds of texts are replaced', () => {
    expect(replaced).toBeGreaterThan(400);
  });

  test.each<[string, readonly string[], Record<string, unknown>, Shown]>([
    ['of a correct MPP', [], {}, {}],
    [
      'of an MPP that sends one OTP id to all and demands an optional field',
      ['otp-id-constant', 'activation-code-customer-required'],
      {},
      { failed: true, consequences: true },
    ],
    [
      'of an MPP that signs over the path of another API',
      ['answer-signed-over-constant-path'],
      {},
      { failed: true, consequences: true, diagnosis: true },
    ],
    [
      'of an MPP with two faults, of which the config says little',
      ['failures-as-unsigned-http-400', 'otp-verify-type-required'],
      { requests: oneUserEach, scenarios: {} },
      { failed: true, consequences: true, todo: true },
    ],
  ])('the results %s are the same', async (_what, fault, config, shows) => {
    const judging = { seed: 1, fault, config: { ...config, run: { profile: 'gate' } } };
    const plain = await withWords.judgeReference(judging);
    const wordless = await withoutWords.judgeReference(judging);
    expect(results(wordless)).toEqual(results(plain));
    // There was something to be the same.
    expect(shownIn(plain)).toMatchObject(shows);
    // The texts were there to be read, and are not any more.
    const kept = titles(wordless).filter((title) => titles(plain).includes(title));
    expect(kept.length).toBeLessThan(titles(plain).length / 4);
  });
});
