/** Checks what the contract compiler makes of a spec: order, ranks, kinds, harms, identities, and validators that agree with generated/. */
import { describe, expect, test } from 'vitest';
import { compileContract } from '../../contract/compile.ts';
import { didYouMean, suggestion } from '../../contract/did-you-mean.ts';
import { harms, kinds } from '../../contract/names.ts';
import { readSpecFiles } from '../../contract/read-spec-files.ts';
import { parseSpecFile } from '../../contract/spec-file.ts';
import type { Requirement } from '../../contract/types.ts';
import { compileValidators } from '../../contract/validators.ts';
import { operations } from '../../generated/operations.ts';
import { ambiguities, requirements, specDigest, specVersion } from '../../generated/requirements.ts';
import { validateRequest, validateResponse } from '../../generated/validators.js';
import { specFolder } from '../../scripts/generate.ts';
import { compileTexts, edited, ping, pong } from '../support/small-spec.ts';

const all = Object.values(operations);

describe('the bundled contract', () => {
  const contract = compileContract(readSpecFiles(specFolder));

  test('is what generated/ holds', () => {
    expect(contract.operations).toEqual(all);
    expect(contract.requirements).toEqual(requirements);
    expect(contract.ambiguities).toEqual(ambiguities);
    expect([contract.digest, contract.version]).toEqual([specDigest, specVersion]);
  });

  test('has validators that agree with the generated ones on each field left out, null, empty, of another type and too long', () => {
    const { request, response } = compileValidators(contract);
    for (const { id, requestExample, responseExamples } of all) {
      const { [Object.keys(requestExample)[0]!]: _, ...without } = requestExample;
      const requests = Object.keys(requestExample).flatMap((name) =>
        [undefined, null, '', 20, [], 'x'.repeat(129)].map((value) => ({ ...requestExample, [name]: value })),
      );
      for (const body of [requestExample, without, ...requests]) {
        expect(request[id]!(body)).toBe(validateRequest[id](body));
        expect(request[id]!.errors).toEqual(validateRequest[id].errors);
      }
      for (const body of [...Object.values(responseExamples), {}, { result: { resultCode: 'X', resultStatus: 'S' } }]) {
        expect(response[id]!(body)).toBe(validateResponse[id](body));
      }
    }
  });
});

describe('identity fields', () => {
  const identities = all.flatMap(({ id, request }) =>
    request.filter(({ identity }) => identity).map((field) => ({ id, name: field.path.join('.'), ...field })),
  );

  test('are all that name a party, a device, a token or a person, and no others', () => {
    const names = [...new Set(identities.map(({ name }) => name))].toSorted();
    expect(names).toEqual([
      ...['accessToken', 'accountIdHash', 'acquirerId', 'customerId', 'paymentAppInstanceId', 'pspId'],
      ...['secureElementId', 'tokenReferenceId', 'tokenRequestorId', 'walletId'],
    ]);
    const marked = new Set(names);
    const unmarked = all.flatMap(({ id, request }) =>
      request
        .filter(({ path, identity }) => !identity && marked.has(path.join('.')))
        .map(({ path }) => `${id}.${path}`),
    );
    expect(unmarked).toEqual([]);
  });

  test.each(identities)('$id.$name is compared at a length below its greatest one', ({ name, identity, maxLength }) => {
    const own: Readonly<Record<string, number>> = { tokenRequestorId: 11 };
    expect(identity!.shortLength).toBe(own[name] ?? Math.min(20, maxLength! / 2));
  });

  test.each(identities)(
    'an unknown $id.$name may be refused with business codes, which its length rule accepts',
    (field) => {
      const { accept } = field.rules.find(({ keyword }) => keyword === 'maxLength')!;
      expect(field.identity!.unknown).not.toContain('PARAM_ILLEGAL');
      expect(accept).toEqual(['PARAM_ILLEGAL', ...field.identity!.unknown]);
    },
  );

  test('a short length of its own is taken over', () => {
    const text = edited(ping, 'unknown: [PROCESS_FAIL] }', 'unknown: [PROCESS_FAIL], shortLength: 4 }');
    const [userId] = compileTexts({ 'ping.yaml': text }).operations[0]!.request;
    expect(userId!.identity).toEqual({ of: 'user', unknown: ['PROCESS_FAIL'], shortLength: 4 });
  });
});

describe('order', () => {
  test('follows x-order, and what has none comes last by name', () => {
    const text = (id: string) =>
      edited(pong.replaceAll('pong', id).replaceAll('Pong', id).replaceAll('PONG', id), 'x-order: 2', '');
    const texts = {
      'zeta.yaml': text('zeta').replace(/\n +\n/, '\n'),
      'alpha.yaml': text('alpha').replace(/\n +\n/, '\n'),
      'pong.yaml': edited(pong, 'x-order: 2', 'x-order: 0'),
    };
    expect(compileTexts(texts).operations.map(({ id }) => id)).toEqual(['pong', 'ping', 'alpha', 'zeta']);
  });

  test('of the bundled APIs is that of the design', () => {
    expect(Object.keys(operations)).toEqual([
      ...['sendOTP', 'sendActivationCode', 'tokenActivationNotification', 'tokenDigitizeDecision', 'getPaymentCode'],
    ]);
  });
});

