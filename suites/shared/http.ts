/** HTTP as all APIs use it: methods, paths, media types, bodies that are not a JSON object, unknown fields. */

import type { Operation, Rule } from '../../contract/types.ts';
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import type { Fact } from '../../engine/check/facts.ts';
import { fact, type Settled, satisfied, violated } from '../../engine/check/finding.ts';
import { send } from '../../engine/check/steps.ts';
import { accepts, type Change, refuses, sequence, set, specOf } from '../../engine/check/verbs/index.ts';
import type { Encoding, WireChange } from '../../engine/request/request-spec.ts';
import { sameAnswer } from '../../engine/wire/answer.ts';
import { formText, xmlText } from './other-media.ts';

/**
 * Never accepted; a JSON result carries the documented code. Facts: a bare refusal of HTTP, a signature check that comes before the
 * routing, and the codes in `also`.
 */
function neverServed(
  did: string,
  change: Pick<Change, 'wire' | 'encoding'>,
  codes: readonly string[],
  also: readonly string[] = [],
): Probe {
  const rule = { codes, bare: 'fact', earlier: ['INVALID_SIGNATURE', ...also], ambiguity: '6.20' } as const;
  return refuses(did, change, rule, { claim: notServed });
}

const notServed = 'it is not served';

/** GET, PUT and DELETE, signed over their own method and again over POST. */
export function otherMethods(): Probe[] {
  const codes = ['METHOD_NOT_SUPPORTED'];
  // A server that routes by method and path together has no such interface.
  const also = ['NO_INTERFACE_DEF'];
  return ['GET', 'PUT', 'DELETE'].flatMap((method) => [
    neverServed(method, { wire: { method } }, codes, also),
    neverServed(`${method} with a signature for POST`, { wire: { method, signedMethod: 'POST' } }, codes, also),
  ]);
}

/** Paths next to the right one. */
export function otherPaths(): Probe[] {
  const codes = ['NO_INTERFACE_DEF'];
  const unknownOperation = ({ path }: CheckContext) => ({ path: path.replace(/[^/]*$/, 'noSuchOperation') });
  return [
    neverServed('the path with a letter appended', { wire: { pathSuffix: 'x' } }, codes),
    neverServed('the path with /v2 appended', { wire: { pathSuffix: '/v2' } }, codes),
    neverServed('the path of an unknown operation', { wire: unknownOperation }, codes),
    looselyMatched('the path in another case', ({ path }) => ({ path: path.toUpperCase() })),
    looselyMatched('the path with a trailing slash', ({ path }) => ({ path: `${path}/` })),
  ];
}

/** A path that some frameworks take for the same: a fact when it is served (ambiguity 6.37). */
function looselyMatched(did: string, wire: Change['wire']): Probe {
  return sequence(
    `${did}: ${notServed}`,
    function* (context) {
      const settled = yield* send(context.op.id, specOf(context, { user: 'free', wire }), did);
      const expected: Fact = { is: 'not-served' };
      if (settled.answer.kind === 'crash') return violated(settled, expected);
      const ordinary = ordinaryAnswer(context);
      const served = settled.answer.kind === 'S' || (ordinary && sameAnswer(settled.answer, ordinary.answer));
      return served ? fact(settled, expected, { ambiguity: '6.37' }) : satisfied(settled, expected);
    },
    { did, phase: 'observation', profiles: ['gate', 'certify'] },
  );
}

/** What a good request for a user whom no message can reach is answered with. */
function ordinaryAnswer({ costs, controls }: CheckContext): Settled | null {
  return costs ? controls.unknownUser : controls.full;
}

const mediaCodes = ['MEDIA_TYPE_NOT_ACCEPTABLE'];

/**
 * Bodies in another media type are never accepted: they carry the required fields of the minimal base, so that a server which reads
 * them would serve them. A wrong label on a good JSON body is a fact.
 */
export function otherMediaTypes(): Probe[] {
  const required = (context: CheckContext) => context.body({ base: 'minimal' });
  const form = 'application/x-www-form-urlencoded';
  const also = ['PARAM_ILLEGAL'];
  return [
    neverServed(
      'an XML body with the required fields',
      { wire: { contentType: 'application/xml' }, encoding: (context) => ({ text: xmlText(required(context)) }) },
      mediaCodes,
      also,
    ),
    neverServed(
      'a form body with the required fields',
      { wire: { contentType: form }, encoding: (context) => ({ text: formText(required(context)) }) },
      mediaCodes,
      also,
    ),
    labelled('a JSON body labelled text/plain', { contentType: 'text/plain' }),
    labelled('an Accept header without JSON', { accept: 'text/html' }),
    acceptedWith('Content-Type application/json without a charset', 'application/json', true),
  ];
}

function labelled(did: string, wire: WireChange): Probe {
  return refuses(
    did,
    { user: 'free', wire },
    { codes: mediaCodes, accepted: 'fact', otherCode: 'fact', bare: 'fact', ambiguity: '6.19' },
  );
}

/** The optional Content-Type header may be missing. */
export function noContentType(): Probe[] {
  return [acceptedWith('a request without Content-Type', null, false)];
}

/** A good request with this Content-Type header, or without one, is accepted. */
function acceptedWith(did: string, contentType: string | null, advice: boolean): Probe {
  return accepts(
    did,
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
    refuses(`the body is ${what}`, { encoding }, { codes: ['PARAM_ILLEGAL'], otherCode: 'advisory', bare: 'advisory' }),
  );
}

/** Unknown extra fields change nothing (ambiguity 6.31). */
export function extraFields(): Probe[] {
  const did = 'an unknown extra field';
  return [
    sequence(
      `${did} changes nothing`,
      function* (context) {
        const spec = specOf(context, { user: 'free', edit: [set('xConformanceExtra', 'extra')] });
        const settled = yield* send(context.op.id, spec, did);
        const ordinary = ordinaryAnswer(context);
        const same = ordinary && sameAnswer(settled.answer, ordinary.answer, context.conditionalFields);
        const expected: Fact = { is: 'same', as: 'without-extra-field' };
        return same ? satisfied(settled, expected) : violated(settled, expected);
      },
      { did, phase: 'acceptance' },
    ),
  ];
}
