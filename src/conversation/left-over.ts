// A message that did nothing else: looked up, kept as it was said, or told how to say it. Never the same words twice in a row.
import { slotOf } from '../report/outline.ts';
import type { Reading } from './command.ts';
import type { MessageReceived } from './event.ts';
import { lookUp } from './look-up.ts';
import { sourceOf, thumbUp } from './message-words.ts';
import { openQuestion } from './question.ts';
import { addMaterials } from './record.ts';
import { greetBack } from './small-talk.ts';
import { type Scene, say, type Turn } from './turn.ts';
import { cut, oneLine } from './value.ts';
import { words } from './wording.ts';

export function answerRest(turn: Turn, scene: Scene | null, event: MessageReceived, { rest }: Reading): undefined {
  if (greetBack(turn, event.text)) return;
  if (rest === '' && !/[?？]/u.test(event.text) && [...event.text].length <= 60) {
    return thumbUp(turn, event);
  }
  if (scene && lookUp(scene, event.text)) return;
  if (scene && holdsFigure(event.text)) return keepUnread(scene, event);
  const { state } = turn;
  state.misses = (state.misses ?? 0) + 1;
  say(turn, again(scene, state.misses) ?? words.notUnderstood(momentOf(scene), state.misses));
}

/** A number nobody could make sense of is kept as it was said, and how to say it is told. */
function keepUnread(scene: Scene, event: MessageReceived): undefined {
  addMaterials(scene, [event.text], sourceOf(event), words.unread(cut(oneLine(event.text), 40)));
}

function holdsFigure(text: string): boolean {
  if (/[?？]|多少|怎么|什么|吗$|呢$|起草|重写|改写|换个|导出|切换|删|加上|合并|移到/u.test(text)) return false;
  return /\p{Nd}/u.test(text.replace(/第?\s*\p{Nd}+\s*[章节点条段份号页]/gu, ''));
}

/** While something is being asked, that is what was most likely meant to be answered. */
function again(scene: Scene | null, nth: number): string | undefined {
  const { asked } = scene?.turn.state ?? {};
  if (asked?.type === 'start_over' || asked?.type === 'draft_anyway' || asked?.type === 'remove')
    return words.sayYesOrCancel;
  if (!scene || (asked?.type !== 'slot' && asked?.type !== 'asks')) return undefined;
  if (asked.type === 'asks') {
    const question = openQuestion(scene);
    const item = question?.items.find((one) => !one.answer);
    // In the midst of one question after another this one is put again.
    return item && words.stillOpenQuestion(nth) + (question?.resume ? `\n${item.text}` : '');
  }
  const slot = slotOf(scene.outline, asked.slot);
  return slot && words.stillAsked(slot.question, nth);
}

/** Where the conversation stands: what help should name next. */
function momentOf(scene: Scene | null): 'none' | 'empty' | 'facts' | 'drafted' {
  if (!scene) return 'none';
  if (Object.keys(scene.report.sections).length > 0) return 'drafted';
  return Object.keys(scene.report.facts).length > 0 ? 'facts' : 'empty';
}
