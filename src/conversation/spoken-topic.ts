// 那就60次, said after something else was talked of: about that, not about the question left open before it. Records nothing; asks.
import type { Quantity } from '../figures/index.ts';
import type { Slot } from '../report/outline.ts';
import type { Place } from './open-place.ts';
import { pastWords } from './past-wording.ts';
import { raise } from './raise-question.ts';
import { actorOf, type Scene } from './turn.ts';

/** Later than this one has turned to something else. */
const FRESH_MS = 30 * 60_000;

/** True when the figure was taken for what was spoken of since, and has been asked about. */
export function bySpokenTopic(scene: Scene, [place]: Place[], quantity: Quantity, said: string): boolean {
  const { turn, report, outline } = scene;
  const by = actorOf(turn);
  const spoken = report.materials.findLast(({ source }) => source.by.id === by?.id);
  if (!place || !by || !spoken || turn.event.at - spoken.source.at > FRESH_MS) return false;
  const { source } = place.question;
  if (spoken.source.at <= source.at || spoken.source.event === source.event) return false;
  const named = namedIn(spoken.text, outline.slots).filter((slot) => fits(quantity, slot));
  const ask = place.item.ask;
  if ('slot' in ask && named.some(({ id }) => id === ask.slot)) return false;
  const [topic, another] = named;
  if (!topic) return false;
  const own = { by, at: turn.event.at, event: turn.event.id, words: said };
  if (another) {
    const slots = named.slice(0, 4).map(({ id }) => id);
    raise(scene, [{ type: 'which_slot', quantity, words: said, slots }], [], own);
    return true;
  }
  const whole =
    quantity.unit === ''
      ? { ...quantity, unit: topic.unit ?? '', scale: quantity.scale || (topic.scale ?? '') }
      : quantity;
  const value = { type: 'figure' as const, quantity: whole };
  raise(
    scene,
    [{ type: 'confirm_value', slot: topic.id, value, words: said, reason: pastWords.justSpokenOf(topic.label) }],
    [],
    own,
  );
  return true;
}

const fits = ({ unit }: Quantity, slot: Slot): boolean =>
  slot.type === 'figure' &&
  slot.growth_of === undefined &&
  (unit === '' || [slot.unit, ...(slot.units ?? [])].includes(unit));

/** By label or keyword, of those inside a longer one only that. */
export function namedIn(text: string, slots: Slot[]): Slot[] {
  const hits = slots.flatMap((slot) => {
    const bare = slot.label.replace(/(?:次数|人次|数量|人数|数|额)$/u, '');
    const [name] = [slot.label, bare, ...slot.keywords]
      .filter((one) => [...one].length >= 2 && text.includes(one))
      .sort((a, b) => b.length - a.length);
    return name === undefined ? [] : [{ slot, name }];
  });
  return hits
    .filter(({ name }) => !hits.some((other) => other.name !== name && other.name.includes(name)))
    .map(({ slot }) => slot);
}
