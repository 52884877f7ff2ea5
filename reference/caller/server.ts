/** Starts the reference caller: an MPP that requests payment codes when its trigger is called. */
import type { RequestListener } from 'node:http';
import { callerFaults } from '../faults/caller/faults.ts';
import { altered, type ListenOptions, listen, rowNamed, serveCalls } from '../http-server.ts';
import { isObject } from '../mpp/body.ts';
import { type Keys, newKeys } from '../signing.ts';
import type { Asked, Behaviour, Json } from './behaviour.ts';
import { correctCaller, getPaymentCodes } from './correct.ts';

/** A running reference caller. */
export interface ReferenceCaller {
  readonly triggerUrl: string;
  /** The matching config, plain JSON in the shape of a conformance.config file. */
  readonly config: Json;
  close(): Promise<void>;
}

/** What kind of caller to start; a correct one with the documented time-outs unless told otherwise. */
export interface ReferenceCallerOptions extends ListenOptions {
  /** Where Alipay+ listens: scheme, host and port. */
  readonly alipayplusUrl: string;
  /** Name of its fault. */
  readonly fault?: string | null;
  /** Key pairs; new ones where none are given. */
  readonly keys?: Keys;
  readonly clientId?: string;
  /** Its own time-out for one call. */
  readonly timeoutMs?: number;
  /** What it waits before it calls again. */
  readonly pauseMs?: number;
  /** Calls per action at most. */
  readonly attempts?: number;
}

/** Starts the caller and returns the config of its trigger. */
export async function startReferenceCaller(options: ReferenceCallerOptions): Promise<ReferenceCaller> {
  const { alipayplusUrl, clientId = 'TEST_5Y00000000000000' } = options;
  const { timeoutMs = 5000, pauseMs = 1000, attempts = 4 } = options;
  const keys = options.keys ?? (await newKeys());
  const fault = rowNamed(callerFaults, options.fault, { party: 'caller', kind: 'fault' });
  const behaviour = altered(correctCaller(keys, clientId, { timeoutMs, pauseMs, attempts }), [fault]);
  const { url, close } = await listen(serve(behaviour, alipayplusUrl), options);
  const triggerUrl = `${url}/trigger`;
  return { triggerUrl, config: configFor({ clientId, keys, alipayplusUrl, triggerUrl, timeoutMs, pauseMs }), close };
}

interface Place {
  clientId: string;
  keys: Keys;
  alipayplusUrl: string;
  triggerUrl: string;
  timeoutMs: number;
  pauseMs: number;
}

function configFor({ clientId, keys, alipayplusUrl, triggerUrl, timeoutMs, pauseMs }: Place): Json {
  return {
    role: 'mpp-client',
    apis: ['getPaymentCode'],
    clientId,
    signing: {
      mode: 'required',
      keyVersion: '1',
      privateKey: keys.alipayplus.privateKey,
      publicKey: keys.mpp.publicKey,
    },
    requests: {
      getPaymentCode: [
        { customerId: 'mppUser0000000000001', region: 'JP', codeQuantity: '3' },
        { customerId: 'mppUser0000000000002', region: 'CN' },
        { customerId: 'mppUser0000000000003', codeQuantity: '10' },
      ],
    },
    client: {
      listen: new URL(alipayplusUrl).host,
      trigger: { url: triggerUrl },
      timeoutMs,
      // Far beyond its longest pause, so that a busy machine does not look like a caller that gave up.
      retryWindowMs: pauseMs * 20,
    },
  };
}

function serve(b: Behaviour, alipayplusUrl: string): RequestListener {
  return serveCalls(async ({ method, target, body }, response) => {
    const answer = (status: number, content: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(content));
    };
    if (method !== 'POST' || target !== '/trigger') return answer(404, { error: 'POST /trigger' });
    const asked = askedIn(body.toString('utf8'));
    if (!asked) return answer(400, { error: 'operation getPaymentCode and a request with a customerId are needed' });
    try {
      answer(200, await getPaymentCodes(b, alipayplusUrl, asked));
    } catch (error) {
      answer(500, { error: String(error) });
    }
  });
}

function askedIn(text: string): Asked | null {
  let order: unknown;
  try {
    order = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(order) || order.operation !== 'getPaymentCode' || !isObject(order.request)) return null;
  const { customerId } = order.request;
  return typeof customerId === 'string' ? { ...order.request, customerId } : null;
}
