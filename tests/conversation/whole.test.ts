// The report as a whole: its length shared out and met, and a reading through it that only proposes.
import { describe, expect, it } from 'vitest';
import { wholeWish } from '../../src/conversation/whole-words.ts';
import { type Outline, sectionsOf } from '../../src/report/outline.ts';
import type { Version } from '../../src/report/report.ts';
import { cardProblems } from './card-limits.ts';
import { commands, fact, facts, li } from './fixture.ts';
import { given, type Talk } from './given.ts';

const filler = '我们始终把学习摆在前面，推动全局上下形成风气，不断提高认识，切实增强本领。';
const texts: Record<string, string> = {
  opening: '{{year}}年，我认真履行职责，有关情况汇报如下。',
  c1p1: `全年集体学习{{studies}}，安排{{topics}}专题。${filler}我们不断丰富载体，持续拓展形式，着力提升质量。大家还要进一步坚定信心，扎实推进各项任务，力求取得实效。`,
  c1p2: `我围绕身边的人和事联系工作实际给全体党员讲党课{{lectures}}。支部书记逐个过关并且逐月对账。`,
  c2p1: `按照便于管理便于活动便于发挥作用的原则设置全局支部{{branches}}并配齐配强支部书记和委员。${filler}支部书记逐个过关并且逐月对账。`,
  closing: '感谢大家。',
};

function drafted(type: 'p2p' | 'group' = 'p2p', more: Record<string, string> = {}): Talk {
  return given(type)
    .started()
    .says(
      '报',
      facts(
        fact('studies', '14', '次'),
        fact('topics', '9', '个'),
        fact('lectures', '2', '次'),
        fact('branches', '8', '个'),
      ),
    )
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted((id) => more[id] ?? texts[id] ?? '');
}

const textOf = (talk: Talk, id: string): string =>
  (talk.store[talk.report.sections[id]?.version ?? ''] as Version).text;
const outlineOf = (talk: Talk): Outline => talk.store[talk.report.outline] as Outline;

describe('how long the whole is to be', () => {
  it('is shared out among the sections, kept as a demand, and taken back as one step', () => {
    const talk = given().started();
    const before = talk.report.outline;
    talk.says('全文控制在3000字');
    expect(talk.seen).toMatch(/开头\d+／第一章\d+／第二章\d+／结尾\d+/u);
    expect(talk.report.task?.length).toEqual({ most: 3000 });
    const sum = sectionsOf(outlineOf(talk)).reduce((all, one) => all + one.length, 0);
    expect(sum).toBeGreaterThan(2600);
    expect(sum).toBeLessThanOrEqual(3000);
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.outline).toBe(before);
    expect(talk.report.task).toBeUndefined();
  });

  it('is met by cutting, where the text is longer', () => {
    const talk = drafted().says('全文控制在300字以内');
    expect(talk.seen).toMatch(/现在\d+字，够用|多\d+字/u);
  });
});

