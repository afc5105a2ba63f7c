import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropClauses } from '../../src/report/drop-clauses.ts';
import { parseTokens, writeTokens } from '../../src/report/token.ts';

/** Slots whose names begin with x are left out. */
const drop = (text: string) => writeTokens(dropClauses(parseTokens(text), (slot) => slot.startsWith('x')));

describe('a clause whose every token is left out', () => {
  it.each([
    ['touches nothing when nothing is left out', '甲{{a}}，乙。', '甲{{a}}，乙。'],
    ['goes with the weaker of its marks', '甲{{a}}，乙{{x}}；丙{{b}}。', '甲{{a}}；丙{{b}}。'],
    ['leaves the sentence its end mark', '甲{{a}}，乙{{x}}。丙。', '甲{{a}}。丙。'],
    ['may come first', '乙{{x}}，甲{{a}}。', '甲{{a}}。'],
    ['may stand among 、', '职务{{a}}、职级{{x}}，都好。', '职务{{a}}，都好。'],
    ['takes the sentence along when nothing else is in it', '甲。乙{{x}}。丙。', '甲。丙。'],
    ['takes the line along', '甲。\n乙{{x}}。\n丙。', '甲。\n丙。'],
    ['takes the last line along', '甲。\n乙{{x}}。', '甲。'],
    ['leaves nothing of a text that has nothing else', '乙{{x}}，丙{{x2}}。', ''],
    ['stays when it has another token', '围绕{{x}}专题学习{{a}}。', '围绕专题学习{{a}}。'],
    ['takes what introduced it', '总收入{{a}}，其中：地方{{x}}。支出{{b}}。', '总收入{{a}}。支出{{b}}。'],
    ['takes what only led up to it', '乙{{a}}。围绕非遗保护，开展了以下工作：{{x}}。', '乙{{a}}。'],
    ['keeps what led up to it with a token', '对照{{a}}抓落实，做了以下工作：{{x}}。', '对照{{a}}抓落实。'],
    ['takes a lone 其中', '总收入{{a}}，其中，地方{{x}}，支出{{b}}。', '总收入{{a}}，支出{{b}}。'],
    ['takes words that only say among what', '总收入{{a}}。游客中，过夜{{x}}。支出{{b}}。', '总收入{{a}}。支出{{b}}。'],
    ['keeps the introduction of what remains', '其中：甲{{x}}，乙{{a}}。', '其中：乙{{a}}。'],
    ['mends an introduction that has a token', '共{{a}}：甲{{x}}、乙{{x2}}。', '共{{a}}。'],
    ['is not divided inside quotation marks', '讲“一，二{{x}}，三”，甲{{a}}。', '甲{{a}}。'],
    ['goes with its bracket only', '售水{{a}}（漏损{{x}}），甲。', '售水{{a}}，甲。'],
    ['is found although brackets do not match', '1）甲{{a}}，乙{{x}}。', '1）甲{{a}}。'],
    ['without an end mark leaves none behind', '甲{{a}}，乙{{x}}', '甲{{a}}'],
    ['with a growth leaves the base', '收入{{a}}，同比{{x}}。', '收入{{a}}。'],
  ])('%s', (_, text, expected) => {
    expect(drop(text)).toBe(expected);
  });

  it('never leaves doubled or dangling marks, nor loses a token that is there', () => {
    const clause = fc.constantFrom('甲{{a}}', '乙{{x}}', '丙', '其中', '丁{{b}}戊{{x2}}', '己（庚{{x3}}）', '辛{{c}}');
    const mark = fc.constantFrom('，', '；', '、', '：', '。');
    const text = fc
      .array(fc.tuple(clause, mark), { minLength: 1, maxLength: 9 })
      .map((parts) => `${parts.map((part) => part.join('')).join('')}末。`);
    fc.assert(
      fc.property(text, (before) => {
        const after = drop(before);
        expect(after).not.toMatch(/[，；、：。]{2}|^[，；、：。]|[，；、：]$|\{\{x/);
        const given = (words: string) => words.match(/\{\{[abc]\}\}/g) ?? [];
        expect(given(after)).toEqual(given(before));
      }),
      { seed: 20231109, numRuns: 2000 },
    );
  });
});
