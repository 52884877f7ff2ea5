/** The limits of answers: interim answers are taken out, whatever pieces they come in, and what has no end is ended. */
import { describe, expect, test } from 'vitest';
import { StartOfAnswer } from '../../cli/doctor/start-of-answer.ts';
import {
  AnswerBytes,
  AnswerLimitError,
  headLimitBytes,
  interimLimit,
  wireLimitBytes,
} from '../../engine/wire/answer-limits.ts';
import { HttpReader } from '../../engine/wire/http-reader.ts';
import { isTooDeep, jsonOf } from '../../engine/wire/json.ts';

const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';
const interim = 'HTTP/1.1 100 Continue\r\n\r\n';

/** What is passed on of a text that comes in pieces of some length. */
function passed(text: string, length: number): string {
  const reading = new AnswerBytes();
  let out = '';
  for (let at = 0; at < text.length; at += length)
    out += reading.take(Buffer.from(text.slice(at, at + length))).toString();
  return out;
}

describe('an answer behind interim answers', () => {
  const before = [
    interim,
    interim.repeat(3),
    'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n',
    'HTTP/1.0 102 Processing\n\n',
    'HTTP/1.1 100\r\n\r\n',
  ];
  test.each(before)('%j is passed on without them', (interims) => {
    for (const length of [1, 2, 7, 1000]) expect(passed(interims + answer, length)).toBe(answer);
  });

  test.each(['SSH-2.0-x', 'HTTP/1.1 101 Switching Protocols\r\n\r\nx', 'HT', '', answer])(
    'what is none stays: %j',
    (text) => {
      for (const length of [1, 3, 1000])
        expect(answer.startsWith(text) || passed(`${text}\n`.padEnd(20), length).startsWith(text)).toBe(true);
    },
  );

  test('a flood of them is an error', () => {
    expect(() => passed(interim.repeat(interimLimit + 1), 10_000)).toThrow(AnswerLimitError);
    expect(() => passed(`HTTP/1.1 100 ${'x'.repeat(headLimitBytes)}`, 1000)).toThrow(/head/);
  });

  test('an answer without an end is an error', () => {
    const reading = new AnswerBytes();
    reading.take(Buffer.from(answer));
    const more = Buffer.alloc(1024 * 1024);
    expect(() => {
      for (let bytes = 0; bytes <= wireLimitBytes; bytes += more.length) reading.take(more);
    }).toThrow(AnswerLimitError);
  });
});

describe('the start of an answer, as doctor reads it,', () => {
  test('is no more than a head, whatever comes', () => {
    const reading = new StartOfAnswer();
    let state = reading.add(Buffer.from('HTTP/1.1 200 OK\r\n'));
    for (let n = 0; n < 1000 && state === 'open'; n += 1)
      state = reading.add(Buffer.from(`X-${n}: ${'y'.repeat(1000)}\r\n`));
    expect({ state, size: reading.bytes.length }).toEqual({ state: 'over', size: headLimitBytes });
  });

  test('is complete with its head, in whatever pieces, and over where it is no HTTP', () => {
    const reading = new StartOfAnswer();
    const states = [...answer].map((letter) => reading.add(Buffer.from(letter)));
    expect(states.indexOf('head')).toBe(answer.indexOf('{') - 1);
    expect(new StartOfAnswer().add(Buffer.from('SSH-2.0'))).toBe('over');
  });
});

describe('a recorded connection', () => {
  function reasonOf(text: string, times: number): string | null {
    let reason: string | null = null;
    const reader = new HttpReader('response', {
      head: ({ startLine }) => (startLine.includes(' 10') ? 'no-body' : 'as-declared'),
      message: () => {},
      gaveUp: (why) => {
        reason = why;
      },
    });
    for (let n = 0; n < times; n += 1) reader.push(Buffer.from(n === 0 ? text : text.split('|').at(-1)!));
    return reason;
  }
  test.each([
    ['interim answers', 'HTTP/1.1 102 Processing\r\n\r\n', 100],
    [
      'trailers',
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n|X: ${'y'.repeat(500)}\r\n`.replace('|', ''),
      1,
    ],
  ])('is given up where it has too many %s', (what, text, times) => {
    if (what === 'trailers')
      expect(reasonOf(text + `X: ${'y'.repeat(500)}\r\n`.repeat(200), times)).toMatch(/trailers/);
    else expect(reasonOf(text, times)).toMatch(/interim/);
  });
});

test('JSON of too many levels is no JSON, and brackets in a text are no levels', () => {
  const nested = (levels: number) => Buffer.from('['.repeat(levels) + ']'.repeat(levels));
  expect(isTooDeep(nested(2000))).toBe(false);
  expect(jsonOf(nested(2001))).toBe(null);
  expect(isTooDeep(Buffer.from(JSON.stringify({ a: '["\\['.repeat(3000) })))).toBe(false);
  expect(isTooDeep(Buffer.from('[],'.repeat(3000)))).toBe(false);
});
