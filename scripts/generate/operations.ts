/** Makes the operations table from the document: paths, fields, result codes, examples. */
import type { OperationSource, ProbingSource, Schema, SpecDocument } from './document.ts';
import { resolve } from './document.ts';
import { type Field, listFields } from './fields.ts';
import { bodyRules, type Rule, requestRules, responseRules, type Voice } from './rules.ts';

/** One operation as generated/operations.ts has it, without the group links. */
export interface Operation {
  id: string;
  path: string;
  pathAssumed: boolean;
  caller: string;
  server: string;
  effect: string | null;
  summary: string;
  page: string;
  probing: Record<keyof ProbingSource, unknown>;
  body: Rule[];
  request: (Field & { rules: Rule[] })[];
  response: (Field & { rules: Rule[] })[];
  resultCodes: Record<string, string>;
  requestExample: unknown;
  minimalExample: unknown;
  responseExamples: Record<string, unknown>;
}

/** Every operation of the document, in the order of the design: the APIs of the MPP first. */
export function makeOperations(document: SpecDocument): Operation[] {
  return Object.entries(document.paths)
    .map(([path, item]) => makeOperation(document, path, item.post, item['x-assumed'] === true))
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

const order = [
  'sendOTP',
  'sendActivationCode',
  'tokenActivationNotification',
  'tokenDigitizeDecision',
  'getPaymentCode',
];

const partyNames: Record<string, string> = { mpp: 'The MPP', alipayplus: 'Alipay+' };

function makeOperation(document: SpecDocument, path: string, post: OperationSource, pathAssumed: boolean): Operation {
  const request = post.requestBody.content['application/json'];
  const response = post.responses['200'].content['application/json'];
  const voice: Voice = {
    operation: post.operationId,
    server: partyNames[post['x-server']]!,
    caller: partyNames[post['x-caller']]!,
    page: post.externalDocs.url,
  };
  return {
    id: post.operationId,
    path,
    pathAssumed,
    caller: post['x-caller'],
    server: post['x-server'],
    effect: post['x-effect'] ?? null,
    summary: post.summary,
    page: post.externalDocs.url,
    probing: { nobody: null, credential: null, introduces: null, refersTo: null, times: {}, ...post['x-probing'] },
    body: bodyRules(voice),
    request: listFields(document, request.schema).map(({ schema, condition: _, ...field }) => ({
      ...field,
      rules: requestRules(voice, field, schema),
    })),
    response: listFields(document, response.schema).map(({ schema, condition, ...field }) => ({
      ...field,
      rules: responseRules(voice, field, schema, condition),
    })),
    resultCodes: readResultCodes(document, response.schema),
    requestExample: request.examples.full!.value,
    minimalExample: request.examples.minimal!.value,
    responseExamples: Object.fromEntries(Object.entries(response.examples).map(([name, { value }]) => [name, value])),
  };
}

/** The pairs of code and status, read from the alternatives of the result. */
function readResultCodes(document: SpecDocument, response: Schema): Record<string, string> {
  const result = resolve(document, resolve(document, response).properties!.result!);
  const table: Record<string, string> = {};
  for (const part of result.allOf ?? []) {
    for (const alternative of resolve(document, part).oneOf ?? []) {
      const { resultCode, resultStatus } = resolve(document, alternative).properties!;
      for (const code of resultCode!.enum ?? [resultCode!.const!]) table[code!] = resultStatus!.const!;
    }
  }
  return table;
}
