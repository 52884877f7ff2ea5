/** The type of conformance.config.yaml. */
import type { Profile, Role } from '../../engine/report.ts';
import type { JsonObject } from '../../engine/settings.ts';

/** `conformance.config.yaml`, key by key; generated/config.schema.json has the descriptions. */
export interface Config {
  $schema?: string;
  target?: string;
  role?: Role;
  apis?: string[];
  specs?: string[];
  facts?: string[];
  clientId?: string;
  signing?: {
    mode?: 'required' | 'off';
    keyVersion?: string | number;
    privateKey?: string;
    publicKey?: string;
  };
  paths?: Record<string, string>;
  headers?: Record<string, string>;
  requests?: Record<string, JsonObject | JsonObject[]>;
  scenarios?: Record<string, Record<string, JsonObject>>;
  limits?: Record<string, { perFixture?: number; restMs?: number; maxSends?: number | null }>;
  resultCodes?: { extra?: Record<string, Record<string, 'F' | 'U'>> };
  client?: {
    listen?: string;
    trigger?: { url?: string; command?: string };
    triggerTimeoutMs?: number;
    retryWindowMs?: number;
    timeoutMs?: number;
  };
  tls?: { ca?: string; cert?: string; key?: string; passphrase?: string };
  run?: {
    profile?: Profile;
    seed?: number;
    strict?: boolean;
    timeoutMs?: number;
    concurrency?: number;
    rate?: number;
    runs?: number;
    marker?: boolean;
    absenceMs?: number;
    startMs?: number;
  };
  subject?: { organisation?: string; product?: string; version?: string; environment?: string; contact?: string };
  declared?: { requirement: string; reason: string; owner: string }[];
  reviews?: { requirement?: string; step?: string; result: string; reviewer: string; on: string; file?: string }[];
  waivers?: { requirement: string; reason: string; owner: string; until: string }[];
}
