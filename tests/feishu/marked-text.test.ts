import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCards } from '../../src/feishu/card.ts';
import { checkCard } from '../../src/feishu/check-card.ts';
import { isMarkedText, markedElements } from '../../src/feishu/marked-text.ts';

const contents = (pieces: Parameters<typeof markedElements>[0], max = 1500): string[] =>
  markedElements(pieces, max).map((one) => String(one.content));

describe('a compared text as markdown', () => {
  it('strikes through what is gone and makes bold what is new', () => {
    expect(
      contents([{ text: '组织' }, { text: '集中', mark: 'gone' }, { text: '专题', mark: 'new' }, { text: '学习。' }]),
    ).toEqual(["组织<font color='grey'>~~集中~~</font><font color='green'>**专题**</font>学习。"]);
  });

  it('keeps its signs away from marks of punctuation, beside which they would be read as they stand', () => {
    expect(contents([{ text: '12次' }, { text: '；', mark: 'gone' }, { text: '，召', mark: 'new' }])).toEqual([
      "12次<font color='grey'>；</font><font color='green'>，**召**</font>",
    ]);
  });

  it('marks line by line, for a sign does not reach over a line’s end', () => {
    expect(contents([{ text: '一句。\n二句。', mark: 'new' }])).toEqual([
      "<font color='green'>**一句**。</font><br><font color='green'>**二句**。</font>",
    ]);
  });

  it.each([
    '<at id=all></at>',
    '**粗**',
    '[链接](https://example.com)',
    '~~划~~',
    '1. 一条',
    '- 一条',
    ':DONE:',
    '`码`',
  ])('never lets %s of a person be parsed', (text) => {
    const [content = ''] = contents([{ text }]);
    expect(content).not.toContain(text);
    expect(isMarkedText(content)).toBe(true);
  });

  it('makes cards the platform takes, whatever was written', () => {
    const piece = fc.record(
      { text: fc.string({ unit: 'binary', maxLength: 300 }), mark: fc.constantFrom('gone' as const, 'new' as const) },
      { requiredKeys: ['text'] },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const card of renderCards({ title: '新稿', tone: 'blue', blocks: [{ type: 'marked', pieces }] })) {
          expect(checkCard(card)).toEqual([]);
        }
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });

  it('goes on in a further element where one would be too long', () => {
    const texts = contents([{ text: '长'.repeat(30) }, { text: '新'.repeat(30), mark: 'new' }], 40);
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.join('').replaceAll(/<[^>]*>|\*/gu, '')).toBe('长'.repeat(30) + '新'.repeat(30));
  });
});
