/** Writes rows of the tables of faults of getPaymentCode. */
import type { Fault } from './fault.ts';

const api = 'getPaymentCode';

/** Makes rows for one role; ids of requirements are written without the API in front. */
export const rowsFor =
  <Role extends Fault['role']>(role: Role) =>
  <Alter>(
    name: string,
    says: string,
    breaks: string | readonly string[],
    alter: Alter,
    outcome: Fault['outcome'] = 'failed',
  ) => {
    const keys = [breaks].flat().map((id) => `${api}/${id}`);
    return { name, says, role, breaks: keys, apis: [api], outcome, alter };
  };

/** The id of a constraint on a request or, with `response.` in front, on an answer. */
export const field = (constraint: string): string => `${api}.${constraint}`;
