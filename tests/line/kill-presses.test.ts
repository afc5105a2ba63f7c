// Forms handed in by halves, presses of old and of unknown buttons, with the process killed at every outside call: nothing is lost or said twice.
import { describe, expect, it } from 'vitest';
import type { CardValue } from '../../src/conversation/card.ts';
import type { Event } from '../../src/conversation/event.ts';
import { loadRooms } from './rooms.ts';
import { createWorld } from './world.ts';

const rooms = loadRooms();
const chat = { id: 'oc_1', type: 'p2p' as const };
const person = { id: 'ou_1', name: '王芳' };
const report = 'r-om_user_0';
const at = (n: number): number => Date.UTC(2026, 0, 12, 1, n);

const says = (text: string, n: number): Event => ({
  type: 'message_received',
  id: `om_user_${n}`,
  conversation: chat.id,
  at: at(n),
  chat,
  sender: person,
  text,
});
const presses = (value: CardValue, n: number, message: string, form?: Record<string, string>): Event => ({
  type: 'card_submitted',
  id: `ev_${n}`,
  conversation: chat.id,
  at: at(n),
  chat,
  operator: person,
  message,
  name: '',
  value: { report, ...value },
  ...(form ? { form } : {}),
});
/** The form is the second message sent: after the outline's card. */
const fillIn = (n: number, form: Record<string, string>): Event =>
  presses({ action: 'fill_in', section: 'thought' }, n, 'om_2', form);

const events: Event[] = [
  says('写一份2023年的基层党建述职报告', 0),
  presses({ action: 'fill', section: 'thought' }, 1, 'om_1'),
  fillIn(2, { study_sessions: '12', study_topics: '15、16', own_lectures: '' }),
  // The same button once more is another press.
  fillIn(3, { study_sessions: '12', study_topics: '15、16', own_lectures: '' }),
  fillIn(4, { study_topics: '15' }),
  says('集体学习14次', 5),
  presses({ action: 'choose', of: 'om_user_5', ask: 0, choice: 1 }, 6, 'om_3'),
  presses({ action: 'choose', of: 'om_user_5', ask: 0, choice: 2 }, 7, 'om_3'),
  presses({ action: 'launch_rockets' }, 8, 'om_3'),
  presses({ action: 'undo', step: 3 }, 9, 'om_3'),
];

async function play(killAt: number[]) {
  const world = createWorld({ rooms, killAt });
  for (const event of events) await world.deliver(event);
  // Events may come again; of presses the inbox knows every one.
  for (const event of events) await world.deliver(event);
  return { seen: world.seen(), calls: world.calls() };
}

describe('presses and a killed process', { timeout: 90_000 }, () => {
  it('nothing is lost or repeated, at whatever call it dies', async () => {
    const whole = await play([]);
    const shown = whole.seen.join('\n');
    for (const part of ['15个', '14次', '已经选了', '按钮']) expect(shown).toContain(part);
    for (let n = 1; n <= whole.calls; n++) {
      const { seen } = await play([n]);
      expect(seen, `killed at call ${n} of ${whole.calls}`).toEqual(whole.seen);
    }
  });
});
