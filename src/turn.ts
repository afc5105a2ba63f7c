// The line, 3 of 4: load → read → decide → save state and outbox in ONE write → perform. Only the conversation's lane runs it.

import type { PressAnswer } from './answer-press.ts';
import { mayEnter } from './conversation/access.ts';
import type { Reading } from './conversation/command.ts';
import type { Context, Decide, Decision } from './conversation/decide.ts';
import { emptyReading, neededValues } from './conversation/decide.ts';
import type { Outgoing } from './conversation/effect.ts';
import type { CardSubmitted, Event } from './conversation/event.ts';
import type { State } from './conversation/state.ts';
import type { Fetch } from './fetch.ts';
import type { Log } from './log.ts';
import type { Performed } from './perform.ts';
import type { Audit } from './report/audit/audit.ts';
import type { Outline } from './report/outline.ts';
import type { Store } from './store/store.ts';

/** What is stored per conversation: the only atomic unit, so state and outbox stand in it together. */
export interface Lane {
  state: State | null;
  outbox: Outgoing[];
}

interface Needs {
  store: Pick<Store, 'load' | 'save' | 'getValue' | 'putValue'>;
  read: (event: Event, state: State | null, values: Record<string, unknown>, signal: AbortSignal) => Promise<Reading>;
  /** Fetches what a message only names: its file, its forwarded record. */
  fetch?: Fetch;
  decide: Decide;
  /** Does one effect, or throws when that is worth another try after this attempt (1 for the first). */
  perform: (outgoing: Outgoing, state: State | null, attempt: number) => Promise<Performed>;
  catalog: Outline[];
  now: () => number;
  newAttempt: () => string;
  /** A person's name from the directory, '' when it is not to be had. */
  nameOf: (openId: string) => Promise<string>;
  /** open_ids of those who may use the bot; empty: everyone. */
  allowed?: readonly string[];
  /** A model writes, so that a text can be watched as it grows. */
  streams?: boolean;
  /** Of a text, by the list of formulations; absent: none can be asked for. */
  audit?: Audit;
  /** Hands a press's answer to whoever still waits for it in this process; false when nobody does. */
  givePress?: (event: string, answer: PressAnswer) => boolean;
  log: Log;
}

/** At most this many sent messages are remembered for later updates. */
const SENT_KEPT = 100;

