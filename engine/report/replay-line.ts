/** The command line that repeats one check. */
import type { RunSettings } from '../settings.ts';

/** Quoting is not needed for what stands in it, but for the name of a file. */
export function replayLine(key: string, settings: RunSettings, path: string | undefined): string {
  const target = settings.embedded || settings.role === 'mpp-client' ? '' : ` --target ${settings.target}`;
  const role = settings.role === 'mpp' ? '' : ` --role ${settings.role}`;
  const config = settings.configFile ? ` --config ${shellWord(settings.configFile)}` : '';
  const profile = settings.profile === 'certify' ? ' --profile certify' : '';
  return `npx conformance${config}${target}${role}${profile} --only ${key} --seed ${settings.seed}${path ? ` --path ${path}` : ''}`;
}

function shellWord(text: string): string {
  return /^[\w./@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
