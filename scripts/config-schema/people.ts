/** The keys of the config that people write for other people: what is under test, what was looked at, what is declared and what is waived. */
import { group, type Schema, text } from './terms.ts';

/** Key `subject`: what is under test. */
export function subject(): Schema {
  return group('Description of the system under test; printed in the report.', {
    organisation: text('Company that owns the system.'),
    product: text('Name of the product.'),
    version: text('Version or build.'),
    environment: text('Environment, such as UAT.'),
    contact: text('Contact for questions.'),
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
        requirement: text('Key of the requirement.', { examples: ['sendOTP/OTP-12'] }),
        reason: reason('Why it cannot occur.'),
        owner: reason('Person or team that is responsible.'),
      },
      { required: ['requirement', 'reason', 'owner'] },
    ),
    description: 'Requirements that cannot occur at this target, each with reason and owner.',
  };
}

/** Key `reviews`: what people looked at. */
export function reviews(): Schema {
  const one = group(
    'Something that a person looked at, because no test over HTTP can see it.',
    {
      requirement: text('Key or id of a requirement that is not observable.', { examples: ['GPC-15', 'OTP-14'] }),
      step: text('Name of a step of an acceptance, instead of a requirement.'),
      result: reason('What was seen.'),
      reviewer: reason('Person who looked.'),
      on: text('Day of the review.', {
        pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
        examples: ['2026-11-20'],
      }),
      file: text('A file that shows it, such as a screenshot; its SHA-256 goes into the report, the file does not.'),
    },
    { required: ['result', 'reviewer', 'on'] },
  );
  return {
    type: 'array',
    items: one,
    description:
      'What people looked at, because no test over HTTP can see it: who, when, and the digest of a file. Changes no outcome.',
  };
}

/** Key `waivers`: what may fail until a day. */
export function waivers(): Schema {
  const one = group(
    'One requirement whose failure is accepted until a date.',
    {
      requirement: text('Key of the requirement.', { examples: ['sendOTP/OTP-12'] }),
      reason: reason('Why it is accepted.'),
      owner: reason('Person or team that is responsible.'),
      until: text('Last day of the waiver, at most a year ahead.', {
        pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
        examples: ['2027-01-31'],
      }),
    },
    { required: ['requirement', 'reason', 'owner', 'until'] },
  );
  return {
    type: 'array',
    items: one,
    description: 'Requirements whose failure is accepted until a date, each with reason and owner.',
  };
}
