/** Calls the trigger of the caller under test: by HTTP or by a command, recorded either way. */
import { spawn } from 'node:child_process';
import { request } from 'undici';
import type { RunSettings } from '../../engine/settings.ts';
import { bodyLimitBytes } from '../../engine/wire/answer-limits.ts';
import type { Exchange, WireHeaders, WireResponse } from '../../engine/wire/exchange.ts';
import { isObject, jsonOf } from '../../engine/wire/json.ts';
import type { Action } from './actions.ts';
import { triggerOperation } from './caller-record.ts';

/** One call of the trigger. */
export interface TriggerCall {
  readonly id: string;
  /** Name of the run of the action. */
  readonly probe: string;
  readonly actionId: string;
  readonly action: Action;
}

/** Calls the trigger and waits for its end, or for the time-out, or for the signal. */
export async function callTrigger(settings: RunSettings, call: TriggerCall, signal: AbortSignal): Promise<Exchange> {
  const { trigger, triggerTimeoutMs } = settings.client;
  const { asked, title } = call.action;
  const order = JSON.stringify({ operation: 'getPaymentCode', actionId: call.actionId, request: asked });
  const startedAt = Date.now();
  const begun = performance.now();
  const limit = AbortSignal.any([signal, AbortSignal.timeout(triggerTimeoutMs)]);
  const answering =
    trigger && 'url' in trigger ? postOrder(trigger.url, order, limit) : runOrder(trigger?.command ?? '', order, limit);
  const { request: sent, response, says } = await answering;
  const late = limit.aborted && !signal.aborted;
  return {
    id: call.id,
    operation: triggerOperation,
    probe: call.probe,
    title: `the trigger is called: ${title}`,
    marker: '',
    startedAt,
    durationMs: performance.now() - begun,
    request: { ...sent, body: Buffer.from(order) },
    response: response && { ...response, body: reported(response.body) },
    noAnswer: response
      ? null
      : {
          kind: late ? 'timeout' : 'refused',
          says: late ? `the trigger did not end within ${triggerTimeoutMs} ms` : says,
        },
  };
}

/** Stands for the command line or the path and query, which may hold credentials of the caller's owner. */
const recordedPath = '/(client.trigger)';

/** What the contract of a trigger names; the rest of what it prints is nobody's business. */
function reported(body: Uint8Array): Uint8Array {
  const json = jsonOf(body);
  if (!isObject(json)) return body.length === 0 ? body : Buffer.from('(no JSON object, and not recorded)');
  const { outcome, resultCode, codes } = json;
  return Buffer.from(JSON.stringify({ outcome, resultCode, codes }));
}

interface TriggerAnswer {
  readonly request: { readonly method: string; readonly path: string; readonly headers: WireHeaders };
  readonly response: WireResponse | null;
  readonly says: string;
}

async function postOrder(url: string, order: string, signal: AbortSignal): Promise<TriggerAnswer> {
  const headers: WireHeaders = [['Content-Type', 'application/json']];
  const sent = { method: 'POST', path: recordedPath, headers };
  try {
    return { request: sent, response: await answerTo(url, order, Object.fromEntries(headers), signal), says: '' };
  } catch (error) {
    return { request: sent, response: null, says: `the trigger cannot be called: ${reasonOf(error)}` };
  }
}

/** Not fetch: it refuses ports that a trigger may well listen on. */
async function answerTo(
  url: string,
  body: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<WireResponse> {
  const answer = await orAborted(
    request(url, { method: 'POST', body, headers, signal, reset: true, headersTimeout: 0 }),
    signal,
  );
  const bytes = await orAborted(startOf(answer.body), signal);
  return {
    status: answer.statusCode,
    headers: Object.entries(answer.headers).flatMap(([name, value]) =>
      name === 'content-type' ? [value ?? []].flat().map((one) => [name, one] as const) : [],
    ),
    body: bytes.subarray(0, bodyLimitBytes),
    truncated: bytes.length > bodyLimitBytes,
  };
}

/** The body up to just beyond the limit; the rest is not read. */
async function startOf(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > bodyLimitBytes) break;
  }
  return Buffer.concat(chunks);
}

/** A signal has no effect before a connection is open. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('it took too long'));
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as NodeJS.ErrnoException).code;
  return code ?? (cause instanceof Error ? cause.message : String(cause));
}

/** A command is recorded like an HTTP call: 200 for exit code 0, otherwise 500 with the code in a header. */
function runOrder(command: string, order: string, signal: AbortSignal): Promise<TriggerAnswer> {
  const sent = { method: 'RUN', path: recordedPath, headers: [] };
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: process.platform !== 'win32',
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (response: WireResponse | null, says: string) => {
      signal.removeEventListener('abort', stop);
      resolve({ request: sent, response, says });
    };
    const stop = () => {
      endGroup(child.pid);
      end(null, 'the trigger was ended');
    };
    child.stdout.on('data', (chunk: Buffer) => {
      if (size < bodyLimitBytes) chunks.push(chunk);
      size += chunk.length;
    });
    child.stdin.on('error', () => {});
    child.on('error', (error) => end(null, `the trigger cannot be run: ${reasonOf(error)}`));
    child.on('close', (code) => {
      const body = Buffer.concat(chunks).subarray(0, bodyLimitBytes);
      const headers: WireHeaders = [['Exit-Code', String(code ?? '?')]];
      end({ status: code === 0 ? 200 : 500, headers, body, truncated: size > bodyLimitBytes }, '');
    });
    signal.addEventListener('abort', stop);
    child.stdin.end(`${order}\n`);
  });
}

/** Ends a command together with what it started: a shell alone would leave its children behind. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}
