/** The shape of the code: who may import whom, how long files and functions may be, and that each file says what it is for. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Folders with the folders that they may import from. */
const directions: Readonly<Record<string, readonly string[]>> = {
  contract: ['generated'],
  generated: ['contract'],
  engine: ['contract', 'generated'],
  suites: ['contract', 'engine', 'generated'],
  simulator: ['contract', 'engine', 'generated'],
  reporters: ['engine'],
  cli: ['contract', 'engine', 'generated', 'suites', 'simulator', 'reporters', 'reference'],
  reference: [],
};

/** Imports that the directions do not allow and that are meant. */
const exceptions: readonly { from: RegExp; to: RegExp; why: string }[] = [
  {
    from: /^suites\/caller/,
    to: /^simulator\//,
    why: 'the suite of callers plays Alipay+, and the simulator is how',
  },
];

/** Tables of data, which may be as long as what they list. */
const dataTables = new Set([
  'reference/faults/alipayplus/faults.ts',
  'reference/faults/caller/faults.ts',
  'reference/faults/mpp/requests.ts',
  'reference/faults/mpp/verifying.ts',
]);

/** Functions that are a table of data themselves. */
const longFunctions = new Set<string>([]);

const maxFileLines = 300;
const maxFunctionLines = 60;

interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

const sources: readonly Source[] = Object.keys(directions).flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
    }),
);
const byHand = sources.filter(({ path }) => !path.startsWith('generated/'));

interface Import {
  readonly from: string;
  /** Path from the root, or the name of a package. */
  readonly to: string;
  readonly isLocal: boolean;
  readonly isType: boolean;
}

function importsOf({ path, tree }: Source): Import[] {
  const found: Import[] = [];
  const add = (name: string, isType: boolean) => {
    const isLocal = name.startsWith('.');
    found.push({ from: path, to: isLocal ? normalize(join(dirname(path), name)) : name, isLocal, isType });
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const isType = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly === true : node.isTypeOnly;
      add((node.moduleSpecifier as ts.StringLiteral).text, isType);
    }
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      ts.isStringLiteral(node.arguments[0]!)
    )
      add(node.arguments[0].text, false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
      add(node.argument.literal.text, true);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const imports = sources.flatMap(importsOf);
const folderOf = (path: string) => path.split('/')[0]!;
const said = ({ from, to }: Import) => `${from} → ${to}`;

describe('imports', () => {
  test('are found at all', () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(
      imports.some(({ from, to }) => from === 'engine/drive/live-driver.ts' && to === 'engine/check/steps.ts'),
    ).toBe(true);
  });

  test.each(Object.keys(directions))('of %s go where they may', (folder) => {
    const allowed = [folder, ...directions[folder]!];
    const strays = imports.filter(
      (one) =>
        one.isLocal &&
        folderOf(one.from) === folder &&
        !allowed.includes(folderOf(one.to)) &&
        !(one.to === 'package.json') &&
        !exceptions.some(({ from, to }) => from.test(one.from) && to.test(one.to)),
    );
    expect(strays.map(said)).toEqual([]);
  });

  test('of reporters know the Report, as a type alone', () => {
    const strays = imports.filter(
      ({ from, to, isLocal, isType }) =>
        isLocal &&
        folderOf(from) === 'reporters' &&
        folderOf(to) !== 'reporters' &&
        !(to === 'engine/report.ts' && isType),
    );
    expect(strays.map(said)).toEqual([]);
  });

  test('of cli enter the reference by its index', () => {
    const strays = imports.filter(
      ({ from, to }) => folderOf(from) === 'cli' && folderOf(to) === 'reference' && to !== 'reference/index.ts',
    );
    expect(strays.map(said)).toEqual([]);
  });

  test('of the reference are its own, of Node, or of hono', () => {
    const strays = imports.filter(
      ({ from, to, isLocal }) => folderOf(from) === 'reference' && !isLocal && !/^(node:|@?hono)/.test(to),
    );
    expect(strays.map(said)).toEqual([]);
  });

  test('of the engine and the suites name no test runner and no validator library', () => {
    const strays = imports.filter(
      ({ from, to }) =>
        /^(engine|suites|simulator|reporters|cli)$/.test(folderOf(from)) && /^(vitest|ajv|@vitest)/.test(to),
    );
    expect(strays.filter(({ isType }) => !isType).map(said)).toEqual([]);
  });
});

describe('files', () => {
  test(`have at most ${maxFileLines} lines, tables of data excepted`, () => {
    const long = byHand.filter(({ text }) => text.trimEnd().split('\n').length > maxFileLines).map(({ path }) => path);
    expect(long.filter((path) => !dataTables.has(path))).toEqual([]);
    // An exception that is none any more is taken off the list.
    expect([...dataTables].filter((path) => !long.includes(path))).toEqual([]);
  });

  test('begin with a sentence that says what they are for', () => {
    const mute = sources.filter(({ text }) => !/^\/\*\*\s*(\* )?[`\w][\s\S]*?[.:][\s\S]*?\*\//.test(text));
    expect(mute.map(({ path }) => path)).toEqual([]);
  });

  test('have names of the domain', () => {
    const vague = /(manager|helper|util|handler|common)/i;
    expect(byHand.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
  });

  test('speak of the product alone', () => {
    const workplace = /\/work\/|\/tmp\/team|registry\.|\bsession of\b|\bsubagent\b/;
    expect(byHand.filter(({ text }) => workplace.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

test(`functions have at most ${maxFunctionLines} lines`, () => {
  const long: string[] = [];
  for (const { path, tree } of byHand) {
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'body' in node && node.body) {
        const from = tree.getLineAndCharacterOfPosition(node.getStart()).line;
        const to = tree.getLineAndCharacterOfPosition(node.end).line;
        const name = `${path}:${from + 1} ${node.name?.getText() ?? ''}`.trim();
        if (to - from + 1 > maxFunctionLines) long.push(`${name} (${to - from + 1} lines)`);
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  expect(long.filter((name) => !longFunctions.has(name))).toEqual([]);
});
