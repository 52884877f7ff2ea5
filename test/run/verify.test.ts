/** Packages that were tampered with: each kind is named, with and without the key of the sender. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageFiles } from '../../cli/certify/manifest.ts';
import { checkedPackage } from '../../cli/verify/check-package.ts';
import type { Finding, FindingCode } from '../../cli/verify/findings.ts';
import { openPackage } from '../../cli/verify/open-package.ts';
import { isoTime } from '../../engine/wire/signing.ts';
import { commandLine } from '../support/command-line.ts';
import { freshDirectory, type MadePackage, madePackage, OpenPackage, signerKeys } from '../support/packages.ts';

let made: MadePackage;
let faulty: MadePackage;

const run = commandLine();

beforeAll(async () => {
  made = await madePackage();
  faulty = await madePackage('one-code-only');
});

/** Codes of findings, and their sentences in one text. */
function summed(findings: readonly Finding[]): { codes: Set<FindingCode>; says: string } {
  const lines = findings.map(({ says }) => says.slice(0, 300));
  return { codes: new Set(findings.map(({ code }) => code)), says: lines.slice(0, 60).join('\n') };
}

async function found(pack: OpenPackage, from: MadePackage = made): Promise<ReturnType<typeof summed>> {
  return summed(
    (await checkedPackage(pack.directory, { signer: from.keys.publicKey, targetKey: null, nonce: from.nonce }))
      .findings,
  );
}

/** What is printed of an honest package, in its order, without line breaks. */
function honestLines({ report, manifest }: OpenPackage): string[] {
  const { signed, count, subjectKey } = report.restsOn!;
  return [
    `Package of ${manifest.run.startedAt}: ${manifest.target.url} (alipayplus) on a private machine`,
    'What the verdict is Conformant on a private machine: 59 requirements judged, no MUST broken.',
    'profile: certify, role alipayplus APIs: getPaymentCode (1 of 1)',
    'totals: 59 passed, 1 not-observable, 16 not-applicable waived: none declared: none extra result codes: none looked at by people: getPaymentCode/GPC-15: nobody, and no test over HTTP can see it messages sent: none',
    `What it rests on signed answers: ${signed} of ${count}, with the key SHA-256 ${subjectKey}`,
    `unsigned answers: ${count - signed}: they are weaker evidence`,
    "sender's word: which request an answer belongs to, HTTP status, headers, times and durations,",
    `✓ the digests of ${Object.keys(manifest.files).length} files`,
    '✓ the signature, with the given key SHA-256',
    '✓ made by this suite (0.1.0), with this specification and these requirements',
    `✓ ${report.run.requests} exchanges: none is missing, and every request is one that the suite sends`,
    `✓ the signed times of ${signed} answers lie within their exchanges`,
    `✓ ${report.requirements.length} rows recomputed: all match the report`,
    '· attempt 1 with this nonce, according to the sender',
    'Verified: the evidence confirms the report: Conformant on a private machine, exit code 0.',
  ];
}

describe('an honest package', () => {
  test('is verified in a fresh directory, without a network', async () => {
    const pack = new OpenPackage(made);
    const { printed, code } = await run(
      'verify',
      pack.directory,
      '--public-key',
      made.keys.publicFile,
      '--nonce',
      made.nonce,
    );
    const said = printed.replace(/\s+/g, ' ').trim();
    for (const line of honestLines(pack)) expect(said).toContain(line);
    expect(said).toMatch(/^Package of \S+ http\S+ \(alipayplus\) on a private machine run /);
    expect(said).toMatch(
      /The package vouches for itself: nothing else says whose key the subject has \(--target-key FILE\)\.$/,
    );
    expect(code).toBe(0);
  });

  test('of a target that fails is verified too: what counts is that the report is right', async () => {
    const pack = new OpenPackage(faulty);
    const { printed, code } = await run('verify', pack.directory, '--public-key', faulty.keys.publicFile);
    expect(printed).toContain(
      'Verified: the evidence confirms the report: Not conformant on a private machine, exit code 1.\n',
    );
    expect(printed).toContain('  · the nonce was not compared: add --nonce\n');
    expect(code).toBe(0);
  });

  test('is verified without a key from elsewhere, but who signed it stays open', async () => {
    const { findings, notes } = await checkedPackage(made.directory, {
      signer: null,
      targetKey: null,
      nonce: made.nonce,
    });
    expect(findings).toEqual([]);
    expect(notes.join('\n')).toMatch(
      /the owner of the signing key SHA-256 [0-9a-f]{64} was not checked: add --public-key/,
    );
  });
});

