// Old and new of a rewritten section; the new one stands already. Data only.
import type { Block, Card } from '../card.ts';
import { nameOf, type Part } from '../plan.ts';
import type { Scene } from '../turn.ts';
import { cut } from '../value.ts';
import { textOfPart } from '../view.ts';
import { words } from '../wording.ts';
import { button, type Offer } from './choice-card.ts';

/** Old and new together must fit one card; the whole text is had by asking for it. */
const TEXT_SHOWN = 2800;
const INSTRUCTION_CARRIED = 300;

export interface Comparison {
  before: string;
  instruction: string;
  notes: string[];
}

export function comparisonCard(scene: Scene, part: Part, { before, instruction, notes }: Comparison): Card {
  const { report, outline } = scene;
  const id = part.sections.length === 1 ? (part.sections[0]?.id ?? part.id) : part.id;
  const after = textOfPart(scene, part);
  const on = { report: report.id };
  const again = { action: 'rewrite', section: id, instruction: cut(instruction, INSTRUCTION_CARRIED), ...on };
  const offers: Offer[] = [
    { text: words.undoIt, value: { action: 'undo', step: report.undo.length, ...on } },
    { text: words.onceMore, value: again },
  ];
  const blocks: Block[] = [
    ...(instruction === ''
      ? []
      : [{ type: 'text' as const, text: words.asYouSaid(cut(instruction, 200)), tone: 'muted' as const }]),
    { type: 'text', text: words.newText, bold: true },
    { type: 'text', text: cut(after, TEXT_SHOWN) },
    { type: 'fold', title: words.oldText, blocks: [{ type: 'text', text: cut(before, TEXT_SHOWN), tone: 'muted' }] },
    ...(after === before ? [{ type: 'text' as const, text: words.unchanged, tone: 'warn' as const }] : []),
    ...notes.map((note) => ({ type: 'text' as const, text: cut(note, 300), tone: 'muted' as const })),
    { type: 'buttons', buttons: offers.map(button) },
  ];
  return { title: words.rewritten(nameOf(outline, id)), tone: 'blue', blocks };
}
