/** The proof of a recorded run, for every role: its alterations, and what judging the record with each of them shows. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { judge } from '../../engine/judge/judge.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { alterCaller, callerProofRecord } from '../../engine/prove/alter-caller.ts';
import { alterServer } from '../../engine/prove/alter-server.ts';
import { proofRecord } from '../../engine/prove/proof-record.ts';
import { askedByProbes, type GoesOn, type ProofJudge, type Proven, prove } from '../../engine/prove/prove.ts';
import { proofKeys } from '../../engine/prove/sign-again.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { suiteSet } from '../../suites/index.ts';

/** Judges a record again with one fault at a time; nothing is sent. Null where the signal ended it. */
export async function proofOf(
  plan: Plan,
  record: RunRecord,
  settings: RunSettings,
  signal?: AbortSignal,
): Promise<Proven | null> {
  // Signals arrive between two alterations only.
  const goesOn: GoesOn = () => nextTurn(signal?.aborted !== true);
  return settings.role === 'mpp-client'
    ? ofCaller(plan, record, settings, goesOn)
    : ofServer(plan, record, settings, goesOn);
}

async function ofServer(plan: Plan, recorded: RunRecord, own: RunSettings, goesOn: GoesOn): Promise<Proven | null> {
  await suiteSet.prepare(own.profile);
  const { serverAlterations } = await import('../../suites/alterations/server.ts');
  const proof = proofRecord(plan, recorded, own, proofKeys());
  const { settings, record, part } = proof;
  const judging: ProofJudge = {
    plan,
    settings,
    record,
    part,
    judge,
    askedBy: askedByProbes(plan, record, (rows, one) => judge(rows, one, settings)),
    altered: (alteration) => (alteration.of === 'server' ? alterServer(proof, alteration) : null),
  };
  return prove(judging, serverAlterations(plan, settings), goesOn);
}

async function ofCaller(plan: Plan, recorded: RunRecord, own: RunSettings, goesOn: GoesOn): Promise<Proven | null> {
  const [{ judgeCaller }, { callerAlterations }] = await Promise.all([
    import('../../suites/caller/judge-caller.ts'),
    import('../../suites/alterations/caller.ts'),
  ]);
  const proof = callerProofRecord(recorded, own, proofKeys());
  const { settings, record } = proof;
  const judging: ProofJudge = {
    plan,
    settings,
    record,
    part: () => record,
    judge: judgeCaller,
    askedBy: null,
    altered: (alteration) => (alteration.of === 'caller' ? alterCaller(proof, alteration) : null),
  };
  return prove(judging, callerAlterations(plan), goesOn);
}
