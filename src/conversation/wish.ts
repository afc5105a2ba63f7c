// How a person wants a text changed: of which place, by which words; again, or of another place; and what they must tell first.
import { lackOf, speaksOf } from '../report/lacking.ts';
import { isRefused, may } from './access.ts';
import type { Card } from './card.ts';
import { button } from './cards/choice-card.ts';
import type { Command } from './command.ts';
import { rewrite } from './draft.ts';
import type { CardSubmitted } from './event.ts';
import { lockedAmong } from './lock.ts';
import { addTextSlot } from './new-slot.ts';
import { nameOf } from './plan.ts';
import { pressedKey } from './pressed-card.ts';
import { versionOf } from './put-version.ts';
import { rewriteWords } from './rewrite-wording.ts';
import { sayNoPlace } from './say-no-place.ts';
import { placeOf, sectionsAt } from './spot.ts';
import { refuse } from './toast.ts';
import { actorOf, emit, type Scene, say, setLast, showCard } from './turn.ts';
import { cut, oneLine } from './value.ts';

type Rewrite = Extract<Command, { type: 'rewrite' }>;
type Lacking = { section: string; instruction: string; topic: string };

const TEXT_KEPT = 500;

export function takeWish(scene: Scene, command: Rewrite): undefined {
  const { turn, report } = scene;
  const { spot } = command;
  const place = command.section ?? (spot && placeOf(scene, spot));
  const named = spot !== undefined && (spot.words !== '' || spot.point !== undefined);
  if (spot && (place === 'title' || (place === undefined && named))) return sayNoPlace(scene, spot);
  const before = turn.state.wished?.[report.id];
  if (command.same && before === undefined) return say(turn, rewriteWords.noWishYet);
  const about = place ?? turn.state.last?.[report.id];
  const instruction = command.same
    ? (before ?? '')
    : command.again
      ? wishBefore(scene, about, command.instruction)
      : command.instruction;
  const wish = withoutPlace(instruction);
  if (wish !== '') turn.state.wished = { ...turn.state.wished, [report.id]: cut(wish, TEXT_KEPT) };
  if (!command.again && about !== undefined && asksForMore(scene, about, instruction)) return;
  rewrite(scene, place, instruction, { again: command.again === true });
}

/** What is wished, for another place. */
function withoutPlace(instruction: string): string {
  const place =
    /^(?:请|帮我|把|将|给|对)*(?:第[^，。；]{1,4}(?:部分|[章节块])(?:的|里)?(?:第?[^，。；]{1,3}[点条段项节])?|(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十\d]{1,2}、?(?=[（(]))(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}(?!\d*个?字))?|第[一二三四五六七八九十\d]{1,2}[点条段项]|(?:这|那|上面|刚才)[^，。；]{0,3}[段点条节章块]话?|[^，。；]{2,12}那(?:一)?[段点条章块]|开头|结尾)(?:的|那段|也|都|就)*[，,：:\s]*/u;
  const wish = instruction.replace(place, '');
  return [...wish].length >= 2 ? wish : instruction;
}

/** 再来一版: for the words that brought forth what stands, else for those it was said with. */
function wishBefore(scene: Scene, place: string | undefined, said: string): string {
  const sections = place === undefined ? [] : sectionsAt(scene.outline, place);
  const whys = sections.flatMap(({ id }) => {
    const version = versionOf(scene, id);
    return version && version.by.type !== 'person' && version.why !== '' ? [version.why] : [];
  });
  return whys[0] ?? said;
}

/** True when nothing of what is wished was ever given: it is asked for, and the text stays as it is until then. */
function asksForMore(scene: Scene, place: string, instruction: string): boolean {
  const { turn, report, outline } = scene;
  const [section, another] = sectionsAt(outline, place);
  const version = section && versionOf(scene, section.id);
  if (!section || another || !version || lockedAmong(scene, [section]).length > 0) return false;
  const lack = lackOf(instruction, { section, outline, facts: report.facts, current: version.text });
  if (!lack?.wholly) return false;
  const { topic } = lack;
  setLast(scene, section.id);
  const card = showCard(turn, lackCard(scene, { section: section.id, instruction, topic }));
  turn.state.asked = { type: 'lack', report: report.id, section: section.id, instruction, topic, card };
  return true;
}

function lackCard({ outline, report }: Scene, { section, instruction, topic }: Lacking): Card {
  const on = { action: 'lack_told', section, instruction: cut(instruction, 300), topic, report: report.id };
  const kept = topic === '' ? [] : report.materials.filter((one) => speaksOf(one.text, topic)).slice(0, 3);
  return {
    title: rewriteWords.lackTitle(nameOf(outline, section)),
    tone: 'orange',
    blocks: [
      { type: 'text', text: topic === '' ? rewriteWords.lackDeeds : rewriteWords.lackTopic(topic) },
      ...kept.flatMap(({ text }, at) => [
        { type: 'text' as const, text: rewriteWords.lackKept(at + 1, cut(oneLine(text), 120)), tone: 'muted' as const },
        {
          type: 'buttons' as const,
          buttons: [button({ text: rewriteWords.lackUse(at + 1), value: { ...on, material: cut(text, TEXT_KEPT) } })],
        },
      ]),
      { type: 'text', text: rewriteWords.lackHint, tone: 'muted' },
      {
        type: 'form',
        name: 'lack',
        fields: [{ type: 'input', name: 'told', label: rewriteWords.lackLabel(topic), multiline: true }],
        submit: button({ text: rewriteWords.lackSend, value: on, primary: true }),
      },
      {
        type: 'buttons',
        buttons: [
          button({ text: rewriteWords.lackAnyway, value: { ...on, anyway: true } }),
          button({ text: rewriteWords.lackLeave, value: { ...on, action: 'lack_leave' } }),
        ],
      },
    ],
  };
}

