/** The part of the schema of report.json that names the specification. */
import type { FactsFile, Report } from '../../engine/report.ts';
import { listOf, object, type Schema, text } from './terms.ts';

/** The bundled specification, and the user's own. */
export const spec: Schema = object<Report['spec']>('The specification that was judged by.', {
  version: text('Version.'),
  digest: text('Digest of its files.'),
  own: listOf(
    object<NonNullable<Report['spec']['own']>[number]>('One spec.', {
      file: text('As the config names it.'),
      digest: text('SHA-256 of the file.'),
      apis: listOf(text('Name.'), 'The APIs that it describes.'),
    }),
    'Specs of further APIs, from `specs` of the config; left out where there are none.',
  ),
  facts: listOf(
    object<FactsFile>('One overlay.', {
      file: text('As the config names it.'),
      digest: text('SHA-256 of the file.'),
      replaces: listOf(
        object<FactsFile['replaces'][number]>('A documented fact that it replaces.', {
          what: text('The field and its keyword.'),
          documented: text('What the page says.'),
          stated: text('What the overlay says.'),
          reason: text('Why, as `x-replaces` says.'),
        }),
        'Documented facts that it replaces.',
      ),
    }),
    'Overlays, from `facts` of the config, whose rows have the basis `partner`; left out where there are none.',
  ),
});
