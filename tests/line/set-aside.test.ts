// An event that cannot be processed: set aside with its error, said in the chat, listed by the command, and taken again on request.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openOffice, wordsOf } from '../e2e/office.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibi-inbox-'));
const storageUrl = `sqlite:${join(folder, 'zhibi.db')}`;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inbox(...args: string[]): string {
  const command = resolve(import.meta.dirname, '../../src/commands/inbox.ts');
  const env = { PATH: process.env.PATH, STORAGE_URL: storageUrl };
  return execFileSync(process.execPath, [command, ...args], { env, encoding: 'utf8', cwd: folder });
}

it('is visible, told to the person, and can be taken again', async () => {
  const office = await openOffice({ storageUrl });
  try {
    await office.say('王芳', '写一份2023年的基层党建述职报告');
    const chat = office.sandbox.chatOf('王芳').id;
    // A state that nobody can read: saved by a hand that is not ours.
    const { value, revision } = await office.store().load(chat);
    const broken = await office.store().save(chat, { state: { version: 1 }, outbox: [] }, revision);
    const [sorry] = await office.say('王芳', '主题党日活动72次');
    expect(sorry && wordsOf(sorry)).toContain('没有处理成');
    const [aside] = await office.store().listSetAside(10);
    expect(aside?.error).not.toBe('');
    expect(await office.store().counts()).toMatchObject({ entries: 0, setAside: 1 });
    expect(inbox()).toContain(aside?.id);

    await office.store().save(chat, value, broken);
    expect(inbox('retry', aside?.id as string)).toContain('back in its lane');
    const answers = await office.say('王芳', '记了什么');
    expect(answers.map(wordsOf).join('\n')).toContain('72次');
  } finally {
    await office.close();
  }
});
