// 党课是多少, 字数多少了: answers from what is recorded or written. Changes nothing; says nothing where it knows no answer.
import { type Slot, slotOf } from '../report/outline.ts';
import { partsNamed } from '../report/requirement.ts';
import { shareNow, standingAgainstTask } from './against-task.ts';
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
  if (askedShare(scene, text)) return true;
  if (!asking.test(text)) return false;
  const slots = named(scene, text).slice(0, SHOWN);
  if (slots.length === 0) return false;
  say(turn, slots.map((slot) => lineOf(scene, slot)).join('\n'));
  return true;
}

const share =
  /占(?:了)?(?:全文|整篇|总)?(?:的)?(?:多少|几成|百分之几|比|几分之几|够不够|够吗)|比例|篇幅够|够(?:不够)?(?:三分之一|1\/3|一半)/u;

/** 问题和打算占多少: of the text as it stands. */
function askedShare(scene: Scene, text: string): boolean {
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
