/** Values from a list, dates and ranges: each documented one is accepted, those beyond are refused. */

import { type Probe, probe } from '../../../engine/check/check.ts';
import { advised, broken, type Finding, kept } from '../../../engine/check/finding.ts';
import type { Trial } from '../../../engine/drive/operation-client.ts';
import type { RequestSpec } from '../../../engine/request/request-spec.ts';
import { dateWithOffset, illegalDates, outsideEnum } from '../../../engine/request/values.ts';
import { provenAccepted } from '../acceptance-proof.ts';
import { breaks, observed, refusal, type Subject, setTo, smallest } from './constraint-probe.ts';

/** Each documented word is accepted, and strangers are not. */
export function enumProbes(s: Subject): Probe[] {
  const outside = outsideEnum(s.field, s.rule.id);
  const documented = s.field.enum!.map((value) => {
    const title = `${s.name} ${value} is accepted`;
    return probe(
      title,
      (trial) =>
        provenAccepted(trial, {
          ask: { base: 'full', edits: [setTo(s, value)] },
          title,
          breaking: { base: 'full', edits: [setTo(s, outside[0]!.value)], violates: breaks(s) },
          noticed: 'PARAM_ILLEGAL',
          live: 'always',
          field: s.at,
        }),
      { phase: 'acceptance' },
    );
  });
  const strangers = outside.map(({ what, value }) => strangerValue(s, what, value));
  const spelled = s.field.enum![0]!.toLowerCase();
  const lower = probe(`${s.name} ${spelled}, in lower case, is not taken for ${s.field.enum![0]}`, async (trial) => {
    const ask: RequestSpec = { base: 'full', edits: [setTo(s, spelled)], violates: breaks(s) };
    const settled = await trial.ask(ask, `${s.name} ${spelled}`);
    if (settled.answer.kind === 'crash') return broken(settled, 'F/PARAM_ILLEGAL', { field: s.at });
    return settled.answer.code === 'PARAM_ILLEGAL'
      ? kept(settled, 'F/PARAM_ILLEGAL')
      : advised(settled, 'F/PARAM_ILLEGAL', { field: s.at });
  });
  return [...strangers, ...documented, lower];
}

/** A value outside an enum. Where the list may grow (a position), taking it is fine advice, refusing it too; only a crash is broken. */
function strangerValue(s: Subject, what: string, value: string): Probe {
  if ((s.rule.beyond?.basis ?? s.rule.basis) !== 'position')
    return refusal(s, 'full', `is ${what}`, () => [setTo(s, value)]);
  const title = `${s.name} is ${what}: it is refused as illegal`;
  return probe(title, (trial) =>
    smallest(trial, { base: 'full', edits: [setTo(s, value)], violates: breaks(s) }, title, (settled) => {
      const expected = 'F/PARAM_ILLEGAL';
      if (settled.answer.kind === 'crash') return broken(settled, expected, { field: s.at });
      return settled.answer.code === 'PARAM_ILLEGAL'
        ? kept(settled, expected)
        : advised(settled, expected, { field: s.at });
    }),
  );
}

/** Dates in legal spellings are accepted, what is no date is refused. */
export function dateProbes(s: Subject): Probe[] {
  const good = (trial: Trial) => trial.run.startedAt + (trial.op.probing.times[s.name] ?? 0) * 60_000;
  const illegal = (trial: Trial) => illegalDates(good(trial));
  const refusals = illegalDates(0).map(({ what }, i) =>
    refusal(s, 'full', `is ${what}`, (trial) => [setTo(s, illegal(trial)[i]!.value)]),
  );
  const offset = (zone: string) => dateAccepted(s, `with ${zone}`, (trial) => dateWithOffset(good(trial), zone), false);
  const fraction = (trial: Trial) => dateWithOffset(good(trial), '+08:00').replace('+', '.123+');
  return [
    ...refusals,
    ...['+08:00', '+00:00', '+05:30', '-05:00'].map(offset),
    dateAccepted(s, 'in UTC, written Z', (trial) => dateWithOffset(good(trial), 'Z'), true),
    dateAccepted(s, 'with a fraction of a second', fraction, true),
  ];
}

/** A date in a legal spelling is accepted; a spelling the page does not show (`advice`) only advises. */
function dateAccepted(s: Subject, what: string, value: (trial: Trial) => string, advice: boolean): Probe {
  const title = `${s.name} ${what} is accepted`;
  const prove = async (trial: Trial): Promise<Finding> => {
    const judged = await provenAccepted(trial, {
      ask: { base: 'full', edits: [setTo(s, value(trial))] },
      title,
      breaking: { base: 'full', edits: [setTo(s, 'not a date')], violates: breaks(s) },
      noticed: 'PARAM_ILLEGAL',
      live: advice ? 'if-needed' : 'always',
      field: s.at,
    });
    return advice && judged.verdict === 'broken' ? { ...judged, verdict: 'advised', reason: 'advice' } : judged;
  };
  return probe(title, prove, { phase: 'acceptance' });
}

/** Each number of the range is accepted, its neighbours beyond are refused, odd spellings are observed. */
export function rangeProbes(s: Subject): Probe[] {
  const { min, max } = s.field.range!;
  // Words as short as the field allows, too: a longer one may be refused for its length alone.
  const words = 'ab'.slice(0, s.field.maxLength ?? 2);
  const outside = [String(min - 1), String(max + 1), '-1', words, '1.5', 'abc'];
  const odd = ['01', '+5', ' 5', '10.0', '1e1'];
  const inside = Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
  return [
    ...outside.map((value) => refusal(s, 'full', `is "${value}"`, () => [setTo(s, value)])),
    ...inside.map((value) => {
      const title = `${s.name} "${value}" is accepted`;
      const claim = {
        ask: { base: 'full', edits: [setTo(s, value)] },
        title,
        breaking: null,
        noticed: '',
        live: 'always',
        field: s.at,
      } as const;
      return probe(title, (trial) => provenAccepted(trial, claim), { phase: 'acceptance' });
    }),
    ...odd.map((value) =>
      probe(
        `${s.name} "${value}", which the page leaves open, is answered`,
        async (trial) =>
          observed(
            await trial.ask({ base: 'full', edits: [setTo(s, value)], skipSelfCheck: true }, `${s.name} "${value}"`),
            s.at,
          ),
        { phase: 'observation', profiles: ['gate', 'certify'] },
      ),
    ),
  ];
}
