// 党课是多少, 字数多少了: answers from what is recorded or written. Changes nothing; says nothing where it knows no answer.
import { type Slot, slotOf } from '../report/outline.ts';
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
    say(turn, drafted ? words.lengthNow(countCharacters(documentOf(scene))) : words.nothingDrafted);
    return true;
  }
  if (!asking.test(text)) return false;
  const slots = named(scene, text).slice(0, SHOWN);
  if (slots.length === 0) return false;
  say(turn, slots.map((slot) => lineOf(scene, slot)).join('\n'));
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
