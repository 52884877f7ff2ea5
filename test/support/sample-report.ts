/** A report as a run against a target with three faults gives it: the fixture of the reporters' tests. */
import type { Report, ReportExchange } from '../../engine/report.ts';
import { exchange, reportOf } from './report-parts.ts';
import { decisiveRows, plainRows } from './sample-rows.ts';

export { check, exchange, reportOf, row } from './report-parts.ts';

function sampleExchanges(): ReportExchange[] {
  const long = `{"acquirerId":"ACQ","pspId":"PSP","accessToken":"tok-1${'x'.repeat(124)}","verifyType":"MOBILE"}`;
  const numberId =
    '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success."},"verifyRequestId":4711}';
  const answer = (body: string, status = 200) => ({ response: { ...exchange('x', '').response!, body, status } });
  return [
    exchange('x1', 'sendOTP'),
    exchange('x11', 'sendOTP'),
    ...['x12', 'x13'].map((id) =>
      exchange(id, 'sendOTP', {
        probe: 'sendOTP.accessToken.maxLength:beyond',
        title: 'accessToken of 129 characters',
        request: { ...exchange(id, 'sendOTP').request, body: long },
      }),
    ),
    exchange('x14', 'sendOTP', answer(numberId)),
    exchange('x15', 'sendOTP', answer('{"result":{"resultCode":"PARAM_ILLEGAL","resultStatus":"F"}}', 400)),
    exchange('x16', 'sendActivationCode', {
      response: null,
      noAnswer: { kind: 'timeout', says: 'no answer within 15 s' },
    }),
    exchange('x20', 'tokenDigitizeDecision', {
      request: {
        ...exchange('x20', 'tokenDigitizeDecision').request,
        body: '{"tokenReferenceId":"cf-r1-1","tokenType":"HCE"}',
      },
      ...answer('{"result":{"resultCode":"SUCCESS","resultStatus":"S"},"decision":"approved"}'),
    }),
  ];
}

/** Plausible latencies that depend on nothing but their place. */
function latencies(count: number, typicalMs: number): number[] {
  return Array.from({ length: count }, (_, at) => typicalMs * (1 + ((at * 7919) % 13) / 10 + (at % 31 === 0 ? 6 : 0)));
}

/** Three root failures with consequences, warnings, a waiver, rows not run, a to-do list, exchanges. */
export function sampleReport(): Report {
  const telling = decisiveRows();
  const keys = new Set(telling.map((one) => one.key));
  const rows = [...telling, ...plainRows().filter((one) => !keys.has(one.key))];
  return reportOf(rows, {
    todo: [
      {
        config: 'scenarios:\n  sendOTP:\n    USER_NOT_EXIST: { accessToken: … }',
        says: 'An access token of a user who does not exist',
        unlocks: ['sendOTP/G-24', 'sendActivationCode/G-24'],
      },
      {
        config: 'requests:\n  sendOTP: [{ accessToken: … }, { accessToken: …, fresh: true }]',
        says: 'A second test user for sendOTP',
        unlocks: ['tokenDigitizeDecision/G-24'],
      },
    ],
    latencyMs: {
      sendOTP: latencies(140, 9),
      sendActivationCode: latencies(60, 22),
      tokenActivationNotification: latencies(70, 4),
      tokenDigitizeDecision: latencies(90, 35),
    },
    exchanges: sampleExchanges(),
  });
}

/** The sample report with at most a few rows of each outcome. */
export function shortReport(rowsEach = 4): Report {
  const { requirements, totals: _, exchanges, ...rest } = sampleReport();
  const rows = requirements.filter(
    (row, at) => requirements.slice(0, at).filter((other) => other.outcome === row.outcome).length < rowsEach,
  );
  return reportOf(rows, { ...rest, exchanges });
}
