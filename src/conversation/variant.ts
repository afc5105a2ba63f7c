// Other texts asked for: made, chosen for, handed over. The report's own texts and facts are never touched.

import { slotOf } from '../report/outline.ts';
import { tokensIn } from '../report/token.ts';
import type { Variant } from '../report/variant.ts';
import { isRefused } from './access.ts';
import { type Told, variantCard } from './cards/variant-card.ts';
import { refuse } from './toast.ts';
import { activeScene, emit, remember, type Scene, say, showCard, type Turn } from './turn.ts';
import { cut, showValue } from './value.ts';
import { renew, sendVariant } from './variant-file.ts';
import { charactersOf, headsOf, minutesOf, nameOfVariant, PER_MINUTE, remake, textsOf } from './variant-make.ts';
import type { NamedText } from './variant-plain.ts';
import { askRounding, roundTo, unmark } from './variant-say.ts';
import { variantWords } from './variant-wording.ts';
import { type VariantWish, variantWishes } from './variant-words.ts';
import { countCharacters, documentOf } from './view.ts';

const KEPT = 6;

/** False when the message asks for nothing of the kind. */
export function takeVariants(turn: Turn, text: string): boolean {
  const scene = activeScene(turn);
  const wishes = scene ? variantWishes(text) : [];
  if (!scene || wishes.length === 0) return false;
  const drafted = Object.keys(scene.report.sections).length > 0;
  const known = (scene.report.variants ?? []).length > 0 || wishes.some(isForSpeech);
  // Without another text 都出 and 四舍五入 are about something else.
  if (!known && wishes.every(({ type }) => type !== 'make' && type !== 'send')) return false;
  if (isRefused(scene)) return true;
  if (!drafted) {
    say(turn, variantWords.nothingDrafted);
    return true;
  }
  for (const wish of wishes) takeWish(scene, wish);
  return true;
}

const isForSpeech = (wish: VariantWish): boolean => wish.type === 'renew' && wish.only === 'speech';

function takeWish(scene: Scene, wish: VariantWish): undefined {
  switch (wish.type) {
    case 'make':
      return make(scene, wish);
    case 'send':
      return sendAgain(scene, wish.text);
    case 'round':
      return askRounding(scene, wish.words);
    case 'unmark':
      return unmark(scene);
    case 'renew':
      if (isForSpeech(wish) && !scene.report.variants?.some(({ kind }) => kind === 'speech'))
        return make(scene, { type: 'make', kind: 'speech' });
      return renew(scene, wish.only ?? 'all');
  }
}

/** Made before, its file; else it is made. */
function sendAgain(scene: Scene, text: NamedText): undefined {
  const { report } = scene;
  const meant = (report.variants ?? []).findLast((one) =>
    text.kind === 'short'
      ? one.kind === 'short' && one.characters === text.characters
      : one.kind === 'speech' &&
        (text.minutes === undefined || text.minutes === one.minutes || text.minutes === minutesOf(scene, one)),
  );
  return meant ? sendVariant(scene, meant) : make(scene, { type: 'make', ...text });
}

function make(scene: Scene, wish: Extract<VariantWish, { type: 'make' }>): undefined {
  const { turn, report } = scene;
  const minutes = wish.kind === 'speech' ? (wish.minutes ?? report.task?.minutes) : undefined;
  if (wish.kind === 'speech' && minutes === undefined) return say(turn, variantWords.howLong);
  const characters = wish.kind === 'short' ? wish.characters : (minutes ?? 1) * PER_MINUTE;
  const number = Math.max(0, ...(report.variants ?? []).map((one) => Number(one.id.slice(1)) || 0)) + 1;
  // Asked for once more it is the same text, with what was chosen for it.
  const before = report.variants?.find((one) => one.kind === wish.kind && one.characters === characters);
  const wanted: Variant = before ?? {
    id: `v${number}`,
    kind: wish.kind,
    characters,
    ...(minutes === undefined ? {} : { minutes }),
    keep: [],
    drop: [],
    sections: {},
    madeFrom: {},
    omitted: [],
  };
  const made = remake(scene, wanted);
  put(scene, made, variantWords.step(nameOfVariant(made)));
  made.card = showCard(turn, cardOf(scene, made));
}

