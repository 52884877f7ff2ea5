/** Makes a valid call to each API: whether the target accepts our signature, serves the paths, knows the users, and signs its answers. */
import { randomBytes } from 'node:crypto';
import type { CheckContext } from '../../engine/check/context.ts';
import { answerFact } from '../../engine/check/facts.ts';
import { isUnanswered, type Outcome } from '../../engine/check/steps.ts';
import {
  clockAhead,
  clockFault,
  faultsOfOpenings,
  type OpeningCall,
  unknownUser,
} from '../../engine/diagnosis/control-faults.ts';
import { foreignAnswer, proxyIn } from '../../engine/diagnosis/intermediaries.ts';
import { noAnswerFault } from '../../engine/diagnosis/reachability.ts';
import { diagnoseAnswer } from '../../engine/diagnosis/signature-cases.ts';
import { whatItVerifies } from '../../engine/diagnosis/what-target-verifies.ts';
import { type Clients, createClients, openOperation } from '../../engine/drive/clients.ts';
import type { OperationClient } from '../../engine/drive/operation-client.ts';
import { createRunContext, type RunContext } from '../../engine/drive/run-context.ts';
import { orderedOperations } from '../../engine/plan/plan.ts';
import { wordsOf } from '../../engine/report/words.ts';
import type { Diagnosis } from '../../engine/report.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { answerOf, isThrottle } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { networkTransport } from '../../engine/wire/transport.ts';
import { type Finding, okFinding, problem, type Step } from './finding.ts';

/** One operation with its first call and the calls of its other users. */
interface Visit {
  readonly client: OperationClient;
  readonly calls: readonly { readonly fixture: number; readonly exchange: Exchange }[];
}

/** Calls each API once per user, or once in all where a call sends a message to a person; with `messages` false no such call is made. */
export async function examineCalls(settings: RunSettings, messages: boolean): Promise<Finding[]> {
  const transport = networkTransport(settings);
  const identity = { id: `d${randomBytes(3).toString('hex')}`, startedAt: Date.now() };
  const run = createRunContext(settings, {}, transport, identity);
  try {
    const visits = await visitAll(run, messages);
    const calls = visits.flatMap(openingOf);
    const { diagnosis, stops } = faultsOfOpenings(calls, settings, run.publicKey);
    const exchanges = visits.flatMap((visit) => visit.calls.map(({ exchange }) => exchange));
    const silence =
      exchanges.every(({ response }) => !response) && exchanges.find(({ noAnswer }) => noAnswer)?.noAnswer;
    if (silence) return [problem('http', 'fault', noAnswerFault(settings.target, silence))];
    const seen = [...proxyFindings(exchanges), ...clockFindings(exchanges, stops)];
    if (stops) {
      const refused = calls.find(({ exchange }) => mayVerifyOtherwise.has(answerOf(exchange).code));
      const asked =
        refused && settings.role === 'mpp' ? await whatItVerifies(refused.exchange, settings, transport) : null;
      return [...seen, ...asFindings(asked === null ? diagnosis : [asked, ...diagnosis])];
    }
    return [...seen, ...spellingFindings(run), ...visits.flatMap((visit) => visitFindings(visit, settings, messages))];
  } finally {
    await transport.close();
  }
}

const mayVerifyOtherwise = new Set(['INVALID_SIGNATURE', 'KEY_NOT_FOUND']);

const steps: Readonly<Record<string, Step>> = {
  'path-not-found': 'paths',
  'clock-difference': 'clock',
  redirected: 'http',
  'gateway-refuses': 'http',
  'proxy-answers': 'http',
  'web-page': 'http',
  'http-on-tls-port': 'http',
  'proxy-authentication': 'proxy',
  'tls-client-certificate-demanded': 'tls',
};

function asFindings(diagnoses: readonly Diagnosis[]): Finding[] {
  return diagnoses.map((diagnosis) => ({
    ...problem(steps[diagnosis.code] ?? 'signing', 'fault', diagnosis),
    answered: true as const,
  }));
}

