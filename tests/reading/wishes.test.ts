// Wishes about texts and questions about their versions, as people say them; and what only looks like one.
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/conversation/command.ts';
import { createReader } from '../../src/reading/reader.ts';
import { party, yearly } from '../conversation/fixture.ts';

const read = createReader();
const heard = async (text: string): Promise<Command[]> =>
  (
    await read({
      ...{ text, asked: null, kinds: [party, yearly], reports: [], thisYear: 2024 },
      report: { outline: party, year: 2023, facts: {} },
    })
  ).commands;

describe('a wish about what was shown last', () => {
  it.each([
    '精炼些',
    '突出我个人做了什么',
    '换个开头',
    '控制在300字以内',
    '再谦虚一点',
    '补一句关于青年干部的',
    '口语一点',
    '别用“一是二是”',
    '把数放前面',
    '说说局长自己干了啥',
    '太官了',
    '有点空',
    '语气再平实些',
    '少点套话',
    '改成两段',
    '压缩到200字',
    '精炼些，突出我个人，控制在300字以内',
    '麻烦再具体一点，别太谦虚',
  ])('%s', async (text) => {
    expect(await heard(text)).toEqual([{ type: 'rewrite', instruction: text }]);
  });

  it.each(['再来一版', '不好，再来一版', '再写一稿', '换一版吧'])('%s: the same once more', async (text) => {
    expect(await heard(text)).toMatchObject([{ type: 'rewrite', again: true }]);
  });
});

describe('a wish about a place', () => {
  it.each([
    ['第一部分第二点精炼些', { section: 'c1p2' }],
    ['（一）2，太虚了，说说局长自己干了啥', { section: 'c1p2' }],
    ['开头再谦虚一点', { section: 'opening' }],
    ['结尾有力一些', { section: 'closing' }],
    ['第一章第1点补一句关于青年干部的', { section: 'c1p1' }],
    ['第二点口语一点', { spot: { point: 2, words: '第二点' } }],
    ['第九章精炼些', { spot: { words: '第九章' } }],
  ])('%s', async (text, place) => {
    expect(await heard(text)).toEqual([{ type: 'rewrite', instruction: text, ...place }]);
  });

  it.each(['上面那条换个开头', '这一段再谦虚一点'])('%s: what was shown last', async (text) => {
    expect(await heard(text)).toEqual([{ type: 'rewrite', instruction: text }]);
  });

  it('several places, each with its own or all with the same', async () => {
    expect(await heard('第1点和第2点都精炼些')).toMatchObject([{ spot: { point: 1 } }, { spot: { point: 2 } }]);
    expect(await heard('第一章第1点短一点，第二章第1点口语一点')).toEqual([
      { type: 'rewrite', section: 'c1p1', instruction: '第一章第1点短一点' },
      { type: 'rewrite', section: 'c2p1', instruction: '第二章第1点口语一点' },
    ]);
  });

  it.each(['按刚才的要求把第三点也改了', '第三点也这样改', '第三点同样处理'])(
    '%s: what was wished before',
    async (text) => {
      expect(await heard(text)).toMatchObject([{ type: 'rewrite', same: true, spot: { point: 3 } }]);
    },
  );
});

describe('what is no wish', () => {
  it.each([
    '全文控制在3000字以内',
    '控制在3000字以内',
    '党课讲了12次',
    '突出抓好支部建设，全年开展活动12次',
    '特色做法：补短板、强弱项',
    '不行',
    '写完了吗',
  ])('%s', async (text) => {
    expect((await heard(text)).map((one) => one.type)).not.toContain('rewrite');
  });
});

describe('versions', () => {
  const first = { section: 'c1p1', words: '第一章第1点' };
  const last = { words: '' };
  it.each<[string, Command]>([
    ['看第一章第1点的历史', { type: 'show_versions', spot: first }],
    ['第一章第1点有几个版本', { type: 'show_versions', spot: first }],
    ['有几个版本', { type: 'show_versions', spot: last }],
    ['谁改过第一章第1点', { type: 'show_versions', spot: first }],
    ['和上一版比', { type: 'compare_versions', spot: last }],
    ['第一章第1点和上一版有什么不同', { type: 'compare_versions', spot: first }],
    ['比较第一版和第三版', { type: 'compare_versions', spot: last, from: 1, to: 3 }],
    ['第一章第1点比一下第1版和第2版', { type: 'compare_versions', spot: first, from: 1, to: 2 }],
    ['恢复到第一版', { type: 'restore_version', spot: last, which: 1 }],
    ['第一章第1点恢复到第二版', { type: 'restore_version', spot: first, which: 2 }],
    ['第一章第1点恢复原来的', { type: 'restore_version', spot: first, which: 'previous' }],
    ['这段恢复原来的', { type: 'restore_version', spot: { words: '' }, which: 'previous' }],
    ['还是用原来那版吧', { type: 'restore_version', spot: last, which: 'previous' }],
  ])('%s', async (text, command) => {
    expect(await heard(text)).toEqual([command]);
  });

  it.each(['撤销', '还原', '恢复上一版', '回到上一版'])(
    '%s takes back the last step, whatever it was',
    async (text) => {
      expect(await heard(text)).toEqual([{ type: 'undo' }]);
    },
  );
});

describe('a pasted text', () => {
  const text = '今年以来，我们坚持把学习放在首位，集体学习14次，成效较好。';
  it.each([
    '这段换成',
    '把这一段改成',
    '局长改的',
    '局长把这段改成了',
    '这段局长改过了',
    '改成这样',
    '就用这段',
    '换成这段',
  ])('%s：…', async (head) => {
    expect(await heard(`${head}：${text}`)).toEqual([
      { type: 'edit_text', edit: { type: 'take_text', text, spot: { words: '' } } },
    ]);
  });

  it.each(['学习情况', '我们局', '今年'])('%s：… is told', async (head) => {
    expect(await heard(`${head}：${text}`)).toEqual([]);
  });
});
