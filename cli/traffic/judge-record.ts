/** From collected traffic to its report: the same for files and for the proxy. */
import type { TrafficRecord } from '../../engine/record/traffic.ts';
import { buildTrafficReport } from '../../engine/report/traffic-report.ts';
import type { Party, Report } from '../../engine/report.ts';
import { judgeParty, operationsIn, planParty } from '../../suites/traffic/judge-traffic.ts';
import type { TrafficJudging } from './settings.ts';

/** Judges both parties; `source` names the files or addresses, `begun` is when the work began, as `performance.now()` tells it. */
export function trafficReport(
  record: TrafficRecord,
  judging: TrafficJudging,
  source: readonly string[],
  begun: number,
): Report {
  const clientId = record.usual.clientId ?? judging.run.clientId;
  const run = { ...judging.run, clientId, signing: signingOf(judging) };
  const operations = operationsIn(record);
  const judged = (party: Party) => {
    const plan = planParty(operations, party);
    return { party, ...judgeParty(record, { run, keys: judging.keys }, party, plan) };
  };
  const subject = judged(judging.subject);
  const counterparty = judged(judging.subject === 'mpp' ? 'alipayplus' : 'mpp');
  const measured = {
    durationMs: Math.round(performance.now() - begun),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  return buildTrafficReport({ settings: run, record, subject, counterparty, source, measured });
}

function signingOf({ run, keys, subject }: TrafficJudging) {
  const publicKey = keys[subject];
  return { ...run.signing, mode: publicKey === null ? ('off' as const) : ('required' as const), publicKey };
}
