// Brings events to the bot and again after 15 s, 5 min, 1 h and 6 h while it does not acknowledge. Must never redeliver a card callback.
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import { keep } from './keep.ts';
import type { Envelope, World } from './world.ts';

const REDELIVERY_MS = [15_000, 300_000, 3_600_000, 21_600_000];
const ACK_MS = 3_000;

/** What came back of one attempt. `no_answer`: not within 3 s; `no_connection`: nobody to send to. */
export type Outcome =
  | { type: 'acknowledged'; body: unknown }
  | { type: 'refused'; why: string }
  | { type: 'bad_body'; why: string }
  | { type: 'no_answer' }
  | { type: 'no_connection' };

/** One way to the bot. `signal` aborts after 3 s. */
export type Transport = (envelope: Envelope, signal: AbortSignal) => Promise<Outcome>;

/** One attempt, for tests to look at. */
export interface Attempt {
  at: number;
  eventId: string;
  eventType: string;
  attempt: number;
  outcome: Outcome['type'];
}

export interface Delivery {
  send(envelope: Envelope): void;
  /** Once, now, whatever comes of it. */
  call(envelope: Envelope): Promise<Outcome>;
  /** Takes up again what a former process had not brought to an end. */
  resume(): void;
  readonly attempts: readonly Attempt[];
  /** The events sent so far, oldest first, without redeliveries. */
  readonly sent: readonly Envelope[];
  close(): void;
}

export function createDelivery(deps: { clock: Clock; world: World; faults: Faults; transport: Transport }): Delivery {
  const { clock, world, faults, transport } = deps;
  const attempts: Attempt[] = [];
  const sent: Envelope[] = [];
  const timers = new Set<() => void>();
  let held: Envelope | undefined;
  let closed = false;

  function later(run: () => void, ms: number): () => void {
    const cancel = clock.setTimer(() => {
      timers.delete(cancel);
      run();
    }, ms);
    timers.add(cancel);
    return () => {
      timers.delete(cancel);
      cancel();
    };
  }

  async function attempt(envelope: Envelope, number: number): Promise<Outcome> {
    const abort = new AbortController();
    const cancel = later(() => abort.abort(), ACK_MS);
    const outcome = await Promise.race<Outcome>([
      transport(envelope, abort.signal).catch((error): Outcome => ({ type: 'refused', why: String(error) })),
      new Promise((resolve) => {
        abort.signal.addEventListener('abort', () => resolve({ type: 'no_answer' }));
      }),
    ]);
    cancel();
    const { event_id: eventId, event_type: eventType } = envelope.header;
    keep(attempts, { at: clock.now(), eventId, eventType, attempt: number, outcome: outcome.type });
    return outcome;
  }

  type Pending = World['data']['pending'][number];

  function settle(pending: Pending): void {
    world.data.pending = world.data.pending.filter((entry) => entry !== pending);
    world.changed({ type: 'data' });
  }

  async function deliver(pending: Pending): Promise<void> {
    if (closed) return;
    const outcome = await attempt(pending.envelope, pending.attempt);
    if (closed) return;
    if (outcome.type === 'acknowledged' || outcome.type === 'bad_body') return settle(pending);
    const delay = REDELIVERY_MS[pending.attempt];
    if (delay === undefined) return settle(pending);
    pending.attempt += 1;
    pending.dueAt = clock.now() + delay;
    world.changed({ type: 'data' });
    later(() => void deliver(pending), delay);
  }

  function start(envelope: Envelope): void {
    const pending = { envelope, attempt: 0, dueAt: clock.now() };
    world.data.pending.push(pending);
    world.changed({ type: 'data' });
    void deliver(pending);
    if (faults.takeDuplicate()) void attempt(envelope, 0);
  }

  return {
    send(envelope) {
      keep(sent, envelope);
      if (faults.takeSwap()) {
        held = envelope;
        return;
      }
      start(envelope);
      if (held !== undefined) {
        const first = held;
        held = undefined;
        start(first);
      }
    },
    call: (envelope) => attempt(envelope, 0),
    resume() {
      for (const pending of world.data.pending) {
        // Not at once: the bot of this process has yet to connect.
        later(() => void deliver(pending), Math.max(1000, pending.dueAt - clock.now()));
      }
    },
    attempts,
    sent,
    close() {
      closed = true;
      for (const cancel of timers) cancel();
      timers.clear();
    },
  };
}
