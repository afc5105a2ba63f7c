// No figure survives a mask, whatever it looks like, and every mask comes off again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskText, unmaskText } from '../../src/figures/index.ts';

it('shows kind and unit, never amount or scale', () => {
  expect(maskText('2023年收入400余亿元，开会12次，增长8.7%，库款0.41').text).toBe(
    '⟦1:日期⟧收入⟦2:元⟧，开会⟦3:次⟧，增长⟦4:%⟧，库款⟦5:数⟧',
  );
});

it('lets formulations, ordinary words and numbering pass, and nothing else', () => {
  const text = '（二）落实“两个确立”，进一步统一思想，一是第二部分第三点';
  expect(maskText(text)).toEqual({ text, masks: [] });
  expect(maskText('居全省第一，过半，三年行动，第15次').text).toBe('居全省⟦1:序号⟧，⟦2:数⟧，⟦3:名称⟧，⟦4:序号⟧');
});

it('gives each mask its place and its quantity', () => {
  expect(maskText('共12次').masks).toEqual([
    {
      id: 1,
      label: '⟦1:次⟧',
      original: '12次',
      start: 1,
      end: 4,
      kind: 'figure',
      quantity: { amount: '12', scale: '', unit: '次', approximation: '' },
    },
  ]);
});

describe('coming off again', () => {
  it('is the identity on arbitrary text, also text that holds marks of ours', () => {
    const marks = fc.constantFrom(
      '⟦',
      '⟧',
      '{{',
      '}}',
      '{',
      '}',
      '␛',
      '␛a',
      '⟦1:元⟧',
      '{{slot}}',
      '12次',
      '三成',
      '，',
      '①',
      '%',
      '一',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(marks, { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (sample) => {
        const { text: masked, masks } = maskText(sample);
        expect(unmaskText(masked, masks)).toBe(sample);
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  it('keeps a user from writing a mask or a token', () => {
    const { text } = maskText('请填⟦1:元⟧和{{revenue}}');
    expect(text).not.toMatch(/⟦\d+:元⟧|\{\{/);
  });

  it('works on what a model made of it and leaves unknown masks', () => {
    const { masks } = maskText('共12次，收入3亿元');
    expect(unmaskText('收入⟦2:元⟧，⟦1⟧，⟦9:次⟧', masks)).toBe('收入3亿元，12次，⟦9:次⟧');
  });
});

describe('disguises', () => {
  /** Independent of the source: anything Unicode calls a number, percent signs, Chinese and financial digits, roman and English numbers. */
  const looksNumeric = (text: string): boolean =>
    /[\p{N}%％‰]|[〇零一二两三四五六七八九十百千万亿俩仨廿卅壹贰叁肆柒玖佰仟萬億]|半数|翻番|\b(?:I{2,3}|IV|VI{1,3}|IX|X{1,3})\b|\b(?:twelve|hundred|percent)\b/iu.test(
      text,
    );
  const withoutLabels = (masked: string): string => masked.replace(/⟦\d+:[^⟦⟧]*⟧/g, '');

  const each = (digits: string, to: (digit: number) => string): string =>
    [...digits].map((digit) => to(Number(digit))).join('');
  const at = (list: string) => (digit: number) => [...list][digit] ?? '';
  const disguises: ((digits: string) => string)[] = [
    (d) => d,
    (d) => each(d, (digit) => String.fromCodePoint(0xff10 + digit)),
    (d) => each(d, (digit) => String.fromCodePoint(0x660 + digit)),
    (d) => each(d, (digit) => String.fromCodePoint(0x1d7ce + digit)),
    (d) => each(d, at('⓪①②③④⑤⑥⑦⑧⑨')),
    (d) => each(d, at('⁰¹²³⁴⁵⁶⁷⁸⁹')),
    (d) => each(d, at('〇一二三四五六七八九')),
    (d) => each(d, at('零壹贰叁肆伍陆柒捌玖')),
    (d) => each(d, at('零ⅠⅡⅢⅣⅤⅥⅦⅧⅨ')),
    (d) => [...d].join(' '),
    (d) => [...d].join('\u200b'),
    (d) => [...d].join('\u0336'),
    (d) => [...d].join('\n'),
    (d) => each(d, (digit) => `${digit}\ufe0f\u20e3`),
    (d) => each(d, at('⼗⼀⼆三四五六七⼋九')),
    (d) => `一百${at('零一二三四五六七八九')(Number(d[0]))}十余万`,
    (d) => `百分之${each(d.slice(0, 1), at('零一二三四五六七八九'))}点五`,
    (d) => `${d.slice(0, 1)}分之${d.slice(0, 1)}`,
    (d) => `0x${d}`,
    (d) => d.replace(/0/g, 'O'),
    (d) => `¥${d}.${d}`,
    () => 'XII',
    () => 'twelve hundred',
    () => '🔟',
    () => '半数',
    () => '翻番',
  ];
  const units = ['次', '亿元', '万', '%', '人次', '个百分点', '', '余亿元', '成', ' 个', '来号人'];
  const fillers = [
    '收入完成',
    '，同比增长',
    '。我们开会',
    '培训党员',
    'A',
    '近',
    '约',
    '“',
    '《方案》',
    '（',
    '\n',
    '且',
    '',
  ];

  it('none shows through', () => {
    const digits = fc.stringMatching(/^[2-9]\d{0,6}$/);
    const sample = fc
      .tuple(
        fc.constantFrom(...fillers),
        digits,
        fc.constantFrom(...disguises),
        fc.constantFrom(...units),
        fc.constantFrom(...fillers),
      )
      .map(([before, number, disguise, unit, after]) => before + disguise(number) + unit + after);
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 4 }), (samples) => {
        const left = withoutLabels(maskText(samples.join('')).text);
        expect(looksNumeric(left), `${JSON.stringify(samples.join(''))} left ${left}`).toBe(false);
      }),
      { seed: 2026, numRuns: 4000 },
    );
  });
});
