/** What reaches a terminal, a pipe, a directory and a build server. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkedConfig } from '../../cli/config/check.ts';
import { parseConfig } from '../../cli/config/parse.ts';
import { initText } from '../../cli/init/config-text.ts';
import { planText, type RunPlan } from '../../cli/run/dry-run.ts';
import { progressView } from '../../cli/run/progress.ts';
import { publish } from '../../cli/run/publish.ts';
import { wantsColour, wantsUnicode } from '../../cli/terminal/output.ts';
import { table } from '../../cli/terminal/text-table.ts';
import { sampleReport } from '../support/sample-report.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('colour', () => {
  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('terminal %s with %j: %s', (isTTY, env, wanted) => {
    expect(wantsColour({ isTTY }, env)).toBe(wanted);
  });

  test.each([
    [{}, true],
    [{ LANG: 'en_US.UTF-8' }, true],
    [{ LANG: 'C' }, false],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'POSIX' }, false],
    [{ LC_CTYPE: 'C.utf8', LANG: 'C' }, true],
  ])('more than ASCII with %j: %s', (env, wanted) => {
    expect(wantsUnicode(env)).toBe(wanted);
  });
});

const progress = { phase: 'sendOTP', done: 120, planned: 400, requests: 118, failed: 2 };

/** A view on a screen or a log, with a clock that stands still unless it is moved. */
function viewOn(isTTY: boolean, dumb = false, columns = 100) {
  let text = '';
  let clock = 0;
  const view = progressView({ isTTY, columns, write: (more: string) => (text += more) }, dumb, () => clock);
  return { view, later: (ms: number) => (clock += ms), text: () => text };
}

describe('the live line', () => {
  test('is drawn, redrawn not too often, and taken away', () => {
    const { view, later, text } = viewOn(true);
    view.show(progress);
    later(10);
    view.show({ ...progress, done: 121 });
    later(100);
    view.show({ ...progress, done: 130, failed: 0 });
    view.tick();
    view.clear();
    view.clear();
    expect(text().split('\r\x1b[2K')).toEqual([
      '',
      'sendOTP  120 of 400  118 requests  2 failed',
      'sendOTP  130 of 400  118 requests',
      '',
    ]);
  });

  test('counts down a rest of the run, and is itself again afterwards', () => {
    const { view, later, text } = viewOn(true);
    view.show({ ...progress, failed: 0 });
    view.rest({ ms: 60_000, why: 'spacing' });
    later(1000);
    view.tick();
    later(59_000);
    view.tick();
    view.tick();
    const rest = 'between two messages to one user (limits.restMs)  sendOTP  120 of 400  118 requests';
    expect(text().split('\r\x1b[2K').slice(2)).toEqual([
      `resting 60 s: ${rest}`.slice(0, 99),
      `resting 59 s: ${rest}`.slice(0, 99),
      'sendOTP  120 of 400  118 requests',
    ]);
  });

  test('fits the terminal', () => {
    const { view, text } = viewOn(true, false, 12);
    view.show(progress);
    expect(text()).toBe('\r\x1b[2KsendOTP  12');
  });
});

describe('in a log', () => {
  test('a line says every ten seconds how far the run is, on a dumb terminal too', () => {
    for (const { view, later, text } of [viewOn(false), viewOn(true, true)]) {
      expect(view.tickMs).toBe(10_000);
      later(10_000);
      view.tick();
      view.show(progress);
      expect(text()).toBe('conformance: 10 s  waiting for the first answers\n');
      later(10_000);
      view.tick();
      view.clear();
      expect(text().split('\n')[1]).toBe('conformance: 20 s  sendOTP  120 of 400  118 requests  2 failed');
    }
  });

  test('a rest is told at once, a short one not at all', () => {
    const { view, text } = viewOn(false);
    view.rest({ ms: 500, why: 'spacing' });
    view.rest({ ms: 60_000, why: 'spacing' });
    view.rest({ ms: 30_000, why: 'absence' });
    expect(text()).toBe(
      'conformance: resting 60 s: between two messages to one user (limits.restMs)\n' +
        'conformance: resting 30 s: the target does not answer (run.absenceMs at most)\n',
    );
  });
});

test('columns line up, and the last one is wrapped', () => {
  const rows = [
    ['a', 'MUST', 'one two three four five six seven eight nine ten'],
    ['bcd', '', 'short'],
  ];
  expect(table(rows, 50)).toEqual([
    'a    MUST  one two three four five six seven eight',
    '           nine ten',
    'bcd        short',
  ]);
  expect(table(rows, Number.POSITIVE_INFINITY)).toHaveLength(2);
});

