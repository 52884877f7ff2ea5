/** Runs whose record is written as lines of evidence and read back, as `certify` and `verify` do. */
import { newIdentity, runConformance } from '../../cli/run/run-conformance.ts';
import { suiteName, suiteVersion } from '../../engine/identity.ts';
import { endLine, exchangeLine, headLine, readEvidence, recordOf, requestLine } from '../../engine/record/evidence.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { specDigest, specVersion } from '../../generated/requirements.ts';

/** A run with its record as it was read back. */
export interface RecordedRun {
  readonly report: Report;
  readonly record: RunRecord;
}

const versions = {
  suite: { name: suiteName, version: suiteVersion },
  spec: { version: specVersion, digest: specDigest },
};

/** Runs, writes the record down line by line, and reads it back. */
export async function recordedRun(settings: RunSettings): Promise<RecordedRun> {
  const identity = newIdentity();
  const lines: string[] = [headLine(settings, identity, versions)];
  const report = await runConformance(
    settings,
    {
      onExchange: (exchange) => lines.push(exchangeLine(exchange)),
      onRequest: (request) => lines.push(requestLine(request)),
      onEnd: (ended) => lines.push(endLine(ended)),
    },
    identity,
  );
  return { report, record: recordOf(readEvidence(lines.join(''))) };
}
