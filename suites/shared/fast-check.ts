/** fast-check, loaded by the runs that search with it: who lists or explains checks does not wait for it. */
import type fc from 'fast-check';

type FastCheck = typeof fc;

let loaded: FastCheck | null = null;

/** To be awaited before a run. */
export async function loadFastCheck(): Promise<void> {
  loaded ??= (await import('fast-check')).default;
}

/** At hand at once: a probe that waited for a file would send at another moment when its run is judged again. */
export function fastCheck(): FastCheck {
  if (!loaded) throw new Error('fast-check was not loaded before the run');
  return loaded;
}
