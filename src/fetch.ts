// What an event only names, fetched before it is read: the words of a file, the messages of a forwarded record.
// Decides nothing. What cannot be had is told to the person; only what may succeed soon is tried again.
import type { MessageReceived } from './conversation/event.ts';
import { disposition, ServiceError } from './errors.ts';
import type { FetchMessage, Refused } from './feishu/port.ts';
import { describeError, type Log } from './log.ts';
import type { FileRead } from './report/file-text.ts';

interface Needs {
  fetchMessage: FetchMessage;
  readFile: (file: { name: string; bytes: Uint8Array }) => Promise<FileRead>;
  /** Whether a text carries a classification mark: it is not taken in. */
  isSecret: (text: string) => boolean;
  log: Log;
}

/** A conversation waits behind this event: a few tries within some seconds, then the person is told to send it again. */
const TRIES = 4;

export type Fetch = (event: MessageReceived, attempt: number) => Promise<MessageReceived>;

export function createFetch({ fetchMessage, readFile, isSecret, log }: Needs): Fetch {
  async function fetchOnce(event: MessageReceived): Promise<MessageReceived> {
    if (event.unsupported === 'merge_forward') {
      const got = await fetchMessage.forwarded(event.id);
      if (got.type === 'refused') return refused(event, got);
      const records = got.records.filter(({ text }) => text !== '');
      return { ...event, forwarded: records };
    }
    if (!event.file) return event;
    const got = await fetchMessage.file(event.id, event.file.key);
    if (got.type === 'refused') return refused(event, got);
    const attached = await readFile({ name: event.file.name, bytes: got.bytes });
    const secret = attached.type === 'read' && isSecret(marksOf(attached.file));
    return { ...event, attached: secret ? { type: 'unreadable', problem: 'secret' } : attached };
  }

  function refused(event: MessageReceived, got: Refused): MessageReceived {
    log.warn({ event: event.id, ...got }, 'what a message names could not be fetched');
    return { ...event, unfetched: got.reason };
  }

  return async (event, attempt) => {
    try {
      return await fetchOnce(event);
    } catch (error) {
      const again = error instanceof ServiceError && disposition[error.code] === 'retry' && attempt < TRIES;
      if (again || !(error instanceof ServiceError)) throw error;
      log.warn({ event: event.id, error: describeError(error) }, 'gave up fetching what a message names');
      return { ...event, unfetched: 'away' };
    }
  };
}

/** Where a mark stands: in the name, in a line or cell of its own, or with its star. A sentence may speak of secrets. */
function marksOf({ name, paragraphs, tables }: Extract<FileRead, { type: 'read' }>['file']): string {
  const lines = [...paragraphs.map(({ text }) => text), ...tables.flat(2)];
  return [name, ...lines.filter((text) => text.length <= 30 || /★/u.test(text))].join('\n');
}
