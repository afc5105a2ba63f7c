// 党课是多少, 字数多少了: answers from what is recorded or written. Changes nothing; says nothing where it knows no answer.
import { type Slot, slotOf } from '../report/outline.ts';
import { partsNamed } from '../report/requirement.ts';
import { shareNow, standingAgainstTask } from './against-task.ts';
import { showLocks } from './lock.ts';
import { askedWhatIsOpen } from './show-open.ts';
import { showStatus } from './told.ts';
import { type Scene, say } from './turn.ts';
import { showSource, showValue } from './value.ts';
import { countCharacters, documentOf } from './view.ts';
import { words } from './wording.ts';

const SHOWN = 3;
const length = /字数|多少(?:个)?字|几(?:千|百)字|有多长|篇幅/u;
const asking =
  /多少|几(?:次|个|期|项|人|名|场|户|家|篇|件|天)|是(?:什么|啥)|(?:写|记|报|填)的(?:是)?(?:什么|啥)|(?:记|报|填|说)(?:了|过)?(?:没有?|吗|没)|[?？]\s*$/u;

/** Whether it was a question one could answer. */
export function lookUp(scene: Scene, text: string): boolean {
  if ([...text].length > 40) return false;
  const { report, turn } = scene;
  if (length.test(text) && /多少|几|多长|了|[?？]/u.test(text)) {
    const drafted = Object.keys(report.sections).length > 0;
    if (!drafted) return say(turn, words.nothingDrafted) ?? true;
    say(turn, standingAgainstTask(scene) || words.lengthNow(countCharacters(documentOf(scene))));
    return true;
  }
  if (askedShare(scene, text) || showLocks(scene, text)) return true;
  if (askedReceived(scene, text) || askedWhatIsOpen(scene, text)) return true;
  if (!asking.test(text)) return false;
  const exact = named(scene, text);
  const slots = (exact.length > 0 ? exact : calledSo(scene, text)).slice(0, SHOWN);
  if (slots.length === 0) return false;
  say(turn, slots.map((slot) => lineOf(scene, slot)).join('\n'));
  return true;
}

const received =
  /^(今天|今日|今早|今儿|昨天|昨日|刚才|刚刚|这两天|最近)(?:都|又|上午|下午|晚上)?(?:收|报|来|进|更新|新增|记)(?:到|来|上来|下)?(?:了)?(?:哪些|什么|多少|几个|几项|哪几个|啥)(?:新)?(?:的)?(?:数|数据|数字|情况|材料|内容)?(?:了)?[?？]?$/u;
const DAY_MS = 24 * 3_600_000;
const RECENT = 12;

/** 今天收了哪些数: those recorded since then, newest last, with who gave them. */
function askedReceived(scene: Scene, text: string): boolean {
  const when = received.exec(text.trim())?.[1];
  if (when === undefined) return false;
  const { report, outline, turn } = scene;
  const today = startOfDay(turn.event.at);
  const recent = /刚/u.test(when) ? turn.event.at - DAY_MS / 12 : /最近|两天/u.test(when) ? today - DAY_MS : today;
  const [from, to] = /昨/u.test(when) ? [today - DAY_MS, today] : [recent, Number.POSITIVE_INFINITY];
  const slots = Object.values(report.facts)
    .filter(({ derived, source, value }) => !derived && value.type !== 'omitted' && source.at >= from && source.at < to)
    .sort((a, b) => a.source.at - b.source.at)
    .flatMap(({ slot }) => slotOf(outline, slot) ?? []);
  const lines = slots.slice(-RECENT).map((slot) => lineOf(scene, slot));
  say(turn, slots.length === 0 ? words.receivedNone(when) : words.received(when, slots.length, lines));
  return true;
}

/** Midnight in China. */
function startOfDay(at: number): number {
  return Math.floor((at + DAY_MS / 3) / DAY_MS) * DAY_MS - DAY_MS / 3;
}

/** 收入增幅: no slot's whole name, but part of some slots' labels. */
function calledSo({ outline }: Scene, text: string): Slot[] {
  const core = text
    .replace(asking, '')
    .replace(/^(?:现在|目前|那|今年|请问|查一下|查)+|的|[\s?？，,。是有了吗呢]/gu, '');
  return [...core].length < 3 ? [] : outline.slots.filter(({ label }) => label.includes(core));
}

const share =
  /占(?:了)?(?:全文|整篇|总)?(?:的)?(?:多少|几成|百分之几|比|几分之几|够不够|够吗)|比例|篇幅够|够(?:不够)?(?:三分之一|1\/3|一半)/u;

/** 问题和打算占多少: of the text as it stands. */
export function askedShare(scene: Scene, text: string): boolean {
  const parts = partsNamed(text);
  if (!share.test(text) || (parts.length === 0 && !scene.report.task?.share)) return false;
  say(scene.turn, shareNow(scene, parts));
  return true;
}

/** The slots whose longest name stands in the text; several when it is the name of several. */
function named({ outline }: Scene, text: string): Slot[] {
  const found = outline.slots
    .filter((slot) => !(slot.not ?? []).some((word) => text.includes(word)))
    .map((slot) => {
      const names = [slot.label, ...slot.keywords].filter((name) => text.includes(name));
      return { slot, length: Math.max(0, ...names.map((name) => name.length)) };
    })
    .filter((one) => one.length > 1);
  const longest = Math.max(0, ...found.map((one) => one.length));
  return found.filter((one) => one.length === longest).map(({ slot }) => slot);
}

function lineOf({ report, outline }: Scene, { id, label }: Slot): string {
  const fact = Object.hasOwn(report.facts, id) ? report.facts[id] : undefined;
  if (!fact) return words.notKnown(label);
  const from = fact.derived?.map((one) => slotOf(outline, one)?.label ?? one).join('、');
  const source = from === undefined ? showSource(fact.source) : words.derivedFrom(from);
  return words.factLine(label, showValue(fact.value, 200) + showStatus(fact), source);
}
