/** The lines of the to-do list and of a proof: entries of one key are merged, and no key stands twice. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { todoLines } from '../../reporters/todo-lines.ts';

const text = (...configs: string[]) =>
  todoLines(configs.map((config, at) => ({ config, says: `reason ${at}`, unlocks: [] })))
    .map(({ indent, text: line, says }) => `${' '.repeat(indent)}${says ? '# ' : ''}${line}`)
    .join('\n');

test('entries of one key stand under it, each after its reason', () => {
  const shown = text('scenarios:\n  sendOTP:\n    A: { b: c }', 'scenarios:\n  sendOTP:\n    D: { e: f }');
  expect(shown).toBe('scenarios:\n  sendOTP:\n    # reason 0\n    A: { b: c }\n    # reason 1\n    D: { e: f }');
});

test('a key that two entries have stands once', () => {
  const both = 'scenarios:\n  sendOTP:\n    A: { b: c }\n    D: { e: f }';
  const shown = text('scenarios:\n  sendOTP:\n    A: { b: c }', both, both);
  expect(parse(shown)).toEqual({ scenarios: { sendOTP: { A: { b: 'c' }, D: { e: 'f' } } } });
  expect(shown).not.toContain('reason 2');
});

test('users of a list stay as many as they are', () => {
  const user = 'requests:\n  sendOTP:\n    - { accessToken: x }';
  expect(parse(text(user, user)).requests.sendOTP).toHaveLength(2);
});
