/** The contract compiler: parsed spec files become operations, requirements and messages. A pure function; it reads no file. */
import { readHarms } from './harms.ts';
import { listMessages, makeOperations } from './operations.ts';
import { checkReferences } from './references.ts';
import { linkGroups, makeRequirements, type Stating } from './requirements.ts';
import { mergeSpec, type Spec } from './spec.ts';
import type { SpecDocument } from './spec-document.ts';
import type { SpecFile } from './spec-file.ts';
import type { Ambiguity, Beside, Message, Operation, Requirement } from './types.ts';
import { checkWords } from './words.ts';

/** What a set of spec files promises. */
export interface Contract {
  /** In the order of `x-order`. */
  readonly operations: readonly Operation<string>[];
  readonly requirements: readonly Requirement<string, string>[];
  readonly ambiguities: readonly Ambiguity[];
  /** The messages with their schemas in `document`: `validators.ts` compiles them. */
  readonly messages: readonly Message<string>[];
  /** All files as one OpenAPI document. */
  readonly document: SpecDocument;
  readonly version: string;
  /** SHA-256 over the files. */
  readonly digest: string;
}

/**
 * Compiles the files; the first mistake is thrown as a ContractError with its file and line. Beside other APIs no suite is written for
 * those in the files: each of their requirements names its proof.
 */
export function compileContract(files: readonly SpecFile[], beside: Beside | null = null): Contract {
  for (const file of files) checkWords(file);
  const spec = mergeSpec(files);
  for (const file of files) checkReferences(file, files);
  return compileSpec(spec, beside);
}

/** Compiles a merged document. */
export function compileSpec(spec: Spec, beside: Beside | null, stating: Stating = {}): Contract {
  const harms = readHarms(spec);
  const operations = makeOperations(spec, harms, beside?.operations ?? []);
  const requirements = makeRequirements(spec, operations, harms.kind, beside, stating);
  return {
    operations: linkGroups(operations, requirements),
    requirements,
    ambiguities: ambiguitiesOf(spec),
    messages: listMessages(spec, operations),
    document: { ...spec.document, info: infoOf(spec, operations) },
    version: spec.document.info.version,
    digest: spec.digest,
  };
}

/** Title and summary of the merged document: those of the shared file speak of that file alone. */
function infoOf({ document }: Spec, operations: readonly Operation<string>[]): SpecDocument['info'] {
  const names = operations.map(({ id }) => id);
  return {
    ...document.info,
    title: 'Alipay+ APIs',
    summary: names.length < 2 ? `${names[0]}.` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`,
    description:
      'What public pages document about APIs between Alipay+ and a Mobile Payment Provider (MPP). ' +
      'Parts marked `x-assumed` are not public and stand here as plausible examples.',
  };
}

function ambiguitiesOf(spec: Spec): readonly Ambiguity[] {
  const seen = new Set<string>();
  for (const row of spec.document['x-ambiguities']) {
    if (seen.has(row.id))
      throw spec.error(row, `The ambiguity ${row.id} stands here a second time. Give this one the next free number.`);
    seen.add(row.id);
  }
  return spec.document['x-ambiguities'];
}