describe('压到…字', () => {
  it('cuts words before facts, tells before and after, and can be taken back', () => {
    const talk = drafted();
    const before = { ...talk.report.sections };
    talk.says('压到180字以内');
    expect(talk.seen).toMatch(/压缩：\d+字→(?:1[0-7]\d|180)字/u);
    expect(talk.seen).toContain('给过的数字和事情一个没少');
    expect(textOf(talk, 'c1p1')).toContain('{{studies}}');
    expect(talk.cards.flatMap(cardProblems)).toEqual([]);
    talk.pressesButton('撤销');
    expect(talk.report.sections).toEqual(before);
  });

  it('says which facts had to go', () => {
    const talk = drafted().says('全文压到100字');
    expect(talk.seen).toMatch(/去掉了\d项|还多\d+字/u);
  });

  it('touches no locked section and no words of a person', () => {
    const talk = drafted();
    talk.says('锁', commands({ type: 'lock', spot: { section: 'c1p1', words: '' }, locked: true }));
    const own = { type: 'take_text' as const, text: `${filler}这是我的原话。`, spot: { section: 'c2p1', words: '' } };
    talk.says('一个字别动', commands({ type: 'edit_text', edit: own }));
    const [first, second] = [textOf(talk, 'c1p1'), textOf(talk, 'c2p1')];
    talk.says('全文压到150字');
    expect([textOf(talk, 'c1p1'), textOf(talk, 'c2p1')]).toEqual([first, second]);
    expect(talk.seen).toContain('没有动');
  });

  it('does nothing where it is short enough, or a small number must mean a part', () => {
    expect(drafted().says('压到1300字以内').seen).toContain('没有动');
    const talk = drafted().says('太长了，压到100字');
    expect(talk.seen).not.toContain('压缩：');
  });

  it('is the owner’s', () => {
    const talk = drafted('group');
    const before = { ...talk.report.sections };
    talk.says('全文压到180字', undefined, li);
    expect(talk.report.sections).toEqual(before);
  });
});

describe('通读一遍', () => {
  it('names what is said twice, empty sentences, and an end that does not answer; changes nothing', () => {
    const talk = drafted();
    const before = { ...talk.report.sections };
    talk.says('通读一遍');
    expect(talk.seen).toContain('支部书记逐个过关并且逐月对账');
    expect(talk.seen).toContain('只表态');
    expect(talk.seen).toContain('结尾没有收');
    expect(talk.report.sections).toEqual(before);
    expect(talk.cards.flatMap(cardProblems)).toEqual([]);
  });

  it('does what its buttons say, by the ordinary commands', () => {
    const talk = drafted().says('通读一遍').pressesButton('重写结尾');
    expect(talk.of('draft_section')[0]).toMatchObject({
      sections: ['closing'],
      instruction: expect.stringContaining('呼应'),
    });
    const other = drafted().says('通读一遍').pressesButton('删掉这句');
    expect(textOf(other, 'c1p1')).not.toBe(texts.c1p1);
    expect(textOf(other, 'c1p1')).toContain(filler);
  });

  it('does not come again with what was left', () => {
    const talk = drafted('p2p', { c1p1: '学习{{studies}}、{{topics}}。', c2p1: '支部{{branches}}。' }).says('通读一遍');
    expect(talk.seen).toContain('有1处');
    talk.pressesButton('不用改').says('通读一遍');
    expect(talk.seen).toContain('还匀称');
  });

  it('needs a text', () => {
    expect(given().started().says('通读一遍').seen).toContain('先起草');
  });
});

describe('what is heard', () => {
  it.each([
    ['全文控制在3000字', { type: 'budget', most: 3000 }],
    ['全文字数控制在三千字以内', { type: 'budget', most: 3000 }],
    ['把全文限制在2800字以内', { type: 'budget', most: 2800 }],
    ['压到3000字以内', { type: 'squeeze', most: 3000, named: false }],
    ['全文压缩到1200字', { type: 'squeeze', most: 1200, named: true }],
    ['太长了，压到1000字', { type: 'squeeze', most: 1000, named: false }],
    ['把稿子精简到2000字左右', { type: 'squeeze', most: 2000, named: true }],
    ['通读一遍', { type: 'review' }],
    ['帮我通读一下', { type: 'review' }],
    ['全文看看有没有重复', { type: 'review' }],
    ['全文有没有重复的话', { type: 'review' }],
  ])('%s', (text, wish) => {
    expect(wholeWish(text)).toEqual(wish);
  });

  it.each([
    '第一章压到500字',
    '（二）2压到200字',
    '这一段控制在300字以内',
    '全文查一下错别字',
    '党课讲到3000字',
    '通读了党章',
    '审一下',
    '中心组通读原著12次',
  ])('%s is about something else', (text) => {
    expect(wholeWish(text)).toBeUndefined();
  });
});
