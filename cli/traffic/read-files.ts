/** Reads files of recorded traffic: HTTP Archives, and full evidence of this suite. */
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EvidenceError, evidenceFile, readEvidence, trafficFile } from '../../engine/record/evidence.ts';
import { HarError, readHar } from '../../engine/record/har-file.ts';
import type { TrafficCall } from '../../engine/record/traffic.ts';
import { reading } from '../config/find.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** The calls in a file, or in the full evidence of a report directory. */
export async function callsIn(path: string): Promise<TrafficCall[]> {
  try {
    const file = (await stat(path)).isDirectory() ? fileIn(path) : path;
    return callsOf(await readFile(file, 'utf8'), basename(file));
  } catch (error) {
    throw unusable(path, error);
  }
}

/** The recording in a directory, the unredacted one first. */
function fileIn(directory: string): string {
  const [whole = '', redacted = ''] = [evidenceFile, trafficFile].map((name) => join(directory, name));
  return existsSync(whole) || !existsSync(redacted) ? whole : redacted;
}

function callsOf(text: string, name: string): TrafficCall[] {
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (start.startsWith('{"format":')) return evidenceCalls(start);
  let json: unknown;
  try {
    json = JSON.parse(start);
  } catch {
    throw new HarError('it is not JSON');
  }
  return readHar(json, name);
}

function evidenceCalls(text: string): TrafficCall[] {
  const { head, exchanges } = readEvidence(text);
  const isExact = head.redacted !== true;
  return exchanges.map(({ id, request, response, noAnswer, startedAt, durationMs }) => ({
    request,
    requestCut: false,
    response,
    noAnswer,
    startedAt,
    durationMs,
    exact: { request: isExact, response: isExact },
    from: id,
  }));
}

function unusable(path: string, error: unknown): unknown {
  const cure = `Give a HAR 1.2 file, a ${evidenceFile}, or a report directory that has one.`;
  if (error instanceof HarError || error instanceof EvidenceError)
    return new UsageError(`${path} is not recorded traffic: ${error.message}`, cure);
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || error instanceof UsageError) return error;
  if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE')
    return new UsageError(`${path} is too large to be read as a whole`, 'Split it, or record with conformance proxy.');
  return new UsageError(`${path} cannot be read: ${reading(error)}`, cure);
}
