/** One mistake in what all APIs share is one finding for all of them: it says what it is and what to do, and shows the answer. */
import { describe, expect, test } from 'vitest';
import type { CheckResult, Report } from '../../engine/report.ts';
import { accessToken } from '../../reference/mpp/users.ts';
import { type Altering, altering } from '../support/altered.ts';
import { judgeReference, rowsWith, sharedKeys } from '../support/judged.ts';
import {
  blockedCharacters,
  frameworks,
  gateways,
  nullRefused,
  otherMistakes,
  strippedForAnswers,
} from '../support/one-mistake.ts';

const limit = { timeout: 120_000 };

interface Judging {
  /** Stands before the path of each API. */
  readonly prefix?: string;
  readonly profile?: 'smoke' | 'gate';
  readonly apis?: readonly string[];
}

async function judged(mistake: Altering, { prefix = '', profile = 'smoke', apis }: Judging = {}): Promise<Report> {
  const start = altering(mistake);
  return judgeReference({
    front: async (url) => {
      const front = await start(url);
      return { ...front, url: front.url + prefix };
    },
    config: { run: { profile }, ...(apis ? { apis } : {}) },
  });
}

/** The failed check of the only root, with the diagnosis of the run. */
function onlyRoot(report: Report): CheckResult {
  const roots = rowsWith(report, 'failed').filter(({ consequenceOf }) => consequenceOf === null);
  expect(roots.map(({ key }) => key)).toHaveLength(1);
  expect(report.run.exitCode).toBe(1);
  return roots[0]!.checks.find(({ outcome }) => outcome === 'failed')!;
}

function answerShown(report: Report, { exchanges }: CheckResult) {
  return report.exchanges.find(({ id }) => id === exchanges[0])!.response!;
}

describe('the default error answer', () => {
  test.each([
    ['spring', 'Spring Boot', '@RestControllerAdvice', '"error":"Bad Request"'],
    ['express', 'Express', 'an error handler with four parameters', 'BadRequestError: Bad Request'],
    ['fastapi', 'FastAPI', 'RequestValidationError', 'Field required'],
    ['django', 'Django REST framework', 'EXCEPTION_HANDLER', 'This field is required.'],
    ['rails', 'Rails', 'rescue_from', '"status":400'],
    ['asp.net', 'ASP.NET Core', 'InvalidModelStateResponseFactory', 'One or more validation errors occurred.'],
    ['laravel', 'Laravel', 'bootstrap/app.php', 'field is required.'],
    ['nestjs', 'NestJS', 'useGlobalFilters', 'should not be empty'],
  ])('of %s is one finding that names it', limit, async (name, framework, cure, start) => {
    const report = await judged(frameworks[name]!);
    const { received, ...check } = onlyRoot(report);
    expect(report.diagnosis.map(({ code }) => code)).toEqual(['framework-error']);
    for (const words of [framework, cure, start]) expect(received).toContain(words);
    expect(answerShown(report, { received, ...check }).body).toContain(start);
  });

  test.each([['sendOTP'], ['tokenDigitizeDecision']])('is one finding where %s alone is judged', limit, async (api) => {
    const report = await judged(frameworks.spring!, { apis: [api] });
    expect(onlyRoot(report).received).toContain('Spring Boot');
  });

  test('shows nothing of a request that it echoes', limit, async () => {
    const report = await judged(frameworks.echoing!, { apis: ['sendOTP'] });
    expect(onlyRoot(report).received).toContain('FastAPI');
    // The tokens of the reference, as its config has them.
    const token = /tok[A-Za-z]+0{6,}/;
    expect(accessToken('tokMadeUp')).toMatch(token);
    expect(JSON.stringify(report)).not.toMatch(token);
  });
});

describe("a gateway's page", () => {
  test.each(Object.keys(gateways))('%s is one finding that names who answers', limit, async (name) => {
    const report = await judged(gateways[name]!);
    expect(onlyRoot(report).received).toMatch(
      /with a web page of .*, without a result: .*gateway turn off its error pages/,
    );
    expect(report.diagnosis.map(({ code }) => code)).toEqual(['error-page']);
  });

  test('to characters that it does not like is one finding, and no field is at fault', limit, async () => {
    const report = await judged(blockedCharacters, { profile: 'gate', apis: ['sendOTP', 'tokenDigitizeDecision'] });
    expect(onlyRoot(report).received).toContain('HTTP 403 with a web page, without a result: 403 Forbidden');
  });
});

test.each([
  ['gzip that nobody asked for', 'encoded-unasked', /Content-Encoding: gzip, which no request asks for.*Compress only/],
  ['a JWT in place of the signature', 'signature-as-jwt', /is a JSON Web Token.*Sign the text of the documentation/],
  ['base64 in lines of 76 characters', 'signature-in-lines', /base64 with line breaks in it.*URL-encode\(base64/],
  ['an answer envelope', 'answer-in-envelope', /the answer has resultCode, resultValue, message.*out of the wrapper/],
  ['a wrapped answer', 'answer-in-envelope', /is the member data of another object.*out of the wrapper/],
])('%s is one finding', limit, async (name, code, says) => {
  const report = await judged(otherMistakes[name]!);
  const root = onlyRoot(report);
  expect(root.received).toMatch(says);
  expect(report.diagnosis.map((one) => one.code)).toEqual([code]);
  expect(answerShown(report, root).status).toBe(200);
});

describe('a path prefix that a proxy strips', () => {
  test('before the signature is verified ends the run with the reason', limit, async () => {
    const report = await judged(otherMistakes['a path prefix that a proxy strips']!, { prefix: '/wallet' });
    expect(rowsWith(report, 'failed')).toEqual([]);
    expect(report.run.exitCode).toBe(2);
    const [first, ...others] = report.diagnosis;
    expect([first!.code, others]).toEqual(['target-verifies-otherwise', []]);
    expect(first!.says).toContain('the path without its beginning /wallet');
    expect(first!.cure).toContain('If a proxy removes /wallet');
  });

  test('before answers are signed is one finding', limit, async () => {
    const report = await judged(strippedForAnswers(await sharedKeys()), { prefix: '/wallet' });
    const { received } = onlyRoot(report);
    expect(received).toMatch(/made over the path without its beginning \/wallet.*If a proxy removes \/wallet/);
    expect(report.diagnosis.map(({ code }) => code)).toEqual(['signed-over-path-without-prefix']);
  });
});

test('null refused everywhere is one finding', limit, async () => {
  const report = await judged(nullRefused((await sharedKeys()).mpp), { profile: 'gate' });
  expect(onlyRoot(report).received).toBe('S/SUCCESS without it, F/PARAM_ILLEGAL with null');
  const [found, ...others] = report.diagnosis;
  expect([found!.code, others]).toEqual(['null-refused', []]);
  expect(found!.says).toMatch(/in (\d+) of \1 optional fields of 4 APIs/);
});
