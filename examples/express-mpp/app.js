/** A Mobile Payment Provider in Express: the way of a request from the socket to a signed answer. */
import express from 'express';
import { illegalField } from './fields.js';
import { prepare } from './first-start.js';
import { refusalOf, signedHeaders } from './signing.js';
import { decisions } from './wallet.js';

const PATHS = {
  sendOTP: '/aps/api/v1/users/sendOTP',
  sendActivationCode: '/aps/api/v1/tokens/sendActivationCode',
  tokenActivationNotification: '/aps/api/v1/tokens/tokenActivationNotification',
  tokenDigitizeDecision: '/aps/api/v1/tokens/tokenDigitizeDecision',
};
const UNKNOWN_RESULTS = ['REQUEST_TRAFFIC_EXCEED_LIMIT', 'UNKNOWN_EXCEPTION'];

/** Answers with a result code. The status follows from the code, so that the two can never disagree. */
function answer(request, response, resultCode, { message = resultCode, ...more } = {}) {
  const resultStatus = resultCode === 'SUCCESS' ? 'S' : UNKNOWN_RESULTS.includes(resultCode) ? 'U' : 'F';
  const result = { resultCode, resultStatus, resultMessage: message };
  const body = Buffer.from(JSON.stringify({ result, ...more }));
  response.set(signedHeaders(request.method, request.originalUrl, body)); // signed are the very bytes that leave
  response.set('Content-Type', 'application/json; charset=UTF-8').send(body);
}

/** Refuses a media type before anything is read; a Content-Type may be missing, a wrong one may not be there. */
function mediaType(request, response, next) {
  const sent = request.get('Content-Type');
  const isJson = sent === undefined || /^application\/json\s*(;|$)/i.test(sent);
  if (isJson && request.accepts('application/json')) next();
  else answer(request, response, 'MEDIA_TYPE_NOT_ACCEPTABLE', { message: 'only application/json is spoken here' });
}

/** Stops callers whose signature does not fit. It needs the raw bytes, so it stands before any parsing. */
function authentication(request, response, next) {
  request.rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0); // express.raw leaves no body out
  const refusal = refusalOf(request.headers, request.method, request.originalUrl, request.rawBody);
  if (refusal) answer(request, response, refusal);
  else next();
}

/** Reads the raw bytes as a JSON object, or gives null. A fatal decoder refuses bytes that are no UTF-8. */
function parametersIn(rawBody) {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawBody));
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Makes the last step of one API: what was said, and only then what the wallet decides. */
function decision(api) {
  return (request, response) => {
    const parameters = parametersIn(request.rawBody);
    if (parameters === null) {
      return answer(request, response, 'PARAM_ILLEGAL', { message: 'the body is not a JSON object' });
    }
    const field = illegalField(api, parameters);
    if (field) return answer(request, response, 'PARAM_ILLEGAL', { message: `${field} is missing or illegal` });
    const [resultCode, more] = decisions[api](parameters);
    answer(request, response, resultCode, more);
  };
}

const app = express();
app.disable('x-powered-by');
app.enable('case sensitive routing'); // only the exact path is the interface
app.enable('strict routing');

const rawBytes = express.raw({ type: () => true, limit: '2mb', inflate: false });
for (const [api, path] of Object.entries(PATHS)) {
  app.post(path, mediaType, rawBytes, authentication, decision(api));
  app.all(path, (request, response) => answer(request, response, 'METHOD_NOT_SUPPORTED'));
}
app.use((request, response) => answer(request, response, 'NO_INTERFACE_DEF'));

// Four parameters make this Express's place for errors. The trace stays in our log; the caller learns a result.
app.use((error, request, response, _next) => {
  const callersFault = error.status >= 400 && error.status < 500; // a body too large, cut short or compressed
  if (!callersFault) console.error(error);
  answer(request, response, callersFault ? 'PARAM_ILLEGAL' : 'UNKNOWN_EXCEPTION');
});

const port = Number(process.env.PORT ?? 8080);
const config = prepare(port, PATHS);
app.listen(port, '127.0.0.1', () => console.log(`Try it with: npx conformance --config ${config}`));
