/** Odd characters in texts: legal JSON on which the documents are silent. */

/** Odd characters, by what they are. */
export const hostile = {
  NUL: '\u0000',
  'control characters': '\u0001\u001b[31m\u007f',
  'spaces around': '  x  ',
  'a lone surrogate': '\ud800',
  'bidirectional marks and zero-width characters': '\u202ea\u200b\u200dbc\u202c',
  'an astral character': '\u{1f4b3}',
  'markup and an SQL quote': "<script>alert(1)</script>' OR '1'='1",
} as const;
