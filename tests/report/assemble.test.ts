import { describe, expect, it } from 'vitest';
import { assemble, documentText } from '../../src/report/assemble.ts';
import { inChinese } from '../../src/report/number-in-chinese.ts';
import { factsOf, figure, left, outline } from './small-outline.ts';

const texts = {
  opening: '{{year}}年，{{unit}}工作如下。',
  supply_lead: '重点是：{{works}}。',
  mains: '通水{{households}}。',
  spirit: '纠治“四风”，走访{{visits}}。',
  plans_lead: '打算是：{{plans}}。',
  closing: '请审议。',
};
const given = {
  works: { type: 'list' as const, items: ['建泵站', '换水表'] },
  households: figure('300', '户'),
  visits: figure('5', '次'),
  plans: { type: 'list' as const, items: ['查漏点'] },
  signature: { type: 'text' as const, text: '县水务局' },
  signature_date: { type: 'text' as const, text: '2024年1月5日' },
};

describe('an assembled report', () => {
  it('has numbered chapters, marked points, and its signature', () => {
    const document = assemble({ outline, year: 2023, facts: factsOf(given), texts });
    expect(documentText(document)).toBe(
      [
        '县水务局2023年水务工作总结',
        '',
        '2023年，县水务局工作如下。',
        '一、保障供水，持续扩大覆盖',
        '重点是：一是建泵站；二是换水表。',
        '一是延伸供水管网。通水300户。',
        '二是改进服务作风。纠治“四风”，走访5次。',
        '二、下一步打算',
        '打算是：查漏点。',
        '请审议。',
        '县水务局',
        '2024年1月5日',
      ].join('\n'),
    );
  });

  it('keeps each figure a span of its fact', () => {
    const document = assemble({ outline, year: 2023, facts: factsOf(given), texts });
    const spans = document.chapters[0]?.paragraphs[1]?.spans;
    expect(spans).toEqual([
      { text: '一是延伸供水管网。通水', from: 'text' },
      { text: '300户', from: 'fact', slot: 'households' },
      { text: '。', from: 'text' },
    ]);
  });

  it('says of a section that nobody has drafted that it is not', () => {
    const document = assemble({ outline, year: 2023, facts: {}, texts: { opening: texts.opening } });
    expect(documentText(document)).toContain('一是延伸供水管网。〔本节尚未起草〕');
    expect(document.closing[0]?.spans).toEqual([{ text: '〔本节尚未起草〕', from: 'missing' }]);
    expect(document.signature).toEqual({ name: '〔待补：署名〕', date: '〔待补：日期〕' });
  });

  it('leaves out a chapter that has nothing to say, and numbers without a gap', () => {
    const document = assemble({ outline, year: 2023, facts: factsOf({ ...given, plans: left }), texts });
    expect(document.chapters.map((chapter) => chapter.heading)).toEqual(['一、保障供水，持续扩大覆盖']);
    const first = assemble({
      outline,
      year: 2023,
      facts: factsOf({ ...given, works: left, visits: left }),
      texts: { ...texts, spirit: '走访{{visits}}。' },
    });
    expect(first.chapters[0]?.paragraphs.map((paragraph) => paragraph.spans[0]?.text)).toEqual(['延伸供水管网。通水']);
  });

  it('makes a paragraph of each line, of a text as of a value', () => {
    const facts = factsOf({ ...given, plans: { type: 'list', items: ['甲\n\n乙'] } });
    const document = assemble({ outline, year: 2023, facts, texts: { ...texts, closing: '完。\n请审议。' } });
    expect(document.closing.map((paragraph) => paragraph.spans[0]?.text)).toEqual(['完。', '请审议。']);
    expect(document.chapters[1]?.paragraphs).toHaveLength(2);
  });

  it('breaks its title where the outline says so, only when it is long', () => {
    const long = { ...given, unit: { type: 'text' as const, text: '某某省某某市某某县水务局' } };
    expect(assemble({ outline, year: 2023, facts: factsOf(long), texts }).title).toBe(
      '某某省某某市某某县水务局\n2023年水务工作总结',
    );
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [45, '四十五'],
  ])('numbers %i as %s', (number, words) => {
    expect(inChinese(number)).toBe(words);
  });
});
