/** HTTP as all APIs use it: methods, paths, media types, bodies that are not a JSON object, unknown fields. */

import type { Operation, Rule } from '../../contract/types.ts';
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import type { Fact } from '../../engine/check/facts.ts';
import { advisory, type Settled, satisfied, violated } from '../../engine/check/finding.ts';
import { send } from '../../engine/check/steps.ts';
import { accepts, type Change, refuses, sequence, set, specOf } from '../../engine/check/verbs/index.ts';
import type { Encoding, WireChange } from '../../engine/request/request-spec.ts';
import { sameAnswer } from '../../engine/wire/answer.ts';

/**
 * Never accepted; a JSON result carries the documented code; a bare HTTP refusal is advice. The signature check may come before the
 * routing, and a body of another media type may come back as illegal: advice only.
 */
function neverServed(title: string, wire: Change['wire'], codes: readonly string[], encoding?: Encoding): Probe {
  const earlier = ['INVALID_SIGNATURE', ...(encoding === undefined ? [] : ['PARAM_ILLEGAL'])];
  const change: Change = encoding === undefined ? { wire } : { wire, encoding };
  return refuses(title, change, { codes, bare: 'advisory', earlier });
}

/** GET, PUT and DELETE, signed over their own method and again over POST. */
export function otherMethods(): Probe[] {
  const codes = ['METHOD_NOT_SUPPORTED'];
  return ['GET', 'PUT', 'DELETE'].flatMap((method) => [
    neverServed(`${method} is not served`, { method }, codes),
    neverServed(`${method} with a signature for POST is not served`, { method, signedMethod: 'POST' }, codes),
  ]);
}

/** Paths next to the right one. */
export function otherPaths(): Probe[] {
  const codes = ['NO_INTERFACE_DEF'];
  const unknownOperation = ({ path }: CheckContext) => ({ path: path.replace(/[^/]*$/, 'noSuchOperation') });
  return [
    neverServed('the path with a letter appended is not served', { pathSuffix: 'x' }, codes),
    neverServed('the path with /v2 appended is not served', { pathSuffix: '/v2' }, codes),
    neverServed('the path of an unknown operation is not served', unknownOperation, codes),
    looselyMatched('the path in another case is not served', ({ path }) => ({ path: path.toUpperCase() })),
    looselyMatched('the path with a trailing slash is not served', ({ path }) => ({ path: `${path}/` })),
  ];
}

/** A path that some frameworks take for the same: advice when it is served. */
function looselyMatched(title: string, wire: Change['wire']): Probe {
  return sequence(
    title,
    function* (context) {
      const settled = yield* send(context.op.id, specOf(context, { user: 'free', wire }), title);
      const expected: Fact = { is: 'not-served' };
      if (settled.answer.kind === 'crash') return violated(settled, expected);
      const ordinary = ordinaryAnswer(context);
      const served = settled.answer.kind === 'S' || (ordinary && sameAnswer(settled.answer, ordinary.answer));
      return served ? advisory(settled, expected) : satisfied(settled, expected);
    },
    { phase: 'observation', profiles: ['gate', 'certify'] },
  );
}

/** What a good request for a user whom no message can reach is answered with. */
function ordinaryAnswer({ costs, controls }: CheckContext): Settled | null {
  return costs ? controls.unknownUser : controls.full;
}

const mediaCodes = ['MEDIA_TYPE_NOT_ACCEPTABLE'];

/** Bodies in another media type are never accepted; a wrong label on a good JSON body is advice. */
export function otherMediaTypes(): Probe[] {
  const xml: Encoding = { text: '<request><customerId>1</customerId></request>' };
  const form: Encoding = { text: 'customerId=1&accessToken=2' };
  return [
    neverServed('an XML body is not served', { contentType: 'application/xml' }, mediaCodes, xml),
    neverServed('a form body is not served', { contentType: 'application/x-www-form-urlencoded' }, mediaCodes, form),
    labelled('a JSON body labelled text/plain is refused', { contentType: 'text/plain' }),
    labelled('an Accept header without JSON is refused', { accept: 'text/html' }),
    acceptedWith('Content-Type application/json without a charset is accepted', 'application/json', true),
  ];
}

function labelled(title: string, wire: WireChange): Probe {
  return refuses(
    title,
    { user: 'free', wire },
    { codes: mediaCodes, accepted: 'advisory', otherCode: 'advisory', bare: 'advisory' },
  );
}

/** The optional Content-Type header may be missing. */
export function noContentType(): Probe[] {
  return [acceptedWith('a request without Content-Type is accepted', null, false)];
}

/** A good request with this Content-Type header, or without one, is accepted. */
function acceptedWith(title: string, contentType: string | null, advice: boolean): Probe {
  return accepts(
    title,
    { wire: { contentType } },
    {
      noticedBy: { wire: { contentType: 'application/xml' }, encoding: { text: '<a/>' } },
      code: 'MEDIA_TYPE_NOT_ACCEPTABLE',
      live: 'if-needed',
      advice,
    },
  );
}

const notObjects: readonly { what: string; encoding: Encoding; keyword: 'required' | 'type' }[] = [
  { what: 'empty', encoding: { text: '' }, keyword: 'required' },
  { what: 'words', encoding: { text: 'this is not JSON' }, keyword: 'type' },
  { what: 'a truncated object', encoding: { text: '{"customerId":"1","' }, keyword: 'type' },
  { what: 'an array', encoding: { text: '[{"customerId":"1"}]' }, keyword: 'type' },
  { what: 'a list with the object in it', encoding: { before: '[', after: ']' }, keyword: 'type' },
  { what: 'a string', encoding: { text: '"text"' }, keyword: 'type' },
];

/** Bodies that are not a JSON object: never accepted; codes other than PARAM_ILLEGAL are advice. */
export function bodyProbes(_op: Operation, rule: Rule): Probe[] {
  const own = notObjects.filter(({ keyword }) => keyword === rule.keyword);
  return own.map(({ what, encoding }) =>
    refuses(
      `the body is ${what}: it is refused`,
      { encoding },
      { codes: ['PARAM_ILLEGAL'], otherCode: 'advisory', bare: 'advisory' },
    ),
  );
}

/** Unknown extra fields change nothing (ambiguity 6.31). */
export function extraFields(): Probe[] {
  const title = 'an unknown extra field changes nothing';
  return [
    sequence(
      title,
      function* (context) {
        const spec = specOf(context, { user: 'free', edit: [set('xConformanceExtra', 'extra')] });
        const settled = yield* send(context.op.id, spec, title);
        const ordinary = ordinaryAnswer(context);
        const same = ordinary && sameAnswer(settled.answer, ordinary.answer, context.conditionalFields);
        const expected: Fact = { is: 'same', as: 'without-extra-field' };
        return same ? satisfied(settled, expected) : violated(settled, expected);
      },
      { phase: 'acceptance' },
    ),
  ];
}
