// How a recorded figure is to be printed: 写460余亿, 写约数, 保留一位小数, 增幅不写, 用“多”不用“余”. Pure; speaks only of what is recorded.
import type { EditCommand } from '../conversation/edit-command.ts';
import { findFigures, type Quantity, sameQuantity } from '../figures/index.ts';
import type { Fact, Facts, Wish } from '../report/fact.ts';
import { type Outline, type Slot, slotOf } from '../report/outline.ts';
import { fulfil } from '../report/print-wish.ts';
import { growthOf } from './growth.ts';
import { findMentions } from './mentions.ts';

export interface PrintContext {
  outline: Outline;
  facts: Facts;
}

const digits: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, '0': 0, '1': 1, '2': 2, '3': 3 };
const courtesy = '(?:就|也|都|先|那就?|还是|给我|正文|稿子里?|正文里|一律|统一|也都)*';
const omitting = new RegExp(
  `${courtesy}(?:(?:别|不|不用|不要|不必|甭|不再|先别)(?:再)?(?:写|提|出现|体现|放)(?:出来|进去|上|进正文|进稿子?)?|隐去|略去)(?:了|吧|啦)*$`,
  'u',
);
const showing = /(?:还是|也|都|又|再)*(?:照写|写上|要写|写出来|补上|写回来|恢复)(?:吧|了|啊)*$/u;
const about =
  /(?:写|用|取|改成|按|报)(?:个|成|一个)?(?:约数|概数|大数|余数)(?:就行|吧|即可)?$|约数(?:就行|就好|即可|就可以)$|(?:不|别|不要|不用)(?:写|用|报)准数$/u;
const exactly =
  /(?<!不|别|不要|不用)(?:写|用|恢复|改回|按|照|报)(?:回|成|个)?(?:准数|准确数|原数|实数|精确数)(?:写|吧|来)*$|写准(?:点|些|确)?$/u;
const decimals =
  /(?:保留|留|精确到|写到|取)(?:小数点?后?)?(?:面)?(一|二|两|三|\d)位(?:小数)?(?:就行|就够|即可|吧)?$|(?:保留|精确到|写|取)(?:到)?(?:个)?(整数|整)(?:就行|吧)?$|(不要小数|四舍五入|去掉小数)(?:吧|就行)?$/u;
const forms = /(?:写|写成|写作|用|说)(?:个|一下|成)?$/u;
/** 用多不用余, 余都改成多, 别用余，用多 */
const words: [RegExp, (groups: string[]) => [from: string, to: string]][] = [
  [
    /(?:用|写|说)(多|余)(?:字)?[，,]?(?:不|别|不要|代替|替换|换掉|而不是|不是)(?:用|写)?(?:那个)?(余|多)(?:字)?$/u,
    ([, to = '', from = '']) => [from, to],
  ],
  [
    /(?:不用|别用|不要用|别写)(余|多)(?:字)?[，,]?(?:都)?(?:用|写|换成|改成|改用)(多|余)(?:字)?$/u,
    ([, from = '', to = '']) => [from, to],
  ],
  [
    /(?:把|将)?(余|多)(?:字)?(?:都|全部?|统统|一律|统一)*(?:改成|改为|换成|换为|改用|写成)(多|余)(?:字)?$/u,
    ([, from = '', to = '']) => [from, to],
  ],
];

const growthWord = /增幅|增速|增长率|降幅|同比/u;

