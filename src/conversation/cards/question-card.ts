// Questions of one message, each with its choices; answered ones show the answer. Data only; the choices were fixed when asked.
import type { Report } from '../../report/report.ts';
import type { Block, Card } from '../card.ts';
import { titleOf } from '../plan.ts';
import type { Item, Question } from '../state.ts';
import { cut, showPerson } from '../value.ts';
import { words } from '../wording.ts';
import { button, type Offer } from './choice-card.ts';

/** A button's text may be 100 characters; more than this is not read. */
const BUTTON_TEXT = 28;

export function questionCard(question: Question, report: Report): Card {
  const open = question.items.filter((item) => !item.answer);
  const numbered = question.items.length > 1;
  const blocks = question.items.flatMap((item, at) => itemBlocks(question, report, item, at, numbered));
  const conflicts = open.filter((item) => item.ask.type === 'conflict');
  const on = { of: question.id, report: report.id };
  if (conflicts.length > 1) {
    const offers: Offer[] = [
      { text: words.allNew, value: { action: 'choose_all', choice: 1, ...on }, primary: true },
      { text: words.allOld, value: { action: 'choose_all', choice: 2, ...on } },
    ];
    blocks.push({ type: 'divider' }, { type: 'buttons', buttons: offers.map(button) });
  }
  return {
    title: open.length === 0 ? words.questionsDone : words.questionsTitle(open.length),
    subtitle: titleOf(report),
    tone: open.length === 0 ? 'green' : 'orange',
    blocks: question.quote === undefined ? blocks : [quoteBlock(question.quote), ...blocks],
  };
}

/** Whose words, said elsewhere, the card is about. */
export const quoteBlock = (text: string): Block => ({ type: 'text', text, tone: 'muted' });

function itemBlocks(question: Question, report: Report, item: Item, at: number, numbered: boolean): Block[] {
  const text = numbered ? `${at + 1}. ${item.text}` : item.text;
  const { answer } = item;
  if (answer) {
    const picked = item.choices[answer.choice - 1]?.text ?? '';
    return [{ type: 'text', text: words.answered(text, picked, answer.by.name), tone: 'muted' }];
  }
  const offers = item.choices.map(
    (choice, index): Offer => ({
      text: cut(choice.text, BUTTON_TEXT),
      value: { action: 'choose', of: question.id, ask: at, choice: index + 1, report: report.id },
    }),
  );
  const whose = item.ownerOnly ? words.ownerDecides(showPerson(report.owner)) : '';
  return [
    { type: 'text', text: text + whose },
    { type: 'buttons', buttons: offers.map(button) },
  ];
}
