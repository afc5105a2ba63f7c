// 廉洁谈话比去年多了12人次, where last year's is known: this year's is worked out and asked about, never recorded unasked.
import { addQuantities, findFigures, sameQuantity, subtractQuantities } from '../figures/index.ts';
import type { FactValue } from '../report/fact.ts';
import type { Slot } from '../report/outline.ts';
import type { Ask } from './command.ts';
import { earlierReport } from './last-year.ts';
import { pastWords } from './past-wording.ts';
import { namedIn } from './spoken-topic.ts';
import type { Scene } from './turn.ts';
import { showValue } from './value.ts';

const differs = /比(?:去年|上年|上一年)(?:同期)?(?:还|又)?(多|增加|增|少|减少|减)了?$/u;

/** The same ask where there is nothing to reckon with. */
export function fromLastYear(scene: Scene, ask: Ask): Ask {
  if (ask.type !== 'unplaced' && ask.type !== 'which_slot') return ask;
  const figure = findFigures(ask.words).find((one) =>
    sameQuantity({ ...one.quantity, direction: ask.quantity.direction } as typeof ask.quantity, ask.quantity),
  );
  const said = figure && differs.exec(ask.words.slice(0, figure.start));
  if (!figure || !said) return ask;
  const clause =
    ask.words
      .slice(0, said.index)
      .split(/[，,。；;\n]/u)
      .at(-1) ?? '';
  const [slot, another] = namedIn(clause, scene.outline.slots).filter(({ type }) => type === 'figure');
  const last = slot && lastYearOf(scene, slot);
  if (!slot || another || last?.type !== 'figure') return ask;
  const { direction: _, ...more } = figure.quantity;
  const less = /少|减/u.test(said[1] ?? '');
  const quantity = less ? subtractQuantities(last.quantity, more) : addQuantities(last.quantity, more);
  if (!quantity) return ask;
  const reason = pastWords.reckoned(showValue(last), less ? '－' : '＋', showValue({ type: 'figure', quantity: more }));
  return { type: 'confirm_value', slot: slot.id, value: { type: 'figure', quantity }, words: ask.words, reason };
}

function lastYearOf(scene: Scene, slot: Slot): FactValue | undefined {
  return earlierReport(scene)?.facts[slot.id]?.value ?? scene.report.reference?.values[slot.id];
}
