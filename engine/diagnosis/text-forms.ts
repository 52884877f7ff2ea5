/** The parts of a signed text besides the body as hasty programs write them: another path, time, client, separator. */
import type { Deviation, SignedText } from './deviations.ts';

type Part = Deviation['part'];

/** What is known of a message that may have found its way into the signed text. */
export interface Surroundings {
  /** `answer`: the time is a Response-Time; `request`: a Request-Time. */
  readonly side: 'request' | 'answer';
  /** Scheme and host of the request. */
  readonly origin: string | null;
  /** Times that stand near: the other time header, Date. */
  readonly otherTimes: readonly { readonly name: string; readonly value: string }[];
  /** Client ids that stand near. */
  readonly otherClientIds: readonly { readonly name: string; readonly value: string }[];
  /** Paths that may have been put there as a constant. */
  readonly knownPaths: readonly string[];
}

/** Wrong ways with every part but the body, the likeliest first. */
export function textDeviations(right: SignedText, near: Surroundings): Deviation[] {
  const all = [
    ...times(right, near),
    ...paths(right, near),
    ...methods(right),
    ...clients(right, near),
    ...separators(right),
    ...layouts(right, near),
    ...digested(),
  ];
  return all.filter(({ set }) =>
    Object.entries(set).some(([part, value]) => right[part as keyof SignedText] !== value),
  );
}

function timeName({ side }: Surroundings): string {
  return side === 'answer' ? 'Response-Time' : 'Request-Time';
}

const ofPart =
  (part: Part, cure: string) =>
  (code: Deviation['code'], says: string, set: Partial<SignedText>, rare = false): Deviation => ({
    part,
    code,
    says,
    cure,
    set,
    rare,
  });

function times({ time }: SignedText, near: Surroundings): Deviation[] {
  const name = timeName(near);
  const made = ofPart('time', `Generate the time once, and use the same text in ${name} and in the signed text.`);
  const others = near.otherTimes.map(({ name: other, value }) =>
    made(
      other === 'Request-Time' ? 'signed-over-request-time' : 'signed-over-other-time',
      `made over the ${other} instead of the ${name}`,
      { time: value },
    ),
  );
  const nothing = ['', 'null', 'undefined', 'None'].map((text) =>
    made(
      'signed-without-time',
      text === '' ? 'made without the time' : `made over the word ${text} instead of the time`,
      {
        time: text,
      },
    ),
  );
  const forms = otherForms(time).map((text) =>
    made('signed-over-other-time', `made over the same moment in another form (${text})`, { time: text }),
  );
  const apart = neighbours(time).map(({ says, text }) =>
    made('signed-over-other-time', `made over a moment ${says} the one in ${name}`, { time: text }, true),
  );
  return [...others, ...nothing, ...forms, ...apart];
}

const isoForm = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

function moment(time: string): number | null {
  if (/^\d{13}$/.test(time)) return Number(time);
  if (/^\d{10}$/.test(time)) return Number(time) * 1000;
  const epochMs = Date.parse(time);
  return Number.isNaN(epochMs) ? null : epochMs;
}

/** The same moment as other libraries print it. */
function otherForms(time: string): string[] {
  const epochMs = moment(time);
  if (epochMs === null) return [];
  const zulu = new Date(epochMs).toISOString();
  const local = new Date(epochMs + 8 * 3_600_000).toISOString().slice(0, 19);
  return [
    String(epochMs),
    String(Math.floor(epochMs / 1000)),
    zulu,
    `${zulu.slice(0, 19)}Z`,
    `${zulu.slice(0, 19)}+00:00`,
    `${local}+08:00`,
    `${local}+0800`,
    time.replace(/\.\d+/, ''),
    time.replace(/Z$|[+-]\d\d:?\d\d$/, ''),
    time.replace('T', ' '),
    time.replace(/[-:]/g, ''),
    encodeURIComponent(time),
  ];
}

