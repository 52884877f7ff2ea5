/** The questions of `conformance init` on a terminal. */
import { cancel, confirm, intro, isCancel, multiselect, outro, select, text } from '@clack/prompts';
import type { Role } from '../../engine/report.ts';
import { baseUrl } from '../config/target.ts';
import { operationsOf } from '../explain/catalogue.ts';
import type { InitOptions } from '../options.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Asks for what the options leave open. */
export async function ask(options: InitOptions): Promise<InitOptions> {
  intro('A config for alipayplus-conformance');
  const role = options.role ?? (await askRole());
  const place =
    role === 'mpp-client'
      ? { trigger: await askUrl('Which URL sets your caller going?', options.trigger) }
      : { target: await askUrl('Where is the server under test?', options.target) };
  const api = options.api ?? (await askApis(role));
  const keys = options.privateKey === undefined ? await askKeys(options) : {};
  outro('That is all.');
  return { ...options, role, ...place, api, ...keys };
}

async function askRole(): Promise<Role> {
  return orCancel(
    await select<Role>({
      message: 'What is under test?',
      options: [
        { value: 'mpp', label: 'the server of an MPP', hint: 'sendOTP and the token APIs' },
        { value: 'mpp-client', label: 'the caller of an MPP', hint: 'getPaymentCode' },
        { value: 'alipayplus', label: 'the Alipay+ sandbox, or an emulator', hint: 'getPaymentCode' },
      ],
    }),
  );
}

async function askUrl(message: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  return orCancel(
    await text({ message, placeholder: 'http://localhost:8080', validate: (value) => urlProblem(value ?? '') }),
  );
}

function urlProblem(value: string): string | undefined {
  try {
    baseUrl(value, 'This');
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
    await multiselect({ message: 'Which APIs does it offer?', options, initialValues: all, required: true }),
  );
}

async function askKeys(options: InitOptions): Promise<Partial<InitOptions>> {
  if (!orCancel(await confirm({ message: 'Does it sign and verify?', initialValue: true }))) return {};
  const path = async (message: string, placeholder: string): Promise<string> =>
    orCancel(await text({ message, placeholder, defaultValue: placeholder }));
  return {
    clientId: options.clientId ?? (await path('Client-Id of our requests?', 'SANDBOX_5Y0000000000000000')),
    privateKey: await path('File of our private key, to sign with?', 'keys/suite.pem'),
    publicKey: await path('File of its public key, to verify with?', 'keys/target.pem'),
  };
}

function orCancel<T>(answer: T): Exclude<T, symbol> {
  if (!isCancel(answer)) return answer as Exclude<T, symbol>;
  cancel('Nothing was written.');
  process.exit(130);
}
