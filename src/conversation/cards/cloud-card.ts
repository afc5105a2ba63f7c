// A cloud document's link, and what one can do with it. Data only.
import type { Card } from '../card.ts';
import { cloudWords } from '../cloud-wording.ts';
import { button } from './choice-card.ts';

export function cloudCard(report: string, { title, text, url }: { title: string; text: string; url: string }): Card {
  const asking = (wish: string) => ({ action: 'cloud_document', wish, report });
  return {
    title,
    tone: 'green',
    blocks: [
      { type: 'text', text },
      {
        type: 'buttons',
        buttons: [
          { ...button({ text: cloudWords.open, value: asking('link'), primary: true }), link: url },
          button({ text: cloudWords.takeBack, value: asking('take_back') }),
          button({ text: cloudWords.update, value: asking('write') }),
        ],
      },
    ],
  };
}
