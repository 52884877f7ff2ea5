/** The certificate: what the verdict of a certification is, and what it rests on; on paper it is the first page, with the run below it. */
import type { Report } from '../../engine/report.ts';
import { conditions, foundations, type Statement } from '../certificate.ts';
import { Fact, Words } from './parts.tsx';

/** Nothing where the run was no certification. */
export function Certificate({ report }: { report: Report }) {
  if (!report.restsOn) return null;
  return (
    <section aria-labelledby="certificate" class="certificate">
      <h2 id="certificate">What the verdict is</h2>
      <Statements of={conditions(report)} />
      <h2 id="rests-on">What it rests on</h2>
      <Statements of={foundations(report)} />
    </section>
  );
}

function Statements({ of }: { of: readonly Statement[] }) {
  return (
    <dl class="facts title-block">
      {of.map(({ name, lines }) => (
        <Fact name={`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`}>
          {lines.map((line, at) => (
            <>
              {at > 0 ? <br /> : null}
              <Words text={line} limit={800} />
            </>
          ))}
        </Fact>
      ))}
    </dl>
  );
}
