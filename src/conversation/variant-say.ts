// How a figure is said in a speech: rounded only where somebody asks, by forms proved true of the exact value, which stays in the record.
import { formatQuantity, type Quantity, spokenQuantity } from '../figures/index.ts';
import type { Wish } from '../report/fact.ts';
import type { Slot } from '../report/outline.ts';
import { fulfil } from '../report/print-wish.ts';
import { tokensIn } from '../report/token.ts';
import type { Variant } from '../report/variant.ts';
import { choiceCard } from './cards/choice-card.ts';
import { refuse } from './toast.ts';
import { remember, type Scene, say, showCard } from './turn.ts';
import { textsOf } from './variant-make.ts';
import { variantWords } from './variant-wording.ts';

/** 近九百 is said of what is at most this far below. */
const CLOSE = 0.03;

/** The forms a figure may be said in: to the whole, near the next round number, a little over the last. */
export function spokenForms(quantity: Quantity): { wish: Wish; said: string }[] {
  if (quantity.approximation !== '' || quantity.to !== undefined || quantity.denominator !== undefined) return [];
  const { direction: _, ...bare } = quantity;
  const [whole = ''] = bare.amount.split('.');
  const step = 10 ** Math.max(0, whole.length - 1);
  const up = Math.ceil(Number(bare.amount) / step) * step;
  const close = up > Number(bare.amount) && (up - Number(bare.amount)) / up <= CLOSE;
  const wishes: Wish[] = [
    { type: 'places', places: 0 },
    ...(close
      ? [{ type: 'form' as const, quantity: { ...bare, amount: String(up), approximation: '近' } }]
      : [{ type: 'about' as const }]),
  ];
  const exact = spokenQuantity(bare);
  const forms = wishes.flatMap((wish) => {
    const form = fulfil(wish, bare);
    const said = form.type === 'print' && form.quantity ? spokenQuantity(form.quantity) : exact;
    return said === exact ? [] : [{ wish, said }];
  });
  return forms.filter(({ said }, at) => forms.findIndex((one) => one.said === said) === at);
}

export function askRounding(scene: Scene, words: string): undefined {
  const { turn, report } = scene;
  const variant = report.variants?.findLast(({ kind }) => kind === 'speech');
  if (!variant) return say(turn, variantWords.noSpeech);
  const slot = slotMeant(scene, variant, words);
  const value = slot && report.facts[slot.id]?.value;
  if (!slot || value?.type !== 'figure') return say(turn, variantWords.whichRound);
  const exact = formatQuantity(value.quantity);
  const forms = spokenForms(value.quantity);
  if (forms.length === 0) return say(turn, variantWords.notRounded(slot.label, exact));
  const at = { action: 'variant_round', report: report.id, variant: variant.id, slot: slot.id };
  showCard(
    turn,
    choiceCard(variantWords.roundTitle, variantWords.round(slot.label, exact), [
      ...forms.map(({ said }, nth) => ({ text: said, value: { ...at, wish: nth } })),
      { text: variantWords.exact(spokenQuantity(value.quantity)), value: { ...at, wish: -1 } },
    ]),
  );
}

/** Of the figures this speech tells, the one these words name best; a rate only where they say so. */
function slotMeant({ outline, turn, report }: Scene, { sections }: Variant, words: string): Slot | undefined {
  const told = new Set(Object.values(textsOf({ turn, report, outline }, sections)).flatMap(tokensIn));
  const rate = /增幅|增长|占比|比例|率/u.test(words);
  const fits = ({ id, type, label, keywords, growth_of }: Slot): number => {
    if (type !== 'figure' || !told.has(id) || (growth_of !== undefined) !== rate) return 0;
    if (label === words) return 4;
    if (keywords.includes(words)) return 3;
    return label.includes(words) ? 2 : keywords.some((one) => one.includes(words) || words.includes(one)) ? 1 : 0;
  };
  const rated = outline.slots.map((slot) => ({ slot, fit: fits(slot) })).filter(({ fit }) => fit > 0);
  return rated.toSorted((a, b) => b.fit - a.fit || a.slot.label.length - b.slot.label.length)[0]?.slot;
}

export function roundTo(scene: Scene, variant: Variant, slot: string, nth: unknown): undefined {
  const { turn, report, outline } = scene;
  const value = report.facts[slot]?.value;
  const label = outline.slots.find(({ id }) => id === slot)?.label;
  if (value?.type !== 'figure' || label === undefined || typeof nth !== 'number')
    return refuse(turn, variantWords.gone);
  const form = nth < 0 ? undefined : spokenForms(value.quantity)[nth];
  if (nth >= 0 && !form) return refuse(turn, variantWords.gone);
  const { [slot]: _, ...others } = variant.spoken ?? {};
  const spoken = form ? { ...others, [slot]: form.wish } : others;
  const said = form?.said ?? spokenQuantity(value.quantity);
  change(scene, { ...variant, spoken }, variantWords.roundStep(label, said));
  say(turn, variantWords.rounded(label, said));
}

/** “一是二是”别太多 */
export function unmark(scene: Scene): undefined {
  const { turn, report } = scene;
  const variant = report.variants?.findLast(({ kind }) => kind === 'speech');
  if (!variant) return say(turn, variantWords.noSpeech);
  change(scene, { ...variant, unmarked: true }, variantWords.unmarkedStep);
  say(turn, variantWords.unmarked);
}

/** Its texts stay; only how they are said is another. */
function change(scene: Scene, variant: Variant, what: string): undefined {
  const { report } = scene;
  const before = report.variants?.find((one) => one.id === variant.id) ?? null;
  remember(scene, { what, changes: [{ type: 'variant', id: variant.id, before }] });
  report.variants = (report.variants ?? []).map((one) => (one === before ? variant : one));
}
