/** Many signed exchanges with large bodies through a proxy: what one end writes is compared, byte by byte, with what the other end reads. */
import { createHash, generateKeyPairSync, type Hash, type KeyObject, randomBytes } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { readSignatureHeader, sign, signatureHeader, signedContent, verifies } from '../../engine/wire/signing.ts';

/** What was seen of one connection. */
interface Seen {
  readonly sent: Hash;
  readonly received: Hash;
}

/** The outcome of a load. */
export interface ByteLoad {
  readonly exchanges: number;
  readonly bytes: number;
  /** Connections whose bytes differ in either direction. */
  readonly different: number;
  /** Signatures that are wrong for the bytes that arrived. */
  readonly unverified: number;
}

const path = '/aps/api/v1/users/sendOTP';
const clientId = 'TEST_5Y0000000000000000';

/** Both key pairs. */
export function newPairs() {
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { caller: pair(), server: pair() };
}

const newSeen = (): Seen => ({ sent: createHash('sha256'), received: createHash('sha256') });

/** Reads messages with a Content-Length from a socket. */
function reader(socket: Socket, seen: Seen) {
  let kept = Buffer.alloc(0);
  let wake = () => {};
  socket.on('data', (bytes: Buffer) => {
    seen.received.update(bytes);
    kept = Buffer.concat([kept, bytes]);
    wake();
  });
  socket.on('close', () => wake());
  socket.on('error', () => wake());
  const more = () =>
    new Promise<void>((done, fail) => {
      wake = () => (socket.destroyed || socket.readableEnded ? fail(new Error('the connection ended')) : done());
    });
  return async (): Promise<{ head: string; body: Buffer }> => {
    let end = kept.indexOf('\r\n\r\n');
    while (end < 0) {
      await more();
      end = kept.indexOf('\r\n\r\n');
    }
    const head = kept.subarray(0, end).toString('latin1');
    const length = Number(/content-length: *(\d+)/i.exec(head)![1]);
    while (kept.length < end + 4 + length) await more();
    const body = kept.subarray(end + 4, end + 4 + length);
    kept = Buffer.from(kept.subarray(end + 4 + length));
    return { head, body };
  };
}

const valueIn = (head: string, name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1] ?? '';

async function signedHeaders(key: KeyObject, timeName: string, body: Buffer): Promise<string> {
  const time = new Date().toISOString();
  const signature = await sign(signedContent({ method: 'POST', path, clientId, time, body }), key);
  // Odd spelling and order: none of it may change.
  return `client-ID:  ${clientId}\r\nSIGNATURE: ${signatureHeader(signature, '1', ',')}\r\n${timeName}: ${time}\r\n`;
}

function isSigned({ head, body }: { head: string; body: Buffer }, key: KeyObject, timeName: string): boolean {
  const parts = readSignatureHeader(valueIn(head, 'Signature'));
  const content = signedContent({ method: 'POST', path, clientId, time: valueIn(head, timeName), body });
  return parts !== null && verifies(content, key, Buffer.from(decodeURIComponent(parts.signature), 'base64'));
}

/** JSON of about so many bytes. */
function bodyOf(fields: object, size: number): Buffer {
  return Buffer.from(JSON.stringify({ ...fields, padding: randomBytes(Math.floor(size / 2)).toString('hex') }));
}

type Pairs = ReturnType<typeof newPairs>;

/** The server end; `seen` by the number that the first request of a connection carries. */
export async function startByteServer(pairs: Pairs, largest: number) {
  const seen = new Map<string, Seen>();
  let unverified = 0;
  let count = 0;
  const serve = async (socket: Socket) => {
    const own = newSeen();
    const read = reader(socket, own);
    for (;;) {
      const message = await read();
      seen.set(valueIn(message.head, 'X-Connection'), own);
      if (!isSigned(message, pairs.caller.publicKey, 'Request-Time')) unverified += 1;
      const result = { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' };
      count += 1;
      const body = bodyOf({ result, verifyRequestId: `verify-${count}` }, Math.random() * largest);
      const headers = await signedHeaders(pairs.server.privateKey, 'response-time', body);
      const head = `HTTP/1.1 200 OK\r\n${headers}Content-Type: application/json\r\ncontent-LENGTH: ${body.length}\r\n\r\n`;
      for (const part of [Buffer.from(head), body]) {
        own.sent.update(part);
        socket.write(part);
      }
    }
  };
  const server = createServer({ noDelay: true }, (socket) => void serve(socket).catch(() => socket.destroy()));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    unverified: () => unverified,
    close: () => new Promise((done) => server.close(done)),
  };
}

/** Calls the proxy, which passes on to the server, so many times over eight connections. */
export async function byteLoad(
  port: number,
  server: Awaited<ReturnType<typeof startByteServer>>,
  pairs: Pairs,
  { exchanges, largest }: { readonly exchanges: number; readonly largest: number },
): Promise<ByteLoad> {
  const connections = 8;
  let [unverified, bytes, different, left] = [0, 0, 0, exchanges];
  const call = async (number: number) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    const own = newSeen();
    const read = reader(socket, own);
    while (left > 0) {
      left -= 1;
      const fields = { acquirerId: '1022188000', pspId: '1022188001', accessToken: `token-${left}` };
      const body = bodyOf(fields, Math.random() * largest);
      const headers = await signedHeaders(pairs.caller.privateKey, 'REQUEST-time', body);
      const head = `POST ${path} HTTP/1.1\r\nhOST: x\r\nX-Connection: ${number}\r\n${headers}Content-Length: ${body.length}\r\n\r\n`;
      for (const part of [Buffer.from(head), body]) {
        own.sent.update(part);
        socket.write(part);
      }
      const answer = await read();
      if (!isSigned(answer, pairs.server.publicKey, 'Response-Time')) unverified += 1;
      bytes += head.length + body.length + answer.head.length + 4 + answer.body.length;
    }
    socket.destroy();
    const other = server.seen.get(String(number));
    const same = (one: Hash, two: Hash | undefined) => one.digest('hex') === two?.digest('hex');
    if (!same(own.sent, other?.received) || !same(own.received, other?.sent)) different += 1;
  };
  await Promise.all(Array.from({ length: connections }, (_, number) => call(number)));
  return { exchanges, bytes, different, unverified: unverified + server.unverified() };
}
