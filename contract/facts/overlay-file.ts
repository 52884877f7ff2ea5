/** Reads an OpenAPI Overlay 1.0 document: its actions, each with the source that says so, and the line on which it stands. */
import { ContractError, type Place } from '../contract-error.ts';
import { suggestion } from '../did-you-mean.ts';
import { type Path, parseSpecFile } from '../spec-file.ts';
import { isRecord } from '../words.ts';

/** One action of an overlay. */
export interface Action {
  readonly overlay: string;
  readonly target: string;
  /** What is merged into what the target selects; null where that is removed. */
  readonly update: unknown;
  /** Who says so: the name of a page or document. */
  readonly source: string;
  /** Why it may contradict what is documented; null where it may not. */
  readonly replaces: string | null;
  readonly place: Place;
}

/** The actions of a file, in their order. */
export interface Overlay {
  readonly file: string;
  readonly actions: readonly Action[];
}

type Fail = (path: Path, problem: string) => ContractError;

const rootKeys = ['overlay', 'info', 'extends', 'actions'];
const actionKeys = ['target', 'description', 'update', 'remove', 'x-source', 'x-replaces'];

/** Whether a text is an overlay and not a spec. */
export function isOverlay(text: string): boolean {
  return /^\s*(\{\s*)?["']?overlay["']?\s*:/m.test(text) && !/^["']?openapi["']?\s*:/m.test(text);
}

/** Reads the text of an overlay; the first mistake is thrown as a ContractError. */
export function readOverlay(file: string, text: string): Overlay {
  const parsed = parseSpecFile(file, text, 'an OpenAPI Overlay. Begin with `overlay: 1.0.0`');
  const content: Record<string, unknown> = { ...parsed.content };
  const fail: Fail = (path, problem) => new ContractError({ file, line: parsed.lineOf(path) }, problem);
  refuseUnknownKeys(content, rootKeys, [], 'An overlay', fail);
  if (typeof content.overlay !== 'string' || !/^1\.0(\.|$)/.test(content.overlay))
    throw fail(['overlay'], 'This is not an OpenAPI Overlay 1.0 document. Begin with `overlay: 1.0.0`.');
  if (!isRecord(content.info) || typeof content.info.title !== 'string')
    throw fail(['info'], 'info has no title. Write `info: { title: …, version: 1.0.0 }`.');
  if (!Array.isArray(content.actions) || content.actions.length === 0)
    throw fail(['actions'], 'This overlay has no actions. Add a list of at least one, with target and update.');
  refuseDraft(content.info.title, ['info', 'title'], fail);
  const actions = content.actions.map((action: unknown, index) => {
    const at = ['actions', index];
    return { ...readAction(action, at, fail), overlay: file, place: { file, line: parsed.lineOf(at) } };
  });
  return { file, actions };
}

function readAction(action: unknown, at: Path, fail: Fail): Omit<Action, 'overlay' | 'place'> {
  if (!isRecord(action)) throw fail(at, 'An action has to be a map with target, update and x-source.');
  refuseUnknownKeys(action, actionKeys, at, 'An action', fail);
  const { target, update, remove, 'x-source': source, 'x-replaces': replaces } = action;
  if (typeof target !== 'string' || target === '')
    throw fail([...at, 'target'], 'This action has no target. Write a JSONPath such as $.components.schemas.Name.');
  if (typeof source !== 'string' || source.trim() === '')
    throw fail(
      [...at, 'x-source'],
      `The action on ${target} has no x-source. Name the page or document that says so, as a text.`,
    );
  refuseDraft(source, [...at, 'x-source'], fail);
  if (replaces !== undefined && (typeof replaces !== 'string' || replaces.trim() === ''))
    throw fail([...at, 'x-replaces'], `x-replaces of the action on ${target} has to be the reason, as a text.`);
  const removes = remove === true;
  if (removes === (update !== undefined))
    throw fail(
      at,
      `The action on ${target} needs one of update and remove: true. ${removes ? 'Keep one' : 'Add one'}.`,
    );
  return { target, update: removes ? null : update, source: source.trim(), replaces: replaces?.trim() ?? null };
}

/** What was learnt from traffic is a guess until a person has checked it. */
function refuseDraft(text: string, at: Path, fail: Fail): void {
  if (/\bdraft\b/i.test(text))
    throw fail(
      at,
      'This overlay is a draft from observation, not a fact file. Check each action, name in x-source the page that says so, and remove ' +
        'the word draft from info.title and x-source.',
    );
}

function refuseUnknownKeys(
  part: Record<string, unknown>,
  known: readonly string[],
  at: Path,
  what: string,
  fail: Fail,
): void {
  for (const key of Object.keys(part))
    if (!known.includes(key))
      throw fail([...at, key], `${what} has no key ${key}. ${suggestion(key, known, 'Known keys')}`.trim());
}
