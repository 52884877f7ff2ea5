/** Facts of a partner from the config to the package: what each command makes of them, and how a report shows them apart. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as judge, UsageError } from '../../cli/index.ts';
import type { Report } from '../../engine/report.ts';
import { type ReferenceAlipayPlus, startReferenceAlipayPlus } from '../../reference/index.ts';
import { consoleReport } from '../../reporters/console.ts';
import { html } from '../../reporters/html.tsx';
import { summary } from '../../reporters/summary.ts';
import { commandLine } from '../support/command-line.ts';
import { sharedKeys } from '../support/judged.ts';
import { freshDirectory, signerKeys } from '../support/packages.ts';

const run = commandLine();
const patient = { timeout: 240_000 };

/** Four facts about codes, one of which the page says otherwise. */
const overlay = `overlay: 1.0.0
info: { title: Codes, version: 1.0.0 }
actions:
  - target: $.components.schemas.PaymentCodeInfo
    x-source: Code guide 2.1
    description: Text of the guide that goes no further.
    update: { required: [paymentCode], properties: { paymentCode: { type: string, maxLength: 32 } } }
  - target: $.components.schemas.GetPaymentCodeRequest.properties.customerId
    x-source: Code guide 2.2
    x-replaces: the page is older than the guide
    update: { maxLength: 63 }
`;

const place = freshDirectory();
writeFileSync(join(place, 'codes.overlay.yaml'), overlay);

let reference: ReferenceAlipayPlus;
let file = '';

beforeAll(async () => {
  reference = await startReferenceAlipayPlus({ variant: 'signs-authenticated-only', keys: await sharedKeys() });
  file = join(place, 'config.json');
  writeFileSync(
    file,
    JSON.stringify({ ...reference.config, facts: ['codes.overlay.yaml'], run: { seed: 1, runs: 2 } }),
  );
});

afterAll(() => reference?.close());

const replaced = 'getPaymentCode.customerId.maxLength';

describe('a run with facts', () => {
  let report: Report;

  test('judges them, and a replaced one instead of what the page says', patient, async () => {
    report = await judge({ ...reference.config, facts: [join(place, 'codes.overlay.yaml')], run: { seed: 1 } });
    const rows = report.requirements.filter(({ basis }) => basis === 'partner');
    expect(rows.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      `${replaced} failed`,
      ...['maxLength', 'required', 'type'].map(
        (keyword) => `getPaymentCode.response.paymentCodeInfoList[].paymentCode.${keyword} passed`,
      ),
    ]);
    expect(rows[0]!.source).toMatchObject({
      page: 'Code guide 2.2',
      overlay: expect.stringContaining('codes.overlay'),
    });
    expect([report.verdict, report.run.exitCode]).toEqual(['not-conformant', 1]);
    expect(report.spec.facts).toEqual([
      {
        file: join(place, 'codes.overlay.yaml'),
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        replaces: [
          {
            what: 'maxLength of GetPaymentCodeRequest.customerId',
            documented: '64',
            stated: '63',
            reason: 'the page is older than the guide',
          },
        ],
      },
    ]);
  });

  test('shows them apart, with the digest and without the text of the source', () => {
    const { digest } = report.spec.facts![0]!;
    const texts = [
      consoleReport(report, { color: false, width: 10_000, unicode: true }),
      summary(report),
      html(report),
    ];
    for (const text of texts) {
      expect(text).toContain(digest.slice(0, 16));
      expect(text).toMatch(/3 passed/);
      expect(text).toContain('is documented as 64 and judged as 63: the page is older than the guide');
    }
    expect(JSON.stringify(report) + texts.join('')).not.toContain('goes no further');
  });

  test('is refused without a target', async () => {
    const refused = await judge({ facts: [join(place, 'codes.overlay.yaml')] }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as UsageError).text).toMatch(/^the config sets facts but not target\./);
  });
});

describe('commands', () => {
  test('list, explain, dry-run, doctor and send know them', patient, async () => {
    expect((await run('list', '--config', file, '--role', 'alipayplus')).printed).toContain('paymentCode.maxLength');
    const explained = await run('explain', replaced, '--config', file);
    expect(explained.printed).toMatch(/up to 63 characters[\s\S]*Code guide 2\.2/);
    const planned = await run('run', '--config', file, '--dry-run');
    expect([planned.code, planned.told]).toEqual([0, '']);
    expect((await run('doctor', '--config', file)).code).toBe(0);
    expect((await run('send', 'getPaymentCode', '--config', file)).printed).toContain('S/SUCCESS');
  });

  test('judge reads recorded traffic with them', patient, async () => {
    const recorded = join(place, 'recorded');
    await run('run', '--config', file, '--report-dir', recorded, '--full-evidence');
    const judged = await run(
      'judge',
      recorded,
      '--config',
      file,
      '--role',
      'alipayplus',
      '--report-dir',
      join(place, 'judged'),
    );
    expect(judged.printed).toMatch(/facts of codes\.overlay\.yaml: /);
    const { requirements } = JSON.parse(readFileSync(join(place, 'judged', 'report.json'), 'utf8')) as Report;
    const row = requirements.find(({ id }) => id.endsWith('paymentCode.maxLength'));
    expect([row?.basis, row?.outcome]).toEqual(['partner', 'passed']);
  });

  test('check-spec prints the rows, and the first mistake of each file', async () => {
    const found = await run('check-spec', join(place, 'codes.overlay.yaml'));
    expect([found.code, found.printed]).toEqual([0, expect.stringMatching(/4 rows with the basis partner\./)]);
    expect(found.printed).toContain('facts: [');
    const broken = join(place, 'broken.overlay.yaml');
    writeFileSync(broken, overlay.replace('PaymentCodeInfo', 'PaymentCodeInf'));
    const refused = await run('check-spec', broken, join(place, 'codes.overlay.yaml'), '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.printed).mistakes).toEqual([
      expect.stringMatching(/broken\.overlay\.yaml:4: The target .* matches nothing/),
    ]);
  });

  test('check-spec of a file that is not there is a mistake of usage', async () => {
    const { code, told } = await run('check-spec', join(place, 'nowhere.yaml'));
    expect([code, told]).toEqual([2, expect.stringContaining('cannot be read: there is no such file')]);
  });
});

describe('a package', () => {
  test('holds the overlay, is verified with it, and an altered one is found', patient, async () => {
    const keys = signerKeys(place);
    const directory = join(place, 'package');
    mkdirSync(directory);
    const options = ['--config', file, '--sign-key', keys.privateFile, '--report-dir', directory];
    const certified = await run('certify', ...options);
    expect([certified.code, certified.told]).toEqual([1, expect.stringContaining('Package written')]);
    const verified = await run('verify', directory, '--public-key', keys.publicFile);
    const said = verified.printed.replace(/\s+/g, ' ');
    expect(said).toContain("judged by the sender's facts codes.overlay.yaml, SHA-256");
    expect(said).toContain('documented as 64, by 63: the page is older than the guide');
    expect(said).toMatch(/facts of a partner: codes\.overlay\.yaml \([0-9a-f]{16}\): 1 failed, 3 passed/);
    expect(said).toMatch(/rows recomputed: all match the report/);
    const copy = join(directory, 'config.json');
    writeFileSync(copy, readFileSync(copy, 'utf8').replace('maxLength: 32', 'maxLength: 33'));
    const altered = await run('verify', directory, '--public-key', keys.publicFile);
    expect([altered.code, altered.printed]).toEqual([
      1,
      expect.stringContaining('the facts of the manifest are not those'),
    ]);
  });
});
