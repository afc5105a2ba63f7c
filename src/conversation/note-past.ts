// What was told of the year before: kept to compare with while this year's is asked. Never a fact, never a rival of one.
import { slotOf } from '../report/outline.ts';
import { sayTaken } from './ask-there.ts';
import type { ReadFact } from './command.ts';
import { earlierReport } from './last-year.ts';
import { pastWords } from './past-wording.ts';
import { factOf } from './put-fact.ts';
import { remember, type Scene } from './turn.ts';
import { showValue } from './value.ts';

const NAMED = 6;

export function notePast(scene: Scene, past: ReadFact[]): undefined {
  const { report, outline, turn } = scene;
  const known = past.flatMap((one) => {
    const slot = slotOf(outline, one.slot);
    return slot ? [{ slot, value: one.value }] : [];
  });
  if (known.length === 0) return;
  const before = report.reference ?? null;
  // An earlier report of one's own is what 去年 shows already.
  if (!earlierReport(scene)) {
    const values = Object.fromEntries(known.map(({ slot, value }) => [slot.id, value]));
    report.reference = {
      ...(before ?? { file: '', name: '', year: report.year - 1 }),
      values: { ...before?.values, ...values },
    };
    remember(scene, {
      what: pastWords.step(known.map(({ slot }) => slot.label)),
      changes: [{ type: 'reference', before }],
    });
  }
  const shown = known.slice(0, NAMED).map(({ slot, value }) => `${slot.label}${showValue(value)}`);
  const lacking = known.filter(({ slot }) => !factOf(scene, slot.id)).map(({ slot }) => slot.label);
  sayTaken(turn, pastWords.noted(report.year, shown, known.length, lacking.slice(0, NAMED)));
}
