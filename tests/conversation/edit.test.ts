// A person's own words go in exactly as said, by no model: replaced, deleted, added, handed over whole. Figures among them are asked about, never guessed.
import { describe, expect, it } from 'vitest';
import type { Spot, TextEdit } from '../../src/conversation/edit-command.ts';
import type { Version } from '../../src/report/report.ts';
import { commands, fact, facts, li, quantity, wang } from './fixture.ts';
import { given, type Talk } from './given.ts';

const at = (section: string): Spot => ({ section, words: section });
const edit = (one: TextEdit): ReturnType<typeof commands> => commands({ type: 'edit_text', edit: one });
const versionOf = (talk: Talk, id: string): Version => talk.store[talk.report.sections[id]?.version ?? ''] as Version;
const textOf = (talk: Talk, id: string): string => versionOf(talk, id).text;
const heads = (talk: Talk): string => JSON.stringify(talk.report.sections);

const texts: Record<string, string> = {
  c1p1: '全年学习{{studies}}，专题{{topics}}，取得显著成效。',
  c1p2: '讲党课{{lectures}}，取得显著成效。',
};

function drafted(type: 'p2p' | 'group' = 'p2p'): Talk {
  return given(type)
    .started()
    .says(
      '报',
      facts(
        fact('studies', '12', '次'),
        fact('topics', '5', '个'),
        fact('lectures', '5', '次'),
        fact('branches', '6', '个'),
      ),
    )
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted((id) => texts[id] ?? `${id}的稿子。`);
}

describe('replacing', () => {
  it('changes the words where they stand, as a version by that person, and nothing else', () => {
    const talk = drafted();
    const others = { ...talk.report.sections };
    talk.says('改', edit({ type: 'replace', find: '全年学习', put: '全年集体学习', spot: at('c1p1') }));
    expect(textOf(talk, 'c1p1')).toBe('全年集体学习{{studies}}，专题{{topics}}，取得显著成效。');
    expect(versionOf(talk, 'c1p1').by).toEqual({ type: 'person', person: wang });
    expect({ ...talk.report.sections, c1p1: others.c1p1 }).toEqual(others);
    expect(talk.seen).toContain('“全年学习”→“全年集体学习”');
  });
  it('finds words across a token, and keeps the token where the figure stays', () => {
    const talk = drafted().says(
      '改',
      edit({ type: 'replace', find: '学习12次，专题5个', put: '集中学习12次，设专题5个' }),
    );
    expect(textOf(talk, 'c1p1')).toBe('全年集中学习{{studies}}，设专题{{topics}}，取得显著成效。');
    talk.says('改数', facts(fact('studies', '14', '次', true)));
    talk.says('看', commands({ type: 'show', section: 'c1' }));
    expect(talk.seen).toContain('全年集中学习14次');
  });
  it('makes a changed figure words, says so, and asks whether it is the record', () => {
    const talk = drafted().says('改', edit({ type: 'replace', find: '学习12次', put: '学习15次' }));
    expect(textOf(talk, 'c1p1')).toBe('全年学习15次，专题{{topics}}，取得显著成效。');
    expect(talk.seen).toContain('以后改数它不会跟着变');
    expect(talk.seen).toContain('集体学习次数记的是12次');
    talk.pressesButton('并记为集体学习次数 15次');
    expect(talk.report.facts.studies?.value).toEqual({ type: 'figure', quantity: quantity('15', '次') });
    expect(textOf(talk, 'c1p1')).toBe(texts.c1p1);
  });
  it('leaves a figure only in the text when that is wanted', () => {
    const talk = drafted().says('改', edit({ type: 'replace', find: '学习12次', put: '学习15次' }));
    talk.pressesButton('只在文中');
    expect(talk.report.facts.studies?.value).toEqual({ type: 'figure', quantity: quantity('12', '次') });
    expect(textOf(talk, 'c1p1')).toContain('15次');
  });
  it('asks which where the words stand in several places, and takes the one or all', () => {
    const talk = drafted().says('改', edit({ type: 'replace', find: '显著成效', put: '积极成效' }));
    expect(talk.seen).toContain('“显著成效”有2处');
    const before = heads(talk);
    const all = talk.button('全部').value;
    talk.pressesButton('第一章第2点');
    expect(textOf(talk, 'c1p2')).toBe('讲党课{{lectures}}，取得积极成效。');
    expect(heads(talk)).not.toBe(before);
    expect(talk.presses(all).seen).toContain('已经选了');
    talk.says('都改', edit({ type: 'replace', find: '成效', put: '实效', which: 'all' }));
    expect([textOf(talk, 'c1p1'), textOf(talk, 'c1p2')]).toEqual([
      '全年学习{{studies}}，专题{{topics}}，取得显著实效。',
      '讲党课{{lectures}}，取得积极实效。',
    ]);
  });
  it('reads marks in either width, and changes a heading where the words are its', () => {
    const talk = drafted().says('改', edit({ type: 'replace', find: '12次,专题', put: '12次，其中专题' }));
    expect(textOf(talk, 'c1p1')).toContain('{{studies}}，其中专题{{topics}}');
    talk.says('改', edit({ type: 'replace', find: '讲得明白', put: '讲得透彻' }));
    expect(talk.seen).toContain('第一章第2点的标题：“讲得明白”→“讲得透彻”');
  });
  it('says so when the words stand nowhere or nothing is drafted', () => {
    expect(drafted().says('改', edit({ type: 'replace', find: '没有的话', put: '甲' })).seen).toContain(
      '没有“没有的话”',
    );
    expect(
      given()
        .started()
        .says('改', edit({ type: 'replace', find: '甲', put: '乙' })).seen,
    ).toContain('还没有稿子');
  });
});

