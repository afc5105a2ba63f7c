// A report as it is read out: the figures heard are the figures written.
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/figures/index.ts';
import { assemble, documentText } from '../../src/report/assemble.ts';
import type { ReportDocument, Span } from '../../src/report/document.ts';
import { sameFigures, speak } from '../../src/report/speak.ts';
import { draftedCases } from './drafted-cases.ts';

const documentOf = (...spans: Span[]): ReportDocument => ({
  title: '报告',
  opening: [{ section: 'opening', spans }],
  chapters: [],
  closing: [],
  signature: { name: '', date: '' },
});
const said = (...spans: Span[]): string =>
  speak(documentOf(...spans), { marks: 'ordinal' })
    .opening.flatMap(({ spans }) => spans.map(({ text }) => text))
    .join('');
const text = (text: string): Span => ({ text, from: 'text' });
const fact = (text: string, slot = 'a'): Span => ({ text, from: 'fact', slot });

describe('what is said', () => {
  it('has its figures in words', () => {
    expect(said(text('支出'), fact('894.05亿元'), text('，同比'), fact('增长3.9%'), text('。'))).toBe(
      '支出八百九十四点零五亿元，同比增长百分之三点九。',
    );
  });

  it('leaves dates, fixed wordings and gaps alone', () => {
    const words = ['2025年，深刻领悟“两个确立”，开好“三会一课”。', '〔待补：党课12次〕'];
    expect(said(text(words[0] ?? ''), { text: words[1] ?? '', from: 'missing', slot: 'a' })).toBe(words.join(''));
  });

  it('counts 第一 instead of 一是, and nothing when asked', () => {
    expect(said(text('二是强化理论武装。一是学深，二是学透。'))).toBe('第二，强化理论武装。学深，学透。');
    const document = speak(documentOf(text('二是强化理论武装。')), { marks: 'none' });
    expect(documentText(document)).toContain('\n强化理论武装。');
  });

  it('names the first of several titles', () => {
    expect(said(text('学习《甲》《乙》《丙》等，印发《丁》。'))).toBe('学习《甲》等，印发《丁》。');
  });

  it('cuts a long sentence where a clause can stand alone', () => {
    const long =
      '我主持召开党组会研究部署全面从严治党各项工作，班子成员按照分工抓好落实，各支部书记每月向党组报告一次工作进展，机关党委逐季度检查。';
    const sentences = said(text(long))
      .split('。')
      .filter((one) => one !== '');
    expect(sentences.length).toBeGreaterThan(1);
    expect(Math.max(...sentences.map((one) => one.length))).toBeLessThanOrEqual(40);
    expect(sentences.join('')).toBe(
      long
        .replaceAll('。', '')
        .split('，')
        .join('，')
        .replace(/，(?=各支部|班子|机关)/gu, (mark, at: number) => (said(text(long)).charAt(at) === '。' ? '' : mark)),
    );
  });

  it('does not part growth from what grew', () => {
    const long = `全市一般公共预算总收入完成${'五百八十三亿元'}，${'同比增长百分之六'}，${'比上年多收三十三亿元，增幅居于各县区前列，圆满完成了年初确定的各项目标'}。`;
    expect(said(text(long))).not.toMatch(/。(?:同比|比)/u);
  });
});

it.each(draftedCases)('$id: every figure heard is the one written', ({ outline, year, facts, texts }) => {
  const written = assemble({ outline, year, facts, texts: texts(3) });
  const heard = speak(written, { marks: 'ordinal' });
  const paragraphs = ({ opening, chapters, closing }: ReportDocument) =>
    [...opening, ...chapters.flatMap((one) => one.paragraphs), ...closing].map(({ spans }) =>
      spans.map((one) => one.text).join(''),
    );
  const [before, after] = [paragraphs(written), paragraphs(heard)];
  expect(after).toHaveLength(before.length);
  for (const [at, one] of before.entries()) expect(sameFigures(one, after[at] ?? '')).toBe(true);
  // 零件 would be another word.
  const digits = after.flatMap((one) => findFigures(one).filter(({ text }) => /\d/u.test(text) && text !== '0件'));
  expect(digits).toEqual([]);
});
