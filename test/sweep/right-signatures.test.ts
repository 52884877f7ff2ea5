/** Right signatures over texts of all kinds: none is ever taken for a wrong one. */
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { diagnoseSignature } from '../../engine/diagnosis/signature.ts';
import { planted, randomText, seeded, time } from '../support/planted-signature.ts';

const random = seeded(7);

test('ten thousand right signatures are right', { timeout: 60_000 }, () => {
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
  for (let n = 0; n < 10_000; n += 1) {
    const part = {
      body: JSON.stringify({ [randomText(random, 4)]: randomText(random, random(60)) }),
      path: `/${randomText(random, 8).replace(/\W/g, 'x')}`,
      time: `${time}${n}`,
    };
    const signed = { ...planted({ ...part, key: small.privateKey }), publicKey: small.publicKey };
    const diagnosis = diagnoseSignature(signed);
    // An assertion each would take longer than the diagnosis.
    if (diagnosis !== null) expect(diagnosis).toBeNull();
  }
});
