/** `conformance doctor` from outside: lines, JSON, exit codes, and what it finds for a caller. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { examine, findingsText } from '../../cli/doctor/doctor.ts';
import { exitCodeOf, type Finding } from '../../cli/doctor/finding.ts';
import { proxyFor } from '../../cli/doctor/route.ts';
import { main } from '../../cli/main.ts';
import { setColumns, wide } from '../support/command-line.ts';
import { closedPort, speaking } from '../support/stand-ins.ts';

let printed = '';

beforeEach(() => {
  for (const stream of ['stdout', 'stderr'] as const) setColumns(stream, wide);
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(((text: string, done?: () => void) => {
    printed += text;
    done?.();
    return true;
  }) as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const stream of ['stdout', 'stderr'] as const) setColumns(stream, undefined);
  process.exitCode = 0;
});

async function run(line: string): Promise<unknown> {
  await main(line.split(' '));
  const code = process.exitCode;
  process.exitCode = 0;
  return code;
}

describe('the command', () => {
  test('against the built-in reference nothing is found', async () => {
    expect(await run('doctor --embedded --api sendOTP')).toBe(0);
    const lines = printed.trimEnd().split('\n');
    expect(lines[0]).toBe('ok     config   Role mpp against the built-in reference: sendOTP.');
    expect(lines.slice(-2)).toEqual(['No faults found.', 'Next: npx conformance --api sendOTP']);
  });

  test('a fault is one line with its fix', async () => {
    const port = await closedPort();
    expect(await run(`doctor --target http://127.0.0.1:${port}`)).toBe(3);
    expect(printed).toContain(
      `FAULT  tcp      Nothing listens on 127.0.0.1:${port}. Start the target, or correct host and port in its URL.\n`,
    );
    expect(printed.trimEnd().split('\n').at(-1)).toBe('1 fault to correct before a run.');
  });

  test('as JSON', async () => {
    const port = await closedPort();
    expect(await run(`doctor --json --target http://127.0.0.1:${port}`)).toBe(3);
    const findings = JSON.parse(printed) as Finding[];
    expect(findings.find(({ level }) => level === 'fault')).toMatchObject({ step: 'tcp', code: 'connection-refused' });
  });

  test('a fault of usage is a finding too', async () => {
    expect(await run('doctor --target localhost:8080')).toBe(2);
    expect(printed).toMatch(/^FAULT {2}config {3}target "localhost:8080" is not an http or https URL\. Write it like/);
  });

  test('a refused call without a configured user foretells an incomplete run', () => {
    const note: Finding = { step: 'calls', level: 'note', code: 'no-fixture', says: 'Refused.', cure: 'Add a user.' };
    expect(findingsText([note])).toContain('No faults found, but a run would be incomplete (exit code 4)');
    expect(findingsText([{ ...note, step: 'clock' }])).toMatch(/No faults found\.\nNext: npx conformance$/);
  });

  test('what a server says has no effect on a terminal', () => {
    const hostile: Finding = {
      step: 'http',
      level: 'fault',
      code: 'not-http',
      says: 'It says "\u001b[2J\nFAULT".',
      cure: 'No.',
    };
    expect(findingsText([hostile])).toContain('FAULT  http     It says "\\u001b[2J\\nFAULT". No.');
  });
});

describe('a caller', () => {
  const caller = (listen: string, url: string) => ({
    config: { role: 'mpp-client' as const, client: { listen, trigger: { url } } },
  });

  test('a free port and a trigger that can be reached', async () => {
    const trigger = await speaking(() => {});
    const findings = await examine(caller(`127.0.0.1:${await closedPort()}`, `${trigger.url}/trigger`), {});
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    await trigger.close();
  });

  test('a port that is taken, a trigger that is not there', async () => {
    const taken = await speaking(() => {});
    const findings = await examine(caller(`127.0.0.1:${taken.port}`, `http://127.0.0.1:${await closedPort()}`), {});
    expect(findings.filter(({ level }) => level === 'fault').map(({ code }) => code)).toEqual([
      'listen-refused',
      'trigger-unreachable',
    ]);
    expect(exitCodeOf(findings)).toBe(3);
    await taken.close();
  });

  test('the embedded one needs nothing', async () => {
    const findings = await examine({ config: { role: 'mpp-client' } }, {});
    expect(exitCodeOf(findings)).toBe(0);
  });
});

test('Alipay+ embedded: all is well', async () => {
  const findings = await examine({ config: { role: 'alipayplus' } }, {});
  expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
});

describe('the proxy of the environment', () => {
  const https = new URL('https://mpp.example.com');
  test.each([
    ['HTTPS_PROXY', https, { HTTPS_PROXY: 'http://proxy:3128' }, 'proxy'],
    ['https_proxy first', https, { https_proxy: 'http://small:3128', HTTPS_PROXY: 'http://large:3128' }, 'small'],
    ['HTTP_PROXY for https too', https, { HTTP_PROXY: 'http://proxy:3128' }, 'proxy'],
    ['never for this machine', new URL('http://127.0.0.1:8080'), { HTTP_PROXY: 'http://proxy:3128' }, null],
    ['not for a host of NO_PROXY', https, { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'a.b, mpp.example.com' }, null],
    ['not for a domain of NO_PROXY', https, { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '.example.com' }, null],
    [
      'NO_PROXY of another port',
      https,
      { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'mpp.example.com:8443' },
      'proxy',
    ],
    ['NO_PROXY for all', https, { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '*' }, null],
  ])('%s', (_, target, env, host) => {
    expect(proxyFor(target, env)?.hostname ?? null).toBe(host);
  });
});
