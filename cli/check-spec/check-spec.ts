/** `conformance check-spec`: compiles each spec and overlay as a run would, prints its first mistake, or the rows that come of it. */
import { isOwnApi, type OwnApis, type OwnFactsFile } from '../../contract/apis.ts';
import { isOverlay } from '../../contract/facts/overlay-file.ts';
import type { Operation, Proof, Requirement } from '../../contract/types.ts';
import { oneLine } from '../../reporters/escape.ts';
import { compiledSpecs, readSpec, type SpecTexts, withApis } from '../config/own-specs.ts';
import { type CatalogueRow, rowsOf } from '../explain/catalogue.ts';
import type { CheckSpecOptions } from '../options.ts';
import { print, screenWidth } from '../terminal/output.ts';
import { table } from '../terminal/text-table.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** What was found in the files. */
interface Checked {
  /** One sentence each, with file, line and cure. */
  readonly mistakes: readonly string[];
  /** The APIs of all files; null where there is a mistake. */
  readonly apis: OwnApis | null;
}

/** Executes the `check-spec` command. */
export async function checkSpecs(files: readonly string[], options: CheckSpecOptions): Promise<void> {
  const texts = [...new Set(files)].map((file) => readSpec('file', file, process.cwd()));
  const checked = await checkedFiles({
    specs: texts.filter(({ text }) => !isOverlay(text)),
    facts: texts.filter(({ text }) => isOverlay(text)),
  });
  process.exitCode = checked.mistakes.length > 0 ? 1 : 0;
  if (checked.apis) withApis(checked.apis)();
  await print(options.json === true ? asJson(checked) : asText(checked, screenWidth(process.stdout)));
}

/** Each file by itself, so that one mistake does not hide that of another file; then all of them beside each other. */
async function checkedFiles({ specs, facts }: SpecTexts): Promise<Checked> {
  const mistakes: string[] = [];
  const check = async (texts: SpecTexts): Promise<OwnApis | null> => {
    const found = await compiledOrMistake(texts);
    if (typeof found === 'string') mistakes.push(found);
    return typeof found === 'string' ? null : found;
  };
  for (const one of specs) await check({ specs: [one], facts: [] });
  // An overlay may be about the specs beside it, if they have no mistake themselves.
  if (mistakes.length === 0) for (const one of facts) await check({ specs, facts: [one] });
  return mistakes.length > 0 ? { mistakes, apis: null } : { apis: await check({ specs, facts }), mistakes };
}

async function compiledOrMistake(texts: SpecTexts): Promise<OwnApis | null | string> {
  try {
    return await compiledSpecs(texts);
  } catch (error) {
    if (error instanceof UsageError) return error.text;
    throw error;
  }
}

function ownOperations(apis: OwnApis | null): readonly Operation[] {
  return (apis?.operations ?? []).filter(({ id }) => isOwnApi(id));
}

/** The rows that come of an overlay. */
function rowsOfOverlay(apis: OwnApis, file: string): CatalogueRow[] {
  return rowsOf(apis.operations.map(({ id }) => id)).filter(({ source }) => source.overlay === file);
}

function asJson({ mistakes, apis }: Checked): string {
  const operations = ownOperations(apis);
  const rows = rowsOf(operations.map(({ id }) => id)).filter(({ isGeneric }) => !isGeneric);
  const found = operations.map((op) => ({
    api: op.id,
    path: op.path,
    scenarios: scenariosOf(op, apis!.requirements),
    rows: rows
      .filter(({ operation }) => operation === op.id)
      .map((row) => ({
        ...{ key: row.key, level: row.level, basis: row.basis, says: row.says },
        proof: proofText(row, apis!.requirements),
      })),
  }));
  const facts = (apis?.stated ?? []).map((one) => ({
    ...one,
    rows: rowsOfOverlay(apis!, one.file).map(({ key, level, says, source }) => ({
      key,
      level,
      says,
      source: source.page,
    })),
  }));
  return `${JSON.stringify({ mistakes, apis: found, facts }, null, 2)}\n`;
}

