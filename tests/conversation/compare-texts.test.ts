import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../src/conversation/compare-texts.ts';

const shown = (before: string, after: string): string | undefined =>
  compareTexts(before, after)
    ?.map(({ text, mark }) => (mark ? `{${mark === 'gone' ? '-' : '+'}${text}}` : text))
    .join('');

describe('two texts as one', () => {
  it('keeps figures whole', () => {
    expect(shown('全年讲党课12次，走访群众。', '全年讲党课14次，走访群众。')).toBe(
      '全年讲党课{-12}{+14}次，走访群众。',
    );
  });

  it('marks runs one can read, not single signs between changes', () => {
    expect(shown('坚持把理论学习摆在首位，开展研讨。', '坚持把理论学习放在前面，开展研讨。')).toBe(
      '坚持把理论学习{-摆在首位}{+放在前面}，开展研讨。',
    );
  });

  it('marks nothing in texts that have little in common', () => {
    expect(shown('全年讲党课，走访群众。', '意识形态工作抓得实，阵地管得住')).toBeUndefined();
  });

  it('gives back both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('学', '习', '14', '次', '，', '。', '\n', '《甲乙》', 'A', '𠮷', '我'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(''), other.join('')];
        const pieces = compareTexts(before, after);
        if (!pieces) return;
        const without = (mark: string) => pieces.flatMap((piece) => (piece.mark === mark ? [] : [piece.text])).join('');
        expect(without('new')).toBe(before);
        expect(without('gone')).toBe(after);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});
