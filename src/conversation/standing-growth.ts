// An amount put right while the growth told with the old one still stands: whoever put it right is told. Changes nothing.
import { answerSpeaker } from './ask-there.ts';
import type { ReadFact } from './command.ts';
import { factOf } from './put-fact.ts';
import { recordWords } from './record-wording.ts';
import { relayedIn, type Scene, say } from './turn.ts';
import { showValue } from './value.ts';

/** `facts`: as just told; those that were corrections, and no growth told with them. */
export function sayStanding(scene: Scene, facts: ReadFact[]): undefined {
  const { outline, turn } = scene;
  const told = facts.map(({ slot }) => slot);
  const corrected = facts.filter(({ slot, correction }) => correction && factOf(scene, slot)?.earlier);
  for (const { slot } of corrected) {
    const label = outline.slots.find(({ id }) => id === slot)?.label ?? '';
    const growth = outline.slots.find((one) => one.growth_of === slot && !told.includes(one.id));
    const fact = growth && factOf(scene, growth.id);
    if (!growth || fact?.value.type !== 'figure') continue;
    const text = recordWords.growthStands(label, growth.label, showValue(fact.value));
    if (relayedIn(turn)) say(turn, text);
    answerSpeaker(turn, text);
  }
}
