/** Streams calls to a file as they end: whatever ends the process, all but the last moment is on disk. */
import { createWriteStream, openSync, rmSync, type WriteStream } from 'node:fs';
import { exchangeLine } from '../../engine/record/evidence.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { reading } from '../config/find.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** An open recording. */
export interface Recorder {
  readonly path: string;
  add(exchange: Exchange): void;
  /** Resolves when everything is written. */
  close(): Promise<void>;
}

/** More than this waiting to be written, and the disk is too slow for the traffic. */
const waitingLimitBytes = 32 * 1024 * 1024;

/** Opens the recording in a directory, for its owner's eyes only; `stopped` is called once if it has to end early. */
export function openRecorder(path: string, head: string, stopped: (why: string) => void): Recorder {
  let file: WriteStream | null;
  try {
    // An older file may be readable by others, or be a link: it is replaced.
    rmSync(path, { force: true });
    file = createWriteStream(path, { fd: openSync(path, 'wx', 0o600) });
  } catch (error) {
    throw new UsageError(`Cannot record to ${path}: ${reading(error)}`, 'Choose another directory with --record.');
  }
  const stop = (why: string) => {
    if (file === null) return;
    file.destroy();
    file = null;
    stopped(why);
  };
  file.on('error', (error: NodeJS.ErrnoException) =>
    stop(error.code === 'ENOSPC' ? 'the disk is full' : `the file cannot be written (${error.code})`),
  );
  file.write(head);
  return {
    path,
    add: (exchange) => {
      if (file === null) return;
      if (file.writableLength > waitingLimitBytes) return stop('the disk is too slow for the traffic');
      file.write(exchangeLine(exchange));
    },
    close: () =>
      new Promise((done) => {
        if (file === null) return done();
        file.once('close', () => done());
        file.end();
      }),
  };
}
