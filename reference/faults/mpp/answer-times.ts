/** Faults of Response-Time, and one of compression: the text that is compressed is not the one that was signed. */
import { gzipSync } from 'node:zlib';
import type { Behaviour, Call, Patch } from '../../mpp/behaviour.ts';
import { type MppFault, rowKeysOfAllApis, shouldFault } from '../fault.ts';

const clock = (write: (iso: string) => string): Patch => {
  return (b) => ({ ...b, now: () => write(b.now()) });
};

/** The time of a zone in which it is afternoon, with its hour from 1 to 12. */
function afternoon(epochMs: number): string {
  const hourUtc = new Date(epochMs).getUTCHours();
  const offset = hourUtc >= 13 ? 0 : hourUtc < 2 ? -8 : 12;
  const local = new Date(epochMs + offset * 3_600_000).toISOString();
  const hour = String(Number(local.slice(11, 13)) % 12 || 12).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}:00`;
  return `${local.slice(0, 11)}${hour}${local.slice(13, 19)}${zone}`;
}

/** Compresses an indented answer where the signature is over the compact one. */
function compressing(b: Behaviour): Behaviour {
  const takesGzip = (call: Call) => /gzip/.test(call.headers['accept-encoding'] ?? '');
  return {
    ...b,
    deliver: (response, reply, call) => {
      if (!takesGzip(call)) return b.deliver(response, reply, call);
      const bytes = gzipSync(Buffer.from(JSON.stringify(JSON.parse(reply.body), null, 1)));
      response.writeHead(reply.status, [...reply.headers, ['Content-Encoding', 'gzip']].flat());
      response.end(bytes);
    },
  };
}

/** Faults of Response-Time and of compression. */
export const answerTimeFaults: readonly MppFault[] = [
  shouldFault(
    'response-time-twelve-hour-clock',
    'Writes the hour of Response-Time from 1 to 12, in a zone where it is afternoon.',
    rowKeysOfAllApis('G-07'),
    clock((iso) => afternoon(Date.parse(iso))),
  ),
  shouldFault(
    'response-time-utc-labelled-local',
    'Writes the time in UTC as Response-Time, with +08:00 behind it.',
    rowKeysOfAllApis('G-07'),
    clock((iso) => `${new Date(Date.parse(iso)).toISOString().slice(0, 19)}+08:00`),
  ),
  shouldFault(
    'response-time-two-hours-late',
    'Writes a Response-Time of two hours ago.',
    rowKeysOfAllApis('G-07'),
    clock((iso) => new Date(Date.parse(iso) - 7_300_000).toISOString().replace(/\.\d+Z$/, 'Z')),
  ),
  shouldFault(
    'answer-compressed-before-signing-text',
    'Signs its compact answer and sends an indented one, compressed, where the caller takes gzip.',
    rowKeysOfAllApis('G-07'),
    compressing,
  ),
];
