/** Faults of the machine that the suite runs on, in words: they say nothing about a target. */
import type { Shortage } from '../../engine/wire/transport.ts';

/** Why a directory cannot be written, in words. */
export function whyNotWritable(code: string | undefined): string {
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'it is a file, or it is inside one';
    case 'EACCES':
    case 'EPERM':
      return 'writing there is not permitted';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'ENAMETOOLONG':
      return 'the name is too long';
    case 'ENOENT':
      return 'no directory can be made there';
    default:
      return `the system says ${code}`;
  }
}

/** What the machine lacks, by the code of the error, and how to get it. */
const shortages: Readonly<Record<Shortage, readonly [sentence: string, cure: string]>> = {
  EMFILE: ['This process may open no more files', 'Raise its limit (ulimit -n 1024), or lower --concurrency.'],
  ENFILE: ['This machine can open no more files', 'End other programs, or raise the limit of the system.'],
  ENOBUFS: ['This machine has no more memory for connections', 'End other programs, or lower --concurrency.'],
  ENOMEM: ['This machine has no more memory', 'End other programs, or give this one more memory.'],
  EADDRNOTAVAIL: ['This machine has no more ports for connections', 'Wait a minute, or lower --rate.'],
};

/** The sentence and the cure for an error that comes of a shortage on this machine; null for any other. */
export function shortageIn(error: unknown): readonly [sentence: string, cure: string] | null {
  const { code = '' } = (error ?? {}) as NodeJS.ErrnoException;
  return Object.hasOwn(shortages, code) ? shortages[code as Shortage] : null;
}
