/** The source files of the repository, their imports, the circles among these, and the length of functions. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A source file, parsed. */
export interface Source {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** All source files of these folders; a folder that does not exist has none. */
export function sourcesIn(folders: readonly string[]): Source[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
        .map((name) => parseSource(join(folder, name), readFileSync(join(root, folder, name), 'utf8'))),
    );
}

/** A source file made from its text. */
export function parseSource(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** One import, export-from, dynamic import or type import. */
export interface Import {
  readonly from: string;
  /** Path from the root, or the name of a package. */
  readonly to: string;
  readonly isLocal: boolean;
  readonly isType: boolean;
}

/** All imports of a file, in the order in which they are written. */
export function importsOf({ path, tree }: Source): Import[] {
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

/** Groups of files that import each other, directly or through others: strongly connected components (Tarjan), sorted. */
export function circlesIn(imports: readonly Import[]): string[][] {
  const edges = new Map<string, string[]>();
  for (const { from, to, isLocal } of imports) if (isLocal) edges.set(from, [...(edges.get(from) ?? []), to]);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    stack.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const members = stack.splice(stack.indexOf(file));
    if (members.length > 1 || edges.get(file)?.includes(file)) circles.push(members.sort());
  };
  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return circles.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}

/** A function that is longer than it may be. */
export interface LongFunction {
  /** `path: name`; for a callback of `describe` or `test` the title stands for the name. */
  readonly key: string;
  readonly lines: number;
}

/** Functions of a file with more than `most` lines. */
export function longFunctionsIn({ path, tree }: Source, most: number): LongFunction[] {
  const long: LongFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const from = tree.getLineAndCharacterOfPosition(node.getStart()).line;
      const to = tree.getLineAndCharacterOfPosition(node.end).line;
      if (to - from + 1 > most) long.push({ key: `${path}: ${nameOf(node)}`, lines: to - from + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return long;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText();
  if (ts.isVariableDeclaration(node.parent)) return node.parent.name.getText();
  const title = ts.isCallExpression(node.parent) ? node.parent.arguments[0] : undefined;
  return title && ts.isStringLiteralLike(title) ? title.text : '(anonymous)';
}

/** Number of lines of a file. */
export function linesOf({ text }: Source): number {
  return text.trimEnd().split('\n').length;
}
