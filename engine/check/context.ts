/** What a check knows of the operation under test before it sends anything: spec, settings, controls. */
import type { Operation } from '../../contract/types.ts';
import { bodyOf } from '../request/base-body.ts';
import type { RequestSpec, RunIdentity } from '../request/request-spec.ts';
import type { Fixture, JsonObject, RunSettings } from '../settings.ts';
import { isObject, valueAt } from '../wire/json.ts';
import { bodyMeant, type Settled } from './finding.ts';

/** The accepted opening controls; null where the base was not accepted. */
export interface Controls {
  full: Settled | null;
  minimal: Settled | null;
  /** The refusal that a user unknown to the target gets, where accepted calls reach people. */
  unknownUser: Settled | null;
  /** A second call about a token that was used already is refused: each accepted call needs a token of its own. */
  rejectsRepeatedToken: boolean;
}

/** One operation of a run, as its checks see it. */
export interface CheckContext {
  readonly op: Operation;
  readonly settings: RunSettings;
  readonly identity: RunIdentity;
  /** Whether accepted calls reach people. */
  readonly costs: boolean;
  /** The users of the config; the bare example of the spec stands for one where it names none. */
  readonly fixtures: readonly Fixture[];
  /** Whether the config names a fixture for this operation, and so vouches for it. */
  readonly vouched: boolean;
  /** Fields of an answer that come with a condition: their presence belongs to the answer. */
  readonly conditionalFields: readonly string[];
  /** Path of the operation at the target, without the prefix of its base URL. */
  readonly path: string;
  /** Set once the operation is opened. */
  readonly controls: Controls;
  /** The body a spec has with a given fixture and the run's first token. */
  body(spec: RequestSpec, fixture?: number): JsonObject;
  /** Value of a field in the full base, as text. */
  baseText(path: readonly string[]): string;
  /** The context of another operation of this run; null where it takes no part. */
  other(operation: string): CheckContext | null;
}

/** Contexts of operations that take part in a run, by id. */
export type Contexts = ReadonlyMap<string, CheckContext>;

const bare: Fixture = { body: {}, fresh: false };

/** Contexts of these operations; their controls are empty. */
export function createContexts(
  operations: readonly Operation[],
  settings: RunSettings,
  identity: RunIdentity,
): Contexts {
  const contexts = new Map<string, CheckContext>();
  for (const op of operations) contexts.set(op.id, createContext(op, settings, identity, contexts));
  return contexts;
}

function createContext(op: Operation, settings: RunSettings, identity: RunIdentity, all: Contexts): CheckContext {
  const { startedAt } = identity;
  const configured = settings.requests[op.id] ?? [];
  const fixtures = configured.length > 0 ? configured : [bare];
  const context: CheckContext = {
    op,
    settings,
    identity,
    costs: op.effect !== null && settings.limits[op.id] !== undefined,
    fixtures,
    vouched: configured.length > 0,
    conditionalFields: op.response
      .filter((field) => field.conditional && field.path.length === 1)
      .map((field) => field.path[0]!),
    path: settings.paths[op.id] ?? op.path,
    controls: { full: null, minimal: null, unknownUser: null, rejectsRepeatedToken: false },
    body: (spec, fixture = 0) =>
      bodyOf(spec, {
        op,
        seed: settings.seed,
        startedAt,
        fixture: fixtures[fixture]!.body,
        token: firstToken(op, all) ?? '',
      }),
    baseText(path) {
      const value = valueAt(context.body({ base: 'full' }), path);
      return typeof value === 'string' ? value : '';
    },
    other: (operation) => all.get(operation) ?? null,
  };
  return context;
}

/** Places of the fixtures that are there for ordinary calls; a pool of nothing but fresh ones has to use them. */
export function ordinaryFixtures(fixtures: readonly { readonly fresh: boolean }[]): number[] {
  const all = fixtures.map((_, index) => index);
  const ordinary = all.filter((index) => !fixtures[index]!.fresh);
  return ordinary.length > 0 ? ordinary : all;
}

/** The token that the opening control of the introducing operation left behind; null where this operation is about none. */
export function firstToken({ probing }: Operation, all: Contexts): string | null {
  if (!probing.refersTo) return null;
  const introducing = all.get(probing.refersTo.operation);
  const accepted = introducing?.controls.full;
  return accepted ? introducedToken(introducing.op, accepted) : null;
}

const introduced = new WeakMap<Settled, string | null>();

/** The token that an accepted request introduced: of its answer, where the API gives one, or of its body; read once. */
export function introducedToken(op: Operation, settled: Settled): string | null {
  const known = introduced.get(settled);
  if (known !== undefined) return known;
  const token = tokenIn(op, settled);
  introduced.set(settled, token);
  return token;
}

function tokenIn({ probing }: Operation, settled: Settled): string | null {
  if (probing.gives !== null) {
    const given = valueAt(settled.answer.json, [probing.gives]);
    return typeof given === 'string' && given !== '' ? given : null;
  }
  const body = bodyMeant(settled);
  const token = probing.introduces && isObject(body) ? body[probing.introduces] : null;
  return typeof token === 'string' ? token : null;
}

/** Who is asked where the answer of either will do: nobody whom a message could reach. */
export function freeUser({ costs }: Pick<CheckContext, 'costs'>): 'unknown' | 'fixture' {
  return costs ? 'unknown' : 'fixture';
}
