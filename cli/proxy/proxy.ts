/** `conformance proxy`: passes traffic on unchanged, records it, judges it as it passes, and reports at Ctrl-C. */
import { join } from 'node:path';
import type { SecureContextOptions } from 'node:tls';
import { setFlagsFromString } from 'node:v8';
import { specificationInUse } from '../../contract/apis.ts';
import { faultText } from '../../engine/fault-text.ts';
import { suiteName, suiteVersion } from '../../engine/identity.ts';
import { evidenceFile, trafficFile, trafficHead } from '../../engine/record/evidence.ts';
import { createExchangeStore } from '../../engine/record/exchange-store.ts';
import type { TrafficCall } from '../../engine/record/traffic.ts';
import { redactedExchange } from '../../engine/report/redacted-exchange.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { pemOf } from '../config/key-text.ts';
import { refuseProduction } from '../config/target.ts';
import type { ProxyOptions } from '../options.ts';
import { publish, reportersNamed } from '../run/publish.ts';
import { prepareReportDir } from '../run/report-dir.ts';
import { holdingReportDirs } from '../run/report-lock.ts';
import { listenOrExplain } from '../terminal/listen.ts';
import { printError } from '../terminal/output.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { type TrafficJudging, trafficJudging } from '../traffic/settings.ts';
import { createTrafficJudge, type TrafficJudge } from '../traffic/traffic-judge.ts';
import { writeLearned } from '../traffic/write-learned.ts';
import { listenAddress, upstreamOf } from './addresses.ts';
import { CallQueue } from './call-queue.ts';
import { createLiveLines } from './live-lines.ts';
import { observeConnection } from './observe.ts';
import { openRecorder, type Recorder } from './recorder.ts';
import { startTunnel, type Upstream } from './tunnel.ts';

/** Exchanges leave memory early, so that most of what is made for them is collected while it is young. */
const storeBytes = 512 * 1024;

/** Collect before the heap is 30 % larger than what is in use: without it V8 lets garbage grow to several times that. */
const smallHeap = '--heap-growing-percent=30';

/** Executes the `proxy` command: runs until a signal arrives. */
export async function proxy(options: ProxyOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const begun = performance.now();
  const printed = reportersNamed(options.reporter ?? ['console']);
  const judging = await trafficJudging(options, env);
  const upstream = upstreamOf(options.upstream, judging.run.tls);
  refuseProduction(options.upstream, undefined, options.yesProduction ?? null);
  const listen = listenAddress(options.listen);
  const wanted = options.reportDir ?? options.record;
  const directory = wanted === undefined ? null : await prepareReportDir(wanted);
  const recordDir = options.record === undefined ? null : await prepareReportDir(options.record);
  const setUp = { begun, printed, judging, upstream, listen, directory, recordDir };
  await holdingReportDirs([directory, recordDir], () => passOn(setUp, options, env));
}

/** All that is known before the first connection. */
interface SetUp {
  readonly begun: number;
  readonly printed: readonly string[];
  readonly judging: TrafficJudging;
  readonly upstream: Upstream;
  readonly listen: ReturnType<typeof listenAddress>;
  readonly directory: string | null;
  readonly recordDir: string | null;
}

async function passOn(setUp: SetUp, options: ProxyOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const { begun, printed, judging, upstream, listen, directory, recordDir } = setUp;
  const recorder = recordDir === null ? null : recorderIn(recordDir, options, judging);
  setFlagsFromString(smallHeap);
  const store = createExchangeStore(storeBytes);
  const judge = createTrafficJudge(judging, store.keep, createLiveLines(judging.run, printError));
  const written = (exchange: Exchange) =>
    recorder?.add(options.fullEvidence === true ? exchange : redactedExchange(exchange, judging.run));
  const { queue, hasFailed } = queueOf(judge, written);
  const tunnel = await listenOrExplain(
    () =>
      startTunnel(listen.host, listen.port, {
        upstream,
        tls: serverTls(options),
        observe: () => observeConnection(queue.add),
        onObserverError: (error) => printError(`A connection is no longer recorded: ${faultText(error)}`),
      }),
    options.listen,
    { port: '--listen', host: '--listen' },
  );
  // Before anybody can know that there is a process to signal to.
  const signal = untilSignal();
  printError(`Listening on ${listen.shown(tunnel.port)}, upstream ${options.upstream}. Press Ctrl-C for the report.`);
  if (recorder) printError(`Recording to ${recorder.path}${options.fullEvidence ? ', unredacted' : ', redacted'}.`);
  await signal;
  await tunnel.close();
  queue.finish();
  await recorder?.close();
  if (hasFailed()) {
    process.exitCode = harnessError;
    store.close();
    return;
  }
  const report = judge.report([`${listen.shown(tunnel.port)} → ${options.upstream}`], begun);
  process.exitCode = report.run.exitCode;
  if (options.learn !== undefined) await writeLearned(options.learn, judge.record(), report);
  await publish(report, { printed, directory, env });
  store.close();
}

/** Where the judge fails there is no report: what it says would not be true. */
const harnessError = 5;

/** Collects, records and judges each call; nothing of it holds the traffic up. */
function queueOf(judge: TrafficJudge, write: (exchange: Exchange) => void) {
  let isFailed = false;
  const take = (call: TrafficCall) => {
    const collected = judge.collect(call);
    if (!collected) return;
    write(collected.whole);
    try {
      if (!isFailed) judge.judge(collected);
    } catch (error) {
      isFailed = true;
      printError(
        `Judging has stopped by a fault of this tool: ${faultText(error)}. The traffic passes on, and there will be no report.`,
      );
    }
  };
  const dropped = (count: number) =>
    printError(`The traffic is faster than it can be judged: ${count} calls were passed on unrecorded.`);
  return { queue: new CallQueue(take, dropped), hasFailed: () => isFailed };
}

function recorderIn(directory: string, { fullEvidence, upstream }: ProxyOptions, { run }: TrafficJudging): Recorder {
  const isWhole = fullEvidence === true;
  const head = trafficHead(
    {
      suite: { name: suiteName, version: suiteVersion },
      spec: specificationInUse(),
      target: { url: upstream, role: run.role, embedded: false },
      ...(isWhole ? {} : { redacted: true }),
    },
    Date.now(),
  );
  return openRecorder(join(directory, isWhole ? evidenceFile : trafficFile), head, (why) =>
    printError(`Recording has stopped: ${why}. The traffic passes on.`),
  );
}

/** The certificate that clients see; null for plain text. */
function serverTls({ tlsCert, tlsKey }: ProxyOptions): SecureContextOptions | null {
  if (tlsCert === undefined && tlsKey === undefined) return null;
  if (tlsCert === undefined || tlsKey === undefined)
    throw new UsageError('--tls-cert and --tls-key are needed together, but one is missing', 'Give both, or neither.');
  const read = (name: string, value: string) => pemOf({ name, value, directory: process.cwd() });
  return { cert: read('--tls-cert', tlsCert), key: read('--tls-key', tlsKey) };
}

function untilSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}
