/** What a config text makes the command say: the faults of its settings, one sentence each. */
import { checkedConfig } from '../../cli/config/check.ts';
import { parseConfig } from '../../cli/config/parse.ts';
import { settingsOf } from '../../cli/config/settings.ts';
import { UsageError } from '../../cli/terminal/usage-error.ts';

const origin = { directory: '/nowhere', workingDirectory: '/nowhere', named: {} };

/** The sentences about a config text; empty when it is right. */
export async function said(text: string): Promise<string[]> {
  try {
    const { value, place } = parseConfig({ path: '/nowhere/c.yaml', name: 'c.yaml', text });
    settingsOf(await checkedConfig(value, place), {}, origin, false);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return error.text.split('\n');
    throw error;
  }
}
