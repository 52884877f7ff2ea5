/** A server that passes every byte on unchanged between its clients and one upstream, and lets an observer see them afterwards. */
import { connect as connectTcp, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { connect as connectTls, createServer as createTlsServer, type SecureContextOptions, TLSSocket } from 'node:tls';

/** Where connections go. */
export interface Upstream {
  readonly host: string;
  readonly port: number;
  /** Null for plain text. */
  readonly tls: SecureContextOptions | null;
}

/** Sees one connection, each byte after it was passed on. */
export interface ConnectionObserver {
  fromClient(bytes: Buffer): void;
  fromServer(bytes: Buffer): void;
  clientEnded(): void;
  serverEnded(): void;
  /** `error` is the code of the socket error that ended it, null for an ordinary end. */
  closed(error: string | null): void;
}

export interface TunnelOptions {
  readonly upstream: Upstream;
  /** The certificate shown to clients; null for plain text. */
  readonly tls: SecureContextOptions | null;
  readonly observe: () => ConnectionObserver;
  /** An observer threw: it is not asked again, and the traffic of its connection goes on. */
  readonly onObserverError: (error: unknown) => void;
}

/** A running tunnel. */
export interface Tunnel {
  readonly port: number;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

/** Listens and tunnels; rejects where the address cannot be listened at. */
export async function startTunnel(host: string, port: number, options: TunnelOptions): Promise<Tunnel> {
  const open = new Set<Socket>();
  const onClient = (client: Socket) => {
    const server = connectUpstream(options.upstream);
    for (const socket of [client, server]) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
    join(client, server, guarded(options.observe(), options.onObserverError));
  };
  const listener = options.tls
    ? createTlsServer({ ...options.tls, allowHalfOpen: true, ALPNProtocols: ['http/1.1'] }, onClient)
    : createTcpServer({ allowHalfOpen: true, noDelay: true }, onClient);
  // A client that does not finish its handshake never becomes a connection.
  listener.on('tlsClientError', () => {});
  await listening(listener, host, port);
  const address = listener.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((done) => {
        listener.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}

function listening(listener: Server, host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    listener.once('error', fail);
    listener.listen({ host, port }, () => {
      listener.off('error', fail);
      // Out of descriptors, for a moment: connections that are there go on.
      listener.on('error', () => {});
      done();
    });
  });
}

function connectUpstream({ host, port, tls }: Upstream): Socket {
  const common = { host, port, allowHalfOpen: true, noDelay: true, autoSelectFamily: true };
  if (!tls) return connectTcp(common);
  // A name in the certificate is asked for by name; an address cannot be.
  const servername = /^[\d.]+$|:/.test(host) ? {} : { servername: host };
  return connectTls({ ...tls, ...common, ...servername, ALPNProtocols: ['http/1.1'] });
}

/** Passes bytes, ends and resets on in both directions; the observer is told behind each of them. */
function join(client: Socket, server: Socket, watch: ConnectionObserver): void {
  client.setNoDelay(true);
  client.pipe(server);
  server.pipe(client);
  client.on('data', (bytes: Buffer) => watch.fromClient(bytes));
  server.on('data', (bytes: Buffer) => watch.fromServer(bytes));
  client.on('end', () => watch.clientEnded());
  server.on('end', () => watch.serverEnded());
  let isClosed = false;
  const close = (error: string | null) => {
    if (isClosed) return;
    isClosed = true;
    watch.closed(error);
  };
  client.on('error', (error: NodeJS.ErrnoException) => {
    reset(server);
    close(`client ${error.code ?? error.message}`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    reset(client);
    close(`upstream ${error.code ?? error.message}`);
  });
  server.on('close', () => {
    client.end();
    close(null);
  });
  client.on('close', () => server.end());
}

/** Ends a connection as a broken one ends; TLS has no reset of its own. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

function guarded(observer: ConnectionObserver, onError: (error: unknown) => void): ConnectionObserver {
  let isFailed = false;
  const safely = (step: () => void) => {
    if (isFailed) return;
    try {
      step();
    } catch (error) {
      isFailed = true;
      onError(error);
    }
  };
  return {
    fromClient: (bytes) => safely(() => observer.fromClient(bytes)),
    fromServer: (bytes) => safely(() => observer.fromServer(bytes)),
    clientEnded: () => safely(() => observer.clientEnded()),
    serverEnded: () => safely(() => observer.serverEnded()),
    closed: (error) => safely(() => observer.closed(error)),
  };
}
