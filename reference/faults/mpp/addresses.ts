/** Faults of path, method and media type. */
import { type Behaviour, type Call, mppApis, type Patch } from '../../mpp/behaviour.ts';
import { hasInterface, hasMedia, hasMethod, paths } from '../../mpp/guards.ts';
import { textToSign } from '../../signing.ts';
import { emptySuccessRows, type MppFault, mustFault, rowKeys, rowKeysOfAllApis } from '../fault.ts';
import { both, emptySuccess, guarded, isForm, onDecision } from './alterations.ts';

/** Serves other methods besides POST. */
const serving = (...methods: readonly string[]): Patch => {
  return (b) => ({ ...b, allowsMethod: (method) => methods.includes(method) || b.allowsMethod(method) });
};

/** Finds an API for other paths too. */
const finding = (match: (path: string, own: string) => boolean): Patch => {
  return (b) => ({
    ...b,
    findApi: (c, path) => b.findApi(c, path) ?? c.apis.find((api) => match(path, paths[api])) ?? null,
  });
};

/** Answers with another code where a guard refuses. */
const instead = (guard: typeof hasMethod, code: string): Patch => {
  return guarded(guard, (next) => async (b, call) => ((await next(b, call)) ? code : null));
};

const folder = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Answers S before the content of the call is checked. */
function acknowledging(when: (call: Call) => boolean): Patch {
  const decided = mppApis.map((api) =>
    onDecision(api, (next) => (b, request, call) => (when(call) ? emptySuccess(b, call) : next(b, request, call))),
  );
  const unguarded: Patch = (b) => ({
    ...b,
    // The path still says which API it is.
    guards: b.guards.map((guard) =>
      guard === hasInterface ? guard : (c, call) => (when(call) ? null : guard(c, call)),
    ),
  });
  return both(...decided, unguarded);
}

const isXml = (call: Call): boolean => (call.headers['content-type'] ?? '').includes('xml');

/** Faults of methods, paths and media types. */
export const addressFaults: readonly MppFault[] = [
  mustFault('get-served', 'Serves GET like POST.', rowKeysOfAllApis('G-10'), (b) => ({
    ...serving('GET')(b),
    requestContent: (call, id, time) => textToSign(call.method, call.target, id, time, call.body),
  })),
  mustFault('put-served', 'Serves PUT like POST.', rowKeysOfAllApis('G-10'), serving('PUT')),
  mustFault(
    'put-served-by-send-otp',
    'Serves PUT like POST in sendOTP alone.',
    rowKeys('sendOTP', 'G-10'),
    guarded(hasMethod, (next) => (b, call) => (call.api === 'sendOTP' && call.method === 'PUT' ? null : next(b, call))),
  ),
  mustFault('any-method-served', 'Never looks at the method.', rowKeysOfAllApis('G-10'), (b) => ({
    ...b,
    allowsMethod: () => true,
  })),
  mustFault(
    'method-illegal-parameter',
    'Answers PARAM_ILLEGAL to another method.',
    rowKeysOfAllApis('G-10'),
    instead(hasMethod, 'PARAM_ILLEGAL'),
  ),
  mustFault(
    'method-process-fail',
    'Answers PROCESS_FAIL to another method.',
    rowKeysOfAllApis('G-10'),
    instead(hasMethod, 'PROCESS_FAIL'),
  ),
  mustFault(
    'path-prefix-served',
    'Serves every path that begins with the right one.',
    rowKeysOfAllApis('G-11'),
    finding((path, own) => path.startsWith(own)),
  ),
  mustFault(
    'path-subtree-served',
    'Serves what lies below the right path.',
    rowKeysOfAllApis('G-11'),
    finding((path, own) => path.startsWith(`${own}/`)),
  ),
  mustFault(
    'path-sibling-served',
    'Takes an unknown operation for the first one of the same folder.',
    rowKeysOfAllApis('G-11'),
    finding((path, own) => folder(path) === folder(own)),
  ),
  mustFault(
    'unknown-path-acknowledged',
    'Answers S to any path, from a catch-all route.',
    rowKeysOfAllApis('G-11').concat(emptySuccessRows),
    (b) => ({
      ...b,
      guards: b.guards.map((guard) => (guard === hasInterface ? catchAll : guard)),
    }),
  ),
  mustFault(
    'unknown-path-illegal-parameter',
    'Answers PARAM_ILLEGAL to an unknown path.',
    rowKeysOfAllApis('G-11'),
    instead(hasInterface, 'PARAM_ILLEGAL'),
  ),
  mustFault(
    'unknown-path-method-not-supported',
    'Answers METHOD_NOT_SUPPORTED to an unknown path.',
    rowKeysOfAllApis('G-11'),
    instead(hasInterface, 'METHOD_NOT_SUPPORTED'),
  ),
  mustFault(
    'form-acknowledged',
    'Answers S to a form body without a look at it.',
    rowKeysOfAllApis('G-12'),
    acknowledging(isForm),
  ),
  mustFault(
    'xml-acknowledged',
    'Answers S to an XML body that it cannot read.',
    rowKeysOfAllApis('G-12'),
    acknowledging(isXml),
  ),
  mustFault(
    'media-type-process-fail',
    'Answers PROCESS_FAIL to another media type.',
    rowKeysOfAllApis('G-12'),
    instead(hasMedia, 'PROCESS_FAIL'),
  ),
  mustFault('content-type-required', 'Refuses a request without Content-Type.', rowKeysOfAllApis('G-13'), (b) => ({
    ...b,
    acceptsMedia: (call) => call.headers['content-type'] !== undefined && b.acceptsMedia(call),
  })),
  mustFault(
    'missing-content-type-read-as-text',
    'Takes a body without Content-Type for text and finds no parameters in it.',
    rowKeysOfAllApis('G-13'),
    (b) => ({
      ...b,
      readBody: (call) => (call.headers['content-type'] === undefined ? null : b.readBody(call)),
    }),
  ),
];

async function catchAll(b: Behaviour, call: Call): Promise<string | null> {
  return (await hasInterface(b, call)) ? 'SUCCESS' : null;
}
