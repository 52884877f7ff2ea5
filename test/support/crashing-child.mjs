/** The process behind `crashing-target.ts`: hands requests to a correct target and ends itself on a planned input or number. */
import { createServer, request } from 'node:http';

const { port, target, exitsOn, endsAt, served } = JSON.parse(process.env.CRASHING_TARGET);
const upstream = new URL(target);
let requests = served;

function isMet({ field, is }, body) {
  const value = body[field];
  if (is === 'absent') return !(field in body);
  if (is === 'null') return value === null;
  if (is === 'non-string') return field in body && value !== null && typeof value !== 'string';
  if ('equals' in is) return value === is.equals;
  return typeof value === 'string' && value.includes(is.contains);
}

function isFatal(path, text) {
  if (!exitsOn || (exitsOn.path && !path.endsWith(exitsOn.path))) return false;
  try {
    const body = JSON.parse(text);
    return body !== null && typeof body === 'object' && exitsOn.when.every((each) => isMet(each, body));
  } catch {
    return false;
  }
}

const server = createServer(async (incoming, outgoing) => {
  requests += 1;
  process.send({ requests });
  if (endsAt !== undefined && requests >= endsAt) process.exit(0);
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (isFatal(incoming.url.split('?')[0], body.toString())) process.exit(1);
  const onward = request(
    {
      host: upstream.hostname,
      port: upstream.port,
      path: incoming.url,
      method: incoming.method,
      headers: incoming.rawHeaders.flatMap((name, index, all) =>
        index % 2 || /^(connection|keep-alive|transfer-encoding)$/i.test(name) ? [] : [name, all[index + 1]],
      ),
      agent: false,
    },
    (answer) => {
      const headers = { ...answer.headers };
      delete headers.connection;
      delete headers['keep-alive'];
      delete headers['transfer-encoding'];
      outgoing.writeHead(answer.statusCode, headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  onward.end(body);
});

process.on('disconnect', () => process.exit(0));
server.listen(port, '127.0.0.1', () => process.send({ port: server.address().port }));
