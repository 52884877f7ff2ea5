/** The text of `conformance send`: the call, the signed text, the answer and how its signature was read. */
import { createPublicKey } from 'node:crypto';
import { answerFact } from '../../engine/check/facts.ts';
import { readAnswerSignature } from '../../engine/diagnosis/answer-signature.ts';
import { diagnoseAnswer } from '../../engine/diagnosis/signature-cases.ts';
import { isPublic } from '../../engine/report/public-words.ts';
import { createRedactor } from '../../engine/report/redact.ts';
import { wordsOf } from '../../engine/report/words.ts';
import type { ReportExchange } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { answerOf, header } from '../../engine/wire/answer.ts';
import type { Exchange, WireHeaders } from '../../engine/wire/exchange.ts';
import { edited } from '../../engine/wire/json.ts';
import { type SignatureText, signedContent } from '../../engine/wire/signing.ts';
import { curlLine } from '../../reporters/curl.ts';
import { oneLine, quote } from '../../reporters/escape.ts';
import { Sheet, type TerminalOptions } from '../../reporters/terminal.ts';
import type { Call, SentCall } from './call.ts';

/** Everything about one call, as text for a terminal. */
export function sentText(
  { exchange, messages, before }: SentCall,
  call: Call,
  settings: RunSettings,
  isUnredacted: boolean,
  options: TerminalOptions,
): string {
  const redactor = createRedactor(withWhatIsSet(settings, exchange.operation, call), isPublic);
  redactor.learn(exchange);
  const shown = isUnredacted ? plainExchange(exchange) : redactor.exchange(exchange);
  const text = (value: string) => (isUnredacted ? value : redactor.text(value));
  const sheet = new Sheet(options);
  const where = settings.embedded ? 'the built-in reference' : new URL(settings.target).origin;
  sheet.text(`${exchange.operation} to ${quote(where, 200)} ${call.says}`, 0, 'bold');
  if (before > 0) sheet.text(`after ${before} ${before === 1 ? 'call' : 'calls'} that introduced its token`);
  if (messages !== null) sheet.text(reachText(exchange.operation, messages));
  showRequest(sheet, shown);
  showSigned(sheet, exchange, settings, text);
  showAnswer(sheet, exchange, shown);
  showSignature(sheet, exchange, settings, text);
  const line = curlLine({ target: { url: settings.target } }, shown);
  const note = isUnredacted ? '' : ' (redacted; --unredacted prints it as it was sent)';
  if (line !== '') sheet.line().text(`Curl${note}`, 0, 'bold').line(`  ${line}`);
  return sheet.toString();
}

/** Values of the command line are as secret as those of the config. */
function withWhatIsSet(settings: RunSettings, api: string, { spec }: Call): RunSettings {
  const given = { body: edited({}, spec.edits ?? []), fresh: false };
  return { ...settings, requests: { ...settings.requests, [api]: [...(settings.requests[api] ?? []), given] } };
}

function reachText(api: string, messages: number): string {
  return messages > 0
    ? `This call may have reached a person: messages sent to people: ${api} ${messages}.`
    : 'An accepted call of this API may reach a person; this one was not accepted.';
}

function showRequest(sheet: Sheet, { request }: ReportExchange): void {
  sheet
    .line()
    .text('Request', 0, 'bold')
    .line(`  ${oneLine(`${request.method} ${request.path}`)}`);
  for (const [name, value] of request.headers) sheet.line(`  ${oneLine(`${name}: ${value}`)}`);
  sheet.line(`  ${oneLine(request.body)}`);
}

/** The text that the signature of the request was made over, as it is. */
function showSigned(sheet: Sheet, { request }: Exchange, settings: RunSettings, text: (value: string) => string): void {
  sheet.line().text('Signed text', 0, 'bold');
  if (settings.signing.mode === 'off') {
    sheet.text('Nothing: signing is off.', 2);
    return;
  }
  const { method, path, headers, body } = request;
  const clientId = header(headers, 'Client-Id') ?? '';
  const time = header(headers, 'Request-Time') ?? '';
  const content = signedContent({ method, path, clientId, time, body }).toString('utf8');
  for (const line of text(content).split('\n')) sheet.line(`  ${oneLine(line)}`);
}

function showAnswer(sheet: Sheet, exchange: Exchange, { response, noAnswer }: ReportExchange): void {
  sheet.line().text('Answer', 0, 'bold');
  if (response === null) {
    sheet.text(`None: ${noAnswer?.kind}, ${quote(noAnswer?.says ?? '', 200)}`, 2, 'red');
    return;
  }
  const words = wordsOf(answerFact(answerOf(exchange)));
  sheet.text(`${quote(words, 200)} (HTTP ${response.status}, ${Math.round(exchange.durationMs)} ms)`, 2);
  for (const [name, value] of response.headers) sheet.line(`  ${quote(`${name}: ${value}`, 1000)}`);
  sheet.line(`  ${quote(response.body, 4000)}`);
}

const forms: Readonly<Record<SignatureText, string>> = {
  'url-base64': 'base64, URL-encoded',
  base64: 'base64 that is not URL-encoded: G-07 fails',
  base64url: 'base64url',
  hex: 'hexadecimal digits: G-07 fails',
  'double-encoded': 'base64, URL-encoded twice: G-07 fails',
};

function showSignature(sheet: Sheet, exchange: Exchange, settings: RunSettings, text: (value: string) => string): void {
  if (exchange.response === null) return;
  sheet.line().text('Signature of the answer', 0, 'bold');
  const { publicKey } = settings.signing;
  if (publicKey === null) {
    sheet.text('Not verified: signing is off. Set clientId and signing in the config.', 2);
    return;
  }
  const read = readAnswerSignature(exchange, createPublicKey(publicKey), settings.clientId);
  if (read.state === 'right')
    sheet.text(`It verifies with signing.publicKey; written as ${forms[read.form]}.`, 2, 'green');
  else if (read.state === 'absent') sheet.text('The answer is not signed.', 2, 'yellow');
  else if (read.state === 'half') sheet.text(`It cannot be verified: ${read.says}.`, 2, 'red');
  else {
    const diagnosis = diagnoseAnswer(exchange, settings);
    sheet.text(quote(text(diagnosis?.says ?? `It does not verify: ${read.says}.`), 600), 2, 'red');
    if (diagnosis) sheet.text(quote(text(`${diagnosis.cure} (${diagnosis.code})`), 600), 2);
  }
  if (answerOf(exchange).code === 'INVALID_SIGNATURE')
    sheet.text('The target refuses our signature. To find out what it verifies: npx conformance doctor', 2);
}

/** An exchange as text, with nothing replaced. */
function plainExchange(exchange: Exchange): ReportExchange {
  const { request, response, startedAt, composedAt: _, ...rest } = exchange;
  const headers = (list: WireHeaders) => list.map(([name, value]) => [name, value] as [string, string]);
  const body = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
  return {
    ...rest,
    startedAt: new Date(startedAt).toISOString(),
    request: { ...request, headers: headers(request.headers), body: body(request.body) },
    response: response && { ...response, headers: headers(response.headers), body: body(response.body) },
  };
}
