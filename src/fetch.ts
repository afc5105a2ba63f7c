// What an event only names, fetched before it is read: the words of a file, the messages of a forwarded record.
// Decides nothing. What cannot be had is told to the person; only what may succeed soon is tried again.
import type { MessageReceived } from './conversation/event.ts';
import { useSaid } from './conversation/file-words.ts';
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
    const file = event.file ?? (await quotedBy(event));
    if (!file) return event;
    const got = await fetchMessage.file(event.file ? event.id : (event.replyTo ?? ''), file.key);
    if (got.type === 'refused') return refused({ ...event, file }, got);
    const attached = await readFile({ name: file.name, bytes: got.bytes });
    const secret = attached.type === 'read' && isSecret(marksOf(attached.file));
    return { ...event, file, attached: secret ? { type: 'unreadable', problem: 'secret' } : attached };
  }

  /** In a group a file cannot mention us: one answers to it, 按这个表为准. Elsewhere we have had it already. */
  async function quotedBy({ chat, text, replyTo }: MessageReceived): Promise<MessageReceived['file']> {
    const about = chat.type === 'group' && replyTo !== undefined && useSaid(text) !== undefined;
    return about ? fetchMessage.quoted(replyTo) : undefined;
  }

  function refused(event: MessageReceived, got: Refused): MessageReceived {
    log.warn({ event: event.id, ...got }, 'what a message names could not be fetched');
    return { ...event, unfetched: got.reason };
  }

  return async (event, attempt) => {
    // Posted from another conversation, which has fetched it.
    if (event.attached || event.forwarded) return event;
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
