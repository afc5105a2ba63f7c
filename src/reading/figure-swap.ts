// 把63改成65: the one recorded figure that is 63 becomes 65. Of two it is asked which; never what was only asked about. Pure.
import type { Ask, ReadFact } from '../conversation/command.ts';
import type { Asked } from '../conversation/state.ts';
import { findFigures, type Quantity } from '../figures/index.ts';
import type { Facts } from '../report/fact.ts';
import { type Outline, slotOf } from '../report/outline.ts';

const swap =
  /^(?:请|麻烦|帮我)?(?:把|将)?(?:里面?的?|那个|那)?([^，,。；;改换]{1,16}?)(?:要|得|应该|就)?(?:改成|改为|换成)([^，,。；;]{1,16}?)(?:吧|了|啊)?$/u;

export function wholeFigure(words: string): Quantity | undefined {
  const [figure, another] = findFigures(words);
  return figure && !another && figure.start === 0 && figure.end === words.length ? figure.quantity : undefined;
}

/** The whole message; undefined when it is no such thing, or nothing recorded is that figure. */
export function readSwap(
  text: string,
  { outline, facts }: { outline: Outline; facts: Facts },
  asked: Asked | null,
): { facts: ReadFact[]; asks: Ask[] } | undefined {
  const said = text.trim().replace(/[。！!\s]+$/u, '');
  const [, before = '', after = ''] = swap.exec(said) ?? [];
  const [old, now] = [wholeFigure(before.trim()), wholeFigure(after.trim())];
  if (!old || !now) return undefined;
  const held = Object.values(facts).flatMap(({ slot, value, derived }) => {
    if (derived || value.type !== 'figure' || value.quantity.amount !== old.amount || !slotOf(outline, slot)) return [];
    if (old.unit !== '' && old.unit !== value.quantity.unit) return [];
    if (now.unit !== '' && now.unit !== value.quantity.unit) return [];
    return [{ slot, was: value.quantity }];
  });
  const [only, another] = held;
  if (!only) return undefined;
  // A value still in dispute is that figure too.
  const disputed = (asked?.type === 'asks' ? asked.asks : []).flatMap((ask) =>
    (ask.type === 'conflict' || ask.type === 'confirm_value') &&
    ask.value.type === 'figure' &&
    ask.value.quantity.amount === old.amount &&
    !held.some(({ slot }) => slot === ask.slot)
      ? [ask.slot]
      : [],
  );
  const { was } = only;
  const quantity: Quantity = {
    ...now,
    unit: was.unit,
    scale: now.scale === '' && now.unit === '' ? was.scale : now.scale,
    ...(was.direction !== undefined && now.direction === undefined ? { direction: was.direction } : {}),
  };
  const slots = [...held.map(({ slot }) => slot), ...disputed];
  if (another || disputed.length > 0)
    return { facts: [], asks: [{ type: 'which_slot', quantity, words: said, slots }] };
  return { facts: [{ slot: only.slot, value: { type: 'figure', quantity }, words: said, correction: true }], asks: [] };
}
