/** manifest.json: size and digest of each file of a report. */
import { createHash } from 'node:crypto';
import { inertJson } from './escape.ts';

/** What manifest.json says of one file. */
export interface ManifestEntry {
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
}

/** Digests of files given by name, over their UTF-8 bytes, sorted by name. */
export function manifest(files: Record<string, string>): string {
  const entries: [string, ManifestEntry][] = Object.keys(files)
    .sort()
    .map((name) => {
      const bytes = Buffer.from(files[name]!, 'utf8');
      return [name, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }];
    });
  return `${inertJson({ files: Object.fromEntries(entries) }, 2)}\n`;
}
