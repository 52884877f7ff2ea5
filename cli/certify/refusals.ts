/** The reasons for which a run cannot be certified, each with a hint. */

import { bundledApis, type OperationId, operations } from '../../contract/apis.ts';
import type { Operation } from '../../contract/types.ts';
import { type Plan, type PlannedRow, planRun } from '../../engine/plan/plan.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { suiteSet } from '../../suites/index.ts';
import { endlessWaivers, expiredWaivers } from '../config/waivers.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** All reasons against certifying with these settings on that day; empty where there are none. */
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
  'No target is configured, and the built-in reference cannot be certified',
  'Set target in the config, or use --target.',
);

const unsigned = new UsageError(
  'Signing is off, so that the answers cannot be attributed to the target',
  'Set clientId, signing.privateKey and signing.publicKey.',
);

function narrowed({ apis, selected, only }: RunSettings): UsageError[] {
  const left = apis.filter((id) => !selected.includes(id));
  return [
    ...(left.length > 0
      ? [new UsageError(`--api leaves out ${left.join(', ')}, which apis in the config lists`, 'Remove --api.')]
      : []),
    ...(only !== null
      ? [new UsageError('Only some requirements are selected', 'Remove --only and --only-failed.')]
      : []),
  ];
}

function withoutScenarios(settings: RunSettings): UsageError[] {
  if (settings.role === 'mpp-client') return [];
  const plan = planRun(settings, suiteSet);
  return settings.apis.flatMap((id) => {
    const missing = missingScenarios(settings, operations[id as OperationId], plan);
    if (missing.length === 0) return [];
    const first = missing[0]!.includes(':') ? `"${missing[0]}"` : missing[0];
    return [
      new UsageError(
        `scenarios.${id} lacks ${missing.join(', ')}`,
        `Add values for which the target returns them: scenarios: { ${id}: { ${first}: { … }, … } }; or add the requirement to declared if the product never returns them.`,
      ),
    ];
  });
}

/** The missing scenarios for business result codes, decisions, and every MUST that needs one. */
function missingScenarios(settings: RunSettings, op: Operation, plan: Plan): string[] {
  const have = (settings.scenarios[op.id] ?? []).map(({ code }) => code);
  const decisions = op.response.find(({ path }) => path.join('.') === 'decision')?.enum ?? [];
  const wanted = [...businessCodes(op), ...decisions].filter((code) => !have.includes(code));
  const isDeclared = ({ key }: PlannedRow) =>
    settings.declared?.some(({ requirement }) => requirement === key) === true ||
    settings.requirementSet?.unscored.includes(key) === true;
  const rows = plan.filter(({ operation }) => operation === op.id);
  const cannotOccur = rows.filter(isDeclared).flatMap(({ missingScenarios }) => missingScenarios);
  const unjudged = rows
    .filter((row) => row.excused === null && !isDeclared(row))
    .filter(({ level, basis }) => level === 'MUST' && basis !== 'position')
    .flatMap(({ missingScenarios }) => missingScenarios);
  const needed = [...wanted.filter((code) => !cannotOccur.includes(code)), ...unjudged];
  return [...new Set(needed)].sort();
}

/** The codes that are not common to all operations. */
function businessCodes(op: Operation): string[] {
  const all = bundledApis.operations;
  return Object.keys(op.resultCodes).filter((code) => !all.every((other) => code in other.resultCodes));
}
