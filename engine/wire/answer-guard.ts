/**
 * Puts the limits of answer-limits.ts in front of undici's own parser. undici takes a 100 that it did not ask for as an error, and counts
 * neither interim answers nor what stands between chunks.
 */
import { AnswerBytes } from './answer-limits.ts';

/** What undici reads a connection with. */
interface ReadableSocket {
  read(size?: number): Buffer | null;
  destroy(error?: Error): unknown;
}

const reading = new WeakMap<object, AnswerBytes>();

/** From now on what comes on this connection is the answer to one request. */
export function guardAnswer(socket: object): void {
  const isGuarded = reading.has(socket);
  reading.set(socket, new AnswerBytes());
  if (!isGuarded) guard(socket as ReadableSocket);
}

function guard(socket: ReadableSocket): void {
  const read = socket.read.bind(socket);
  socket.read = (size) => {
    for (let chunk = read(size); chunk !== null; chunk = read(size)) {
      const passed = passedOn(socket, chunk);
      if (passed === null || passed.length > 0) return passed;
    }
    return null;
  };
}

/** The bytes for the parser; null where the connection was ended because of them. */
function passedOn(socket: ReadableSocket, chunk: Buffer): Buffer | null {
  try {
    return reading.get(socket)!.take(chunk);
  } catch (error) {
    socket.destroy(error as Error);
    return null;
  }
}
