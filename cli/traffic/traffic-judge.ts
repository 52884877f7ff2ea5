/** Judges traffic call by call, from files and from the proxy alike, and makes the report of it in the end. */

import type { Finding } from '../../engine/check/finding.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import {
  type CollectedCall,
  type TrafficCall,
  TrafficCollector,
  type TrafficRecord,
} from '../../engine/record/traffic.ts';
import { buildTrafficReport } from '../../engine/report/traffic-report.ts';
import type { Party, Report } from '../../engine/report.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { beginParty } from '../../suites/traffic/judge-traffic.ts';
import { peakMemoryKb } from '../terminal/peak-memory.ts';
import { callerKeyOf, type TrafficJudging } from './settings.ts';

/** What one call alone shows of a row, as it is found. */
export type Tell = (party: Party, row: PlannedRow, finding: Finding) => void;

export interface TrafficJudge {
  /** The call as it is recorded; null where its path is of no API. It is not judged yet. */
  collect(call: TrafficCall): CollectedCall | null;
  judge(call: CollectedCall): void;
  record(): TrafficRecord;
  /** `source` names the files or addresses, `begun` is when the work began, as `performance.now()` tells it. */
  report(source: readonly string[], begun: number): Report;
}

const both = ['mpp', 'alipayplus'] as const satisfies readonly Party[];

/** Begins to judge; `keep` may let the messages of an exchange leave memory. */
export function createTrafficJudge(
  judging: TrafficJudging,
  keep: (exchange: Exchange) => Exchange = (exchange) => exchange,
  tell: Tell = () => {},
): TrafficJudge {
  const { run, keys, subject, paths } = judging;
  const collector = new TrafficCollector({ paths, callerKey: callerKeyOf(judging), keep });
  const settings = { ...run, signing: signingOf(judging) };
  const parties = both.map((party) => ({
    party,
    judge: beginParty({ run: settings, keys }, party, collector.inexact, (row, finding) => tell(party, row, finding)),
  }));
  return {
    collect: (call) => collector.add(call),
    judge: (call) => {
      for (const { judge } of parties) judge.observe(call);
    },
    record: () => collector.record(),
    report(source, begun) {
      const record = collector.record();
      const judged = parties.map(({ party, judge }) => ({ party, ...judge.finish(record) }));
      const measured = {
        durationMs: Math.round(performance.now() - begun),
        peakMemoryMb: Math.round(peakMemoryKb() / 1024),
      };
      return buildTrafficReport({
        settings,
        record,
        subject: judged.find(({ party }) => party === subject)!,
        counterparty: judged.find(({ party }) => party !== subject)!,
        source,
        measured,
      });
    },
  };
}

function signingOf({ run, keys, subject }: TrafficJudging) {
  const publicKey = keys[subject];
  return { ...run.signing, mode: publicKey === null ? ('off' as const) : ('required' as const), publicKey };
}
