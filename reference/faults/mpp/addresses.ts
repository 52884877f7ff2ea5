/** Lies about where, how and in which media type the server may be called. */
import { type Alter, type Behaviour, type Call, mppApis } from '../../mpp/behaviour.ts';
import { hasInterface, hasMedia, hasMethod, paths } from '../../mpp/guards.ts';
import { textToSign } from '../../signing.ts';
import { bareSuccess, everywhere, lie, type MppFault } from '../fault.ts';
import { both, emptySuccess, guarded, onDecision } from './alterations.ts';

/** Serves other methods besides POST. */
const serving = (...methods: readonly string[]): Alter => {
  return (b) => ({ ...b, allowsMethod: (method) => methods.includes(method) || b.allowsMethod(method) });
};

/** Finds an API for other paths too. */
const finding = (match: (path: string, own: string) => boolean): Alter => {
  return (b) => ({
    ...b,
    findApi: (c, path) => b.findApi(c, path) ?? c.apis.find((api) => match(path, paths[api])) ?? null,
  });
};

/** Answers with another code where a guard refuses. */
const instead = (guard: typeof hasMethod, code: string): Alter => {
  return guarded(guard, (next) => async (b, call) => ((await next(b, call)) ? code : null));
};

const folder = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Says S to a call before anybody has looked at its meaning. */
function acknowledging(when: (call: Call) => boolean): Alter {
  const decided = mppApis.map((api) =>
    onDecision(api, (next) => (b, request, call) => (when(call) ? emptySuccess(b, call) : next(b, request, call))),
  );
  const unguarded: Alter = (b) => ({
    ...b,
    // The path still says which API it is.
    guards: b.guards.map((guard) =>
      guard === hasInterface ? guard : (c, call) => (when(call) ? null : guard(c, call)),
    ),
  });
  return both(...decided, unguarded);
}

const isForm = (call: Call): boolean => (call.headers['content-type'] ?? '').includes('x-www-form-urlencoded');
const isXml = (call: Call): boolean => (call.headers['content-type'] ?? '').includes('xml');

/** Faults of methods, paths and media types. */
export const addressFaults: readonly MppFault[] = [
  lie('get-served', 'Serves GET like POST.', everywhere('G-10'), (b) => ({
    ...serving('GET')(b),
    requestContent: (call, id, time) => textToSign(call.method, call.target, id, time, call.body),
  })),
  lie('put-served', 'Serves PUT like POST.', everywhere('G-10'), serving('PUT')),
  lie('any-method-served', 'Never looks at the method.', everywhere('G-10'), (b) => ({
    ...b,
    allowsMethod: () => true,
  })),
  lie(
    'method-illegal-parameter',
    'Answers PARAM_ILLEGAL to another method.',
    everywhere('G-10'),
    instead(hasMethod, 'PARAM_ILLEGAL'),
  ),
  lie(
    'method-process-fail',
    'Answers PROCESS_FAIL to another method.',
    everywhere('G-10'),
    instead(hasMethod, 'PROCESS_FAIL'),
  ),
  lie(
    'path-prefix-served',
    'Serves every path that begins with the right one.',
    everywhere('G-11'),
    finding((path, own) => path.startsWith(own)),
  ),
  lie(
    'path-subtree-served',
    'Serves what lies below the right path.',
    everywhere('G-11'),
    finding((path, own) => path.startsWith(`${own}/`)),
  ),
  lie(
    'path-sibling-served',
    'Takes an unknown operation for the first one of the same folder.',
    everywhere('G-11'),
    finding((path, own) => folder(path) === folder(own)),
  ),
  lie(
    'unknown-path-acknowledged',
    'Answers S to any path, from a catch-all route.',
    everywhere('G-11').concat(bareSuccess),
    (b) => ({
      ...b,
      guards: b.guards.map((guard) => (guard === hasInterface ? catchAll : guard)),
    }),
  ),
  lie(
    'unknown-path-illegal-parameter',
    'Answers PARAM_ILLEGAL to an unknown path.',
    everywhere('G-11'),
    instead(hasInterface, 'PARAM_ILLEGAL'),
  ),
  lie(
    'unknown-path-method-not-supported',
    'Answers METHOD_NOT_SUPPORTED to an unknown path.',
    everywhere('G-11'),
    instead(hasInterface, 'METHOD_NOT_SUPPORTED'),
  ),
  lie('form-acknowledged', 'Answers S to a form body without a look at it.', everywhere('G-12'), acknowledging(isForm)),
  lie('xml-acknowledged', 'Answers S to an XML body that it cannot read.', everywhere('G-12'), acknowledging(isXml)),
  lie(
    'media-type-process-fail',
    'Answers PROCESS_FAIL to another media type.',
    everywhere('G-12'),
    instead(hasMedia, 'PROCESS_FAIL'),
  ),
  lie('content-type-required', 'Refuses a request without Content-Type.', everywhere('G-13'), (b) => ({
    ...b,
    acceptsMedia: (call) => call.headers['content-type'] !== undefined && b.acceptsMedia(call),
  })),
  lie(
    'missing-content-type-read-as-text',
    'Takes a body without Content-Type for text and finds no parameters in it.',
    everywhere('G-13'),
    (b) => ({
      ...b,
      readBody: (call) => (call.headers['content-type'] === undefined ? null : b.readBody(call)),
    }),
  ),
];

async function catchAll(b: Behaviour, call: Call): Promise<string | null> {
  return (await hasInterface(b, call)) ? 'SUCCESS' : null;
}
