/** Calls that wait to be judged, one at a time between two turns of the traffic, so that judging never holds a byte up. */
import type { TrafficCall } from '../../engine/record/traffic.ts';

/** More than this waiting, and calls are let go unrecorded instead of filling the memory. */
const limitBytes = 32 * 1024 * 1024;
/** What a call takes besides its bodies: headers as pairs of strings. */
const overheadBytes = 8 * 1024;

export class CallQueue {
  private waiting: TrafficCall[] = [];
  private bytes = 0;
  private dropped = 0;
  private isScheduled = false;

  constructor(
    private readonly take: (call: TrafficCall) => void,
    private readonly onDropped: (count: number) => void,
  ) {}

  readonly add = (call: TrafficCall): void => {
    const size = sizeOf(call);
    if (this.bytes + size > limitBytes) {
      this.dropped += 1;
      return;
    }
    this.waiting.push(call);
    this.bytes += size;
    this.schedule();
  };

  /** Takes all that waits, at once. */
  finish(): void {
    while (this.waiting.length > 0) this.takeNext();
    if (this.dropped > 0) this.onDropped(this.dropped);
    this.dropped = 0;
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.takeNext();
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private takeNext(): void {
    const call = this.waiting.shift();
    if (!call) return;
    this.bytes -= sizeOf(call);
    this.take(call);
  }
}

function sizeOf({ request, response }: TrafficCall): number {
  return overheadBytes + request.body.length + (response?.body.length ?? 0);
}
