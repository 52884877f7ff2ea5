/** Puts a word in the place of whatever differs from run to run in a printed text. */

const changing: readonly (readonly [RegExp, string])[] = [
  // The same second or another one.
  [/^[≠ ] response-time /gm, '≠ response-time '],
  [/\/tmp\/conformance-\w{6}/g, '/tmp/conformance-DIRECT'],
  [/127\.0\.0\.1:(?!9\b)\d+/g, '127.0.0.1:12345'],
  [/-----BEGIN (\w+ KEY)-----[\s\S]*?-----END \1-----/g, '-----BEGIN $1-----…-----END $1-----'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, '2026-01-02T03:04:05Z'],
  [/\b\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\b/g, 'Fri, 02 Jan 2026 03:04:05 GMT'],
  [/\b\d+(\.\d+)? ms\b/g, '7 ms'],
  [/\bin \d+(\.\d+)? s\b/g, 'in 1.2 s'],
  [/\bdiffer by \d+ s\b/g, 'differ by 0 s'],
  [/\bpeak \d+ MB\b/g, 'peak 99 MB'],
  [/\b\d+ (requests|exchanges)\b/g, '123 $1'],
  [/\bAll \d+ (answers carry)\b/g, 'All 123 $1'],
  [/\b\d+ of \d+ (answers carry)\b/g, '45 of 123 $1'],
  [/(X-Conformance-Request: )[0-9a-f]{8}\/\d+/g, '$1run/89'],
  [/(spec \d+\.\d+\.\d+|requirement set: \d{4}-\d\d) \([0-9a-f]{16}\)/g, '$1 (0123456789abcdef)'],
  [/\b(signed answers: )\d+ of \d+/g, '$145 of 123'],
  [/\b(unsigned answers: )\d+/g, '$178'],
  [/\b\d+ of \d+ (passed checks without)/g, '12 of 34 $1'],
  [/\b(signed times of )\d+( answers)/g, '$145$2'],
  [/\b[0-9a-f]{64}\b/g, '0123456789abcdef'.repeat(4)],
  [/(exchanges {2})x\d+/g, '$1x12'],
  [/\brun [0-9a-f]{8}\b/g, 'run 01234567'],
  [/\b(key|yours|the target's)(\s+)[0-9a-f]{16}\b/g, '$1$20123456789abcdef'],
  [/(X-Conformance-Request: )[\w/]+/g, '$101234567/123'],
  [/^( {2}Date: ).*GMT$/gm, '$1…'],
  [/(signature=)[\w%+/=-]{40,}/g, '$1…'],
  [/‹([\w-]+):\w{8}›/g, '‹$1:01234567›'],
  // One that is broken over two lines.
  [/‹(\w+):\w{7}(?= |$)/gm, '‹$1:0123456'],
  [/ \w›/g, ' 7›'],
  // How wide a column is depends on what stood there.
  [/(7 ms|03:04:05Z) {2,}/g, '$1  '],
];

/** The text with a fixed word for every time, duration, port, id, key and directory. */
export function stable(text: string): string {
  return changing.reduce((so, [pattern, word]) => so.replace(pattern, word), text);
}
