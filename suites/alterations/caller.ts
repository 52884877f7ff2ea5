/** The alterations of a run against a caller: every fault of its requests, repeats and outcomes that the run could notice. */
import type { Field, Keyword, Operation } from '../../contract/types.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import type { AlteredRequest, CallerAlteration, SignatureFault } from '../../engine/prove/alteration.ts';
import { edited, valueAt } from '../../engine/wire/json.ts';
import { repeatAlterations, trustAlterations } from './caller-repeats.ts';
import { type Request, repeating, row } from './caller-row.ts';
import { signatureFaultSays } from './signatures.ts';

const broken: Readonly<Partial<Record<Keyword, { says: string; value: (field: Field) => unknown }>>> = {
  required: { says: 'leaves out', value: () => undefined },
  null: { says: 'sends null as', value: () => null },
  empty: { says: 'sends "" as', value: () => '' },
  type: { says: 'sends another JSON type as', value: ({ type }) => (type === 'string' ? 3 : 'text') },
  maxLength: { says: 'sends too long a value as', value: ({ maxLength }) => '1'.repeat(maxLength! + 1) },
  minLength: { says: 'sends too short a value as', value: ({ minLength }) => 'C'.repeat(minLength! - 1) },
  enum: { says: 'sends an undocumented value as', value: () => 'OTHER' },
  format: { says: 'sends no date as', value: () => '2026/11/20' },
  range: { says: 'sends a number outside the range as', value: ({ range }) => String(range!.max + 1) },
};

function fieldAlterations(op: Operation): CallerAlteration[] {
  return op.request.flatMap((field) =>
    field.rules.flatMap(({ keyword, id, sent }) => {
      const fault = broken[keyword];
      if (!fault || !sent) return [];
      const name = field.path.join('.');
      const value = fault.value(field);
      const request: Request = (body) => {
        if (
          keyword !== 'required' &&
          keyword !== 'null' &&
          typeof valueAt(body, field.path) !== typeof '' &&
          field.type === 'string'
        )
          return null;
        const edit =
          value === undefined ? { path: field.path, unset: true as const } : { path: field.path, set: value };
        return { json: edited(body, [edit]) };
      };
      return [row(op, 'field', [`${name}.${keyword}`, `the caller ${fault.says} ${name}`], id, { request })];
    }),
  );
}

const all =
  (altered: AlteredRequest): Request =>
  () =>
    altered;

const shifted =
  (ms: number): Request =>
  (_, { request }) => {
    const time = request.headers.find(([name]) => /^request-time$/i.test(name));
    return time
      ? { headers: { [time[0]]: new Date(Date.parse(time[1]) + ms).toISOString().replace(/\.\d+Z/, '+00:00') } }
      : null;
  };

