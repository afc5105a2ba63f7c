import { describe, expect, it } from 'vitest';
import { splitText } from '../../../src/report/audit/split-text.ts';
import { correctText } from './book.ts';

const levels = (text: string) => splitText(text).map(({ level }) => level);

describe('a pasted text', () => {
  it('has title, headings, body and signature', () => {
    expect(
      levels(
        '某局2024年工作总结\n\n2024年，工作如下。\n一、学习\n（一）党组学习\n　　一是读书。二是研讨。\n某局\n2024年12月30日',
      ),
    ).toEqual(['title', 'body', 'heading1', 'heading2', 'body', 'signature', 'signature']);
  });

  it('takes a numbered line with a text behind it as body', () => {
    expect(levels('总结\n（一）抓学习。全年学习12次，研讨4次。\n一、抓班子。我坚持带头。')).toEqual([
      'title',
      'body',
      'body',
    ]);
  });

  it('has no title where the first line is a sentence', () => {
    expect(levels('2024年，我局坚持党建引领。\n一、学习\n内容。')[0]).toBe('body');
  });

  it('finds the parts of whole reports', () => {
    for (const name of ['education', 'health', 'company', 'street']) {
      const all = levels(correctText(name));
      expect(all[0]).toBe('title');
      expect(all.at(-1)).toBe('signature');
      expect(all.filter((level) => level === 'heading1').length).toBeGreaterThanOrEqual(3);
    }
  });

  it('trims lines and keeps their characters', () => {
    expect(splitText('\u3000\u3000一是学习。 \r\n二是落实。').map(({ text }) => text)).toEqual([
      '一是学习。',
      '二是落实。',
    ]);
  });
});