/** Moments shortly before and after in the same form: the clock was read twice. */
function neighbours(time: string): { says: string; text: string }[] {
  const [, day = '', clock = '', fraction = '', zone = ''] = isoForm.exec(time) ?? [];
  if (day === '') return [];
  const steps = fraction.length === 4 ? { unit: 'ms', size: 1, reach: 60 } : { unit: 's', size: 1000, reach: 3 };
  const base = Date.parse(`${day}T${clock}${fraction.slice(0, 4)}Z`);
  const between = time[10]!;
  const list: { says: string; text: string }[] = [];
  for (let n = 1; n <= steps.reach; n += 1) {
    for (const [sign, word] of [
      [-1, 'before'],
      [1, 'after'],
    ] as const) {
      const text = new Date(base + sign * n * steps.size).toISOString().replace('T', between);
      const end = fraction.length === 4 ? text.slice(19, 23) : fraction;
      list.push({ says: `${n} ${steps.unit} ${word}`, text: `${text.slice(0, 19)}${end}${zone}` });
    }
  }
  return list;
}

function paths({ path }: SignedText, { origin, knownPaths }: Surroundings): Deviation[] {
  const ofWhole = `Sign the path with its query exactly as it was requested: ${path}.`;
  const made = ofPart('path', ofWhole);
  const [bare = ''] = path.split('?');
  const query = path.slice(bare.length);
  const steps = bare.split('/').slice(1);
  const ends = steps.slice(1).map((_, i) => ({
    beginning: `/${steps.slice(0, i + 1).join('/')}`,
    rest: `/${steps.slice(i + 1).join('/')}${query}`,
  }));
  const hosts = origin === null ? [] : [origin, origin.replace(/^http:/, 'https:'), origin.replace(/^https?:\/\//, '')];
  return [
    made('signed-over-path-without-query', 'made over the path without its query', { path: bare }),
    ...hosts.map((host) =>
      made('signed-over-url-with-host', `made over ${host}${path} instead of the path alone`, {
        path: `${host}${path}`,
      }),
    ),
    ...(bare.endsWith('/')
      ? [
          made('signed-over-path-without-slash', 'made over the path without the slash at its end', {
            path: bare.replace(/\/+$/, '') + query,
          }),
        ]
      : [
          made('signed-over-path-with-slash', 'made over the path with a slash at its end', {
            path: `${bare}/${query}`,
          }),
        ]),
    ...ends.map(({ beginning, rest }) => ({
      ...made('signed-over-path-without-prefix', `made over the path without its beginning ${beginning}`, {
        path: rest,
      }),
      cure: `${ofWhole} ${ofPrefix(beginning)}`,
    })),
    made('signed-over-path-without-slash', 'made over the path without the slash at its beginning', {
      path: path.slice(1),
    }),
    ...knownPaths.map((constant) =>
      made('signed-over-constant-path', `made over the constant path ${constant} instead of ${path}`, {
        path: constant,
      }),
    ),
    made('signed-over-path-in-lower-case', 'made over the path in lower case', { path: path.toLowerCase() }),
    made('signed-over-decoded-path', 'made over the path with its percent signs decoded', { path: decoded(path) }),
    made('signed-without-path', 'made without the path', { path: '' }),
  ];
}

/** What to do where a proxy is the cause. */
export function ofPrefix(beginning: string): string {
  return `If a proxy removes ${beginning} before it passes requests on, let it pass the path on unchanged, or configure ${beginning} in the application as its public prefix.`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function methods({ method }: SignedText): Deviation[] {
  const made = ofPart('method', `Begin the signed text with ${method} in upper case and one space.`);
  const others = ['GET', 'PUT', 'POST'].filter((other) => other !== method);
  return [
    made('signed-over-method-in-lower-case', 'made over the method in small letters', { method: method.toLowerCase() }),
    made('signed-without-method', 'made without the method', { method: '', gap: '' }),
    made('signed-without-method', 'made without the method, the space behind it left', { method: '' }),
    ...others.map((other) => made('signed-over-other-method', `made over the method ${other}`, { method: other })),
    made('signed-with-other-separators', 'made without the space between method and path', { gap: '' }),
  ];
}

function clients({ clientId }: SignedText, { otherClientIds }: Surroundings): Deviation[] {
  const made = ofPart('client', 'Sign the Client-Id of the message header.');
  return [
    ...otherClientIds.map(({ name, value }) =>
      made('signed-for-other-client', `made for ${name} instead of the Client-Id in its header`, { clientId: value }),
    ),
    ...['', 'null', 'undefined', 'None'].map((text) =>
      made(
        'signed-without-client',
        text === '' ? 'made without the client id' : `made over the word ${text} instead of the client id`,
        { clientId: text },
      ),
    ),
    made('signed-for-other-client', 'made for the client id in small letters', { clientId: clientId.toLowerCase() }),
  ];
}

function separators(_: SignedText): Deviation[] {
  const dots = ofPart('separators', 'Put one dot after the client id and one after the time.');
  const ends = ofPart('line-end', 'Put one line feed (the byte 0A) between the path and the client id.');
  const names: [string, string][] = [
    [':', 'colons'],
    [',', 'commas'],
    ['|', 'bars'],
    ['-', 'hyphens'],
    ['\n', 'line feeds'],
    [' ', 'spaces'],
    ['&', 'ampersands'],
  ];
  return [
    ends('signed-without-line-feed', 'made without the line feed behind the path', { lineEnd: '' }),
    ends('signed-over-other-line-end', 'made with CR LF behind the path', { lineEnd: '\r\n' }),
    ends('signed-over-other-line-end', 'made with a backslash and an n behind the path', { lineEnd: '\\n' }),
    ends('signed-over-other-line-end', 'made with a space behind the path', { lineEnd: ' ' }),
    ends('signed-over-other-line-end', 'made with two line feeds behind the path', { lineEnd: '\n\n' }),
    ...names.map(([text, name]) =>
      dots('signed-with-other-separators', `made with ${name} in place of the dots`, { dot: text, lastDot: text }),
    ),
    dots('signed-without-separators', 'made without the dots', { dot: '', lastDot: '' }),
    dots('signed-without-separators', 'made without the dot behind the client id', { dot: '' }),
    dots('signed-without-separators', 'made without the dot before the body', { lastDot: '' }),
    dots('signed-with-other-separators', 'made with a line feed before the body', { lastDot: '\n' }),
  ];
}

function layouts({ clientId, time }: SignedText, near: Surroundings): Deviation[] {
  const made = ofPart(
    'layout',
    `Sign method, space, path, line feed, Client-Id, dot, ${timeName(near)}, dot and body, in this order.`,
  );
  const noFirstLine = { method: '', gap: '', path: '', lineEnd: '' };
  const noIds = { clientId: '', dot: '', time: '', lastDot: '' };
  return [
    made('signed-over-body-alone', 'made over the body alone', { ...noFirstLine, ...noIds }),
    made('signed-without-first-line', 'made without the line of method and path', noFirstLine),
    made('signed-without-client', 'made without client id and time', noIds),
    made('signed-with-time-before-client', 'made with the time before the client id', {
      clientId: time,
      time: clientId,
    }),
  ];
}

function digested(): Deviation[] {
  const made = ofPart('digest', 'Pass the text itself to the signing function: it computes the digest.');
  return [
    made('signed-over-digest', 'made over the SHA-256 of the text in hexadecimal digits', { digested: 'hex' }),
    made('signed-over-digest', 'made over the SHA-256 of the text: digested twice', { digested: 'bytes' }),
    made('signed-over-digest', 'made over the SHA-256 of the text in base64', { digested: 'base64' }),
    made(
      'signed-over-digest',
      'made over the SHA-256 of the text in capital hexadecimal digits',
      { digested: 'HEX' },
      true,
    ),
  ];
}
