/** Odd characters in texts: legal JSON on which the documents are silent. */

/** Odd characters, by what they are. */
export const hostile = {
  NUL: '\u0000',
  'control characters': '\u0001\u001b[31m\u007f',
  'spaces around': '  x  ',
  'a lone surrogate': '\ud800',
  'bidirectional marks': '\u202eabc\u202c',
  'zero-width characters': 'a\u200b\u200db',
  'an astral character': '\u{1f4b3}',
  markup: '<script>alert(1)</script>',
  'an SQL quote': "' OR '1'='1",
} as const;
