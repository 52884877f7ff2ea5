/** Makes generated/ from spec/: `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { stringify } from 'yaml';
import { readSpec } from './generate/document.ts';
import { writeOperations, writeRequirements } from './generate/modules.ts';
import { makeOperations } from './generate/operations.ts';
import { makeRequirements } from './generate/requirements.ts';
import { listMessages, makeValidators, makeValidatorTypes } from './generate/validators.ts';

/** The folder of the generated files. */
export const generatedFolder = fileURLToPath(new URL('../generated/', import.meta.url));

const mark = 'Generated from spec/ by npm run generate; do not edit.';

/** Text of each generated file by its name: the same spec gives the same bytes. */
export async function generate(): Promise<Record<string, string>> {
  const { document, digest } = readSpec();
  const operations = makeOperations(document);
  const requirements = makeRequirements(document, operations);
  const messages = listMessages(
    document,
    operations.map(({ id }) => id),
  );
  const bodies = {
    'types.ts': astToString(await openapiTS(structuredClone(document) as never, { defaultNonNullable: false })),
    'validators.js': await makeValidators(document, messages),
    'validators.d.ts': makeValidatorTypes(messages),
    'operations.ts': writeOperations(operations),
    'requirements.ts': writeRequirements(document, digest, operations, requirements),
  };
  const modules = Object.entries(bodies).map(([name, body]) => [name, `/** ${mark} */\n${body}`]);
  return {
    ...Object.fromEntries(modules),
    'openapi.yaml': `# ${mark}\n${stringify(document, { aliasDuplicateObjects: false })}`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(await generate())) writeFileSync(generatedFolder + name, text);
}
