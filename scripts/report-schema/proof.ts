/** The part of the schema of report.json about the proof of a run and how hard it tried. */
import type { ProofGap, ProofSection, Strength } from '../../engine/report.ts';
import { amount, count, listOf, mapOf, object, text } from './terms.ts';

export const strength = object<Strength>('How hard the run tried; left out where the suite sent nothing itself.', {
  controls: mapOf(count('Requests.'), 'Accepted good requests per operation.'),
  constraints: listOf(
    object<Strength['constraints'][number]>('One constraint of a request field.', {
      key: text('Key of its row.'),
      legal: count('Different values of the field in answered requests that break nothing.'),
      illegal: count('Different values of the field in answered requests that break this constraint.'),
    }),
    'What each constraint was tried with.',
  ),
  properties: listOf(
    object<Strength['properties'][number]>('One property that was tried with random cases.', {
      key: text('Key of its row.'),
      title: text('What happens, in the present tense.'),
      cases: count('Random cases that were answered.'),
      failed: count('Cases that failed; the first one ends the search.'),
      atMost: {
        anyOf: [amount('Share.'), { type: 'null' }],
        description:
          'Where no case failed: the share of cases of this generator that fails at most, with a confidence of 95 %; null where a case failed or the cases were too few. No guarantee, and nothing about other inputs.',
      },
    }),
    'Random cases.',
  ),
});

export const proof = object<ProofSection>(
  'Which faults of the subject this configuration would notice: the run judged again with one fault at a time; left out where that was not done.',
  {
    faults: count('Faults that were tried.'),
    noticed: count('Faults that would be noticed.'),
    failed: count('Of these, faults that fail a row.'),
    ended: count('Of these, faults that fail no row and end the run with another exit code than 0.'),
    warned: count('Of these, faults that only warn.'),
    gaps: listOf(
      object<ProofGap>('Faults that would not be noticed, for one reason.', {
        says: text('Why they stay unnoticed.'),
        faults: listOf(text('What the subject could do wrong.'), 'The faults.'),
        rows: listOf(text('Key of a row.'), 'The rows that would judge them.'),
        config: text('The YAML that closes the gap; empty where no line of the config does.'),
      }),
      'What stays unnoticed, the largest gap first.',
    ),
  },
);