/** A control is tried three times, each time in up to four spellings. */
const callsPerOperation = 12;

async function visitAll(run: RunContext, messages: boolean): Promise<Visit[]> {
  const { settings } = run;
  const chosen = orderedOperations(settings.role).filter(({ id }) => settings.selected.includes(id));
  // One call to each operation, and more only where the opening is repeated.
  const clients = createClients(run, chosen, (id) => settings.limits[id]?.maxSends ?? callsPerOperation);
  const visits: Visit[] = [];
  for (const client of clients.all.values()) {
    const free = client.context.costs && !messages;
    visits.push({ client, calls: free ? await callUnknownUser(client) : await callUsers(run, client, clients) });
  }
  return visits;
}

async function callUsers(run: RunContext, client: OperationClient, { driver }: Clients): Promise<Visit['calls']> {
  const { context } = client;
  const { settled, unanswered } = await openOperation(run, context, driver);
  const first = settled?.answer.exchange ?? unanswered?.exchanges.at(-1);
  if (!first) return [];
  const calls = [{ fixture: 0, exchange: first }];
  if (client.context.costs || !first.response) return calls;
  for (let fixture = 1; fixture < context.fixtures.length; fixture += 1) {
    const exchange = await oneCall(client, { base: 'full', fixture, occurrence: `user-${fixture}` });
    if (exchange) calls.push({ fixture, exchange });
  }
  return calls;
}

async function callUnknownUser(client: OperationClient): Promise<Visit['calls']> {
  const exchange = await oneCall(client, { base: 'full', user: 'unknown' });
  return exchange ? [{ fixture: -1, exchange }] : [];
}

async function oneCall(client: OperationClient, spec: RequestSpec): Promise<Exchange | null> {
  const outcome: Outcome = await client.send(spec, 'a good request');
  return (isUnanswered(outcome) ? outcome.unanswered.exchanges.at(-1) : outcome.answer.exchange) ?? null;
}

function openingOf({ client, calls: [first] }: Visit): OpeningCall[] {
  const { op } = client.context;
  return first ? [{ op, exchange: first.exchange, vouched: false }] : [];
}

/** An intermediary that shows in the headers. */
function proxyFindings(exchanges: readonly Exchange[]): Finding[] {
  const shown = exchanges
    .map(({ response }) => response && proxyIn(response.headers))
    .find((header) => header !== null);
  if (!shown) return [];
  const says = `There is a proxy or cache between this machine and the target (${shown}).`;
  return [
    problem('http', 'note', {
      code: 'proxy-between',
      says,
      cure: 'Make sure that it changes neither headers nor body, and caches no answers.',
    }),
  ];
}

/** A clock difference is a fault only where the target refuses our requests. */
function clockFindings(exchanges: readonly Exchange[], stops: boolean): Finding[] {
  const answered = exchanges.find((exchange) => clockAhead(exchange) !== null);
  if (!answered || stops) return [];
  const [fault] = clockFault(answered);
  if (fault) return [problem('clock', 'note', fault)];
  return [okFinding('clock', `The clocks differ by ${Math.round(Math.abs(clockAhead(answered)!) / 1000)} s.`)];
}

function spellingFindings({ spelling: { names, comma } }: RunContext): Finding[] {
  if (names === 'canonical' && comma === ', ') return [];
  const says = `The target accepts only requests with header names in ${names === 'lower' ? 'lower' : 'mixed'} case and ${comma === ',' ? 'no space' : 'a space'} after the commas in Signature.`;
  return [
    problem('signing', 'note', {
      code: 'header-spelling',
      says,
      cure: 'Change the target to read header names in any case and to trim the parts of Signature.',
    }),
  ];
}

