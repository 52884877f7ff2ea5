/** Checks as data: what a suite's table maps each requirement's sentence to. */
import type { OperationId } from '../../generated/operations.ts';
import type { RequirementTitles } from '../../generated/requirements.ts';
import type { RunSettings } from '../settings.ts';
import type { CallerCheck } from './caller-check.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';
import type { ObservedExchange } from './observed-exchange.ts';
import type { Steps } from './steps.ts';

/** The order of a run: refusals are free and come first, what costs comes late, signatures open and close it. */
export const phases = [
  'first',
  'refusal',
  'acceptance',
  'scenario',
  'uniqueness',
  'limit',
  'observation',
  'last',
] as const;
export type Phase = (typeof phases)[number];

/** The verbs that make probes. */
export type Verb = 'refuses' | 'accepts' | 'alike' | 'sequence';

/** A probe: steps that send requests and come to a finding. Made by one of the four verbs. */
export interface Probe {
  readonly kind: 'probe';
  readonly verb: Verb;
  /** What happens, in the present tense. */
  readonly title: string;
  /** What is done, without what is expected of it; left out where the request that decides says it best, empty where no single request does. */
  readonly did?: string;
  readonly phase: Phase;
  /** The base whose accepted control it is a twin of; `none` for probes that stand alone. */
  readonly control: 'full' | 'minimal' | 'none';
  /** Judges signatures: not run with signing off. */
  readonly signing: boolean;
  /** Only in these profiles; all when left out. */
  readonly profiles?: readonly RunSettings['profile'][];
  /** Other operations that it calls too: they are opened with its own, where they are offered and selected. */
  readonly spans?: readonly OperationId[];
  /** Many calls one after another: it starts first, so that the end of its phase does not wait for it alone. */
  readonly isLong?: boolean;
  /** Shows a fault or nothing: a row passes without it. */
  readonly neverPasses?: boolean;
  /** Users that it needs beside an accepted one: the to-do list asks for all users at once. */
  readonly needs?: readonly ('fresh-user' | 'second-user')[];
  readonly steps: (context: CheckContext) => Steps<Finding>;
}

/** Options that every verb takes. */
export type ProbeOptions = Partial<
  Pick<Probe, 'did' | 'phase' | 'control' | 'signing' | 'profiles' | 'spans' | 'isLong' | 'neverPasses' | 'needs'>
>;

/** Options of verbs that are given what is done; `claim` completes the title where it is not the usual one. */
export type ClaimOptions = Omit<ProbeOptions, 'did'> & { readonly claim?: string };

/** An invariant, judged on every exchange of its operation; null where it says nothing about one. */
export interface Invariant {
  readonly kind: 'invariant';
  readonly title: string;
  readonly judge: (observed: ObservedExchange) => Finding | null;
  readonly signing: boolean;
}

/** Judged over all exchanges of an operation at the end of the run. */
export interface RunInvariant {
  readonly kind: 'run-invariant';
  readonly title: string;
  readonly judge: (observed: readonly ObservedExchange[]) => Finding | null;
}

/** Needs a scenario of the config by result code or decision; every variant of it is a check of its own. */
export interface ScenarioCheck {
  readonly kind: 'scenario';
  readonly code: string;
  /** The one variant that proves it; null for all. */
  readonly variant: string | null;
}

/** No wire test can see it; the spec says why. */
export interface NotObservable {
  readonly kind: 'not-observable';
}

/** Binds the caller: in the roles where the suite calls, a check on its own requests. */
export interface SuiteObligation {
  readonly kind: 'suite-obligation';
  /** What is wrong with one of our good requests, or null. */
  readonly judge: (observed: ObservedExchange) => string | null;
}

export type Check = Probe | Invariant | RunInvariant | ScenarioCheck | NotObservable | SuiteObligation | CallerCheck;

/** An invariant over every answer. */
export function invariant(
  title: string,
  judge: Invariant['judge'],
  options: { readonly signing?: boolean } = {},
): Invariant {
  return { kind: 'invariant', title, judge, signing: options.signing ?? false };
}

/** A judgement over the whole run. */
export function runInvariant(title: string, judge: RunInvariant['judge']): RunInvariant {
  return { kind: 'run-invariant', title, judge };
}

/** The configured scenario with this code ends in exactly this code and its documented status. */
export function scenario(code: string, variant: string | null = null): ScenarioCheck {
  return { kind: 'scenario', code, variant };
}

/** No wire test can see it; the spec says why. */
export function notObservable(): NotObservable {
  return { kind: 'not-observable' };
}

/** Binds the caller: in this role a check on our own requests. */
export function suiteObligation(judge: SuiteObligation['judge'] = () => null): SuiteObligation {
  return { kind: 'suite-obligation', judge };
}

/** A suite: every requirement of an operation, word for word, with its checks. An unanswered one does not compile. */
export type SuiteTable<O extends OperationId | 'every'> = { readonly [T in RequirementTitles[O]]: readonly Check[] };

export interface Suite<O extends OperationId | 'every' = OperationId | 'every'> {
  readonly operation: O;
  /** Checks by requirement id. */
  readonly checks: ReadonlyMap<string, readonly Check[]>;
}

/** A suite from its table. */
export function suite<O extends OperationId | 'every'>(operation: O, table: SuiteTable<O>): Suite<O> {
  const entries = Object.entries<readonly Check[]>(table);
  return { operation, checks: new Map(entries.map(([title, checks]) => [title.slice(0, title.indexOf(' ')), checks])) };
}
