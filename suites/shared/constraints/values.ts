/** Values from a list, dates and ranges: each documented one is accepted, those beyond are refused. */
import type { Probe } from '../../../engine/check/check.ts';
import type { CheckContext } from '../../../engine/check/context.ts';
import type { RefusalRule } from '../../../engine/check/finding.ts';
import { accepts, refuses } from '../../../engine/check/verbs/index.ts';
import { dateWithOffset, illegalDates, outsideEnum } from '../../../engine/request/values.ts';
import { observes } from '../observes.ts';
import { refusal, type Subject, setTo, violates } from './constraint-probe.ts';

/** A refusal that is no more than advice, but for a crash: the list may grow, or the page is silent. */
const advised: RefusalRule = {
  codes: ['PARAM_ILLEGAL'],
  accepted: 'advisory',
  otherCode: 'advisory',
  bare: 'advisory',
};

/** Each documented value is accepted, and others are not. */
export function enumProbes(s: Subject): Probe[] {
  const values = s.field.enum!;
  const outside = outsideEnum(s.field, s.rule.id);
  const noticedBy = { edit: [setTo(s, outside[0]!.value)], violates: violates(s) };
  const documented = values.map((value) =>
    accepts(`${s.name} ${value}`, { edit: [setTo(s, value)] }, { noticedBy, live: 'always', place: s.at }),
  );
  // Where the list may grow (a position), taking another value is right as well.
  const mayGrow = (s.rule.beyond?.basis ?? s.rule.basis) === 'position';
  const others = outside.map(({ what, value }) => refusal(s, `is ${what}`, [setTo(s, value)], mayGrow ? advised : {}));
  const spelled = values[0]!.toLowerCase();
  const lower = refuses(
    `${s.name} ${spelled}, in lower case`,
    { edit: [setTo(s, spelled)], violates: violates(s) },
    // The page writes capitals and says nothing about others: what a server makes of them is a fact.
    { codes: ['PARAM_ILLEGAL'], accepted: 'fact', otherCode: 'fact', bare: 'advisory', ambiguity: '6.30', place: s.at },
    { claim: `it is not treated as ${values[0]}` },
  );
  return [...others, ...documented, lower];
}

/** Dates in allowed spellings are accepted, what is not a date is refused. */
export function dateProbes(s: Subject): Probe[] {
  const good = (context: CheckContext) => context.identity.startedAt + (context.op.probing.times[s.name] ?? 0) * 60_000;
  const refusals = illegalDates(0).map(({ what }, i) =>
    refusal(s, `is ${what}`, (context) => [setTo(s, illegalDates(good(context))[i]!.value)]),
  );
  const offset = (zone: string) =>
    dateAccepted(s, `with ${zone}`, (context) => dateWithOffset(good(context), zone), false);
  const fraction = (context: CheckContext) => dateWithOffset(good(context), '+08:00').replace('+', '.123+');
  return [
    ...refusals,
    ...['+08:00', '+00:00', '+05:30', '-05:00'].map(offset),
    dateAccepted(s, 'in UTC, written Z', (context) => dateWithOffset(good(context), 'Z'), true),
    dateAccepted(s, 'with a fraction of a second', fraction, true),
  ];
}

/** A date in an allowed spelling is accepted; a spelling that the page does not show is only advised (`advice`). */
function dateAccepted(s: Subject, what: string, value: (context: CheckContext) => string, advice: boolean): Probe {
  return accepts(
    `${s.name} ${what}`,
    { edit: (context) => [setTo(s, value(context))] },
    {
      noticedBy: { edit: [setTo(s, 'not a date')], violates: violates(s) },
      live: advice ? 'if-needed' : 'always',
      place: s.at,
      advice,
    },
  );
}

/** Each number of the range is accepted, its neighbours beyond are refused, unusual spellings are observed. */
export function rangeProbes(s: Subject): Probe[] {
  const { min, max } = s.field.range!;
  // Words as short as the field allows, too: a longer one may be refused for its length alone.
  const words = 'ab'.slice(0, s.field.maxLength ?? 2);
  const outside = [String(min - 1), String(max + 1), '-1', words, '1.5', 'abc'];
  const odd = ['01', '+5', ' 5', '10.0', '1e1'];
  const inside = Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
  return [
    ...outside.map((value) => refusal(s, `is "${value}"`, [setTo(s, value)])),
    ...inside.map((value) =>
      accepts(`${s.name} "${value}"`, { edit: [setTo(s, value)] }, { live: 'always', place: s.at }),
    ),
    ...odd.map((value) =>
      observes(
        `${s.name} "${value}", which the page does not speak of`,
        { edit: [setTo(s, value)], skipSelfCheck: true },
        { place: s.at, profiles: ['gate', 'certify'] },
      ),
    ),
  ];
}
