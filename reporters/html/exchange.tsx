/** One recorded exchange in the HTML report: request, answer, the guilty field marked, a curl line. */
import type { ReportExchange } from '../../engine/report.ts';
import { requestUrl } from '../curl.ts';
import { cut, oneLine, quote, visible } from '../escape.ts';
import { curlOf } from '../evidence.ts';
import { layOutJson, type Piece } from '../json-text.ts';
import { wrapCommand } from '../terminal.ts';
import { Copyable, type Page, Words } from './parts.tsx';

/** Columns of a shell command. */
export const commandWidth = 110;
const longest = { laidOut: 16_000, shown: 4_000, header: 400, headers: 40 };

/** An exchange; `field` is the guilty part of the request, behind `response:` of the answer. */
export function Exchange({ page, exchange, field = '' }: { page: Page; exchange: ReportExchange; field?: string }) {
  const inAnswer = field.startsWith('response:');
  const { request, response, noAnswer } = exchange;
  const curl = curlOf(page.report, exchange);
  return (
    <div class="exchange">
      <p class="exchange-head">
        <strong>{quote(exchange.id, 40)}</strong> <Words text={exchange.title} limit={200} />
        <span class="quiet">
          {' '}
          {quote(exchange.startedAt, 40)}, {Number(exchange.durationMs.toPrecision(3))} ms
          {exchange.marker === '' ? '' : `, marker ${quote(exchange.marker, 60)}`}
        </span>
      </p>
      <div class="sides">
        <Side
          name="Request"
          start={`${oneLine(request.method)} ${quote(requestUrl(page.report, exchange), 400)}`}
          headers={request.headers}
          body={request.body}
          place={inAnswer ? '' : field}
        />
        {response ? (
          <Side
            name="Answer"
            start={`HTTP ${response.status}`}
            headers={response.headers}
            body={response.body}
            place={inAnswer ? field.slice('response:'.length) : ''}
            note={response.truncated ? 'The answer was truncated at the size limit.' : ''}
          />
        ) : (
          <div class="side">
            <h5>Answer</h5>
            <p class="absent">
              None: <Words text={noAnswer ? `${noAnswer.kind}, ${noAnswer.says}` : 'not recorded'} />
            </p>
          </div>
        )}
      </div>
      {curl ? (
        <div class="line">
          <h5>curl command, with the redacted values shown here</h5>
          <Copyable
            text={wrapCommand(curl, commandWidth).join('\n')}
            label={`curl command of ${quote(exchange.id, 40)}`}
          />
        </div>
      ) : null}
    </div>
  );
}

function Side(props: {
  name: string;
  start: string;
  headers: [string, string][];
  body: string;
  /** A JSON pointer into the body, `header:NAME`, `method`, `path` or `body`. */
  place: string;
  note?: string;
}) {
  const { name, start, headers, body, place, note } = props;
  const pointer = place.startsWith('/') ? place : '';
  const guilty = place.startsWith('header:') ? place.slice('header:'.length).toLowerCase() : null;
  const isAbsent = guilty !== null && !headers.some(([header]) => header.toLowerCase() === guilty);
  const laid = body.length <= longest.laidOut ? layOutJson(body, pointer) : null;
  const shown = headers.slice(0, longest.headers);
  return (
    <div class="side">
      <h5>{name}</h5>
      <pre>
        <span class="start">{place === 'method' || place === 'path' ? <mark>{start}</mark> : start}</span>
        {shown.map(([header, value]) => {
          const line = `${quote(header, 200)}: ${quote(value, longest.header)}`;
          return ['\n', header.toLowerCase() === guilty ? <mark>{line}</mark> : line];
        })}
        {headers.length > shown.length ? `\n… and ${headers.length - shown.length} more headers` : ''}
        {body === '' ? '' : '\n\n'}
        <Body pieces={laid?.pieces ?? [{ text: body, marked: false }]} />
      </pre>
      {pointer !== '' && !laid?.found ? (
        <p class="absent">
          <code>{quote(pointer, 200)}</code> is not in this body.
        </p>
      ) : null}
      {isAbsent ? (
        <p class="absent">
          The header <code>{quote(place.slice('header:'.length), 200)}</code> is missing.
        </p>
      ) : null}
      {note ? <p class="absent">{note}</p> : null}
    </div>
  );
}

/** The body, cut around what is marked: what came before is kept as far as it fits. */
function Body({ pieces }: { pieces: Piece[] }) {
  let room = longest.shown;
  return (
    <>
      {pieces.map(({ text, marked }) => {
        const part = visible(cut(text, marked ? Math.max(room, 600) : Math.max(room, 80)));
        room = Math.max(0, room - text.length);
        return marked ? <mark>{part}</mark> : part;
      })}
    </>
  );
}
