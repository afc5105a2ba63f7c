// The card in which a draft grows, what it says where no draft came of it, and the card of the whole. Data only.
import type { Card } from '../card.ts';
import { growingWords } from '../growing-wording.ts';
import type { Progress } from '../state.ts';
import { cut } from '../value.ts';
import { button } from './choice-card.ts';

/** The text itself follows below; while it grows, nothing on the card can be pressed. `alone`: no card of the whole says how it goes. */
export function growingCard(title: string, alone: boolean): Card {
  return {
    title,
    subtitle: growingWords.writing,
    tone: 'grey',
    blocks: alone ? [{ type: 'text', text: growingWords.writingHint, tone: 'muted' }] : [],
  };
}

export function endedCard(title: string, why: string): Card {
  return { title, tone: 'grey', blocks: [{ type: 'text', text: why }] };
}

export function progressCard(title: string, { parts, report }: Pick<Progress, 'parts' | 'report'>): Card {
  const over = parts.every(({ outcome }) => outcome);
  const done = parts.filter(({ outcome }) => outcome === 'written' || outcome === 'empty').length;
  const stopped = over && parts.some(({ outcome }) => outcome === 'stopped');
  const subtitle = stopped
    ? growingWords.progressStopped(done, parts.length)
    : over
      ? growingWords.progressOver(parts.length - done)
      : growingWords.progress(done, parts.length);
  const lines = parts.map((part) => growingWords.part(cut(part.title, 60), part.outcome)).join('\n');
  const stop = button({ text: growingWords.stopIt, value: { action: 'stop', report } });
  return {
    title,
    subtitle,
    tone: over ? (done === parts.length ? 'green' : 'orange') : 'blue',
    blocks: [
      { type: 'text', text: lines },
      ...(over
        ? []
        : [
            { type: 'text' as const, text: growingWords.progressHint, tone: 'muted' as const },
            { type: 'buttons' as const, buttons: [stop] },
          ]),
    ],
  };
}
