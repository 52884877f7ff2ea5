/** The keys of the config that name files of specs and facts. */
import type { Schema } from './terms.ts';

function listOfFiles(example: string, description: string): Schema {
  const items = { type: 'string', minLength: 1 };
  return { type: 'array', minItems: 1, uniqueItems: true, items, description, examples: [[example]] };
}

/** `specs` and `facts`. */
export const files = {
  specs: listOfFiles(
    'verify-otp.yaml',
    'Specs of further APIs: OpenAPI 3.1 files in the dialect of spec/README.md; see docs/own-apis.md.',
  ),
  facts: listOfFiles(
    'partner.overlay.yaml',
    'What a partner knows beyond the public pages: OpenAPI Overlay 1.0 files over any spec; their rows have the basis `partner`; see docs/own-apis.md.',
  ),
};