function headerAlterations(op: Operation): CallerAlteration[] {
  const write = (name: string, says: string, rows: string | readonly string[], request: Request, more = {}) =>
    row(op, 'http', [name, `the caller ${says}`], rows, { request, ...more });
  const without = (name: string): Request => all({ headers: { [name]: null } });
  return [
    write('put', 'calls with PUT', ['G-01', 'GPC-01'], all({ method: 'PUT' })),
    write(
      'other-path',
      'calls another path',
      ['G-01', 'GPC-01'],
      all({ path: `${op.path.replace(/[^/]*$/, '')}other` }),
    ),
    write('slash', 'calls the path with a slash at its end', ['G-01', 'GPC-01'], (_, { request }) => ({
      path: `${request.path}/`,
    })),
    ...['Signature', 'Client-Id', 'Request-Time'].map((name) =>
      write(`no-${name}`, `sends no ${name}`, 'G-02', without(name)),
    ),
    write(
      'no-algorithm',
      'sends a Signature header without algorithm',
      'G-03',
      all({ signatureHeader: (value) => value.replace(/algorithm=\w+, /, '') }),
    ),
    write(
      'no-key-version',
      'sends a Signature header without keyVersion',
      'G-03',
      all({ signatureHeader: (value) => value.replace(/keyVersion=\w+, /, '') }),
    ),
    write(
      'semicolons',
      'parts the Signature header by semicolons',
      'G-03',
      all({ signatureHeader: (value) => value.replaceAll(',', ';') }),
    ),
    write('no-zone', 'sends Request-Time without a time zone', 'G-05', all({ signature: 'no-zone' })),
    write('clock', 'has a clock that is an hour off', 'G-05', shifted(3_600_000), { advice: true }),
    write(
      'form',
      'calls its JSON a form',
      'G-06',
      all({ headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
    ),
    write(
      'latin-1',
      'names ISO-8859-1 as its character set',
      'G-06',
      all({ headers: { 'Content-Type': 'application/json; charset=ISO-8859-1' } }),
    ),
  ];
}

/** Faults of signatures that a request can have as well as an answer; those of times are told as such. */
const signatureFaults = [
  'other-key',
  'other-path',
  'other-body',
  'other-time',
  'not-base64',
  'raw-base64',
  'hex',
  'doubly-encoded',
] as const satisfies readonly SignatureFault[];

function signatureAlterations(op: Operation): CallerAlteration[] {
  const systematic = signatureFaults.map((signature) =>
    row(op, 'signature', [signature, `the caller ${signatureFaultSays[signature]}`], 'G-04', {
      request: all({ signature }),
    }),
  );
  const onRepeat: Request = (_, __, { nth }) => (nth > 0 ? { signature: 'other-time' } : null);
  const says = 'the caller sends the first signature with every repeat';
  return [...systematic, row(op, 'signature', ['repeat', says], 'G-04', { request: onRepeat })];
}

/** What is asked for and what is sent are two things. */
function askedAlterations(op: Operation): CallerAlteration[] {
  const set =
    (field: string, value: unknown): Request =>
    (body) =>
      body[field] === undefined || body[field] === value ? null : { json: { ...body, [field]: value } };
  const drop =
    (field: string): Request =>
    (body) => {
      const { [field]: before, ...rest } = body;
      return before === undefined ? null : { json: rest };
    };
  return [
    row(op, 'field', ['region.dropped', 'the caller sends no region where one was asked for'], 'GPC-03', {
      request: drop('region'),
    }),
    row(op, 'field', ['region.other', 'the caller sends another region than was asked for'], 'GPC-03', {
      request: set('region', 'US'),
    }),
    row(op, 'field', ['quantity.other', 'the caller asks for two codes whatever was asked for'], 'GPC-04', {
      request: set('codeQuantity', '2'),
    }),
    row(op, 'field', ['customer.other', 'the caller names one customer for all'], ['GPC-02', 'GPC-03'], {
      request: set('customerId', 'someoneElse00001'),
    }),
  ];
}

function serviceAlterations(op: Operation): CallerAlteration[] {
  return [
    row(op, 'service', ['silent', 'the caller never calls'], repeating, {
      action: (run) => (run.calls.length > 0 ? { ...run, calls: [] } : null),
    }),
    row(op, 'service', ['trigger', 'the trigger answers HTTP 500'], repeating, {
      action: (run) => ({
        ...run,
        trigger: { ...run.trigger, response: run.trigger.response && { ...run.trigger.response, status: 500 } },
      }),
    }),
  ];
}

/** The alterations of a plan of a caller. */
export function callerAlterations(plan: Plan): CallerAlteration[] {
  const ops = [...new Set(plan.filter(({ excused }) => excused !== 'not-offered').map(({ op }) => op))];
  return ops.flatMap((op) => {
    const keys = new Set(plan.filter((one) => one.op.id === op.id && one.checks.length > 0).map(({ key }) => key));
    return [
      ...fieldAlterations(op),
      ...askedAlterations(op),
      ...headerAlterations(op),
      ...signatureAlterations(op),
      ...repeatAlterations(op),
      ...trustAlterations(op),
      ...serviceAlterations(op),
    ].filter(({ rows }) => rows.some((key) => keys.has(key)));
  });
}
