/** The JSON Schema of script files, for editors: `tsx scripts/script-schema.ts` writes it. */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { scriptSchema } from '../simulator/script-schema.ts';

/** Where the schema is published. */
export const scriptSchemaFile = new URL('../generated/script.schema.json', import.meta.url);

/** The file's text. */
export const scriptSchemaText = `${JSON.stringify(scriptSchema, null, 2)}\n`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeFile(scriptSchemaFile, scriptSchemaText);
