/** Rules of the inside: which way imports go within the engine, what judges by facts alone, and what knows no API. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { operations } from '../../generated/operations.ts';
import { importsOf, type Source, sourcesIn } from '../support/source-tree.ts';

const engine = sourcesIn(['engine']);
const suites = sourcesIn(['suites']);

/**
 * The folders of the engine from the bottom up; one imports from those below it: wire, request, check, diagnosis, then plan and record
 * side by side, drive and judge side by side, report, prove. Files of the root folder (settings, report, identity) are shapes for all.
 */
const ranks: Readonly<Record<string, number>> = {
  wire: 0,
  request: 1,
  check: 2,
  diagnosis: 3,
  plan: 4,
  record: 4,
  drive: 5,
  judge: 5,
  report: 6,
  prove: 7,
};

const partOf = (path: string) => path.split('/')[1]!;

function against(path: string, to: string): boolean {
  const [from, other] = [ranks[partOf(path)], ranks[partOf(to)]];
  if (from === undefined || other === undefined) return false;
  return other > from || (other === from && partOf(path) !== partOf(to));
}

test('imports within the engine go down', () => {
  const local = engine.flatMap(importsOf).filter(({ to, isLocal }) => isLocal && to.startsWith('engine/'));
  expect(local.length).toBeGreaterThan(200);
  expect(local.filter(({ from, to }) => against(from, to)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  const folders = new Set(engine.map(({ path }) => partOf(path)).filter((part) => !part.endsWith('.ts')));
  expect([...folders].sort()).toEqual(Object.keys(ranks).sort());
});

/** What depends on its arguments alone: the same Record must give the same findings, today and offline. */
const pure = [
  ...engine.filter(({ path }) => /^engine\/(judge|report|check|plan|diagnosis)\//.test(path)),
  ...engine.filter(({ path }) =>
    /^engine\/record\/(record|request-outcome|token-per-call|reach|evidence)\.ts$/.test(path),
  ),
  ...suites.filter(({ path }) => /^suites\/(shared\/.*|[^/]+)$/.test(path)),
];

/** Files that may do what the others may not, and why. */
const impure: Readonly<Record<string, string>> = {
  'engine/diagnosis/what-target-verifies.ts':
    'asks the target with requests of its own, for `doctor`; the judge does not import it',
};

const impurePackages =
  /^(node:)?(timers|net|http|https|tls|dns|dgram|fs|child_process|worker_threads|perf_hooks|os)(\/.*)?$|^undici$/;
const impureNames = new Set(['setTimeout', 'setInterval', 'setImmediate', 'performance', 'process', 'fetch']);
const impureMembers = new Set(['Date.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues']);
const randomSources = new Set(['randomBytes', 'randomInt', 'randomUUID', 'generateKeyPair', 'generateKeyPairSync']);

/** Clocks, timers, sockets and random sources in a file. */
function impurities(source: Source): string[] {
  const found = importsOf(source).flatMap(({ to, isType }) => (impurePackages.test(to) && !isType ? [to] : []));
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && impureMembers.has(node.getText())) found.push(node.getText());
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
      found.push('new Date()');
    if (ts.isIdentifier(node) && isUse(node) && (impureNames.has(node.text) || randomSources.has(node.text)))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return found.map((what) => `${source.path}: ${what}`);
}

/** An identifier that stands for a value, not for the name of a member. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !ts.isPropertyAssignment(parent) && !ts.isPropertySignature(parent) && !ts.isMethodSignature(parent);
}

test('what judges has no clock, timer, socket or random source', () => {
  expect(pure.length).toBeGreaterThan(80);
  const found = pure.filter(({ path }) => !(path in impure)).flatMap(impurities);
  expect(found).toEqual([]);
  for (const path of Object.keys(impure))
    expect(pure.filter((source) => source.path === path).flatMap(impurities), path).not.toEqual([]);
});

test('the judge does not import what may ask the target', () => {
  const imports = engine.filter(({ path }) => /^engine\/(judge|report|check|plan)\//.test(path)).flatMap(importsOf);
  expect(imports.filter(({ to }) => to in impure)).toEqual([]);
});

describe('the engine names no API', () => {
  /** Members of the house style itself, and words that are also names of something else. */
  const ofHouseStyle = new Set(['result', 'resultCode', 'resultStatus', 'resultMessage']);
  const names = new Set(
    Object.values(operations).flatMap((op) => [
      op.id,
      ...[...op.request, ...op.response].flatMap(({ path }) => path).filter((name) => !ofHouseStyle.has(name)),
    ]),
  );
  /** Literals that are equal to a name and mean something else. */
  const other: Readonly<Record<string, string>> = {};

  test('and no field of one', () => {
    expect(names.has('sendOTP') && names.has('accessToken')).toBe(true);
    const found: string[] = [];
    for (const { path, tree } of engine) {
      const visit = (node: ts.Node): void => {
        if (ts.isStringLiteralLike(node) && names.has(node.text)) found.push(`${path}: ${node.text}`);
        ts.forEachChild(node, visit);
      };
      visit(tree);
    }
    expect([...new Set(found)].filter((one) => !(one in other))).toEqual([]);
    expect(Object.keys(other).filter((one) => !found.includes(one))).toEqual([]);
  });
});

describe('no state is left between two judgements', () => {
  const stateful = /^(Map|Set|Array)$/;

  test('in judge, report and check: caches by object are the only variables of a module', () => {
    const found: string[] = [];
    for (const { path, tree } of engine.filter((source) => /^engine\/(judge|report|check)\//.test(source.path)))
      for (const statement of tree.statements) {
        if (!ts.isVariableStatement(statement)) continue;
        const isConst = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
        for (const { name, initializer, type } of statement.declarationList.declarations) {
          const isReadonly = type?.getText().startsWith('Readonly') ?? false;
          const made = initializer && ts.isNewExpression(initializer) ? initializer : null;
          // A set that is made from a list and only asked is data.
          const isEmpty = made !== null && stateful.test(made.expression.getText()) && !made.arguments?.length;
          if (!isConst || (isEmpty && !isReadonly)) found.push(`${path}: ${name.getText()}`);
        }
      }
    expect(found).toEqual([]);
  });
});

test('no log is tracked', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const logs = execFileSync('git', ['ls-files', '*.log'], { cwd: root, encoding: 'utf8' });
  expect(logs).toBe('');
});
