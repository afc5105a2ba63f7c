// A cloud document through the real SDK: made, edited by a colleague in the local Feishu, taken back, brought up to date in place.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, personOf, wordsOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.say('王芳', '写2024年党建述职');
  await office.say('王芳', '集体学习12次，主题党日活动72次');
  await office.say('王芳', '起草第一章');
});
afterEach(() => office.close());

const read = (messages: Awaited<ReturnType<Office['say']>>): string => messages.map(wordsOf).join('\n');
const say = async (text: string): Promise<string> => read(await office.say('王芳', text));
const me = () => personOf(office.sandbox, '王芳');
const director = () => personOf(office.sandbox, '李明');

async function make(): Promise<string> {
  const said = await say('生成云文档');
  const id = /\/docx\/(\w+)/u.exec(said)?.[1];
  if (!id) throw new Error(`no link in: ${said}`);
  return id;
}
const look = (id: string, as = me()) => office.sandbox.documents.look(id, as);
const textOf = (id: string): string =>
  look(id)
    .blocks.map((one) => one.text)
    .join('\n');

describe('生成云文档', () => {
  it('makes one that only its owner can open, with headings, paragraphs and what is open highlighted', async () => {
    const id = await make();
    expect(look(id).may).toBe('full_access');
    expect(() => look(id, director())).toThrow('没有权限');
    expect(look(id).blocks.some((one) => one.type === 'heading1')).toBe(true);
    expect(textOf(id)).toContain('12次');
    expect(
      look(id)
        .blocks.flatMap((one) => one.open)
        .every((one) => one.startsWith('〔')),
    ).toBe(true);
  });

  it('asked for twice there is one, and nothing is written the second time', async () => {
    const id = await make();
    const { revision } = look(id);
    expect(await say('生成云文档')).toContain('不用更新');
    expect(look(id).revision).toBe(revision);
  });

  it('by the button under the file as well', async () => {
    await office.say('王芳', '导出');
    const said = read(await office.press('王芳', '云文档'));
    expect(said).toMatch(/\/docx\/\w+/u);
  });

  it('says which permission is missing and where it is granted', async () => {
    office.sandbox.faults.onCall({ path: '/docx/v1/documents', fail: { code: 99991672, status: 400 } });
    expect(await say('生成云文档')).toMatch(/docx:document.*发布/u);
    expect(await say('生成云文档')).toMatch(/\/docx\/\w+/u);
  });

  it('deleted by its owner, another is made when asked for', async () => {
    const id = await make();
    office.sandbox.documents.remove(id, me());
    expect(await say('更新云文档')).toContain('另建一份');
    expect(await make()).not.toBe(id);
  });
});

describe('更新云文档', () => {
  it('writes only what changed here; every other paragraph keeps its block', async () => {
    const id = await make();
    const before = look(id).blocks;
    const calls = office.sandbox.calls().length;
    await say('集体学习改成14次');
    const said = await say('更新云文档');
    const after = look(id).blocks;
    expect(after.map((one) => one.id)).toEqual(before.map((one) => one.id));
    const changed = after.filter((one, at) => one.text !== before[at]?.text);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((one) => one.text.includes('14次'))).toBe(true);
    expect(said).toContain('第一章');
    const writes = office.sandbox
      .calls()
      .slice(calls)
      .filter((one) => one.path.includes('/docx/') && one.method !== 'GET');
    expect(writes.map((one) => one.method)).toEqual(['PATCH']);
    expect(writes[0]?.body).toMatchObject({ requests: changed.map((one) => ({ block_id: one.id })) });
  });

  it('goes on after a restart', async () => {
    const id = await make();
    await office.restart();
    await say('集体学习改成14次');
    await say('更新云文档');
    expect(textOf(id)).toContain('14次');
  });
});

