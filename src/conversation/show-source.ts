// 这个数哪来的: who said it, when, in whose words, what stood there before, or how it was computed. Changes nothing.
import { formulaInWords } from '../report/derive.ts';
import type { Fact } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import { showTold } from './told.ts';
import { type Scene, say, sideValue } from './turn.ts';
import { cut, oneLine, sameValue, showSource, showValue } from './value.ts';
import { words } from './wording.ts';

/** `id`: default the slot just asked, else what was recorded last. */
export function showOrigin(scene: Scene, id: string | undefined): undefined {
  const { turn, report, outline } = scene;
  const slot = slotOf(outline, id ?? lastRecorded(scene) ?? '');
  if (!slot) return say(turn, words.whichSource);
  const fact = Object.hasOwn(report.facts, slot.id) ? report.facts[slot.id] : undefined;
  if (!fact) return say(turn, words.notKnown(slot.label));
  const head = words.sourceOf(slot.label, showValue(fact.value, 200) + showTold(fact));
  if (fact.derived) {
    const inputs = fact.derived.map((from) => lineOf(scene, from));
    return say(turn, [head, words.computedBy(formulaInWords(slot, outline), slot.places), ...inputs].join('\n'));
  }
  const before = earlierOf(scene, fact)
    .filter((one, at, all) => !sameValue(one.value, (all[at - 1] ?? fact).value))
    .map(({ value, source, ...told }) =>
      words.earlierValue(showValue(value) + showTold(told), showSource(source), quote(source.words)),
    );
  const lines = [head, words.saidBy(showSource(fact.source), quote(fact.source.words))];
  say(turn, [...lines, ...(before.length === 0 ? [] : [words.earlierTitle, ...before])].join('\n'));
}

const quote = (around: string): string => cut(oneLine(around), 120);

function lineOf({ report, outline }: Scene, id: string): string {
  const fact = report.facts[id];
  const label = slotOf(outline, id)?.label ?? id;
  return fact ? words.factLine(label, showValue(fact.value), showSource(fact.source)) : label;
}

function earlierOf({ turn }: Scene, fact: Fact): Fact[] {
  return (fact.earlier ?? []).flatMap((key) => (sideValue(turn, key) as Fact | undefined) ?? []);
}

function lastRecorded({ turn, report }: Scene): string | undefined {
  const { asked } = turn.state;
  if (asked?.type === 'slot' && asked.report === report.id && Object.hasOwn(report.facts, asked.slot))
    return asked.slot;
  const said = Object.values(report.facts).filter((fact) => !fact.derived && fact.value.type !== 'omitted');
  return said.sort((a, b) => b.source.at - a.source.at)[0]?.slot;
}
