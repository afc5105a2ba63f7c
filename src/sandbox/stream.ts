// Server-sent events to the chat page, resumable by Last-Event-ID. Must never block on a slow page: it is cut off instead.
import { randomBytes } from 'node:crypto';

const KEPT = 1000;

export interface Stream {
  push(event: 'message' | 'reaction' | 'chat' | 'document' | 'toast', data: unknown): void;
  /** `after` is the Last-Event-ID header. When it is too old, one `resync` event asks the page to load everything again. */
  open(after: string | undefined): Response;
  close(): void;
}

export function createStream(): Stream {
  // A restarted sandbox must not mistake the former one's ids for its own.
  const boot = randomBytes(4).toString('hex');
  const kept: { number: number; text: string }[] = [];
  const readers = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  let number = 0;

  function write(reader: ReadableStreamDefaultController<Uint8Array>, text: string): void {
    try {
      reader.enqueue(encode(text));
      // Nobody reads any more; EventSource comes back with its last id.
      if ((reader.desiredSize ?? 0) < -KEPT) {
        reader.close();
        readers.delete(reader);
      }
    } catch {
      readers.delete(reader);
    }
  }

  function missed(after: string | undefined): string {
    if (after === undefined || after === '') return '';
    const [seenBoot, seen] = after.split('-');
    const from = Number(seen);
    const oldest = kept[0]?.number ?? number + 1;
    if (seenBoot !== boot || !Number.isInteger(from) || from + 1 < oldest) {
      return `id: ${boot}-${number}\nevent: resync\ndata: {}\n\n`;
    }
    return kept
      .filter((event) => event.number > from)
      .map((event) => event.text)
      .join('');
  }

  return {
    push(event, data) {
      number += 1;
      const text = `id: ${boot}-${number}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      kept.push({ number, text });
      if (kept.length > KEPT) kept.shift();
      for (const reader of readers) write(reader, text);
    },
    open(after) {
      let own: ReadableStreamDefaultController<Uint8Array> | undefined;
      const body = new ReadableStream<Uint8Array>({
        start(reader) {
          own = reader;
          readers.add(reader);
          write(reader, `retry: 1000\n\n${missed(after)}`);
        },
        cancel() {
          if (own !== undefined) readers.delete(own);
        },
      });
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
      });
    },
    close() {
      for (const reader of readers) {
        try {
          reader.close();
        } catch {
          // The page has gone already.
        }
      }
      readers.clear();
    },
  };
}
