/** The agent of undici is loaded without the rest of the package, and is the one that the package exports. */
import undici from 'undici';
import { expect, test } from 'vitest';
import { agentClass, proxyAgentClass } from '../../engine/wire/undici.ts';

test('the agent is that of the package', () => {
  expect(agentClass()).toBe(undici.Agent);
  expect(proxyAgentClass()).toBe(undici.EnvHttpProxyAgent);
});
