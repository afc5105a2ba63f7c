// How much of a text was said in another one before: sentence by sentence, by the characters in a row they share. Pure; knows no report.

/** Shorter sentences are alike in every report. */
const LEAST = 16;
const ALIKE = 0.8;
const GRAM = 3;

export interface Likeness {
  /** Sentences long enough to be compared. */
  of: number;
  alike: { sentence: string; before: string }[];
}

/** Figures count as what they are: a sentence that only changed its numbers is still the same sentence. */
export function likeness(text: string, before: string): Likeness {
  const olds = sentencesOf(before).map((sentence) => ({ sentence, grams: gramsOf(sentence) }));
  // By a row of characters, those that may be alike at all: every pair compared would take a second.
  const byGram = new Map<string, Set<number>>();
  for (const [at, { grams }] of olds.entries())
    for (const gram of grams.keys()) byGram.set(gram, (byGram.get(gram) ?? new Set()).add(at));
  const sentences = sentencesOf(text);
  const alike = sentences.flatMap((sentence) => {
    const grams = gramsOf(sentence);
    const near = new Set([...grams.keys()].flatMap((gram) => [...(byGram.get(gram) ?? [])]));
    let best = { share: 0, before: '' };
    for (const at of near) {
      const old = olds[at];
      const share = old ? shared(grams, old.grams) : 0;
      if (old && share > best.share) best = { share, before: old.sentence };
    }
    return best.share >= ALIKE ? [{ sentence, before: best.before }] : [];
  });
  return { of: sentences.length, alike };
}

function sentencesOf(text: string): string[] {
  return text
    .split(/[。！？；\n]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => bare(sentence).length >= LEAST);
}

const bare = (sentence: string): string => sentence.replace(/[\p{P}\p{Z}]/gu, '').replace(/\d+/gu, '0');

function gramsOf(sentence: string): Map<string, number> {
  const text = bare(sentence);
  const grams = new Map<string, number>();
  for (let at = 0; at + GRAM <= text.length; at++) {
    const gram = text.slice(at, at + GRAM);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** Dice's coefficient. */
function shared(a: Map<string, number>, b: Map<string, number>): number {
  let common = 0;
  for (const [gram, count] of a) common += Math.min(count, b.get(gram) ?? 0);
  const size = (grams: Map<string, number>) => [...grams.values()].reduce((sum, count) => sum + count, 0);
  return (2 * common) / Math.max(1, size(a) + size(b));
}
