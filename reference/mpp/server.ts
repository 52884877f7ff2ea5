/** Starts the reference MPP: correct, as a conforming variant, or with faults. */
import { mppFaults } from '../faults/index.ts';
import { altered, type Listening, type ListenOptions, listen, rowNamed, serveCalls } from '../http-server.ts';
import { mppPathological } from '../pathological.ts';
import { type Keys, newKeys } from '../signing.ts';
import { mppVariants } from '../variants.ts';
import { type MppApi, mppApis, type Patch } from './behaviour.ts';
import { configFor } from './config.ts';
import { answerCall, correctBehaviour } from './correct.ts';

/** A running reference MPP. */
export interface ReferenceMpp extends Listening {
  /** The matching config, plain JSON in the shape of a conformance.config file. */
  readonly config: object;
}

/** What kind of MPP to start; a correct one on a free loopback port unless told otherwise. */
export interface ReferenceMppOptions extends ListenOptions {
  /** Names of its faults or pathological behaviours. */
  fault?: string | readonly string[] | null;
  /** Name of its conforming variant. */
  variant?: string | null;
  /** Key pairs; new ones where none are given. */
  keys?: Keys;
  /** False for an MPP that neither signs nor verifies. */
  signing?: boolean;
  /** The APIs it offers; all four where none are named. */
  apis?: readonly string[];
  /** A change after all others, for who watches the server from inside. */
  alter?: Patch;
}

/** Starts the server and returns its URL and config. */
export async function startReferenceMpp(options: ReferenceMppOptions = {}): Promise<ReferenceMpp> {
  const apis = offeredApis(options.apis);
  const party = 'MPP';
  const known = [...mppFaults, ...mppPathological];
  const faults = [options.fault ?? []].flat().map((name) => rowNamed(known, name, { party, kind: 'fault' }));
  const variant = rowNamed(mppVariants, options.variant, { party, kind: 'variant' });
  const keys = options.signing === false ? null : (options.keys ?? (await newKeys()));
  const watcher = options.alter ? [{ alter: options.alter }] : [];
  const b = altered(correctBehaviour(keys, apis), [variant, ...faults, ...watcher]);
  const serve = serveCalls(async (read, response) => {
    const call = { ...read, api: null, authenticated: false, request: {} };
    await b.deliver(response, await answerCall(b, call), call);
  });
  const server = await listen(serve, options);
  return { ...server, config: configFor(b, server.url, keys) };
}

function offeredApis(names: readonly string[] | undefined): readonly MppApi[] {
  const unknown = names?.find((name) => !mppApis.some((api) => api === name));
  if (unknown) throw new Error(`No API is named "${unknown}". APIs of an MPP: ${mppApis.join(', ')}.`);
  return names ? mppApis.filter((api) => names.includes(api)) : mppApis;
}
