/** The closed lists of outcomes and reasons: docs/outcomes.md explains every word that a report can carry, and no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { outcomes } from '../../engine/report.ts';
import { explained } from '../../reporters/reasons.ts';
import { judgeReference } from '../support/judged.ts';

const root = join(import.meta.dirname, '../..');

interface Source {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

const sources: readonly Source[] = ['engine', 'suites', 'simulator', 'cli'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(join(root, path), 'utf8');
      return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
    }),
);

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** Every text within a node. */
function textsIn(node: ts.Node): string[] {
  const found: string[] = [];
  visit(node, (inner) => {
    if (ts.isStringLiteral(inner)) found.push(inner.text);
  });
  return found;
}

/** The words of the type of reasons. */
const reasons: readonly string[] = (() => {
  const { tree } = sources.find(({ path }) => path === join('engine/check/finding.ts'))!;
  const type = tree.statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === 'Reason')!;
  return textsIn(type).filter((word) => word !== '');
})();

const docs = readFileSync(join(root, 'docs/outcomes.md'), 'utf8');
const [aboutOutcomes = '', aboutReasons = ''] = docs.split('## Reasons');
const rowsIn = (text: string) => [...text.matchAll(/^\| `([a-z-]+)` \| (\S.*) \|$/gm)].map(([, word]) => word!);

/** Builders of findings that take a reason, and which of their arguments it is. */
const takesReason: Readonly<Record<string, number>> = { notRun: 0, notApplicable: 0, inconclusive: 1, undecided: 1 };

/** Texts that the code gives to a property named `reason`, or to a builder of findings as the reason. */
function reasonsGiven({ tree }: Source): string[] {
  const found: string[] = [];
  const literal = (node: ts.Node) => {
    if (ts.isStringLiteral(node)) found.push(node.text);
    if (ts.isConditionalExpression(node)) for (const side of [node.whenTrue, node.whenFalse]) literal(side);
  };
  visit(tree, (node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'reason') literal(node.initializer);
    const place = ts.isCallExpression(node) ? takesReason[node.expression.getText()] : undefined;
    if (place !== undefined) literal((node as ts.CallExpression).arguments[place]!);
    if (!ts.isBinaryExpression(node) || !ts.isPropertyAccessExpression(node.left)) return;
    const assigns = [ts.SyntaxKind.EqualsToken, ts.SyntaxKind.BarBarEqualsToken].includes(node.operatorToken.kind);
    if (assigns && node.left.name.text === 'reason') literal(node.right);
  });
  return found;
}

describe('docs/outcomes.md', () => {
  test('explains each outcome, in their order, and none besides', () => {
    expect(rowsIn(aboutOutcomes)).toEqual([...outcomes]);
  });

  test('explains each reason, and none besides', () => {
    expect(reasons.length).toBeGreaterThan(20);
    expect(rowsIn(aboutReasons).sort()).toEqual([...reasons].sort());
  });

  test('says of a reason what reports say of it', () => {
    const meanings = [...aboutReasons.matchAll(/^\| `([a-z-]+)` \| (\S.*) \|$/gm)].map(
      ([, word, meaning]) => `${word}: ${meaning!.replaceAll('`', '')}`,
    );
    const unlike = meanings.filter((line) => explained(line.split(': ')[0]!) !== line);
    expect(unlike).toEqual(['not-observable: see the outcome of that name', 'waived: see the outcome of that name']);
  });

  test('names no word twice', () => {
    for (const words of [rowsIn(aboutOutcomes), rowsIn(aboutReasons)]) expect(new Set(words).size).toBe(words.length);
  });
});

describe('the code', () => {
  test('gives no reason that is not of the list', () => {
    const given = sources.flatMap((source) => reasonsGiven(source).map((word) => ({ path: source.path, word })));
    expect(given.length).toBeGreaterThan(20);
    expect(given.filter(({ word }) => word !== '' && !reasons.includes(word))).toEqual([]);
  });

  test('has a place for each reason of the list', () => {
    // Once in the list itself, and once more where it is given.
    const counts = new Map(reasons.map((word) => [word, 0]));
    for (const { tree } of sources)
      for (const text of textsIn(tree)) counts.set(text, (counts.get(text) ?? 0) + (reasons.includes(text) ? 1 : 0));
    expect(reasons.filter((word) => counts.get(word)! < 2)).toEqual([]);
  });
});

describe('a report', () => {
  test.each([
    ['of a correct target, one API chosen', { config: { run: { profile: 'smoke' } } }],
    ['of a broken target', { fault: 'decision-in-lower-case', config: { apis: ['tokenDigitizeDecision'] } }],
    ['of a target that answers nothing right', { fault: 'always-html', config: { apis: ['sendOTP'] } }],
    ['of a target that fails now and then', { fault: 'one-in-five-http-500', config: { apis: ['sendOTP'] } }],
    ['without keys', { config: { apis: ['sendOTP'], signing: undefined, scenarios: undefined } }],
  ])('%s gives a reason of the list to all that is not passed', async (_, judging) => {
    const { requirements } = await judgeReference(judging);
    const all = requirements.flatMap((row) => [
      { name: row.key, outcome: row.outcome, reason: row.reason },
      ...row.checks.map(({ title, outcome, reason }) => ({ name: `${row.key}: ${title}`, outcome, reason })),
    ]);
    expect(all.length).toBeGreaterThan(100);
    const unexplained = all.filter(({ outcome, reason }) =>
      outcome === 'passed' ? reason !== '' : !reasons.includes(reason),
    );
    expect(unexplained).toEqual([]);
  });
});
