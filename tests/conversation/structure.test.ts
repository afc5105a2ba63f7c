// The outline is the owner's: chapters and points added, deleted, moved, merged, retitled, in one undo step each, no untouched text changed.
import { describe, expect, it } from 'vitest';
import type { EditCommand, Restructure, Spot } from '../../src/conversation/edit-command.ts';
import type { Outline } from '../../src/report/outline.ts';
import type { Version } from '../../src/report/report.ts';
import { commands, fact, facts, li, party } from './fixture.ts';
import { given, type Talk } from './given.ts';

const at = (section: string): Spot => ({ section, words: section });
const change = (one: Restructure): ReturnType<typeof commands> =>
  commands({ type: 'restructure', change: one } satisfies EditCommand);

const outlineNow = (talk: Talk): Outline => talk.store[talk.report.outline] as Outline;
const textsNow = (talk: Talk): Record<string, string> =>
  Object.fromEntries(
    Object.entries(talk.report.sections).map(([id, head]) => [id, (talk.store[head.version] as Version).text]),
  );
const shape = (talk: Talk): string[] =>
  outlineNow(talk).chapters.map((one) => `${one.heading}：${one.points.map((point) => point.heading).join('、')}`);

function drafted(): Talk {
  return given()
    .started()
    .says('改', facts(fact('studies', '12', '次'), fact('lectures', '5', '次'), fact('branches', '6', '个')))
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted((id) =>
      id === 'c1p2' ? '讲党课{{lectures}}。' : id === 'c1p1' ? '学习{{studies}}，专题{{topics}}。' : `${id}的稿子。`,
    );
}

describe('adding', () => {
  it('puts a point where it is wanted, asks for its content and drafts it from that', () => {
    const talk = drafted().says(
      '改',
      change({ type: 'add_point', heading: '管好阵地', side: 'after', of: at('c1p1') }),
    );
    expect(shape(talk)[0]).toBe('抓学习：学得经常、管好阵地、讲得明白');
    expect(talk.seen).toContain('第一章第2点“管好阵地”');
    talk.says('还缺什么', commands({ type: 'show_missing' }));
    expect(talk.seen).toContain('管好阵地');
  });
  it('puts a chapter at the end, before another, or after the opening', () => {
    const talk = drafted().says('改', change({ type: 'add_chapter', heading: '抓作风' }));
    talk.says('改', change({ type: 'add_chapter', heading: '抓廉洁', side: 'before', of: at('c2') }));
    talk.says('改', change({ type: 'add_chapter', heading: '抓政治', side: 'after', of: at('opening') }));
    expect(outlineNow(talk).chapters.map((one) => one.heading)).toEqual([
      '抓政治',
      '抓学习',
      '抓廉洁',
      '抓队伍',
      '抓作风',
    ]);
  });
  it('gives a new chapter its points instead of the empty lead it began with', () => {
    const talk = drafted().says('改', change({ type: 'add_chapter', heading: '抓作风' }));
    const id = outlineNow(talk).chapters[2]?.id ?? '';
    talk.says('改', change({ type: 'add_point', heading: '改会风', of: at(id) }));
    expect(outlineNow(talk).chapters[2]).toMatchObject({ heading: '抓作风', points: [{ heading: '改会风' }] });
    expect(outlineNow(talk).chapters[2]).not.toHaveProperty('lead');
  });
});

