/** The to-do list of a run in a config: keys that exist are extended, comments stay, and no value of the user is lost. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { mergeTodo } from '../../cli/init/merge-todo.ts';
import type { Todo } from '../../engine/report.ts';
import { sampleReport } from '../support/sample-report.ts';

const apis = ['sendOTP', 'sendActivationCode'];

/** A report that asks for these lines. */
function asking(...configs: readonly string[]) {
  const { run } = sampleReport();
  const todo: Todo[] = configs.map((config, i) => ({ config, says: `Reason ${i + 1}.`, unlocks: [] }));
  return { todo, run: { ...run, apis } };
}

const users = 'requests:\n  sendOTP:\n    - { accessToken: … }\n    - { accessToken: …, fresh: true }';

describe('a to-do list in a config', () => {
  test('of nothing is a config of its lines, each under its reason', () => {
    const { text, added } = mergeTodo('', asking('apis: [sendOTP]', users, 'limits:\n  sendOTP:\n    perFixture: …'));
    expect(text).toBe(`# Reason 1.
apis: [ sendOTP ]

# Reason 2.
requests:
  sendOTP:
    - { accessToken: … }
    - { accessToken: …, fresh: true }

# Reason 3.
limits:
  sendOTP:
    perFixture: …
`);
    expect(added).toEqual(['apis', 'requests', 'limits']);
  });

  test('extends keys that are there, whatever their style, and keeps every comment', () => {
    const before = `# head
target: http://localhost:3000 # here
requests: # users
  # one of ours
  sendOTP: { accessToken: tok-1 } # alice
  tokenDigitizeDecision: {customerId: "7"}
scenarios: { sendOTP: { INVALID_TOKEN: { accessToken: no } } }
`;
    const { text, added } = mergeTodo(
      before,
      asking(users, 'scenarios:\n  sendOTP:\n    USER_NOT_EXIST: { accessToken: … }'),
    );
    expect(parse(text)).toEqual({
      target: 'http://localhost:3000',
      requests: {
        sendOTP: [{ accessToken: 'tok-1' }, { accessToken: '…' }, { accessToken: '…', fresh: true }],
        tokenDigitizeDecision: { customerId: '7' },
      },
      scenarios: { sendOTP: { INVALID_TOKEN: { accessToken: 'no' }, USER_NOT_EXIST: { accessToken: '…' } } },
    });
    for (const comment of ['# head', '# here', '# users', '# one of ours', '# alice', '# Reason 1.', '# Reason 2.'])
      expect(text).toContain(comment);
    expect(text.match(/^requests:/gm)).toHaveLength(1);
    expect(added).toEqual(['requests.sendOTP', 'scenarios.sendOTP.USER_NOT_EXIST']);
  });

  test('appends to a list of users, and not a second time while its lines are still open', () => {
    const before = 'requests:\n  sendOTP:\n    - { accessToken: tok-1 } # alice\n';
    const once = mergeTodo(before, asking(users));
    expect(parse(once.text).requests.sendOTP).toHaveLength(3);
    expect(once.text).toContain('# alice');
    const twice = mergeTodo(once.text, asking(users));
    expect(twice).toEqual({ text: once.text, added: [], kept: [] });
  });
});

describe('a value of the user', () => {
  test('is not replaced by a placeholder, and is told', () => {
    const before = 'paths: { sendOTP: /otp }\nlimits: { sendOTP: { perFixture: 3 } }\nclient: { timeoutMs: … }\n';
    const { text, added, kept } = mergeTodo(
      before,
      asking('paths:\n  sendOTP: …', 'limits:\n  sendOTP:\n    perFixture: …', 'client:\n  timeoutMs: …'),
    );
    expect(parse(text)).toEqual(parse(before));
    expect(added).toEqual([]);
    expect(kept).toEqual([
      ['paths', 'sendOTP'],
      ['limits', 'sendOTP', 'perFixture'],
    ]);
  });

  test('is replaced where the list names the value that is needed', () => {
    const { text, added } = mergeTodo(
      'signing: { mode: off, keyVersion: "7" } # later\n',
      asking('signing:\n  mode: required\n  privateKey: keys/suite.pem'),
    );
    expect(parse(text)).toEqual({ signing: { mode: 'required', keyVersion: '7', privateKey: 'keys/suite.pem' } });
    expect(text).toContain('# later');
    expect(added).toEqual(['signing.mode', 'signing.privateKey']);
  });

  test('in the list of APIs stays if it is of another role; those that the target lacks go', () => {
    const before = 'apis:\n  - sendOTP # ours\n  - sendActivationCode\n  - getPaymentCode # as a caller\n';
    const { text } = mergeTodo(before, asking('apis: [sendOTP]'));
    expect(parse(text)).toEqual({ apis: ['sendOTP', 'getPaymentCode'] });
    expect(text).toContain('# as a caller');
    expect(mergeTodo(text, asking('apis: [sendOTP]')).added).toEqual([]);
  });

  test('of another kind than it has to be stays', () => {
    const before = 'requests:\n  sendOTP: tok-1\n';
    const { text, kept } = mergeTodo(before, asking(users));
    expect({ text, kept }).toEqual({ text: before, kept: [['requests', 'sendOTP']] });
  });
});

describe('the text', () => {
  test('of an empty key keeps the comment behind it', () => {
    const { text } = mergeTodo('requests: # to do\n\n# tail\nrole: mpp\n', asking(users));
    expect(parse(text)).toMatchObject({ role: 'mpp', requests: { sendOTP: [{}, {}] } });
    for (const comment of ['# to do', '# Reason 1.', '# tail']) expect(text).toContain(comment);
  });

  test('of JSON stays JSON', () => {
    const { text } = mergeTodo('{ "target": "http://localhost:1" }\n', asking(users), true);
    expect(JSON.parse(text)).toMatchObject({ target: 'http://localhost:1', requests: { sendOTP: [{}, {}] } });
  });

  test('keeps the line ends of the file', () => {
    const { text } = mergeTodo('# a\r\nrole: mpp\r\n', asking(users));
    expect(text.match(/(?<!\r)\n/)).toBeNull();
  });

  test('of a reason cannot end its comment', () => {
    const report = asking('apis: [sendOTP]');
    const { text } = mergeTodo('', { ...report, todo: [{ ...report.todo[0]!, says: 'a\nrole: alipayplus' }] });
    expect(parse(text)).toEqual({ apis: ['sendOTP'] });
  });
});
