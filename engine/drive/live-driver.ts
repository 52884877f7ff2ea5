/** The live driver of checks: answers each call of a check's steps by sending, waiting, or keeping everything else quiet. */
import { note } from '../check/facts.ts';
import { notRun } from '../check/finding.ts';
import type { Call, Outcome, Send } from '../check/steps.ts';
import { seenBefore } from '../record/observed.ts';
import type { OperationClient } from './operation-client.ts';
import type { RunContext } from './run-context.ts';

export interface LiveDriver {
  readonly perform: (call: Call) => Promise<unknown>;
}

export function createLiveDriver(run: RunContext, clientOf: (operation: string) => OperationClient | null): LiveDriver {
  const quiet = createQuiet(run);
  const sendOne = async ({ operation, spec, title }: Send): Promise<Outcome> =>
    (await clientOf(operation)?.send(spec, title)) ?? {
      unanswered: notRun('not-selected', note('no-control', operation)),
    };
  return {
    perform: async (call) => {
      switch (call.do) {
        case 'send':
          return sendOne(call.send);
        case 'together':
          return Promise.all(call.sends.map(sendOne));
        case 'seen':
          return seenBefore(run.record(), call.operation, run.settings, run.publicKey);
        case 'rest':
          run.hooks.onRest?.({ ms: call.ms, why: 'spacing' });
          return run.rest(call.ms);
        default:
          return call.edge === 'begin' ? quiet.begin() : quiet.end();
      }
    },
  };
}

const lookEveryMs = 5;
const looksAtMost = 400;

/** Checks that need quiet take turns, each once nothing else is under way: what happens then is due to the check alone. */
function createQuiet(run: RunContext) {
  let last: Promise<void> = Promise.resolve();
  let release: (() => void) | null = null;
  return {
    async begin(): Promise<void> {
      const before = last;
      let free = () => {};
      last = new Promise((done) => {
        free = done;
      });
      await before;
      release = free;
      // Not for ever, as a slow target may never be at rest.
      let idle = 0;
      for (let look = 0; look < looksAtMost && idle < 2; look += 1) {
        idle = run.limiter.running() === 0 ? idle + 1 : 0;
        await run.rest(lookEveryMs);
      }
    },
    end(): void {
      release?.();
      release = null;
    },
  };
}
