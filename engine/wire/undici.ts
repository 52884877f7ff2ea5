/** The dispatchers of undici, each loaded when it is needed: the whole package takes several times as long as its agent. */
import { createRequire } from 'node:module';
import type undici from 'undici';

const load = createRequire(import.meta.url);
const agentFile = 'undici/lib/dispatcher/agent.js';

/** The agent for connections without a proxy; of the whole package, should a later version keep it elsewhere. */
export function agentClass(): typeof undici.Agent {
  try {
    return load(agentFile);
  } catch {
    return load('undici').Agent;
  }
}

/** The agent that follows the variables HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
export function proxyAgentClass(): typeof undici.EnvHttpProxyAgent {
  return load('undici').EnvHttpProxyAgent;
}
