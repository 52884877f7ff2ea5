/** Judges a reference caller, the way a user's caller is judged: through a config. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../../cli/config/shape.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { judgeRecord, newIdentity, planFor } from '../../cli/run/run-conformance.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import { buildReport } from '../../engine/report/build-report.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { type ReferenceCaller, startReferenceCaller } from '../../reference/index.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { driveCaller, simulatorOptions } from '../../suites/caller/run-caller.ts';
import { sharedKeys } from './judged.ts';

/** Quick, but not so quick that a busy machine looks like an impatient caller. */
const patience = { timeoutMs: 800, pauseMs: 120 };

export interface CallerJudging {
  readonly fault?: string;
  /** Laid over the config that fits the caller. */
  readonly config?: Config;
  /** Laid over its `client`. */
  readonly client?: Config['client'];
  /** The time-out of the caller for one call, where it is not the usual one. */
  readonly callerTimeoutMs?: number;
  /** The command that pulls the caller's trigger, in place of a call. */
  readonly commandFor?: (triggerUrl: string) => string;
  readonly only?: readonly string[];
  readonly with?: readonly string[];
  /** Stands between the suite and the caller's trigger. */
  readonly trigger?: (caller: ReferenceCaller, order: string) => Promise<{ status: number; body: string }>;
}

const fixtures = [
  { customerId: 'mppUser0000000000001', region: 'JP', codeQuantity: '3' },
  { customerId: 'mppUser0000000000002', region: 'CN' },
  { customerId: 'mppUser0000000000003', codeQuantity: '10' },
];

/** A judged run of a caller, with all that it was judged on. */
export interface JudgedCaller {
  readonly settings: RunSettings;
  readonly record: RunRecord;
  readonly report: Report;
}

/** Starts simulator and caller, judges, stops both. */
export async function judgeCaller(judging: CallerJudging = {}): Promise<Report> {
  return (await runCaller(judging)).report;
}

/** The same, and keeps what the run was judged on. */
export async function runCaller({
  fault,
  config,
  client,
  callerTimeoutMs: timeoutMs = patience.timeoutMs,
  commandFor,
  only,
  with: sentBy,
  trigger,
}: CallerJudging = {}): Promise<JudgedCaller> {
  const keys = await sharedKeys();
  const clientId = 'TEST_5Y00000000000000';
  const first = {
    role: 'mpp-client',
    clientId,
    requests: { getPaymentCode: fixtures },
    signing: {
      mode: 'required',
      keyVersion: '1',
      privateKey: keys.alipayplus.privateKey,
      publicKey: keys.mpp.publicKey,
    },
    ...config,
  } as const;
  const telling = { timeoutMs, retryWindowMs: 800, ...client };
  const draft = await prepareRun({
    config: {
      ...first,
      client: { listen: '127.0.0.1:0', trigger: { url: 'http://127.0.0.1:1' }, ...telling },
    } as Config,
  });
  const simulator = await startSimulator(simulatorOptions(draft.settings));
  const caller = await startReferenceCaller({
    alipayplusUrl: simulator.url,
    keys,
    clientId,
    fault,
    ...patience,
    timeoutMs,
  });
  const between = trigger ? await startTrigger((order) => trigger(caller, order)) : null;
  const url = between?.url ?? caller.triggerUrl;
  const pull = commandFor ? { command: commandFor(url) } : { url };
  const { settings } = await prepareRun({
    config: { ...first, client: { listen: `127.0.0.1:${simulator.port}`, trigger: pull, ...telling } } as Config,
    choices: { only, with: sentBy },
  });
  try {
    return await judgedBehind(settings, simulator);
  } finally {
    await Promise.all([simulator.close(), caller.close(), between?.close()]);
  }
}

/** Drives the caller with a simulator that listens already, and judges the record. */
async function judgedBehind(settings: RunSettings, simulator: Simulator): Promise<JudgedCaller> {
  const begun = performance.now();
  const identity = newIdentity();
  const plan = await planFor(settings);
  const { exchanges, interrupted } = await driveCaller(settings, {}, { runId: identity.id, simulator });
  const stopped = interrupted ? ('interrupted' as const) : null;
  const record: RunRecord = { identity, stopped, slowedTo: null, requests: [], exchanges };
  const judgement = await judgeRecord(plan, record, settings);
  const measured = { durationMs: Math.round(performance.now() - begun), peakMemoryMb: 0 };
  return { settings, record, report: buildReport({ settings, plan, record, judgement, measured }) };
}

/** Pulls the caller's own trigger. */
export async function passOn(caller: ReferenceCaller, order: string): Promise<{ status: number; body: string }> {
  const answer = await fetch(caller.triggerUrl, { method: 'POST', body: order });
  return { status: answer.status, body: await answer.text() };
}

async function startTrigger(answer: (order: string) => Promise<{ status: number; body: string }>) {
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { status, body } = await answer(Buffer.concat(chunks).toString());
    response.writeHead(status);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/trigger`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
