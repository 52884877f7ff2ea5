/** Builds dist/: our own code bundled into a few ES modules, dependencies left outside, with ajv, whose packages would be too many, inside; and the types beside it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { sourceDigest } from '../cli/certify/source-digest.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

const entries = { cli: 'cli/main.ts', index: 'cli/index.ts', vitest: 'cli/vitest.ts' };

/** Bundles the entry points; what several of them or a lazy import share becomes a chunk of its own. */
async function bundle(outdir: string): Promise<void> {
  const present = Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file))));
  const { dependencies, peerDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: present,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: Object.keys({ ...dependencies, ...peerDependencies }),
    metafile: true,
    chunkNames: 'chunks/[name]-[hash]',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    // The sources are not published: certify and verify name the code by this digest.
    define: { SUITE_DIGEST: JSON.stringify(sourceDigest(root)) },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  await writeFile(join(outdir, 'licenses.txt'), await licensesOf(Object.keys(metafile.inputs)));
}

/** The licenses of the packages whose code is inside the bundle. */
async function licensesOf(inputs: readonly string[]): Promise<string> {
  const names = inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  const texts = [...new Set(names)].sort().map(async (name) => {
    const folder = join(root, 'node_modules', name);
    const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
    return `${name}\n\n${file ? (await readFile(join(folder, file), 'utf8')).trim() : 'See its package.'}\n`;
  });
  return (await Promise.all(texts)).join('\n----\n\n');
}

/** Writes the declarations that the public entry points need, and no others. */
async function declare(outdir: string): Promise<void> {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const options = ['-p', 'tsconfig.build.json', '--outDir', outdir];
  execFileSync(process.execPath, [tsc, ...options], { cwd: root, stdio: 'inherit' });
  const needed = new Set<string>();
  for (const file of ['cli/index.d.ts', 'cli/vitest.d.ts']) await follow(join(outdir, file), needed);
  const kept = [...needed].map((path) => [path.slice(outdir.length), path] as const);
  const texts = await Promise.all(kept.map(async ([name, path]) => [name, await readFile(path, 'utf8')] as const));
  await rm(outdir, { recursive: true });
  for (const [name, text] of texts) {
    await mkdir(dirname(join(outdir, name)), { recursive: true });
    await writeFile(join(outdir, name), text);
  }
}

const relativeImport = /((?:from|import\()\s*['"])(\.{1,2}\/[^'"]+)\.(?:ts|tsx|js)(['"])/g;

/** Collects a declaration file and what it imports; sources are named `.ts`, what is published is not. */
async function follow(path: string, seen: Set<string>): Promise<void> {
  if (seen.has(path) || !existsSync(path)) return;
  seen.add(path);
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(relativeImport, '$1$2.js$3'));
  for (const [, , target] of text.matchAll(relativeImport)) await follow(join(dirname(path), `${target}.d.ts`), seen);
}

// Built aside and moved in whole: a command that starts meanwhile finds the old files or the new ones.
const draft = join(root, 'node_modules', `.dist-${process.pid}`);
try {
  await Promise.all([bundle(draft), declare(join(draft, 'types'))]);
  await rm(dist, { recursive: true, force: true });
  await rename(draft, dist);
} finally {
  await rm(draft, { recursive: true, force: true });
}