describe('deleting', () => {
  it('lists what has no place now; 并入 moves it with its sentence, 不要了 keeps it on record untold', () => {
    const talk = drafted().says('改', change({ type: 'remove', spots: [at('c1p2')] }));
    expect(talk.seen).toContain('1个数无处落脚');
    expect(talk.seen).toContain('党课次数 5次');
    expect(talk.seen).toContain('〔并入第一章第1点〕');
    talk.pressesButton('并入第一章第1点');
    expect(textsNow(talk).c1p1).toBe('学习{{studies}}，专题{{topics}}。讲党课{{lectures}}。');
    expect(outlineNow(talk).slots.find((slot) => slot.id === 'lectures')?.section).toBe('c1p1');
  });
  it('no longer misses what is not wanted, and keeps the record', () => {
    const talk = drafted().says('改', change({ type: 'remove', spots: [at('c1p2')] }));
    talk.pressesButton('不要了');
    expect(talk.report.facts.lectures).toMatchObject({
      value: { quantity: { amount: '5' } },
      print: { wish: { type: 'omit' } },
    });
    talk.says('记了什么', commands({ type: 'show_facts' }));
    expect(talk.seen).toContain('党课次数');
    talk.says('还缺什么', commands({ type: 'show_missing' }));
    expect(talk.seen).not.toContain('党课次数');
  });
  it('asks no more for what a deleted point lacked', () => {
    const talk = given()
      .started()
      .says('改', change({ type: 'remove', spots: [at('c1p1')] }));
    expect(talk.seen).toContain('集体学习次数');
    talk.says('还缺什么', commands({ type: 'show_missing' }));
    expect(talk.seen).not.toContain('集体学习次数');
    expect(talk.seen).toContain('还缺2项');
  });
  it('takes a chapter away with its points, never the last one, never opening or closing', () => {
    const talk = drafted().says('改', change({ type: 'remove', spots: [at('c2')] }));
    expect(shape(talk)).toEqual(['抓学习：学得经常、讲得明白']);
    expect(talk.says('改', change({ type: 'remove', spots: [at('c1')] })).seen).toContain('只剩这一章');
    expect(talk.says('改', change({ type: 'remove', spots: [at('opening')] })).seen).toContain('固定');
  });
});

describe('merging', () => {
  it('joins the texts in order, word for word, under a new title', () => {
    const talk = drafted();
    const before = textsNow(talk);
    talk.says('改', change({ type: 'merge', spots: [at('c1p1'), at('c1p2')], heading: '以学促干、以讲促干' }));
    expect(shape(talk)[0]).toBe('抓学习：以学促干、以讲促干');
    expect(textsNow(talk)).toEqual({
      opening: before.opening,
      c1p1: `${before.c1p1}${before.c1p2}`,
      c2p1: before.c2p1,
      closing: before.closing,
    });
    expect(outlineNow(talk).slots.find((slot) => slot.id === 'lectures')?.section).toBe('c1p1');
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.seen).toContain('合并第一章第1点');
    expect(textsNow(talk)).toEqual(before);
    expect(outlineNow(talk)).toEqual(party);
  });
  it('joins chapters, points in order', () => {
    const talk = drafted().says('改', change({ type: 'merge', spots: [at('c1'), at('c2')], heading: '抓根本' }));
    expect(shape(talk)).toEqual(['抓根本：学得经常、讲得明白、建好支部']);
  });
  it('refuses a chapter with a point', () => {
    expect(drafted().says('改', change({ type: 'merge', spots: [at('c1'), at('c2p1')] })).seen).toContain('才能合并');
  });
});

describe('moving and renaming', () => {
  it('moves chapters and points, also into another chapter; a chapter left empty goes', () => {
    const talk = drafted();
    const before = textsNow(talk);
    talk.says('改', change({ type: 'move', spot: at('c2'), side: 'before', of: at('c1') }));
    expect(shape(talk)).toEqual(['抓队伍：建好支部', '抓学习：学得经常、讲得明白']);
    talk.says('改', change({ type: 'move', spot: at('c2p1'), side: 'inside', of: at('c1') }));
    expect(shape(talk)).toEqual(['抓学习：学得经常、讲得明白、建好支部']);
    talk.says('改', change({ type: 'shift', spot: at('c2p1'), by: -99 }));
    expect(shape(talk)).toEqual(['抓学习：建好支部、学得经常、讲得明白']);
    talk.says('改', change({ type: 'swap', spots: [at('c1p1'), at('c1p2')] }));
    expect(shape(talk)).toEqual(['抓学习：建好支部、讲得明白、学得经常']);
    expect(textsNow(talk)).toEqual(before);
    for (let step = 0; step < 4; step++) talk.says('撤销', commands({ type: 'undo' }));
    expect(outlineNow(talk)).toEqual(party);
  });
  it('retitles a chapter, a point and the report', () => {
    const talk = drafted().says('改', change({ type: 'retitle', spot: at('c2'), heading: '建强队伍。' }));
    talk.says('改', change({ type: 'retitle', spot: at('c1p1'), heading: '学深悟透' }));
    talk.says('改', change({ type: 'retitle', spot: at('title'), heading: '述职{报告}' }));
    expect(outlineNow(talk).chapters[1]?.heading).toBe('建强队伍');
    expect(outlineNow(talk).chapters[0]?.points[0]?.heading).toBe('学深悟透');
    talk.says('看全文', commands({ type: 'show', section: 'all' }));
    expect(talk.seen).toContain('二、建强队伍');
  });
  it('sets a length and offers to write to it where there is more', () => {
    const talk = given()
      .started()
      .says('改', facts(fact('studies', '12', '次')))
      .says('改', commands({ type: 'draft', section: 'c1' }))
      .drafted(() => '学而时习之，不亦说乎。'.repeat(20));
    talk.says('改', change({ type: 'set_length', spot: at('c1'), characters: 100 }));
    expect(outlineNow(talk).chapters[0]?.points.map((point) => point.length)).toEqual([50, 50]);
    talk.pressesButton('按100字重写');
    expect(talk.of('draft_section')[0]).toMatchObject({
      sections: ['c1p1', 'c1p2'],
      instruction: expect.stringContaining('100'),
    });
  });
  it('writes one point that is too long anew at once', () => {
    const talk = given()
      .started()
      .says('改', facts(fact('studies', '12', '次')))
      .says('改', commands({ type: 'draft', section: 'c1' }))
      .drafted(() => '学而时习之，不亦说乎。'.repeat(20));
    talk.says('改', change({ type: 'set_length', spot: at('c1p1'), characters: 100 }));
    expect(talk.of('draft_section')).toMatchObject([{ sections: ['c1p1'], instruction: '控制在100字以内' }]);
  });
});