describe('kinds, harms and ranks', () => {
  const idsOf = (select: (row: Requirement) => boolean) => requirements.filter(select).map(({ id }) => id);

  test('the kinds of the rows of every API', () => {
    const generic = (kind: string) => idsOf((row) => row.operation === null && row.kind === kind).join(' ');
    expect(Object.fromEntries(kinds.map((kind) => [kind, generic(kind)]))).toEqual({
      signature: 'G-02 G-03 G-04 G-05 G-07 G-08 G-09 G-14 G-26',
      http: 'G-01 G-06 G-10 G-11 G-12 G-13 G-22',
      result: 'G-15 G-16 G-24',
      encoding: 'G-17 G-18 G-19 G-20 G-21',
      behaviour: 'G-23 G-25',
    });
    expect(idsOf((row) => row.operation !== null && row.kind !== 'behaviour')).toEqual([]);
  });

  test('ranks: request fields, answer fields, signature rows of servers, rows of one API, rows of every API', () => {
    expect(idsOf(({ rank }) => rank === 2)).toEqual(['G-07', 'G-08', 'G-09', 'G-14']);
    for (const { operation, rank } of requirements) expect(rank).toBe(operation === null ? (rank === 2 ? 2 : 4) : 3);
    for (const { body, request, response } of all) {
      expect([...body, ...request.flatMap(({ rules }) => rules)].filter(({ rank }) => rank !== 0)).toEqual([]);
      expect(response.flatMap(({ rules }) => rules).filter(({ rank }) => rank !== 1)).toEqual([]);
    }
  });

  test('what is acted on although it is forged or forbidden is worse than a wrong form', () => {
    const harmOf = (id: string) => harms.indexOf(requirements.find((row) => row.id === id)!.harm);
    expect(harmOf('OTP-09')).toBe(harmOf('G-08'));
    expect(harmOf('G-08')).toBeLessThan(harmOf('OTP-10'));
    expect(harmOf('OTP-10')).toBeLessThan(harmOf('OTP-04'));
    expect(harmOf('OTP-04')).toBeLessThan(harmOf('OTP-15'));
    expect(harmOf('OTP-15')).toBeLessThan(harmOf('G-07'));
  });

  test('a row takes the harm of its kind unless it has its own', () => {
    const text = edited(ping, 'basis: normative', 'basis: normative\n          x-harm: effect');
    const find = (texts: Record<string, string>) =>
      compileTexts(texts).requirements.map(({ id, harm }) => `${id} ${harm}`);
    expect(find({})).toEqual(['X-01 forged', 'PING-01 wrong-result']);
    expect(find({ 'ping.yaml': text })).toEqual(['X-01 forged', 'PING-01 effect']);
  });
});

describe('groups', () => {
  test('a rule is linked to the row that sums it up, without changing the files', () => {
    const text = edited(ping, 'basis: normative', "basis: normative\n          members: ['*.required']");
    const [operation] = compileTexts({ 'ping.yaml': text }).operations;
    const grouped = operation!.request.flatMap(({ rules }) => rules).filter(({ group }) => group.length > 0);
    expect(grouped.map(({ id, group }) => [id, ...group])).toEqual([['ping.userId.required', 'PING-01']]);
    expect(compileTexts().operations[0]!.request[0]!.rules.every(({ group }) => group.length === 0)).toBe(true);
  });
});

describe('the user of an API', () => {
  test.each(all)('is named by a field of $id', ({ probing, request }) => {
    const hasCustomerId = request.some(({ path }) => path.join('.') === 'customerId');
    expect(probing.user).toBe(hasCustomerId ? 'customerId' : 'accessToken');
  });
});

describe('a name that was meant', () => {
  test('is the nearest known one, or the list where none is near', () => {
    expect(didYouMean('x-judg', ['x-judge', 'x-source'])).toBe('x-judge');
    expect(suggestion('x-judg', ['x-judge', 'x-source'], 'Words')).toBe('Did you mean "x-judge"?');
    expect(suggestion('colour', ['x-judge', 'x-source'], 'Words')).toBe('Words: x-judge, x-source.');
  });
});

test('the shared file is needed, by its name', () => {
  expect(() => compileContract([parseSpecFile('specs/ping.yaml', ping)])).toThrow(
    'specs/ping.yaml:1: The shared file common.yaml is missing. Compile it together with this one.',
  );
});
