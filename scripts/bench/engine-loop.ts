/** The way of every request through the engine: composed, signed, limited, sent, recorded, read, its signature verified. */
import { prepareRun } from '../../cli/run/prepare.ts';
import type { Operation } from '../../contract/types.ts';
import { readAnswerSignature } from '../../engine/diagnosis/answer-signature.ts';
import { createRunContext } from '../../engine/drive/run-context.ts';
import { compose } from '../../engine/request/compose.ts';
import type { JsonObject, RunSettings } from '../../engine/settings.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import { networkTransport } from '../../engine/wire/transport.ts';

/** What a loop sends, how often, and how much at once. */
export interface Load {
  readonly config: object;
  readonly op: Operation;
  readonly bodies: readonly JsonObject[];
  readonly requests: number;
  readonly concurrency: number;
}

/** Wall and CPU time of a loop, in milliseconds. */
export interface Spent {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Sends the bodies by turns. */
export async function throughEngine({ config, op, bodies, requests, concurrency }: Load): Promise<Spent> {
  const { settings } = await prepareRun({ config: { ...config, run: { concurrency, seed: 1 } } as never });
  const transport = networkTransport(settings);
  const run = createRunContext(settings, {}, transport, { id: 'bench', startedAt: Date.now() });
  const spec = { base: 'full' } as const;
  const path = settings.paths[op.id] ?? op.path;
  const once = async (n: number) => {
    const probe = `bench/${n}`;
    const body = bodies[n % bodies.length]!;
    const request = await compose(run.composing(op, null), spec, path, body, probe);
    const delivery = await transport.send(request, probe);
    const exchange = run.keepExchange({
      id: `x${n}`,
      operation: op.id,
      probe,
      title: '',
      marker: probe,
      request,
      ...delivery,
    });
    answerOf(exchange);
    if (run.publicKey) verified(settings, run.publicKey, exchange);
  };
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await Promise.all(Array.from({ length: requests }, (_, n) => run.limiter(() => once(n))));
  const wallMs = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  await transport.close();
  return { wallMs, cpuMs: (user + system) / 1000 };
}

function verified(
  settings: RunSettings,
  publicKey: NonNullable<ReturnType<typeof createRunContext>['publicKey']>,
  exchange: Parameters<typeof answerOf>[0],
): void {
  const { state } = readAnswerSignature(exchange, publicKey, settings.clientId);
  if (state !== 'right') throw new Error(`the target of the measurement signs wrongly: ${state}`);
}
