// Asks which section to rewrite, as a form; the instruction can be refined there. Data only.
import type { Card } from '../card.ts';
import { nameOf, type Part } from '../plan.ts';
import type { Scene } from '../turn.ts';
import { cut } from '../value.ts';
import { words } from '../wording.ts';
import { button } from './choice-card.ts';

export function whichSectionCard({ outline, report }: Scene, parts: Part[], instruction: string): Card {
  const options = parts.flatMap((part) => {
    const points = part.sections.length > 1 ? part.sections : [];
    return [part.id, ...points.map((one) => one.id)].map((id) => ({ text: cut(nameOf(outline, id), 40), value: id }));
  });
  return {
    title: words.whichSection,
    tone: 'blue',
    blocks: [
      {
        type: 'form',
        name: 'which_section',
        fields: [
          { type: 'select', name: 'section', label: words.sectionLabel, options, required: true },
          {
            type: 'input',
            name: 'instruction',
            label: words.instructionLabel,
            initial: cut(instruction, 300),
            multiline: true,
          },
        ],
        submit: button({ text: words.rewriteIt, value: { action: 'rewrite', report: report.id }, primary: true }),
      },
    ],
  };
}
