/** No behaviour reads prose: with every text of the engine and the suites replaced, or unreadable, a run comes to the same results. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { judgeRecord, planFor } from '../../cli/run/run-conformance.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import { judgedRows } from '../../engine/report/judged-rows.ts';
import { linkRootCauses } from '../../engine/report/root-causes.ts';
import { todoOf } from '../../engine/report/todo.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { type Keys, startReferenceAlipayPlus, startReferenceMpp } from '../../reference/index.ts';
import { activeTokens, customersByDecision } from '../../reference/mpp/users.ts';
import { sharedKeys } from '../support/judged.ts';
import { runCaller } from '../support/judged-caller.ts';
import { recordedRun } from '../support/recorded-run.ts';
import { withUnreadWords } from '../support/unread-words.ts';
import { buildWithoutWords } from '../support/wordless-build.ts';

const root = join(import.meta.dirname, '../..');
// Inside the repository, so that packages left outside the bundle are found.
const outdir = join(root, 'test', `.tmp-words-${process.pid}`);

let withoutWords: typeof import('../support/wordless-entry.ts');
let replaced: number;

beforeAll(async () => {
  const wordless = await buildWithoutWords(root, 'test/support/wordless-entry.ts', outdir);
  replaced = wordless.replaced;
  withoutWords = await import(wordless.file);
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

/** A run that is judged with words and without. */
interface Case {
  readonly withWords: () => Promise<Judged>;
  readonly without: () => Promise<Report>;
  readonly shows: Shown;
}

interface Judged {
  readonly settings: RunSettings;
  readonly record: RunRecord;
  readonly report: Report;
}

type StartServer = (options: { fault: readonly string[]; keys: Keys }) => Promise<{
  readonly config: object;
  close(): Promise<void>;
}>;

/** One request after the other: where messages to users run out, which check gets the last one is a matter of time otherwise. */
const oneByOne = { concurrency: 1 };

/** A recorded run against a reference with faults. */
async function recorded(start: StartServer, fault: readonly string[], config: object): Promise<Judged> {
  const reference = await start({ fault, keys: await sharedKeys() });
  const prepared = await prepareRun({
    config: { ...reference.config, ...config, run: { seed: 1, ...oneByOne } } as never,
  });
  try {
    return { settings: prepared.settings, ...(await recordedRun(prepared.settings)) };
  } finally {
    await prepared.close();
    await reference.close();
  }
}

function ofMpp(shows: Shown, fault: readonly string[], config: Record<string, unknown> = {}): Case {
  return {
    withWords: () => recorded(startReferenceMpp, fault, config),
    without: () => withoutWords.judgeReference({ seed: 1, fault, config: { ...config, run: oneByOne } }),
    shows,
  };
}

const cases: Record<string, Case> = {
  'a correct MPP': ofMpp({}, []),
  'an MPP that sends one OTP id to all and demands an optional field': ofMpp({ failed: true, consequences: true }, [
    'otp-id-constant',
    'activation-code-customer-required',
  ]),
  'an MPP that signs over the path of another API': ofMpp({ failed: true, consequences: true, diagnosis: true }, [
    'answer-signed-over-constant-path',
  ]),
  'an MPP with two faults, of which the config says little': ofMpp(
    { failed: true, consequences: true, todo: true },
    ['failures-as-unsigned-http-400', 'otp-verify-type-required'],
    { requests: oneUserEach, scenarios: {} },
  ),
  'an MPP with wrong codes and too low limits': ofMpp({ failed: true, consequences: true }, [
    'unexpected-error-as-process-fail',
    'otp-two-a-day',
    'otp-access-token-limit-127',
  ]),
  'an MPP that breaks down': ofMpp({ failed: true, consequences: true }, [
    'otp-missing-token-error-page',
    'notification-needs-optional-fields',
    'signature-never-checked',
  ]),
  'an Alipay+ that denies what is too long and gives no list': {
    withWords: () => recorded(startReferenceAlipayPlus, ['too-long-is-denied', 'no-list'], {}),
    without: () => withoutWords.judgeAlipayPlus({ fault: ['too-long-is-denied', 'no-list'] }),
    shows: { failed: true, consequences: true },
  },
  'a caller that trusts any signature': {
    withWords: () => runCaller({ fault: 'trusts-any-signature' }),
    without: () => withoutWords.judgeCaller({ fault: 'trusts-any-signature' }),
    shows: { failed: true },
  },
};

test('hundreds of texts are replaced', () => {
  expect(replaced).toBeGreaterThan(400);
});

describe.each(Object.entries(cases))('the judgement of %s', (_what, { withWords, without, shows }) => {
  let judged: Judged;
  beforeAll(async () => {
    judged = await withWords();
  });

  test('is the same without words', async () => {
    const { report } = judged;
    const wordless = await without();
    expect(results(wordless)).toEqual(results(report));
    // There was something to be the same.
    expect(shownIn(report)).toMatchObject(shows);
    // The texts were there to be read, and are not any more.
    const kept = titles(wordless).filter((title) => titles(report).includes(title));
    expect(kept.length).toBeLessThan(titles(report).length / 4);
  });

  // The sentences of the contract are read here too: they are in no text of the engine that could be replaced.
  test('finds root causes and what is to be done where reading a sentence is an error', async () => {
    const { settings, record, report } = judged;
    const plan = await planFor(settings);
    const { checks } = await judgeRecord(plan, record, settings);
    const rows = judgedRows(plan, checks, settings);
    linkRootCauses(withUnreadWords(rows));
    const causes = new Map(rows.map(({ planned, consequenceOf }) => [planned.key, consequenceOf]));
    for (const { key, consequenceOf } of report.requirements) expect(causes.get(key), key).toBe(consequenceOf);
    const unlocks = todoOf(withUnreadWords(rows), settings).map((todo) => todo.unlocks);
    expect(unlocks).toEqual(report.todo.map((todo) => todo.unlocks));
  });
});
