/** Alterations of a server that serves what it must not, or refuses another lawful spelling of a request. */
import type { Operation } from '../../contract/types.ts';
import type { Asked, ServerAlteration } from '../../engine/prove/alteration.ts';
import type { Tamper, WireChange } from '../../engine/request/request-spec.ts';
import { type Alter, accepted, advice, alteration, isLegal, paramIllegal, result, where } from './faulty-answers.ts';

/** What a request with each kind of bad signature is, as the end of a sentence. */
const forgeries: Readonly<Partial<Record<Tamper, string>>> = {
  value: 'a body of which a value was changed after signing',
  'white-space': 'a body with white space added after signing',
  reformatted: 'a body that was reformatted after signing',
  time: 'a Request-Time that was not signed',
  path: 'a signature for another path',
  key: 'a signature by an unknown key',
  'no-base64': 'a signature that is not base64',
  'odd-characters': 'a signature of characters that base64 does not have',
  'broken-escape': 'a signature with a broken percent escape',
  'empty-part': 'an empty signature part',
  'no-part': 'a Signature header without a signature part',
  blank: 'an empty Signature header',
  short: 'a signature of three bytes',
  'no-algorithm': 'a Signature header with the algorithm none',
  replayed: 'the signature of another request',
  method: 'a signature for another method',
};

const invalidSignature = result('INVALID_SIGNATURE', 'F');

/** The alterations of every kind of request that is not authentic. */
export function authenticationAlterations(op: Operation): ServerAlteration[] {
  const kind = 'authentication';
  const isForged = ({ spec }: Asked) => spec.tamper !== undefined && forgeries[spec.tamper] !== undefined;
  const ofTamper = Object.entries(forgeries).map(([tamper, what]) =>
    alteration(
      op,
      kind,
      [tamper, `${op.id} accepts ${what}`],
      'G-08',
      where(({ spec }) => spec.tamper === tamper, accepted),
      tamper === 'method' ? advice : {},
    ),
  );
  const ofHeader = ['Signature', 'Request-Time', 'Client-Id'].map((name) =>
    alteration(
      op,
      kind,
      [`no-${name.toLowerCase()}`, `${op.id} accepts a request without ${name}`],
      'G-08',
      where(({ spec }) => spec.wire?.omit?.[0] === name, accepted),
    ),
  );
  const isLast = (asked: Asked) => isForged(asked) && asked.spec.occurrence === 'last';
  return [
    ...ofTamper,
    ...ofHeader,
    alteration(op, kind, ['all', `${op.id} verifies no signature`], 'G-08', where(isForged, accepted)),
    alteration(
      op,
      kind,
      ['last', `${op.id} stops verifying signatures during the run`],
      'G-08',
      where(isLast, accepted),
    ),
    alteration(
      op,
      kind,
      ['code', `${op.id} answers PROCESS_FAIL to bad signatures`],
      'G-08',
      where(isForged, result('PROCESS_FAIL', 'F')),
    ),
    onWire(
      op,
      kind,
      ['client', `${op.id} accepts an unknown Client-Id`],
      'G-14',
      ({ clientId }) => clientId !== undefined,
    ),
    onWire(
      op,
      kind,
      ['key-version', `${op.id} accepts an unknown keyVersion`],
      'G-14',
      ({ keyVersion }) => keyVersion !== undefined,
    ),
  ];
}

function onWire(
  op: Operation,
  kind: 'authentication' | 'protocol',
  name: readonly [string, string],
  row: string,
  picks: (wire: WireChange, asked: Asked) => boolean,
  alter: Parameters<typeof where>[1] = accepted,
): ServerAlteration {
  return alteration(
    op,
    kind,
    name,
    row,
    where((asked) => asked.spec.wire !== undefined && picks(asked.spec.wire, asked), alter),
  );
}

/** The alterations of methods, paths, media types, and spellings. */
export function protocolAlterations(op: Operation): ServerAlteration[] {
  const kind = 'protocol';
  const isMedia =
    (type: string) =>
    (wire: WireChange, { spec }: Asked) =>
      wire.contentType?.includes(type) === true && typeof spec.encoding === 'object';
  const notSupported = result('MEDIA_TYPE_NOT_ACCEPTABLE', 'F');
  return [
    ...['GET', 'PUT', 'DELETE'].map((method) =>
      onWire(op, kind, [method, `${op.id} serves ${method}`], 'G-10', (wire) => wire.method === method),
    ),
    onWire(
      op,
      kind,
      ['prefix', `${op.id} serves paths that only begin with its own`],
      'G-11',
      ({ pathSuffix }) => pathSuffix !== undefined,
    ),
    onWire(
      op,
      kind,
      ['any-path', `${op.id} serves the path of an unknown operation`],
      'G-11',
      ({ path }) => path?.endsWith('/noSuchOperation') === true,
    ),
    onWire(op, kind, ['xml', `${op.id} accepts XML`], 'G-12', isMedia('xml')),
    onWire(op, kind, ['form', `${op.id} accepts a form`], 'G-12', isMedia('form')),
    onWire(
      op,
      kind,
      ['content-type', `${op.id} refuses a request without Content-Type`],
      'G-13',
      ({ contentType }) => contentType === null,
      notSupported,
    ),
    ...spellingAlterations(op),
  ];
}

/** Lawful spellings that are refused. */
function spellingAlterations(op: Operation): ServerAlteration[] {
  const spelling = (name: string, says: string, picks: (wire: WireChange) => boolean) =>
    onWire(op, 'protocol', [name, `${op.id} refuses ${says}`], 'G-09', picks, invalidSignature);
  const written = (
    name: string,
    says: string,
    picks: (asked: Asked) => boolean,
    alter: Alter | typeof paramIllegal = invalidSignature,
    row = 'G-08',
  ) =>
    alteration(
      op,
      'protocol',
      [name, `${op.id} refuses ${says}`],
      row,
      where((asked) => isLegal(asked) && picks(asked), alter),
    );
  const extra = ({ spec }: Asked) => spec.edits?.some(({ path }) => path[0]?.startsWith('xConformance')) === true;
  const isAscii = ({ exchange }: Asked) => exchange.request.body.every((byte) => byte < 128);
  return [
    spelling('lower-case', 'header names in lower case', (wire) => wire.spelling?.names === 'lower'),
    spelling('upper-case', 'header names in upper case', (wire) => wire.spelling?.names === 'upper'),
    spelling('comma', 'a Signature header without spaces', (wire) => wire.spelling?.comma === ','),
    written('pretty', 'a pretty-printed body', ({ spec }) => spec.encoding === 'pretty'),
    written('reversed', 'a body with its keys in another order', ({ spec }) => spec.encoding === 'reversed'),
    written(
      'long',
      'a body of more than 1000 bytes',
      ({ spec }) => typeof spec.encoding === 'object' && 'spacedTo' in spec.encoding,
    ),
    written('not-ascii', 'a signed body that is not ASCII', (asked) => extra(asked) && !isAscii(asked)),
    written('extra-field', 'an unknown extra field', (asked) => extra(asked), paramIllegal, 'G-21'),
  ];
}
