// Clauses that say what nobody gave are taken out whole, and nothing else is.
import { describe, expect, it } from 'vitest';
import { cutClauses } from '../../src/drafting/cut-clauses.ts';

const cut = (text: string, ...said: string[]): string => cutClauses(text, said, ['“四风”']);

describe('a clause nobody gave', () => {
  it.each([
    ['at the end of a sentence', '谈话{{a}}，有苗头先提醒。整治{{b}}。', '谈话{{a}}。整治{{b}}。', '有苗头先提醒'],
    ['at the beginning', '上半年布置，谈话{{a}}。', '谈话{{a}}。', '上半年'],
    ['in the middle', '谈话{{a}}，当场改，整治{{b}}；都有记录。', '谈话{{a}}，整治{{b}}；都有记录。', '当场改'],
    ['that is a sentence', '谈话{{a}}。张华同志主讲。整治{{b}}。', '谈话{{a}}。整治{{b}}。', '张华同志'],
    ['twice', '谈话{{a}}，当场改，当场改完。', '谈话{{a}}。', '当场改'],
    ['before a new line', '谈话{{a}}，当场改。\n整治{{b}}。', '谈话{{a}}。\n整治{{b}}。', '当场改'],
  ])('%s', (_, text, left, said) => {
    expect(cut(text, said)).toBe(left);
  });

  it.each([
    ['with a token', '上半年谈话{{a}}。', '上半年'],
    ['in a token', '做法：{{a.1：上半年谈话，有记录}}。', '上半年'],
    ['with a formulation', '上半年纠治“四风”。', '上半年'],
    ['that introduces', '上半年做法是：{{a}}。', '上半年'],
  ])('%s stays', (_, text, said) => {
    expect(cut(text, said)).toBe(text);
  });
});
