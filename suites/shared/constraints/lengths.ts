/** Lengths: the longest value is accepted, one character more is refused, and ids are compared with shorter ones that nobody knows. */

import { type Probe, probe } from '../../../engine/check/check.ts';
import type { Trial } from '../../../engine/drive/operation-client.ts';
import { madeUp, paddedTo, wideText } from '../../../engine/request/values.ts';
import { comparedLengths, nobody, provenAccepted } from '../acceptance-proof.ts';
import { breaks, onBothBases, refusal, type Subject, setTo } from './constraint-probe.ts';

function tooLong(s: Subject): Probe[] {
  const max = s.field.maxLength!;
  return onBothBases(s, `is the good value padded to ${max + 1} characters`, (t) => [
    setTo(s, paddedTo(t.baseText(s.field.path), max + 1)),
  ]);
}

/** Lengths of a text that names nobody. */
export function plainLengths(s: Subject): Probe[] {
  const max = s.field.maxLength!;
  const exact = (value: (t: Trial) => string, what: string) => {
    const title = `${s.name} of ${max} ${what}: it is accepted`;
    return probe(
      title,
      (trial) =>
        provenAccepted(trial, {
          ask: { base: 'full', edits: [setTo(s, value(trial))] },
          title,
          breaking: {
            base: 'full',
            edits: [setTo(s, paddedTo(trial.baseText(s.field.path), max + 1))],
            violates: breaks(s),
          },
          noticed: 'PARAM_ILLEGAL',
          live: 'if-needed',
          field: s.at,
        }),
      { phase: 'acceptance' },
    );
  };
  const wide = s.field.freeText
    ? [
        exact(() => wideText(max), 'characters that are not ASCII'),
        refusal(s, 'full', `is ${max + 1} characters that are not ASCII`, () => [setTo(s, wideText(max + 1))]),
      ]
    : [];
  // A fixed length (an enum of lengths, a country code) has no longer valid value than its own.
  const atMaximum = s.field.pattern ? [] : [exact((t) => paddedTo(t.baseText(s.field.path), max), 'characters')];
  return [...tooLong(s), ...atMaximum, ...wide];
}

/** Lengths of an id: what is too long may also be unknown. */
export function identityLengths(s: Subject): Probe[] {
  const max = s.field.maxLength!;
  const { shortLength } = s.field.identity!;
  const unknown = (trial: Trial, length: number) =>
    setTo(s, madeUp(`${s.rule.id}/${trial.run.settings.seed}`, length, trial.baseText(s.field.path)));
  const compare = probe(
    `an unknown ${s.name} of ${max} characters is answered like one of ${shortLength}`,
    async (trial) => {
      const who = await whoForLengths(trial, s);
      const pays = who === 'fixture';
      // On the required fields alone a finding shows with the fewest fields around it.
      const base = trial.controls.minimal ? 'minimal' : 'full';
      const short = await trial.ask(
        { base, user: who, edits: [unknown(trial, shortLength)], mayReachPerson: pays },
        `an unknown ${s.name} of ${shortLength} characters`,
      );
      const long = await trial.ask(
        { base, user: who, edits: [unknown(trial, max)], mayReachPerson: pays },
        `an unknown ${s.name} of ${max} characters`,
      );
      return comparedLengths(short, long, s.at);
    },
    { phase: 'acceptance' },
  );
  const beyond = onBothBases(s, `is unknown and of ${max + 1} characters`, (t) => [unknown(t, max + 1)]);
  return [...beyond, ...tooLong(s), compare];
}

/** Where an unknown id is compared: on the made-up user if the target looks at this field there; else on a fixture. */
async function whoForLengths(trial: Trial, s: Subject): Promise<'nobody' | 'fixture'> {
  if (!trial.pool.costs || s.field.path[0] === trial.op.probing.nobody) return 'fixture';
  if (trial.controls.nobody?.answer.kind !== 'F') return 'fixture';
  const value = paddedTo(trial.baseText(s.field.path), s.field.maxLength! + 1);
  const ask = nobody({ base: 'full', edits: [setTo(s, value)], violates: breaks(s) });
  const noticed = await trial.ask(ask, `${s.name} is too long, for a made-up user`);
  return noticed.answer.code === 'PARAM_ILLEGAL' ? 'nobody' : 'fixture';
}
