// What is heard as a wish for another text, and what is not.
import { describe, expect, it } from 'vitest';
import type { NamedText } from '../../src/conversation/variant-plain.ts';
import { type VariantWish, variantWishes } from '../../src/conversation/variant-words.ts';

const short = (characters: number): VariantWish => ({ type: 'make', kind: 'short', characters });
const speech = (minutes?: number): VariantWish => ({ type: 'make', kind: 'speech', ...(minutes ? { minutes } : {}) });
const again = (text: NamedText): VariantWish => ({ type: 'send', text });

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
  ['再发一份1500字版', [again({ kind: 'short', characters: 1500 })]],
  ['只出1500字版', [again({ kind: 'short', characters: 1500 })]],
  ['导出1500字版', [again({ kind: 'short', characters: 1500 })]],
  ['只出口语稿8分钟', [again({ kind: 'speech', minutes: 8 })]],
  ['再发一下精简版', [{ type: 'renew', only: 'short' }]],
  ['另外要一个1500字的版本，局长上台还要念一个8分钟的', [short(1500), speech(8)]],
  ['900字的来一个，给组织部；再来一个局长念的，8分钟', [short(900), speech(8)]],
  ['组织部要1200字的，另外给局长准备个10分钟的讲话', [short(1200), speech(10)]],
  ['要800字和1500字的各一份', [short(800), short(1500)]],
  ['组织部要1200字的，局长上台也要念', [short(1200), speech()]],
  ['把1500字的那个再发我一下', [again({ kind: 'short', characters: 1500 })]],
  ['那个一千五的再发我一下', []],
  ['再发一份口语稿8分钟', [again({ kind: 'speech', minutes: 8 })]],
  ['刚才那个口语稿再发一遍', [again({ kind: 'speech' })]],
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
    '再写一段800字的',
    '局长上台讲了8分钟',
    '领导讲的要写',
    '再发一份',
    '讲党课8次的版本',
  ])('%s', (text) => {
    expect(variantWishes(text)).toEqual([]);
  });
});
