/** The life of tokens and codes: servers that mix up users or refuse what they took before are found, lawful ones are left alone. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import type { CheckResult, Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { isObject, jsonOf } from '../../engine/wire/json.ts';
import type { Delivery, Transport } from '../../engine/wire/transport.ts';
import { both, onDecision } from '../../reference/faults/mpp/alterations.ts';
import { mppFaults, mppVariants } from '../../reference/index.ts';
import { type Behaviour, type Call, mppApis, type Patch } from '../../reference/mpp/behaviour.ts';
import { configFor } from '../../reference/mpp/config.ts';
import { answerCall, correctBehaviour } from '../../reference/mpp/correct.ts';
import { customers } from '../../reference/mpp/users.ts';
import { judgeWith, rowOf } from '../support/judged.ts';

const identity = { id: 'life0000', startedAt: Date.now() };
const correct: Patch = (b) => b;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A reference MPP that neither signs nor verifies, changed in one way that no table has. */
async function serving<T>(alter: Patch, use: (config: Record<string, unknown>) => Promise<T>): Promise<T> {
  const behaviour: Behaviour = alter(correctBehaviour(null, mppApis));
  let n = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    n += 1;
    const path = request.url ?? '/';
    const headers = request.headers as Record<string, string>;
    const call = { n, method: request.method ?? '', target: path, path, headers, rawHeaders: request.rawHeaders };
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const whole: Call = { ...call, body: Buffer.concat(chunks), api: null, authenticated: false, request: {} };
      await behaviour.deliver(response, await answerCall(behaviour, whole), whole);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await use(configFor(behaviour, `http://127.0.0.1:${port}`, null) as Record<string, unknown>);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

interface Judging {
  readonly only?: readonly string[];
  readonly config?: Record<string, unknown>;
  readonly run?: Record<string, unknown>;
  readonly path?: string;
}

interface Judged {
  readonly report: Report;
  readonly exchanges: readonly Exchange[];
  readonly settings: RunSettings;
}

function judge(alter: Patch, { only, config = {}, run = {}, path }: Judging = {}): Promise<Judged> {
  return serving(alter, async (fitting) => {
    const request = { config: { ...fitting, ...config, run: { seed: 1, ...run } }, choices: { only, path } };
    const { settings } = await prepareRun(request as never);
    return judged(settings);
  });
}

async function judged(settings: RunSettings, transport?: Transport): Promise<Judged> {
  const { report, record } = await judgeWith(settings, { identity, transport });
  return { report, exchanges: record.exchanges, settings };
}

function check({ report }: Judged, key: string, title: RegExp): CheckResult {
  const found = rowOf(report, key).checks.filter((one) => title.test(one.title));
  if (found.length !== 1) throw new Error(`${found.length} checks of ${key} are named like ${title}.`);
  return found[0]!;
}

const sideBySide = /concurrent calls as to sequential/;
const anyOrder = /without the calls of others/;

/** What a counterexample calls, in short. */
function calls({ counterexample }: CheckResult): string[] {
  return (counterexample as { operation: string; user: string }[]).map(({ operation, user }) => `${operation} ${user}`);
}

const fault = (name: string) => mppFaults.find((one) => one.name === name)!.alter;
const decidesForTheLast = fault('decision-of-the-customer-before');
const variant = (name: string) => mppVariants.find((one) => one.name === name)!.alter;

/** Takes notifications about the customer of the latest digitization only. */
const oneTokenAtATime: Patch = (b) => {
  let current: unknown = null;
  return both(
    onDecision('tokenDigitizeDecision', (next) => (c, request, call) => {
      current = request.customerId;
      return next(c, request, call);
    }),
    onDecision(
      'tokenActivationNotification',
      (next) => (c, request, call) =>
        current !== request.customerId && request.customerId !== undefined
          ? { result: c.result('PROCESS_FAIL') }
          : next(c, request, call),
    ),
  )(b);
};

/** Answers every call that waits for a gateway with what the gateway said last. */
const oneGatewayAnswer: Patch = (b) => {
  let last: unknown;
  return onDecision('sendOTP', (next) => async (c, request, call) => {
    last = await next(c, request, call);
    await pause(15);
    return structuredClone(last) as never;
  })(b);
};

/** Has one id for everybody. */
const oneId: Patch = (b) => ({ ...b, newId: () => 'otp-1' });

/** Refuses what was done before about a token, the first token of the run left out: the controls use that. */
const onceOnly =
  (api: 'tokenActivationNotification' | 'sendActivationCode'): Patch =>
  (b) => {
    const tokens: unknown[] = [];
    const done = new Set<unknown>();
    return both(
      onDecision('tokenDigitizeDecision', (next) => (c, request, call) => {
        tokens.push(request.tokenReferenceId);
        return next(c, request, call);
      }),
      onDecision(api, (next) => async (c, request, call) => {
        const { tokenReferenceId } = request;
        if (done.has(tokenReferenceId)) return { result: c.result('PROCESS_FAIL') };
        const answer = await next(c, request, call);
        if (answer.result.resultStatus === 'S' && tokens.indexOf(tokenReferenceId) > 0) done.add(tokenReferenceId);
        return answer;
      }),
    )(b);
  };

describe('users who are mixed up', () => {
  test('at the same moment: two calls show it, with the right answers beside', async () => {
    const run = await judge(fault('decisions-mixed-up-side-by-side'), { only: ['TDD-14'] });
    const found = check(run, 'tokenDigitizeDecision/TDD-14', sideBySide);
    expect(found.outcome).toBe('failed');
    expect(calls(found)).toHaveLength(2);
    expect(found.field).toBe('response:/decision');
    expect(found.received).toMatch(/called at the same moment as .*; S\/SUCCESS with decision "\w+" alone, twice$/);
  });

  test('refused and good users of sendOTP at the same moment', async () => {
    const run = await judge(oneGatewayAnswer, { only: ['OTP-15'] });
    const found = check(run, 'sendOTP/OTP-15', sideBySide);
    expect(found.outcome).toBe('failed');
    expect(calls(found)).toHaveLength(2);
  });

  test('one after the other: the fewest calls that show it', async () => {
    const run = await judge(decidesForTheLast, { only: ['TDD-14'] });
    const found = check(run, 'tokenDigitizeDecision/TDD-14', anyOrder);
    expect(found.outcome).toBe('failed');
    expect(calls(found)).toHaveLength(2);
    expect(found.seen).toMatch(/path \d+(:\d+)*$/);
    expect(found.replay).toContain('--path');
  });

  test('by an operation that another user called in between', async () => {
    const run = await judge(oneTokenAtATime, { only: ['TAN-05'] });
    const found = check(run, 'tokenActivationNotification/TAN-05', anyOrder);
    expect(found.outcome).toBe('failed');
    // Before it perhaps their own token, as without it the notification fails for the lack of it.
    const list = calls(found);
    expect(list.length).toBeLessThanOrEqual(3);
    const [other, notification] = list.slice(-2) as [string, string];
    expect(other).toMatch(/^tokenDigitizeDecision/);
    expect(notification).toMatch(/^tokenActivationNotification/);
    const userOf = (call: string) => call.slice(call.indexOf(' '));
    expect(userOf(other)).not.toBe(userOf(notification));
  });

  test('by the path of the replay line, with fewer requests', async () => {
    const first = await judge(decidesForTheLast, { only: ['TDD-14'] });
    const found = check(first, 'tokenDigitizeDecision/TDD-14', anyOrder);
    const path = /path ([\d:]+)/.exec(found.seen)![1]!;
    const again = await judge(decidesForTheLast, { only: ['TDD-14'], path });
    expect(calls(check(again, 'tokenDigitizeDecision/TDD-14', anyOrder))).toEqual(calls(found));
    expect(again.exchanges.length).toBeLessThan(first.exchanges.length);
  });
});

describe('what is not kept from one call to the next', () => {
  test('an id that two users get', async () => {
    const run = await judge(oneId, { only: ['OTP-04'] });
    expect(rowOf(run.report, 'sendOTP/OTP-04').outcome).toBe('failed');
    const found = check(run, 'sendOTP/OTP-04', /in any order/);
    expect(found.outcome).toBe('failed');
    expect(calls(found).length).toBeLessThanOrEqual(3);
  });

  test('ids raced for by two users at the same moment', async () => {
    const run = await judge(fault('otp-id-raced'), { only: ['OTP-04'] });
    expect(check(run, 'sendOTP/OTP-04', /own verifyRequestId$/).outcome).toBe('failed');
  });

  test('a notification refused the second time warns', async () => {
    const run = await judge(onceOnly('tokenActivationNotification'), { only: ['TAN-11'] });
    const found = check(run, 'tokenActivationNotification/TAN-11', /in any order/);
    expect(found.outcome).toBe('warned');
    const [token, ...notifications] = calls(found);
    expect(token).toMatch(/^tokenDigitizeDecision/);
    expect(new Set(notifications).size).toBe(1);
    expect(notifications).toHaveLength(2);
  });

  test('a second activation code refused warns, though the row is a MUST', async () => {
    const run = await judge(onceOnly('sendActivationCode'), { only: ['SAC-05'] });
    expect(check(run, 'sendActivationCode/SAC-05', /second activation code/).outcome).toBe('warned');
    expect(rowOf(run.report, 'sendActivationCode/SAC-05').outcome).toBe('warned');
  });
});

const rows = ['TDD-14', 'TAN-05', 'TAN-11', 'SAC-05', 'OTP-15', 'OTP-04'];

/** Decides otherwise about a customer's later tokens: an affair of that customer alone. */
const decidesByHistory: Patch = (b) => {
  const tokens = new Map<unknown, number>();
  return onDecision('tokenDigitizeDecision', (next) => async (c, request, call) => {
    const answer = await next(c, request, call);
    const count = (tokens.get(request.customerId) ?? 0) + 1;
    tokens.set(request.customerId, count);
    const decision = count > 6 ? 'DECLINED' : count > 3 ? 'APPROVED' : answer.decision;
    return answer.result.resultStatus === 'S' ? { ...answer, decision } : answer;
  })(b);
};

describe('lawful servers', () => {
  const lawful: [string, Patch][] = [
    ['a correct one', correct],
    ['one that decides by what the customer did before', decidesByHistory],
    ['one that sends three messages a day', variant('three-otps-a-day')],
    ['one that wants time between messages', variant('thirty-seconds-apart')],
    ['one that takes its time', variant('jitter')],
    ['one with short ids', variant('short-otp-ids')],
  ];
  test.each(lawful)('%s', async (_says, alter) => {
    const { report } = await judge(alter, { only: rows });
    const bad = report.requirements
      .flatMap((row) => row.checks)
      .filter(({ outcome }) => /failed|warned|error|inconclusive/.test(outcome));
    expect(bad).toEqual([]);
  });

  test('every user of a pool keeps its budget, and the run its cap', async () => {
    const limits = {
      sendOTP: { perFixture: 3, restMs: 0, maxSends: 9 },
      sendActivationCode: { perFixture: 2, restMs: 0 },
    };
    const { exchanges, report } = await judge(correct, { only: rows, config: { limits } });
    const perUser = new Map<string, number>();
    for (const { operation, request, response } of exchanges) {
      const body = jsonOf(request.body);
      if (!isObject(body)) continue;
      const { customerId, accessToken } = body;
      const user = `${operation} ${accessToken ?? customerId}`;
      const accepted = Buffer.from(response!.body).includes('"resultStatus":"S"');
      if (accepted && operation in limits) perUser.set(user, (perUser.get(user) ?? 0) + 1);
    }
    // A code for nobody in particular reaches whom the token belongs to: it counts, but for no fixture.
    perUser.delete('sendActivationCode undefined');
    perUser.delete('sendActivationCode null');
    for (const [user, count] of perUser) {
      expect(count, user).toBeLessThanOrEqual(user.startsWith('sendOTP') ? 3 : 2);
    }
    expect(report.run.sent.sendOTP).toBeLessThanOrEqual(9);
    expect(rowOf(report, 'sendOTP/OTP-15').outcome).toBe('passed');
  });

  test('one user and one request at a time leave the valid call proved, and say what is missing', async () => {
    const config = {
      requests: { tokenDigitizeDecision: [{ customerId: [...customers.keys()][0] }] },
      scenarios: {},
      apis: ['tokenDigitizeDecision'],
    };
    const run = await judge(correct, { config, run: { concurrency: 1 } });
    expect(rowOf(run.report, 'tokenDigitizeDecision/TDD-14').outcome).toBe('passed');
    expect(check(run, 'tokenDigitizeDecision/TDD-14', sideBySide)).toMatchObject({
      outcome: 'not-applicable',
      reason: 'precondition',
    });
    expect(check(run, 'tokenDigitizeDecision/TDD-14', anyOrder)).toMatchObject({
      outcome: 'not-applicable',
      reason: 'no-evidence',
    });
  });
});

describe('the same seed', () => {
  const body = (exchange: Exchange) => `${exchange.probe} ${Buffer.from(exchange.request.body).toString()}`;

  test('gives the same requests, whatever their order', async () => {
    const [one, other] = [await judge(correct, { only: rows }), await judge(correct, { only: rows })];
    expect(other.exchanges.map(body).sort()).toEqual(one.exchanges.map(body).sort());
    expect(new Set(one.exchanges.map(({ probe }) => probe)).size).toBe(one.exchanges.length);
  });

  test.each([
    ['a correct server', correct],
    ['one that mixes users up', decidesForTheLast],
    ['one that refuses a second notification', onceOnly('tokenActivationNotification')],
  ])('gives the same verdict again from the recorded answers of %s', async (_says, alter) => {
    const live = await judge(alter, { only: rows });
    const recorded = new Map<string, Delivery>(
      live.exchanges.map(({ probe, startedAt, durationMs, response, noAnswer }) => [
        probe,
        { startedAt, durationMs, response, noAnswer },
      ]),
    );
    const transport: Transport = {
      send: async (_request, probe) => {
        const delivery = recorded.get(probe);
        if (!delivery) throw new Error(`Nothing is recorded for ${probe}.`);
        return delivery;
      },
      close: async () => {},
    };
    const again = await judged(live.settings, transport);
    const outcomes = ({ report }: Judged) =>
      report.requirements
        .flatMap((row) => row.checks.map(({ title, outcome }) => `${row.key} ${title} ${outcome}`))
        .sort();
    expect(outcomes(again)).toEqual(outcomes(live));
  });
});
