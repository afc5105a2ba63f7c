// 存在的问题第二条删掉: one item taken out of a list that was recorded, and deletions that name a slot and no place. Pure; a list nobody gave is left alone.
import type { ReadFact } from '../conversation/command.ts';
import { parseNumeral } from '../figures/index.ts';
import type { Outline, Slot } from '../report/outline.ts';
import { splitClauses } from './clauses.ts';
import type { ReadRequest } from './port.ts';

type Report = NonNullable<ReadRequest['report']>;

const deleting = '(?:删掉|删了|删去|删除|去掉|拿掉|划掉|删|不要)';
const unit = '(?:大|小)?(?:条|点|项|个|段|句|方面|块|部分)';
const cut = new RegExp(
  `^(?:请|麻烦|帮我|把|将)*(.{2,16}?)(?:的|里面?的?|中的?)*(?:第([一二三四五六七八九十\\d]{1,2})(?:${unit})|(?:那|这)(?:一|个)?${unit})?(?:也|都|就|先|给我|可以)*${deleting}(?:吧|了|啊|掉)*$`,
  'u',
);

/** The slot a deletion names, by its whole label or keyword, and which item of it. */
export function deletedOf(clause: string, outline: Outline): { slot: Slot; item?: number } | null {
  const [, name, which] = cut.exec(clause.trim()) ?? [];
  if (name === undefined) return null;
  // 存在的问题部分第二条: the part is called as its list is
  const bare = which === undefined ? name : name.replace(/(?:这|那)?(?:一)?(?:部分|方面|章|块|段|栏)$/u, '');
  const fits = outline.slots.filter(
    (slot) => [slot.label, ...slot.keywords].includes(bare) && !slot.not?.some((word) => bare.includes(word)),
  );
  const labelled = fits.filter((slot) => slot.label === bare);
  const [slot, another] = labelled.length > 0 ? labelled : fits;
  if (!slot || another) return null;
  return which === undefined ? { slot } : { slot, item: Number(parseNumeral(which) ?? which) };
}

/** What is left of the lists once the items named are out of them. */
export function readRemovedItems(
  text: string,
  { outline, facts }: Report,
): { facts: ReadFact[]; used: { start: number; end: number }[] } {
  const found: ReadFact[] = [];
  const used: { start: number; end: number }[] = [];
  for (const clause of splitClauses(text)) {
    const { slot, item } = deletedOf(clause.text, outline) ?? {};
    const value = slot && facts[slot.id]?.value;
    if (!slot || item === undefined || value?.type !== 'list' || !value.items[item - 1] || value.items.length < 2)
      continue;
    const items = value.items.filter((_, at) => at !== item - 1);
    found.push({ slot: slot.id, value: { type: 'list', items }, words: clause.text.trim(), correction: true });
    used.push(clause);
  }
  return { facts: found, used };
}
