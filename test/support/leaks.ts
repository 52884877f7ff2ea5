/** Secrets of a config and of answers, the ways in which a target may repeat them, and a target that does so everywhere. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** In the config: where each stands. */
export const configured = {
  accessToken: 'tok/S3cret+Alpha=0001',
  'second accessToken': 'tokS3cretBravo0002',
  'token with quotes': 'tok"S3cret\\Charlie&0003<',
  'token of digits': '6221880012340004',
  acquirerId: 'acqS3cret0005',
  pspId: 'pspS3cret0006',
  'scenario token': 'tokS3cretDelta0007',
  'gateway header': 'gateS3cret-0008',
  bearer: 'eyS3cretBearer.0009.abc',
  'cookie value': 'cookS3cret0010',
  'api key header': 'apikeyS3cret0011',
  'basic password': 'passS3cret:0012',
  clientId: 'TEST_S3cretClient0013',
} as const;

/** In answers alone: members, names of members, numbers, headers. */
export const answered = {
  verifyRequestId: 'otpS3cret0101',
  'unknown member': 'extraS3cret0102',
  'nested in a list': 'listS3cret0103',
  'name of a member': '8847001100220104',
  number: '9912345670105',
  'set-cookie': 'sidS3cret0106',
  'x-api-key': 'keyS3cret0107',
  'x-session-token': 'sessS3cret0108',
  'location query': 'locS3cret0109',
  'www-authenticate': 'realmS3cret0110',
  'x-auth-user': 'userS3cret0111',
  phone: '+6591230112',
  email: 'S3cret.0113@example.com',
} as const;

/** Each writes a secret as a target may write it. */
export const forms: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  percent: encodeURIComponent,
  'percent in small letters': (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  'percent twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  base64: (secret) => Buffer.from(secret).toString('base64'),
  'base64 within more': (secret) => Buffer.from(`id=${secret};`).toString('base64'),
  'base64 within much more': (secret) => Buffer.from(`user=${secret};`).toString('base64'),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
  hexadecimal: (secret) => Buffer.from(secret).toString('hex'),
  'escaped letters': (secret) =>
    [...secret].map((one, i) => (i % 2 ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)).join(''),
  entities: (secret) => secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  'capital letters': (secret) => secret.toUpperCase(),
};

/** What of a form would give the secret away: base64 within more begins and ends with what stands around it. */
export function tellingPart(name: string, secret: string): string {
  const written = forms[name]!(secret);
  if (name.startsWith('base64 within')) return written.slice(8, -4);
  return written.replace(/=+$/, '');
}

export function leakConfig(target: string): object {
  const common = { acquirerId: configured.acquirerId, pspId: configured.pspId };
  const tokens = [
    configured.accessToken,
    configured['second accessToken'],
    configured['token with quotes'],
    configured['token of digits'],
  ];
  return {
    target,
    apis: ['sendOTP'],
    clientId: configured.clientId,
    headers: {
      'X-Gateway': configured['gateway header'],
      Authorization: `Bearer ${configured.bearer}`,
      Cookie: `session=${configured['cookie value']}; theme=dark`,
      'X-Api-Key': configured['api key header'],
      'X-Login': `Basic ${Buffer.from(`user:${configured['basic password']}`).toString('base64')}`,
      'X-Basic-Auth': `Basic ${Buffer.from(`user:${configured['basic password']}`).toString('base64')}`,
    },
    requests: { sendOTP: tokens.map((accessToken) => ({ ...common, accessToken })) },
    scenarios: { sendOTP: { USER_NOT_EXIST: { accessToken: configured['scenario token'] } } },
    limits: { sendOTP: { perFixture: 500, restMs: 0 } },
    run: { seed: 1 },
  };
}

/** Repeats every secret of the config, each request in another form, and says those of its own. */
export async function startLeakingTarget(): Promise<{ url: string; close(): Promise<void> }> {
  let n = 0;
  const server = createServer(async (request, response) => {
    n += 1;
    const ordinal = n;
    for await (const _ of request);
    for (const [name, value] of Object.entries(leakyHeaders)) response.setHeader(name, value);
    const name = Object.keys(forms)[ordinal % Object.keys(forms).length]!;
    const repeated = Object.values(configured).map((secret) => forms[name]!(secret));
    const isPage = ordinal % 5 === 0;
    response.writeHead(isPage ? 400 : 200, { 'Content-Type': isPage ? 'text/html' : 'application/json' });
    response.end(
      isPage ? `<p>${repeated.join(' ')} ${headersText(request.headers)}</p>` : jsonAnswer(repeated, name, ordinal),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const leakyHeaders = {
  'Set-Cookie': `sid=${answered['set-cookie']}; Path=/`,
  'X-Api-Key': answered['x-api-key'],
  'X-Session-Token': answered['x-session-token'],
  Location: `/next?token=${answered['location query']}&page=2`,
  'WWW-Authenticate': `Bearer realm="${answered['www-authenticate']}"`,
  'X-Auth-User': answered['x-auth-user'],
};

function headersText(headers: IncomingHttpHeaders): string {
  return JSON.stringify(headers);
}

function jsonAnswer(repeated: readonly string[], form: string, n: number): string {
  const members = {
    repeated,
    names: Object.fromEntries(repeated.map((one, i) => [one, i])),
    result: {
      resultCode: 'SUCCESS',
      resultStatus: 'S',
      resultMessage: `Sent to ${answered.phone}, ${answered.email}: ${repeated[0]}`,
    },
    verifyRequestId: n % 3 === 0 ? [answered.verifyRequestId, ...repeated] : answered.verifyRequestId,
    more: { deep: [{ list: [answered['nested in a list']] }], text: answered['unknown member'] },
    accounts: { [answered['name of a member']]: 1 },
    card: Number(answered.number),
  };
  const text = JSON.stringify(members);
  // JSON.stringify has escaped the backslashes of what is escaped already.
  return form === 'escaped letters' ? text.replaceAll('\\\\u', '\\u') : text;
}
