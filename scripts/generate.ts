/** Writes generated/ and suites/by-operation.ts from spec/: `npm run generate`. What a spec means is known to contract/ alone. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { stringify } from 'yaml';
import { compileContract } from '../contract/compile.ts';
import { ContractError } from '../contract/contract-error.ts';
import { readSpecFiles } from '../contract/read-spec-files.ts';
import { bundledValidators } from './generate/bundle.ts';
import { idsModule, operationsModule, requirementsModule, suitesModule, validatorTypes } from './generate/modules.ts';
import { requirementSetsModule } from './generate/requirement-sets.ts';

/** The folder of the specs written by hand. */
export const specFolder = fileURLToPath(new URL('../spec/', import.meta.url));

/** The folder that the names of the generated files start from. */
export const root = fileURLToPath(new URL('../', import.meta.url));

const mark = 'Generated from spec/ by npm run generate; do not edit.';

/** Text of each generated file by its path: the same spec gives the same bytes. */
export async function generate(): Promise<Record<string, string>> {
  const contract = compileContract(readSpecFiles(specFolder));
  const { document } = contract;
  const bodies = {
    'generated/ids.ts': idsModule(contract),
    'generated/types.ts': astToString(
      await openapiTS(structuredClone(document) as never, { defaultNonNullable: false }),
    ),
    'generated/validators.js': await bundledValidators(contract),
    'generated/validators.d.ts': validatorTypes(contract),
    'generated/operations.ts': operationsModule(contract),
    'generated/requirements.ts': requirementsModule(contract),
    'generated/requirement-sets.ts': requirementSetsModule(),
    'suites/by-operation.ts': suitesModule(contract),
  };
  const modules = Object.entries(bodies).map(([name, body]) => [name, `/** ${mark} */\n${body}`]);
  return {
    ...Object.fromEntries(modules),
    'generated/openapi.yaml': `# ${mark}\n${stringify(document, { aliasDuplicateObjects: false })}`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    for (const [name, text] of Object.entries(await generate())) writeFileSync(root + name, text);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
