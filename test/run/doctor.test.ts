/** Planted faults of keys and identity: the doctor names each exactly, and a run on it ends with that diagnosis and judges nothing. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { examine } from '../../cli/doctor/doctor.ts';
import { exitCodeOf } from '../../cli/doctor/finding.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import {
  config,
  endOfRun,
  isNamed,
  open,
  type Plant,
  rsa,
  served,
  standIn,
  useReference,
} from '../support/misconfigured.ts';
import { answering, answeringBodies, closedPort, result } from '../support/stand-ins.ts';

useReference();

const bare = (pem: string) => pem.replace(/-----.*-----|\s/g, '');

const keyFiles: readonly Plant[] = [
  {
    name: 'the two keys swapped',
    plant: () => config({}, { privateKey: served.keys.mpp.publicKey, publicKey: served.keys.alipayplus.privateKey }),
    code: 'key-swapped',
    exit: 2,
  },
  {
    name: 'bare base64 of a public key where the private one belongs',
    plant: () => config({}, { privateKey: bare(served.keys.mpp.publicKey) }),
    code: 'key-swapped',
    exit: 2,
  },
  {
    name: 'a key file that is not there',
    plant: () => config({}, { privateKey: 'keys/none.pem' }),
    code: 'key-file-missing',
    exit: 2,
  },
  {
    name: 'a key cut off',
    plant: () => config({}, { privateKey: served.keys.alipayplus.privateKey.slice(0, 700) }),
    code: 'key-cut-off',
    exit: 2,
  },
  {
    name: 'an encrypted key',
    plant: () => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const locked = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' });
      return config({}, { privateKey: locked.toString() });
    },
    code: 'key-encrypted',
    exit: 2,
  },
  {
    name: 'a key of an elliptic curve',
    plant: () => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return config({}, { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() });
    },
    code: 'key-not-rsa',
    exit: 2,
  },
  {
    name: 'our own public key in the place of theirs',
    plant: () => config({}, { publicKey: served.keys.alipayplus.publicKey }),
    code: 'keys-one-pair',
    exit: 2,
  },
  {
    name: 'a key of 512 bits',
    plant: () => config({}, { privateKey: rsa(512).privateKey }),
    code: 'key-too-short',
    exit: 2,
  },
];

const identity: readonly Plant[] = [
  {
    name: 'a private key of nobody',
    plant: () => config({}, { privateKey: rsa(2048).privateKey }),
    code: 'our-signature-refused',
    exit: 2,
  },
  {
    name: 'a public key of nobody',
    plant: () => config({}, { publicKey: rsa(2048).publicKey }),
    code: 'wrong-public-key',
    exit: 2,
  },
  {
    name: 'an unknown client id',
    plant: () => config({ clientId: 'TEST_NOBODY' }),
    code: 'client-id-refused',
    exit: 2,
  },
  { name: 'an unknown keyVersion', plant: () => config({}, { keyVersion: '7' }), code: 'key-version-refused', exit: 2 },
  {
    name: 'no signing where it is wanted',
    plant: () => ({ ...config(), signing: { mode: 'off' } }),
    code: 'signature-wanted',
    exit: 2,
  },
  {
    name: 'a clock that is an hour ahead',
    plant: async () => {
      const late = answering((_, response) => {
        response.setHeader('Date', new Date(Date.now() + 3_600_000).toUTCString());
        result(response, 'F', 'INVALID_SIGNATURE');
      });
      return config({ target: await standIn(late) });
    },
    code: 'clock-difference',
    exit: 2,
  },
  {
    name: 'a path that is not there',
    plant: () => config({ paths: { sendOTP: '/elsewhere/sendOTP' } }),
    code: 'path-not-found',
    exit: 2,
  },
  {
    name: 'a target signing with our key',
    plant: async () => {
      const mixed = await startReferenceMpp({
        keys: { mpp: served.keys.alipayplus, alipayplus: served.keys.alipayplus },
      });
      open.push(mixed);
      return config({ target: mixed.url });
    },
    code: 'signed-with-our-key',
    exit: 2,
  },
];

describe('keys', () => {
  test.each(keyFiles)('$name: $code', isNamed);

  test('forms that people have are no fault', async () => {
    const forms = { privateKey: bare(served.keys.alipayplus.privateKey), publicKey: bare(served.keys.mpp.publicKey) };
    expect(exitCodeOf(await examine({ config: config({}, forms) as never }, {}))).toBe(0);
  });

  test('a key of 1024 bits is noted, and ends nothing', async () => {
    const findings = await examine(
      { config: config({ target: 'http://127.0.0.1:1' }, { publicKey: rsa(1024).publicKey }) as never },
      {},
    );
    expect(findings.find(({ code }) => code === 'key-too-short')?.level).toBe('note');
  });

  test('with faulty keys the network is examined all the same', async () => {
    const planted = config({ target: `http://127.0.0.1:${await closedPort()}` }, { privateKey: 'none.pem' });
    const findings = await examine({ config: planted as never }, {});
    expect(findings.filter(({ level }) => level === 'fault').map(({ code }) => code)).toEqual([
      'key-file-missing',
      'connection-refused',
    ]);
    expect(exitCodeOf(findings)).toBe(2);
  });
});

describe('who signs for whom', () => {
  test.each(identity)('$name: $code', isNamed);

  test('a target that verifies another text is told which', async () => {
    const faulty = await startReferenceMpp({ keys: served.keys, fault: 'header-names-lower-case-only' });
    open.push(faulty);
    const findings = await examine({ config: config({ target: faulty.url }) as never }, {});
    expect(findings.filter(({ level }) => level !== 'ok').map(({ code }) => code)).toEqual(['header-spelling']);
  });

  test('a user whom the target does not know', async () => {
    const planted = config({ requests: { sendOTP: [{ accessToken: 'nobody-knows-me' }] } });
    const findings = await examine({ config: planted as never }, {});
    expect(findings.filter(({ level }) => level === 'fault').map(({ code }) => code)).toEqual(['fixture-unknown']);
    // The config vouches for its users, so that the run is red; it says why.
    expect(await endOfRun(planted)).toMatchObject({ exit: 1, code: 'fixture-unknown' });
  });
});

test('a base path under which no API is: the to-do list asks for the paths, as it does without a base path', async () => {
  const findings = await examine({ config: config({ target: `${served.reference.url}/base` }) as never }, {});
  expect(findings.filter(({ level }) => level === 'fault').map(({ code }) => code)).toEqual(['path-not-found']);
  expect(await endOfRun(config({ target: `${served.reference.url}/base` }))).toEqual({
    exit: 4,
    code: 'path-not-found',
    failed: 0,
  });
});

describe('a right configuration', () => {
  test('a server that answers POST alone is no silent one', { timeout: 30_000 }, async () => {
    const quiet = answeringBodies((request, response) => {
      if (request.method === 'POST') result(response, 'F', 'USER_STATUS_ABNORMAL');
    });
    const base = config({ target: await standIn(quiet), run: { seed: 1, timeoutMs: 300 } });
    const planted = { ...base, signing: { mode: 'off' } };
    const findings = await examine({ config: planted as never }, {});
    expect(findings.filter(({ level }) => level === 'fault').map(({ code }) => code)).toEqual(['fixture-refused']);
  });

  test('all is well, without a call that reaches a person too', async () => {
    const all = { config: config({ apis: undefined }) as never };
    for (const messages of [true, false]) {
      const findings = await examine(all, {}, messages);
      expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    }
  });
});