function visitFindings({ client, calls }: Visit, settings: RunSettings, messages: boolean): Finding[] {
  const { context } = client;
  const { op } = context;
  if (calls.length === 0) return [];
  const users = calls.map(({ fixture, exchange }) => callFinding(context, fixture, exchange));
  const wrong = calls.map(({ exchange }) => signatureFault(exchange, settings)).find((fault) => fault !== null);
  const signing = wrong && settings.signing.publicKey ? [problem('signing', 'fault', wrong)] : [];
  const left = context.fixtures.length - 1;
  const notCalled = `${op.id}: ${left === 1 ? 'one more user was' : `${left} more users were`} not called, because each call sends a message to a person.`;
  return [
    ...mergeOkUsers(context, users),
    ...signing,
    ...(context.costs && messages && left > 0 ? [okFinding('calls', notCalled)] : []),
  ];
}

/** One line for all users whose calls succeeded. */
function mergeOkUsers({ op, path }: CheckContext, users: readonly Finding[]): Finding[] {
  const good = users.filter(({ level }) => level === 'ok');
  if (good.length < 2) return [...users];
  const who = good.length === users.length ? `all ${good.length} users` : `${good.length} of ${users.length} users`;
  const line = okFinding('calls', `${op.id} at ${path} answers S/SUCCESS for ${who} of requests.${op.id}.`);
  return [line, ...users.filter(({ level }) => level !== 'ok')];
}

/** The finding of one call. */
function callFinding({ op, vouched, settings, costs }: CheckContext, fixture: number, exchange: Exchange): Finding {
  const answer = answerOf(exchange);
  const user = fixture < 0 ? 'an unknown user' : vouched ? `requests.${op.id}[${fixture}]` : 'the example in the spec';
  const says = `${op.id} at ${exchange.request.path} answers ${wordsOf(answerFact(answer))} for ${user}`;
  const fault = (code: string, cure: string) => problem('calls', 'fault', { code, says: `${says}.`, cure });
  const cost = costs && fixture >= 0 ? '; one message was sent' : '';
  if (answer.kind === 'S') return okFinding('calls', `${says}, in ${Math.round(exchange.durationMs)} ms${cost}.`);
  if (answer.code === 'NO_INTERFACE_DEF' || (answer.http === 404 && !answer.result)) {
    const set = settings.pathsConfigured.includes(op.id) ? 'Correct' : 'Set';
    return {
      ...fault('path-not-found', `${set} paths.${op.id} in the config, or leave it out of apis.`),
      step: 'paths',
    };
  }
  if (fixture < 0 && answer.kind === 'F' && answer.code !== 'PARAM_ILLEGAL')
    return okFinding('calls', `${says}, as expected.`);
  const unknown = vouched ? unknownUser(op, answer, fixture) : null;
  if (unknown) return problem('calls', 'fault', unknown);
  if (isThrottle(answer)) {
    return problem('calls', 'note', {
      code: 'throttled',
      says: `${says}.`,
      cure: 'Wait, or configure more users; the configuration is correct.',
    });
  }
  const foreign = foreignAnswer(exchange);
  if (foreign) return problem('calls', 'fault', { ...foreign, says: `${op.id}: ${foreign.says}` });
  if (answer.kind === 'F' && !vouched) {
    const cure = `Add a user of your test environment to requests.${op.id}.`;
    return problem('calls', 'note', { code: 'no-fixture', says: `${says}.`, cure });
  }
  if (answer.kind === 'F' && answer.code !== 'PARAM_ILLEGAL') {
    return fault('fixture-refused', `Configure a user in requests.${op.id} that the target accepts.`);
  }
  return fault(
    'call-refused',
    'The request follows every documented rule: check the log of the target for the reason.',
  );
}

/** The fault of the signature of an answer that must be signed; null where there is none. */
function signatureFault(exchange: Exchange, settings: RunSettings): Diagnosis | null {
  const wrong = diagnoseAnswer(exchange, settings);
  if (wrong || settings.signing.mode === 'off' || answerOf(exchange).kind !== 'S') return wrong;
  const unsigned = {
    code: 'answer-unsigned',
    says: `The target accepts ${exchange.operation} and does not sign its answer.`,
    cure: 'Sign answers like requests, over Response-Time and the body of the answer.',
  };
  const state = exchange.response?.headers.some(([name]) => name.toLowerCase() === 'signature');
  return state ? null : unsigned;
}