describe('云文档改好了', () => {
  /** 李明, to whom it was shared, changes the paragraph that holds these words. */
  function edits(id: string, find: string, put: (text: string) => string): string {
    office.sandbox.documents.share(id, me(), director());
    const block = look(id).blocks.find((one) => one.text.includes(find));
    if (!block) throw new Error(`no paragraph says “${find}”`);
    office.sandbox.documents.edit(id, director(), [{ type: 'write', block: block.id, text: put(block.text) }]);
    return block.id;
  }

  it('what a colleague changed comes in as a version of theirs, and nothing of the document is touched', async () => {
    const id = await make();
    edits(id, '理论武装', (text) => `${text}学习氛围更浓了。`);
    const { revision } = look(id);
    const said = await say('云文档改好了');
    expect(said).toContain('李明');
    expect(said).toContain('收回来了');
    expect(await say('看第一章')).toContain('学习氛围更浓了。');
    expect(look(id).revision).toBe(revision);
    expect(await say('云文档改好了')).toContain('没有人改过');
    await say('撤销');
    expect(await say('看第一章')).not.toContain('学习氛围更浓了');
  });

  it('a changed figure is asked about, with what was given', async () => {
    const id = await make();
    edits(id, '12次', (text) => text.replace('12次', '15次'));
    const said = await say('主任在云文档改了');
    expect(said).toContain('15次');
    expect(said).toContain('12次');
    expect(said).toContain('集体学习');
  });

  it('before an update their changes come in first; then only what we changed is written, untouched blocks stay', async () => {
    const id = await make();
    const before = look(id).blocks.map((one) => one.id);
    const theirs = edits(id, '政治建设', (text) => `${text}这是主任加的一句。`);
    await say('集体学习改成14次');
    const calls = office.sandbox.calls().length;
    const said = await say('更新云文档');
    expect(said).toContain('李明');
    const after = look(id).blocks;
    expect(after.map((one) => one.id)).toEqual(before);
    expect(after.find((one) => one.id === theirs)?.text).toContain('这是主任加的一句。');
    expect(textOf(id)).toContain('14次');
    const writes = office.sandbox
      .calls()
      .slice(calls)
      .filter((one) => one.path.includes('batch_update'));
    const blocks = writes.flatMap((one) => (one.body as { requests: { block_id: string }[] }).requests ?? []);
    expect(blocks.map((one) => one.block_id)).not.toContain(theirs);
  });

  it('a figure corrected here is no change of theirs, also in a paragraph they changed', async () => {
    const id = await make();
    const theirs = edits(id, '12次', (text) => `${text}学习氛围更浓了。`);
    await say('集体学习改成14次');
    const said = await say('更新云文档');
    expect(said).not.toContain('问谁');
    const paragraph = look(id).blocks.find((one) => one.id === theirs)?.text;
    expect(paragraph).toContain('14次');
    expect(paragraph).toContain('学习氛围更浓了。');
    expect(await say('更新云文档')).toContain('不用更新');
  });

  it('a paragraph added and one taken out by others are not brought back or lost', async () => {
    const id = await make();
    office.sandbox.documents.share(id, me(), director());
    const blocks = look(id).blocks;
    const study = blocks.find((one) => one.text.includes('理论武装'));
    const drop = blocks.find((one) => one.text.includes('意识形态'));
    office.sandbox.documents.edit(id, director(), [
      { type: 'add', after: study?.id ?? '', text: '办好读书班，人人上台讲体会。' },
      { type: 'remove', block: drop?.id ?? '' },
    ]);
    await say('主题党日活动改成75次');
    const said = await say('更新云文档');
    expect(said).toContain('云文档');
    const after = textOf(id);
    expect(after).toContain('办好读书班，人人上台讲体会。');
    expect(after).not.toContain('意识形态');
    expect(await say('看第一章')).toContain('办好读书班，人人上台讲体会。');
  });

  it('a locked section is not touched, neither here nor there', async () => {
    const id = await make();
    await say('锁定第一章第二点');
    edits(id, '理论武装', (text) => `${text}主任加的。`);
    const said = await say('更新云文档');
    expect(said).toContain('锁着');
    expect(textOf(id)).toContain('主任加的。');
    expect(await say('看第一章')).not.toContain('主任加的。');
    // Asked for again, it is still theirs; unlocked, it comes in.
    await say('更新云文档');
    expect(textOf(id)).toContain('主任加的。');
    await say('解锁第一章第二点');
    await say('云文档改好了');
    expect(await say('看第一章')).toContain('主任加的。');
  });
});
