/** README and docs: generated pages are fresh, links lead somewhere, and every snippet runs, compiles or parses. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkedConfig } from '../../cli/config/check.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { docsFolder, pages } from '../../scripts/docs.ts';
import { sharedKeys } from '../support/judged.ts';
import { excuseOf, type Snippet, snippetsOf } from '../support/snippets.ts';

const root = join(import.meta.dirname, '../..');
const call = promisify(execFile);
const patient = { timeout: 180_000 };

const names = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
const files = names.filter((name) => name.endsWith('.md') && existsSync(join(root, name)));
const textOf = (name: string) => readFileSync(join(root, name), 'utf8');

let place = '';
let reference: { url: string; config: object; close(): Promise<void> };

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'conformance-docs-'));
  reference = await startReferenceMpp({ keys: await sharedKeys() });
  await standIns(join(place, 'bin'));
});

afterAll(async () => {
  await reference?.close();
  if (place) await rm(place, { recursive: true, force: true });
});

/** `npx conformance` is this checkout's; npm does nothing, since this installation is in use. */
async function standIns(directory: string): Promise<void> {
  const bin = join(root, 'bin/conformance.js');
  const scripts = {
    npm: '#!/bin/sh\necho "npm $*"\n',
    conformance: `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`,
    npx: '#!/bin/sh\n[ "$1" = -y ] && shift\ncase "$1" in conformance|alipayplus-conformance) shift; exec conformance "$@";; esac\necho "npx cannot run $1 here" >&2; exit 1\n',
  };
  await mkdir(directory);
  for (const [name, text] of Object.entries(scripts)) {
    await writeFile(join(directory, name), text);
    await chmod(join(directory, name), 0o755);
  }
}

/** A directory for the snippets of one page: empty, or a project whose server is the reference. */
async function directoryFor(page: string, snippet: Snippet): Promise<string> {
  const kind = snippet.info.includes('in=project')
    ? 'project'
    : snippet.info.includes('in=checkout')
      ? 'checkout'
      : 'empty';
  const directory = join(place, `${page.replaceAll('/', '-')}-${kind}`);
  if (existsSync(directory)) return directory;
  await mkdir(directory);
  if (kind === 'project') {
    await writeFile(join(directory, 'conformance.config.yaml'), stringify(reference.config));
  }
  return directory;
}

async function runShell(page: string, snippet: Snippet): Promise<void> {
  const directory = await directoryFor(page, snippet);
  // The snippets are what a person types, not a build server.
  const env = { ...process.env, CI: '', PATH: `${join(place, 'bin')}:${process.env.PATH}` };
  const script = snippet.text.replaceAll('http://localhost:8080', reference.url);
  const args = ['-eu', '-o', 'pipefail', '-c', script];
  const done = await call('bash', args, { cwd: directory, env, maxBuffer: 2 ** 25 }).catch((error) => error);
  expect(done.code ?? 0, `${snippet.text}\n${done.stdout}${done.stderr}`).toBe(0);
}

/** Compiled against the published types, as in a project that has the suite installed. */
async function compile(page: string, snippets: readonly Snippet[]): Promise<void> {
  const directory = join(place, `${page.replaceAll('/', '-')}-ts`);
  const installed = join(directory, 'node_modules/alipayplus-conformance');
  await mkdir(join(installed, '..'), { recursive: true });
  await mkdir(installed);
  await cp(join(root, 'package.json'), join(installed, 'package.json'));
  await symlink(join(root, 'dist'), join(installed, 'dist'));
  for (const name of ['vitest', '@types'])
    await symlink(join(root, 'node_modules', name), join(directory, 'node_modules', name));
  const sources = snippets.map((snippet) => [`line-${snippet.line}.mts`, `${snippet.text}\nexport {};\n`] as const);
  for (const [name, text] of sources) await writeFile(join(directory, name), text);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--skipLibCheck',
    '--types',
    'node',
  ];
  const done = await call(process.execPath, [tsc, ...options, ...sources.map(([name]) => name)], {
    cwd: directory,
  }).catch((error) => error);
  expect(done.code ?? 0, done.stdout).toBe(0);
}

async function parseYaml(snippet: Snippet): Promise<void> {
  const value = parse(snippet.text);
  expect(value).toBeTypeOf('object');
  const isConfig = snippet.info.includes('config') || 'target' in value || value.role !== undefined;
  if (isConfig) await checkedConfig(value, (path) => path.join('.') || 'the snippet');
}

/** Foreign stacks: their syntax is checked where that needs nothing but an interpreter. */
async function parseForeign(snippet: Snippet): Promise<void> {
  const file = join(place, `snippet-${snippet.line}.${snippet.language === 'js' ? 'mjs' : 'py'}`);
  await writeFile(file, snippet.text);
  const read = 'import ast, sys; ast.parse(open(sys.argv[1]).read())';
  if (snippet.language === 'js') await call(process.execPath, ['--check', file]);
  else await call('python3', ['-c', read, file]);
}

const python = await call('python3', ['--version']).then(
  () => true,
  () => false,
);

/** What is not run, and why. */
function reasonToSkip(snippet: Snippet): string | null {
  if (excuseOf(snippet)) return excuseOf(snippet);
  if (snippet.language === 'python' && !python) return 'no python3 here';
  return ['java', 'groovy', 'dockerfile'].includes(snippet.language) ? `a foreign stack: ${snippet.language}` : null;
}

describe.each(files)('%s', (page) => {
  const snippets = snippetsOf(textOf(page));

  test('has snippets that say what they are', () => {
    const known = ['sh', 'ts', 'js', 'yaml', 'json', 'text', 'python', 'java', 'groovy', 'dockerfile'];
    expect(snippets.filter(({ language }) => !known.includes(language)).map(({ line }) => line)).toEqual([]);
  });

  test('links to what is there', () => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1]!);
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  for (const snippet of snippets.filter(({ language }) => !['text', 'ts'].includes(language))) {
    const skip = reasonToSkip(snippet);
    const title = `line ${snippet.line}: ${snippet.language}${skip ? ` (not run: ${skip})` : ''}`;
    test.skipIf(skip !== null)(title, patient, async () => {
      if (snippet.language === 'sh') await runShell(page, snippet);
      else if (snippet.language === 'yaml') await parseYaml(snippet);
      else if (snippet.language === 'json') JSON.parse(snippet.text);
      else await parseForeign(snippet);
    });
  }

  const typed = snippets.filter((snippet) => snippet.language === 'ts' && excuseOf(snippet) === null);
  if (typed.length > 0) test('its TypeScript compiles', patient, () => compile(page, typed));
});

test('generated pages are what npm run docs makes', () => {
  for (const [name, text] of Object.entries(pages())) {
    expect(readFileSync(join(docsFolder, name), 'utf8') === text, `docs/${name} is stale; run npm run docs`).toBe(true);
  }
});
