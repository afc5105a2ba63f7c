// A reply to the card of a text is about that text: 再短些, 这里语气不对, 还原. Notes which card showed which; changes no text.
import type { Block, Card } from './card.ts';
import type { Reading } from './command.ts';
import type { MessageReceived } from './event.ts';
import { nameOf } from './plan.ts';
import { sectionsAt } from './spot.ts';
import type { State } from './state.ts';
import { activeScene, type Scene, setLast, type Turn } from './turn.ts';

const KEPT = 60;
const LONGEST = 200;

/** Run at the end of a turn: what the cards it sent or changed show. */
export function noteTexts(turn: Turn): undefined {
  const scene = activeScene(turn);
  if (!scene) return;
  const shown = turn.effects.flatMap((effect) => {
    if (effect.type !== 'send_card' && effect.type !== 'update_card') return [];
    const section = sectionOn(effect.card);
    return section === undefined ? [] : [{ card: effect.type === 'send_card' ? effect.key : effect.of, section }];
  });
  if (shown.length === 0) return;
  const others = (turn.state.texts ?? []).filter((one) => shown.every(({ card }) => card !== one.card));
  const fresh = shown.map((one) => ({ ...one, report: scene.report.id }));
  turn.state.texts = [...others, ...fresh].slice(-KEPT);
}

/** A card of a text has a button to have it changed. */
function sectionOn({ blocks }: Card): string | undefined {
  const buttons = blocks.flatMap((block: Block) => (block.type === 'buttons' ? block.buttons : []));
  const section = buttons.find(({ value }) => value.action === 'change_text')?.value.section;
  return typeof section === 'string' ? section : undefined;
}

/** Undefined when it is no reply to a text. What is said without a place is then about that one. */
export function aboutQuotedText(
  scene: Scene,
  { replyTo, text }: MessageReceived,
  reading: Reading,
): Reading | undefined {
  const section = quotedSection(scene.turn.state, scene.report.id, replyTo);
  if (section === undefined || sectionsAt(scene.outline, section).length === 0) return undefined;
  setLast(scene, section);
  const said = text.trim();
  const [only, another] = reading.commands;
  if (only?.type === 'undo' && !another && /还原|恢复|原来|上一?版|前一?版/u.test(said)) {
    const spot = { section, words: nameOf(scene.outline, section) };
    return { ...reading, commands: [{ type: 'restore_version', spot, which: 'previous' }], rest: '' };
  }
  if (only || reading.facts.length + reading.asks.length > 0 || !isWish(said)) return undefined;
  return { ...reading, commands: [{ type: 'rewrite', section, instruction: said }], rest: '' };
}

function quotedSection(state: State, report: string, replyTo: string | undefined): string | undefined {
  const key = replyTo === undefined ? undefined : state.sent.find((one) => one.message === replyTo)?.key;
  return (state.texts ?? []).findLast((one) => one.card === key && one.report === report)?.section;
}

/** Neither a question nor a friendly word. */
function isWish(said: string): boolean {
  const length = [...said].length;
  if (length < 2 || length > LONGEST || /[?？]$|^(?:谁|什么|为什么|怎么|哪)|吗$|呢$/u.test(said)) return false;
  return !/^(?:好的?|不错|可以|挺好|很好|收到|谢谢.{0,4}|辛苦.{0,3}|ok|嗯+|行|对|是的?|没问题|就这样|赞|棒)[的了啊吧呀！!。.~～]*$/iu.test(
    said,
  );
}
