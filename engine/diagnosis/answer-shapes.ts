/** Answers without a result, by their form: the default error answer of a framework, an error page, or the result in another object. */
import type { Diagnosis } from '../report.ts';
import { answerOf, header } from '../wire/answer.ts';
import type { Exchange, WireResponse } from '../wire/exchange.ts';
import { isObject, type JsonObject } from '../wire/json.ts';

/** The default error answer of a framework. */
interface Shape {
  readonly framework: string;
  readonly has: (json: JsonObject) => boolean;
  /** Where the framework lets an application write such answers itself. */
  readonly handler: string;
}

const texts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const hasOnly = (json: JsonObject, ...names: readonly string[]) =>
  Object.keys(json).every((key) => names.includes(key));

/** The most telling first. */
const shapes: readonly Shape[] = [
  {
    framework: 'Spring Boot',
    has: (json) => 'timestamp' in json && isNumber(json.status) && isText(json.error),
    handler: 'a @RestControllerAdvice for all exceptions, and an ErrorController for what does not reach a controller',
  },
  {
    framework: 'ASP.NET Core (problem details)',
    has: (json) => isText(json.title) && isNumber(json.status) && ('traceId' in json || isText(json.type)),
    handler: 'ApiBehaviorOptions.InvalidModelStateResponseFactory and UseExceptionHandler',
  },
  {
    framework: 'NestJS or Fastify',
    has: (json) => isNumber(json.statusCode) && 'message' in json,
    handler: 'an exception filter (NestJS: useGlobalFilters), or setErrorHandler and setNotFoundHandler (Fastify)',
  },
  {
    framework: 'Laravel',
    has: (json) => isText(json.message) && (hasOnly(json, 'message') || isObject(json.errors) || 'exception' in json),
    handler: 'withExceptions in bootstrap/app.php, or the render method of the exception handler',
  },
  {
    framework: 'FastAPI or Django REST framework',
    has: (json) => hasOnly(json, 'detail', 'body') && 'detail' in json,
    handler:
      'handlers of RequestValidationError and HTTPException (FastAPI), or EXCEPTION_HANDLER (Django REST framework)',
  },
  {
    framework: 'Rails',
    has: (json) => hasOnly(json, 'status', 'error', 'exception', 'traces') && 'status' in json && isText(json.error),
    handler: 'rescue_from in the base controller, and config.exceptions_app for what does not reach it',
  },
  {
    framework: 'Django REST framework',
    has: (json) => Object.values(json).every(texts),
    handler: 'EXCEPTION_HANDLER in the settings of REST_FRAMEWORK, and handler404',
  },
];

/** How every refusal reads. */
const wanted =
  'Each answer is HTTP 200 with {"result":{"resultStatus":"F","resultCode":"PARAM_ILLEGAL","resultMessage":"…"}}, or the code that fits, and is signed.';

/** What the form of an answer without a result shows about who wrote it; null where it shows nothing certain. */
export function answerShape(exchange: Exchange): Diagnosis | null {
  const { response } = exchange;
  const { json, result, http } = answerOf(exchange);
  if (!response || result) return null;
  if (!isObject(json)) return errorPage(response, http);
  if (Object.keys(json).length === 0) return null;
  return inEnvelope(json, response) ?? (http >= 400 ? frameworkError(json, response, http) : null);
}

function frameworkError(json: JsonObject, response: WireResponse, http: number): Diagnosis | null {
  const shape = shapes.find(({ has }) => has(json));
  if (!shape) return null;
  const { framework, handler } = shape;
  return {
    code: 'framework-error',
    says: `HTTP ${http} with the default error answer of ${framework}, without a result: ${startOf(response)}.`,
    cure: `Write such answers in the application: ${handler}. ${wanted}`,
  };
}

function errorPage(response: WireResponse, http: number): Diagnosis | null {
  const text = Buffer.from(response.body).subarray(0, 4096).toString('latin1');
  const isPage = /html/i.test(header(response.headers, 'Content-Type') ?? '') || /^\s*<(!doctype|html)/i.test(text);
  if (http < 400 || !isPage) return null;
  const isExpress = /<title>Error<\/title>[\s\S]*<pre>/.test(text);
  if (isExpress) {
    return {
      code: 'framework-error',
      says: `HTTP ${http} with the default error page of Express, without a result: ${shortened(textOf(text))}.`,
      cure: `Write such answers in the application: an error handler with four parameters, and a last handler for unknown paths. ${wanted}`,
    };
  }
  const server = header(response.headers, 'Server');
  return {
    code: 'error-page',
    says: `HTTP ${http} with a web page${server ? ` of ${server.slice(0, 40)}` : ''}, without a result: ${shortened(textOf(text))}.`,
    cure: `Find out who writes it: the application, or a gateway or web server before it. In a gateway turn off its error pages for these paths, and the rule that refuses such requests. ${wanted}`,
  };
}

const ownFields = ['resultStatus', 'resultCode', 'resultMessage'];

/** The fields of a result at the top, or the whole answer one level down. */
function inEnvelope(json: JsonObject, response: WireResponse): Diagnosis | null {
  const inner = Object.entries(json).find(([, value]) => isObject(value) && isObject(value.result));
  if (!inner && !ownFields.some((name) => name in json)) return null;
  const where = inner
    ? `The answer is the member ${inner[0].slice(0, 30)} of another object`
    : `The fields of result are not in an object of that name (the answer has ${namesIn(json)})`;
  return {
    code: 'answer-in-envelope',
    says: `${where}: ${startOf(response)}.`,
    cure: 'Answer {"result":{"resultStatus":"…","resultCode":"…","resultMessage":"…"}} with the other fields of the API beside result: take these paths out of the wrapper that a base controller, an interceptor or a ResponseBodyAdvice puts around answers.',
  };
}

function namesIn(json: JsonObject): string {
  return Object.keys(json)
    .slice(0, 6)
    .map((name) => name.slice(0, 30))
    .join(', ');
}

function startOf({ body }: WireResponse): string {
  return shortened(Buffer.from(body).subarray(0, 1024).toString('utf8'));
}

function textOf(page: string): string {
  const body = /<body[^>]*>([\s\S]*)/i.exec(page)?.[1] ?? page;
  return body.replace(/<[^>]*>/g, ' ');
}

const shownLength = 160;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line;
}
