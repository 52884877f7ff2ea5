/** `conformance replay`: sends a recorded request again and shows both answers. */

import type { EvidenceHead } from '../../engine/record/evidence.ts';
import { isPublic } from '../../engine/report/public-words.ts';
import { createRedactor } from '../../engine/report/redact.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { networkTransport } from '../../engine/wire/transport.ts';
import { quote } from '../../reporters/escape.ts';
import { Sheet } from '../../reporters/terminal.ts';
import type { ReplayOptions } from '../options.ts';
import { prepareRun } from '../run/prepare.ts';
import type { Environment } from '../terminal/environment.ts';
import { print, terminalOptions } from '../terminal/output.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { recordedExchange } from './recorded.ts';
import { aimed, refreshed } from './request.ts';
import { isSame, sidesText } from './sides.ts';

/** Executes the `replay` command. */
export async function replay(
  named: string,
  id: string | undefined,
  options: ReplayOptions,
  env: Environment,
): Promise<void> {
  const { head, exchange } = await recordedExchange(named, id, options.reportDir);
  const { settings, isConfigured } = await settingsFor(head, options, env);
  const request = aimed(exchange.request, head.target.url, settings.target);
  const fresh = await refreshed(request, exchange.request, settings, options.asRecorded === true);
  const again = await sentAgain({ ...exchange, request: fresh.request }, settings);
  // Without a config nothing tells which values are secret: all are, as in a request of somebody else.
  const [then, now] = [exchange, again].map((one) => (isConfigured ? one : { ...one, marker: '' })) as [
    Exchange,
    Exchange,
  ];
  const screen = terminalOptions(env);
  const redactor = createRedactor(settings, isPublic);
  for (const one of [then, now]) redactor.learn(one);
  const { method, path } = fresh.request;
  const sheet = new Sheet(screen)
    .text(`${exchange.id} ${quote(exchange.operation, 60)}: ${quote(exchange.title, 200)}`, 0, 'bold')
    .text(
      `${method} ${quote(redactor.text(path), 200)} to ${quote(new URL(settings.target).origin, 200)}, ${fresh.says}`,
    );
  const same = isSame(then, now);
  const last = new Sheet(screen).text(
    same ? 'The same answer.' : 'A different answer.',
    0,
    'bold',
    same ? 'green' : 'red',
  );
  process.exitCode = same ? 0 : now.noAnswer && then.response ? 3 : 1;
  await print(`${sheet}${sidesText(then, now, redactor, screen)}${last}`);
}

/** Keys and TLS come from the config; the target is the recorded one unless another is given. */
async function settingsFor(
  head: EvidenceHead,
  options: ReplayOptions,
  env: Environment,
): Promise<{ settings: RunSettings; isConfigured: boolean }> {
  if (head.target.embedded && options.target === undefined) {
    throw new UsageError(
      'The request was sent to the built-in reference of that run, which has stopped',
      'Start one with npx conformance serve, and give its URL with --target.',
    );
  }
  const prepared = await prepareRun({
    configFile: options.config,
    overrides: {
      target: options.target ?? head.target.url,
      role: head.target.role,
      run: { timeoutMs: options.timeout },
    },
    env,
    choices: { yesProduction: options.yesProduction },
    keepsExpired: true,
  });
  await prepared.close();
  return { settings: prepared.settings, isConfigured: prepared.configPath !== null };
}

async function sentAgain(exchange: Exchange, settings: RunSettings): Promise<Exchange> {
  const transport = networkTransport({ ...settings, concurrency: 1 });
  try {
    const { startedAt, durationMs, response, noAnswer } = await transport.send(exchange.request, exchange.probe);
    return { ...exchange, startedAt, durationMs, response, noAnswer };
  } finally {
    await transport.close();
  }
}
