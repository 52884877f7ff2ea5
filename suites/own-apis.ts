/** Rows of specs and overlays of the user: each requirement's proofs in words become checks. What holds for every API needs no words. */
import { requirements } from '../contract/apis.ts';
import type { Operation, Proof, Requirement } from '../contract/types.ts';
import { type Check, scenario } from '../engine/check/check.ts';
import type { ObservedExchange } from '../engine/check/observed-exchange.ts';
import { jsonOf, valueAt } from '../engine/wire/json.ts';
import { unknownCredential } from './shared/credentials.ts';
import { idempotent } from './shared/idempotency.ts';
import { besideOthers } from './shared/lifecycle.ts';
import { nearlyRightCredential } from './shared/nearly-right.ts';
import { holdsOneByOne } from './shared/one-by-one.ts';
import { ownValueEach } from './shared/result-invariants.ts';
import { servedAt } from './shared/stated-path.ts';
import { validCall } from './shared/valid-calls.ts';

/** The checks of one such row. */
export function ownChecks(op: Operation, { proofs = [] }: Requirement): readonly Check[] {
  return proofs.flatMap((proof) => checksOf(op, proof));
}

function checksOf(op: Operation, proof: Proof): readonly Check[] {
  if (proof.by === 'unique') {
    const own = ownValueEach(op.id, proof.field, (before, one) => (isOneCall(before, one) ? 'one-call' : 'twice'));
    return [holdsOneByOne(own, 'ids'), own];
  }
  if (proof.by === 'same') return idempotent(proof);
  if (proof.by === 'path') return [servedAt(proof.path)];
  if (proof.code === 'SUCCESS') return [validCall(), ...besideOthers()];
  return [...credentialChecks(op, proof.code), scenario(proof.code)];
}

/** Whether both answers are to one call: the same value of the key under which the API repeats its answer. */
function isOneCall(before: ObservedExchange, one: ObservedExchange): boolean {
  const ofApi = requirements.filter(({ operation }) => operation === one.op.id);
  const keys = ofApi.flatMap(({ proofs = [] }) => proofs.flatMap((proof) => (proof.by === 'same' ? [proof.key] : [])));
  const value = ({ answer }: ObservedExchange, key: string) => valueAt(jsonOf(answer.exchange.request.body), [key]);
  return keys.some((key) => value(one, key) !== undefined && value(before, key) === value(one, key));
}

/** A code that says that there is no such credential is shown without a scenario too: by credentials that nobody issued. */
function credentialChecks({ probing, request }: Operation, code: string): readonly Check[] {
  const { credential } = probing;
  if (credential === null || credential !== probing.nobody) return [];
  const field = request.find(({ path }) => path.length === 1 && path[0] === credential);
  if (field?.identity?.unknown[0] !== code) return [];
  return [unknownCredential(`an unknown ${credential} is not accepted`, credential), nearlyRightCredential()];
}
