// What is heard as a wish for another text, and what is not.
import { describe, expect, it } from 'vitest';
import { type VariantWish, variantWishes } from '../../src/conversation/variant-words.ts';

const short = (characters: number): VariantWish => ({ type: 'make', kind: 'short', characters });
const speech = (minutes?: number): VariantWish => ({ type: 'make', kind: 'speech', ...(minutes ? { minutes } : {}) });

it.each<[string, VariantWish[]]>([
  ['组织部要1500字的', [short(1500)]],
  ['再来个1500字版', [short(1500)]],
  ['再出一份1500字的版本', [short(1500)]],
  ['另外给我一个一千五百字的精简版', [short(1500)]],
  ['1500字版也要', [short(1500)]],
  ['给局长念的，8分钟', [speech(8)]],
  ['要个给局长念的，8分钟', [speech(8)]],
  ['出一份讲话稿，按5分钟', [speech(5)]],
  ['来个口语稿，八分钟', [speech(8)]],
  ['来个口语稿', [speech()]],
  ['组织部要1500字的，还要个局长念的，8分钟', [short(1500), speech(8)]],
  ['支出那个数念四舍五入', [{ type: 'round', words: '支出' }]],
  ['口语版里“一是二是”别太多，支出那个数念四舍五入', [{ type: 'unmark' }, { type: 'round', words: '支出' }]],
  ['都出新版', [{ type: 'renew' }]],
  ['都出', [{ type: 'renew' }]],
  ['三份都出新版', [{ type: 'renew' }]],
  ['只改口语版', [{ type: 'renew', only: 'speech' }]],
  ['只出报送稿', [{ type: 'renew', only: 'main' }]],
  ['再发一份1500字版', [{ type: 'renew', only: 'short' }]],
])('%s', (text, wishes) => {
  expect(variantWishes(text)).toEqual(wishes);
});

describe('is about something else', () => {
  it.each([
    '第一章控制在800字',
    '全文控制在3000字以内',
    '压到3000字以内',
    '字数改成2500以内',
    '现场述职每人不超过8分钟',
    '导出',
    '给局长念一下',
    '集体学习14次',
    '开会8分钟讲完',
    '一是学习不够，二是调研少',
    '党课讲了40分钟',
    '支出894.12亿元',
    '写一份2000字以内的党建述职',
    '字数1500字',
  ])('%s', (text) => {
    expect(variantWishes(text)).toEqual([]);
  });
});
