// Cards that texts grow in: made, saved and sent in this order; whatever such a card refuses, its text comes all the same.
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/conversation/card.ts';
import type { Effect, OpenCard } from '../../src/conversation/effect.ts';
import type { State } from '../../src/conversation/state.ts';
import { type ServiceCode, ServiceError } from '../../src/errors.ts';
import { createSendCard } from '../../src/send-card.ts';

const opened: OpenCard = { cardId: 'card_1', openedAt: 5 };
const card: Card = { title: '一、抓学习', tone: 'blue', blocks: [{ type: 'text', text: '全文' }] };
const growing: Extract<Effect, { type: 'send_card' }> = {
  type: 'send_card',
  key: 'e1:1',
  chat: 'oc_1',
  card,
  stream: true,
};
const update: Extract<Effect, { type: 'update_card' }> = {
  type: 'update_card',
  key: 'e2:1',
  chat: 'oc_1',
  of: 'e1:1',
  card,
};
const state = { sent: [{ key: 'e1:1', message: 'om_1', opened }] } as unknown as State;
const fail = (code: ServiceCode) => new ServiceError(code, code);

function setUp(refuse: { open?: Error; send?: Error; update?: Error } = {}, none = false) {
  const calls: string[] = [];
  const sender = {
    sendCard: async (_: object, shown: Card, uuid: string, entity?: OpenCard) => {
      calls.push(`send ${shown.title} ${uuid} ${entity?.cardId ?? 'plain'}`);
      if (entity && refuse.send) throw refuse.send;
      return { message: 'om_new' };
    },
    updateCard: async (message: string, shown: Card, entity?: OpenCard) => {
      const said = shown.blocks[0]?.type === 'text' ? shown.blocks[0].text : '';
      calls.push(`update ${message} ${said} ${entity?.cardId ?? 'plain'}`);
      if (refuse.update && said === '全文') throw refuse.update;
    },
  };
  const open = async (): Promise<OpenCard | undefined> => {
    calls.push('open');
    if (refuse.open) throw refuse.open;
    return none ? undefined : opened;
  };
  return { calls, ...createSendCard({ sender, cards: { open } }) };
}

describe('sending', () => {
  it('first makes the card and says so, then sends it', async () => {
    const { calls, send } = setUp();
    expect(await send(growing, undefined, 1)).toEqual({ opened });
    expect(calls).toEqual(['open']);
    expect(await send(growing, opened, 1)).toEqual({ message: 'om_new', opened });
    expect(calls.slice(1)).toEqual(['send 一、抓学习 e1:1 card_1']);
  });

  it('sends a plain one where there are no such cards', async () => {
    const { calls, send } = setUp({}, true);
    expect(await send(growing, undefined, 1)).toEqual({ message: 'om_new' });
    expect(calls).toEqual(['open', 'send 一、抓学习 e1:1 plain']);
  });

  it('makes none for a card that nothing grows in', async () => {
    const { calls, send } = setUp();
    const { stream: _, ...plain } = growing;
    expect(await send(plain, undefined, 1)).toEqual({ message: 'om_new' });
    expect(calls).toEqual(['send 一、抓学习 e1:1 plain']);
  });

  it('tries an outage again, but not for ever: then a plain one', async () => {
    const { calls, send } = setUp({ open: fail('feishu_unavailable') });
    await expect(send(growing, undefined, 1)).rejects.toThrow('unavailable');
    expect(await send(growing, undefined, 3)).toEqual({ message: 'om_new' });
    expect(calls.at(-1)).toContain('plain');
  });

  it('remembers no card for what was sent plainly because the card was refused', async () => {
    const { calls, send } = setUp({ send: fail('feishu_rejected') });
    expect(await send(growing, opened, 1)).toEqual({ message: 'om_new' });
    expect(calls).toEqual(['send 一、抓学习 e1:1 card_1', 'send 一、抓学习 e1:1 plain']);
  });
});

describe('the text in the end', () => {
  it('takes the place of what grew', async () => {
    const { calls, update: put } = setUp();
    expect(await put(update, state, 1)).toEqual({});
    expect(calls).toEqual(['update om_1 全文 card_1']);
  });

  it.each<ServiceCode>(['feishu_rejected', 'feishu_denied', 'feishu_gone'])(
    'comes on a card of its own where that is refused (%s), and the other says so',
    async (code) => {
      const { calls, update: put } = setUp({ update: fail(code) });
      expect(await put(update, state, 1)).toEqual({ message: 'om_new' });
      expect(calls).toEqual([
        'update om_1 全文 card_1',
        'update om_1 写好了，见下面一张。 card_1',
        'send 一、抓学习 e2:1 plain',
      ]);
    },
  );

  it('waits out an outage for a while', async () => {
    const { update: put } = setUp({ update: fail('feishu_rate_limited') });
    await expect(put(update, state, 2)).rejects.toThrow('rate');
    expect(await put(update, state, 3)).toEqual({ message: 'om_new' });
  });

  it('is not sent anew where only the look of a card was to change', async () => {
    const { calls, update: put } = setUp({ update: fail('feishu_rejected') });
    expect(await put({ ...update, inPlaceOnly: true }, state, 1)).toEqual({});
    expect(calls.filter((one) => one.startsWith('send'))).toEqual([]);
  });
});