/** What a clause wishes of a figure; `last` is the slot the message spoke of before. Null when it wishes nothing. */
export function readPrint(
  clause: string,
  { outline, facts }: PrintContext,
  last: Slot | undefined,
): { command: EditCommand; slot: Slot | undefined } | null {
  const said = clause.trim().replace(/[。.!！\s]+$/u, '');
  if (said.length > 40) return null;
  const slots = named(said, outline, last);
  const [slot] = slots;
  const bare = said.replace(/["“”‘’']/gu, '');
  for (const [pattern, read] of words) {
    const hit = pattern.exec(bare);
    const [from, to] = hit ? read([...hit]) : ['', ''];
    if (hit && from !== to)
      return made(
        slots.filter((one) => facts[one.id]),
        { type: 'word', from, to },
        slot,
      );
  }
  const recorded = slots.filter((one) => told(facts[one.id]));
  const growth =
    growthWord.test(said) &&
    slots.length === 0 &&
    outline.slots.some((one) => one.growth_of !== undefined && told(facts[one.id]));
  if (recorded.length < slots.length || (recorded.length === 0 && !growth)) return null;
  const of = (wish: Wish | null) => made(recorded, wish, slot, growth);
  if (omitting.test(said)) return of({ type: 'omit' });
  const wished = growth ? outline.slots.filter((one) => one.growth_of !== undefined) : recorded;
  if (showing.test(said) && wished.some((one) => facts[one.id]?.print)) return of(null);
  if (growth || recorded.some((one) => facts[one.id]?.value.type !== 'figure')) return null;
  if (exactly.test(said)) return of(null);
  if (about.test(said)) return of({ type: 'about' });
  const places = decimals.exec(said);
  if (places) return of({ type: 'places', places: digits[places[1] ?? ''] ?? 0 });
  const wish = recorded.length === 1 && slot ? formWish(said, facts[slot.id]) : null;
  return wish ? of(wish) : null;
}

const told = (fact: Fact | undefined): boolean => fact !== undefined && fact.value.type !== 'omitted';

function made(
  slots: Slot[],
  wish: Wish | null,
  slot: Slot | undefined,
  growth = false,
): { command: EditCommand; slot: Slot | undefined } {
  const ids = slots.map((one) => one.id);
  return { command: { type: 'print', slots: ids, wish, ...(growth ? { growth } : {}) }, slot };
}

/** 写460余亿: a form in place of the value. Without 余 or 约 it is another value, unless it is this one rounded. */
function formWish(words: string, fact: Fact | undefined): Wish | null {
  const said = words.replace(/[“”‘’"']/gu, '');
  const figure = findFigures(said).at(-1);
  if (!figure || figure.end !== said.replace(/(?:就行|吧|即可|就好|了)+$/u, '').length || fact?.value.type !== 'figure')
    return null;
  if (!forms.test(said.slice(0, figure.start).replace(/(?:大约|约|近|将近|超过|超)$/u, ''))) return null;
  const { quantity } = figure;
  const { quantity: value } = fact.value;
  if (sameQuantity(quantity, value)) return null;
  if (quantity.approximation !== '') return { type: 'form', quantity };
  return rounding(quantity, value);
}

function rounding(said: Quantity, value: Quantity): Wish | null {
  const places = said.amount.split('.')[1]?.length ?? 0;
  const wish: Wish = { type: 'places', places };
  const made = fulfil(wish, value);
  return made.type === 'print' && made.quantity?.amount === said.amount && made.quantity.scale === said.scale
    ? wish
    : null;
}

/** The slots a clause names; 增幅 is that of the amount named with it or before it. */
function named(said: string, outline: Outline, last: Slot | undefined): Slot[] {
  const mentions = findMentions(said, outline.slots).map((one) => one.slot);
  const all = [...new Map(mentions.map((slot) => [slot.id, slot])).values()];
  if (!growthWord.test(said)) {
    const amounts = all.filter((slot) => slot.growth_of === undefined);
    return amounts.length > 0 || all.length > 0
      ? amounts
      : last && !/^["“‘]?(?:余|多)/u.test(said) && /^(?:就|也|那|正文|还是)?(?:写|保留|用|取|按|不写|别写)/u.test(said)
        ? [last]
        : [];
  }
  const rates = all.filter((slot) => slot.growth_of !== undefined);
  const bases = all.filter((slot) => slot.growth_of === undefined);
  const base = bases[0] ?? (last?.growth_of === undefined ? last : slotOf(outline, last.growth_of));
  const own = base && growthOf(outline, base);
  if (bases.length > 0 && own) return [own];
  return rates.length === 1 ? rates : own ? [own] : [];
}
