/** A second opinion on every message: another validator of JSON Schema, reading the published openapi.yaml, agrees with the generated ones. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setShouldValidateFormat, type Validator, validate } from '@hyperjump/json-schema/openapi-3-1';
import '@hyperjump/json-schema/formats';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { OperationSource, SpecDocument } from '../../contract/spec-document.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { type OperationId, operations } from '../../generated/operations.ts';
import { validateRequest, validateResponse } from '../../generated/validators.js';
import { root } from '../../scripts/generate.ts';
import { anyBodies, breakingBodies, keepingBodies, type Message } from '../support/message-bodies.ts';
import { requestConstraints, specsOf } from '../support/recorded-specs.ts';

const document: SpecDocument = parse(readFileSync(join(root, 'generated/openapi.yaml'), 'utf8'));
const posts = new Map(Object.values(document.paths).map(({ post }) => [post.operationId, post]));
const folder = mkdtempSync(join(tmpdir(), 'second-opinion-'));
const second = new Map<string, Validator>();

/** The body of one side, as the document describes it. */
function mediaOf(post: OperationSource, side: Message['side']) {
  return (side === 'request' ? post.requestBody : post.responses['200']).content['application/json'];
}

const messages = Object.keys(operations).flatMap((id) =>
  (['request', 'response'] as const).map((side): Message & { name: string } => {
    const media = mediaOf(posts.get(id)!, side);
    const examples = Object.values(media.examples).map(({ value }) => value as JsonObject);
    return { op: operations[id as OperationId], side, examples, name: `${id} ${side}` };
  }),
);

beforeAll(async () => {
  setShouldValidateFormat(true);
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  for (const { op, side, name } of messages) {
    const reference = mediaOf(posts.get(op.id)!, side).schema.$ref!;
    second.set(name, await validate(`file://${file}${reference}`));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Opinions {
  readonly ours: boolean;
  readonly theirs: boolean;
}

function opinionsOn({ op, side }: Message, body: unknown): Opinions {
  const ours = (side === 'request' ? validateRequest : validateResponse)[op.id](body);
  return { ours, theirs: second.get(`${op.id} ${side}`)!(body as never).valid };
}

/** Where the two differ, and how often the first said yes; `bodies` are as fast-check makes them, from one seed. */
function compared(message: Message, bodies: readonly unknown[]) {
  const opinions = bodies.map((body) => ({ body: JSON.stringify(body), ...opinionsOn(message, body) }));
  const differing = opinions.filter(({ ours, theirs }) => ours !== theirs);
  return { differing: differing.slice(0, 3), taken: opinions.filter(({ ours }) => ours).length };
}

const sampled = <T>(bodies: fc.Arbitrary<T>, numRuns: number) => fc.sample(bodies, { numRuns, seed: 20_260_731 });

describe.each(messages)('$name', (message) => {
  test('takes its examples', () => {
    expect(message.examples.length).toBeGreaterThan(0);
    expect(compared(message, message.examples)).toEqual({ differing: [], taken: message.examples.length });
  });

  test('takes 400 bodies that keep every constraint', () => {
    expect(compared(message, sampled(keepingBodies(message), 400))).toEqual({ differing: [], taken: 400 });
  });

  test('takes none of 400 bodies that break exactly one', () => {
    expect(compared(message, sampled(breakingBodies(message), 400))).toEqual({ differing: [], taken: 0 });
  });

  test('is read alike with anything in it, 400 times', () => {
    const { differing, taken } = compared(message, sampled(anyBodies(message), 400));
    expect(differing).toEqual([]);
    // Some are good by chance and most are not, or it would be no comparison.
    expect(taken).toBeGreaterThan(10);
    expect(taken).toBeLessThan(390);
  });
});

test('everything that a probe of a constraint sends is read alike', async () => {
  let count = 0;
  for (const constraint of requestConstraints) {
    const message = messages.find(({ op, side }) => op.id === constraint.op.id && side === 'request')!;
    const bodies = specsOf(constraint).map(({ body }) => body);
    expect(compared(message, bodies).differing, constraint.id).toEqual([]);
    count += bodies.length;
  }
  expect(count).toBeGreaterThan(500);
});
