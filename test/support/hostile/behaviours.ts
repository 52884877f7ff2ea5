/** What a hostile target does with a request: each behaviour writes to the connection what no server should, or nothing. */
import type { Duplex } from 'node:stream';

/** One request that is to be answered, and the right answer to it. */
export interface Asked {
  readonly socket: Duplex;
  /** Number of the request, from 1. */
  readonly nth: number;
  /** Body of the right answer; its result is read by whoever wants to stay plausible. */
  readonly body: string;
}

export type Behave = (asked: Asked) => void;

const head = (more = '') => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${more}`;

/** An answer with a length; the text may be anything. */
function answer({ socket }: Asked, body: string | Buffer, headers = ''): void {
  const bytes = Buffer.from(body as string);
  socket.write(`${head(headers)}Content-Length: ${bytes.length}\r\n\r\n`);
  socket.write(bytes);
}

/** Writes as fast as the connection takes it, for as long as it is open. */
function endlessly({ socket }: Asked, start: string, part: (n: number) => string | Buffer): void {
  socket.write(start);
  let n = 0;
  const more = () => {
    for (let burst = 0; burst < 16; burst += 1) {
      if (socket.destroyed || !socket.writable) return;
      if (!socket.write(part(n++))) {
        socket.once('drain', more);
        return;
      }
    }
    setImmediate(more);
  };
  more();
}

/** Writes one character at a time. */
function dripping({ socket }: Asked, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at >= text.length) clearInterval(timer);
    else socket.write(text[at++]!);
  }, 50);
  socket.once('close', () => clearInterval(timer));
}

/** The right answer with more members. */
function withMembers(body: string, members: object): string {
  try {
    return JSON.stringify({ ...JSON.parse(body), ...members });
  } catch {
    return JSON.stringify({ result: { resultStatus: 'S', resultCode: 'SUCCESS' }, ...members });
  }
}

const kilobyte = 'x'.repeat(1024);
const nested = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels);

/** Bytes that are no answer. */
const broken: Readonly<Record<string, Behave>> = {
  'never answers': () => {},
  'closes at once': ({ socket }) => socket.end(),
  'destroys the connection': ({ socket }) => socket.destroy(),
  'stops within the head': ({ socket }) => socket.write('HTTP/1.1 200 OK\r\nContent-Ty'),
  'stops within the body': ({ socket }) => socket.write(`${head('Content-Length: 99\r\n')}\r\n{"result":`),
  'closes within the body': ({ socket }) => socket.end(`${head('Content-Length: 99\r\n')}\r\n{"result":`),
  'drips its head': (asked) => dripping(asked, head(`X-Slow: ${kilobyte}\r\n`)),
  'drips its body': (asked) => dripping(asked, `${head('Content-Length: 2000\r\n')}\r\n${kilobyte}`),
  'speaks another protocol': ({ socket }) => socket.write('SSH-2.0-OpenSSH_9.6\r\n'),
  'writes random bytes': ({ socket }) =>
    socket.write(Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))),
  'contradicts itself about the length': ({ socket }) =>
    socket.write(`${head('Content-Length: 5\r\nContent-Length: 7\r\nTransfer-Encoding: chunked\r\n')}\r\n{}\r\n\r\n`),
};

/** What has no end, or says that it has none. */
const endless: Readonly<Record<string, Behave>> = {
  'floods with 102': (asked) => endlessly(asked, '', () => 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(400)),
  'floods with 100': (asked) => endlessly(asked, '', () => 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(400)),
  'never ends a chunk extension': (asked) =>
    endlessly(asked, `${head('Transfer-Encoding: chunked\r\n')}\r\n5;`, () => kilobyte.repeat(16)),
  'never ends its trailers': (asked) =>
    endlessly(asked, `${head('Transfer-Encoding: chunked\r\n')}\r\n2\r\n{}\r\n0\r\n`, (n) =>
      `X-${n}: y\r\n`.repeat(500),
    ),
  'never ends its head': (asked) => endlessly(asked, head(), (n) => `X-${n}: ${kilobyte}\r\n`.repeat(8)),
  'never ends a line': (asked) => endlessly(asked, 'HTTP/1.1 200 ', () => kilobyte.repeat(16)),
  'never ends its body': (asked) => endlessly(asked, `${head()}\r\n{"padding":"`, () => kilobyte.repeat(16)),
  'never ends its chunks of one byte': (asked) =>
    endlessly(asked, `${head('Transfer-Encoding: chunked\r\n')}\r\n`, () => '1\r\nx\r\n'.repeat(2000)),
  'promises 10 GB': (asked) =>
    endlessly(asked, `${head('Content-Length: 10000000000\r\n')}\r\n`, () => kilobyte.repeat(16)),
};

const name = (n: number) => `q${n.toString(36)}`;
const distinct = (nth: number, count: number) =>
  Array.from({ length: count }, (_, i) => `${nth}-${i}-${(i * 7919) % 997}`);

/** Whole answers that are lawful HTTP, and too much of something. */
const excessive: Readonly<Record<string, Behave>> = {
  'has 3000 short headers': (asked) =>
    answer(asked, asked.body, Array.from({ length: 3000 }, (_, i) => `X-${i}: v${i}\r\n`).join('')),
  'has a header of 60 kB': (asked) => answer(asked, asked.body, `X-Long: ${kilobyte.repeat(60)}\r\n`),
  'has 30000 distinct strings': (asked) =>
    answer(asked, withMembers(asked.body, { list: distinct(asked.nth, 30_000) })),
  'has strings that begin alike': (asked) =>
    answer(
      asked,
      withMembers(asked.body, { list: Array.from({ length: 1200 }, (_, i) => `${asked.nth}${'a'.repeat(i)}`) }),
    ),
  'has 30000 distinct names': (asked) =>
    answer(asked, withMembers(asked.body, Object.fromEntries(distinct(asked.nth, 30_000).map((one) => [one, 1])))),
  'nests 400000 lists': (asked) => answer(asked, asked.body.replace(/}$/, `,"deep":${nested('[', ']', 400_000)}}`)),
  'nests 100000 objects': (asked) =>
    answer(asked, asked.body.replace(/}$/, `,"deep":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`)),
  'has strings of 33 kB': (asked) =>
    answer(
      asked,
      withMembers(asked.body, { one: `${asked.nth}${'y'.repeat(33_000)}`, two: `${asked.nth}z${'y'.repeat(33_000)}` }),
    ),
  'has a number of 900 kB': (asked) => answer(asked, asked.body.replace(/}$/, `,"long":${'7'.repeat(900_000)}}`)),
  'writes escape sequences': (asked) =>
    answer(
      asked,
      withMembers(asked.body, { [`\u001b[2J${name(asked.nth)}`]: '\u001b]8;;x\u0007\u202e::error::\u0000</script>' }),
    ),
};

/** What a browser or a gateway does. */
const foreign: Readonly<Record<string, Behave>> = {
  'redirects to itself': ({ socket }) =>
    socket.write('HTTP/1.1 307 Temporary Redirect\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n'),
  'answers 500 with a page of 1 MB': (asked) => {
    const page = `<html>${kilobyte.repeat(1000)}</html>`;
    asked.socket.write(`HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\nContent-Length: ${page.length}\r\n\r\n${page}`);
  },
  'answers twice': (asked) => {
    answer(asked, asked.body);
    answer(asked, '{"result":{"resultStatus":"F","resultCode":"PROCESS_FAIL"}}');
  },
};

/** All of them, by name. */
export const behaviours: Readonly<Record<string, Behave>> = { ...broken, ...endless, ...excessive, ...foreign };

/** Interim answers that HTTP allows before any answer (RFC 9110, 15.2). */
export const lawfulInterim: Readonly<Record<string, Behave>> = {
  'sends 100 before its answer': ({ socket }) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'),
  'sends 102 twice before its answer': ({ socket }) => socket.write('HTTP/1.1 102 Processing\r\n\r\n'.repeat(2)),
  'sends 103 before its answer': ({ socket }) => socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'),
};
