/** What a caller believes: a rightly signed S and no other, as far as the trigger's outcome or its further calls show it. */
import type { Finding } from '../../engine/check/finding.ts';
import { rightKinds, untrustedKinds } from './actions.ts';
import { cameInTime, type Play, type Recorded } from './caller-record.ts';
import { type CallerCheck, type CallerProof, judged, playsOf, steadily, unjudged } from './proofs.ts';

const untold = 'the trigger tells no outcome, and the caller made no further call';

/** G-26. */
export const trust: CallerProof = (record) => {
  if (record.settings.signing.mode === 'off') {
    const title = 'only a rightly signed S is taken for a success';
    return [{ title, judged: unjudged('not-run', 'signing-off', title, 'signing is off') }];
  }
  return [...untrusted(record), ...believed(record)];
};

function untrusted(record: Recorded): CallerCheck[] {
  return untrustedKinds.flatMap((id) => {
    const plays = playsOf(record, [id]);
    const [first] = plays;
    if (!first) return [];
    const title = `${answerOf(first)}: it is not taken for a success`;
    // Belief is a fact, not weather: one playing is enough.
    const all = plays.map((play) => disbelief(play));
    const found = all.find(({ verdict: shows }) => shows === 'broken' || shows === 'advised') ?? all[0]!;
    return [check(title, found)];
  });
}

function disbelief(play: Play): Finding {
  const { turns, outcome, triggerFault, action } = play;
  const expected = 'no success';
  const doubtful = turns.filter(({ got }) => got === 'untrusted' || got === 'foreign');
  const exchanges = [...doubtful.slice(0, 1).map(({ exchange }) => exchange), play.trigger];
  if (doubtful.length === 0)
    return unjudged(
      'inconclusive',
      triggerFault ? 'trigger' : 'no-evidence',
      expected,
      triggerFault ?? 'the caller called nobody',
      exchanges,
    );
  const sent = new Set(doubtful.flatMap(({ codes }) => codes));
  const shown = outcome?.codes?.some((code) => sent.has(code)) ?? false;
  // Whose Client-Id an answer has to carry is not written down anywhere.
  const position = action.id === 'whollyOtherClient';
  if (outcome?.outcome === 'success' || shown) {
    const received = shown ? 'its codes were shown' : 'outcome success';
    return judged(position ? 'advised' : 'broken', position ? 'advice' : 'broken', expected, received, exchanges);
  }
  if (outcome || turns.length > doubtful.length || doubtful.length > 1)
    return judged('kept', '', expected, '', exchanges);
  return triggerFault
    ? unjudged('inconclusive', 'trigger', expected, triggerFault, exchanges)
    : unseen(expected, exchanges);
}

function believed(record: Recorded): CallerCheck[] {
  const valid = record.plays.filter(({ action }) => action.id.startsWith('valid-')).map(({ action }) => action.id);
  const ids = [...new Set(valid), ...rightKinds.slice(1)];
  return ids.flatMap((id) => {
    const plays = playsOf(record, [id]);
    const [first] = plays;
    return first
      ? [
          check(
            `${answerOf(first)}: it is taken for a success`,
            steadily(plays, (play) => belief(play, record)),
          ),
        ]
      : [];
  });
}

function belief(play: Play, record: Recorded): Finding {
  const { turns, outcome, triggerFault, trigger } = play;
  const expected = 'outcome success';
  const success = turns.find(({ got }) => got === 'S');
  const exchanges = [...turns.slice(0, 2).map(({ exchange }) => exchange), trigger];
  if (triggerFault !== null) return unjudged('inconclusive', 'trigger', expected, triggerFault, exchanges);
  if (!success) return unjudged('inconclusive', 'no-evidence', expected, 'no S reached the caller', exchanges);
  if (!outcome) {
    const again = turns.length > 1 && turns.every(({ got }) => got === 'S');
    return again
      ? judged('broken', 'broken', expected, 'the same request again', exchanges)
      : unseen(expected, exchanges);
  }
  // An answer that took the machine so long may have come to nobody.
  if (outcome.outcome !== 'success' && !turns.some((turn) => turn.got === 'S' && cameInTime(turn, record))) {
    return unjudged(
      'inconclusive',
      'unstable',
      expected,
      'S came so late that the caller may have given up',
      exchanges,
    );
  }
  if (outcome.outcome !== 'success')
    return judged('broken', 'broken', expected, `outcome ${outcome.outcome}`, exchanges);
  const sent = new Set(turns.flatMap(({ codes }) => codes));
  const strange = outcome.codes?.some((code) => !sent.has(code)) ?? false;
  if (strange) return judged('advised', 'advice', 'the codes that were sent', 'codes that were not sent', exchanges);
  return judged('kept', '', expected, '', exchanges);
}

/** GPC-12, the other half: F and U are not taken for a success. */
export const resultsBelieved: CallerProof = (record) => {
  const ends = record.plays.filter(({ turns }) => {
    const last = turns.at(-1)?.got;
    return last === 'F' || last === 'U';
  });
  const ids = [...new Set(ends.map(({ action }) => action.id))];
  return ids.flatMap((id) => {
    const plays = ends.filter(({ action, outcome }) => action.id === id && outcome !== null);
    const [first] = plays;
    return first ? [check(`${answerOf(first)}: the outcome is no success`, steadily(plays, ending))] : [];
  });
};

function ending(play: Play): Finding {
  const { turns, outcome, trigger } = play;
  const last = turns.at(-1)!;
  const expected = last.got === 'F' ? 'outcome failed' : 'outcome unknown, or failed';
  const exchanges = [last.exchange, trigger];
  const received = `outcome ${outcome!.outcome} after ${last.got}/${last.answer.code}`;
  if (outcome!.outcome === 'success') return judged('broken', 'broken', expected, received, exchanges);
  if (last.got === 'F' && outcome!.outcome === 'unknown')
    return judged('advised', 'advice', expected, received, exchanges);
  return judged('kept', '', expected, '', exchanges);
}

const answerOf = ({ action }: Play): string => action.title;

function unseen(expected: string, exchanges: Finding['exchanges']): Finding {
  return { ...unjudged('not-run', 'not-observable', expected, untold), exchanges };
}

/** Marks what no wire test can see, so that it does not look like a probe that was forgotten. */
function check(title: string, found: Finding): CallerCheck {
  return { title, judged: found, ...(found.reason === 'not-observable' ? { unseen: true } : {}) };
}
