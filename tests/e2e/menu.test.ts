// The menu under one's own chat, through the real SDK: the event names no chat, the answer still comes where it was chosen.
import { afterEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, wordsOf } from './office.ts';

describe.each(['long-connection', 'webhook'] as const)('the menu over the %s', { timeout: 30_000 }, (transport) => {
  let office: Office;
  afterEach(() => office.close());
  const choose = async (key: string): Promise<string> => {
    const chat = office.sandbox.chatOf('王芳');
    const before = office.sandbox.messages(chat.id).length;
    office.sandbox.choose(chat.id, chat.person ?? '', key);
    await office.settle();
    return office.sandbox.messages(chat.id).slice(before).map(wordsOf).join('\n');
  };

  it('goes on in the conversation one has, also after a restart', async () => {
    office = await openOffice({ transport });
    await office.say('王芳', '写一份2023年的基层党建述职报告');
    await office.say('王芳', '集体学习12次');
    expect(await choose('progress')).toContain('记了1项');
    await office.restart();
    expect(await choose('missing')).toContain('还缺');
  });

  it('is the first thing somebody does', async () => {
    office = await openOffice({ transport });
    expect(await choose('start')).toContain('述职报告');
    await office.press('王芳', '基层党建述职报告');
    expect(await choose('进度')).not.toContain('还不认识');
  });
});
