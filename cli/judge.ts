/** The way from settings to a report. */
import type { Report } from '../engine/report.ts';
import type { RunHooks, RunSettings } from '../engine/settings.ts';
import type { RunPlan } from './plan.ts';

/** Judges the target of the settings. */
export async function runConformance(_settings: RunSettings, _hooks: RunHooks): Promise<Report> {
  throw new Error('The engine is not built yet');
}

/** What a run with these settings would do; sends nothing. */
export async function planRun(_settings: RunSettings): Promise<RunPlan> {
  throw new Error('The engine is not built yet');
}

/** Titles of the checks that prove a requirement at an operation. */
export function checkTitles(_operation: string, _id: string): string[] {
  return [];
}
