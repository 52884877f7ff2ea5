/** What a run tells whoever started it, while it runs. */
import type { RecordedRequest, RunRecord } from './record/record.ts';
import type { CheckResult } from './report.ts';
import type { Exchange } from './wire/exchange.ts';

/** What a run tells while it runs; every one may be left out. */
export interface RunHooks {
  /** A request was answered, or not. */
  onExchange?(exchange: Exchange): void;
  /** A request has ended: with its attempts, of which each was an exchange. */
  onRequest?(request: RecordedRequest): void;
  /** Nothing more is sent; what is recorded is about to be judged. */
  onEnd?(record: RunRecord): void;
  /** A check of a requirement is judged. */
  onCheck?(key: string, check: CheckResult): void;
  /** Work done and known so far, for a progress line. */
  onProgress?(progress: { phase: string; done: number; planned: number; requests: number; failed: number }): void;
  /** The run waits: between two messages to one user, or for a target that is away. */
  onRest?(rest: { ms: number; why: 'spacing' | 'absence' }): void;
  /** Ctrl-C: the run ends with what it has. */
  signal?: AbortSignal;
}