describe('deleting', () => {
  it('mends the marks where the words were', () => {
    const talk = drafted().says('删', edit({ type: 'replace', find: '取得显著成效', put: '', spot: at('c1p1') }));
    expect(textOf(talk, 'c1p1')).toBe('全年学习{{studies}}，专题{{topics}}。');
  });
  it('lists the figures that went with the words', () => {
    const talk = drafted().says('删', edit({ type: 'replace', find: '，专题5个', put: '' }));
    expect(textOf(talk, 'c1p1')).toBe('全年学习{{studies}}，取得显著成效。');
    expect(talk.seen).toContain('1个数无处落脚');
    expect(talk.seen).toContain('学习专题 5个');
    talk.pressesButton('不要了');
    expect(talk.report.facts.topics?.print?.wish).toEqual({ type: 'omit' });
  });
});

describe('adding', () => {
  it('puts a sentence at the end or the beginning, and beside other words', () => {
    const talk = drafted().says('加', edit({ type: 'append', put: '学风更实', at: 'end', spot: at('c1p1') }));
    talk.says('加', edit({ type: 'append', put: '学在前列。', at: 'start', spot: at('c1p1') }));
    talk.says('加', edit({ type: 'insert', near: '全年', side: 'after', put: '坚持' }));
    expect(textOf(talk, 'c1p1')).toBe(`学在前列。全年坚持学习{{studies}}，专题{{topics}}，取得显著成效。学风更实。`);
  });
  it('makes a figure that is printed as recorded stand for the record, and asks about a new one', () => {
    const talk = drafted().says(
      '加',
      edit({ type: 'append', put: '党课5次，其中新任干部课3次', at: 'end', spot: at('c1p2') }),
    );
    expect(talk.seen).toContain('3次没有记录');
    expect(textOf(talk, 'c1p2')).toContain('党课5次，其中新任干部课3次。');
    talk.pressesButton('放素材');
    expect(talk.report.materials.map((one) => one.text)).toEqual(['其中新任干部课3次']);
  });
  it('asks where, when nothing tells', () => {
    const talk = drafted().says('加', edit({ type: 'append', put: '特此报告', at: 'end', spot: { words: '' } }));
    talk.pressesButton('第二章第1点末尾');
    expect(textOf(talk, 'c2p1')).toBe('c2p1的稿子。特此报告。');
  });
});

