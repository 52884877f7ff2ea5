/** The reference caller against the simulator: what it sends, when it repeats, and what it believes. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startReferenceAlipayPlus } from '../../reference/alipayplus/server.ts';
import { type ReferenceCaller, startReferenceCaller } from '../../reference/caller/server.ts';
import { callerFaults } from '../../reference/faults/caller/faults.ts';
import { type Keys, newKeys } from '../../reference/signing.ts';
import type { Step } from '../../simulator/script.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';

const path = '/aps/api/v1/codes/getPaymentCode';
const clientId = 'TEST_5Y00000000000000';
const patience = { timeoutMs: 300, pauseMs: 20 };
let keys: Keys;
let simulator: Simulator;
let right: ReferenceCaller;
let actions = 0;

beforeAll(async () => {
  keys = await newKeys();
  const alipayplus = { keys: keys.alipayplus, clientId, path, lateMs: 2000, holdMs: 2000 };
  simulator = await startSimulator({ listen: '127.0.0.1:0', ...alipayplus });
  right = await startReferenceCaller({ alipayplusUrl: simulator.url, keys, clientId, ...patience });
});
beforeEach(() => {
  actions += 1;
});
afterAll(async () => {
  await right.close();
  await simulator.close();
});

async function trigger(
  caller: ReferenceCaller,
  request: object = { customerId: 'u1', region: 'JP', codeQuantity: '2' },
) {
  const response = await fetch(caller.triggerUrl, {
    method: 'POST',
    body: JSON.stringify({ operation: 'getPaymentCode', actionId: `a${actions}`, request }),
  });
  return {
    status: response.status,
    json: (await response.json()) as { outcome: string; resultCode: string; codes: string[] },
  };
}

async function play(steps: readonly Step[], caller = right) {
  simulator.setScript(`a${actions}`, steps);
  const { json } = await trigger(caller);
  await expect.poll(() => simulator.pending).toBe(0);
  return { ...json, calls: simulator.inbox.filter(({ probe }) => probe === `a${actions}`) };
}

describe('the correct one', () => {
  test('gets codes from the reference Alipay+', async () => {
    const alipayplus = await startReferenceAlipayPlus({ keys });
    const caller = await startReferenceCaller({ alipayplusUrl: alipayplus.url, keys, clientId, ...patience });
    const { json } = await trigger(caller);
    expect(json).toMatchObject({ outcome: 'success', resultCode: 'SUCCESS' });
    expect(json.codes).toHaveLength(2);
    await caller.close();
    await alipayplus.close();
  });

  test.each<[Step['answer'], number]>([
    ['S', 1],
    ['indented', 1],
    ['commaSpaced', 1],
    ['extraFields', 1],
    ['shortList', 1],
    ['U:UNKNOWN_EXCEPTION', 2],
    ['U:REQUEST_TRAFFIC_EXCEED_LIMIT', 2],
    ['unknownU', 2],
    ['late', 2],
    ['never', 2],
    ['resetBefore', 2],
    ['resetAfter', 2],
    ['http500', 2],
    ['html', 2],
    ['truncated', 2],
    ['noList', 2],
  ])('succeeds after %s with %i calls', async (answer, count) => {
    const { outcome, calls } = await play([{ answer }, { answer: 'S' }]);
    expect(outcome).toBe('success');
    expect(calls).toHaveLength(count);
  });

  test.each(['F:PROCESS_FAIL', 'F:ACCESS_DENIED', 'unknownF'] as const)('gives up after %s', async (answer) => {
    const { outcome, calls } = await play([{ answer }]);
    expect(outcome).toBe('failed');
    expect(calls).toHaveLength(1);
  });

  test.each([
    'unsigned',
    'onlySignature',
    'onlyResponseTime',
    'otherKey',
    'otherPath',
    'otherClient',
    'whollyOtherClient',
  ] as const)('does not believe %s', async (answer) => {
    const { outcome, codes, calls } = await play([{ answer }]);
    expect(outcome).toBe('unknown');
    expect(codes).toEqual([]);
    expect(calls).toHaveLength(4);
  });

  test('refuses a trigger that it does not understand', async () => {
    expect((await trigger(right, { region: 'JP' })).status).toBe(400);
  });
});

describe('faults', () => {
  test('have names of their own and say what they break', () => {
    expect(callerFaults.length).toBeGreaterThanOrEqual(25);
    expect(new Set(callerFaults.map(({ name }) => name)).size).toBe(callerFaults.length);
    for (const { breaks, says } of callerFaults) {
      expect(breaks[0]).toMatch(/^getPaymentCode\/./);
      expect(says).toMatch(/^It .*\.$/);
    }
  });

  test.each([
    ['trusts-unsigned', 'unsigned'],
    ['trusts-signature-alone', 'onlySignature'],
    ['trusts-time-alone', 'onlyResponseTime'],
    ['trusts-any-signature', 'otherKey'],
    ['trusts-other-paths', 'otherPath'],
    ['trusts-other-client', 'otherClient'],
  ] as const)('%s believes %s', async (fault, answer) => {
    const caller = await startReferenceCaller({ alipayplusUrl: simulator.url, keys, clientId, fault, ...patience });
    expect((await play([{ answer }], caller)).outcome).toBe('success');
    await caller.close();
  });

  test.each([
    ['refuses-indented', 'indented'],
    ['refuses-spaced', 'commaSpaced'],
    ['refuses-new-fields', 'extraFields'],
  ] as const)('%s refuses %s and nothing else', async (fault, answer) => {
    const caller = await startReferenceCaller({ alipayplusUrl: simulator.url, keys, clientId, fault, ...patience });
    expect((await play([{ answer }], caller)).outcome).toBe('unknown');
    expect((await play([{ answer: 'S' }], caller)).outcome).toBe('success');
    await caller.close();
  });
});
