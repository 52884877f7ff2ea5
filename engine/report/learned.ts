/**
 * What traffic shows of the parts that public pages hide: names, kinds and lengths of undocumented children, and the habits of both
 * parties on the wire. No value is kept but upper-case words that return again and again.
 */
import type { Field, Operation } from '../../contract/types.ts';
import type { TrafficRecord } from '../record/traffic.ts';
import { header } from '../wire/answer.ts';
import { type Exchange, requestNameOf, type WireRequest, type WireResponse } from '../wire/exchange.ts';
import { jsonOf, valueAt } from '../wire/json.ts';
import { readSignatureHeader } from '../wire/signing.ts';
import { ChildTally, type LearnedChild, valuesWithin } from './learned-children.ts';

/** One undocumented field with its children. */
export interface LearnedField {
  readonly operation: string;
  readonly side: 'request' | 'response';
  readonly path: readonly string[];
  /** Messages that have the field. */
  readonly seen: number;
  readonly children: readonly LearnedChild[];
}

/** How often each form was seen, the most frequent first. */
export type Counts = readonly (readonly [form: string, count: number])[];

/** Habits of the messages of one direction of an operation. */
export interface LearnedHabits {
  readonly operation: string;
  readonly side: 'request' | 'response';
  readonly headerNames: Counts;
  readonly signatureForms: Counts;
  readonly keyVersions: Counts;
  readonly clientIds: Counts;
  readonly times: Counts;
  readonly mediaTypes: Counts;
  /** HTTP statuses; none for requests. */
  readonly statuses: Counts;
}

/** What was learnt. */
export interface Learned {
  readonly exchanges: number;
  readonly fields: readonly LearnedField[];
  readonly habits: readonly LearnedHabits[];
  /** Series of equal requests: how many repeats, and the pauses before them in milliseconds. */
  readonly repeats: readonly {
    readonly operation: string;
    readonly count: number;
    readonly pausesMs: readonly number[];
  }[];
}

/** Learns from the messages of a record; each is looked at once. */
export function learn(record: TrafficRecord, operations: readonly Operation[]): Learned {
  const tallies = operations.map((op) => ({
    id: op.id as string,
    request: new SideTally(op, 'request'),
    response: new SideTally(op, 'response'),
    repeats: new RepeatTally(op),
  }));
  const of = new Map(tallies.map((tally) => [tally.id, tally]));
  for (const exchange of record.exchanges) {
    const { request, response } = exchange;
    const tally = of.get(exchange.operation);
    tally?.request.add(request, null);
    if (response) tally?.response.add(response, response.status);
    tally?.repeats.add(exchange);
  }
  return {
    exchanges: record.exchanges.length,
    fields: tallies.flatMap(({ request, response }) => [...request.fields(), ...response.fields()]),
    habits: tallies.flatMap(({ request, response }) => [request.habits(), response.habits()]),
    repeats: tallies.map(({ repeats }) => repeats.learned()),
  };
}

/** Counts the messages of one direction of an operation. */
class SideTally {
  private readonly assumed: readonly FieldTally[];
  private readonly counts = {
    headerNames: new FormCounts(),
    signatureForms: new FormCounts(),
    keyVersions: new FormCounts(),
    clientIds: new FormCounts(),
    times: new FormCounts(),
    mediaTypes: new FormCounts(),
    statuses: new FormCounts(),
  };

  constructor(
    private readonly op: Operation,
    private readonly side: 'request' | 'response',
  ) {
    this.assumed = op[side].filter(({ assumed }) => assumed).map((field) => new FieldTally(op, side, field));
  }

  add({ headers, body }: WireRequest | WireResponse, status: number | null): void {
    if (this.assumed.length > 0) {
      const json = jsonOf(body);
      for (const tally of this.assumed) tally.add(json);
    }
    const { counts } = this;
    for (const [name] of headers) if (ofHouseStyle.test(name)) counts.headerNames.add(name);
    const signature = header(headers, 'Signature');
    const time = header(headers, this.side === 'request' ? 'Request-Time' : 'Response-Time');
    counts.signatureForms.add(signatureForm(signature));
    counts.keyVersions.add(shapeOf(signature === null ? null : (readSignatureHeader(signature)?.keyVersion ?? null)));
    counts.clientIds.add(clientShape(header(headers, 'Client-Id')));
    counts.times.add(shapeOf(time));
    counts.mediaTypes.add(header(headers, 'Content-Type'));
    counts.statuses.add(status === null ? null : String(status));
  }

