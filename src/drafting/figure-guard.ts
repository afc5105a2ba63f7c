// Keeps figures from the model: hides them in what a person wrote, and says whether a text still holds one.
import { maskText } from '../figures/index.ts';
import { hiddenFigure } from '../report/telling.ts';

/** What is ours in a value: tokens, and the headings over sections. Their names may hold digits. */
const ours = /\{\{[a-z][a-z0-9_]*(?:\.\d{1,2}(?:\/\d{1,2}\.[0-9a-z]+)?)?(?:\}\}|：)|小节 [a-z][a-z0-9_]*/gu;

/** An item in a writer's words: its head is ours, its words are not, but for the figures left hidden in them. */
const telling = /(\{\{[a-z][a-z0-9_]*\.\d{1,2})(?:\/\d{1,2}\.[0-9a-z]+)?(：)([^{}｛｝\n]*)(\}\})/gu;

/** Stands for a token or a mask while the words around it are read: no numeral and no word joins on to it. */
const blank = '\ufffc';

/** A person's words as a model may see them: figures become ⟦1:次⟧, and their own ⟦…⟧ or {{…}} cannot pass for ours. */
export function hideFigures(text: string): string {
  return maskText(text).text;
}

/** The same for a section's text, in which {{slot}} is ours and stays. */
export function hideFiguresInDraft(text: string): string {
  const kept: string[] = [];
  const keep = (found: string): string => {
    kept.push(found);
    return blank;
  };
  const aside = text
    .replaceAll(blank, '')
    .replace(new RegExp(`${telling.source}|${ours.source}`, 'gu'), (found, head, colon, words, end) =>
      head === undefined
        ? keep(found.replace(/\/\d{1,2}\.[0-9a-z]+(?=\}\}$)/u, ''))
        : keep(head + colon) + words.replace(hiddenFigure, (_: string, id: string) => keep(`⟦${id}⟧`)) + keep(end),
    );
  return maskText(aside).text.replaceAll(blank, () => kept.shift() ?? '');
}

/**
 * What in a value that is about to be sent still looks like a figure, as its mask (`⟦1:次⟧`: kind and unit, no amount);
 * undefined when nothing does. For the model client's last guard.
 */
export function figureIn(text: string): string | undefined {
  return maskText(text.replace(/⟦[^⟦⟧]*⟧/gu, blank).replace(ours, blank)).masks[0]?.label;
}
