// A chapter's own name over a sentence (监管方面：检查3300家次…) says where in the report it belongs, and narrows nothing. Pure.
import type { Slot } from '../report/outline.ts';
import type { FactContext } from './fact-context.ts';
import { wordsOfAll } from './headings.ts';
import { withoutReporter } from './offices.ts';
import { shiftIn } from './shifts.ts';
import { unexplained } from './unexplained.ts';

const topic = /^[\s，]*(?:\d[.、）)]\s*)?([\p{Script=Han}、]{2,10}?)(?:方面|工作|情况|这块|这一块)的?[:：]/u;

/** The sentence without the topic before it, blanked so that offsets stay; only if all its figures belong to the chapter named. */
export function withoutTopic(spoken: string, slots: Slot[], { outline, year }: FactContext): string {
  const hit = topic.exec(spoken);
  const [all = '', name = ''] = hit ?? [];
  if (!hit || slots.length === 0 || shiftIn(name)) return spoken;
  const chapter = outline.chapters.find((one) =>
    [one.lead, ...one.points].some((section) => section?.id === slots[0]?.section),
  );
  if (!chapter) return spoken;
  const own = [chapter.lead, ...chapter.points].flatMap((section) => (section ? [section.id] : []));
  if (!slots.every((slot) => own.includes(slot.section))) return spoken;
  // 民生方面：支出300亿元: the name of another figure's own kind does narrow
  const figures = outline.slots.filter((slot) => slot.type === 'figure' && !slots.includes(slot));
  if (figures.some((slot) => slot.keywords.some((word) => word.startsWith(name)))) return spoken;
  const lead = outline.slots.filter((slot) => slot.section === chapter.lead?.id && slot.type !== 'figure');
  const words = [chapter, ...chapter.points].map((one) => one.heading).concat(lead.map((slot) => slot.label));
  return unexplained(name, words.join('\n'), year).length === 0 ? spoken.replace(all, '，'.repeat(all.length)) : spoken;
}

const aside = /^[\s，]*(?:在)?([\p{Script=Han}、]{2,8}?)(?:方面|领域|这块|这一块)[，,]/u;

/** 民生方面，支出300亿元: a field named before the sentence that is not this slot's, but another figure's or nobody's. */
export function strangeField(spoken: string, slot: Slot, slots: Slot[], known: string, context: FactContext): string {
  // sums are parted by field; what is counted is not
  const name = slot.unit === '元' ? (aside.exec(withoutReporter(spoken))?.[1] ?? '') : '';
  if (name === '' || unexplained(name, known, context.year).length === 0) return '';
  const { outline, year } = context;
  const figures = outline.slots.filter((one) => one.type === 'figure' && !slots.includes(one));
  const foreign = figures.some((one) => one !== slot && one.keywords.some((word) => word.startsWith(name)));
  return foreign || unexplained(name, wordsOfAll(outline), year).length > 0 ? name : '';
}
