/** The run and the system under test as a title block, with lines to fill in by hand on paper. */
import type { Report } from '../../engine/report.ts';
import { oneLine, quote, thousands } from '../escape.ts';
import { duration } from '../findings.ts';
import { addressOf, runKind, selectedApis, selectionOf, verdictHeadline } from '../verdict.ts';
import { Fact, type Page, WebLink, Words } from './parts.tsx';

const roles: Record<Report['target']['role'], string> = {
  mpp: 'an MPP server; the suite acts as Alipay+',
  alipayplus: 'Alipay+; the suite acts as an MPP',
  'mpp-client': 'an MPP caller; the suite acts as Alipay+',
};

/** The user's specs of further APIs, each with its digest. */
function OwnSpecs({ spec }: Pick<Report, 'spec'>) {
  return (
    <>
      {(spec.own ?? []).map(({ file, digest, apis }) => (
        <Fact name="Own spec">
          <Words text={`${file} (${apis.join(', ')})`} limit={400} />{' '}
          <span class="digest on-screen">{quote(digest.slice(0, 16), 20)}…</span>
          <span class="digest on-paper">{quote(digest, 100)}</span>
        </Fact>
      ))}
    </>
  );
}

/** What was run against what. */
export function RunFacts({ page }: { page: Page }) {
  return (
    <section aria-labelledby="run">
      <h2 id="run">Run and system under test</h2>
      <TitleBlock page={page} />
    </section>
  );
}

/** What the config says of the system under test, or a place to write it by hand. */
function Named({ name, value }: { name: string; value: string | undefined }) {
  return value ? (
    <Fact name={name}>
      <Words text={value} limit={200} />
    </Fact>
  ) : (
    <Blank name={name} />
  );
}

/** Where the messages were: an address, or recorded traffic. */
function Address({ report }: { report: Report }) {
  const { target, traffic } = report;
  if (traffic)
    return (
      <Fact name="Traffic">
        <Words text={addressOf(report)} limit={400} />
      </Fact>
    );
  return <Fact name="Address">{target.embedded ? 'built-in reference' : <WebLink address={target.url} />}</Fact>;
}

function TitleBlock({ page }: { page: Page }) {
  const { report } = page;
  const { run, suite, spec, target } = report;
  const selection = selectionOf(report);
  const { profile, seed } = runKind(report);
  return (
    <dl class="facts title-block">
      {target.subject?.organisation && <Named name="Organisation" value={target.subject.organisation} />}
      <Named name="Product" value={target.subject?.product} />
      <Named name="Product version" value={target.subject?.version} />
      <Fact name="Under test">{roles[target.role]}</Fact>
      <Address report={report} />
      {target.subject?.environment && <Named name="Environment" value={target.subject.environment} />}
      {target.subject?.contact && <Named name="Contact" value={target.subject.contact} />}
      <Fact name="APIs">
        {selectedApis(report)
          .map((api) => quote(api, 80))
          .join(', ')}
      </Fact>
      <Fact name="Specification">
        <Words text={spec.version} limit={80} />{' '}
        <span class="digest on-screen">{quote(spec.digest.slice(0, 16), 20)}…</span>
        <span class="digest on-paper">{quote(spec.digest, 100)}</span>
      </Fact>
      <OwnSpecs spec={spec} />
      <Fact name="Suite">
        <Words text={`${suite.name} ${suite.version}`} limit={120} />
      </Fact>
      <Fact name="Profile">
        {[profile, run.strict && 'strict', selection && `${selection} requirements`, run.interrupted && 'interrupted']
          .filter(Boolean)
          .join(', ')}
      </Fact>
      <Fact name="Seed" when={seed !== null}>
        {seed}
      </Fact>
      <Fact name="Nonce" when={run.nonce !== null}>
        <Words text={run.nonce ?? ''} limit={120} />
        {run.attempt ? `, attempt ${run.attempt}` : ''}
      </Fact>
      <Fact name="Signing">{run.signing === 'required' ? 'required, both ways' : 'off'}</Fact>
      <Fact name="Time">
        <Words text={when(run.startedAt)} limit={60} />, <span class="whole">{duration(run.durationMs)}</span>
      </Fact>
      <Fact name="Run">
        <Words text={run.id} limit={80} />: {thousands(run.requests)} requests, peak {thousands(run.peakMemoryMb)} MB
      </Fact>
      <Fact name="Verdict">
        <strong>
          <Words text={verdictHeadline(report)} />
        </strong>{' '}
        (exit code {run.exitCode})
      </Fact>
      <Blank name="Author" />
      <Blank name="Date, signature" />
    </dl>
  );
}

/** A line to fill in by hand; printed only. */
function Blank({ name }: { name: string }) {
  return (
    <div class="fact on-paper">
      <dt>{name}</dt>
      <dd>
        <span class="blank" />
      </dd>
    </div>
  );
}

/** `2026-08-02 03:04:05 UTC` from an ISO time in UTC; anything else as it is. */
function when(iso: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(iso);
  return match ? `${match[1]} ${match[2]} UTC` : oneLine(iso);
}
