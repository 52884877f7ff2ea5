/** Writes full evidence during a run, line by line and synchronously, so that nothing is lost if the run is aborted. */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { specificationInUse } from '../../contract/apis.ts';
import { suiteName, suiteVersion } from '../../engine/identity.ts';
import { endLine, evidenceFile, exchangeLine, headLine, requestLine } from '../../engine/record/evidence.ts';
import type { RecordedRequest, RunRecord } from '../../engine/record/record.ts';
import type { RunIdentity } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { configCopy } from '../certify/config-copy.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** An open file of full evidence. */
export interface EvidenceFile {
  readonly path: string;
  add(exchange: Exchange): void;
  addRequest(request: RecordedRequest): void;
  /** Records that the run is over, and why it ended early. */
  end(record: Pick<RunRecord, 'stopped' | 'slowedTo'>): void;
  /** Closes the file and returns a write error, if there was one: a full disk does not end a run. */
  close(): UsageError | null;
}

/** Creates the evidence file of a run in a directory, readable by its owner only. */
export function openEvidence(directory: string, settings: RunSettings, identity: RunIdentity): EvidenceFile {
  const path = join(directory, evidenceFile);
  const versions = {
    suite: { name: suiteName, version: suiteVersion },
    spec: specificationInUse(),
    // Without its settings nobody can judge the record again.
    config: configCopy(settings),
  };
  let fault: NodeJS.ErrnoException | null = null;
  let file = -1;
  const attempt = (step: () => void) => {
    if (fault) return;
    try {
      step();
    } catch (error) {
      fault = error as NodeJS.ErrnoException;
    }
  };
  attempt(() => {
    // An older file may be readable by others, or be a link: it is replaced.
    rmSync(path, { force: true });
    file = openSync(path, 'wx', 0o600);
    writeSync(file, headLine(settings, identity, versions));
  });
  if (fault) throw cannotWrite(path, fault);
  return {
    path,
    add: (exchange) => attempt(() => writeAll(file, Buffer.from(exchangeLine(exchange)))),
    addRequest: (request) => attempt(() => writeAll(file, Buffer.from(requestLine(request)))),
    end: (record) => attempt(() => writeAll(file, Buffer.from(endLine(record)))),
    close: () => {
      attempt(() => {
        if (file >= 0) closeSync(file);
        file = -1;
      });
      return fault && cannotWrite(path, fault);
    },
  };
}

/** Writes all bytes; a single write may be partial. */
function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

function cannotWrite(path: string, fault: NodeJS.ErrnoException): UsageError {
  return new UsageError(
    `Cannot write full evidence to ${path}: ${fault.code ?? fault.message}`,
    'Free disk space, or choose another directory with --report-dir.',
  );
}
