import { describe, expect, it } from 'vitest';
import { createFakeClock } from './fake-clock.ts';
import { client, refusal, start } from './start.ts';

const streaming = {
  schema: '2.0',
  config: { streaming_mode: true },
  body: {
    elements: [
      { tag: 'markdown', element_id: 'text', content: '…' },
      { tag: 'hr', element_id: 'line' },
    ],
  },
};

async function begin(card: object = streaming) {
  const clock = createFakeClock();
  const sandbox = await start({ now: clock.now, setTimer: clock.setTimer });
  const lark = client(sandbox);
  const chat = sandbox.chatOf('王芳');
  const create = () => lark.cardkit.v1.card.create({ data: { type: 'card_json', data: JSON.stringify(card) } });
  const id = (await create()).data?.card_id as string;
  const send = () =>
    lark.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: {
        receive_id: chat.id,
        msg_type: 'interactive',
        content: JSON.stringify({ type: 'card', data: { card_id: id } }),
      },
    });
  const write = (content: string, sequence: number, element = 'text', uuid?: string) =>
    lark.cardkit.v1.cardElement.content({
      path: { card_id: id, element_id: element },
      data: { content, sequence, ...(uuid === undefined ? {} : { uuid }) },
    });
  const settings = (config: object, sequence: number) =>
    lark.cardkit.v1.card.settings({ path: { card_id: id }, data: { settings: JSON.stringify({ config }), sequence } });
  const shown = () => sandbox.messages(chat.id)[0]?.card as typeof streaming;
  return { sandbox, clock, lark, chat, id, send, write, settings, shown };
}

