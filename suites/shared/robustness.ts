/** What the documents are silent about: strange bodies, odd characters, pairs of optional fields. Answered at all is enough. */
import type { Arbitrary } from 'fast-check';
import { type Probe, probe, property } from '../../engine/check/check.ts';
import { advised, broken, type Finding, kept, type Settled, Unjudged } from '../../engine/check/finding.ts';
import type { Trial } from '../../engine/drive/operation-client.ts';
import type { Encoding, RequestSpec } from '../../engine/request/request-spec.ts';
import { isThrottle } from '../../engine/wire/answer.ts';
import { type Edit, pointer } from '../../engine/wire/json.ts';
import type { Field } from '../../generated/operations.ts';
import { observed } from './constraints/constraint-probe.ts';
import { fastCheck } from './fast-check.ts';

const manyLevels = 1000;

/** Bodies on which the documents are silent: answered somehow, and the next good request is served. */
export function strangeBodies(): Probe[] {
  const deep = `,"extra":${'['.repeat(manyLevels)}${']'.repeat(manyLevels)}}`;
  const list: StrangeBody[] = [
    { what: 'text behind the object', writing: { after: ' trailing text' } },
    { what: 'a duplicate key', writing: (body) => ({ text: body.replace(/^\{/, '{"extra":"1","extra":"2",') }) },
    {
      what: 'invalid UTF-8',
      extreme: true,
      writing: (body) => ({
        base64: Buffer.concat([
          Buffer.from(body.slice(0, -1)),
          Buffer.from(',"extra":"'),
          Buffer.from([0xff, 0xfe]),
          Buffer.from('"}'),
        ]).toString('base64'),
      }),
    },
    {
      what: 'a value of 1 MiB',
      extreme: true,
      writing: (body) => ({ text: body.replace(/\}$/, `,"extra":"${'x'.repeat(1024 * 1024)}"}`) }),
    },
    {
      what: `${manyLevels} levels of nesting`,
      extreme: true,
      writing: (body) => ({ text: body.replace(/\}$/, deep) }),
    },
  ];
  return list.map((body) => {
    const title = `a body with ${body.what} is answered, and the next good request too`;
    return probe(title, (trial) => survives(trial, title, body), {
      phase: 'observation',
      profiles: ['gate', 'certify'],
    });
  });
}

interface StrangeBody {
  readonly what: string;
  readonly writing: Encoding | ((body: string) => Encoding);
  /** A crash on it is no more than advice. */
  readonly extreme?: boolean;
}

async function survives(trial: Trial, title: string, { writing, extreme }: StrangeBody): Promise<Finding> {
  const who = trial.pool.costs ? 'nobody' : 'fixture';
  const plain = JSON.stringify(trial.body({ base: 'full', user: who }));
  const ask: RequestSpec = {
    base: 'full',
    user: who,
    beyondSpec: extreme,
    encoding: typeof writing === 'function' ? writing(plain) : writing,
  };
  const settled = await trial.ask(ask, title);
  const after = await trial.ask({ base: 'full', user: who, occurrence: title }, `${title}: a good request afterwards`);
  const both = { ...settled, exchanges: [...settled.exchanges, ...after.exchanges] };
  const lost = after.answer.kind === 'crash' || after.answer.kind === 'bare';
  if (lost) return broken({ ...after, exchanges: both.exchanges }, 'the next good request is served');
  if (settled.answer.kind !== 'crash') return kept(both, 'an answer');
  const says = { counterexample: title };
  return extreme ? advised(both, 'an answer with a result', says) : broken(both, 'an answer with a result', says);
}

/** Longer than the smallest limits that servers come with; the documents name none. */
const largeBodyBytes = 4500;

/** A good request of more than 4 kB, by a field that nobody knows: observed; only a crash or a bare refusal is broken. */
export function largeBody(): Probe {
  const title = 'a body of more than 4 kB is answered';
  return probe(
    title,
    async (trial) => {
      const who = trial.pool.costs ? 'nobody' : 'fixture';
      const edits: Edit[] = [{ path: ['xConformanceExtra'], set: 'x'.repeat(largeBodyBytes) }];
      return observed(await trial.ask({ base: 'full', user: who, edits }, title));
    },
    { phase: 'observation' },
  );
}

