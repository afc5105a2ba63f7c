// What is taken out of an instruction as a number of ours, and what stays as words.
import { describe, expect, it } from 'vitest';
import { describeForm, readInstruction } from '../../src/drafting/read-instruction.ts';

describe('readInstruction', () => {
  it.each([
    ['控制在300字以内', { most: 300, words: '' }],
    ['控制在300字以内，突出我个人做了什么', { most: 300, words: '突出我个人做了什么' }],
    ['再精炼些，不要超过二百五十字', { most: 250, words: '再精炼些' }],
    ['写到两百字左右', { about: 200, words: '' }],
    ['大约一百五十个字', { about: 150, words: '' }],
    ['不少于400字', { least: 400, words: '' }],
    ['扩写到５００字', { least: 500, words: '' }],
    ['分成三段，语气谦虚一点', { paragraphs: 3, words: '语气谦虚一点' }],
    ['用两句话说清楚', { sentences: 2 }],
    ['突出青年干部', { words: '突出青年干部' }],
    ['第三段再改改', { words: '第三段再改改' }],
    ['开头加一段引子', { words: '开头加一段引子' }],
    ['把“试点”两字去掉', { words: '把“试点”两字去掉' }],
    ['', { words: '' }],
    ['   ', { words: '' }],
  ])('%s', (text, expected) => {
    const { most, least, about, paragraphs, sentences, words } = readInstruction(text, 500);
    const found = Object.fromEntries(
      Object.entries({ most, least, about, paragraphs, sentences }).filter(([, value]) => value !== undefined),
    );
    const { words: wanted, ...numbers } = expected as Record<string, unknown>;
    expect(found).toEqual(numbers);
    if (wanted !== undefined) expect(words).toBe(wanted);
  });

  it('knows half of what stands there', () => {
    expect(readInstruction('压缩一半', 301)).toMatchObject({ most: 151, shorter: true, words: '' });
    expect(readInstruction('压缩一半', 0).most).toBeUndefined();
  });

  // A pattern that looks back and forth without end would not come back at all.
  it('comes to an end over any text, however odd', { timeout: 60_000 }, () => {
    for (const word of ['压缩', '扩写', '写', '请再', '不超过', '一二三', '9'])
      expect(readInstruction(word.repeat(5_000), 100).words).toBeTypeOf('string');
  });

  it('knows which way a length goes from where it stands', () => {
    expect(readInstruction('控制在300字以内', 500)).toMatchObject({ shorter: true, longer: false });
    expect(readInstruction('控制在300字以内', 200).shorter).toBe(false);
    expect(readInstruction('不少于300字', 200).longer).toBe(true);
    expect(readInstruction('精炼些', 100).shorter).toBe(true);
    expect(readInstruction('写得充实些', 100).longer).toBe(true);
  });
});

describe('describeForm', () => {
  it('states limits and nothing else', () => {
    expect(describeForm(readInstruction('控制在300字以内，分成两段', 500))).toBe(
      '全文不超过300字；分成2段（占位按印出后的长度计）',
    );
    expect(describeForm(readInstruction('换个开头', 500))).toBe('按各小节标明的长度');
  });
});