export function createTurn({
  store,
  read,
  fetch = async (event) => event,
  decide,
  perform,
  catalog,
  now,
  newAttempt,
  nameOf,
  allowed = [],
  streams = false,
  audit,
  givePress,
  log,
}: Needs) {
  async function load(conversation: string): Promise<{ lane: Lane; revision: number }> {
    const { value, revision } = await store.load(conversation);
    return { lane: (value as Lane | undefined) ?? { state: null, outbox: [] }, revision };
  }

  /** The presser was told by toast: what says the same leaves the outbox. All else is performed as if nobody had seen it. */
  async function withoutToasted(lane: Lane, revision: number): Promise<{ lane: Lane; revision: number }> {
    const outbox = lane.outbox.filter(({ effect }) => !(effect.type === 'send_text' && effect.unlessToasted));
    if (outbox.length === lane.outbox.length || !lane.state) return { lane, revision };
    const left = { ...lane, outbox };
    return { lane: left, revision: await store.save(lane.state.conversation, left, revision) };
  }

  /** Performs what waits, head first. An effect leaves the outbox only after it was performed. */
  async function drain(conversation: string, lane: Lane, revision: number, attempt: number, signal: AbortSignal) {
    let current = lane;
    let saved = revision;
    while (current.outbox[0]) {
      signal.throwIfAborted();
      const outgoing = current.outbox[0];
      const performed = await perform(outgoing, current.state, attempt);
      const begun = begunBy(performed);
      if (begun) {
        // The card is made but not sent, the document not written: a restart must use this one and make no other.
        current = { ...current, outbox: [{ ...outgoing, ...begun }, ...current.outbox.slice(1)] };
        saved = await store.save(conversation, current, saved);
        continue;
      }
      current = { state: remember(current.state, outgoing.effect.key, performed), outbox: current.outbox.slice(1) };
      saved = await store.save(conversation, current, saved);
    }
    return { lane: current, revision: saved };
  }

  /** What is needed may lead to more: a version to the one before it. */
  async function loadValues(
    needed: (known: Record<string, unknown>) => string[],
    have: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    for (let known = have; ; ) {
      const missing = [...new Set(needed(known))].filter((key) => !(key in known));
      if (missing.length === 0) return known;
      const found = await Promise.all(missing.map(async (key) => [key, await store.getValue(key)] as const));
      known = { ...known, ...Object.fromEntries(found) };
    }
  }

  /** Events carry ids only; names are looked up here, so that decide can say who gave what. */
  async function withName(event: Event): Promise<Event> {
    if (event.type === 'message_received' && event.sender.name === '')
      return { ...event, sender: { ...event.sender, name: await nameOf(event.sender.id) } };
    if ('operator' in event && event.operator.name === '')
      return { ...event, operator: { ...event.operator, name: await nameOf(event.operator.id) } };
    return event;
  }

  return async function takeTurn(raw: Event, signal: AbortSignal, attempt: number): Promise<void> {
    const loaded = await load(raw.conversation);
    // Before anything new: what an earlier, killed attempt had decided but not yet said.
    const { lane, revision } = await drain(raw.conversation, loaded.lane, loaded.revision, attempt, signal);
    // A redelivered event, or one whose turn was saved before the process died, changes nothing.
    if (lane.state?.handled.includes(raw.id)) return;
    const named = await withName(raw);

    // Before fetching and reading: nothing a stranger sends is looked at or reaches a model.
    const welcome = mayEnter(named, lane.state, allowed);
    const event = welcome && named.type === 'message_received' ? await fetch(named, attempt) : named;
    let values = await loadValues((known) => neededValues(lane.state, event, emptyReading, known), {});
    if (!welcome) log.info({ event: event.id, person: personIn(event) }, 'turned away: not in ACCESS_ALLOW');
    const reading = welcome ? await read(event, lane.state, values, signal) : emptyReading;
    values = await loadValues((known) => neededValues(lane.state, event, reading, known), values);
    const at = now();
    const context: Context = {
      now: at,
      catalog,
      values,
      attempt: newAttempt(),
      allowed,
      streams,
      ...(audit ? { audit } : {}),
    };
    const decision: Decision = decide(lane.state, event, reading, context);
    log.debug({ event: event.id, effects: decision.effects.map((effect) => effect.type) }, 'decided');

    signal.throwIfAborted();
    // Side values first: the state that names them must never be seen before them.
    for (const [key, value] of Object.entries(decision.values)) await store.putValue(key, value);
    // attemptedAt stands in the same write, so no send can happen that a restart does not know of.
    const outbox = decision.effects.map((effect): Outgoing => ({ effect, attemptedAt: at }));
    const next: Lane = { state: decision.state, outbox };
    const saved = await store.save(event.conversation, next, revision);
    const told = event.type === 'card_submitted' && givePress?.(event.id, answerTo(event, decision)) === true;
    const rest = told ? await withoutToasted(next, saved) : { lane: next, revision: saved };
    await drain(event.conversation, rest.lane, rest.revision, attempt, signal);
  };
}

/** The newest look of the pressed card, where the turn changed it. */
function answerTo({ message }: CardSubmitted, { state, effects, toast }: Decision): PressAnswer {
  const own = state.sent.filter((one) => one.message === message).map((one) => one.key);
  const changed = effects.findLast((effect) => effect.type === 'update_card' && own.includes(effect.of));
  return { ...(toast ? { toast } : {}), ...(changed?.type === 'update_card' ? { card: changed.card } : {}) };
}

/** What was made and is not yet of use to anybody. */
function begunBy({ message, opened, document }: Performed): Pick<Outgoing, 'opened' | 'document'> | undefined {
  if (document !== undefined) return { document };
  return opened && message === undefined ? { opened } : undefined;
}

function remember(state: State | null, key: string, performed: Performed): State | null {
  if (state === null || performed.message === undefined) return state;
  const { message, opened } = performed;
  return { ...state, sent: [...state.sent, { key, message, ...(opened ? { opened } : {}) }].slice(-SENT_KEPT) };
}

/** For the operator, who needs the open_id to let someone in. */
function personIn(event: Event): string | undefined {
  if (event.type === 'message_received') return event.sender.id;
  return 'operator' in event ? event.operator.id : undefined;
}
