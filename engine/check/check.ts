/** The words a suite is written in: a table from a requirement's sentence to its proofs. */

import type { KeyObject } from 'node:crypto';
import type { Operation, OperationId } from '../../generated/operations.ts';
import type { RequirementTitles } from '../../generated/requirements.ts';
import type { Trial } from '../drive/operation-client.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import type { RunSettings } from '../settings.ts';
import type { Answer } from '../wire/answer.ts';
import type { Finding } from './finding.ts';

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

/** An exchange as an invariant sees it. */
export interface ObservedExchange {
  readonly op: Operation;
  readonly answer: Answer;
  readonly ask: RequestSpec;
  /** A well-signed POST to the right path with the media type of the page. */
  readonly authenticated: boolean;
  /** A POST of a JSON object to the right path, whoever signed it. */
  readonly ordinary: boolean;
  readonly settings: RunSettings;
  readonly publicKey: KeyObject | null;
}

/** An invariant, judged on every exchange of the run; null where it says nothing about one. */
export interface Invariant {
  readonly kind: 'always';
  readonly title: string;
  readonly judge: (witness: ObservedExchange) => Finding | null;
  readonly signing: boolean;
}

/** A probe: it sends requests and judges the answers. */
export interface Probe {
  readonly kind: 'probe';
  readonly title: string;
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
  readonly prove: (trial: Trial) => Promise<Finding>;
}

/** Needs a scenario of the config by result code or decision; every variant of it is a check of its own. */
export interface ScenarioCheck {
  readonly kind: 'scenario';
  readonly code: string;
  /** The one variant that proves it; null for all. */
  readonly variant: string | null;
}

/** Judged over many exchanges at the end of the run. */
export interface RunInvariant {
  readonly kind: 'overall';
  readonly title: string;
  readonly judge: (witnesses: readonly ObservedExchange[]) => Finding | null;
}

export interface NotObservable {
  readonly kind: 'not-observable';
}

/** Our own requests are the subject: they keep what binds the caller. */
export interface SuiteObligation {
  readonly kind: 'own-probes';
  /** What is wrong with one of our good requests, or null. */
  readonly judge: (witness: ObservedExchange) => string | null;
}

export type Check = Invariant | Probe | ScenarioCheck | RunInvariant | NotObservable | SuiteObligation;

/** An invariant over every answer. */
export function invariant(title: string, judge: Invariant['judge'], options: { signing?: boolean } = {}): Invariant {
  return { kind: 'always', title, judge, signing: options.signing ?? false };
}

type ProbeOptions = Partial<Pick<Probe, 'phase' | 'control' | 'signing' | 'profiles' | 'spans' | 'isLong'>>;

/** One worked example: what it sends, and what the answer shows. */
export function probe(title: string, prove: Probe['prove'], options: ProbeOptions = {}): Probe {
  return { kind: 'probe', title, phase: 'refusal', control: 'full', signing: false, prove, ...options };
}

/** Generated requests, shrunk to the smallest that fails. */
export function property(title: string, prove: Probe['prove'], options: ProbeOptions = {}): Probe {
  return probe(title, prove, { phase: 'observation', ...options });
}

/** Several calls whose answers are judged together. */
export function sequence(title: string, prove: Probe['prove'], options: ProbeOptions = {}): Probe {
  return probe(title, prove, { phase: 'uniqueness', ...options });
}

/** The configured scenario with this code ends in exactly this code and its documented status. */
export function scenario(code: string, variant: string | null = null): ScenarioCheck {
  return { kind: 'scenario', code, variant };
}

/** A judgement over the whole run. */
export function runInvariant(title: string, judge: RunInvariant['judge']): RunInvariant {
  return { kind: 'overall', title, judge };
}

/** No wire test can see it; the spec says why. */
export function notObservable(): NotObservable {
  return { kind: 'not-observable' };
}

/** Binds the caller: in this role a check on our own probes. */
export function suiteObligation(judge: SuiteObligation['judge'] = () => null): SuiteObligation {
  return { kind: 'own-probes', judge };
}

/** A suite: every requirement of an operation, word for word, with its proofs. An unanswered one does not compile. */
export type SuiteTable<O extends OperationId | 'every'> = { readonly [T in RequirementTitles[O]]: readonly Check[] };

export interface Suite {
  readonly operation: OperationId | 'every';
  /** Proofs by requirement id. */
  readonly proofs: ReadonlyMap<string, readonly Check[]>;
}

export function suite<O extends OperationId | 'every'>(operation: O, table: SuiteTable<O>): Suite {
  const entries = Object.entries<readonly Check[]>(table);
  return { operation, proofs: new Map(entries.map(([title, proofs]) => [title.slice(0, title.indexOf(' ')), proofs])) };
}
