/** One judgement from many: one that broke it decides, and the one with the smallest request stands for all. */

import type { Exchange } from '../wire/exchange.ts';
import { jsonOf } from '../wire/json.ts';
import { type Finding, type FindingVerdict, notRun } from './finding.ts';

/** What shows it decides in this order. */
const gravest = ['broken', 'advised', 'kept', 'not-applicable'] as const satisfies readonly FindingVerdict[];

/** Causes are looked for in so many of the smallest. */
const sampleSize = 5;

/** Judgements of one kind: what is needed of them in the end, not all of them. */
interface Hits {
  count: number;
  smallest: Sized;
  /** The smallest of which a cause can be looked for, in order of size. */
  readonly sample: Sized[];
  readonly reach: Exchange[];
}

interface Sized {
  readonly judged: Finding;
  readonly size: number;
}

/** Counts judgements as they come; memory does not grow with those that are kept. */
export class Tally {
  private count = 0;
  private readonly hits = new Map<FindingVerdict, Hits>();

  add(judged: Finding): void {
    this.count += 1;
    const one: Sized = { judged, size: sizeOf(judged) };
    let hits = this.hits.get(judged.verdict);
    if (!hits) {
      hits = { count: 0, smallest: one, sample: [], reach: [] };
      this.hits.set(judged.verdict, hits);
    }
    hits.count += 1;
    // Of equal ones the first stands.
    if (one.size < hits.smallest.size) hits.smallest = one;
    if (judged.diagnose) {
      hits.sample.push(one);
      hits.sample.sort((a, b) => a.size - b.size).splice(sampleSize);
    }
    if (judged.verdict === 'broken' || judged.verdict === 'advised') hits.reach.push(...judged.exchanges);
  }

  judgement(): Finding {
    const shows = gravest.find((showing) => this.hits.has(showing));
    if (!shows) return notRun('no-evidence', 'no answer that shows it');
    const hits = this.hits.get(shows)!;
    const shown = representative(hits);
    const seen = `${hits.count} of ${this.count}`;
    if (shows === 'kept' || shows === 'not-applicable')
      return { ...shown, received: `${hits.count} answers`, seen, exchanges: [] };
    return { ...shown, seen, counterexample: jsonOf(shown.exchanges[0]!.request.body), allEvidence: hits.reach };
  }
}

/** The smallest; where a cause can be looked for, the smallest with the cause that most of a sample have. */
function representative({ smallest, sample }: Hits): Finding {
  const causes = sample.map(({ judged }) => judged.diagnose!()?.code ?? '');
  const count = (code: string) => causes.filter((other) => other === code).length;
  const index = causes.reduce((best, code, i) => (count(code) > count(causes[best]!) ? i : best), 0);
  return (sample[index] ?? smallest).judged;
}

/** Bytes of the request; a request of another method stands for others last. */
function sizeOf({ exchanges: [exchange] }: Finding): number {
  const { body, method } = exchange!.request;
  return body.length + (method === 'POST' ? 0 : 1e9);
}
