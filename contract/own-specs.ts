/** Compiles specs of the user at run time, by the compiler that makes the bundled APIs. Import it only where there are some: ajv is large. */
import { createHash } from 'node:crypto';
import type { OwnApis, OwnSpec, OwnSpecFacts } from './apis.ts';
import { compileContract } from './compile.ts';
import { ContractError } from './contract-error.ts';
import { checkShape } from './document-shape.ts';
import { checkExamples } from './examples.ts';
import { checkSchemaKeywords } from './schema-keywords.ts';
import { sharedName } from './spec.ts';
import { parseSpecFile, type SpecFile } from './spec-file.ts';
import type { Beside, Operation, Requirement } from './types.ts';
import { compileValidators } from './validators.ts';

/** Compiles files beside APIs that exist, or, with null, as the only ones. */
export function compileApis(files: readonly SpecFile[], beside: Beside | null): Omit<OwnApis, 'specs' | 'facts'> {
  const contract = compileContract(files, beside);
  const validators = compileValidators(contract);
  checkExamples(files, contract, validators);
  return {
    // The ids of bundled APIs are literal types; those of other APIs come to be known at run time.
    operations: contract.operations as readonly Operation[],
    requirements: contract.requirements as readonly Requirement[],
    validators,
    digest: contract.digest,
  };
}

/** Compiles the user's specs beside the bundled APIs; the first mistake is thrown as a ContractError. */
export function compileOwnSpecs(specs: readonly OwnSpec[], sharedText: string, beside: Beside): OwnApis {
  const shared = parseSpecFile(sharedName, sharedText);
  const own = specs.map(({ file, text }) => parseSpecFile(file, text));
  for (const file of own) {
    checkShape(file);
    checkSchemaKeywords(file);
  }
  try {
    return { ...compileApis([shared, ...own], beside), specs, facts: own.map(factsOf) };
  } catch (error) {
    if (error instanceof ContractError || own.length === 0) throw error;
    // What the checks above let through and the compiler stumbles over is a mistake of the file all the same.
    const why = error instanceof Error ? error.message : String(error);
    throw new ContractError(
      { file: own[0]!.path, line: 1 },
      `This file cannot be compiled (${why}). Compare it with spec/README.md.`,
    );
  }
}

function factsOf({ path, text, content }: SpecFile): OwnSpecFacts {
  return {
    file: path,
    digest: createHash('sha256').update(text).digest('hex'),
    apis: Object.values(content.paths ?? {}).map(({ post }) => post.operationId),
  };
}
