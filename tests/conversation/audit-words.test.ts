import { describe, expect, it } from 'vitest';
import { auditWish } from '../../src/conversation/audit-words.ts';

const pasted = `石桥县水利局2025年工作总结\n${'2025年，我局完成投资3.6亿元，查处案件23件，扎实推进各项工作。'.repeat(4)}`;

describe('what is to be audited', () => {
  it.each([
    '再审一下这篇：',
    '再审一篇：',
    '审审这个：',
    '审一下这份稿子：\n',
    '帮我审一下这份稿子，挑挑毛病：',
    '再帮我看看这篇\n',
    '还有一篇，审一下：',
    '这篇也审一下：',
    '再来一篇：审一下\n',
  ])('a text behind “%s”', (head) => {
    expect(auditWish(head + pasted)?.type).toBe('pasted');
  });

  it.each(['审计完成投资3.6亿元，', '审批事项办结120件，'])('no wish in a report that begins with “%s”', (head) => {
    expect(auditWish(head + pasted)).toBeUndefined();
  });
});
