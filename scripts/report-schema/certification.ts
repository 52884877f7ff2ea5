/** The parts of the schema of report.json that only a certification has. */
import type { Report, ReportReview, RestsOn, UnsignedChecks } from '../../engine/report.ts';
import { count, flag, listOf, object, oneOf, type Schema, text } from './terms.ts';

/** The frozen set of requirements. */
export const requirementSet: Schema = object<NonNullable<Report['requirementSet']>>(
  'The frozen requirement set of a certification; left out of other runs.',
  { name: text('Month of the documentation.'), digest: text('SHA-256 of its file, in hex.') },
);

const textOrNull = (description: string): Schema => ({ type: ['string', 'null'], description });

/** What people looked at. */
export const reviews: Schema = listOf(
  object<ReportReview>('One thing that a person looked at.', {
    requirement: textOrNull('Key of the requirement; null for a step of an acceptance.'),
    step: text('Name of the step; empty for a requirement.'),
    result: text('What was seen.'),
    reviewer: text('Who looked.'),
    on: text('Day, `2026-11-20`.'),
    file: textOrNull('A file that shows it, as the config names it; it is not part of the report.'),
    sha256: textOrNull('Digest of that file, in hex.'),
  }),
  'What no test over HTTP can see, and people looked at; left out where the config has none.',
);

/** What the verdict of a certification rests on. */
export const restsOn: Schema = object<RestsOn>(
  'What the verdict rests on, besides the word of who made the run; written by `certify` alone.',
  {
    of: oneOf(['answers', 'requests'] satisfies RestsOn['of'][], 'Messages of the subject.'),
    count: count('How many there are.'),
    signed: count('How many have a valid signature of the subject.'),
    subjectKey: text("SHA-256 of the subject's public key (SPKI) in hex; empty without a key."),
    privateMachine: flag('The address of the target is that of the machine on which the suite ran.'),
    unsigned: listOf(
      object<UnsignedChecks>('One row with a passed check that rests on unsigned messages.', {
        key: text('Key of the row.'),
        of: count('Checks of the row that passed on at least one message.'),
        alone: count('Of them, those without any signed message.'),
        partly: count('Of them, those with signed and unsigned messages.'),
      }),
      'Sorted by key.',
    ),
  },
);
