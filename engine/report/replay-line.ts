/** The command line that repeats one check. */
import type { RunSettings } from '../settings.ts';

/** `sentBy` names rows whose requests show it too; null where only a whole run does. Quoting is not needed for what stands in it, but for the name of a file. */
export function replayLine(
  key: string,
  settings: RunSettings,
  sentBy: readonly string[] | null,
  path: string | undefined,
): string {
  const target = settings.embedded || settings.role === 'mpp-client' ? '' : ` --target ${settings.target}`;
  const role = settings.role === 'mpp' ? '' : ` --role ${settings.role}`;
  const config = settings.configFile ? ` --config ${shellWord(settings.configFile)}` : '';
  const profile = settings.profile === 'certify' ? ' --profile certify' : '';
  const strict = settings.strict ? ' --strict' : '';
  const others = sentBy && sentBy.length > 0 ? ` --with ${sentBy.join(' ')}` : '';
  const selection = sentBy ? ` --only ${key}${others}` : '';
  return `npx conformance${config}${target}${role}${profile}${strict}${selection} --seed ${settings.seed}${path ? ` --path ${path}` : ''}`;
}

function shellWord(text: string): string {
  return /^[\w./@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
