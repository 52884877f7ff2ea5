/** MPP callers that send one field of getPaymentCode wrongly, generated for the constraints that have no fault of their own. */
import type { Json, Patch } from '../../caller/behaviour.ts';
import type { Fault } from '../fault.ts';
import { field, rowsFor } from '../rows.ts';

/** One row of the table. */
const fault = rowsFor('mpp-client')<Patch>;

const sending =
  (change: (body: Json) => Json): Patch =>
  (b) => ({ ...b, body: (asked, attempt) => change(b.body(asked, attempt)) });

/** Changes one field where it is sent. */
const writing = (name: string, change: (value: unknown) => unknown): Patch =>
  sending((body) => (name in body ? { ...body, [name]: change(body[name]) } : body));

/** Wrong values of single fields. */
export const fieldFaults: readonly (Fault & { readonly role: 'mpp-client'; readonly alter: Patch })[] = [
  fault(
    'customer-empty',
    'It sends the empty string for customerId.',
    [field('customerId.empty'), 'GPC-02'],
    writing('customerId', () => ''),
  ),
  fault(
    'env-null',
    'It sends null for env.',
    [field('env.null'), 'GPC-02'],
    writing('env', () => null),
  ),
  fault(
    'region-as-list',
    'It sends region as a list of one.',
    [field('region.type'), 'GPC-03'],
    writing('region', (value) => [value]),
  ),
  fault(
    'region-one-letter',
    'It sends regions of one letter.',
    [field('region.minLength'), 'GPC-03'],
    writing('region', (value) => String(value).slice(0, 1)),
  ),
  fault(
    'quantity-of-three-digits',
    'It sends codeQuantity in three digits.',
    [field('codeQuantity.maxLength'), 'GPC-04'],
    writing('codeQuantity', (value) => String(value).padStart(3, '0')),
  ),
];
