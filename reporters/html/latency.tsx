/** Latency per API as small plots on one logarithmic scale, in the order in which the requests were sent. */
import type { Report } from '../../engine/report.ts';
import { thousands } from '../escape.ts';
import { operationsOf } from './matrix.tsx';
import { BreakableName } from './parts.tsx';

const size = { width: 320, height: 64 };
/** Columns a plot has at most; with more answers each column shows the span of several. */
const mostColumns = 160;

interface Scale {
  lowest: number;
  highest: number;
}

/** One plot per API that answered; nothing where none did. */
export function Latency({ report }: { report: Report }) {
  const measured = [...new Set([...operationsOf(report), ...Object.keys(report.latencyMs)])].flatMap((operation) => {
    const values = (report.latencyMs[operation] ?? []).filter((value) => Number.isFinite(value) && value >= 0);
    return values.length > 0 ? [{ operation, values }] : [];
  });
  if (measured.length === 0) return null;
  const scale = scaleOf(measured.flatMap(({ values }) => [lowestOf(values), highestOf(values)]));
  return (
    <section aria-labelledby="latency" class="latency">
      <h2 id="latency">Response times</h2>
      {measured.map(({ operation, values }) => (
        <Plot operation={operation} values={values} scale={scale} />
      ))}
      <p class="legend">Answered requests in the order they were sent; the line is the median; logarithmic scale.</p>
    </section>
  );
}

function Plot({ operation, values, scale }: { operation: string; values: number[]; scale: Scale }) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  const facts = `median ${time(at(0.5))}, 95 % within ${time(at(0.95))}, slowest ${time(sorted.at(-1)!)}, ${thousands(values.length)} answers`;
  const median = height(at(0.5), scale).toFixed(1);
  return (
    <figure>
      <figcaption>
        <strong>
          <BreakableName name={operation} />
        </strong>{' '}
        {facts}
      </figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true" focusable="false">
        {decades(scale).map((decade) => (
          <>
            <path class="grid" d={`M0 ${height(decade, scale).toFixed(1)}H${size.width - 34}`} />
            <text x={size.width} y={(height(decade, scale) + 3).toFixed(1)} text-anchor="end">
              {time(decade)}
            </text>
          </>
        ))}
        <path class="median" d={`M0 ${median}H${size.width - 34}`} />
        <path class="spans" d={spans(values, scale)} />
      </svg>
    </figure>
  );
}

/** One short stroke per column, from its fastest to its slowest answer. */
function spans(values: number[], scale: Scale): string {
  const each = Math.ceil(values.length / mostColumns);
  const columns = Math.ceil(values.length / each);
  const step = (size.width - 40) / Math.max(columns, 24);
  const strokes: string[] = [];
  for (let column = 0; column < columns; column += 1) {
    const part = values.slice(column * each, (column + 1) * each);
    const x = (2 + column * step).toFixed(1);
    strokes.push(
      `M${x} ${(height(lowestOf(part), scale) + 0.8).toFixed(1)}V${(height(highestOf(part), scale) - 0.8).toFixed(1)}`,
    );
  }
  return strokes.join('');
}

function scaleOf(values: number[]): Scale {
  const lowest = 10 ** Math.floor(Math.log10(Math.max(0.1, lowestOf(values))));
  const highest = 10 ** Math.ceil(Math.log10(Math.max(lowest * 10, highestOf(values))));
  return { lowest, highest };
}

function height(value: number, { lowest, highest }: Scale): number {
  const share = Math.log(Math.max(value, lowest) / lowest) / Math.log(highest / lowest);
  return size.height - 6 - share * (size.height - 12);
}

function decades({ lowest, highest }: Scale): number[] {
  const list: number[] = [];
  for (let decade = lowest; decade <= highest * 1.01; decade *= 10) list.push(decade);
  return list;
}

function time(milliseconds: number): string {
  if (milliseconds >= 1000) return `${Number((milliseconds / 1000).toPrecision(2))} s`;
  return `${Number(milliseconds.toPrecision(2))} ms`;
}

function lowestOf(values: number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function highestOf(values: number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}