describe('card entities', () => {
  it('are sent once and show what is streamed into them', async () => {
    const { send, write, shown, id } = await begin();
    expect(id.length).toBeLessThanOrEqual(20);
    await send();
    await write('一、履职情况', 1);
    expect(shown().body.elements[0]).toMatchObject({ content: '一、履职情况' });
    expect((await refusal(send())).msg).toContain('card entity has been sent');
  });

  it('want a strictly rising sequence, over all operations', async () => {
    const { write, settings } = await begin();
    await write('一', 5);
    expect((await refusal(write('二', 5))).code).toBe(300317);
    expect((await refusal(settings({ streaming_mode: false }, 4))).code).toBe(300317);
    await settings({ streaming_mode: false }, 6);
  });

  it('let a refused operation change nothing, its sequence included', async () => {
    const { lark, id, shown, send } = await begin();
    await send();
    const bad = JSON.stringify({ ...streaming, body: { elements: [{ tag: 'note' }] } });
    expect(
      (
        await refusal(
          lark.cardkit.v1.card.update({
            path: { card_id: id },
            data: { card: { type: 'card_json', data: bad }, sequence: 1 },
          }),
        )
      ).code,
    ).toBe(200861);
    expect(shown()).toEqual(streaming);
    const good = JSON.stringify({ ...streaming, body: { elements: [{ tag: 'hr' }] } });
    await lark.cardkit.v1.card.update({
      path: { card_id: id },
      data: { card: { type: 'card_json', data: good }, sequence: 1 },
    });
    expect(shown().body.elements).toEqual([{ tag: 'hr' }]);
  });

  it('know a used uuid, a missing card and a missing element', async () => {
    const { write, lark } = await begin();
    await write('一', 1, 'text', 'u1');
    expect((await refusal(write('一', 2, 'text', 'u1'))).code).toBe(200770);
    expect((await refusal(write('一', 3, 'nothing'))).code).toBe(300313);
    expect((await refusal(write('一', 4, 'line'))).code).toBe(300310);
    const gone = lark.cardkit.v1.cardElement.content({
      path: { card_id: '71', element_id: 'text' },
      data: { content: 'x', sequence: 1 },
    });
    expect((await refusal(gone)).code).toBe(200740);
  });

  it('close streaming after 600 s: 200850 once, then 300309, until it is opened again', async () => {
    const { clock, write, settings } = await begin();
    await clock.advance(599_000);
    await write('一', 1);
    await clock.advance(1_000);
    expect((await refusal(write('二', 2))).code).toBe(200850);
    expect((await refusal(write('二', 3))).code).toBe(300309);
    await settings({ streaming_mode: true }, 4);
    await write('二', 5);
  });

  it('are measured from when streaming was last opened', async () => {
    const { clock, write, settings } = await begin();
    await clock.advance(400_000);
    await settings({ streaming_mode: true }, 1);
    await clock.advance(400_000);
    await write('二', 2);
  });

  it('take 10 operations a second', async () => {
    const { clock, write } = await begin();
    for (let n = 1; n <= 10; n += 1) await write(String(n), n);
    expect((await refusal(write('x', 11))).code).toBe(230020);
    await clock.advance(1000);
    await write('x', 11);
  });

  it('expire after 14 days', async () => {
    const { sandbox, clock, id } = await begin();
    await clock.advance(14 * 86_400_000 + 1);
    const data = { settings: '{"config":{"streaming_mode":false}}', sequence: 1 };
    const late = client(sandbox).cardkit.v1.card.settings({ path: { card_id: id }, data });
    expect((await refusal(late)).code).toBe(200750);
  });

  it('take part by part: insert, replace, patch, delete, batch', async () => {
    const { lark, id, send, shown } = await begin();
    await send();
    const path = { card_id: id };
    await lark.cardkit.v1.cardElement.create({
      path,
      data: {
        type: 'insert_after',
        target_element_id: 'text',
        elements: JSON.stringify([{ tag: 'markdown', element_id: 'more', content: '二' }]),
        sequence: 1,
      },
    });
    await lark.cardkit.v1.cardElement.patch({
      path: { ...path, element_id: 'more' },
      data: { partial_element: JSON.stringify({ content: '三' }), sequence: 2 },
    });
    const tag = lark.cardkit.v1.cardElement.patch({
      path: { ...path, element_id: 'more' },
      data: { partial_element: JSON.stringify({ tag: 'hr' }), sequence: 3 },
    });
    expect((await refusal(tag)).code).toBe(300312);
    await lark.cardkit.v1.cardElement.delete({ path: { ...path, element_id: 'line' }, data: { sequence: 4 } });
    await lark.cardkit.v1.cardElement.update({
      path: { ...path, element_id: 'text' },
      data: { element: JSON.stringify({ tag: 'markdown', element_id: 'text', content: '一' }), sequence: 5 },
    });
    expect(shown().body.elements).toEqual([
      { tag: 'markdown', element_id: 'text', content: '一' },
      { tag: 'markdown', element_id: 'more', content: '三' },
    ]);
    await lark.cardkit.v1.card.batchUpdate({
      path,
      data: {
        sequence: 6,
        actions: JSON.stringify([
          { action: 'partial_update_setting', params: { settings: { config: { streaming_mode: false } } } },
          { action: 'delete_elements', params: { element_ids: ['more'] } },
          { action: 'add_elements', params: { type: 'append', elements: [{ tag: 'hr' }] } },
        ]),
      },
    });
    expect(shown().config.streaming_mode).toBe(false);
    expect(shown().body.elements.map((element) => element.tag)).toEqual(['markdown', 'hr']);
  });

  it('cannot be pressed while streaming', async () => {
    const { sandbox, chat, send } = await begin();
    await send();
    const message = sandbox.messages(chat.id)[0];
    const pressed = await sandbox.press(message?.id as string, { as: chat.members[0] as string, tag: 'button' });
    expect(pressed.error?.code).toBe(200810);
  });

  it('refuse over 200 elements with a code of their own', async () => {
    const sandbox = await start();
    const card = { schema: '2.0', body: { elements: Array.from({ length: 201 }, () => ({ tag: 'hr' })) } };
    const made = client(sandbox).cardkit.v1.card.create({ data: { type: 'card_json', data: JSON.stringify(card) } });
    expect((await refusal(made)).code).toBe(300305);
  });
});
