/** The configuration in a package: everything that verdicts depend on, without secrets of the suite. */
import { createPublicKey } from 'node:crypto';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';

const format = 'alipayplus-conformance.config/1';

/** Replaces a withheld value. */
const withheld = '(withheld)';

/** Content of config.json. */
export interface ConfigCopy {
  readonly format: typeof format;
  /** The settings; `signing.privateKey` is replaced by its public key, and values of headers, TLS keys and the trigger are withheld. */
  readonly settings: RunSettings;
}

/** A copy without secrets. Tokens and ids of test users stay, because the requests are composed from them. */
export function configCopy(settings: RunSettings): ConfigCopy {
  const { signing, tls, headers, client } = settings;
  return {
    format,
    settings: {
      ...settings,
      signing: { ...signing, privateKey: signing.privateKey && publicHalf(signing.privateKey) },
      headers: Object.fromEntries(Object.keys(headers).map((name) => [name, withheld])),
      client: { ...client, trigger: client.trigger && { command: withheld } },
      tls: { ...tls, key: tls.key && withheld, passphrase: tls.passphrase && withheld },
    },
  };
}

function publicHalf(privateKey: string): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
}

/** The settings in a config.json; null where the text is not such a file. */
export function readConfigCopy(text: string): RunSettings | null {
  try {
    return settingsIn(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The settings in a copy; null where a value is none. */
export function settingsIn(value: unknown): RunSettings | null {
  const copy = value as Partial<ConfigCopy> | null | undefined;
  return copy?.format === format && typeof copy.settings?.target === 'string' ? copy.settings : null;
}

/** Settings to judge a recorded run: withheld header values are taken from the recorded requests. */
export function restored(settings: RunSettings, exchanges: readonly Exchange[]): RunSettings {
  const sent = new Map(exchanges.flatMap(({ request }) => request.headers));
  const headers = Object.keys(settings.headers).map((name) => [name, sent.get(name) ?? withheld]);
  return { ...settings, headers: Object.fromEntries(headers) };
}
