/** The rows that bind a caller, each with the proofs that judge it. */
import type { Finding } from '../../engine/check/finding.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import { binds, checkOf, type RowPlan, rowsOf } from '../../engine/plan/rows.ts';
import type { CheckResult, RequirementRow } from '../../engine/report.ts';
import type { RunHooks, RunSettings } from '../../engine/settings.ts';
import { operations } from '../../generated/operations.ts';
import type { RequirementTitles } from '../../generated/requirements.ts';
import type { Recorded } from './caller-record.ts';
import { constraintProof } from './constraints.ts';
import type { CallerCheck, CallerProof } from './proofs.ts';
import { patience, repeats, slowing } from './repeats.ts';
import * as requests from './requests.ts';
import { resultsBelieved, trust } from './trust.ts';

/** Ids of the catalogue that bind a caller and need proofs of their own. */
type CallerId =
  | `G-${'01' | '02' | '03' | '04' | '05' | '06' | '25' | '26'}`
  | `GPC-${'01' | '02' | '03' | '04' | '12' | '13' | '14'}`;

type CallerTitle = Extract<RequirementTitles['every' | 'getPaymentCode'], `${CallerId} ${string}`>;

/** Every requirement of a caller, word for word, with its proofs: one left out, or one word off, does not compile. */
const table: Readonly<Record<CallerTitle, readonly CallerProof[]>> = {
  'G-01 The caller MUST send each request as a POST over HTTPS to the exact path of the API.': [requests.address],
  'G-02 The caller MUST send the headers Signature, Client-Id and Request-Time, in whatever case it spells their names.':
    [requests.headers],
  'G-03 The caller MUST write the Signature header as the comma-separated parts algorithm, keyVersion and signature.': [
    requests.signatureParts,
  ],
  'G-04 The caller MUST sign the POST, the path, its Client-Id, its Request-Time and the very bytes of the body that it sends.':
    [requests.signature],
  'G-05 The caller MUST write Request-Time as an ISO 8601 time with a zone.': [requests.requestTime],
  'G-06 The caller MUST name application/json in UTF-8 as the Content-Type whenever it sends one.': [
    requests.mediaType,
  ],
  'G-25 The caller MUST repeat a call that ended in U or in silence with the same parameters, and never repeat a failed one blindly.':
    [repeats],
  'G-26 The caller MUST verify the signature of an answer and take no S for a success that is unsigned, half-signed or wrongly signed.':
    [trust],
  'GPC-01 The MPP MUST send getPaymentCode as a POST to /aps/api/v1/codes/getPaymentCode.': [requests.address],
  'GPC-02 The MPP MUST send a customerId of at most 64 characters and env as an object.': [requests.customerAndEnv],
  'GPC-03 The MPP MUST send region as a country code of two letters, which is CN in China, or leave it out elsewhere.':
    [requests.region],
  'GPC-04 The MPP MUST send codeQuantity as a whole number from 1 to 10 in a string, as null or not at all.': [
    requests.quantity,
  ],
  'GPC-12 The MPP MUST repeat the same getPaymentCode after U or no answer, and after F do only what the code advises.':
    [repeats, resultsBelieved],
  'GPC-13 The MPP SHOULD wait about 5 seconds for the answer to getPaymentCode before it gives up.': [patience],
  'GPC-14 The MPP MUST call less often after REQUEST_TRAFFIC_EXCEED_LIMIT.': [slowing],
};

const proofs = new Map(
  Object.entries<readonly CallerProof[]>(table).map(([title, list]) => [title.slice(0, title.indexOf(' ')), list]),
);

/** Proofs of a row; none for rows that bind somebody else and for groups. */
export function proofsFor({ constraint, requirement }: RowPlan): readonly CallerProof[] {
  if (requirement) return requirement.members || requirement.callerMembers ? [] : (proofs.get(requirement.id) ?? []);
  if (constraint?.side !== 'request' || !constraint.field) return [];
  const proof = constraintProof(constraint.field, constraint.rule);
  return proof ? [proof] : [];
}

/** All rows of getPaymentCode as a caller answers for them. */
export function plannedRows(settings: Pick<RunSettings, 'apis' | 'selected' | 'only'>): PlannedRow[] {
  return rowsOf(operations.getPaymentCode).map((plan) => {
    const row = asSent(plan);
    return {
      ...plan,
      row,
      proofs: [],
      probes: [],
      invariants: [],
      overalls: [],
      missingScenarios: [],
      excused: excuse(settings, { ...plan, row }),
    };
  });
}

/** What the proofs of a row look at, in words: each names its check even where a record has nothing to show. */
export function titlesOf(planned: RowPlan): string[] {
  const settings = {
    clientId: '',
    paths: {},
    signing: { mode: 'off' },
    client: { timeoutMs: null, retryWindowMs: null },
    strict: false,
  };
  const nothing = { settings, plays: [], missing: [] } as unknown as Recorded;
  return proofsFor(planned).flatMap((proof) => proof(nothing).map(({ title }) => title));
}

/** A constraint in the words for its sender: the page tells a caller what to send, not what to refuse. */
function asSent({ row, constraint }: RowPlan): RequirementRow {
  const sent = constraint?.rule.sent;
  if (!sent) return { ...row, group: [] };
  const { says, level, basis, ambiguity, group } = sent;
  return { ...row, says, level, basis, ambiguity, group: [...group] };
}

function excuse(
  { apis, selected, only }: Pick<RunSettings, 'apis' | 'selected' | 'only'>,
  plan: RowPlan,
): PlannedRow['excused'] {
  const { row, requirement } = plan;
  if (!apis.includes(row.operation)) return 'not-offered';
  if (requirement && !requirement.observable) return 'not-observable';
  const bound = requirement ? binds(requirement, 'mpp-client') : proofsFor(plan).length > 0;
  if (!bound) return 'other-role';
  const names = [row.id, row.key, ...row.group, ...row.group.map((id) => `${row.operation}/${id}`)];
  const chosen = selected.includes(row.operation) && (only === null || names.some((name) => only.includes(name)));
  return chosen ? null : 'not-selected';
}

/** Puts the record before every row that is asked for. */
export function judgeRows(plan: readonly PlannedRow[], record: Recorded, hooks: RunHooks): void {
  for (const planned of plan) {
    if (planned.excused !== null) continue;
    for (const proof of proofsFor(planned)) {
      for (const found of proof(record)) {
        const check = asCheck(planned.row, found, record.settings.strict);
        planned.row.checks.push(check);
        hooks.onCheck?.(planned.row.key, check);
      }
    }
  }
}

function asCheck(row: RequirementRow, { title, judged, unseen }: CallerCheck, strict: boolean): CheckResult {
  const check = checkOf(row, title, judged as Finding, strict);
  return unseen ? { ...check, outcome: 'not-observable' } : check;
}