  fields(): LearnedField[] {
    return this.assumed.map((tally) => tally.learned());
  }

  habits(): LearnedHabits {
    const { op, side, counts } = this;
    const of = <Name extends keyof typeof counts>(name: Name) => counts[name].most();
    return {
      operation: op.id,
      side,
      headerNames: of('headerNames'),
      signatureForms: of('signatureForms'),
      keyVersions: of('keyVersions'),
      clientIds: of('clientIds'),
      times: of('times'),
      mediaTypes: of('mediaTypes'),
      statuses: of('statuses'),
    };
  }
}

/** Counts what one undocumented field holds. */
class FieldTally {
  private readonly children = new Map<string, ChildTally>();
  private seen = 0;

  constructor(
    private readonly op: Operation,
    private readonly side: 'request' | 'response',
    private readonly field: Field,
  ) {}

  add(json: unknown): void {
    const value = valueAt(json, this.field.path);
    if (value === undefined || value === null) return;
    this.seen += 1;
    for (const [name, found] of valuesWithin(value)) {
      const tally = this.children.get(name) ?? new ChildTally(name.split('\n'));
      this.children.set(name, tally);
      tally.add(found);
    }
  }

  learned(): LearnedField {
    const children = [...this.children.values()].map((tally) => tally.learned());
    return { operation: this.op.id, side: this.side, path: this.field.path, seen: this.seen, children };
  }
}

const ofHouseStyle = /^(signature|client-id|request-time|response-time|content-type)$/i;

/** A text with its digits as 9 and its lower-case letters as a, so that its form is seen and not its value. */
function shapeOf(text: string | null): string | null {
  return text === null
    ? null
    : text.slice(0, 60).replace(/[0-9]/g, '9').replace(/[a-z]/g, 'a').replace(/9{5,}/g, '9…9');
}

/** The form of a Client-Id: the environment in front is a word, the rest names somebody. */
function clientShape(text: string | null): string | null {
  const environment = /^(TEST|SANDBOX)_/.exec(text ?? '')?.[0] ?? '';
  return text === null ? null : environment + shapeOf(text.slice(environment.length))!.replace(/[A-Z]/g, 'A');
}

/** How the text of a signature is written. */
function signatureForm(value: string | null): string | null {
  const text = value === null ? undefined : readSignatureHeader(value)?.signature;
  if (text === undefined) return value === null ? null : 'no signature part';
  const comma = /,\s/.test(value!) ? 'a space after each comma' : 'no space after commas';
  const form = /%[0-9A-Fa-f]{2}/.test(text)
    ? 'URL-encoded base64'
    : /[+/=]/.test(text)
      ? 'plain base64'
      : /[-_]/.test(text)
        ? 'base64url'
        : 'letters and digits only';
  return `${form}, ${comma}`;
}

/** Forms that are counted, and forms that are shown: who writes a new one each time fills no memory with it. */
const mostForms = 200;
const shownForms = 12;

class FormCounts {
  private readonly counts = new Map<string, number>();

  add(form: string | null): void {
    if (form === null) return;
    const count = this.counts.get(form);
    if (count !== undefined || this.counts.size < mostForms) this.counts.set(form, (count ?? 0) + 1);
  }

  most(): Counts {
    return [...this.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, shownForms);
  }
}

/** So many pauses are enough to see a pattern. */
const mostPauses = 50;

/** Counts equal requests and the pauses before them. */
class RepeatTally {
  private readonly last = new Map<string, number>();
  private readonly pausesMs: number[] = [];
  private count = 0;

  constructor(private readonly op: Operation) {}

  add(exchange: Exchange): void {
    const name = requestNameOf(exchange);
    const endedAt = this.last.get(name);
    this.last.set(name, exchange.startedAt + exchange.durationMs);
    if (endedAt === undefined) return;
    this.count += 1;
    if (this.pausesMs.length < mostPauses) this.pausesMs.push(Math.round(exchange.startedAt - endedAt));
  }

  learned(): Learned['repeats'][number] {
    return { operation: this.op.id, count: this.count, pausesMs: this.pausesMs };
  }
}
