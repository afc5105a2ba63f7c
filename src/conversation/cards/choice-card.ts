// A short question with a few buttons: which kind, which year, are you sure. Data only.
import type { Button, Card, CardValue } from '../card.ts';

export interface Offer {
  text: string;
  value: CardValue;
  primary?: boolean;
  danger?: boolean;
}

export function choiceCard(title: string, text: string, offers: Offer[]): Card {
  const danger = offers.some((offer) => offer.danger);
  return {
    title,
    tone: danger ? 'orange' : 'blue',
    blocks: [
      ...(text === '' ? [] : [{ type: 'text' as const, text }]),
      { type: 'buttons', buttons: offers.map(button) },
    ],
  };
}

export function button({ text, value, primary, danger }: Offer): Button {
  return { text, style: danger ? 'danger' : primary ? 'primary' : 'default', value };
}
