// What can be said now, at most six lines, with examples from this report's own open slots. Changes nothing.
import type { Slot } from '../report/outline.ts';
import { helpWords } from './help-wording.ts';
import { isAskedFor, missingSlots, partsOf, titleOf } from './plan.ts';
import { openQuestions } from './question.ts';
import { supplyWords } from './supply-wording.ts';
import type { Scene } from './turn.ts';
import { showPerson } from './value.ts';

const LINES = 6;

export function helpLines(scene: Scene): string[] {
  const { report, outline, turn } = scene;
  const facts = Object.values(report.facts).filter((fact) => fact.value.type !== 'omitted' && !fact.derived);
  const missing = missingSlots(outline, report.facts);
  const examples = examplesOf(missing);
  const open = openQuestions(scene).flatMap(({ items }) => items.filter((item) => !item.answer)).length;
  const first = open > 0 ? [helpWords.openQuestions(open)] : [];
  if (turn.state.chat.type === 'group')
    return [...first, helpWords.group(examples), helpWords.groupOwner(showPerson(report.owner)), supplyWords.help];
  const chapters = partsOf(outline).slice(1, -1);
  const part = chapters[0]?.name ?? '开头';
  const drafted = partsOf(outline).find((one) => one.sections.some(({ id }) => report.sections[id]));
  const place = placeIn(scene);
  if (drafted && report.delivered !== undefined && missing.length === 0)
    return [
      helpWords.delivered(titleOf(report)),
      ...first,
      helpWords.afterwards(place),
      helpWords.literal(part),
      helpWords.look,
      helpWords.nextYear(report.year),
    ].slice(0, LINES);
  if (drafted)
    return [
      ...first,
      helpWords.rewrite(place),
      helpWords.literal(part),
      helpWords.missing(missing.length, examples),
      helpWords.handOut,
    ];
  const started = facts.length === 0;
  const known = outline.slots.find((slot) => slot.type === 'figure' && facts.some((fact) => fact.slot === slot.id));
  if (started)
    return [...first, helpWords.tell(examples), helpWords.whatToGive(part), helpWords.notice, helpWords.lookFirst];
  return [
    ...first,
    helpWords.missing(missing.length, examples),
    ...(known ? [helpWords.correct(nameOf(known), amountFor(known))] : []),
    helpWords.look,
    supplyWords.help,
    helpWords.draft(part),
  ].slice(0, LINES);
}

/** A place to rewrite: the first point that has a text, else the first chapter. */
function placeIn({ report, outline }: Scene): string {
  for (const part of partsOf(outline)) {
    const points = part.sections.filter((one) => one.kind === 'point');
    const at = points.findIndex((one) => report.sections[one.id]);
    if (at >= 0) return `${part.name}第${at + 1}点`;
  }
  return partsOf(outline)[1]?.name ?? '开头';
}

/** Two figures one could be told. */
function examplesOf(missing: Slot[]): string[] {
  const figures = missing.filter((slot) => slot.type === 'figure' && isAskedFor(slot) && slot.growth_of === undefined);
  return figures.slice(0, 2).map((slot) => helpWords.example(nameOf(slot), amountFor(slot)));
}

/** 集体学习 for 集体学习次数, where it is called so. */
function nameOf({ label, keywords }: Slot): string {
  const short = label.replace(/(?:次数|人次|场次|户数|件数|数|额)$/u, '');
  return keywords.includes(short) ? short : label;
}

function amountFor({ unit = '', scale = '' }: Slot): string {
  if (unit === '%') return '5.2%';
  return `${scale === '' ? '12' : '12.5'}${scale}${unit}`;
}
