// A simulated world for the killing tests: storage and chat survive, the process does not. It is killed at the n-th outside call.

import { createAnswerPress } from '../../src/answer-press.ts';
import type { Decide } from '../../src/conversation/decide.ts';
import type { Event } from '../../src/conversation/event.ts';
import type { Draft } from '../../src/drafting/port.ts';
import { ServiceError } from '../../src/errors.ts';
import type { CardKit } from '../../src/feishu/card-port.ts';
import type { Sender } from '../../src/feishu/port.ts';
import { createRunJob } from '../../src/jobs.ts';
import { silentLog } from '../../src/log.ts';
import { createOwnChat } from '../../src/own-chat.ts';
import { createPerform } from '../../src/perform.ts';
import { createReadEvent } from '../../src/read.ts';
import { readFileText } from '../../src/reading/file.ts';
import type { Read } from '../../src/reading/port.ts';
import { readFields } from '../../src/reading/read-field.ts';
import { createReceive } from '../../src/receive.ts';
import type { Outline } from '../../src/report/outline.ts';
import type { Entry, Job, Store } from '../../src/store/store.ts';
import { createTurn } from '../../src/turn.ts';
import { createFakeDocuments } from './fake-documents.ts';

class Killed extends Error {}

/** What a person would see in the chat, in order. */
interface Seen {
  message: string;
  what: string;
}

export interface Rooms {
  decide: Decide;
  read: Read;
  draft: Draft;
  catalog: Outline[];
}

interface Options {
  rooms: Rooms;
  /** Killed at these calls, counted over all lives of the process; each call counts twice: before and after it took effect. */
  killAt: number[];
  /** Deliberately broken orders, to prove that the test can fail. */
  createTurn?: typeof createTurn;
  finishEntryFirst?: boolean;
  /** A model writes: texts grow in cards of their own. */
  streams?: boolean;
}

