/** Bundles an entry of the repository with every text of the engine and the suites replaced by one letter. */
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';
import { requirements } from '../../generated/requirements.ts';

/** Two words and more: what is shorter is a name, a code or a value. */
const prose = /[A-Za-z]{2,} [a-z]{2,}/;

/** Sentences of requirements are keys of the suites' tables, not words of the program. */
const sentences = new Set(requirements.map(({ title }) => title));

/** The bundle without prose in engine/ and suites/, as an address for `import`, with the number of texts that were replaced. */
export async function buildWithoutWords(
  root: string,
  entry: string,
  outdir: string,
): Promise<{ file: string; replaced: number }> {
  const counter = { replaced: 0 };
  await build({
    absWorkingDir: root,
    entryPoints: { bundle: entry },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
    plugins: [wordless(root, counter)],
  });
  return { file: pathToFileURL(join(outdir, 'bundle.mjs')).href, replaced: counter.replaced };
}

function wordless(root: string, counter: { replaced: number }): Plugin {
  return {
    name: 'wordless',
    setup({ onLoad }) {
      onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        if (!/^(engine|suites)\//.test(relative(root, path))) return null;
        const { text, replaced } = withoutProse(path, await readFile(path, 'utf8'));
        counter.replaced += replaced;
        return { contents: text, loader: path.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

/** A source with its texts replaced: strings, and the text of templates around what they insert. */
export function withoutProse(path: string, source: string): { text: string; replaced: number } {
  const tree = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const texts: { from: number; to: number; by: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (isProse(node)) {
      const [open, close] = delimiters(node);
      texts.push({ from: node.getStart(), to: node.end, by: `${open}x${close}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  let text = source;
  for (const { from, to, by } of texts.reverse()) text = text.slice(0, from) + by + text.slice(to);
  return { text, replaced: texts.length };
}

type Text = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

function isProse(node: ts.Node): node is Text {
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  if (!isText || !prose.test(node.text) || sentences.has(node.text)) return false;
  const { parent } = node;
  const isName = (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
  return !isName && !ts.isImportDeclaration(parent) && !ts.isExportDeclaration(parent) && !ts.isLiteralTypeNode(parent);
}

function delimiters(node: Text): readonly [string, string] {
  if (ts.isTemplateHead(node)) return ['`', '${'];
  if (ts.isTemplateMiddle(node)) return ['}', '${'];
  if (ts.isTemplateTail(node)) return ['}', '`'];
  return ["'", "'"];
}
