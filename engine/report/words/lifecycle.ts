/** Words for facts about the lifecycle of tokens and codes: lists of calls, and calls at the same moment. */
import type { CallFor, Fact } from '../../check/facts.ts';

type FactOf<K extends Fact['is']> = Extract<Fact, { readonly is: K }>;

/** Puts a fact that is part of another one into words. */
type Words = (fact: Fact) => string;

/** "tokenDigitizeDecision for fixture 1, then sendOTP for fixture 2". */
function inOrder(calls: readonly CallFor[]): string {
  return calls.map(({ operation, user }) => `${operation} for ${user}`).join(', then ');
}

function counted(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}

/** What requests share that should have one each, by what is wrong. */
const sharedParts: Readonly<Record<FactOf<'only-at-once'>['mixed'], string>> = {
  answers: 'Answers go to other requests than their own: look for a variable or a buffer that requests share.',
  signatures: 'Look for a signer, a hash or a variable that requests share while an answer is signed.',
  ids: 'Look for a counter or a clock that is read before it is moved on.',
};

/** One function for each kind of fact. */
export const lifecycleWords = {
  'accepted-again': ({ operation, orThrottled }: FactOf<'accepted-again'>) =>
    orThrottled
      ? `S/SUCCESS or a throttle to a second ${operation} for one token`
      : `S/SUCCESS to a ${operation} that was accepted before`,
  calls: ({ answer, calls, alone }: FactOf<'calls'>, words: Words) => {
    const last = `${words(answer)} to the last of: ${inOrder(calls)}`;
    return alone ? `${last}; ${words(alone)} without the calls of users other than ${calls.at(-1)?.user}` : last;
  },
  'shared-value': ({ field, calls }: FactOf<'shared-value'>) => `the same ${field} for two users: ${inOrder(calls)}`,
  'answers-in-lists': ({ answers, lists, calls }: FactOf<'answers-in-lists'>) =>
    `${counted(answers, 'answer')} in ${counted(lists, 'list')} of ${counted(calls, 'call')}`,
  'side-by-side': ({ answer, user, beside, alone }: FactOf<'side-by-side'>, words: Words) => {
    const others = beside.length === 1 ? beside[0] : `${beside.length} other users`;
    return `${words(answer)} for ${user}, called at the same moment as ${others}; ${words(alone)} alone, twice`;
  },
  'calls-side-by-side': ({ calls, users, rounds }: FactOf<'calls-side-by-side'>) =>
    `${counted(calls, 'call')} of ${counted(users, 'user')} in ${counted(rounds, 'round')} ended alike`,
  'as-one-by-one': () => 'the same with several requests at once as one by one',
  'only-at-once': ({ wrong, of, atOnce, alone, mixed }: FactOf<'only-at-once'>) =>
    `wrong in ${wrong} of ${of} answers, only with several requests at once (up to ${atOnce}): all ${alone} that were asked one by one are ` +
    `right. ${sharedParts[mixed]}`,
  'at-times': ({ wrong, of, alone, wrongAlone }: FactOf<'at-times'>) =>
    `wrong in ${wrong} of ${of} answers, and in ${wrongAlone} of ${alone} to such requests sent again one by one: it comes and goes, whatever ` +
    'is asked. Look for one of several workers or servers that runs other code or another configuration.',
  'accepted-side-by-side': ({ users }: FactOf<'accepted-side-by-side'>) =>
    users === 2
      ? 'S/SUCCESS for two users at the same moment'
      : `S/SUCCESS for ${counted(users, 'user')} at the same moment; two are needed`,
};

/** One function for each note; `value` is the operation. */
export const lifecycleNotes = {
  'no-repeated-call': (value = '') => `no ${value} was sent twice for one token`,
  'no-two-users-in-list': (value = '') => `no list has an accepted ${value} for two users`,
  'no-call-among-others': (value = '') => `no ${value} was answered in a list with calls of another user`,
};
