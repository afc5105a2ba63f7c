// Welcome and help: what one can do from here, two or three things. Data only.
import type { Card } from '../card.ts';
import { helpLines } from '../help-lines.ts';
import { titleOf } from '../plan.ts';
import type { Scene, Turn } from '../turn.ts';
import { words } from '../wording.ts';
import { button, type Offer } from './choice-card.ts';

export function welcomeCard(turn: Turn, scene: Scene | null): Card {
  return scene ? helpCard(scene) : firstCard(turn);
}

function firstCard({ context }: Turn): Card {
  const offers = context.catalog.slice(0, 6).map(
    (one, at): Offer => ({
      text: words.writeOne(one.name),
      value: { action: 'start', kind: one.kind },
      primary: at === 0,
    }),
  );
  return {
    title: words.welcomeTitle,
    tone: 'blue',
    blocks: [
      { type: 'text', text: words.welcome },
      { type: 'text', text: words.privacy, tone: 'muted' },
      ...(offers.length === 0 ? [] : [{ type: 'buttons' as const, buttons: offers.map(button) }]),
    ],
  };
}

function helpCard(scene: Scene): Card {
  const { report } = scene;
  const on = { report: report.id };
  const drafted = Object.keys(report.sections).length > 0;
  const offers: Offer[] = [
    { text: words.seeMissing, value: { action: 'show_missing', ...on } },
    drafted
      ? { text: words.exportIt, value: { action: 'compile', ...on }, primary: true }
      : { text: words.draftAll, value: { action: 'draft', section: 'all', ...on }, primary: true },
    { text: words.otherReports, value: { action: 'list_reports' } },
  ];
  return {
    title: words.helpTitle,
    subtitle: titleOf(report),
    tone: 'blue',
    blocks: [
      { type: 'text', text: helpLines(scene).join('\n') },
      { type: 'buttons', buttons: offers.map(button) },
      { type: 'text', text: words.privacy, tone: 'muted' },
    ],
  };
}
