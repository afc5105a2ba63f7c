// Looking and handing over: progress, what is missing, what is recorded, the text, the document.
import { describe, expect, it } from 'vitest';
import { asks, commands, fact, facts, li, quantity, reading } from './fixture.ts';
import { given } from './given.ts';

const told = () =>
  given()
    .started()
    .says('x', reading({ facts: [fact('studies', '12', '次')], rest: '评上了省级文明单位称号' }));
const text = (id: string): string => (id === 'c1p1' ? '学了{{studies}}，专题{{topics}}。' : `${id}的稿子。`);
const drafted = () =>
  told()
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted(text);

describe('looking', () => {
  it('shows progress by chapter', () => {
    const talk = told().says('进度', commands({ type: 'show_progress' }));
    expect(talk.seen).toContain('［2023年度党建述职报告］还缺3项');
    expect(talk.seen).toContain('一、抓学习（1/3，缺2）');
    expect(talk.seen).toContain('✓集体学习次数、学习专题');
    talk
      .says('起草第二章', commands({ type: 'draft', section: 'c2' }))
      .says('进度', commands({ type: 'show_progress' }));
    expect(talk.seen).toContain('二、抓队伍（0/2，缺1，正在写）');
  });

  it('lists what is missing by chapter, as questions, the optional apart', () => {
    const talk = told().says('还缺什么', commands({ type: 'show_missing' }));
    expect(talk.seen).toContain('一、抓学习（缺2项）\n学习专题：学习专题是多少？\n党课次数：党课次数是多少？');
    expect(talk.seen).toContain('可有可无：特色做法');
    expect(talk.seen).not.toContain('集体学习次数');
    expect(talk.pressesButton('一个一个问').seen).toContain('学习专题是多少？');
  });

  it('shows what is recorded with who and when, and the materials', () => {
    const talk = told().says('记了什么', commands({ type: 'show_facts' }));
    expect(talk.seen).toContain('集体学习次数：12次（王芳 1月12日 09:07）');
    expect(talk.seen).toContain('素材（1条）\n评上了省级文明单位称号（王芳 1月12日 09:07）');
    expect(
      given()
        .started()
        .says('记了什么', commands({ type: 'show_facts' })).seen,
    ).toContain('还没有记下');
  });

  it('shows one section, one chapter, the whole', () => {
    const talk = drafted();
    expect(talk.says('看', commands({ type: 'show', section: 'c1p2' })).seen).toContain('二是讲得明白。c1p2的稿子。');
    expect(talk.seen).not.toContain('学得经常');
    expect(talk.says('看', commands({ type: 'show', section: 'c1' })).seen).toContain('一是学得经常。学了12次');
    const whole = talk.says('看全文', commands({ type: 'show', section: 'all' }));
    expect(whole.of('send_card')).toHaveLength(1);
    expect(whole.seen).toContain('closing的稿子');
    expect(talk.says('看', commands({ type: 'show', section: 'c7' })).seen).toContain('没找到这一段');
    expect(told().says('看', commands({ type: 'show', section: 'all' })).seen).toContain('还没有稿子');
    const one = told()
      .says('起草第二章', commands({ type: 'draft', section: 'c2' }))
      .drafted(text);
    expect(one.says('看', commands({ type: 'show', section: 'c1' })).seen).toBe(
      '第一章还没有稿子，说“起草第一章”就写。',
    );
    expect(one.says('看', commands({ type: 'show', section: 'all' })).seen).toContain('（还没起草）');
  });
});

describe('handing over', () => {
  it('sends the report as it stands, frozen, its name telling how much is open', () => {
    const talk = drafted().says('导出', commands({ type: 'compile' }));
    const [file] = talk.of('send_file');
    expect(file).toMatchObject({
      name: '2023年度党建述职报告（送审稿-待补1处）.docx',
      outline: talk.report.outline,
      year: 2023,
      chat: 'oc_1',
    });
    expect(file?.sections).toEqual(
      Object.fromEntries(Object.entries(talk.report.sections).map(([id, head]) => [id, head.version])),
    );
    expect(talk.store[file?.facts ?? '']).toEqual(talk.report.facts);
    expect(talk.seen).toMatch(/约\d+字，待补1处：学习专题。/);
    const was = structuredClone(talk.store[file?.facts ?? '']);
    talk.says('x', facts(fact('topics', '12', '个')));
    expect(talk.store[file?.facts ?? '']).toEqual(was);
  });

  it('has a plain name when nothing is open', () => {
    const talk = drafted()
      .says('x', facts(fact('topics', '12', '个')))
      .says('导出', commands({ type: 'compile' }));
    expect(talk.of('send_file')[0]?.name).toBe('2023年度党建述职报告.docx');
    expect(talk.seen).toContain('没有待补');
  });

  it('freezes the facts of the moment although the same message changes them after', () => {
    const talk = drafted().says('导出，跳过专题', commands({ type: 'compile' }, { type: 'skip', slot: 'topics' }));
    const [file] = talk.of('send_file');
    expect(Object.keys(talk.store[file?.facts ?? ''] as object)).toEqual(['studies']);
  });

  it('names the chapters not drafted yet, and offers to draft when none is', () => {
    const talk = told()
      .says('起草第二章', commands({ type: 'draft', section: 'c2' }))
      .drafted(text);
    talk.says('导出', commands({ type: 'compile' }));
    expect(talk.of('send_file')).toHaveLength(1);
    expect(talk.seen).toContain('开头、第一章、结尾还没起草');
    expect(talk.of('send_file')[0]?.name).toBe('2023年度党建述职报告（送审稿-未写3处）.docx');
    const none = told().says('导出', commands({ type: 'compile' }));
    expect(none.of('send_file')).toEqual([]);
    expect(none.pressesButton('起草全文').of('draft_section')).toHaveLength(4);
  });

  it('mentions questions still open, and a file that could not be sent', () => {
    const talk = drafted()
      .says('y', facts(fact('studies', '13', '次')))
      .says('z', asks({ type: 'which_slot', quantity: quantity('9', '次'), words: '9次', slots: ['lectures'] }))
      .says('导出', commands({ type: 'compile' }));
    expect(talk.seen).toContain('集体学习次数：文中是12次，还报过13次');
    expect(talk.seen).toContain('另有1处问过还没定');
    talk.when({
      type: 'file_failed',
      id: 'f',
      conversation: 'c',
      at: 1,
      report: talk.report.id,
      reason: '网络不通，请再说“导出”。',
    });
    expect(talk.seen).toBe('文件没发出去：网络不通，请再说“导出”。');
  });

  it('while chapters are being written says which', () => {
    const talk = told()
      .says('起草', commands({ type: 'draft', section: 'c2' }))
      .says('导出', commands({ type: 'compile' }));
    expect(talk.seen).toBe('第二章正在写，写好再说“导出”。');
    const half = told()
      .says('起草', commands({ type: 'draft', section: 'c2' }))
      .drafted(text);
    half.says('起草', commands({ type: 'draft', section: 'c1' })).says('导出', commands({ type: 'compile' }));
    expect(half.seen).toContain('第一章正在写，写好再导出一次就是全的。');
  });

  it('in a group only the owner exports', () => {
    const talk = given('group')
      .started()
      .says('导出', commands({ type: 'compile' }), li);
    expect(talk.seen).toContain('由王芳来做');
  });
});
