/** What stands in front of a server in a company: TLS, a path prefix, no keep-alive, and a proxy. */
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { type AddressInfo, connect } from 'node:net';

export interface Front {
  readonly port: number;
  close(): Promise<void>;
}

export interface Fronting {
  readonly tls?: ServerOptions;
  /** Stands before every path, and is taken off. */
  readonly prefix?: string;
  /** Closes every connection after one answer. */
  readonly closes?: boolean;
  /** Of so many servers in turn one is down. */
  readonly oneDownOf?: number;
}

/** Starts a server on loopback that hands everything to the server of that port. */
export function startFront(
  behind: number,
  { tls, prefix = '', closes = false, oneDownOf = 0 }: Fronting,
): Promise<Front> {
  let requests = 0;
  const listener: RequestListener = (incoming, outgoing) => {
    requests += 1;
    if (requests % oneDownOf === 0) {
      incoming.resume();
      outgoing.writeHead(500).end('<html>down</html>');
      return;
    }
    const path = incoming.url ?? '/';
    if (!path.startsWith(prefix)) {
      outgoing.writeHead(404).end();
      return;
    }
    if (closes) outgoing.shouldKeepAlive = false;
    handOn(incoming, outgoing, { port: behind, path: path.slice(prefix.length) });
  };
  return listening(tls ? createTlsServer(tls, listener) : createServer(listener));
}

export interface ProxyFront extends Front {
  /** `METHOD target` of each request that the proxy was asked for. */
  readonly asked: string[];
}

/** Starts a forward proxy that leads every host to the server of that port. */
export async function startProxy(behind: number): Promise<ProxyFront> {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    const { pathname, search } = new URL(incoming.url ?? '');
    handOn(incoming, outgoing, { port: behind, path: pathname + search });
  });
  server.on('connect', (incoming, client, head) => {
    asked.push(`CONNECT ${incoming.url}`);
    const upstream = connect(behind, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const end of [client, upstream]) end.on('error', () => [client, upstream].map((each) => each.destroy()));
  });
  return { ...(await listening(server)), asked };
}

function handOn(
  incoming: IncomingMessage,
  outgoing: Parameters<RequestListener>[1],
  to: { port: number; path: string },
): void {
  const onward = request(
    { host: '127.0.0.1', ...to, method: incoming.method, headers: incoming.headers, agent: false },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}

async function listening(server: Server): Promise<Front> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
