/** A target for measurements in a process of its own: the reference MPP, maybe slow, or one that knows a single answer. Prints its config. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startReferenceMpp } from '../../reference/index.ts';

const [latency = '0', signing = 'signed'] = process.argv.slice(2);
const mpp = await startReferenceMpp({ signing: signing === 'signed' });
const delay = Number(latency);

/** Hands each request on after a while; waiting requests do not hinder each other. */
async function delayed(): Promise<string> {
  const port = new URL(mpp.url).port;
  const server = createServer((incoming, outgoing) => {
    setTimeout(() => {
      const options = {
        host: '127.0.0.1',
        port,
        path: incoming.url,
        method: incoming.method,
        headers: incoming.headers,
      };
      const onward = request(options, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    }, delay);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** As fast as node can be: what is measured is the sender. */
async function constant(): Promise<string> {
  const answer = JSON.stringify({ result: { resultCode: 'SUCCESS', resultStatus: 'S' }, verifyRequestId: 'v1' });
  const headers = { 'Content-Type': 'application/json; charset=UTF-8', 'Content-Length': Buffer.byteLength(answer) };
  const server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => outgoing.writeHead(200, headers).end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const target = signing === 'constant' ? await constant() : delay > 0 ? await delayed() : mpp.url;
process.stdout.write(`${JSON.stringify({ ...mpp.config, target })}\n`);
process.on('disconnect', () => process.exit());
