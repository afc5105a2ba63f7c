// Card entities as the platform keeps them, on a fake clock: rising sequence, ten operations a second, ten minutes of streaming, 30 KB.
import type { FeishuClient } from '../../src/feishu/client.ts';
import { classify } from '../../src/feishu/failure.ts';
import { createFakeClock } from '../sandbox/fake-clock.ts';

type Json = Record<string, unknown>;
interface Stamp {
  sequence: number;
  uuid?: string;
}
/** What meets the next operation instead of its effect; `lost`: it takes effect and the answer does not arrive. */
export type Fault = number | { code: number; status: number; resetSeconds?: number } | 'lost';

interface FakeCard {
  json: Json;
  text: string;
  sequence: number;
  uuids: Set<string>;
  streamingSince?: number;
  timedOut?: boolean;
}

const TEN_MINUTES = 600_000;

export function createFakeCards() {
  const clock = createFakeClock();
  const cards = new Map<string, FakeCard>();
  const faults: Fault[] = [];
  const operations: { at: number; what: string; sequence: number; code: number; text?: string }[] = [];

  function refuse(code: number, status = 400, resetSeconds?: number): never {
    throw classify({
      status,
      body: { code, msg: 'refused by the fake' },
      header: (name) => (name === 'x-ogw-ratelimit-reset' && resetSeconds !== undefined ? String(resetSeconds) : null),
      request: 'PUT /open-apis/cardkit',
      secrets: [],
    });
  }

  function operate(
    what: string,
    id: string,
    { sequence, uuid }: Stamp,
    change: (card: FakeCard) => void,
    text?: string,
  ) {
    const note = { at: clock.now(), what, sequence, code: 0, ...(text === undefined ? {} : { text }) };
    operations.push(note);
    const fail = (code: number, status?: number, resetSeconds?: number): never => {
      note.code = code;
      return refuse(code, status, resetSeconds);
    };
    const fault = faults.shift();
    if (typeof fault === 'number') fail(fault);
    if (typeof fault === 'object') fail(fault.code, fault.status, fault.resetSeconds);
    const card = cards.get(id) ?? fail(200740);
    if (card.streamingSince !== undefined && clock.now() - card.streamingSince >= TEN_MINUTES) {
      delete card.streamingSince;
      card.timedOut = true;
    }
    if (uuid !== undefined && card.uuids.has(uuid)) fail(200770);
    if (sequence > 2 ** 31 - 1) fail(10002);
    if (sequence <= card.sequence) fail(300317);
    const second = operations.filter((one) => one.code === 0 && one.at > clock.now() - 1000);
    if (second.length > 10) fail(230020);
    if ((text ?? '').length > 0 && Buffer.byteLength(text ?? '') > 30 * 1024) fail(200860);
    const next = { ...card };
    change(next);
    Object.assign(card, next, { sequence });
    if (uuid !== undefined) card.uuids.add(uuid);
    if (next.streamingSince === undefined) delete card.streamingSince;
    if (fault === 'lost') {
      note.code = 500;
      refuse(0, 500);
    }
    return { code: 0, data: {} };
  }

  const hasPlace = (card: FakeCard): boolean => JSON.stringify(card.json).includes('"draft_text"');
  const v1 = {
    card: {
      create: async ({ data }: { data: { data: string } }) => {
        const fault = faults.shift();
        if (typeof fault === 'number') refuse(fault);
        if (typeof fault === 'object') refuse(fault.code, fault.status);
        const id = `card_${cards.size + 1}`;
        const json = JSON.parse(data.data) as Json;
        cards.set(id, { json, text: '', sequence: 0, uuids: new Set(), streamingSince: clock.now() });
        return { code: 0, data: { card_id: id } };
      },
      settings: async ({ path, data }: { path: { card_id: string }; data: Stamp & { settings: string } }) =>
        operate('settings', path.card_id, data, (card) => {
          if (data.settings.includes('"streaming_mode":false')) delete card.streamingSince;
        }),
      update: async ({ path, data }: { path: { card_id: string }; data: Stamp & { card: { data: string } } }) =>
        operate('update', path.card_id, data, (card) => {
          card.json = JSON.parse(data.card.data) as Json;
          card.text = '';
          // The whole configuration is replaced.
          delete card.streamingSince;
        }),
      batchUpdate: async ({ path, data }: { path: { card_id: string }; data: Stamp & { actions: string } }) => {
        const [{ params }] = JSON.parse(data.actions) as [{ params: { element: { text: { content: string } } } }];
        const text = params.element.text.content;
        return operate(
          'batch',
          path.card_id,
          data,
          (card) => {
            if (!hasPlace(card)) refuse(300313);
            card.text = text;
            card.streamingSince = clock.now();
            card.timedOut = false;
          },
          text,
        );
      },
    },
    cardElement: {
      content: async ({ path, data }: { path: { card_id: string }; data: Stamp & { content: string } }) =>
        operate(
          'content',
          path.card_id,
          data,
          (card) => {
            if (card.timedOut) {
              card.timedOut = false;
              refuse(200850);
            }
            if (card.streamingSince === undefined) refuse(300309);
            if (!hasPlace(card)) refuse(300313);
            card.text = data.content;
          },
          data.content,
        ),
    },
  };
  const client: FeishuClient = {
    appId: 'cli_fake',
    call: (run) => run({ cardkit: { v1 } } as unknown as Parameters<typeof run>[0]),
  };
  return {
    client,
    clock,
    operations,
    fail: (...next: Fault[]) => void faults.push(...next),
    card: (id: string) => cards.get(id) as FakeCard,
    sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve, reject) => {
        const cancel = clock.setTimer(resolve, ms);
        signal?.addEventListener('abort', () => {
          cancel();
          reject(signal.reason);
        });
      }),
  };
}
