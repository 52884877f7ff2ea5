/** What a package signs: an in-toto statement whose subject is the manifest, with the test-result predicate. */
import type { Outcome, Report } from '../../engine/report.ts';
import { sha256 } from './digests.ts';
import { type Manifest, packageFiles } from './manifest.ts';

/** Types of the in-toto attestation framework. */
export const statementType = 'https://in-toto.io/Statement/v1';
export const predicateType = 'https://in-toto.io/attestation/test-result/v0.1';

/** A thing with its digest, in the words of in-toto. */
export interface ResourceDescriptor {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

/** The signed content. */
export interface Statement {
  readonly _type: typeof statementType;
  readonly subject: readonly ResourceDescriptor[];
  readonly predicateType: typeof predicateType;
  readonly predicate: {
    /** Any waiver or warning makes it WARNED; every other verdict than conformant makes it FAILED. */
    readonly result: 'PASSED' | 'WARNED' | 'FAILED';
    readonly configuration: readonly ResourceDescriptor[];
    readonly url: string;
    readonly passedTests: readonly string[];
    readonly warnedTests: readonly string[];
    readonly failedTests: readonly string[];
  };
}

/** The statement about a manifest and its report. */
export function statementOf(manifestText: string, manifest: Manifest, report: Report): Statement {
  const keys = (...outcomes: readonly Outcome[]) =>
    report.requirements.filter(({ outcome }) => outcomes.includes(outcome)).map(({ key }) => key);
  const warned = keys('warned', 'waived');
  const { suite, spec, requirements, config } = manifest;
  const isConformant = report.verdict === 'conformant' && report.run.exitCode === 0;
  return {
    _type: statementType,
    subject: [{ name: packageFiles.manifest, digest: { sha256: sha256(manifestText) } }],
    predicateType,
    predicate: {
      result: !isConformant ? 'FAILED' : warned.length > 0 ? 'WARNED' : 'PASSED',
      configuration: [
        described(packageFiles.config, config.digest),
        described(`${suite.name}@${suite.version}`, suite.digest),
        described(`specification ${spec.version}`, spec.digest),
        described('requirements', requirements.digest),
      ],
      url: report.target.url,
      passedTests: keys('passed'),
      warnedTests: warned,
      failedTests: keys('failed', 'harness-error', 'inconclusive'),
    },
  };
}

function described(name: string, digest: string): ResourceDescriptor {
  return { name, digest: { sha256: digest } };
}

/** The statement in a payload; null where it is none of a manifest. */
export function readStatement(payload: Uint8Array): Statement | null {
  try {
    const statement = JSON.parse(Buffer.from(payload).toString('utf8')) as Statement;
    const isOne =
      statement._type === statementType &&
      statement.predicateType === predicateType &&
      Array.isArray(statement.subject) &&
      statement.subject.length === 1 &&
      typeof statement.subject[0]?.digest?.sha256 === 'string';
    return isOne ? statement : null;
  } catch {
    return null;
  }
}
