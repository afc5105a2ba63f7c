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
const before = ['写一份2023年的基层党建述职报告', '集体学习12次，主题党日活动72次', '起草第一章'];
const made = ['生成云文档'];
/** Somebody writes in the document, and we change a figure of another paragraph. */
const then = ['集体学习改成14次', '更新云文档', '云文档改好了'];

async function play(killAt: number[]) {
  const world = createWorld({ rooms, killAt });
  let n = 0;
  for (const text of before) await world.deliver(message(text, n++));
  const from = world.calls();
  for (const text of made) await world.deliver(message(text, n++));
  world.cloud.edit('理论武装。', '理论武装，常学常新。');
  for (const text of then) await world.deliver(message(text, n++));
  await world.deliver(message(then.at(-1) ?? '', n - 1));
  return { seen: world.seen(), from, calls: world.calls(), cloud: world.cloud };
}

describe('a cloud document', { timeout: 90_000 }, () => {
  it('is announced once and says what the report says, whenever the process is killed', async () => {
    const { seen: undisturbed, from, calls, cloud } = await play([]);
    expect(undisturbed.join('\n')).toContain('https://local/docx/doc1');
    const text = cloud
      .shared()[0]
      ?.paragraphs.map((one) => one.text)
      .join('\n');
    expect(text).toContain('14次');
    expect(text).toContain('常学常新');
    // What comes before is killed in kill.test.ts.
    for (let at = from + 1; at <= calls; at += process.env.KILL_RUNS ? 1 : 3) {
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
