// Presses as people live them: what the presser sees at once, two people on one card, forms handed in by halves, an older card, a restart between.
import { afterEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, wordsOf } from './office.ts';

describe.each(['long-connection', 'webhook'] as const)('over the %s', { timeout: 60_000 }, (transport) => {
  let office: Office;
  afterEach(() => office.close());

  const start = async (): Promise<string> => {
    office = await openOffice({ transport });
    await office.say('王芳', '写一份2023年的基层党建述职报告');
    return office.sandbox.chatOf('王芳').id;
  };
  const newestCard = (chat: string): string => {
    const card = office.sandbox.messages(chat).findLast((message) => message.card);
    return card ? wordsOf(card) : '';
  };
  const fieldsOf = (chat: string): Record<string, string> => {
    const card = office.sandbox
      .messages(chat)
      .findLast((message) => JSON.stringify(message.card ?? '').includes('"form"'));
    const found = [
      ...JSON.stringify(card?.card).matchAll(
        /"name":"([A-Za-z_]+)","input_type"[^}]*?"label":\{"tag":"plain_text","content":"([^"]+)"/g,
      ),
    ];
    return Object.fromEntries(found.map(([, name = '', label = '']) => [label, name]));
  };

  it('a press is answered with its own toast, and the card has changed when the answer comes', async () => {
    const chat = await start();
    await office.say('王芳', '集体学习12次');
    await office.say('王芳', '集体学习14次');
    const card = office.sandbox.messages(chat).findLast((message) => message.card);
    await office.press('王芳', '改成14次');
    expect(office.pressed().toast).toMatchObject({ type: 'success', content: expect.stringContaining('14次') });
    expect(wordsOf(office.sandbox.messages(chat).find((message) => message.id === card?.id) as never)).toContain('✓');
  });

  it('a form is taken by halves, over a restart, and comes back with what could not be read', async () => {
    const chat = await start();
    await office.say('王芳', '还缺什么');
    await office.press('王芳', '填第一章');
    const labels = fieldsOf(chat);
    const study = labels['集体学习次数（次）'] ?? '';
    const [other = ''] = Object.entries(labels).flatMap(([label, name]) =>
      /（.+）$/.test(label) && name !== study ? [name] : [],
    );
    await office.press('王芳', '记下', chat, { [study]: '12', [other]: '15、16' });
    expect(office.pressed().toast).toMatchObject({ type: 'warning', content: expect.stringContaining('记下1项') });
    expect(newestCard(chat)).toContain('15、16');
    expect(newestCard(chat)).toContain('12次');
    await office.restart();
    await office.press('王芳', '记下', chat, { [other]: '15' });
    expect(office.pressed().toast?.type).toBe('success');
    expect(newestCard(chat)).toContain('15');
    expect(newestCard(chat)).not.toContain('15、16');
    expect((await office.say('王芳', '集体学习多少次')).map(wordsOf).join()).toContain('12次');
  });
});

describe('two people at one card', { timeout: 60_000 }, () => {
  let office: Office;
  afterEach(() => office.close());

  it('press at the same moment: one answer stands, the other is told whose', async () => {
    office = await openOffice();
    const group = office.sandbox.chats().find((chat) => chat.type === 'group')?.id ?? '';
    const said = { mentionBot: true };
    await office.say('王芳', '@执笔 写一份2023年的基层党建述职报告', group, said);
    await office.say('李明', '@执笔 集体学习12次', group, said);
    await office.say('王芳', '@执笔 集体学习14次', group, said);
    const card = office.sandbox
      .messages(group)
      .findLast((message) => JSON.stringify(message.card ?? '').includes('改成14次'));
    const value = (choice: number) => {
      const found = JSON.stringify(card?.card).match(/\{"action":"choose"[^}]*\}/)?.[0] ?? '{}';
      return { ...(JSON.parse(found) as object), choice };
    };
    const person = (name: string) => office.sandbox.people().find((one) => one.name === name)?.id ?? '';
    const press = (name: string, choice: number) =>
      office.sandbox.press(card?.id ?? '', { as: person(name), tag: 'button', value: value(choice) });
    const [owner, other] = await Promise.all([press('王芳', 1), press('李明', 2)]);
    await office.settle();
    expect(owner.toast?.type).toBe('success');
    expect(other.toast).toMatchObject({ type: 'warning' });
    const again = await press('王芳', 2);
    expect(again.toast?.content).toMatch(/你 \d+月\d+日 \d\d:\d\d 已经选了/);
    expect((await office.say('王芳', '@执笔 集体学习多少次', group, said)).map(wordsOf).join()).toContain('14次');
  });
});
