/** Loads a module of the benchmark bundled as dist/ is, so that what is measured is what is installed, not what a loader makes of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** The exports of a file of this folder. */
export async function asShipped<Module>(name: string): Promise<Module> {
  const place = await mkdtemp(join(root, 'node_modules', '.bench-'));
  try {
    const outfile = join(place, 'module.mjs');
    await build({
      absWorkingDir: root,
      entryPoints: [join(import.meta.dirname, name)],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      packages: 'external',
      minifySyntax: true,
      minifyWhitespace: true,
    });
    return (await import(pathToFileURL(outfile).href)) as Module;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
