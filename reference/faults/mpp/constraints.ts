/** Faults of request fields, one for each constraint: a missing check. */
import { type Field, type MppApi, mppApis, type Patch } from '../../mpp/behaviour.ts';
import { requestFields } from '../../mpp/fields.ts';
import { accessToken, activeTokens, customerId } from '../../mpp/users.ts';
import { type MppFault, mustFault, rowKeys, shouldFault } from '../fault.ts';
import { both, errorPages, isComposite, onField, refuses, stumbles, takes } from './alterations.ts';

/** One check that may be forgotten. */
interface Gap {
  readonly keyword: string;
  readonly says: (field: Field) => string;
  readonly applies: (field: Field) => boolean;
  readonly alter: (api: MppApi, field: Field) => Patch;
  /** Only advice where the pages leave it open. */
  readonly warns?: (field: Field) => boolean;
}

const isText = (field: Field): boolean => field.kind !== 'object';

/** What a wrong user id is replaced with, because no user exists for the wrong value. */
function passes(api: MppApi, field: Field, wrong: (value: unknown) => boolean): Patch {
  if (field.name !== 'accessToken') return takes(api, field.name, wrong);
  let last = activeTokens[0];
  return onField(api, field.name, {
    check: (value, legal, request) => {
      if (!wrong(value)) {
        if (typeof value === 'string' && activeTokens.includes(value)) last = value;
        return legal(value);
      }
      request[field.name] = last;
      return true;
    },
  });
}

/** Cuts what is too long to the width of a column, which finds the user of a padded id. */
function cut(api: MppApi, field: Field): Patch {
  const columns: Readonly<Record<string, number>> = {
    accessToken: accessToken('').length,
    customerId: customerId('').length,
  };
  const width = columns[field.name] ?? field.max ?? 0;
  return onField(api, field.name, {
    check: (value, legal, request) => {
      if (typeof value !== 'string' || value.length <= (field.max ?? 0)) return legal(value);
      request[field.name] = value.slice(0, width);
      return true;
    },
  });
}

/** Throws where "" stands for an optional text. */
function crashing(api: MppApi, field: Field): Patch {
  return both(
    stumbles(api, field.name, (value) => value === ''),
    errorPages,
  );
}

const gaps: readonly Gap[] = [
  {
    keyword: 'required',
    says: () => 'does without',
    applies: (field) => field.required,
    alter: (api, field) => takes(api, field.name, (value) => value === undefined),
  },
  {
    keyword: 'null',
    says: () => 'takes null for',
    applies: (field) => field.required,
    alter: (api, field) => takes(api, field.name, (value) => value === null),
  },
  {
    keyword: 'empty',
    says: () => 'takes "" for',
    applies: (field) => isText(field) && field.required,
    alter: (api, field) => passes(api, field, (value) => value === ''),
  },
  {
    keyword: 'empty',
    says: () => 'crashes on "" as',
    applies: (field) => isText(field) && !field.required,
    alter: crashing,
  },
  {
    keyword: 'type',
    says: () => 'takes an array or an object for the text of',
    applies: isText,
    alter: (api, field) => passes(api, field, isComposite),
  },
  {
    keyword: 'type',
    says: () => 'takes a text for the object',
    applies: (field) => field.kind === 'object',
    alter: (api, field) => takes(api, field.name, (value) => typeof value === 'string'),
  },
  {
    keyword: 'maxLength',
    says: () => 'cuts what is too long for the column of',
    applies: (field) => field.max !== undefined,
    alter: cut,
  },
  {
    keyword: 'enum',
    says: () => 'takes any word as',
    applies: (field) => field.oneOf !== undefined,
    alter: (api, field) => takes(api, field.name, (value) => typeof value === 'string' && value !== ''),
    warns: (field) => field.name !== 'verifyType',
  },
  {
    keyword: 'format',
    says: () => 'takes any text as the date',
    applies: (field) => field.kind === 'date',
    alter: (api, field) => takes(api, field.name, (value) => typeof value === 'string' && value !== ''),
  },
  {
    keyword: 'optional',
    says: () => 'refuses null for',
    applies: (field) => !field.required,
    alter: (api, field) => refuses(api, field.name, (value) => value === null),
  },
];

const kebab = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();

/** The row of a constraint; the default of verifyType has one of its own besides, and a crash is worse than what it crashes on. */
const rowsOf = (api: MppApi, field: Field, keyword: string): string[] => {
  const rule = `${field.name}.${keyword}`;
  if (keyword === 'empty' && !field.required) return rowKeys(api, 'G-24', rule);
  return rowKeys(api, rule, ...(rule === 'verifyType.optional' ? ['OTP-05'] : []));
};

/** Faults of request fields, in the order of the pages. */
export const constraintFaults: readonly MppFault[] = mppApis.flatMap((api) =>
  requestFields[api].flatMap((field) =>
    gaps
      .filter((gap) => gap.applies(field))
      .map((gap) => {
        const write = gap.warns?.(field) ? shouldFault : mustFault;
        const name = `${kebab(api)}-${kebab(field.name)}-${kebab(gap.keyword)}-unchecked`;
        return write(
          name,
          `${api} ${gap.says(field)} ${field.name}.`,
          rowsOf(api, field, gap.keyword),
          gap.alter(api, field),
        );
      }),
  ),
);
