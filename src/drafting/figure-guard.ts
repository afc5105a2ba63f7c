// Keeps figures from the model: hides them in what a person wrote, and says whether a text still holds one.
import { maskText } from './mask-for-now.ts';

/** A mask shows a running number of its own; it is no figure. Neither is a digit in a token's name. */
const notOurs = /⟦[^⟦⟧]*⟧|\{\{[a-z][a-z0-9_]*\}\}/gu;

/** The text as a model may see it. Tokens stay, figures become ⟦1:次⟧. */
export function hideFigures(text: string): string {
  const tokens: string[] = [];
  // Our own tokens step aside, for masking escapes whatever looks like one.
  const aside = text.replace(/\{\{[a-z][a-z0-9_]*\}\}/gu, (token) => {
    tokens.push(token);
    return '\ufffc';
  });
  return maskText(aside).text.replace(/\ufffc/gu, () => tokens.shift() ?? '');
}

/**
 * What in a value that is about to be sent still looks like a figure, as its mask (`⟦1:次⟧`: kind and unit, no amount);
 * undefined when nothing does. For the model client's last guard.
 */
export function figureIn(text: string): string | undefined {
  const bare = text.replace(notOurs, '\ufffc');
  const masked = maskText(bare).text;
  return masked === bare ? undefined : (/⟦[^⟧]*⟧/u.exec(masked)?.[0] ?? '⟦⟧');
}
