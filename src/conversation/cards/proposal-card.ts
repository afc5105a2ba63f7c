// Choices about the report itself, each with its buttons until it is answered. Data only.
import type { Block, Card } from '../card.ts';
import type { Proposal } from '../edit-command.ts';
import { cut, showPerson } from '../value.ts';
import { words } from '../wording.ts';
import { button } from './choice-card.ts';

export function proposalCard({ id, report, title, items }: Proposal): Card {
  const open = items.some((item) => !item.answer);
  const blocks = items.flatMap(({ text, choices, answer }, at): Block[] => {
    if (answer) {
      const picked = cut(choices[answer.choice - 1]?.text ?? '', 40);
      return [{ type: 'text', text: words.answered(cut(text, 300), picked, showPerson(answer.by)), tone: 'muted' }];
    }
    const buttons = choices.map((choice, index) =>
      button({
        text: cut(choice.text, 40),
        value: { action: 'propose', report, of: id, item: at, choice: index + 1 },
        primary: index === 0 && choices.length > 1,
      }),
    );
    return [
      { type: 'text', text: cut(text, 300) },
      { type: 'buttons', buttons },
    ];
  });
  return { title, tone: open ? 'blue' : 'green', blocks };
}
