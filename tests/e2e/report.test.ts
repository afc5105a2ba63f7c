// The main job, end to end: a report told in chat comes out as a Word file in which every figure given stands exactly once,
// and no other. Through the real SDK and the local Feishu, over both transports, for both outlines.
import mammoth from 'mammoth';
import { afterEach, describe, expect, it } from 'vitest';
import { findFigures, formatQuantity } from '../../src/figures/index.ts';
import { annualSummary, partyBuilding } from './conversations.ts';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
afterEach(() => office.close());

async function textOfFile(bytes: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
}

function figuresIn(text: string): string[] {
  return findFigures(text)
    .map(({ quantity: { direction: _, ...quantity } }) => formatQuantity(quantity))
    .sort();
}

async function exported(): Promise<{ name: string; text: string }> {
  await office.say('王芳', '导出');
  const { name, bytes } = office.newestFile(office.sandbox.chatOf('王芳').id);
  return { name, text: await textOfFile(bytes) };
}

const cases = [
  { told: partyBuilding, transport: 'long-connection' as const },
  { told: partyBuilding, transport: 'webhook' as const },
  { told: annualSummary, transport: 'long-connection' as const },
  { told: annualSummary, transport: 'webhook' as const },
];

describe.each(cases)('$told.kind over $transport', ({ told, transport }) => {
  it('comes out with every figure given exactly once, and no other', async () => {
    office = await openOffice({ transport });
    for (const message of told.messages) await office.say('王芳', message);
    await office.say('王芳', '起草');
    const before = await exported();
    // The number of branches is told in the text as well, though it is none of the thirty.
    const extra = told === partyBuilding ? ['6个'] : [];
    expect(figuresIn(before.text)).toEqual([...told.figures, ...extra].sort());
    expect(before.name).toContain('送审稿-待补');
    // Refunds beyond the total, and one figure for two scopes: asked about, not answered here, and named.
    expect(before.name.includes('待核2处')).toBe(told === partyBuilding);

    // One section rewritten: only its paragraph differs; taken back: nothing does.
    await office.say('王芳', told.rewrite);
    const rewritten = await exported();
    const paragraphs = (text: string) => text.split('\n').filter((line) => line !== '');
    const differing = paragraphs(rewritten.text).filter((line) => !paragraphs(before.text).includes(line));
    expect(differing).toHaveLength(1);
    expect(figuresIn(rewritten.text)).toEqual(figuresIn(before.text));
    await office.say('王芳', '撤销');
    expect((await exported()).text).toBe(before.text);
  });
});

describe('a conversation', () => {
  it('survives a restart in the middle, and a correction shows in the text at once', async () => {
    office = await openOffice();
    for (const message of partyBuilding.messages.slice(0, 4)) await office.say('王芳', message);
    await office.say('王芳', '起草第二章');
    await office.restart();
    const [answer] = await office.say('王芳', '党课改成14次');
    expect(wordsOf(answer as never)).toContain('14次');
    await office.say('王芳', '起草');
    const { text } = await exported();
    expect(text).toContain('党课14次');
    expect(text).toContain('72次');
  });

  it('takes a redelivered message once', async () => {
    office = await openOffice();
    await office.say('王芳', partyBuilding.messages[0] as string);
    const chat = office.sandbox.chatOf('王芳').id;
    const count = office.sandbox.messages(chat).length;
    office.sandbox.faults.redeliverLast('same_event');
    office.sandbox.faults.redeliverLast('new_event');
    await office.settle();
    expect(office.sandbox.messages(chat)).toHaveLength(count);
  });
});
