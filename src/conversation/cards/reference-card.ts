// Last year's report against what is asked this year: how much of it answers to something, what was only its own, the theme to replace. Data only.
import { slotOf } from '../../report/outline.ts';
import type { Reference } from '../../report/report.ts';
import type { Block, Card } from '../card.ts';
import type { FileReading } from '../command.ts';
import { fileWords } from '../file-wording.ts';
import { titleOf } from '../plan.ts';
import type { Scene } from '../turn.ts';
import { cut, showValue } from '../value.ts';
import { button } from './choice-card.ts';
import { pages } from './page.ts';

const THEMES = 3;

export function referenceCard(
  scene: Scene,
  { name, year, values, headings }: Reference,
  old: FileReading['old'],
): Card[] {
  const { report, outline } = scene;
  const known = Object.entries(values).flatMap(([id, value]) => {
    const slot = slotOf(outline, id);
    return slot ? [{ slot, value }] : [];
  });
  const figures = known.filter(({ value }) => value.type === 'figure');
  const themes = known.filter(
    ({ slot, value }) =>
      slot.type === 'name' && /主线|主题|学习教育/u.test(slot.label) && value.type === 'text' && !report.facts[slot.id],
  );
  const blocks: Block[] = [
    { type: 'text', text: fileWords.referenceOnly, bold: true },
    { type: 'text', text: fileWords.referenceCount(year, old.figures, figures.length) },
  ];
  if (themes.length > 0) {
    const shown = themes
      .slice(0, THEMES)
      .map(({ slot, value }) => ({ label: slot.label, value: showValue(value, 40) }));
    blocks.push({ type: 'text', text: fileWords.referenceThemes(shown), tone: 'warn' });
  }
  if (figures.length > 0) {
    const rows = figures.map(({ slot, value }) => ({ label: slot.label, value: showValue(value, 40) }));
    blocks.push({ type: 'fold', title: fileWords.referenceMatched(figures.length), blocks: [{ type: 'rows', rows }] });
  }
  if (old.others.length > 0) {
    const others = old.others.map((one) => cut(one.replace(/\s+/gu, ' '), 60));
    blocks.push({ type: 'text', text: fileWords.referenceOthers(others), tone: 'muted' });
  }
  const card: Card = {
    title: fileWords.referenceTitle(cut(name, 50)),
    subtitle: titleOf(report),
    tone: 'blue',
    blocks,
  };
  if (!headings) return pages(card, []);
  const follow = button({ text: fileWords.followOutline, value: { action: 'file_outline', report: report.id } });
  return pages(card, [
    { type: 'text', text: fileWords.itsOutline(headings) },
    { type: 'buttons', buttons: [follow] },
  ]);
}
