/** The configuration of a run as a package carries it: all that verdicts depend on, and no secret of the suite. */
import { createPublicKey } from 'node:crypto';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';

const format = 'alipayplus-conformance.config/1';

/** Stands where a value is held back. */
const withheld = '(withheld)';

/** What config.json holds. */
export interface ConfigCopy {
  readonly format: typeof format;
  /** The settings; `signing.privateKey` is its public half, and values of headers and TLS keys are held back. */
  readonly settings: RunSettings;
}

/** A copy without secrets. Tokens and ids of test users stay: the requests are made from them. */
export function configCopy(settings: RunSettings): ConfigCopy {
  const { signing, tls, headers } = settings;
  return {
    format,
    settings: {
      ...settings,
      signing: { ...signing, privateKey: signing.privateKey && publicHalf(signing.privateKey) },
      headers: Object.fromEntries(Object.keys(headers).map((name) => [name, withheld])),
      tls: { ...tls, key: tls.key && withheld, passphrase: tls.passphrase && withheld },
    },
  };
}

function publicHalf(privateKey: string): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
}

/** The settings in a config.json; null where the text holds none. */
export function readConfigCopy(text: string): RunSettings | null {
  try {
    const copy = JSON.parse(text) as ConfigCopy;
    return copy.format === format && typeof copy.settings?.target === 'string' ? copy.settings : null;
  } catch {
    return null;
  }
}

/** Settings to tell a run again with: the header values that were held back are taken from what was sent. */
export function restored(settings: RunSettings, exchanges: readonly Exchange[]): RunSettings {
  const sent = new Map(exchanges.flatMap(({ request }) => request.headers));
  const headers = Object.keys(settings.headers).map((name) => [name, sent.get(name) ?? withheld]);
  return { ...settings, headers: Object.fromEntries(headers) };
}
