/** A wallet that offers sendOTP and verifyOTP: the reference behind a server that knows which id each user was given. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Config } from '../../cli/config/shape.ts';
import { startReferenceMpp } from '../../reference/index.ts';

const verifyPath = '/aps/api/v1/users/verifyOTP';
const password = '271828';

type Body = Record<string, unknown>;

/** How a wallet differs from the usual one. */
export interface OtpHabits {
  /** A password is good for one call. */
  readonly once?: boolean;
  /** A mistake: any password will do. */
  readonly anyPassword?: boolean;
}

/** A wallet that listens, and the config that fits it. */
export interface OtpWallet {
  readonly config: Config;
  /** `token id` of each accepted verifyOTP. */
  readonly verified: readonly string[];
  /** The ids that sendOTP answered, by access token. */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
  close(): Promise<void>;
}

function read(bytes: Buffer): Body | null {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : null;
  } catch {
    return null;
  }
}

const lengths = { acquirerId: 64, pspId: 64, accessToken: 128, verifyRequestId: 64, otpCode: 16 };

function isLegal(body: Body): boolean {
  return Object.entries(lengths).every(([name, longest]) => {
    const value = body[name];
    return typeof value === 'string' && value !== '' && [...value].length <= longest;
  });
}

/** What a wallet remembers. */
interface Memory {
  readonly given: Map<string, Set<string>>;
  readonly verified: string[];
}

function codeOf(incoming: IncomingMessage, body: Body | null, { given, verified }: Memory, habits: OtpHabits): string {
  if (incoming.method !== 'POST') return 'METHOD_NOT_SUPPORTED';
  if (!(incoming.headers['content-type'] ?? 'application/json').startsWith('application/json'))
    return 'MEDIA_TYPE_NOT_ACCEPTABLE';
  if (!body || !isLegal(body)) return 'PARAM_ILLEGAL';
  const { accessToken, verifyRequestId, otpCode } = body as Record<string, string>;
  const own = given.get(accessToken!);
  if (!own) return 'INVALID_TOKEN';
  if (!own.has(verifyRequestId!) || (otpCode !== password && !habits.anyPassword)) return 'INVALID_OTP';
  if (habits.once) own.delete(verifyRequestId!);
  verified.push(`${accessToken} ${verifyRequestId}`);
  return 'SUCCESS';
}

/** Hands a call on to the reference, and remembers the id that it answers. */
function handOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  sent: Buffer,
  reference: string,
  { given }: Memory,
) {
  const to = new URL(incoming.url ?? '/', reference);
  const { method, headers } = incoming;
  const call = request(to, { method, headers: { ...headers, host: to.host } }, async (from) => {
    const answer = await buffer(from);
    const id = read(answer)?.verifyRequestId;
    const token = read(sent)?.accessToken;
    if (typeof id === 'string' && typeof token === 'string') given.set(token, (given.get(token) ?? new Set()).add(id));
    outgoing.writeHead(from.statusCode!, from.headers).end(answer);
  });
  call.on('error', () => outgoing.destroy());
  call.end(sent);
}

/** The config for both APIs at an address: the users of verifyOTP are the first two of sendOTP. */
function configFor(reference: object, target: string): Config {
  const config = reference as Config & { requests: { sendOTP: Body[] } };
  const users = config.requests.sendOTP.filter(({ fresh }) => fresh !== true).slice(0, 2);
  return {
    ...config,
    target,
    specs: ['examples/specs/verify-otp.yaml'],
    apis: ['sendOTP', 'verifyOTP'],
    requests: { ...config.requests, verifyOTP: users.map(({ accessToken }) => ({ accessToken, otpCode: password })) },
    scenarios: { ...config.scenarios, verifyOTP: { INVALID_OTP: { otpCode: '161803' } } },
  };
}

/** Starts it on a free port, unsigned. */
export async function startOtpWallet(habits: OtpHabits = {}): Promise<OtpWallet> {
  const reference = await startReferenceMpp({ signing: false, apis: ['sendOTP'] });
  const memory: Memory = { given: new Map(), verified: [] };
  const server = createServer(async (incoming, outgoing) => {
    const sent = await buffer(incoming);
    if (incoming.url !== verifyPath) return handOn(incoming, outgoing, sent, reference.url, memory);
    const resultCode = codeOf(incoming, read(sent), memory, habits);
    const result = { resultCode, resultStatus: resultCode === 'SUCCESS' ? 'S' : 'F', resultMessage: 'answered' };
    outgoing.setHeader('Content-Type', 'application/json; charset=UTF-8').end(JSON.stringify({ result }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    config: configFor(reference.config, `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ...memory,
    close: async () => {
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
      await reference.close();
    },
  };
}