/** The variant takes its place among the report's; one step to undo. */
function put({ turn, report, outline }: Scene, variant: Variant, what: string): undefined {
  const all = report.variants ?? [];
  const before = all.find((one) => one.id === variant.id) ?? null;
  remember({ turn, report, outline }, { what, changes: [{ type: 'variant', id: variant.id, before }] });
  report.variants = before ? all.map((one) => (one === before ? variant : one)) : [...all, variant].slice(-KEPT);
}

function cardOf(scene: Scene, variant: Variant) {
  const { outline, report } = scene;
  const texts = textsOf(scene, variant.sections);
  const still = new Set(Object.values(texts).flatMap(tokensIn));
  const show = (slot: string): Told[] => {
    const value = report.facts[slot]?.value;
    const own = slotOf(outline, slot);
    if (!own || !value || value.type === 'omitted') return [];
    return [{ slot, text: `${own.label} ${cut(showValue(value), 16)}`, figure: value.type === 'figure' }];
  };
  const told = outline.slots.filter(({ id }) => still.has(id)).flatMap(({ id }) => show(id));
  const omitted = variant.omitted.flatMap(show);
  const whole = countCharacters(documentOf(scene));
  const characters = charactersOf(scene, variant);
  const figures = (some: Told[]): number => some.filter(({ figure }) => figure).length;
  const { kind } = variant;
  const over = characters - variant.characters;
  const said = [
    kind === 'speech'
      ? variantWords.madeSpeech(whole, characters, minutesOf(scene, variant))
      : variantWords.made(whole, characters),
    omitted.length === 0 ? variantWords.allKept(figures(told)) : variantWords.counts(figures(told), figures(omitted)),
    over > variant.characters * 0.05 ? variantWords.tooLong(over) : '',
    omitted.length === 0 && whole < variant.characters * 0.95 ? variantWords.tooShort(variant.characters) : '',
  ];
  return variantCard(variant, { report: report.id, name: nameOfVariant(variant), said, told, omitted });
}

/** A press on a card of another text. False for any other. */
export function pressVariant(scene: Scene, action: string, value: Record<string, unknown>): boolean {
  if (!action.startsWith('variant_')) return false;
  const { turn, report, outline } = scene;
  if (isRefused(scene)) return true;
  if (action === 'variant_speech') {
    make(scene, { type: 'make', kind: 'speech' });
    return true;
  }
  if (action === 'variant_renew') {
    renew(scene, typeof value.which === 'string' ? value.which : 'all');
    return true;
  }
  const variant = report.variants?.find((one) => one.id === value.variant);
  const slot = typeof value.slot === 'string' ? value.slot : '';
  if (!variant) {
    refuse(turn, variantWords.gone);
    return true;
  }
  if (action === 'variant_send') sendVariant(scene, variant);
  else if (action === 'variant_ledger') sendVariant(scene, variant, 'ledger');
  else if (action === 'variant_round') roundTo(scene, variant, slot, value.wish);
  else if (action === 'variant_all') {
    const all = [...new Set(Object.values(textsOf(scene, headsOf(report))).flatMap(tokensIn))].filter(
      (id) => id !== 'year',
    );
    chosen(scene, { ...variant, keep: all, drop: [] }, variantWords.keepAllStep(nameOfVariant(variant)));
  } else {
    const kept = action === 'variant_keep';
    const others = (some: string[]): string[] => some.filter((one) => one !== slot);
    const [keep, drop] = kept
      ? [[...others(variant.keep), slot], others(variant.drop)]
      : [others(variant.keep), [...others(variant.drop), slot]];
    const label = slotOf(outline, slot)?.label;
    if (label === undefined) refuse(turn, variantWords.gone);
    else chosen(scene, { ...variant, keep, drop }, variantWords.chooseStep(nameOfVariant(variant), label, kept));
  }
  return true;
}

function chosen(scene: Scene, variant: Variant, what: string): undefined {
  const made = remake(scene, variant);
  put(scene, made, what);
  const card = cardOf(scene, made);
  if (made.card === undefined) made.card = showCard(scene.turn, card);
  else emit(scene.turn, { type: 'update_card', chat: scene.turn.state.chat.id, of: made.card, card });
}
