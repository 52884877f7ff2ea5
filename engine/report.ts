/** The Report: everything a run found, as data. Reporters and `verify` read nothing else. */
import type { Harm } from '../contract/types.ts';
import type { FactsFile, ProofSection, ReportReview, RestsOn, Strength } from './report-sections.ts';

export type * from './report-sections.ts';

export const outcomes = [
  'passed',
  'failed',
  'warned',
  'waived',
  'not-applicable',
  'not-observable',
  'not-run',
  'inconclusive',
  'harness-error',
] as const;

/** What became of one requirement at one operation. */
export type Outcome = (typeof outcomes)[number];

/** What is under test, in the words of its owner; printed in the report. */
export interface Subject {
  readonly organisation?: string;
  readonly product?: string;
  readonly version?: string;
  readonly environment?: string;
  readonly contact?: string;
}

export type Role = 'mpp' | 'alipayplus' | 'mpp-client';
export type Level = 'MUST' | 'SHOULD' | 'MAY';
export type Basis = 'normative' | 'derived' | 'position' | 'partner';
export type Profile = 'smoke' | 'gate' | 'certify';
/** `no-violation`: recorded traffic broke no MUST, which is less than conformance. */
export type Verdict = 'conformant' | 'not-conformant' | 'incomplete' | 'error' | 'no-violation';

/** One probe or invariant that was put to the subject, and what it showed. */
export interface CheckResult {
  /** What happens, in the present tense: "accessToken of 129 characters is refused". */
  title: string;
  /** What was done, without what is expected of it: "accessToken is missing"; empty where it passed, and where no exchange shows it. */
  done: string;
  outcome: Outcome;
  /** A word of the closed list in docs/outcomes.md; empty when passed. */
  reason: string;
  expected: string;
  received: string;
  /** How often it was seen, e.g. "4 of 4"; empty where it was tried once. */
  seen: string;
  /** The smallest request body that shows it; null where the body does not matter. */
  counterexample: unknown;
  /** The guilty part: a JSON pointer into the request body, `header:NAME`, `method`, `path` or `body`; of the answer behind `response:`; empty where there is none. */
  field: string;
  /** Ids of the exchanges it was judged on. */
  exchanges: string[];
  /** The command line that repeats it. */
  replay: string;
  /** Keys of other rows whose requests it was seen on, and which --with sends again; left out where there are none. */
  sentBy?: string[];
}

/** One row: one requirement at one operation. */
export interface RequirementRow {
  /** `<operation>/<id>`, unique in a report. */
  key: string;
  id: string;
  operation: string;
  level: Level;
  basis: Basis;
  /** The requirement's sentence. */
  says: string;
  /** `overlay`: the file of `facts` that says so; left out for what is documented. */
  source: { page: string; words: string; overlay?: string };
  /** Number of the ambiguity (docs/ambiguities.md, `6.20`), or null. */
  ambiguity: string | null;
  /** Ids of the rows that this one is a member of. */
  group: string[];
  /** Kind of constraint, for the matrix: `required`, `maxLength`, `signature`, `result`, `scenario`, … */
  kind: string;
  /** What it means that the requirement is broken; of a row that failed or warned, what it means as it was broken here. */
  harm: Harm;
  outcome: Outcome;
  reason: string;
  /** Key of the row whose finding explains this one; null for a root finding. */
  consequenceOf: string | null;
  waiver: { reason: string; owner: string; until: string } | null;
  /** Why it cannot occur at this target, and who says so; left out where the config does not declare it. */
  declared?: { reason: string; owner: string };
  checks: CheckResult[];
}

/** A configuration or environment fault, named exactly, with its cure. */
export interface Diagnosis {
  /** Closed list: docs/diagnosis.md. */
  code: string;
  says: string;
  cure: string;
}

/** One thing to add to the config, and what it buys. */
export interface Todo {
  /** The YAML to add, as it stands in the config file. */
  config: string;
  says: string;
  /** Keys of the rows that it lets the suite judge. */
  unlocks: string[];
}

