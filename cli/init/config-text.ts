/** The config file that `conformance init` writes: the given values, and all other keys as comments to fill in. */
import { stringify } from 'yaml';
import { type OperationId, operations } from '../../contract/apis.ts';
import { userFields } from '../../engine/report/config-lines.ts';
import type { Role } from '../../engine/report.ts';

/** Answers to the questions of `init`. */
export interface InitAnswers {
  readonly role: Role;
  readonly target: string | null;
  readonly trigger: string | null;
  readonly apis: readonly OperationId[];
  /** Specs of further APIs, relative to the file. */
  readonly specs?: readonly string[];
  /** Not all of the role's APIs. */
  readonly narrowed: boolean;
  readonly clientId: string | null;
  readonly privateKey: string | null;
  readonly publicKey: string | null;
}

/** First line of a config: editors check it and complete keys. */
export const schemaLine =
  '# yaml-language-server: $schema=node_modules/alipayplus-conformance/generated/config.schema.json';

/** The text of the file. */
export function initText(answers: InitAnswers): string {
  const sections = [
    schemaLine,
    place(answers),
    signing(answers),
    paths(answers),
    answers.role === 'mpp-client' ? client(answers) : '',
    users(answers),
    scenarios(answers),
    limits(answers),
    '# Requirements that may fail until a date, each with reason and owner.\n# waivers:\n#   - { requirement: sendOTP/OTP-12, reason: …, owner: …, until: 2027-01-31 }',
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function place({ role, target, apis, specs = [], narrowed }: InitAnswers): string {
  const lines = ['# The system under test.'];
  if (target !== null) lines.push(line('target', target));
  lines.push(line('role', role));
  if (specs.length > 0) lines.push(`specs: [${specs.map(value).join(', ')}]`);
  lines.push(`${narrowed ? '' : '# '}apis: [${apis.join(', ')}]`);
  return lines.join('\n');
}

function signing({ clientId, privateKey, publicKey }: InitAnswers): string {
  const sign = (text: string, given: string | null): string => (given === null ? `# ${text}` : text);
  const keys = [
    `  privateKey: ${value(privateKey ?? 'keys/suite.pem')}   # YOURS: the suite signs requests with it`,
    `  publicKey: ${value(publicKey ?? 'keys/target-public.pem')}   # THE TARGET's: the suite verifies answers with it`,
  ];
  const both = privateKey !== null && publicKey !== null ? '' : null;
  return [
    '# Without keys the signature requirements are not run. Paths are relative to this file; PEM text also works.',
    sign(`clientId: ${value(clientId ?? 'SANDBOX_5Y0000000000000000')}`, clientId),
    ...['signing:', '  keyVersion: "1"', ...keys].map((text) => sign(text, both)),
  ].join('\n');
}

function paths({ apis, role }: InitAnswers): string {
  if (role === 'mpp-client') return '';
  const lines = apis.map(
    (id) => `#   ${id}: ${operations[id].path}${operations[id].pathAssumed ? '   # assumed, not published' : ''}`,
  );
  return ['# Paths of the APIs, if they differ from these.', '# paths:', ...lines].join('\n');
}

function client({ trigger }: InitAnswers): string {
  return [
    '# Where the simulated Alipay+ listens, and the URL that starts a call of your caller.',
    'client:',
    '  listen: 127.0.0.1:9000',
    `  trigger: { url: ${value(trigger ?? 'http://127.0.0.1:8080/trigger')} }`,
    '  # retryWindowMs: 20000   # time within which a call must be repeated',
    '  # timeoutMs: 5000        # time-out of your caller',
  ].join('\n');
}

function users({ apis }: InitAnswers): string {
  const lines = apis.map((id) => {
    const body = `{ ${userFields(operations[id], apis)
      .map((field) => `${field}: …`)
      .join(', ')} }`;
    return operations[id].effect === null
      ? `#   ${id}: ${body}`
      : `#   ${id}: [${body}, ${body.replace(' }', ', fresh: true }')}]`;
  });
  return [
    '# Users of your test environment; a list is a pool. Fields that are left out are sent as in the example of the spec.',
    '# requests:',
    ...lines,
  ].join('\n');
}

function scenarios({ apis, role }: InitAnswers): string {
  if (role === 'mpp-client') return '';
  const lines = apis.map((id) => {
    const codes = Object.keys(operations[id].resultCodes).filter(
      (code) => code.startsWith('USER_') || code === 'INVALID_TOKEN',
    );
    const field = userFields(operations[id], apis)[0];
    return `#   ${id}: { ${(codes.length > 0 ? codes : ['PROCESS_FAIL'])
      .slice(0, 2)
      .map((code) => `${code}: { ${field}: … }`)
      .join(', ')} }`;
  });
  return ['# Requests that the target answers with this result code or decision.', '# scenarios:', ...lines].join('\n');
}

function limits({ apis }: InitAnswers): string {
  const costly = apis.filter((id) => operations[id].effect !== null);
  if (costly.length === 0) return '';
  const lines = costly.map((id) => `#   ${id}: { perFixture: 3, restMs: 60000, maxSends: 12 }`);
  return ['# Limits for calls that send a message to a person.', '# limits:', ...lines].join('\n');
}

function line(key: string, text: string): string {
  return `${key}: ${value(text)}`;
}

/** A string as YAML on one line; text of several lines, such as PEM, is written in quotes. */
function value(text: string): string {
  return text.includes('\n') ? JSON.stringify(text) : stringify(text, { lineWidth: 0 }).trimEnd();
}
