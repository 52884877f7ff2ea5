/** The house style of HTTP: methods, paths, media types, bodies that are no JSON object, unknown fields. */

import { type Probe, probe } from '../../engine/check/check.ts';
import { advised, broken, type Finding, kept, refused, type Settled } from '../../engine/check/finding.ts';
import type { Trial } from '../../engine/drive/operation-client.ts';
import type { Encoding, RequestSpec, WireChange } from '../../engine/request/request-spec.ts';
import { sameAnswer } from '../../engine/wire/answer.ts';
import type { Edit } from '../../engine/wire/json.ts';
import type { Operation, Rule } from '../../generated/operations.ts';
import { provenAccepted } from './acceptance-proof.ts';

/** Never accepted; a JSON result carries the documented code; a bare HTTP refusal is advice. */
function neverServed(
  title: string,
  wire: WireChange,
  codes: readonly string[],
  more: Partial<RequestSpec> = {},
): Probe {
  return probe(title, async (trial) => {
    const settled = await trial.ask({ base: 'full', wire, ...more }, title);
    const judged = refused(settled, { codes, otherCode: 'broken', bare: 'advised' });
    return judged.verdict === 'broken' && isEarlyRefusal(settled, more.encoding !== undefined)
      ? advised(settled, judged.expected)
      : judged;
  });
}

/** The signature check may come before the routing, and a foreign body may come back as illegal: advice only. */
function isEarlyRefusal({ answer }: Settled, foreignBody: boolean): boolean {
  return (
    answer.kind === 'F' && (answer.code === 'INVALID_SIGNATURE' || (foreignBody && answer.code === 'PARAM_ILLEGAL'))
  );
}

/** GET, PUT and DELETE, signed over their own method and again over POST. */
export function otherMethods(): Probe[] {
  return ['GET', 'PUT', 'DELETE'].flatMap((method) => [
    neverServed(`${method} is not served`, { method }, ['METHOD_NOT_SUPPORTED']),
    neverServed(`${method} with a signature for POST is not served`, { method, signedMethod: 'POST' }, [
      'METHOD_NOT_SUPPORTED',
    ]),
  ]);
}

/** Paths next to the right one. */
export function otherPaths(): Probe[] {
  const codes = ['NO_INTERFACE_DEF'];
  return [
    neverServed('the path with a letter behind is not served', { pathSuffix: 'x' }, codes),
    neverServed('the path with /v2 behind is not served', { pathSuffix: '/v2' }, codes),
    sibling(codes),
    ...loosePaths(),
  ];
}

/** An unknown operation beside the known one. */
function sibling(codes: readonly string[]): Probe {
  const title = 'an unknown sibling of the path is not served';
  return probe(title, async (trial) => {
    const path = trial.run.pathOf(trial.op).replace(/[^/]*$/, 'noSuchOperation');
    const settled = await trial.ask({ base: 'full', wire: { path } }, title);
    const judged = refused(settled, { codes, otherCode: 'broken', bare: 'advised' });
    return judged.verdict === 'broken' && isEarlyRefusal(settled, false) ? advised(settled, judged.expected) : judged;
  });
}

/** Paths that some frameworks take for the same: advice when they are served. */
function loosePaths(): Probe[] {
  const loose = [
    { title: 'the path in another case is not served', wire: (path: string) => ({ path: path.toUpperCase() }) },
    { title: 'the path with a trailing slash is not served', wire: (path: string) => ({ path: `${path}/` }) },
  ];
  return loose.map(({ title, wire }) =>
    probe(
      title,
      async (trial) => {
        const ask = {
          base: 'full',
          who: trial.pool.costs ? 'nobody' : 'fixture',
          wire: wire(trial.run.pathOf(trial.op)),
        } as const;
        const settled = await trial.ask(ask, title);
        const ordinary = trial.pool.costs ? trial.controls.nobody : trial.controls.full;
        if (settled.answer.kind === 'crash') return broken(settled, 'not served');
        const served = settled.answer.kind === 'S' || (ordinary && sameAnswer(settled.answer, ordinary.answer));
        return served
          ? advised(settled, 'not served: an interface is identified by its endpoint')
          : kept(settled, 'not served');
      },
      { phase: 'observation', profiles: ['gate', 'certify'] },
    ),
  );
}

const mediaCodes = ['MEDIA_TYPE_NOT_ACCEPTABLE'];

