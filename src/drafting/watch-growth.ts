// What a model has written so far, for people to look at while it writes. Unproved: must never be kept or taken for a draft.
import type { Ask } from '../model/port.ts';
import { sectionsSoFar } from '../model/sections-so-far.ts';
import type { Section } from '../report/outline.ts';
import { parseTokens, wholeTokens, writeTokens } from '../report/token.ts';
import { hideFiguresInDraft } from './figure-guard.ts';
import { mendText } from './mend-text.ts';
import { offeredSlots } from './offer.ts';
import type { DraftRequest } from './port.ts';

/** Braces that are no token would pass for words once figures are hidden. */
function withoutBroken(text: string): string {
  const pieces = parseTokens(text).map((piece) => (piece.type === 'malformed' ? { ...piece, text: '……' } : piece));
  return writeTokens(pieces);
}

/** To be spread over the asking. A figure that the model smuggled in stands as ⟦…⟧. */
export function watchGrowth(
  { onText, outline, facts }: DraftRequest,
  sections: Section[],
): Pick<Ask<unknown>, 'onText'> {
  if (!onText) return {};
  const ids = sections.map(({ id }) => id);
  const mended = (section: Section, text: string): string => {
    const tokens = new Set(['year', ...offeredSlots(section, outline, facts).map(({ slot }) => slot.id)]);
    return hideFiguresInDraft(withoutBroken(wholeTokens(mendText(wholeTokens(text), section, tokens))));
  };
  const read = (soFar: string): Record<string, string> =>
    Object.fromEntries(
      sectionsSoFar(soFar).flatMap(({ id, text }) => {
        const section = sections.find((one) => one.id === id.trim());
        return section && text.trim() !== '' ? [[section.id, mended(section, text)]] : [];
      }),
    );
  // Read only when it is shown: a chapter comes in a thousand pieces.
  return { onText: (soFar) => onText(ids, () => read(soFar)) };
}
