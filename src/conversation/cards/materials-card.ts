// What was given and fits no slot: its words, who gave it and when. Data only.
import type { Card } from '../card.ts';
import { titleOf } from '../plan.ts';
import type { Scene } from '../turn.ts';
import { cut, showSource } from '../value.ts';
import { words } from '../wording.ts';
import { pages } from './page.ts';

export function materialsCard({ report }: Scene): Card[] {
  const lines = report.materials.map(({ text, source }, at) => `${at + 1}. ${cut(text, 300)}（${showSource(source)}）`);
  const card: Card = {
    title: words.materialsTitle(report.materials.length),
    subtitle: titleOf(report),
    tone: 'blue',
    blocks: [{ type: 'text', text: lines.join('\n') }],
  };
  return pages(card, [{ type: 'text', text: words.materialsHint, tone: 'muted' }]);
}
