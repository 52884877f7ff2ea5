/** Bundles the validators into one ES module that imports nothing. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Contract } from '../../contract/compile.ts';
import { validatorNames, validatorSource } from '../../contract/validators.ts';

/** Packages are looked up from here; the folder also shows in comments of the bundle, so it must not change with the machine. */
const folder = fileURLToPath(new URL('../../spec/', import.meta.url));

/** Text of generated/validators.js. */
export async function bundledValidators(contract: Contract): Promise<string> {
  const contents = validatorSource(contract);
  const bundled = await build({
    stdin: { contents: `export { ${validatorNames(contract).join(', ')} } from 'validators';`, resolveDir: folder },
    plugins: [
      {
        name: 'validators',
        setup(builder) {
          builder.onResolve({ filter: /^validators$/ }, ({ path }) => ({ path, namespace: 'compiled' }));
          builder.onLoad({ filter: /.*/, namespace: 'compiled' }, () => ({ contents, resolveDir: folder }));
        },
      },
    ],
    absWorkingDir: folder,
    // The bundle names its sources in comments: the same names wherever node_modules really is.
    preserveSymlinks: true,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    minifySyntax: true,
    logLevel: 'error',
  });
  return bundled.outputFiles[0]!.text;
}
