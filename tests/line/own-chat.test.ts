// Where a choice from the menu belongs: the chat the person has written in, else the one a word to them opens.
import { describe, expect, it } from 'vitest';
import type { MenuChosen, MessageReceived } from '../../src/conversation/event.ts';
import { silentLog } from '../../src/log.ts';
import { createOwnChat } from '../../src/own-chat.ts';

const operator = { id: 'ou_1', name: '' };
const chosen: MenuChosen = {
  type: 'menu_chosen',
  id: 'ev_1',
  conversation: '',
  at: 1,
  chat: { id: '', type: 'p2p' },
  operator,
  key: 'help',
};
const message = (type: 'p2p' | 'group'): MessageReceived => ({
  type: 'message_received',
  id: 'om_1',
  conversation: `oc_${type}`,
  at: 1,
  chat: { id: `oc_${type}`, type },
  sender: operator,
  text: '你好',
});

function given() {
  const values = new Map<string, unknown>();
  const opened: string[] = [];
  let broken = false;
  const make = () =>
    createOwnChat({
      store: {
        getValue: async (key) => values.get(key),
        putValue: async (key, value) => {
          if (broken) throw new Error('disk full');
          values.set(key, value);
        },
      },
      openChat: async (person, _, uuid) => {
        opened.push(`${person} ${uuid}`);
        return 'oc_opened';
      },
      log: silentLog,
    });
  return { make, opened, values, breakStore: () => (broken = true) };
}

describe('a choice from the menu', () => {
  it('belongs to the chat its person wrote in, also after a restart, never to a group', async () => {
    const office = given();
    const before = office.make();
    await before.learn(message('group'));
    expect(office.values.size).toBe(0);
    await before.learn(message('p2p'));
    const placed = await office.make().place(chosen);
    expect(placed).toMatchObject({ conversation: 'oc_p2p', chat: { id: 'oc_p2p', type: 'p2p' }, operator });
    expect(office.opened).toEqual([]);
  });

  it('of somebody never heard of opens their chat, once', async () => {
    const office = given();
    const ownChat = office.make();
    expect((await ownChat.place(chosen)).conversation).toBe('oc_opened');
    expect((await ownChat.place({ ...chosen, id: 'ev_2' })).conversation).toBe('oc_opened');
    expect((await office.make().place(chosen)).conversation).toBe('oc_opened');
    expect(office.opened).toEqual(['ou_1 ev_1:open']);
  });

  it('is lost by nothing: what cannot be remembered is no reason to refuse a message', async () => {
    const office = given();
    office.breakStore();
    await office.make().learn(message('p2p'));
    await expect(office.make().place(chosen)).rejects.toThrow('disk full');
  });
});