describe('a dishonest sender, who holds the key and seals again,', () => {
  /** Alters a package, seals it again, and says what is found. */
  async function resealed(alter: (pack: OpenPackage) => void, from = made): ReturnType<typeof found> {
    const pack = new OpenPackage(from);
    alter(pack);
    await pack.sealAgain(from.keys);
    return found(pack, from);
  }

  test('makes a failed run conformant', async () => {
    const { codes, says } = await resealed((pack) => {
      pack.editReport((report) => {
        for (const row of report.requirements) {
          if (row.outcome !== 'failed') continue;
          row.outcome = 'passed';
          for (const check of row.checks) if (check.outcome === 'failed') check.outcome = 'passed';
        }
        report.totals.passed += report.totals.failed;
        report.totals.failed = 0;
        report.verdict = 'conformant';
        report.run.exitCode = 0;
      });
    }, faulty);
    expect([...codes].sort()).toEqual(['outcome-edited', 'totals-edited', 'verdict-edited']);
    expect(says).toMatch(/getPaymentCode\/GPC-05 is passed in report\.json, but the evidence shows failed: .* \(x\w+/);
    expect(says).toContain('the verdict in report.json is conformant, but the evidence shows not-conformant');
    expect(says).toContain('the exit code in report.json is 0, but the evidence shows 1');
  });

  test('changes totals alone', async () => {
    const { codes, says } = await resealed((pack) =>
      pack.editReport(({ totals }) => Object.assign(totals, { passed: totals.passed + 1 })),
    );
    expect([...codes]).toEqual(['totals-edited']);
    expect(says).toMatch(/passed \d+ instead of \d+$/);
  });

  test('changes the words of a row', async () => {
    const { codes, says } = await resealed((pack) =>
      pack.editReport(({ requirements: [first, second, third] }) => {
        first!.level = 'SHOULD';
        second!.says = 'The server MAY do as it likes.';
        third!.checks[0]!.received = 'whatever';
      }),
    );
    expect([...codes]).toEqual(['row-edited']);
    for (const place of ['level', 'says', 'checks[0].received'])
      expect(says).toContain(`has a different ${place} in report.json`);
  });

  test('takes a row out, and puts one in', async () => {
    const { codes } = await resealed((pack) =>
      pack.editReport((report) => {
        report.requirements[0]!.key = 'getPaymentCode/OTP-99';
      }),
    );
    expect([...codes].sort()).toEqual(['row-added', 'row-dropped']);
  });

  test('changes what the report says of its run', async () => {
    const { says } = await resealed((pack) => pack.editReport((report) => Object.assign(report.run, { strict: true })));
    expect(says).toBe('report.json has a different run.strict than the evidence shows');
  });

  test('drops an exchange', async () => {
    const { codes, says } = await resealed((pack) => pack.editEvidence((lines) => lines.splice(40, 1)));
    expect(codes).toContain('exchange-dropped');
    expect(says).toMatch(/the suite sends getPaymentCode\/[0-9a-f]+ \(attempt 1\), but no such exchange is recorded/);
  });

  test('drops an exchange and numbers the others anew', async () => {
    const { codes, says } = await resealed((pack) =>
      pack.editEvidence((lines) => {
        lines.splice(40, 1);
        for (const [i, line] of lines.entries()) line.id = `x${i + 1}`;
      }),
    );
    expect(codes).toContain('exchange-dropped');
    expect(says).toMatch(/no such exchange is recorded/);
  });

  test('adds an exchange', async () => {
    const { codes, says } = await resealed((pack) =>
      pack.editEvidence((lines) => {
        lines.push({ ...lines[0], id: `x${lines.length + 1}`, probe: 'getPaymentCode/0123456789abcdef/0' });
      }),
    );
    expect(codes).toContain('exchange-added');
    expect(says).toMatch(/exchange x\d+ is not part of the plan/);
  });

  test('adds a second answer to a probe', async () => {
    const { codes } = await resealed((pack) =>
      pack.editEvidence((lines) => lines.push({ ...lines[0], id: `x${lines.length + 1}` })),
    );
    expect(codes).toContain('exchange-added');
  });

  test('drops an exchange and the request that it answered', async () => {
    const { codes, says } = await resealed((pack) =>
      pack.editRecord(({ exchanges, requests }) => {
        const [{ id }] = exchanges.splice(40, 1);
        const own = requests.findIndex(({ attempts }) =>
          attempts.some((one: { exchange: string }) => one.exchange === id),
        );
        requests.splice(own, 1);
      }),
    );
    expect(codes).toContain('exchange-dropped');
    expect(says).toMatch(/the suite sends getPaymentCode\/[0-9a-f]+ \(POST\), but no such exchange is recorded/);
  });

  test('adds an exchange and a request that it answers', async () => {
    const { codes, says } = await resealed((pack) =>
      pack.editRecord(({ exchanges, requests }) => {
        const name = '0123456789abcdef';
        const [request] = requests;
        const exchange = exchanges.find(({ id }) => id === request.attempts[0].exchange);
        exchanges.push({ ...exchange, id: 'xadded', probe: `getPaymentCode/${name}/0` });
        requests.push({ ...request, name, attempts: [{ ...request.attempts[0], exchange: 'xadded' }] });
      }),
    );
    expect(codes).toContain('exchange-added');
    expect(says).toContain('exchange xadded is not part of the plan');
  });

  test('says that a call was for another user', async () => {
    const { codes, says } = await resealed((pack) =>
      pack.editRecord(({ requests }) => {
        requests.find(({ attempts }) => attempts[0]?.user === 0).attempts[0].user = 1;
      }),
    );
    expect(codes).toContain('request-altered');
    expect(says).toMatch(/the request of x[0-9a-z]+ was recorded with another body/);
  });

  test('forges an answer: the signature of the target shows it', async () => {
    const { codes, says } = await resealed((pack) =>
      pack.editEvidence((lines) => {
        const answer = lines[0].response;
        const body = Buffer.from(answer.body, 'base64')
          .toString('utf8')
          .replace('"resultMessage":"', '"resultMessage":"!');
        answer.body = Buffer.from(body).toString('base64');
      }),
    );
    expect(codes).toContain('answer-forged');
    expect(codes).toContain('outcome-edited');
    expect(says).toMatch(
      /the answer of x\w+ is not signed correctly by the subject, and the report does not mention it/,
    );
  });

  test('forges an answer and takes its signature off: it had to be signed', async () => {
    const { codes, says } = await resealed((pack) =>
      pack.editEvidence((lines) => {
        const answer = lines[0].response;
        answer.headers = answer.headers.filter(([name]: [string]) => !/^(signature|response-time)$/i.test(name));
      }),
    );
    expect(codes).toContain('outcome-edited');
    expect(says).toMatch(/is passed in report\.json, but the evidence shows failed: .*no Signature header \(x\w+\)/);
  });

  test('alters body, path and method of requests', async () => {
    const { codes, says } = await resealed((pack) =>
      pack.editEvidence((lines) => {
        lines[30].request.body = Buffer.from('{}').toString('base64');
        lines[31].request.path = '/elsewhere';
        lines[32].request.method = 'PATCH';
      }),
    );
    expect(codes).toContain('request-altered');
    expect(says).toMatch(/^the request of x\w+ was recorded with another body$/m);
    expect(says).toMatch(/^the request of x\w+ was recorded with another path$/m);
    expect(says).toMatch(/^the request of x\w+ was recorded with the method PATCH, not \w+$/m);
  });

  test('alters a header and the time of a request', async () => {
    const header = (lines: { request: { headers: [string, string][] } }[], name: string, at = 3) =>
      lines[at]!.request.headers.find(([key]) => key === name)!;
    const marker = await resealed((pack) =>
      pack.editEvidence((lines) =>
        header(
          lines.filter(({ request }) => request.headers.some(([key]: [string]) => key === 'X-Conformance-Request')),
          'X-Conformance-Request',
        ).splice(1, 1, 'other'),
      ),
    );
    expect(marker.says).toMatch(/^the request of x\w+ was recorded with another header X-Conformance-Request$/m);
    // The first request of all is rightly signed.
    const time = await resealed((pack) =>
      pack.editEvidence(([first]) => {
        first.composedAt -= 86_400_000;
        header([first], 'Request-Time', 0)[1] = isoTime(first.composedAt);
      }),
    );
    expect(time.codes).toContain('request-altered');
    expect(time.says).toMatch(/^the request of x\w+ is not signed with the key of the suite$/m);
  });

  test('claims another nonce', async () => {
    const other = 'a nonce of my own';
    const { codes, says } = await resealed((pack) => {
      pack.editConfig((settings) => Object.assign(settings, { nonce: other }));
      pack.editReport((report) => Object.assign(report.run, { nonce: other }));
      pack.editEvidence((_, head) => Object.assign(head.run, { nonce: other }));
    });
    expect(codes).toContain('nonce-other');
    expect(says).toContain('the run was made with another nonce');
    const pack = new OpenPackage(made);
    const { findings } = await checkedPackage(pack.directory, {
      signer: made.keys.publicKey,
      targetKey: null,
      nonce: other,
    });
    expect(findings.map(({ code }) => code)).toEqual(['nonce-other']);
  });

  test('chooses a seed and an attempt that the nonce does not give', async () => {
    const seed = await resealed((pack) => pack.editConfig((settings) => Object.assign(settings, { seed: 7 })));
    expect(seed.says).toContain('the seed is not derived from the nonce');
    const attempt = await resealed((pack) => pack.editConfig((settings) => Object.assign(settings, { attempt: 5 })));
    expect(attempt.says).toContain('the run id is not derived from the nonce and attempt 5');
  });

  test('waives a failure afterwards', async () => {
    const until = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const waiver = { requirement: 'getPaymentCode/GPC-05', owner: 'nobody', reason: 'none', until };
    const { codes } = await resealed(
      (pack) => pack.editConfig((settings) => Object.assign(settings, { waivers: [waiver] })),
      faulty,
    );
    expect(codes).toContain('outcome-edited');
  });

  test('certifies with what cannot be certified', async () => {
    const waiver = { requirement: 'getPaymentCode/GPC-05', owner: 'nobody', reason: 'none', until: '2020-01-01' };
    const { codes, says } = await resealed((pack) =>
      pack.editConfig((settings) =>
        Object.assign(settings, { waivers: [waiver], only: ['GPC-05'], embedded: true, scenarios: {} }),
      ),
    );
    expect(codes).toContain('uncertifiable');
    for (const reason of [
      'the built-in reference cannot be certified',
      'Only some requirements',
      'expired on 2020-01-01',
    ])
      expect(says).toContain(reason);
  });

  test('swaps the public key of the target', async () => {
    const { codes } = await resealed((pack) =>
      pack.editConfig((settings) => {
        const signing = settings.signing as Record<string, string>;
        signing.publicKey = signing.privateKey!;
      }),
    );
    expect(codes).toContain('verdict-edited');
  });

  test('beautifies report.html', async () => {
    const pack = new OpenPackage(made);
    pack.write('report.html', pack.read('report.html').replace('</main>', '<p>Very good.</p></main>'));
    const manifest = pack.manifest;
    const digest = createHash('sha256').update(pack.read('report.html')).digest('hex');
    await pack.sealOnly(made.keys.privateKey, {
      ...manifest,
      files: {
        ...manifest.files,
        'report.html': { bytes: Buffer.byteLength(pack.read('report.html')), sha256: digest },
      },
    });
    const { codes, says } = await found(pack);
    expect([...codes]).toEqual(['rendering-edited']);
    expect(says).toBe('report.html does not match report.json');
  });

  test('names other requirements, another specification, another build', async () => {
    const pack = new OpenPackage(made);
    const { suite, spec, ...rest } = pack.manifest;
    const digest = '0'.repeat(64);
    const other = { ...rest, suite: { ...suite, digest }, spec: { ...spec, digest }, requirements: { digest } };
    await pack.sealOnly(made.keys.privateKey, other);
    expect([...(await found(pack)).codes].sort()).toEqual(['requirements-other', 'spec-other', 'suite-other']);
  });
});

describe('somebody on the way, who has no key,', () => {
  async function altered(alter: (pack: OpenPackage) => void): ReturnType<typeof found> {
    const pack = new OpenPackage(made);
    alter(pack);
    return found(pack);
  }

  /** The same without judging again. */
  async function opened(alter: (pack: OpenPackage) => void): ReturnType<typeof found> {
    const pack = new OpenPackage(made);
    alter(pack);
    return summed((await openPackage(pack.directory, made.keys.publicKey)).findings);
  }

  test('changes files of the report', async () => {
    const names = ['report.json', 'report.html', 'junit.xml', 'summary.md', 'evidence.har', packageFiles.evidence];
    const { codes, says } = await opened((pack) => {
      for (const name of names) pack.write(name, `${pack.read(name)} `);
    });
    expect([...codes]).toEqual(['file-changed']);
    for (const name of names) expect(says).toContain(`${name} does not have the digest in the manifest`);
  });

  test('changes the config', async () => {
    const { codes } = await altered((pack) => pack.editConfig((settings) => Object.assign(settings, { rate: 1 })));
    expect([...codes].sort()).toEqual(['config-changed', 'file-changed']);
  });

  test('takes files away', async () => {
    const gone = ['junit.xml', packageFiles.evidence, packageFiles.envelope];
    const { codes } = await altered((pack) => {
      for (const name of gone) rmSync(pack.path(name));
    });
    expect([...codes].sort()).toEqual(['evidence-unreadable', 'file-missing', 'signature-missing']);
  });

  test('adds a file: it is not part of the package', async () => {
    const pack = new OpenPackage(made);
    pack.write('README.md', 'Trust me.');
    const { findings } = await openPackage(pack.directory, made.keys.publicKey);
    expect(findings).toEqual([{ code: 'file-foreign', says: 'README.md (a file) is not part of a package' }]);
  });

  test('spoils the evidence', async () => {
    const { codes, says } = await altered((pack) =>
      pack.write(packageFiles.evidence, pack.read(packageFiles.evidence).replace(/"id":"x\w+"/, '"id":')),
    );
    expect(codes).toContain('evidence-unreadable');
    expect(says).toMatch(/full-evidence\.ndjson cannot be read: its line \d+ is not JSON/);
  });

  test('breaks the signature', async () => {
    const { codes } = await opened((pack) => {
      const envelope = JSON.parse(pack.read(packageFiles.envelope));
      const sig = Buffer.from(envelope.signatures[0].sig, 'base64');
      sig[5]! ^= 1;
      envelope.signatures[0].sig = sig.toString('base64');
      pack.write(packageFiles.envelope, `${JSON.stringify(envelope, null, 2)}\n`);
    });
    expect([...codes]).toEqual(['signature-broken']);
  });

  test('changes the manifest', async () => {
    const { codes } = await opened((pack) =>
      pack.write(packageFiles.manifest, pack.read(packageFiles.manifest).replace('"conformant"', '"conformant" ')),
    );
    expect([...codes]).toEqual(['manifest-changed']);
  });

  test('signs with a key of their own', async () => {
    const pack = new OpenPackage(made);
    const stranger = signerKeys(freshDirectory(), 'stranger');
    await pack.sealAgain(stranger);
    expect([...(await found(pack)).codes]).toEqual(['signature-foreign']);
    // Without the key of the sender nobody can tell.
    expect(
      (await checkedPackage(pack.directory, { signer: null, targetKey: null, nonce: made.nonce })).findings,
    ).toEqual([]);
  });
});

test('what is not a package is refused in a sentence', async () => {
  const empty = freshDirectory();
  expect(await run('verify', empty)).toEqual({
    printed: '',
    told: `conformance: ${empty} is not a package. Give a directory that was written by conformance certify.\n`,
    code: 2,
  });
});