/** An exchange in a report: redacted, text where it is text. */
export interface ReportExchange {
  id: string;
  operation: string;
  probe: string;
  title: string;
  marker: string;
  /** ISO 8601. */
  startedAt: string;
  durationMs: number;
  request: { method: string; path: string; headers: [string, string][]; body: string };
  response: { status: number; headers: [string, string][]; body: string; truncated: boolean } | null;
  noAnswer: { kind: string; says: string } | null;
}

/** What the target does where the documents are silent: neither a failure nor a warning. */
export interface ReportFact {
  /** Key of the row whose check showed it. */
  key: string;
  operation: string;
  /** Number of the ambiguity, `6.2`, or null. */
  ambiguity: string | null;
  /** What was done. */
  title: string;
  /** What the target did. */
  received: string;
  /** Ids of the exchanges that show it. */
  exchanges: string[];
}

/** A party of recorded traffic. */
export type Party = 'mpp' | 'alipayplus';

/** What a report of recorded traffic says besides: `requirements` has the rows of the subject. */
export interface TrafficSection {
  /** Files, or the addresses of a proxy. */
  source: string[];
  /** Calls to the paths of the APIs. */
  exchanges: number;
  /** Calls to other paths. */
  others: number;
  /** Requirements of both parties, how many of them traffic can show, and how many it showed. */
  requirements: number;
  judgeable: number;
  judged: number;
  subject: Party;
  /** The rows of the other party: they decide nothing. What it breaks may as well be a mistake of our reading. */
  counterparty: { party: Party; requirements: RequirementRow[] };
}

export interface Report {
  schemaVersion: '1.0';
  suite: { name: string; version: string };
  spec: {
    version: string;
    digest: string;
    /** The user's specs of further APIs; left out where there are none. */
    own?: { file: string; digest: string; apis: string[] }[];
    /** The user's overlays, with the documented facts that they replace; left out where there are none. */
    facts?: FactsFile[];
  };
  /** `subject` is what the config says of the system under test; left out where it says nothing. */
  target: { url: string; role: Role; embedded: boolean; subject?: Subject };
  run: {
    id: string;
    seed: number;
    profile: Profile;
    strict: boolean;
    signing: 'required' | 'off';
    apis: string[];
    /** True when --only, --only-failed or --api narrowed the run. */
    narrowed: boolean;
    /** Result codes that the config adds to the documented ones, with their status, per API; left out where there are none. */
    extraResultCodes?: Record<string, Record<string, string>>;
    startedAt: string;
    durationMs: number;
    requests: number;
    /** Messages sent to people, per operation that has that effect: accepted and unanswered calls. */
    sent: Record<string, number>;
    /** Ids that the run introduced at the target (token references). */
    introduced: string[];
    /** Messages of the subject, its answers or, where it is a caller, its requests, and how many of them carry no signature. */
    signatures: { of: 'answers' | 'requests'; count: number; unsigned: number };
    peakMemoryMb: number;
    /** Requests a second that an overloaded target made the run go down to; left out where it did not. */
    slowedTo?: number;
    exitCode: number;
    interrupted: boolean;
    nonce: string | null;
    /** Which attempt with that nonce it was, counted from 1 by whoever ran it; left out without a nonce. */
    attempt?: number;
    /** The config file, relative to the working directory; left out where there is none, and by earlier versions. */
    configFile?: string;
  };
  /** The frozen requirement set of a certification; left out of other runs. */
  requirementSet?: { name: string; digest: string };
  verdict: Verdict;
  totals: Record<Outcome, number>;
  diagnosis: Diagnosis[];
  /** Where the documents are silent, what this target does; sorted by key. Left out by earlier versions. */
  facts?: ReportFact[];
  todo: Todo[];
  /** Left out where the config has none. */
  reviews?: ReportReview[];
  /** Written by `certify` alone. */
  restsOn?: RestsOn;
  /** Left out where the suite sent nothing itself, and by earlier versions. */
  strength?: Strength;
  /** Left out where the run was not proved: `certify` proves every run, `prove` any recorded one. */
  proof?: ProofSection;
  /** Left out where the suite sent the requests itself. */
  traffic?: TrafficSection;
  /** Latency per operation in milliseconds, over answered exchanges, in the order they were sent. */
  latencyMs: Record<string, number[]>;
  requirements: RequirementRow[];
  /** The exchanges that checks refer to, redacted. */
  exchanges: ReportExchange[];
}
