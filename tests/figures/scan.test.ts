// The spans a proof rests on: complete, ordered, exact, and of the right kind.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numeralSpans } from '../../src/figures/index.ts';

const kinds = (text: string): string[] => numeralSpans(text).map((span) => `${span.kind}:${span.text}`);

describe('kinds of spans', () => {
  it.each([
    ['（二）2023年召开12次会议', ['ordinal:二', 'date:2023年', 'figure:12次']],
    ['财发〔2023〕15号，电话13800138000', ['document_number:2023〕15号', 'contact:13800138000']],
    ['严守八项规定，进一步统一思想', ['formulation:八项规定', 'word:进一步', 'word:统一思想']],
    ['实施三年行动、1+4方案', ['name:三年行动', 'name:1+4']],
    ['产值翻番，零事故，近半完成', ['blind:翻番', 'blind:零事故', 'blind:近半']],
    ['①到③、١٢、百万千', ['unknown:①', 'unknown:③', 'unknown:١٢', 'unknown:百万千']],
    ['一个支部', ['word:一个']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('tells the numbering of a text from ranks and counts', () => {
    const structural = (text: string) => numeralSpans(text)[0]?.structural;
    for (const text of ['（三）强化', '一是抓学习', '第三点', '第二部分', '1.强化'])
      expect(structural(text), text).toBe(true);
    for (const text of ['第15次会议', '居全省第一', '排名第3', '全市前十名'])
      expect(structural(text), text).toBe(false);
  });
});

/** Written apart from the source on purpose: Unicode's own idea of a number, and the plain Chinese digits. */
const NUMERAL = /[\p{N}%％‰〇零一二两三四五六七八九十百千万亿]/u;
const pieces = [
  '一',
  '二十',
  '万',
  '第',
  '次',
  '个',
  '年',
  '月',
  '%',
  '３',
  '7',
  '.',
  '，',
  '零',
  '《',
  '》',
  '“',
  '”',
  '①',
  '人',
  '余',
  '—',
  '几',
  'A',
  ' ',
  '\n',
  '😀',
  '𝟗',
  '点',
  '分之',
  '亿',
  '\u200d',
];

it('covers every numeral character of arbitrary text exactly once', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (sample) => {
      const spans = numeralSpans(sample);
      let at = 0;
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(at);
        expect(NUMERAL.test(sample.slice(at, span.start)), `${JSON.stringify(sample)} at ${at}`).toBe(false);
        expect(sample.slice(span.start, span.end)).toBe(span.text);
        at = span.end;
      }
      expect(NUMERAL.test(sample.slice(at)), `${JSON.stringify(sample)} after ${at}`).toBe(false);
    }),
    { seed: 42, numRuns: 3000 },
  );
});
