/** Why a run would certify nothing: each reason, with its cure. */

import type { Operation } from '../../contract/types.ts';
import { type PlannedRow, planRun } from '../../engine/plan/plan.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { type OperationId, operations } from '../../generated/operations.ts';
import { suiteSet } from '../../suites/index.ts';
import { endlessWaivers, expiredWaivers } from '../config/waivers.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** All that stands against certifying with these settings on that day; nothing where they are fit. */
export function refusals(settings: RunSettings, today: Date): UsageError[] {
  const { embedded, signing } = settings;
  return [
    ...(embedded ? [demonstration] : []),
    ...(signing.mode === 'off' ? [unsigned] : []),
    ...narrowed(settings),
    ...withoutScenarios(settings),
    ...expiredWaivers(settings.waivers, today),
    ...endlessWaivers(settings.waivers, today),
  ];
}

const demonstration = new UsageError(
  'No target is named, and the embedded reference is only a demonstration',
  'Name your server with target in the config or --target.',
);

const unsigned = new UsageError(
  'Signing is off, so nothing shows who answered',
  'Set clientId, signing.privateKey and signing.publicKey.',
);

function narrowed({ apis, selected, only }: RunSettings): UsageError[] {
  const left = apis.filter((id) => !selected.includes(id));
  return [
    ...(left.length > 0
      ? [new UsageError(`--api leaves out ${left.join(', ')}, which apis names`, 'Leave --api out.')]
      : []),
    ...(only !== null
      ? [new UsageError('Only some requirements are selected', 'Leave --only and --only-failed out.')]
      : []),
  ];
}

function withoutScenarios(settings: RunSettings): UsageError[] {
  if (settings.role === 'mpp-client') return [];
  return settings.apis.flatMap((id) => {
    const missing = missingScenarios(settings, operations[id as OperationId]);
    if (missing.length === 0) return [];
    const first = missing[0]!.includes(':') ? `"${missing[0]}"` : missing[0];
    return [
      new UsageError(
        `scenarios.${id} lacks ${missing.join(', ')}`,
        `Add values that make the target answer so: scenarios: { ${id}: { ${first}: { … }, … } }; or name the requirement under declared if the product never answers so.`,
      ),
    ];
  });
}

/** Result codes of the business of an operation, its decisions, and what else a MUST cannot be judged without. */
function missingScenarios(settings: RunSettings, op: Operation): string[] {
  const have = (settings.scenarios[op.id] ?? []).map(({ code }) => code);
  const decisions = op.response.find(({ path }) => path.join('.') === 'decision')?.enum ?? [];
  const wanted = [...businessCodes(op), ...decisions].filter((code) => !have.includes(code));
  const isDeclared = ({ key }: PlannedRow) =>
    settings.declared?.some(({ requirement }) => requirement === key) === true;
  const rows = planRun(settings, suiteSet).filter(({ operation }) => operation === op.id);
  const cannotOccur = rows.filter(isDeclared).flatMap(({ missingScenarios }) => missingScenarios);
  const unjudged = rows
    .filter((row) => row.excused === null && !isDeclared(row))
    .filter(({ level, basis }) => level === 'MUST' && basis !== 'position')
    .flatMap(({ missingScenarios }) => missingScenarios);
  const needed = [...wanted.filter((code) => !cannotOccur.includes(code)), ...unjudged];
  return [...new Set(needed)].sort();
}

/** The codes that not all operations share. */
function businessCodes(op: Operation): string[] {
  const all = Object.values(operations);
  return Object.keys(op.resultCodes).filter((code) => !all.every((other) => code in other.resultCodes));
}
