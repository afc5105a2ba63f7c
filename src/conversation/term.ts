// What 我 did in the year of taking office: asked once whether it was before. Reads facts; changes only what was asked about.
import type { Fact } from '../report/fact.ts';
import type { Reporter } from '../report/task.ts';
import type { Item } from './state.ts';
import { taskWords } from './task-wording.ts';
import type { Scene } from './turn.ts';

/** One question about all of them together; none is asked twice. */
export function termItems({ outline, report }: Scene): Item[] {
  const { reporter } = report;
  if (!reporter?.since) return [];
  const known = new Set(report.askedAbout);
  const slots = outline.slots.filter((slot) => {
    const fact = report.facts[slot.id];
    return fact && !known.has(`term/${slot.id}`) && mayPredate(fact, reporter, report.year);
  });
  if (slots.length === 0) return [];
  const ids = slots.map((slot) => slot.id);
  report.askedAbout = [...(report.askedAbout ?? []), ...ids.map((id) => `term/${id}`)];
  const labels = slots.map((slot) => slot.label);
  return [
    {
      ask: { type: 'provenance', field: 'deed', slots: ids, words: '' },
      text: taskWords.askTerm(labels, taskWords.since(reporter.since.year, reporter.since.month)),
      choices: [
        { text: taskWords.afterTerm, deed: { type: 'tell', slots: ids } },
        { text: taskWords.beforeTerm, deed: { type: 'tell', slots: ids, told: { deed: 'predecessor' } } },
      ],
      ownerOnly: false,
    },
  ];
}

/** A deed of 我, in the year of taking office, of a month before it or of no month named: all of the year then. */
export function mayPredate(fact: Fact, { since }: Reporter, year: number): boolean {
  if (!since || since.year !== year || since.month <= 1) return false;
  if (fact.deed !== 'self' || fact.derived || fact.value.type === 'omitted') return false;
  const months = [...`${clauseOf(fact)}${fact.asOf ?? ''}`.matchAll(/(\d{1,2})月/gu)].map((hit) => Number(hit[1]));
  return months.length === 0 || months.some((month) => month < since.month);
}

/** The words kept may tell of other deeds too: only the clause with this figure says when it was. */
function clauseOf({ source, value }: Fact): string {
  if (value.type !== 'figure') return source.words;
  const amount = new RegExp(`(?<![\\d.])${RegExp.escape(value.quantity.amount)}(?![\\d.月])`, 'u');
  return source.words.split(/[，,。；;\n]/u).find((clause) => amount.test(clause)) ?? source.words;
}
