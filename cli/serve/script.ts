/** `serve alipayplus --script FILE`: a simulated Alipay+ that answers step by step, for developing a caller. */
import { readFile } from 'node:fs/promises';
import { wordsOf } from '../../engine/report/words.ts';
import { operations } from '../../generated/operations.ts';
import { reading } from '../config/find.ts';
import type { ServeOptions } from '../options.ts';
import { printError } from '../terminal/output.ts';
import { UsageError } from '../terminal/usage-error.ts';
import type { Served } from './served.ts';

const clientId = 'TEST_5Y00000000000000';

/** Starts the simulator with a script; prints one line per request, and its faults below. */
export async function serveScript({ script: file = '', host, port = 0, unsigned }: ServeOptions): Promise<Served> {
  const [{ ListenError, startSimulator }, { newKeys }, { requestFindings }] = await Promise.all([
    import('../../simulator/simulator.ts'),
    import('../../reference/index.ts'),
    import('../../suites/caller/request-findings.ts'),
  ]);
  const script = await readScriptFile(file);
  const keys = await newKeys();
  const { path } = operations.getPaymentCode;
  const publicKey = unsigned === true ? null : keys.mpp.publicKey;
  const listen = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const simulator = await startSimulator({
    listen,
    keys: { privateKey: unsigned === true ? null : keys.alipayplus.privateKey },
    clientId,
    script,
    onExchange: (exchange) => {
      const { title, request } = exchange;
      printError(`${request.method} ${request.path}: ${title.replace(/^.*?: /, '')}`);
      const findings = requestFindings(exchange, { clientId, path, publicKey });
      const wrong = findings.map(({ received, expected }) => `${wordsOf(received)}; expected: ${wordsOf(expected)}`);
      for (const says of new Set(wrong)) printError(`  wrong: ${says}`);
    },
  }).catch((error: unknown) => {
    throw error instanceof ListenError ? new UsageError(error.message, error.cure) : error;
  });
  const signing =
    unsigned === true
      ? { mode: 'off' }
      : { mode: 'required', keyVersion: '1', privateKey: keys.mpp.privateKey, publicKey: keys.alipayplus.publicKey };
  return {
    url: simulator.url,
    config: { target: simulator.url, role: 'alipayplus', clientId, signing },
    close: () => simulator.close(),
  };
}

async function readScriptFile(file: string) {
  const { readScript, ScriptError } = await import('../../simulator/script.ts');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(
      `The script ${file} cannot be read: ${reading(error)}`,
      'Give a file of steps, such as "- answer: S".',
    );
  });
  try {
    return readScript(text);
  } catch (error) {
    throw error instanceof ScriptError ? new UsageError(`${file}: ${error.message}`, error.cure) : error;
  }
}
