/** Checks what a run of role mpp-client needs: a port to listen on, and a trigger that can be reached. */
import { createServer } from 'node:net';
import type { RunSettings } from '../../engine/settings.ts';
import { type Finding, okFinding, problem } from './finding.ts';
import { findRoute } from './route.ts';

const triggerTimeoutMs = 5000;

/** Listens for a moment, and connects to the trigger without starting a call. */
export async function examineCaller({ client, embedded }: RunSettings): Promise<Finding[]> {
  if (embedded) return [];
  return [await checkListenAddress(client.listen), ...(await checkTrigger(client.trigger))];
}

function checkListenAddress(listen: string): Promise<Finding> {
  const at = listen.lastIndexOf(':');
  const host = listen.slice(0, at).replace(/^\[|\]$/g, '');
  const port = Number(listen.slice(at + 1));
  return new Promise((done) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      const says = `client.listen ${listen} cannot be used to listen (${code}).`;
      const cure =
        code === 'EADDRINUSE'
          ? 'Stop the program that uses the port, or choose another port.'
          : 'Write it like 127.0.0.1:9000.';
      done(problem('tcp', 'fault', { code: 'listen-refused', says, cure }));
    });
    server.listen(port, host, () =>
      server.close(() => done(okFinding('tcp', `${listen} is free. Configure your caller to call this address.`))),
    );
  });
}

async function checkTrigger(trigger: RunSettings['client']['trigger']): Promise<Finding[]> {
  if (trigger === null || !('url' in trigger)) return [];
  const { findings, open } = await findRoute(new URL(trigger.url), {}, triggerTimeoutMs);
  if (open !== null)
    return [okFinding('tcp', `The trigger at ${new URL(trigger.url).host} can be reached; no call was started.`)];
  const fault = findings.at(-1)!;
  const cure = 'Start the server of the trigger, or correct client.trigger.url.';
  return [
    problem('tcp', 'fault', {
      code: 'trigger-unreachable',
      says: `The trigger cannot be reached: ${fault.says}`,
      cure,
    }),
  ];
}
