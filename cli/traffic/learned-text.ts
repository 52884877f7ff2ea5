/** What was learnt from traffic as two texts: a draft OpenAPI Overlay, and a page for people. */
import { stringify } from 'yaml';
import type { Counts, Learned, LearnedField } from '../../engine/report/learned.ts';
import type { LearnedChild } from '../../engine/report/learned-children.ts';
import type { RequirementRow } from '../../engine/report.ts';

/** An OpenAPI Overlay 1.0 document: one action for each undocumented field that was seen. */
export function overlayText(learned: Learned, version: string): string {
  const source = `draft: observed in ${learned.exchanges} exchanges; no page says it`;
  const document = {
    overlay: '1.0.0',
    info: { title: 'draft: undocumented fields as they were observed', version },
    actions: learned.fields
      .filter(({ seen }) => seen > 0)
      .map((field) => ({
        target: targetOf(field),
        description: `Seen in ${field.seen} messages.`,
        update: schemaOf(field.children, []),
        'x-source': source,
      })),
  };
  const note = '# A draft from observation. Check each line, then remove the word "draft" to use the file.\n';
  return note + stringify(document, { lineWidth: 0 });
}

/** The field in the published OpenAPI document. */
function targetOf({ operation, side, path }: LearnedField): string {
  const name = `${operation[0]!.toUpperCase()}${operation.slice(1)}${side === 'request' ? 'Request' : 'Response'}`;
  return `$.components.schemas.${name}${path.map((step) => `.properties.${step}`).join('')}`;
}

/** The schema of what stands below a path. */
function schemaOf(children: readonly LearnedChild[], above: readonly string[]): Record<string, unknown> {
  const own = children.filter(
    ({ path }) => path.length === above.length + 1 && above.every((step, index) => step === path[index]),
  );
  const elements = own.find(({ path }) => path.at(-1) === '[]');
  if (elements) return { type: 'array', items: describedBy(elements, children) };
  if (own.length === 0) return {};
  const named = own.filter(({ path }) => path.at(-1) !== '*');
  return {
    type: 'object',
    properties: Object.fromEntries(named.map((child) => [child.path.at(-1)!, describedBy(child, children)])),
  };
}

function describedBy(child: LearnedChild, all: readonly LearnedChild[]): Record<string, unknown> {
  const { kinds, length, words, seen } = child;
  const types = kinds.filter((kind) => kind !== 'null');
  const type = kinds.includes('null') ? [...types, 'null'] : types.length === 1 ? types[0] : types;
  const below = schemaOf(all, child.path);
  return {
    ...(Array.isArray(type) && type.length === 0 ? {} : { type }),
    ...below,
    ...(length ? { minLength: length.min, maxLength: length.max } : {}),
    ...(words ? { enum: words } : {}),
    'x-seen': seen,
  };
}

/** The page for people, in Markdown. */
export function learnedPage(learned: Learned, rows: readonly RequirementRow[]): string {
  return [
    '# What the traffic shows',
    '',
    `Observed in ${learned.exchanges} exchanges. No value of a person, token, id or key is on this page.`,
    '',
    ...learned.fields.filter(({ seen }) => seen > 0).flatMap(fieldLines),
    ...learned.habits.flatMap((habits) => {
      const { operation, side, ...counts } = habits;
      const lines = Object.entries(counts).flatMap(([name, list]) => habitLines(name, list));
      return lines.length === 0 ? [] : [`## ${operation}: ${side} headers`, '', ...lines, ''];
    }),
    ...repeatLines(learned),
    ...ambiguityLines(rows),
  ].join('\n');
}

function fieldLines({ operation, side, path, seen, children }: LearnedField): string[] {
  const head = ['| child | seen | kinds | characters | length | values |', '| --- | --- | --- | --- | --- | --- |'];
  const lines = children.map(({ path: below, seen: times, kinds, length, characters, words }) =>
    [
      '',
      `\`${below.join('.')}\``,
      `${times} of ${seen}`,
      kinds.join(', '),
      characters.join(', '),
      length === null ? '' : length.min === length.max ? `${length.min}` : `${length.min} to ${length.max}`,
      words === null ? '' : words.join(', '),
      '',
    ]
      .join(' | ')
      .trim(),
  );
  return [
    `## ${operation}: ${side} ${path.join('.')}`,
    '',
    ...(children.length > 0 ? [...head, ...lines] : ['No children.']),
    '',
  ];
}

const habitNames: Readonly<Record<string, string>> = {
  headerNames: 'header names',
  signatureForms: 'signature',
  keyVersions: 'keyVersion',
  clientIds: 'Client-Id',
  times: 'time',
  mediaTypes: 'Content-Type',
  statuses: 'HTTP status',
};

function habitLines(name: string, counts: Counts): string[] {
  if (counts.length === 0) return [];
  const forms = counts.map(([form, count]) => `\`${form.replaceAll('`', "'")}\` (${count})`).join(', ');
  return [`- ${habitNames[name] ?? name}: ${forms}`];
}

function repeatLines({ repeats }: Learned): string[] {
  const lines = repeats
    .filter(({ count }) => count > 0)
    .map(({ operation, count, pausesMs }) => `- ${operation}: ${count} repeats; pauses ${pausesMs.join(', ')} ms`);
  return lines.length === 0 ? [] : ['## Equal requests', '', ...lines, ''];
}

/** What the traffic says for or against each position that the suite takes where the pages are silent. */
function ambiguityLines(rows: readonly RequirementRow[]): string[] {
  const verdicts = { passed: 'for', warned: 'against', failed: 'against' } as const;
  const lines = rows.flatMap(({ ambiguity, key, outcome }) => {
    if (ambiguity === null || !(outcome in verdicts)) return [];
    return [{ ambiguity, line: `| ${ambiguity} | ${key} | ${verdicts[outcome as keyof typeof verdicts]} |` }];
  });
  if (lines.length === 0) return [];
  const sorted = lines.sort((a, b) => a.ambiguity.localeCompare(b.ambiguity, 'en', { numeric: true }));
  return [
    '## Open questions',
    '',
    '| ambiguity | requirement | the traffic speaks |',
    '| --- | --- | --- |',
    ...sorted.map(({ line }) => line),
    '',
  ];
}
