/** Starts the reference Alipay+: correct, as a conforming variant, or with a fault. */
import { alipayplusFaults } from '../faults/alipayplus/faults.ts';
import { altered, type Listening, type ListenOptions, listen, rowNamed, serveCalls } from '../http-server.ts';
import { type Keys, newKeys } from '../signing.ts';
import type { Json, Patch } from './behaviour.ts';
import { answerCall, correctBehaviour } from './correct.ts';
import { configFor } from './users.ts';
import { alipayplusVariants } from './variants.ts';

/** A running reference Alipay+. */
export interface ReferenceAlipayPlus extends Listening {
  /** The matching config, plain JSON in the shape of a conformance.config file. */
  readonly config: Json;
}

/** What kind of Alipay+ to start; a correct one on a free loopback port unless told otherwise. */
export interface ReferenceAlipayPlusOptions extends ListenOptions {
  /** Names of its faults. */
  readonly fault?: string | readonly string[] | null;
  /** Name of its conforming variant. */
  readonly variant?: string | null;
  /** Key pairs; new ones where none are given. */
  readonly keys?: Keys;
  /** False for a server that neither signs nor verifies. */
  readonly signing?: boolean;
  /** A change after all others, for who watches the server from inside. */
  readonly alter?: Patch;
}

/** Starts the server and returns its URL and config. */
export async function startReferenceAlipayPlus(options: ReferenceAlipayPlusOptions = {}): Promise<ReferenceAlipayPlus> {
  const party = 'Alipay+';
  const faults = [options.fault ?? []].flat().map((name) => rowNamed(alipayplusFaults, name, { party, kind: 'fault' }));
  const variant = rowNamed(alipayplusVariants, options.variant, { party, kind: 'variant' });
  const keys = options.signing === false ? null : (options.keys ?? (await newKeys()));
  const watcher = options.alter ? [{ alter: options.alter }] : [];
  const b = altered(correctBehaviour(keys), [variant, ...faults, ...watcher]);
  const serve = serveCalls(async (read, response) => {
    const call = { ...read, api: null, authenticated: false, request: {} };
    await b.deliver(response, await answerCall(b, call), call);
  });
  const server = await listen(serve, options);
  return { ...server, config: configFor(b, server.url, keys) };
}
