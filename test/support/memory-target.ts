/** A target in memory: checks are run against a function from body and request spec to an answer, without sockets, clocks or signatures. */

import type { Check, Probe } from '../../engine/check/check.ts';
import { type CheckContext, createContexts } from '../../engine/check/context.ts';
import type { Finding, Settled } from '../../engine/check/finding.ts';
import { type Call, type Outcome, runSteps, type Send } from '../../engine/check/steps.ts';
import { guiltyPart } from '../../engine/request/guilty-part.ts';
import { type RequestSpec, requestName } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import type { Exchange, WireHeaders } from '../../engine/wire/exchange.ts';
import { type OperationId, operations } from '../../generated/operations.ts';

type Body = Record<string, unknown>;

/** What comes back: a result code with its status, a whole answer, a bare HTTP status, or nothing at all. */
export type Reply =
  | `${'S' | 'F' | 'U'}/${string}`
  | { readonly http: number }
  | { readonly body: Uint8Array; readonly headers: WireHeaders }
  | 'crash';

/** Answers a request. */
export type MemoryTarget = (request: { operation: string; body: Body; spec: RequestSpec }) => Reply;

/** A run of checks against one target. */
export class MemoryRun {
  readonly sent: Send[] = [];
  readonly contexts;
  private readonly outcomes = new Map<string, Outcome>();
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly target: MemoryTarget,
    settings: Partial<RunSettings> = {},
  ) {
    const ids = ['tokenDigitizeDecision', 'sendOTP', 'sendActivationCode', 'tokenActivationNotification'] as const;
    const plain = {
      seed: 1,
      path: null,
      runs: null,
      profile: 'gate',
      paths: {},
      pathsConfigured: [],
      limits: {},
      requests: {},
    };
    const all = { ...plain, scenarios: {}, extraResultCodes: {}, signing: { mode: 'off' }, ...settings };
    const identity = { id: 'run00000', startedAt: 1_800_000_000_000 };
    this.contexts = createContexts(
      ids.map((id) => operations[id]),
      all as unknown as RunSettings,
      identity,
    );
    for (const id of ids) {
      const outcome = this.outcome({ operation: id, spec: { base: 'full', occurrence: 'opening' }, title: 'opening' });
      if ('answer' in outcome && outcome.answer.kind === 'S') this.contexts.get(id)!.controls.full = outcome;
    }
    this.sent.length = 0;
  }

  context(id: OperationId): CheckContext {
    return this.contexts.get(id)!;
  }

  /** The finding of a probe at an operation. */
  judge(id: OperationId, check: Check): Finding {
    return runSteps((check as Probe).steps(this.context(id)), (call: Call) => {
      if (call.do === 'together') return call.sends.map((send) => this.outcome(send));
      return call.do === 'send' ? this.outcome(call.send) : undefined;
    });
  }

  private outcome(send: Send): Outcome {
    const { operation, spec, title } = send;
    const name = `${operation}/${requestName(operation, spec, { id: '', startedAt: 0 })}`;
    const known = this.outcomes.get(name);
    if (known) return known;
    this.sent.push(send);
    const { op, body } = this.context(operation);
    const { introduces, refersTo } = op.probing;
    const token = introduces ? `token-${this.outcomes.size}` : this.tokens.get(spec.tokenOf ?? '');
    const made = body(spec, spec.fixture ?? 0);
    const field = introduces ?? refersTo?.field;
    const isNamed = spec.edits?.some(({ path }) => path[0] === field) ?? false;
    const sent = token && field && !isNamed ? { ...made, [field]: token } : made;
    const exchange = exchangeWith(this.target({ operation, body: sent, spec }), operation, title, sent);
    const settled: Settled = {
      answer: answerOf(exchange),
      exchanges: [exchange],
      meant: null,
      fixture: 0,
      place: guiltyPart(spec),
    };
    this.outcomes.set(name, settled);
    if (spec.namesToken && field) this.tokens.set(spec.namesToken, String(sent[field]));
    return settled;
  }
}

function exchangeWith(reply: Reply, operation: string, title: string, sent: Body): Exchange {
  const about = { id: 'x1', operation, probe: 'p/0', title, marker: '', startedAt: 0, durationMs: 1 };
  const request = { method: 'POST', path: '/', headers: [], body: Buffer.from(JSON.stringify(sent)) };
  if (reply === 'crash')
    return { ...about, request, response: null, noAnswer: { kind: 'reset', says: 'the connection was reset' } };
  return { ...about, request, noAnswer: null, response: { ...responseOf(reply), truncated: false } };
}

function responseOf(reply: Exclude<Reply, 'crash'>) {
  if (typeof reply === 'object' && 'http' in reply)
    return { status: reply.http, headers: [], body: Buffer.from('<html>') };
  if (typeof reply === 'object') return { status: 200, headers: reply.headers, body: reply.body };
  const [resultStatus, resultCode] = reply.split('/');
  const more = resultStatus === 'S' ? { verifyRequestId: 'v', decision: 'APPROVED' } : {};
  const json = { result: { resultStatus, resultCode, resultMessage: 'so' }, ...more };
  return { status: 200, headers: [], body: Buffer.from(JSON.stringify(json)) };
}
