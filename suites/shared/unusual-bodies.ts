/** Bodies of unusual forms, on which the documents are silent: answered somehow, and what comes after them is served. */
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import type { Fact } from '../../engine/check/facts.ts';
import { advisory, type Finding, type Settled, shown, violated } from '../../engine/check/finding.ts';
import { attempt, isUnanswered, type Steps, send } from '../../engine/check/steps.ts';
import { type Change, sequence, specOf } from '../../engine/check/verbs/index.ts';

const manyLevels = 1000;

interface UnusualBody {
  readonly name: string;
  readonly what: string;
  readonly encoding: NonNullable<Change['encoding']>;
  /** A crash on it is no more than advice. */
  readonly beyondSpec?: boolean;
}

const unusualBodies: readonly UnusualBody[] = [
  { name: 'trailing-text', what: 'text after the object', encoding: { after: ' trailing text' } },
  {
    name: 'duplicate-key',
    what: 'a duplicate key',
    encoding: { firstMembers: '"extra":"1","extra":"2"' },
  },
  {
    name: 'invalid-utf8',
    what: 'invalid UTF-8',
    beyondSpec: true,
    encoding: {
      lastBase64: Buffer.concat([Buffer.from('"extra":"'), Buffer.from([0xff, 0xfe, 0x22])]).toString('base64'),
    },
  },
  {
    name: 'large-value',
    what: 'a value of 1 MiB',
    beyondSpec: true,
    encoding: { lastMembers: `"extra":"${'x'.repeat(1024 * 1024)}"` },
  },
  {
    name: 'deep-nesting',
    what: `${manyLevels} levels of nesting`,
    beyondSpec: true,
    encoding: { lastMembers: `"extra":${'['.repeat(manyLevels)}${']'.repeat(manyLevels)}` },
  },
];

/** Bodies on which the documents are silent: answered somehow, and a good request is served after them. */
export function strangeBodies(): Probe[] {
  return [
    sequence('unusual bodies are answered, and so is a valid request after them', survived, {
      phase: 'observation',
      profiles: ['gate', 'certify'],
    }),
  ];
}

/** All bodies and one good request; where that is not served, each body again with a request of its own after it. */
function* survived(context: CheckContext): Steps<Finding> {
  const settled: Settled[] = [];
  const broken: Finding[] = [];
  let open: Finding | null = null;
  for (const body of unusualBodies) {
    const outcome = yield* attempt(context.op.id, specOf(context, unusual(body)), titleOf(body));
    if (isUnanswered(outcome)) open ??= outcome.unanswered;
    else if (outcome.answer.kind === 'crash') broken.push(crashed(body, outcome));
    else settled.push(outcome);
  }
  const after = yield* servedAfter(context, 'unusual-bodies', 'bodies of unusual forms');
  if (!isServed(after)) return (yield* brokenBy(context, after)) ?? unserved(after, settled.at(-1) ?? after);
  const worst = broken.find(({ verdict }) => verdict === 'violated') ?? broken[0];
  if (worst) return worst;
  if (open) return open;
  const received: Fact = { is: 'count', n: settled.length, of: 'requests-answered' };
  return shown('satisfied', { is: 'any-result' }, received, [
    ...settled.flatMap(({ exchanges }) => exchanges),
    ...after.exchanges,
  ]);
}

function titleOf({ what }: UnusualBody): string {
  return `a body with ${what}`;
}

function unusual({ encoding, beyondSpec }: UnusualBody): Change {
  return { user: 'free', encoding, ...(beyondSpec ? { beyondSpec } : {}) };
}

function crashed(body: UnusualBody, settled: Settled): Finding {
  return (body.beyondSpec ? advisory : violated)(settled, { is: 'any-result' }, { counterexample: titleOf(body) });
}

/** A good request after others; `occurrence` tells it from those after others. */
function servedAfter(context: CheckContext, occurrence: string, what: string): Steps<Settled> {
  const spec = specOf(context, { user: 'free', occurrence: `after-${occurrence}` });
  return send(context.op.id, spec, `a good request after ${what}`);
}

function isServed({ answer }: Settled): boolean {
  return answer.kind !== 'crash' && answer.kind !== 'bare';
}

/** The next request is not served: the one that shows it, with the body before it. */
function unserved(after: Settled, before: Settled): Finding {
  const exchanges = [...after.exchanges, ...before.exchanges];
  return violated({ ...after, exchanges }, { is: 'next-served' });
}

/** The first body after which a good request is not served, found one by one; null where each is served by itself. */
function* brokenBy(context: CheckContext, after: Settled): Steps<Finding | null> {
  for (const body of unusualBodies) {
    const spec = specOf(context, { ...unusual(body), occurrence: 'again' });
    const before = yield* attempt(context.op.id, spec, `${titleOf(body)}, again`);
    const next = yield* servedAfter(context, body.name, titleOf(body));
    if (!isServed(next)) return unserved(next, isUnanswered(before) ? after : before);
  }
  return null;
}
