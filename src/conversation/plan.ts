// An outline as people go through it: opening, chapters, closing; what each is called, asks for and still lacks.
import type { Facts } from '../report/fact.ts';
import { inChinese } from '../report/number-in-chinese.ts';
import { type Outline, type Section, type Slot, sectionsOf } from '../report/outline.ts';
import type { Report } from '../report/report.ts';
import { homeless } from '../report/restructure.ts';

/** What is drafted and shown together. */
export interface Part {
  id: string;
  /** 开头, 一、…, 结尾 */
  title: string;
  /** 开头, 第一章, 结尾 */
  name: string;
  sections: Section[];
}

export function partsOf(outline: Outline): Part[] {
  const chapters = outline.chapters.map((chapter, index): Part => {
    const number = inChinese(index + 1);
    return {
      id: chapter.id,
      title: `${number}、${chapter.heading}`,
      name: `第${number}章`,
      sections: chapter.lead ? [chapter.lead, ...chapter.points] : chapter.points,
    };
  });
  const { opening, closing } = outline;
  return [
    { id: opening.id, title: '开头', name: '开头', sections: [opening] },
    ...chapters,
    { id: closing.id, title: '结尾', name: '结尾', sections: [closing] },
  ];
}

/** The part a section belongs to (or that has this id). */
export function partOf(outline: Outline, id: string): Part | undefined {
  return partsOf(outline).find((part) => part.id === id || part.sections.some((section) => section.id === id));
}

/** What a part or section is called in a sentence: 第一章, 第二章第3点“…”. */
export function nameOf(outline: Outline, id: string): string {
  const part = partOf(outline, id);
  const section = sectionsOf(outline).find((one) => one.id === id);
  if (!part || part.id === id || !section) return part?.name ?? id;
  if (section.kind !== 'point') return `${part.name}的引言`;
  const points = part.sections.filter((one) => one.kind === 'point');
  return `${part.name}第${points.indexOf(section) + 1}点“${section.heading}”`;
}

export function slotsUnder(outline: Outline, part: Part): Slot[] {
  const ids = new Set(part.sections.map((section) => section.id));
  return outline.slots.filter((slot) => ids.has(slot.section));
}

/** Not what is only computed with or computed to be looked at: last year's amounts, shares. */
export function isAskedFor(slot: Slot): boolean {
  return slot.last_year_of === undefined && !(slot.derived !== undefined && slot.appears?.length === 0);
}

export function missingSlots(outline: Outline, facts: Facts): Slot[] {
  const open = outline.slots.filter(
    (slot) => slot.required && slot.section !== homeless && !Object.hasOwn(facts, slot.id),
  );
  const order = sectionsOf(outline).map((section) => section.id);
  return open.sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section));
}

/** 2023年度基层党建述职报告 */
export function titleOf(report: Pick<Report, 'year' | 'name'>): string {
  return `${report.year}年度${report.name}`;
}
