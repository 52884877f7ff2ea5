/** A gate run through the proxy's tunnel, judged three times: live, from its recording, and as the proxy saw it. */
import { createPublicKey } from 'node:crypto';
import type { Config } from '../../cli/config/shape.ts';
import { observeConnection } from '../../cli/proxy/observe.ts';
import { startTunnel } from '../../cli/proxy/tunnel.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import type { TrafficJudging } from '../../cli/traffic/settings.ts';
import { createTrafficJudge } from '../../cli/traffic/traffic-judge.ts';
import type { TrafficCall } from '../../engine/record/traffic.ts';
import type { Party, Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { recordedRun } from './recorded-run.ts';

/** The reports of one run, with how many calls each way has seen. */
export interface WatchedRun {
  readonly live: Report;
  readonly file: Report;
  readonly proxy: Report;
}

/** Runs with the config of a reference, through a tunnel in front of it. */
export async function watchedRun(config: Config): Promise<WatchedRun> {
  const upstream = new URL(config.target!);
  const calls: TrafficCall[] = [];
  const tunnel = await startTunnel('127.0.0.1', 0, {
    upstream: { host: upstream.hostname, port: Number(upstream.port), tls: null },
    tls: null,
    observe: () => observeConnection((call) => calls.push(call)),
    onObserverError: (error) => {
      throw error;
    },
  });
  const prepared = await prepareRun({ config: { ...config, target: `http://127.0.0.1:${tunnel.port}` } });
  try {
    const { report, record } = await recordedRun(prepared.settings);
    // The suite gives up on a request that is never answered; the proxy hears of it when the connection ends.
    await tunnel.close();
    const judging = judgingOf(prepared.settings);
    return {
      live: report,
      file: reportOf(record.exchanges.map(asCall), judging),
      proxy: reportOf(calls, judging),
    };
  } finally {
    await prepared.close();
  }
}

/** The suite has the private key of the caller: its public half verifies the requests. */
export function judgingOf(settings: RunSettings): TrafficJudging {
  const { privateKey, publicKey } = settings.signing;
  const ours = privateKey && String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }));
  const subject: Party = settings.role === 'mpp' ? 'mpp' : 'alipayplus';
  const keys = subject === 'mpp' ? { mpp: publicKey, alipayplus: ours } : { mpp: ours, alipayplus: publicKey };
  return { run: settings, keys, subject, paths: settings.paths };
}

function asCall({ id, request, response, noAnswer, startedAt, durationMs }: Exchange): TrafficCall {
  const exact = { request: true, response: true };
  return { request, requestCut: false, response, noAnswer, startedAt, durationMs, exact, from: id };
}

/** The report of calls. */
export function reportOf(calls: readonly TrafficCall[], judging: TrafficJudging): Report {
  const judge = createTrafficJudge(judging);
  for (const call of [...calls].sort((a, b) => a.startedAt - b.startedAt)) {
    const collected = judge.collect(call);
    if (collected) judge.judge(collected);
  }
  return judge.report(['test'], performance.now());
}

/** Outcomes of the rows that traffic can show, by key. */
export function passiveOutcomes({ requirements }: Report): Map<string, string> {
  return new Map(requirements.filter(({ reason }) => reason !== 'passive').map(({ key, outcome }) => [key, outcome]));
}
