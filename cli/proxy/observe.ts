/** Reads the calls of one connection that passes through. */
import type { TrafficCall } from '../../engine/record/traffic.ts';
import { HttpConversation } from '../../engine/wire/http-conversation.ts';
import type { ConnectionObserver } from './tunnel.ts';

/** An observer that hands on each call when its answer is complete, or will never be. */
export function observeConnection(add: (call: TrafficCall) => void): ConnectionObserver {
  const conversation = new HttpConversation(
    {
      call: (call) => add({ ...call, exact: { request: true, response: true }, from: 'proxy' }),
      // What is not HTTP passes on; nothing can be said about it.
      gaveUp: () => {},
    },
    Date.now,
  );
  return {
    fromClient: (bytes) => conversation.fromClient(bytes),
    fromServer: (bytes) => conversation.fromServer(bytes),
    clientEnded: () => conversation.clientEnded(),
    serverEnded: () => conversation.serverEnded(),
    closed: (error) => {
      if (error === null) conversation.closed('reset', 'the connection was closed without an answer');
      else if (error.startsWith('client')) conversation.closed('aborted', `the caller ended the connection (${error})`);
      else conversation.closed(/REFUSED|UNREACH/.test(error) ? 'refused' : 'reset', error);
    },
  };
}
