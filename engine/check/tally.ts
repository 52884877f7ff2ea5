/** One finding from many: one that violates decides, and the one with the smallest request stands for all. */
import type { Exchange } from '../wire/exchange.ts';
import { jsonOf } from '../wire/json.ts';
import { note } from './facts.ts';
import { type Finding, isAgainst, notRun, type Verdict } from './finding.ts';

/** What decides, in this order. */
const gravest = [
  'violated',
  'advisory',
  'satisfied',
  'inconclusive',
  'not-applicable',
] as const satisfies readonly Verdict[];

/** Causes are looked for in so many of the smallest. */
const sampleSize = 5;

/** Findings of one verdict: what is needed of them in the end, not all of them. */
interface Hits {
  count: number;
  smallest: Sized;
  /** The smallest of which a cause can be looked for, in order of size. */
  readonly sample: Sized[];
  readonly evidence: Exchange[];
}

interface Sized {
  readonly finding: Finding;
  readonly size: number;
}

/** Counts findings as they come; memory does not grow with those that are satisfied. */
export class Tally {
  private count = 0;
  private readonly hits = new Map<Verdict, Hits>();

  add(finding: Finding): void {
    this.count += 1;
    const one: Sized = { finding, size: sizeOf(finding) };
    let hits = this.hits.get(finding.verdict);
    if (!hits) {
      hits = { count: 0, smallest: one, sample: [], evidence: [] };
      this.hits.set(finding.verdict, hits);
    }
    hits.count += 1;
    // Of equal ones the first stands.
    if (one.size < hits.smallest.size) hits.smallest = one;
    if (finding.diagnose) {
      hits.sample.push(one);
      hits.sample.sort((a, b) => a.size - b.size).splice(sampleSize);
    }
    if (isAgainst(finding)) hits.evidence.push(...finding.exchanges);
  }

  /** The finding that stands for all. */
  finding(): Finding {
    const verdict = gravest.find((one) => this.hits.has(one));
    if (!verdict) return notRun('no-evidence', note('no-evidence'));
    const hits = this.hits.get(verdict)!;
    const shown = representative(hits);
    const seen = { count: hits.count, of: this.count };
    if (verdict === 'satisfied' || verdict === 'not-applicable')
      return { ...shown, received: { is: 'count', n: hits.count, of: 'answers' }, seen, exchanges: [] };
    return {
      ...shown,
      seen,
      ofMany: true,
      counterexample: jsonOf(shown.exchanges[0]!.request.body),
      allEvidence: hits.evidence,
    };
  }
}

/** The smallest; where a cause can be looked for, the smallest with the cause that most of a sample have. */
function representative({ smallest, sample }: Hits): Finding {
  const causes = sample.map(({ finding }) => finding.diagnose!()?.code ?? '');
  const count = (code: string) => causes.filter((other) => other === code).length;
  const index = causes.reduce((best, code, i) => (count(code) > count(causes[best]!) ? i : best), 0);
  return (sample[index] ?? smallest).finding;
}

/** Bytes of the request; a request of another method stands for others last. */
function sizeOf({ exchanges: [exchange] }: Finding): number {
  const { body, method } = exchange!.request;
  return body.length + (method === 'POST' ? 0 : 1e9);
}
