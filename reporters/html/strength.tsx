/** The section of the HTML report about how hard the run tried. */
import type { Report } from '../../engine/report.ts';
import { thousands } from '../escape.ts';
import { casesWords, strengthWords, triedWith } from '../strength-lines.ts';
import { Words } from './parts.tsx';

/** Values per constraint and random cases per property; nothing where the suite sent nothing. */
export function HowHard({ report }: { report: Report }) {
  const { strength } = report;
  if (!strength) return null;
  // A report of every day names what was tried on one side alone; a certification all of it.
  const isWhole = report.run.profile === 'certify';
  const shown = strength.constraints.filter((one) => isWhole || triedWith(one) !== '');
  return (
    <section aria-labelledby="strength">
      <h2 id="strength">How hard it was tried</h2>
      <p>{strengthWords(strength)}</p>
      <p class="legend">
        Different values that were answered. Random cases are drawn by the generator of this suite: a share of them says
        nothing about other inputs, and is no guarantee.
      </p>
      <details>
        <summary>Constraints and properties</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              <th scope="col">Legal</th>
              <th scope="col">Illegal</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr>
                <th scope="row">{one.key}</th>
                <td>{thousands(one.legal)}</td>
                <td>{thousands(one.illegal)}</td>
                <td>{triedWith(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {isWhole ? null : (
          <p class="legend">
            The other constraints were tried with legal and illegal values: report.json has the counts.
          </p>
        )}
        <ul>
          {strength.properties.map((one) => (
            <li>
              {one.key}: <Words text={one.title} />: {casesWords(one)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