describe('places', () => {
  it('understands 第三条 by what was shown last, and asks where nothing tells', () => {
    const talk = drafted().says('改', change({ type: 'retitle', spot: { point: 1, words: '第一条' }, heading: '甲' }));
    expect(talk.seen).toContain('是哪一章的');
    talk.says('看第二章', commands({ type: 'show', section: 'c2' }));
    talk.says('改', change({ type: 'retitle', spot: { point: 1, words: '第一条' }, heading: '甲' }));
    expect(shape(talk)[1]).toBe('抓队伍：甲');
    expect(talk.says('改', change({ type: 'remove', spots: [{ words: '第九章' }] })).seen).toContain('没找到“第九章”');
  });
});

describe('whose report it is', () => {
  it('is changed by its owner alone in a group', () => {
    const talk = given('group').started();
    const before = talk.report.outline;
    talk.says('改', change({ type: 'remove', spots: [at('c1p2')] }), li);
    expect(talk.seen).toContain('由王芳来做');
    expect(talk.report.outline).toBe(before);
  });
  it('answers a late press and a press by another', () => {
    const talk = drafted().says('改', change({ type: 'remove', spots: [at('c1p2')] }));
    const drop = talk.button('不要了').value;
    talk.presses(drop);
    expect(talk.presses(drop).seen).toContain('已经选了“不要了”');
    expect(talk.presses({ ...drop, item: 7 }).seen).toContain('已经处理过了');
  });
  it('puts off what 算了 is said of, and unlocks all at once', () => {
    const talk = drafted().says('改', change({ type: 'remove', spots: [at('c1p2')] }));
    expect(talk.says('算了', commands({ type: 'cancel' })).seen).toContain('先放着');
    expect(talk.report.facts.lectures).not.toHaveProperty('print');
    talk.says('锁', commands({ type: 'lock', spot: { section: 'all', words: '全文' }, locked: true }));
    talk.says('起草', commands({ type: 'draft', section: 'all' }));
    talk.pressesButton('全部解锁');
    expect(talk.report.locked).toEqual({});
  });
  it('does nothing for a card whose change was taken back since', () => {
    const talk = drafted().says('改', change({ type: 'remove', spots: [at('c1p2')] }));
    const [into, drop] = [talk.button('并入第一章第1点').value, talk.button('不要了').value];
    talk.says('撤销', commands({ type: 'undo' }));
    const before = JSON.stringify([talk.report.outline, talk.report.facts, talk.report.sections]);
    expect(talk.presses(into).seen).toContain('已经处理过了');
    talk.presses(drop);
    expect(JSON.stringify([talk.report.outline, talk.report.facts, talk.report.sections])).toBe(before);
  });
  it('asks what a new part is to be called', () => {
    expect(drafted().says('加一章', change({ type: 'add_chapter', heading: '' })).seen).toContain('叫什么');
  });
  it('takes an answer in words', () => {
    const talk = drafted().says('改', change({ type: 'remove', spots: [at('c1p2')] }));
    talk.says('第二个', commands({ type: 'choose', choice: 2 }));
    expect(talk.report.facts.lectures?.print?.wish.type).toBe('omit');
  });
});
