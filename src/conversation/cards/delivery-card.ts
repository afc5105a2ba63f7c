// What was handed over: its length against what is demanded, what is open in it, and the other forms it can be had in. Data only.
import { auditWords } from '../audit-wording.ts';
import type { Block, Card } from '../card.ts';
import { cloudWords } from '../cloud-wording.ts';
import type { FileForm } from '../command.ts';
import { deliverWords } from '../deliver-wording.ts';
import { variantWords } from '../variant-wording.ts';
import { button } from './choice-card.ts';
import { pages } from './page.ts';

export interface Delivery {
  report: string;
  title: string;
  /** 定稿 or 送审稿-待补1处. */
  state: string;
  /** Each a paragraph of its own; '' is left out. */
  said: string[];
  /** What must be looked at before it is handed in; '' is left out. */
  open: string[];
  offers: FileForm[];
  /** Whether an audit would show something. */
  audit: boolean;
  /** How long it is to be read out, where the task says so. */
  minutes?: number;
  /** Whether sentences are as they were last year. */
  alike: boolean;
}

export function deliveryCards({ report, title, state, said, open, offers, audit, alike, minutes }: Delivery): Card[] {
  const card: Card = {
    title,
    subtitle: state,
    tone: open.some((words) => words !== '') ? 'orange' : 'green',
    blocks: [...said.flatMap((words) => text(words)), ...open.flatMap(listed)],
  };
  const buttons = offers.map((as) =>
    button({ text: deliverWords.forms[as], value: { action: 'compile', as, report } }),
  );
  buttons.push(button({ text: cloudWords.button, value: { action: 'cloud_document', wish: 'write', report } }));
  if (minutes !== undefined)
    buttons.push(
      button({ text: variantWords.name('speech', 0, minutes), value: { action: 'variant_speech', report } }),
    );
  if (alike) buttons.unshift(button({ text: auditWords.lookAlike, value: { action: 'audit_alike', report } }));
  if (audit) buttons.unshift(button({ text: auditWords.look, value: { action: 'audit', report } }));
  return pages(card, [{ type: 'buttons', buttons }]);
}

function text(words: string, tone: 'plain' | 'warn' = 'plain'): Block[] {
  return words === '' ? [] : [{ type: 'text', text: words, tone }];
}

/** Only its heading stands out: a page of warnings is read by nobody. */
function listed(words: string): Block[] {
  const [heading = '', ...lines] = words.split('\n');
  return [...text(heading, 'warn'), ...text(lines.join('\n'))];
}
