// Coming back after a pause: the first answer is led by one line of where we stand. Must never change what the answer itself does.
import type { Reading } from './command.ts';
import { standing } from './deadline.ts';
import { titleOf } from './plan.ts';
import type { State } from './state.ts';
import { taskWords } from './task-wording.ts';
import { activeScene, actorOf, type Turn } from './turn.ts';

const PAUSE_MS = 12 * 3_600_000;
/** These answers say themselves where we stand, or begin something else. */
const TELLING = [
  'show_progress',
  'show_missing',
  'start_report',
  'start_over',
  'start_like',
  'switch_report',
  'list_reports',
];

/** `before`: the state this turn began with. Run at the end of a turn, when it is known what it says. */
export function leadBack(turn: Turn, before: State | null, { commands }: Reading): undefined {
  const { event, state } = turn;
  const actor = actorOf(turn);
  // What a group sends home is not its owner coming back.
  if (!actor || ('relayed' in event && event.relayed !== undefined)) return;
  if ('replayOf' in event && event.replayOf !== undefined) return;
  const last = before?.lastAt;
  state.lastAt = Math.max(event.at, last ?? 0);
  if (event.type !== 'message_received' || last === undefined || event.at - last < PAUSE_MS) return;
  const scene = activeScene(turn);
  if (!scene || before?.active !== state.active || commands.some((one) => TELLING.includes(one.type))) return;
  const answers = turn.effects.some((one) => one.type === 'send_text' || one.type === 'send_card');
  // In a group a mere sign that it arrived stays one.
  if (!answers && state.chat.type === 'group') return;
  const line = taskWords.comeBack(titleOf(scene.report), standing(scene));
  const [first] = turn.effects;
  if (first?.type === 'send_text') first.text = `${line}\n${first.text}`;
  else {
    const replyTo = state.chat.type === 'group' ? { replyTo: event.id } : {};
    // Keys count from 0; one of its own leaves those already named in the state as they are.
    turn.effects.unshift({ type: 'send_text', key: `${event.id}:back`, chat: state.chat.id, ...replyTo, text: line });
  }
}
