// What people say about the cloud document, and what they say that is not about it.
import { describe, expect, it } from 'vitest';
import { cloudPhrases } from '../../src/reading/cloud-phrases.ts';
import { readCommands } from '../../src/reading/commands.ts';

const request = {
  asked: null,
  report: null,
  kinds: [],
  reports: [],
  thisYear: 2026,
} as unknown as Parameters<typeof readCommands>[1];
const wishOf = (text: string) =>
  readCommands(text, request).commands.map((one) => (one.type === 'cloud_document' ? one.wish : one.type));

describe('the cloud document', () => {
  it.each([
    '生成云文档',
    '导成飞书文档',
    '帮我生成一份云文档',
    '转成飞书文档吧',
    '给我出个在线文档',
    '把报告导出成云文档',
    '云文档',
    '更新云文档',
    '把云文档更新一下',
    '同步到云文档',
    '把改动更新到云文档里',
    '云文档同步一下',
  ])('is written: %s', (text) => expect(wishOf(text)).toEqual(['write']));

  it.each([
    '云文档改好了',
    '云文档改完了',
    '主任在云文档里改了',
    '主任把云文档改好了',
    '云文档主任改过了',
    '主任在云文档上改了三处',
    '收回云文档的修改',
    '把云文档的改动收回来',
    '看看云文档有没有人改',
    '云文档有人改过吗',
  ])('is taken back: %s', (text) => expect(wishOf(text)).toEqual(['take_back']));

  it.each(['云文档链接', '云文档在哪', '再发一下云文档的链接', '打开云文档'])('is shown: %s', (text) =>
    expect(wishOf(text)).toEqual(['link']),
  );

  it.each(['推进政务云平台建设', '导出', '导出word文档', '给我文档', '第一章改好了', '建成云文档管理系统2个'])(
    'is not meant: %s',
    (text) => expect(wishOf(text)).not.toContain('write'),
  );

  // A pattern that looks back and forth without end would not come back at all.
  it('a sentence without end ends', { timeout: 60_000 }, () => {
    const long = `把${'云文档改了'.repeat(12)}`;
    for (const [pattern] of cloudPhrases) expect(pattern.test(long)).toBe(false);
  });
});
