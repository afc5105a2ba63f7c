// 〔改〕: a place to write what one would like to be different, and the wishes heard most. Changes nothing.

import { isRefused } from './access.ts';
import type { Block, Card } from './card.ts';
import { button } from './cards/choice-card.ts';
import { whichSectionCard } from './cards/which-section-card.ts';
import { nameOf, partOf } from './plan.ts';
import { rewriteWords } from './rewrite-wording.ts';
import { sectionsAt } from './spot.ts';
import { type Scene, setLast, showCard } from './turn.ts';
import { words } from './wording.ts';

export function showChange(scene: Scene, place: string): undefined {
  const { turn, outline } = scene;
  if (isRefused(scene)) return;
  setLast(scene, place);
  const part = partOf(outline, place);
  const several = part && part.id === place && sectionsAt(outline, place).length > 1;
  showCard(turn, several ? whichSectionCard(scene, [part], '') : changeCard(scene, place));
}

function changeCard({ outline, report }: Scene, section: string): Card {
  const value = { action: 'rewrite', section, report: report.id };
  const form: Block = {
    type: 'form',
    name: 'change',
    fields: [{ type: 'input', name: 'instruction', label: rewriteWords.changeLabel, multiline: true, required: true }],
    submit: button({ text: words.rewriteIt, value, primary: true }),
  };
  return {
    title: rewriteWords.changeTitle(nameOf(outline, section)),
    tone: 'blue',
    blocks: [{ type: 'text', text: rewriteWords.changeHint, tone: 'muted' }, form],
  };
}
