/** Both ends of a connection as bytes: a client and a server that write what a test says and keep what they read. */
import { type AddressInfo, connect as connectTcp, createServer as createTcpServer, type Socket } from 'node:net';
import { connect as connectTls, createServer as createTlsServer } from 'node:tls';
import type { Identity } from './certificates.ts';

/** What one end has read, and how the other end left. */
export interface Read {
  bytes: Buffer;
  ended: boolean;
  /** Code of the error that closed it. */
  error: string | null;
  closed: boolean;
}

/** One end of a connection. */
export interface End {
  readonly socket: Socket;
  readonly read: Read;
  write(text: string | Buffer): Promise<void>;
  /** Resolves when it has read so many bytes, or all that comes. */
  has(bytes: number): Promise<void>;
  closed(): Promise<void>;
}

function endOf(socket: Socket): End {
  const read: Read = { bytes: Buffer.alloc(0), ended: false, error: null, closed: false };
  const waiting = new Set<() => void>();
  const tell = () => {
    for (const look of waiting) look();
  };
  socket.on('data', (bytes: Buffer) => {
    read.bytes = Buffer.concat([read.bytes, bytes]);
    tell();
  });
  socket.on('end', () => {
    read.ended = true;
    tell();
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    read.error = error.code ?? error.message;
  });
  socket.on('close', () => {
    read.closed = true;
    tell();
  });
  const until = (isSo: () => boolean) =>
    new Promise<void>((done) => {
      const look = () => {
        if (!isSo()) return;
        waiting.delete(look);
        done();
      };
      waiting.add(look);
      look();
    });
  return {
    socket,
    read,
    write: (text) =>
      new Promise((done) => socket.write(typeof text === 'string' ? Buffer.from(text, 'latin1') : text, () => done())),
    has: (bytes) => until(() => read.bytes.length >= bytes || read.ended || read.closed),
    closed: () => until(() => read.closed),
  };
}

/** A server that a test plays itself. */
export interface RawServer {
  readonly port: number;
  /** The next connection. */
  accepted(): Promise<End>;
  close(): Promise<void>;
}

/** Listens on loopback, with TLS where an identity is given. */
export async function startRawServer(identity: Identity | null = null): Promise<RawServer> {
  const arrived: End[] = [];
  const wanted: ((end: End) => void)[] = [];
  const onSocket = (socket: Socket) => {
    const end = endOf(socket);
    const give = wanted.shift();
    if (give) give(end);
    else arrived.push(end);
  };
  const server = identity
    ? createTlsServer({ ...identity, allowHalfOpen: true }, onSocket)
    : createTcpServer({ allowHalfOpen: true }, onSocket);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const all = new Set<Socket>();
  // With TLS a connection is there before its handshake.
  server.on('connection', (socket: Socket) => all.add(socket));
  return {
    port: (server.address() as AddressInfo).port,
    accepted: async () => arrived.shift() ?? new Promise<End>((give) => wanted.push(give)),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of all) socket.destroy();
      }),
  };
}

/** Connects to loopback, with TLS where an authority is given. */
export async function connectRaw(port: number, authority: string | null = null): Promise<End> {
  const options = { host: '127.0.0.1', port, allowHalfOpen: true } as const;
  const socket = authority ? connectTls({ ...options, ca: authority, servername: 'localhost' }) : connectTcp(options);
  const end = endOf(socket);
  await new Promise((done, fail) => {
    socket.once(authority ? 'secureConnect' : 'connect', done);
    socket.once('error', fail);
  });
  return end;
}
