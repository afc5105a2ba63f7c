// Literal edits: what people see afterwards is exactly what they asked for, and every token outside the edit is still there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splice, takeText } from '../../src/report/edit-text.ts';
import type { Fact, Facts } from '../../src/report/fact.ts';
import { findWords } from '../../src/report/find-words.ts';
import { type EditContext, shownText } from '../../src/report/lay-out.ts';
import { escapeBraces, parseTokens, tokensIn, writeTokens } from '../../src/report/token.ts';
import { party, quantity, wang } from '../conversation/fixture.ts';

const seed = 41;
const source = { by: wang, at: 0, event: 'om_1', words: '' };
const figure = (slot: string, amount: string, unit: string): Fact => ({
  slot,
  source,
  value: { type: 'figure', quantity: quantity(amount, unit) },
});
const facts: Facts = { studies: figure('studies', '12', '次'), topics: figure('topics', '5', '个') };
const context: EditContext = { outline: party, year: 2023, facts, section: 'c1p1' };
const omitted: EditContext = {
  ...context,
  facts: { ...facts, topics: { ...facts.topics, print: { wish: { type: 'omit' }, by: wang, at: 0 } } as Fact },
};
const text = '全年学习{{studies}}，专题{{topics}}。学得好，学得勤。';

describe('a person’s own braces', () => {
  it('are never tokens, and come out as they went in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '｛', '｝', '␛', 'a', 'studies', '中', 'c') }),
        (words) => {
          const pieces = parseTokens(escapeBraces(words));
          expect(pieces.map((piece) => (piece.type === 'text' ? piece.text : '?')).join('')).toBe(words);
          expect(writeTokens(pieces)).toBe(escapeBraces(words));
        },
      ),
      { seed },
    );
  });
});

describe('finding', () => {
  it('goes by what people see, across tokens, exactly first and then whatever the width of marks', () => {
    const shown = shownText(text, context);
    expect(shown).toBe('全年学习12次，专题5个。学得好，学得勤。');
    expect(findWords(shown, '12次，专题')).toEqual([{ start: 4, end: 10 }]);
    expect(findWords(shown, '12次,专 题')).toEqual([{ start: 4, end: 10 }]);
    expect(findWords(shown, '学得')).toHaveLength(2);
    expect(findWords(shown, '')).toEqual([]);
  });
});

describe('splicing', () => {
  it('gives exactly the words asked for, wherever it is done', () => {
    const shown = shownText(text, context);
    const put = fc.string({
      unit: fc.constantFrom('学', '，', '。', '12次', '5个', '{{studies}}', '7', '“', '深入'),
      minLength: 1,
      maxLength: 6,
    });
    const at = fc.integer({ min: 0, max: shown.length });
    fc.assert(
      fc.property(at, at, put, (one, two, words) => {
        const place = { start: Math.min(one, two), end: Math.max(one, two) };
        const edited = splice(text, context, place, words);
        expect(shownText(edited.text, context)).toBe(shown.slice(0, place.start) + words + shown.slice(place.end));
        const outside = tokenPlaces(shown).filter(({ start, end }) => end <= place.start || start >= place.end);
        for (const { slot } of outside) expect(tokensIn(edited.text)).toContain(slot);
      }),
      { seed, numRuns: 500 },
    );
  });
  it('keeps what is left out on purpose where the same words are found beside it', () => {
    expect(shownText(text, omitted)).toBe('全年学习12次。学得好，学得勤。');
    expect(splice(text, omitted, { start: 8, end: 11 }, '学得深').text).toBe(
      '全年学习{{studies}}，专题{{topics}}。学得深，学得勤。',
    );
  });
  it('names the slot whose token became words, and the figure typed in its place', () => {
    const edited = splice(text, context, { start: 4, end: 7 }, '13次');
    expect(edited).toMatchObject({ words: ['studies'], typed: [{ text: '13次', slot: 'studies', same: false }] });
    expect(splice(text, context, { start: 0, end: 7 }, '共学12次')).toMatchObject({ untold: [], typed: [] });
  });
  it('mends marks only where words were taken out', () => {
    const cut = (words: string): string => {
      const [place] = findWords(shownText(text, context), words);
      return splice(text, context, place ?? { start: 0, end: 0 }, '').text;
    };
    expect(cut('学得好')).toBe('全年学习{{studies}}，专题{{topics}}。学得勤。');
    expect(cut('学得勤')).toBe('全年学习{{studies}}，专题{{topics}}。学得好。');
    expect(cut('专题5个')).toBe('全年学习{{studies}}。学得好，学得勤。');
  });
});

describe('a text handed over', () => {
  it('holds tokens only for figures printed just as recorded, each once', () => {
    const put = '学习12次，又学12次，设5项专题、5个课题，共17场。';
    const edited = takeText(text, context, put);
    expect(shownText(edited.text, context)).toBe(put);
    expect(tokensIn(edited.text)).toEqual(['studies', 'topics']);
    expect(edited.typed.map((one) => [one.text, one.same])).toContainEqual(['17场', false]);
  });
});

function tokenPlaces(shown: string): { slot: string; start: number; end: number }[] {
  return [
    { slot: 'studies', words: '12次' },
    { slot: 'topics', words: '5个' },
  ].map(({ slot, words }) => ({ slot, start: shown.indexOf(words), end: shown.indexOf(words) + words.length }));
}
