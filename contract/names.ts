/** The closed lists of names that a spec may use; the types are made from them. */

/** What a rule is about; `optional` is "omitted and null are alike". */
export const keywords = [
  'required',
  'null',
  'empty',
  'type',
  'maxLength',
  'minLength',
  'enum',
  'format',
  'range',
  'optional',
] as const;

/** What a requirement rests on: a page says it, it follows from a page, it is the suite's own reading, or a page says it that is not public. */
export const bases = ['normative', 'derived', 'position', 'partner'] as const;

/** What a catalogue row is about. */
export const kinds = ['signature', 'http', 'result', 'encoding', 'behaviour'] as const;

/**
 * What it means when a requirement is broken, worst first: the subject acts on forged input, accepts what it must not, loses or
 * doubles an effect, gives a wrong result, or writes a wrong form.
 */
export const harms = ['forged', 'accepts-forbidden', 'effect', 'wrong-result', 'wrong-form'] as const;

/** Who a requirement binds. */
export const parties = ['mpp-server', 'alipayplus-server', 'mpp-caller', 'alipayplus-caller'] as const;

/** The two sides of an API. */
export const sides = ['mpp', 'alipayplus'] as const;

/** What an identity field names. */
export const identityKinds = ['user', 'partner', 'token', 'wallet', 'device', 'account'] as const;
