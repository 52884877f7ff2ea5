/** Facts in words: the one place where what was expected and received becomes text. */
import type { Fact } from '../check/facts.ts';
import type { Seen } from '../check/finding.ts';
import { answerWords } from './words/answers.ts';
import { callerWords } from './words/caller.ts';
import { fieldWords } from './words/fields.ts';
import { lifecycleWords } from './words/lifecycle.ts';
import { noteWords } from './words/notes.ts';
import { timeWords } from './words/times.ts';

type Words = (fact: Fact) => string;

/** One function for each kind of fact; parts that are facts are put into words by the second argument. */
type WordsOfKinds = {
  readonly [K in Fact['is']]: (fact: Extract<Fact, { readonly is: K }>, words: Words) => string;
};

const wordsOfKinds: WordsOfKinds = {
  ...answerWords,
  ...fieldWords,
  ...callerWords,
  ...lifecycleWords,
  ...timeWords,
  note: ({ note, value = '' }) => noteWords[note](value),
};

/** A fact in plain technical English; empty where there is none. */
export function wordsOf(fact: Fact | null): string {
  if (fact === null) return '';
  const words = wordsOfKinds[fact.is] as (one: Fact, words: Words) => string;
  return words(fact, wordsOf);
}

/** How often something was seen, or where a search found it: "4 of 4", "run 3, path 2:1". */
export function seenWords(seen: Seen | undefined): string {
  if (!seen) return '';
  if ('run' in seen) return `run ${seen.run}, path ${seen.path}`;
  if ('lists' in seen) return `smallest of ${seen.lists} lists that were tried, path ${seen.path}`;
  const path = seen.path === undefined ? '' : `, path ${seen.path}`;
  return `${seen.count} of ${seen.of}${seen.sideBySide ? ' side by side' : ''}${path}`;
}
