/** Ports of the loopback interface: one that is free, and whether something listens at one. */
import { type AddressInfo, connect, createServer } from 'node:net';

/** A port that nobody listened at a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** Whether something takes connections at a port. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Waits until something takes connections; `isOver` says with an error that nothing will. */
export async function untilAccepting(port: number, isOver: () => void = () => {}): Promise<void> {
  while (!(await accepts(port))) {
    isOver();
    await new Promise((done) => setTimeout(done, 100));
  }
}