test('a plan says what will be sent to people', () => {
  const plan: RunPlan = {
    role: 'mpp',
    profile: 'gate',
    operations: [
      { operation: 'sendOTP', checks: 176, requests: 222, messages: 12, missing: 2 },
      { operation: 'tokenDigitizeDecision', checks: 1, requests: 10, messages: 0, missing: 0 },
    ],
    messages: [
      { profile: 'smoke', least: 1, most: 12 },
      { profile: 'gate', least: 2, most: 12 },
    ],
    perPerson: 3,
    cannotPass: [],
  };
  expect(planText(plan, 'http://a.example')).toBe(`Plan for http://a.example; nothing was sent.

  sendOTP                176 checks  about 222 requests  2 requirements not run (needs fixtures or scenarios)
  tokenDigitizeDecision  1 check     about 10 requests

Messages to people, at most 3 to one person through one API:

  smoke    between 1 and 12 messages
  gate     between 2 and 12 messages  (this run)`);
  const part = { ...plan, messages: [], cannotPass: ['sendOTP/OTP-03', 'sendOTP/G-07'] };
  expect(planText(part, 'http://a.example')).toMatch(
    /\nsendOTP\/OTP-03 and 1 other can fail but not pass, because a full run shows more: run without --only to see a pass\.\n\nNo messages to people\.$/,
  );
  const ofCaller = { ...part, role: 'mpp-client' as const, cannotPass: [] };
  expect(planText(ofCaller, 'http://a.example')).toContain('about 10 calls of the trigger');
});

describe('a report', () => {
  const spied = (stream: 'stdout' | 'stderr') => {
    let text = '';
    vi.spyOn(process[stream], 'write').mockImplementation(((more: string, done?: () => void) => {
      text += more;
      done?.();
      return true;
    }) as never);
    return () => text;
  };

  test('is written whole into a directory, with a manifest of it', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'report-'));
    const [out, err] = [spied('stdout'), spied('stderr')];
    await publish(sampleReport(), { printed: ['json'], directory, env: {} });
    const files = readdirSync(directory).sort();
    expect(files).toEqual(
      expect.arrayContaining([
        'evidence.har',
        'junit.xml',
        'manifest.json',
        'report.html',
        'report.json',
        'summary.md',
      ]),
    );
    const named = Object.keys(JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')).files).sort();
    expect([...named, 'manifest.json'].sort()).toEqual(files);
    expect(out()).toBe(readFileSync(join(directory, 'report.json'), 'utf8'));
    expect(err()).toBe(`conformance: Report written to ${directory}\n`);
  });

  test('is told to GitHub beside stdout', async () => {
    const step = join(mkdtempSync(join(tmpdir(), 'step-')), 'summary.md');
    const [out, err] = [spied('stdout'), spied('stderr')];
    await publish(sampleReport(), {
      printed: ['junit'],
      directory: null,
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: step },
    });
    expect(out()).toMatch(/^<\?xml/);
    expect(err()).toMatch(/^::(notice|error|warning) /);
    expect(readFileSync(step, 'utf8')).toMatch(/^# Not conformant/);
  });

  test('on a pipe has no control characters', async () => {
    const out = spied('stdout');
    await publish(sampleReport(), { printed: ['console'], directory: null, env: {} });
    expect(out().replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('a new config', () => {
  const answers = {
    role: 'mpp' as const,
    target: 'http://localhost:8080',
    trigger: null,
    apis: ['sendOTP' as const],
    narrowed: true,
    clientId: 'TEST_1',
    privateKey: 'a.pem',
    publicKey: 'b.pem',
  };
  const read = async (text: string) => {
    const { value, place } = parseConfig({ path: '/c.yaml', name: 'c.yaml', text });
    return checkedConfig(value, place);
  };

  test('says what was answered', async () => {
    expect(await read(initText(answers))).toEqual({
      target: 'http://localhost:8080',
      role: 'mpp',
      apis: ['sendOTP'],
      clientId: 'TEST_1',
      signing: { keyVersion: '1', privateKey: 'a.pem', publicKey: 'b.pem' },
    });
  });

  test('of a caller has its trigger', async () => {
    const text = initText({
      ...answers,
      role: 'mpp-client',
      target: null,
      trigger: 'http://localhost:1/go',
      apis: ['getPaymentCode'],
      narrowed: false,
    });
    expect((await read(text)).client).toEqual({ listen: '127.0.0.1:9000', trigger: { url: 'http://localhost:1/go' } });
  });

  test('is still right when its comments are taken away', async () => {
    const text = initText({ ...answers, privateKey: null, publicKey: null, clientId: null });
    const uncommented = text.replace(/^# (?=[a-zA-Z]+:| {2})/gm, '');
    await expect(read(uncommented)).rejects.toThrow('still has the placeholder');
    const config = await read(uncommented.replaceAll('…', 'filled-in'));
    expect(Object.keys(config).sort()).toEqual([
      'apis',
      'clientId',
      'limits',
      'paths',
      'requests',
      'role',
      'scenarios',
      'signing',
      'target',
      'waivers',
    ]);
  });
});
