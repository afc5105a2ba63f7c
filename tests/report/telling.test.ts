// Items told in a writer's words: what they print today, whatever has become of the fact since.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, Facts } from '../../src/report/fact.ts';
import type { Outline } from '../../src/report/outline.ts';
import { renderPlain, renderText } from '../../src/report/render.ts';
import { resolveItems, signed } from '../../src/report/telling.ts';
import { parseTokens, tokensIn, wholeTokens, writeTokens } from '../../src/report/token.ts';
import { outline as small } from './small-outline.ts';

const outline: Outline = {
  ...small,
  slots: [
    { id: 'work', type: 'list', label: '做法', question: '做了什么？', keywords: [], section: 'p', required: true },
    { id: 'note', type: 'text', label: '情况', question: '怎样？', keywords: [], section: 'p', required: false },
  ],
};
const factsOf = (values: Record<string, string[] | string>): Facts =>
  Object.fromEntries(
    Object.entries(values).map(([slot, value]): [string, Fact] => [
      slot,
      {
        slot,
        value: typeof value === 'string' ? { type: 'text', text: value } : { type: 'list', items: value },
        source: { by: { id: 'ou_1', name: '' }, at: 0, event: 'om_1', words: '' },
      },
    ]),
  );
const sign = (text: string, facts: Facts): string => writeTokens(signed(parseTokens(text), facts));
const print = (text: string, facts: Facts): string => renderPlain(text, { outline, year: 2024, facts });

const facts = factsOf({ work: ['逐户走访', '开会3次，定了办法', '给老人送饭'] });
const text = sign('{{work.2：先后开会⟦1⟧，定了办法}}；{{work.1：对住户逐户走访}}，也{{work.3}}。', facts);

describe('items in a token', () => {
  it('are read and written back to the letter', () => {
    expect(writeTokens(parseTokens(text))).toBe(text);
    expect(tokensIn(text)).toEqual(['work', 'work', 'work']);
    expect(parseTokens('{{work.2：甲}}')).toEqual([{ type: 'token', slot: 'work', item: 2, words: '甲' }]);
  });

  it.each([
    '{{work.0}}',
    '{{work.}}',
    '{{work.2/3}}',
    '{{work：甲}}',
    '{{work.2：甲{乙}}',
    '{{work.2：甲\n乙}}',
    '{{work.x}}',
  ])('%s is malformed', (broken) => {
    expect(parseTokens(broken).some((piece) => piece.type === 'malformed')).toBe(true);
  });

  it('are held back while they are still growing', () => {
    const growing = '办了{{work.2：先后开会⟦1⟧，定了办法}}';
    for (let end = 2; end < growing.length; end += 1) expect(wholeTokens(growing.slice(0, end))).toBe('办了');
    expect(wholeTokens(growing)).toBe(growing);
  });
});

describe('what they print', () => {
  it('is the writer’s words with the figures of the fact', () => {
    expect(print(text, facts)).toBe('先后开会3次，定了办法；对住户逐户走访，也给老人送饭。');
    const spans = renderText(text, { outline, year: 2024, facts });
    expect(spans.filter((span) => span.from === 'fact').map((span) => span.text)).toEqual(['3次', '给老人送饭']);
  });

  it('is the item as it is said now once it was changed', () => {
    const changed = factsOf({ work: ['逐户走访', '开会5次，办法作废', '给老人送饭'] });
    expect(print(text, changed)).toBe('开会5次，办法作废；对住户逐户走访，也给老人送饭。');
  });

  it('follows its item to another place in the list', () => {
    const moved = factsOf({ work: ['给老人送饭', '逐户走访', '开会3次，定了办法'] });
    expect(print(text, moved)).toBe('先后开会3次，定了办法；对住户逐户走访，也给老人送饭。');
  });

  it('takes in what was added, and lets go what was taken back', () => {
    expect(print(text, factsOf({ work: ['逐户走访', '开会3次，定了办法', '给老人送饭', '修了路'] }))).toBe(
      '先后开会3次，定了办法；对住户逐户走访，也给老人送饭；修了路。',
    );
    expect(print(text, factsOf({ work: ['开会3次，定了办法', '给老人送饭'] }))).toBe(
      '先后开会3次，定了办法；也给老人送饭。',
    );
  });

  it('does not say again what a person told in words of their own', () => {
    const edited = text.replace(/\{\{work\.1[^}]*\}\}/u, '挨家挨户走了一遍');
    expect(print(edited, facts)).toBe('先后开会3次，定了办法；挨家挨户走了一遍，也给老人送饭。');
    expect(print(edited, factsOf({ work: ['逐户走访', '开会3次，定了办法', '给老人送饭', '修了路'] }))).toContain(
      '；修了路',
    );
  });

  it('is one gap when the fact is gone', () => {
    expect(print(text, {})).toBe('〔待补：做法〕。');
  });

  it('is each sentence of a longer story', () => {
    const told = factsOf({ note: '白天上课。晚上回家2趟。' });
    expect(print(sign('他{{note.2：也是晚上回家⟦1⟧}}，{{note.1}}。', told), told)).toBe(
      '他也是晚上回家2趟，白天上课。',
    );
  });

  it('holds every item of today’s list once and no word of one that is gone', () => {
    const pool = ['甲事办了', '乙事办了', '丙事办了', '丁事办了', '戊事办了'];
    const list = fc.uniqueArray(fc.constantFrom(...pool), { minLength: 1 });
    fc.assert(
      fc.property(list, list, fc.boolean(), (before, after, reverse) => {
        const then = factsOf({ work: before });
        const tokens = before.map((_, at) => `{{work.${at + 1}：先后${before[at]}}}`);
        const written = sign(`${(reverse ? tokens.toReversed() : tokens).join('；')}。`, then);
        const now = factsOf({ work: after });
        const printed = print(written, now);
        for (const item of pool) expect(printed.split(item).length - 1).toBe(after.includes(item) ? 1 : 0);
        const prints = resolveItems(parseTokens(written), now).flatMap((piece) => piece.prints ?? []);
        expect(prints.map((one) => one.item).toSorted()).toEqual(after.toSorted());
      }),
      { seed: 20261123 },
    );
  });
});
