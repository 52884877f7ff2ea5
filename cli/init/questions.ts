/** The questions of `conformance init` on a terminal. */
import { cancel, confirm, intro, isCancel, multiselect, outro, select, text } from '@clack/prompts';
import type { Role } from '../../engine/report.ts';
import { baseUrl } from '../config/target.ts';
import { operationsOf } from '../explain/catalogue.ts';
import type { InitOptions } from '../options.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { checkKeyFile } from './key-file.ts';

/** Asks for everything that the options leave open. */
export async function ask(options: InitOptions): Promise<InitOptions> {
  intro('A config file for alipayplus-conformance');
  const role = options.role ?? (await askRole());
  const place =
    role === 'mpp-client'
      ? { trigger: await askUrl('URL that starts a call of your caller (the trigger)', options.trigger) }
      : { target: await askUrl('Base URL of the server under test', options.target) };
  const api = options.api ?? (await askApis(role));
  const keys = options.privateKey === undefined ? await askKeys(options) : {};
  outro('Done.');
  return { ...options, role, ...place, api, ...keys };
}

async function askRole(): Promise<Role> {
  return orCancel(
    await select<Role>({
      message: 'What is under test?',
      options: [
        { value: 'mpp', label: 'an MPP server', hint: 'sendOTP and the token APIs; the suite acts as Alipay+' },
        { value: 'mpp-client', label: 'an MPP caller', hint: 'getPaymentCode; the suite acts as Alipay+' },
        {
          value: 'alipayplus',
          label: 'the Alipay+ sandbox or an emulator',
          hint: 'getPaymentCode; the suite acts as an MPP',
        },
      ],
    }),
  );
}

async function askUrl(message: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  return orCancel(
    await text({
      message,
      placeholder: 'http://localhost:8080',
      validate: (value) => problemOf(() => baseUrl(value ?? '', 'This')),
    }),
  );
}

/** The sentence of a usage error, as a prompt shows it; undefined where there is none. */
function problemOf(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.text;
    throw error;
  }
}

async function askApis(role: Role): Promise<string[]> {
  const all = operationsOf(role);
  if (all.length === 1) return all;
  const options = all.map((value) => ({ value, label: value }));
  return orCancel(
    await multiselect({ message: 'Which APIs does the server offer?', options, initialValues: all, required: true }),
  );
}

async function askKeys(options: InitOptions): Promise<Partial<InitOptions>> {
  const message = 'Are requests and answers signed?';
  if (!orCancel(await confirm({ message, initialValue: true }))) return {};
  const clientId = options.clientId ?? (await askLater('Client-Id that the suite sends'));
  const privateKey = await askKeyFile(
    'private',
    'Private key of the suite, a PEM file (it signs the requests; not the key of the target)',
    options,
  );
  const publicKey =
    options.publicKey ??
    (await askKeyFile('public', 'Public key of the target, a PEM file (it verifies the answers)', options));
  return { clientId, privateKey, publicKey };
}

/** A text that may be left empty and filled in later. */
async function askLater(
  message: string,
  validate?: (value: string) => string | undefined,
): Promise<string | undefined> {
  const answer = orCancel(
    await text({
      message,
      placeholder: 'leave empty to fill in later',
      validate: (value) => (value ? validate?.(value) : undefined),
    }),
  );
  return answer || undefined;
}

function askKeyFile(half: 'private' | 'public', message: string, { config }: InitOptions): Promise<string | undefined> {
  return askLater(message, (value) => problemOf(() => checkKeyFile('This', half, value, config)));
}

function orCancel<T>(answer: T): Exclude<T, symbol> {
  if (!isCancel(answer)) return answer as Exclude<T, symbol>;
  cancel('No file was written.');
  process.exit(130);
}
