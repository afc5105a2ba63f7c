// Characters official prose hardly knows: shown where the one meant makes a word, left alone in names, titles and beside numbers.
import { describe, expect, it } from 'vitest';
import { auditSentence } from './book.ts';

const rare = (sentence: string) => auditSentence(sentence).filter(({ rule }) => rule === 'words/rare');

describe('a rare character alone', () => {
  it.each([
    ['选派专吱人员驻村工作。', '吱', '职'],
    ['分析原因，查找根鸳，列出清单。', '鸳', '源'],
  ])('%s', (sentence, quote, put) => {
    expect(rare(sentence).map((one) => [one.where.quote, one.fix?.put])).toContainEqual([quote, put]);
  });

  it.each(['投入5亿元，新增骑手驿站3处。', '楼宇党建有声有色。', '学习《榫卯集》一书。'])('not: %s', (sentence) => {
    expect(rare(sentence).filter(({ severity }) => severity !== 'may')).toEqual([]);
  });
});
