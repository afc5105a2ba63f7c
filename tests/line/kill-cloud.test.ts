// A cloud document made, changed by somebody, taken back and brought up to date, by a process that is killed at every call.
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/conversation/event.ts';
import { loadRooms } from './rooms.ts';
import { createWorld } from './world.ts';

const rooms = loadRooms();
const chat = { id: 'oc_1', type: 'p2p' as const };
const sender = { id: 'ou_1', name: '王芳' };
const message = (text: string, n: number): Event => ({
  type: 'message_received',
  id: `om_user_${n}`,
  conversation: chat.id,
  at: Date.UTC(2026, 0, 12, 1, n),
  chat,
  sender,
  text,
});
const first = ['写一份2023年的基层党建述职报告', '集体学习12次，主题党日活动72次', '起草第一章', '生成云文档'];
const then = ['集体学习改成14次', '更新云文档'];

async function play(killAt: number[]) {
  const world = createWorld({ rooms, killAt });
  let n = 0;
  for (const text of first) await world.deliver(message(text, n++));
  for (const text of then) await world.deliver(message(text, n++));
  await world.deliver(message(then.at(-1) ?? '', n - 1));
  return { seen: world.seen(), calls: world.calls(), cloud: world.cloud };
}

describe('a cloud document', { timeout: 90_000 }, () => {
  it('is announced once and says what the report says, whenever the process is killed', async () => {
    const { seen: undisturbed, calls, cloud } = await play([]);
    expect(undisturbed.join('\n')).toContain('https://local/docx/doc1');
    const text = cloud
      .shared()[0]
      ?.paragraphs.map((one) => one.text)
      .join('\n');
    expect(text).toContain('14次');
    for (let at = 1; at <= calls; at++) {
      const { seen, cloud: other } = await play([at]);
      const shown = other.shared();
      expect(shown, `killed at call ${at} of ${calls}`).toHaveLength(1);
      expect(shown[0]?.paragraphs.map((one) => one.text).join('\n')).toBe(text);
      // At worst one empty document is left that nobody was told of.
      expect(other.made()).toBeLessThanOrEqual(2);
      const address = (one: string) => one.replaceAll('docx/doc2', 'docx/doc1');
      expect(seen.map(address), `killed at call ${at} of ${calls}`).toEqual(undisturbed);
    }
  });
});
