/** The keys of the config that people write for other people: what is under test, what is declared and what is waived. */
import { group, type Schema, text } from './terms.ts';

/** Key `subject`: what is under test. */
export function subject(): Schema {
  return group('What is under test, in the words of its owner; printed in the report.', {
    organisation: text('Company that owns it.'),
    product: text('Name of the product.'),
    version: text('Version or build.'),
    environment: text('Where it runs, such as UAT.'),
    contact: text('Whom to ask.'),
  });
}

/** Texts that a person writes for other people. */
const reason = (description: string): Schema => text(description, { pattern: '\\S' });

/** Key `declared`: what cannot occur at the target. */
export function declared(): Schema {
  return {
    type: 'array',
    items: group(
      'One requirement that cannot occur at this target, such as a code that the product never returns.',
      {
        requirement: text('Key of the requirement’s row.', { examples: ['sendOTP/OTP-12'] }),
        reason: reason('Why it cannot occur.'),
        owner: reason('Who answers for it.'),
      },
      { required: ['requirement', 'reason', 'owner'] },
    ),
    description: 'Requirements that cannot occur at this target, each with reason and owner.',
  };
}

/** Key `waivers`: what may fail until a day. */
export function waivers(): Schema {
  const one = group(
    'One requirement that is known to be broken and accepted until a day.',
    {
      requirement: text('Key of the requirement’s row.', { examples: ['sendOTP/OTP-12'] }),
      reason: reason('Why it is accepted.'),
      owner: reason('Who answers for it.'),
      until: text('Last day on which it holds, at most a year ahead.', {
        pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
        examples: ['2027-01-31'],
      }),
    },
    { required: ['requirement', 'reason', 'owner', 'until'] },
  );
  return {
    type: 'array',
    items: one,
    description: 'Requirements that may fail until a day, each with reason and owner.',
  };
}