export function createWorld({
  rooms,
  killAt,
  createTurn: makeTurn = createTurn,
  finishEntryFirst = false,
  streams = false,
}: Options) {
  const stored = new Map<string, { json: string; revision: number }>();
  const values = new Map<string, string>();
  const seenIds = new Set<string>();
  const entries: Entry[] = [];
  const jobIds = new Set<string>();
  const jobs: Job[] = [];
  const chat: Seen[] = [];
  const byUuid = new Map<string, string>();
  /** By card id: the message that shows it, '' before it is sent. */
  const entities = new Map<string, string>();
  const reactions: string[] = [];
  const cloud = createFakeDocuments();
  let calls = 0;
  let attempts = 0;
  let time = Date.UTC(2026, 0, 12, 1, 0, 0);

  function step(alive: { yes: boolean }): void {
    if (!alive.yes) throw new Killed();
    calls += 1;
    if (killAt.includes(calls)) {
      alive.yes = false;
      throw new Killed();
    }
  }

  /** One life of the process: every outside call goes through `outside`. */
  function boot() {
    const alive = { yes: true };
    const outside = async <T>(act: () => T): Promise<T> => {
      step(alive);
      const result = act();
      step(alive);
      return result;
    };
    const put = (entry: Entry) =>
      outside(() => {
        if (seenIds.has(entry.id)) return 'seen' as const;
        seenIds.add(entry.id);
        entries.push(structuredClone(entry));
        return 'new' as const;
      });
    const store: Pick<
      Store,
      'put' | 'enqueue' | 'setTimer' | 'clearTimer' | 'load' | 'save' | 'getValue' | 'putValue'
    > = {
      put,
      enqueue: (job) =>
        outside(() => {
          if (jobIds.has(job.id)) return;
          jobIds.add(job.id);
          jobs.push(structuredClone(job));
        }),
      setTimer: () => outside(() => undefined),
      clearTimer: () => outside(() => undefined),
      load: (conversation) =>
        outside(() => {
          const found = stored.get(conversation);
          return found
            ? { value: JSON.parse(found.json), revision: found.revision }
            : { value: undefined, revision: 0 };
        }),
      save: (conversation, value, revision) =>
        outside(() => {
          if ((stored.get(conversation)?.revision ?? 0) !== revision) throw new ServiceError('conflict', 'stale');
          stored.set(conversation, { json: JSON.stringify(value), revision: revision + 1 });
          return revision + 1;
        }),
      getValue: (key) => outside(() => (values.has(key) ? JSON.parse(values.get(key) as string) : undefined)),
      putValue: (key, value) => outside(() => void values.set(key, JSON.stringify(value))),
    };
    const post = (what: string, uuid: string, sent?: (message: string) => void) =>
      outside(() => {
        const known = byUuid.get(uuid);
        if (known !== undefined) return { message: known };
        const message = `om_${chat.length + 1}`;
        byUuid.set(uuid, message);
        chat.push({ message, what });
        sent?.(message);
        return { message };
      });
    const sender: Sender = {
      sendText: (_, text, uuid) => post(`text ${text}`, uuid),
      sendCard: (_, card, uuid, opened) =>
        // Of a repeated send nothing is taken: the message shows the card it came with.
        post(`card ${JSON.stringify(card)}`, uuid, (message) => opened && entities.set(opened.cardId, message)),
      sendFile: (_, file, uuid) => post(`file ${file.name}`, uuid),
      updateCard: (message, card, opened) =>
        outside(() => {
          const shownIn = opened ? entities.get(opened.cardId) : message;
          const found = chat.find((one) => one.message === shownIn);
          if (found) found.what = `card ${JSON.stringify(card)}`;
        }),
      react: (message, emoji) =>
        outside(() => void (reactions.includes(`${message} ${emoji}`) || reactions.push(`${message} ${emoji}`))),
      findSent: () => outside(() => undefined),
      nameOf: async () => '王芳',
    };
    const cards: CardKit = {
      open: () =>
        outside(() => {
          const cardId = `card_${entities.size + 1}`;
          entities.set(cardId, '');
          return { cardId, openedAt: time };
        }),
      stream: ({ cardId }) => ({
        // As the real one it never throws: the process dies, and whatever it does next fails.
        show(render) {
          void outside(() => {
            const found = chat.find((one) => one.message === entities.get(cardId));
            if (found) found.what = `growing ${render()}`;
          }).catch(() => undefined);
        },
        end: async () => undefined,
      }),
    };
    const now = () => time;
    const perform = createPerform({
      sender,
      ...(streams ? { cards } : {}),
      documents: cloud.boot(outside),
      store,
      makeFile: async (effect) => ({ name: effect.name, bytes: new Uint8Array() }),
      now,
      log: silentLog,
    });
    const takeTurn = makeTurn({
      store,
      read: createReadEvent({ read: rooms.read, readFile: readFileText, readFields, catalog: rooms.catalog, now }),
      decide: rooms.decide,
      perform,
      catalog: rooms.catalog,
      now,
      newAttempt: () => `a${++attempts}`,
      nameOf: sender.nameOf,
      streams,
      log: silentLog,
    });
    const draft: Draft = async (request) => {
      step(alive);
      const result = await rooms.draft(request);
      for (const share of streams ? [0.3, 0.6, 1] : []) {
        const soFar = result.map(({ section, text }) => [section, text.slice(0, Math.floor(text.length * share))]);
        request.onText?.(request.sections, () => Object.fromEntries(soFar));
      }
      step(alive);
      return result;
    };
    const runJob = createRunJob({ store, draft, ...(streams ? { cards } : {}), now, log: silentLog });
    // Nobody waits for a turn here: it runs when the press is stored, and the plain toast is out by then.
    const setTimer = (run: () => void, ms: number) => {
      if (ms < 2000) run();
      return () => {};
    };
    const answerPress = createAnswerPress({ renderCard: (card) => card, log: silentLog, setTimer });
    const receive = createReceive({
      decode: (raw) => ({ type: 'event', event: raw as Event }),
      store,
      log: silentLog,
      now,
      answerPress,
      ownChat: createOwnChat({ store, openChat: async () => 'oc_1', log: silentLog }),
    });
    return { alive, takeTurn, runJob, receive };
  }

  let process = boot();

  /** Runs `act` again in a new life until it gets through; that is what the platform's redelivery and the store's queue do. */
  async function persist(act: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        await act();
        return;
      } catch (error) {
        if (process.alive.yes) throw error;
        process = boot();
      }
    }
  }

  async function settle(): Promise<void> {
    const signal = new AbortController().signal;
    while (entries[0] || jobs[0]) {
      const entry = entries[0];
      if (entry) {
        if (finishEntryFirst) entries.shift();
        try {
          await process.takeTurn(entry.payload as Event, signal, 1);
        } catch (error) {
          if (process.alive.yes) throw error;
          process = boot();
          continue;
        }
        if (!finishEntryFirst) entries.shift();
      } else if (jobs[0]) {
        const job = jobs[0];
        await persist(() => process.runJob(job, signal, 1));
        jobs.shift();
      }
    }
  }

  return {
    /** Delivers an event as the platform does: again and again until it is acknowledged; then lets everything settle. */
    async deliver(event: Event): Promise<void> {
      time = event.at;
      await persist(async () => {
        await process.receive(event);
        // The platform delivers no press again; the person who was told that it did not go through presses again.
        if (!process.alive.yes) throw new Killed();
      });
      await settle();
    },
    cloud,
    seen: (): string[] => [...chat.map((one) => one.what), ...reactions],
    calls: () => calls,
  };
}