describe('a paragraph handed over', () => {
  const own = '我局{党组}学得勤，全年学习12次，共9个专题。';
  it('stands there exactly, figures as typed, braces and all; what is printed as recorded follows the record', () => {
    const talk = drafted().says('用', edit({ type: 'take_text', text: own, spot: at('c1p1') }));
    expect(textOf(talk, 'c1p1')).toContain('全年学习{{studies}}，共9个专题');
    talk.says('看', commands({ type: 'show', section: 'c1p1' }));
    expect(talk.seen).toContain(own);
  });
  it('asks about a figure that differs from the record, and keeps it as typed meanwhile', () => {
    const talk = drafted().says('用', edit({ type: 'take_text', text: own, spot: at('c1p1') }));
    expect(talk.seen).toContain('学习专题记的是5个');
    expect(talk.seen).toContain('一字未动');
  });
  it('is flagged when exported, where it holds a figure no fact stands behind', () => {
    const talk = drafted().says('用', edit({ type: 'take_text', text: own, spot: at('c1p1') }));
    talk.says('导出', commands({ type: 'compile' }));
    expect(talk.seen).toContain('没有出处，请核：9个');
  });
  it('takes the place of a whole chapter, whose other figures are listed', () => {
    const talk = drafted().says('用', edit({ type: 'take_text', text: '全年学习12次，学风很好。', spot: at('c1') }));
    expect(talk.seen).toContain('2个数无处落脚');
    talk.says('看', commands({ type: 'show', section: 'c1' }));
    expect(talk.seen).toContain('全年学习12次，学风很好。');
    expect(talk.seen).not.toContain('一是');
    talk.says('撤销', commands({ type: 'undo' }));
    talk.says('看', commands({ type: 'show', section: 'c1' }));
    expect(talk.seen).toContain('二是讲得明白。讲党课5次');
  });
  it('may begin with its own heading, which is then not said twice', () => {
    const talk = drafted().says('用', edit({ type: 'take_text', text: '学得经常。全年都学。', spot: at('c1p1') }));
    talk.says('用', edit({ type: 'take_text', text: '二、抓队伍\n队伍过硬。', spot: at('c2') }));
    talk.says('看', commands({ type: 'show', section: 'all' }));
    expect(talk.seen).toContain('一是学得经常。全年都学。');
    expect(talk.seen.split('抓队伍')).toHaveLength(2);
  });
  it('can be given before anything is drafted', () => {
    const talk = given()
      .started()
      .says('用', edit({ type: 'take_text', text: own, spot: at('c1p2') }));
    talk.says('看', commands({ type: 'show', section: 'c1p2' }));
    expect(talk.seen).toContain(own);
  });
  it('asks for the words when they did not come', () => {
    expect(drafted().says('用', edit({ type: 'take_text', text: '', spot: at('c1p1') })).seen).toContain(
      '原话没有跟上',
    );
  });
});

describe('whose words they are', () => {
  const own = (): Talk => drafted().says('用', edit({ type: 'take_text', text: '就这样写。', spot: at('c1p1') }));
  it('drafting everything passes them over and says so', () => {
    const talk = own().says('起草', commands({ type: 'draft', section: 'all' }));
    expect(talk.of('draft_section').flatMap((job) => job.sections)).not.toContain('c1p1');
    expect(talk.seen).toContain('是你手写的，没有动');
  });
  it('rewriting asks first, and does it when told', () => {
    const talk = own().says('重写', commands({ type: 'rewrite', section: 'c1p1', instruction: '短些' }));
    expect(talk.of('draft_section')).toEqual([]);
    talk.pressesButton('照样重写');
    expect(talk.of('draft_section')[0]).toMatchObject({ sections: ['c1p1'], instruction: '短些' });
  });
  it('does not take in a draft that was on its way when the words were given', () => {
    const talk = drafted().says('重写', commands({ type: 'rewrite', section: 'c1p1', instruction: '' }));
    const [job] = talk.of('draft_section');
    talk.says('用', edit({ type: 'take_text', text: '就这样写。', spot: at('c1p1') }));
    if (job) talk.jobDone(job, () => '机器写的。');
    expect(textOf(talk, 'c1p1')).toBe('就这样写。');
  });
  it('are the owner’s to change in a group', () => {
    const talk = drafted('group').says('改', edit({ type: 'replace', find: '全年', put: '今年' }), li);
    expect(talk.seen).toContain('由王芳来做');
  });
});

describe('locks', () => {
  const lock = (locked: boolean, section = 'c1p1') => commands({ type: 'lock', spot: at(section), locked });
  it('refuse drafting, rewriting and deleting, with a button that opens', () => {
    const talk = drafted().says('锁', lock(true));
    expect(talk.says('写', commands({ type: 'rewrite', section: 'c1p1', instruction: '' })).seen).toContain('锁着');
    expect(talk.of('draft_section')).toEqual([]);
    talk.says('删', commands({ type: 'restructure', change: { type: 'remove', spots: [at('c1')] } }));
    expect(talk.seen).toContain('锁着');
    talk.pressesButton('解锁第一章第1点');
    expect(talk.report.locked).toEqual({});
  });
  it('are passed over when all is drafted, and undone in order', () => {
    const talk = drafted()
      .says('锁', lock(true, 'c1'))
      .says('起草', commands({ type: 'draft', section: 'all' }));
    expect(talk.seen).toContain('锁着，没有动');
    talk.drafted();
    talk.says('撤销', commands({ type: 'undo' })).says('撤销', commands({ type: 'undo' }));
    expect(talk.seen).toContain('锁定第一章');
    expect(talk.report.locked).toEqual({});
  });
  it('open all at once', () => {
    const talk = drafted()
      .says('锁', lock(true, 'c1'))
      .says('解锁', commands({ type: 'lock', spot: { words: '' }, locked: false }));
    expect(talk.report.locked).toEqual({});
    expect(talk.says('解锁', commands({ type: 'lock', spot: { words: '' }, locked: false })).seen).toContain(
      '没有锁着的',
    );
  });
});
