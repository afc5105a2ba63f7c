// 演出：一季度60场，二季度80场，三季度70场，四季度76场: parts that make up the year are added up and proposed. Pure; asks, never records.
import type { Ask } from '../conversation/command.ts';
import { addQuantities, findFigures, formatQuantity, type Quantity } from '../figures/index.ts';
import type { Outline } from '../report/outline.ts';
import { findMentions } from './mentions.ts';
import { fitUnit } from './units.ts';

const period = /(第?[一二三四1-4]季度|上半年|下半年)(?:是|有|了|共|的|开展|组织|举办|完成|搞|办|学习?|演|做|：|:)*$/u;
/** 上半年集体学习5次: the first may name what it is of. */
const opening = /(第?[一二三四1-4]季度|上半年|下半年)[\p{Script=Han}：:]{0,10}$/u;
const wholes = ['上半年|下半年', '一季度|三季度|二季度|四季度'].map((one) => one.split('|').sort().join('|'));
const digits: Record<string, string> = { 1: '一', 2: '二', 3: '三', 4: '四' };

/** The whole message; undefined where the parts are not the whole year or name no single slot. */
export function readPartSum(text: string, outline: Outline): Ask | undefined {
  const figures = findFigures(text);
  const [first] = figures;
  if (figures.length < 2 || !first || text.length > 120) return undefined;
  if (!/^(?:吧|了|[。.！!\s])*$/u.test(text.slice(figures.at(-1)?.end))) return undefined;
  const periods: string[] = [];
  let words = '';
  for (const [index, figure] of figures.entries()) {
    const before = text.slice(figures[index - 1]?.end ?? 0, figure.start);
    const said = (index === 0 ? opening : period).exec(before);
    if (!said?.[1]) return undefined;
    periods.push(said[1].replace('第', '').replace(/[1-4]/, (one) => digits[one] ?? one));
    words += `${before.slice(0, said.index)}，`;
  }
  if (!wholes.includes([...periods].sort().join('|'))) return undefined;
  const slots = outline.slots.filter((slot) => slot.type === 'figure' && slot.growth_of === undefined);
  const named = [...new Set(findMentions(text, slots).map(({ slot }) => slot))].filter((slot) =>
    figures.every(({ quantity }) => fitUnit(quantity, slot)),
  );
  const [slot, another] = named;
  if (!slot || another || /去年|上年|计划|目标|预计/u.test(words)) return undefined;
  const sum = figures
    .slice(1)
    .reduce<Quantity | null>((total, { quantity }) => total && addQuantities(total, quantity), first.quantity);
  const fit = sum && fitUnit(sum, slot);
  if (!fit) return undefined;
  const parts = figures.map(({ quantity }) => formatQuantity(quantity)).join('＋');
  const value = { type: 'figure', quantity: fit.quantity } as const;
  return { type: 'confirm_value', slot: slot.id, value, words: text.trim(), reason: `合计${parts}，按加起来的记吗？` };
}
