/** The least that commands read as a report: for tests of what they do with one. */

/** A row with one check. */
export function leastRow(key: string, outcome: string) {
  const [operation = '', id = ''] = key.split('/');
  return { key, id, operation, outcome, reason: '', checks: [{}] };
}

/** A report of role mpp with these rows. */
export function leastReport(...requirements: ReturnType<typeof leastRow>[]) {
  return {
    schemaVersion: '1.0',
    suite: { version: '0.0.9' },
    target: { url: 'http://127.0.0.1:9', role: 'mpp' },
    run: { id: 'r', seed: 77, startedAt: '2026-01-01T00:00:00Z', profile: 'gate' },
    verdict: 'not-conformant',
    requirements,
    todo: [],
  };
}
