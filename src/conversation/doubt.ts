// Figures that can hardly be meant are asked about before they are recorded, together with the message's other questions.

import type { FactValue } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import { changesMuch, doubtAbout } from '../report/plausibility.ts';
import type { Ask, ReadFact } from './command.ts';
import { isAwaited, openChecks } from './settle.ts';
import { provenanceOf } from './told.ts';
import { actorOf, type Scene } from './turn.ts';
import { showValue } from './value.ts';
import { words } from './wording.ts';

/** A figure that was just called for because the old one is wrong may differ as much as it likes. */
export function setDoubtedAside(scene: Scene, facts: ReadFact[]): { sure: ReadFact[]; asks: Ask[] } {
  const asks: Ask[] = [];
  const sure = facts.filter((fact) => {
    const reason = reasonToAsk(scene, fact);
    const { slot, value, words: around } = fact;
    const twice = aboutTwice(value);
    if (reason === '' && twice) {
      const [first, other] = twice;
      const why = words.aboutTwice(showValue(value), showValue(first), showValue(other));
      asks.push({ type: 'confirm_value', slot, value: first, words: around, reason: why, told: provenanceOf(fact) });
      return false;
    }
    if (reason === '') return true;
    asks.push({ type: 'confirm_value', slot, value, words: around, reason, told: provenanceOf(fact) });
    return false;
  });
  return { sure, asks };
}

function reasonToAsk(scene: Scene, { slot: id, value, correction }: ReadFact): string {
  const { outline, report } = scene;
  const slot = slotOf(outline, id);
  if (!slot || value.type !== 'figure') return '';
  const doubt = doubtAbout(slot, value.quantity, outline, report.facts);
  const mine = report.facts[id]?.source.by.id === actorOf(scene.turn)?.id;
  switch (doubt?.type) {
    case undefined: {
      const known = report.facts[id];
      const much = correction && !isCalledFor(scene, id, mine) && changesMuch(slot, value.quantity, report.facts);
      return much && known ? words.changesMuch(showValue(known.value)) : '';
    }
    case 'beyond_whole':
      return words.beyondWhole;
    case 'below_zero':
      return words.belowZero;
    case 'far': {
      const own = doubt.than === id;
      // Without 改成 the two values are put side by side anyway.
      if (own && (!correction || isCalledFor(scene, id, mine))) return '';
      const known = report.facts[doubt.than];
      const label = own ? '' : (slotOf(outline, doubt.than)?.label ?? '');
      return words.farFrom(label, known ? showValue(known.value) : '', doubt.times === 'more');
    }
  }
}

/** A correction of a figure known to be in doubt, because it contradicts another, may differ as much as it likes. */
function isCalledFor(scene: Scene, id: string, mine: boolean): boolean {
  return isAwaited(scene, id, mine) || openChecks(scene).some(({ values }) => values.some(({ slot }) => slot === id));
}

/** 近200余个 says at once that it is less and that it is more: either may be meant. */
function aboutTwice(value: FactValue): [FactValue, FactValue] | undefined {
  if (value.type !== 'figure') return undefined;
  const [, before, inner] = /^(近|将近|接近|不到|不足)(余|多|来)$/u.exec(value.quantity.approximation) ?? [];
  if (before === undefined || inner === undefined) return undefined;
  const about = (approximation: string): FactValue => ({ ...value, quantity: { ...value.quantity, approximation } });
  return [about(before), about(inner)];
}
