/** The JSON Schema of script files, for editors; `checkScript` checks the same with a hint for each mistake. */
import { answerKinds, documentedCodes } from './script.ts';

const resultNames = Object.entries(documentedCodes)
  .filter(([, status]) => status !== 'S')
  .map(([code, status]) => `${status}:${code}`);

const answer = {
  description: 'S, F:CODE or U:CODE with a documented code, or another kind of answer.',
  oneOf: [
    { const: 'S', description: 'S with the requested number of codes, correctly signed' },
    { enum: resultNames, description: 'a result with this status and code' },
    ...Object.entries(answerKinds).map(([kind, description]) => ({ const: kind, description })),
  ],
};

const steps = {
  type: 'array',
  minItems: 1,
  items: {
    oneOf: [
      answer,
      {
        type: 'object',
        required: ['answer'],
        additionalProperties: false,
        properties: {
          answer,
          delayMs: { type: 'integer', minimum: 0, maximum: 600_000, description: 'Wait before answering.' },
          times: {
            type: 'integer',
            minimum: 1,
            maximum: 10_000,
            description: 'Number of consecutive requests that get this answer.',
          },
        },
      },
    ],
  },
};

export const scriptSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Script of the simulated Alipay+',
  oneOf: [
    steps,
    {
      type: 'object',
      required: ['steps'],
      additionalProperties: false,
      properties: {
        steps,
        afterwards: {
          enum: ['last', 'again'],
          description: 'After the last step: repeat it (default), or start again.',
        },
      },
    },
  ],
};