/** Odd characters, by what they are. */
const hostile = {
  NUL: '\u0000',
  'control characters': '\u0001\u001b[31m\u007f',
  'spaces around': '  x  ',
  'a lone surrogate': '\ud800',
  'bidirectional marks': '\u202eabc\u202c',
  'zero-width characters': 'a\u200b\u200db',
  'an astral character': '\u{1f4b3}',
  markup: '<script>alert(1)</script>',
  'an SQL quote': "' OR '1'='1",
} as const;

/** Hostile values in any text field: observed; only a crash is broken. */
export function hostileValues(): Probe[] {
  const title = 'odd characters in a text field are answered';
  const kinds = Object.keys(hostile) as (keyof typeof hostile)[];
  return [
    property(title, async (trial) => {
      const plain = (field: Field) => field.type === 'string' && !field.enum && !field.format && !field.range;
      const texts = trial.op.request
        .filter((field) => plain(field) && field.path.length === 1)
        .map((field) => field.path);
      const fc = fastCheck();
      const arbitrary = fc.record({ field: fc.constantFrom(...texts), kind: fc.constantFrom(...kinds) });
      return explored(trial, arbitrary, title, ({ field, kind }) => [{ path: field, set: hostile[kind] }]);
    }),
  ];
}

/** Pairs of optional fields absent, null or present: observed; only a crash is broken. */
export function optionalPairs(): Probe[] {
  const title = 'pairs of optional fields, absent, null or present, are answered';
  return [
    property(title, async (trial) => {
      const optional = trial.op.request
        .filter((field) => !field.required && field.path.length === 1)
        .map((field) => field.path);
      if (optional.length < 2) throw new Unjudged('not-applicable', 'precondition', 'fewer than two optional fields');
      const fc = fastCheck();
      const state = fc.constantFrom('absent' as const, 'null' as const, 'present' as const);
      const arbitrary = fc.record({
        pair: fc.subarray(optional, { minLength: 2, maxLength: 2 }),
        one: state,
        other: state,
      });
      return explored(trial, arbitrary, title, ({ pair, one, other }) => [
        ...optionalEdit(pair[0]!, one),
        ...optionalEdit(pair[1]!, other),
      ]);
    }),
  ];
}

function optionalEdit(path: readonly string[], how: 'absent' | 'null' | 'present'): Edit[] {
  if (how === 'present') return [];
  return how === 'null' ? [{ path, set: null }] : [{ path, unset: true }];
}

const runsOf = { smoke: 1, gate: 10, certify: 60 } as const;

/** Runs a property with fast-check; the counterexample is shrunk, the illegal part kept by construction. */
async function explored<T>(
  trial: Trial,
  arbitrary: Arbitrary<T>,
  title: string,
  edits: (value: T) => Edit[],
): Promise<Finding> {
  const { settings } = trial.run;
  const who = trial.pool.costs ? 'nobody' : 'fixture';
  const seen: Settled[] = [];
  let crashed: Finding | null = null;
  let open: Unjudged | null = null;
  const fc = fastCheck();
  const check = fc.asyncProperty(arbitrary, async (value) => {
    try {
      const settled = await trial.ask({ base: 'full', user: who, edits: edits(value), skipSelfCheck: true }, title);
      if (isThrottle(settled.answer)) return;
      seen.push(settled);
      const judged = observed(settled, pointer(edits(value)[0]?.path ?? []));
      if (judged.verdict === 'broken') {
        crashed = judged;
        throw new Error('crash');
      }
    } catch (error) {
      if (!(error instanceof Unjudged)) throw error;
      open = error;
    }
  });
  const result = await fc.check(check, {
    seed: settings.seed,
    numRuns: settings.runs ?? runsOf[settings.profile],
    ...(settings.path ? { path: settings.path } : {}),
  });
  if (crashed)
    return { ...(crashed as Finding), seen: `run ${result.numRuns}, path ${result.counterexamplePath ?? ''}` };
  if (seen.length === 0) throw open ?? new Unjudged('not-run', 'no-evidence', 'no value was tried');
  return {
    verdict: 'kept',
    reason: '',
    expected: 'an answer with a result',
    received: `${seen.length} values answered`,
    exchanges: seen.flatMap((settled) => settled.exchanges),
  };
}