/** Bodies in another media type are never accepted; a wrong label on a good JSON body is advice. */
export function otherMediaTypes(): Probe[] {
  const xml: Encoding = { text: '<request><customerId>1</customerId></request>' };
  const form: Encoding = { text: 'customerId=1&accessToken=2' };
  return [
    neverServed('an XML body is not served', { contentType: 'application/xml' }, mediaCodes, { encoding: xml }),
    neverServed('a form body is not served', { contentType: 'application/x-www-form-urlencoded' }, mediaCodes, {
      encoding: form,
    }),
    labelled('a JSON body labelled text/plain is refused', { contentType: 'text/plain' }),
    labelled('an Accept header without JSON is refused', { accept: 'text/html' }),
    plainJson(),
  ];
}

function labelled(title: string, wire: WireChange): Probe {
  return probe(title, async (trial) => {
    const who = trial.pool.costs ? 'nobody' : 'fixture';
    const settled = await trial.ask({ base: 'full', user: who, wire }, title);
    const judged = refused(settled, { codes: mediaCodes, otherCode: 'advised', bare: 'advised' });
    return judged.verdict === 'broken' && settled.answer.kind === 'S' ? advised(settled, judged.expected) : judged;
  });
}

/** `application/json` without a charset: refusing it is advice. */
function plainJson(): Probe {
  const title = 'Content-Type application/json without a charset is accepted';
  return probe(
    title,
    async (trial) => {
      const judged = await acceptedWire(trial, title, { contentType: 'application/json' });
      return judged.verdict === 'broken' ? { ...judged, verdict: 'advised', reason: 'advice' } : judged;
    },
    { phase: 'acceptance' },
  );
}

/** The optional Content-Type header may be missing. */
export function noContentType(): Probe[] {
  const title = 'a request without Content-Type is accepted';
  return [probe(title, (trial) => acceptedWire(trial, title, { contentType: null }), { phase: 'acceptance' })];
}

function acceptedWire(trial: Trial, title: string, wire: WireChange): Promise<Finding> {
  const breaking: RequestSpec = { base: 'full', wire: { contentType: 'application/xml' }, encoding: { text: '<a/>' } };
  return provenAccepted(trial, {
    ask: { base: 'full', wire },
    title,
    breaking,
    noticed: 'MEDIA_TYPE_NOT_ACCEPTABLE',
    live: 'if-needed',
  });
}

const noObjects: readonly { what: string; writing: Encoding; keyword: 'required' | 'type' }[] = [
  { what: 'nothing at all', writing: { text: '' }, keyword: 'required' },
  { what: 'words', writing: { text: 'this is not JSON' }, keyword: 'type' },
  { what: 'a truncated object', writing: { text: '{"customerId":"1","' }, keyword: 'type' },
  { what: 'an array', writing: { text: '[{"customerId":"1"}]' }, keyword: 'type' },
  { what: 'a list with the object in it', writing: { before: '[', after: ']' }, keyword: 'type' },
  { what: 'a string', writing: { text: '"text"' }, keyword: 'type' },
];

/** Bodies that are no JSON object: never accepted; codes other than PARAM_ILLEGAL are advice. */
export function bodyProbes(_op: Operation, rule: Rule): Probe[] {
  const own = noObjects.filter(({ keyword }) => keyword === rule.keyword);
  return own.map(({ what, writing }) => {
    const title = `the body is ${what}: it is refused`;
    return probe(title, async (trial) =>
      refused(await trial.ask({ base: 'full', encoding: writing }, title), {
        codes: ['PARAM_ILLEGAL'],
        otherCode: 'advised',
        bare: 'advised',
      }),
    );
  });
}

/** Unknown extra fields change nothing (ambiguity 6.31). */
export function extraFields(): Probe[] {
  const title = 'an unknown extra field changes nothing';
  const edits: Edit[] = [{ path: ['xConformanceExtra'], set: 'extra' }];
  return [
    probe(
      title,
      async (trial) => {
        const who = trial.pool.costs ? 'nobody' : 'fixture';
        const ordinary = trial.pool.costs ? trial.controls.nobody : trial.controls.full;
        const settled = await trial.ask({ base: 'full', user: who, edits }, title);
        const same = ordinary && sameAnswer(settled.answer, ordinary.answer, trial.conditionalFields);
        return same ? kept(settled, 'the same answer') : broken(settled, 'the same answer as without it');
      },
      { phase: 'acceptance' },
    ),
  ];
}