export function pressLack(scene: Scene, section: string, instruction: string, event: CardSubmitted): undefined {
  const { turn } = scene;
  const { value, form = {} } = event;
  if (isRefused(scene)) return;
  const topic = typeof value.topic === 'string' ? value.topic : '';
  const told = [form.told, value.material].find((one) => typeof one === 'string' && one.trim() !== '');
  if (value.anyway !== true && typeof told !== 'string') return refuse(turn, rewriteWords.lackEmpty);
  if (turn.state.asked?.type === 'lack') turn.state.asked = null;
  const said = value.anyway === true ? rewriteWords.lackAnyway : rewriteWords.lackDone(cut(oneLine(String(told)), 120));
  close(scene, section, pressedKey(turn, event), said);
  if (value.anyway === true) return rewrite(scene, section, instruction);
  supply(scene, { section, instruction, topic }, String(told));
}

/** Nothing can be pressed on it any more. */
function close({ turn, outline }: Scene, section: string, of: string, done: string): undefined {
  const title = rewriteWords.lackTitle(nameOf(outline, section));
  const card: Card = { title, tone: 'grey', blocks: [{ type: 'text', text: done }] };
  emit(turn, { type: 'update_card', chat: turn.state.chat.id, of, card, inPlaceOnly: true });
}

export function leaveLack(scene: Scene): undefined {
  const { turn } = scene;
  const { asked } = turn.state;
  if (asked?.type !== 'lack') return refuse(turn, rewriteWords.lackGone);
  turn.state.asked = null;
  close(scene, asked.section, asked.card, rewriteWords.lackLeft);
  refuse(turn, rewriteWords.lackLeft);
}

/** What was asked for, while it is still waited for. */
export function openLack({ turn, report }: Scene): Lacking | undefined {
  const { asked } = turn.state;
  return asked?.type === 'lack' && asked.report === report.id ? asked : undefined;
}

/** What was told has a place of its own: if that is in the section, the wish can be done. */
export function goOnWith(scene: Scene, { section, instruction }: Lacking, facts: { slot: string }[]): undefined {
  const slots = sectionsAt(scene.outline, section).flatMap((one) => one.slots);
  if (!facts.some(({ slot }) => slots.includes(slot))) return;
  if (openLack(scene)) scene.turn.state.asked = null;
  rewrite(scene, section, instruction);
}

/** What a message tells when that was asked for. False when it was not, or when it tells something else. */
export function takeLack(scene: Scene, text: string): boolean {
  const { asked } = scene.turn.state;
  const said = text.trim();
  // In a group others go on talking.
  if (asked?.type !== 'lack' || asked.report !== scene.report.id || !may(scene, 'draft')) return false;
  if (
    /^(?:不用|不要|不必|算了?|没有?|没了|不改|不补|不了|先不|取消|无)(?:了|吧|改了?|补了?|这样的?|这个|材料|写了?)*[。.!！]*$/u.test(
      said,
    )
  ) {
    leaveLack(scene);
    return true;
  }
  if (/^(?:就)?用现有的改?[。.!！]*$/u.test(said)) {
    scene.turn.state.asked = null;
    close(scene, asked.section, asked.card, rewriteWords.lackAnyway);
    rewrite(scene, asked.section, asked.instruction);
    return true;
  }
  if (/[?？]|^.{0,5}$/u.test(said)) return false;
  close(scene, asked.section, asked.card, rewriteWords.lackDone(cut(oneLine(said), 120)));
  supply(scene, asked, said);
  return true;
}

/** A slot of its own under the section, and then what was wished. */
function supply(scene: Scene, { section, instruction, topic }: Lacking, told: string): undefined {
  const { turn, outline } = scene;
  const by = actorOf(turn);
  if (!by) return;
  turn.state.asked = null;
  const source = { by, at: turn.event.at, event: turn.event.id, words: told };
  const label = topic === '' ? rewriteWords.ownDeeds : topic;
  const text = told.trim().replace(/[。；;\s]+$/u, '');
  const added = addTextSlot(
    scene,
    { section, label, text, ...(topic === '' ? { told: { deed: 'self' } } : {}) },
    source,
  );
  if (added === undefined) return refuse(turn, rewriteWords.gone);
  say(turn, rewriteWords.lackNoted(added, nameOf(outline, section)));
  rewrite(scene, section, instruction);
}
