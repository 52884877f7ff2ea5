/** A thread that signs answers: it fills a buffer, waits for its key as for a key store, and signs what the buffer holds. */
import { sign } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';

const { privateKey, memory } = workerData;
const [length, pause] = [new Int32Array(memory, 0, 1), new Int32Array(memory, 4, 1)];
const buffer = new Uint8Array(memory, 8);

parentPort.on('message', ({ number, text }) => {
  const bytes = Buffer.from(text);
  buffer.set(bytes);
  length[0] = bytes.length;
  Atomics.wait(pause, 0, 0, 2);
  const signature = sign('sha256', Buffer.from(buffer.slice(0, length[0])), privateKey);
  parentPort.postMessage({ number, signature: signature.toString('base64') });
});