function asText({ mistakes, apis }: Checked, width: number): string {
  if (!apis) {
    const count = mistakes.length === 1 ? 'One mistake.' : `${mistakes.length} mistakes.`;
    return [...mistakes.map((mistake) => oneLine(mistake)), '', count].join('\n');
  }
  const sections = ownOperations(apis).map((op) => apiText(op, apis.requirements, width));
  const overlays = (apis.stated ?? []).map((one) => overlayText(one, apis, width));
  const lists = [
    ['specs', apis.specs],
    ['facts', apis.overlays ?? []],
  ] as const;
  const keys = lists.flatMap(([key, files]) =>
    files.length === 0 ? [] : [`${key}: [${files.map(({ file }) => file).join(', ')}]`],
  );
  return [...sections, ...overlays, `No mistakes. Next: add ${keys.join(' and ')} to the config.`].join('\n\n');
}

function overlayText({ file, digest, replaces }: OwnFactsFile, apis: OwnApis, width: number): string {
  const rows = rowsOfOverlay(apis, file);
  const cells = rows.map(({ key, level, says, source }) => [`  ${key}`, level, `${says} (${source.page})`]);
  const replaced = replaces.map(
    ({ what, documented, stated, reason }) => `  Replaces ${what}: ${documented} by ${stated} (${reason})`,
  );
  return [
    `${file}  SHA-256 ${digest}`,
    ...table(cells, width),
    ...replaced.map((line) => oneLine(line)),
    `  ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} with the basis partner.`,
  ].join('\n');
}

function apiText(op: Operation, requirements: readonly Requirement[], width: number): string {
  const all = rowsOf([op.id]);
  const own = all.filter(({ isGeneric }) => !isGeneric);
  const sentences = own.filter(({ isConstraint }) => !isConstraint);
  const constraints = own.filter(({ isConstraint }) => isConstraint);
  const cells = sentences.map((row) => [`  ${row.id}`, row.level, proofText(row, requirements) ?? '']);
  const fields = new Map<string, string[]>();
  for (const { id } of constraints) {
    const name = id.slice(op.id.length + 1, id.lastIndexOf('.'));
    fields.set(name, [...(fields.get(name) ?? []), id.slice(id.lastIndexOf('.') + 1)]);
  }
  const scenarios = scenariosOf(op, requirements);
  const needs =
    scenarios.length === 0
      ? []
      : table([['  Needs', `scenarios.${op.id} in the config: ${scenarios.join(', ')}`]], width);
  return [
    `${op.id}  POST ${op.path}${op.effect === null ? '' : '  (limited: a call reaches a person)'}`,
    ...table(cells, width),
    ...table(
      [...fields].map(([name, keywords]) => [`  ${name}`, keywords.join(', ')]),
      width,
    ),
    ...needs,
    `  ${all.length} rows: ${sentences.length} of its requirements, ${constraints.length} of its constraints, ${all.length - own.length} of every API.`,
  ].join('\n');
}

/** How a row is proved; null for a constraint, which its keyword proves. */
function proofText(row: CatalogueRow, requirements: readonly Requirement[]): string | null {
  if (row.isConstraint) return null;
  const found = requirements.find(({ id }) => id === row.id);
  if (!found?.observable) return `not observable: ${found?.reason ?? ''}`;
  const { members, callerMembers, proofs = [] } = found;
  if (members) return `sums up ${members.length} constraints`;
  if (proofs.length === 0 && callerMembers) return `binds the caller: sums up ${callerMembers.length} constraints`;
  return proofs.map(wordsOf).join('; ');
}

function wordsOf(proof: Proof): string {
  if (proof.by === 'scenario')
    return proof.code === 'SUCCESS' ? 'a valid request is accepted' : `the scenario ${proof.code}`;
  if (proof.by === 'unique') return `each accepted answer has its own ${proof.field}`;
  if (proof.by === 'path') return `a request to ${proof.path} is served`;
  const fields = proof.fields.map((path) => path.join('.')).join(', ');
  const other = proof.other ? `, another body is refused with ${proof.other.code}` : '';
  return `the same ${fields} under the same ${proof.key}${other}`;
}

/** The scenarios that the rows of an API ask for. */
function scenariosOf(op: Operation, requirements: readonly Requirement[]): string[] {
  const own = requirements.filter(({ operation }) => operation === op.id);
  const codes = own.flatMap(({ proofs = [] }) =>
    proofs.flatMap((proof) => (proof.by === 'scenario' && proof.code !== 'SUCCESS' ? [proof.code] : [])),
  );
  return [...new Set(codes)];
}
