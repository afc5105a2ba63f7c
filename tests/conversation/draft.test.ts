// Drafting, rewriting, stopping, undoing: only what was asked for changes, and whatever comes late is ignored.
import { describe, expect, it } from 'vitest';
import { commands, fact, facts, li, quantity } from './fixture.ts';
import { given } from './given.ts';

const told = (type: 'p2p' | 'group' = 'p2p') =>
  given(type)
    .started()
    .says('x', facts(fact('studies', '12', '次'), fact('lectures', '3', '次')));
const draftAll = () => told().says('起草', commands({ type: 'draft', section: 'all' }));
const text = (id: string): string => (id === 'c1p1' ? '学了{{studies}}，专题{{topics}}。' : `${id}的稿子。`);
const heads = (talk: ReturnType<typeof given>) =>
  Object.fromEntries(Object.entries(talk.report.sections).map(([id, head]) => [id, head.version]));

describe('drafting', () => {
  it('makes one job per chapter and for opening and closing, and says so once', () => {
    const talk = draftAll();
    expect(talk.of('draft_section').map((job) => job.sections)).toEqual([
      ['opening'],
      ['c1p1', 'c1p2'],
      ['c2p1'],
      ['closing'],
    ]);
    expect(new Set(talk.of('draft_section').map((job) => job.seed)).size).toBe(4);
    expect(talk.of('send_text')).toHaveLength(1);
    const [, chapter] = talk.of('draft_section');
    expect(talk.report.drafting.c1p1).toBe(chapter?.key);
  });

  it('shows each part as it comes, with the facts in it and what is open, and then the sum', () => {
    const talk = draftAll().drafted(text);
    expect(talk.cards.map((card) => card.title)).toEqual(['开头', '一、抓学习', '二、抓队伍', '结尾']);
    expect(talk.seen).toContain('学了12次，专题〔待补：学习专题〕');
    expect(talk.seen).toContain('待补1处：学习专题');
    expect(talk.seen).toContain('全文都有了');
    expect(talk.seen).toContain('待补1处');
    expect(talk.report.drafting).toEqual({});
    expect(talk.state?.jobs).toEqual({});
  });

  it('drafts one chapter on its own', () => {
    const talk = told().says('起草第一章', commands({ type: 'draft', section: 'c1' }));
    expect(talk.of('draft_section')).toHaveLength(1);
    expect(talk.seen).toBe('起草第一章，稍等。');
    talk.drafted(text);
    expect(talk.seen).toContain('〔重写〕〔填第二章〕〔导出〕');
    expect(talk.seen).not.toContain('全文都有了');
    expect(Object.keys(talk.report.sections)).toEqual(['c1p1', 'c1p2']);
  });

  it('先弄一版 drafts all, and hands the document over where all is drafted', () => {
    const version = commands({ type: 'draft', section: 'all', or_compile: true });
    const talk = told().says('先弄一版', version);
    expect(talk.of('draft_section')).toHaveLength(4);
    talk.drafted(text).says('出一版给领导看', version);
    expect(talk.of('draft_section')).toEqual([]);
    expect(talk.of('send_file')).toHaveLength(1);
  });

  it('asks first when nothing is recorded', () => {
    const ask = () =>
      given()
        .started()
        .says('起草', commands({ type: 'draft', section: 'all' }));
    expect(ask().of('draft_section')).toEqual([]);
    expect(ask().seen).toContain('〔先报情况〕〔照样起草〕');
    expect(ask().pressesButton('照样起草').of('draft_section')).toHaveLength(4);
    expect(
      ask()
        .says('是的', commands({ type: 'confirm' }))
        .of('draft_section'),
    ).toHaveLength(4);
    expect(ask().pressesButton('先报情况').seen).toContain('集体学习次数是多少？');
  });

  it('does not start twice what is being written', () => {
    const talk = draftAll().says('起草', commands({ type: 'draft', section: 'all' }));
    expect(talk.of('draft_section')).toEqual([]);
    expect(talk.seen).toContain('正在写');
  });

  it('keeps a version with who wrote it and what it follows', () => {
    const talk = draftAll().drafted(text);
    expect(talk.store[talk.report.sections.c1p1?.version ?? '']).toMatchObject({
      section: 'c1p1',
      number: 1,
      text: text('c1p1'),
      by: { type: 'phrasebook', id: 'phrasebook@1' },
    });
    const first = talk.report.sections.c1p1?.version;
    talk.says('重写', commands({ type: 'rewrite', section: 'c1p1', instruction: '短一点' })).drafted(() => '短。');
    expect(talk.store[talk.report.sections.c1p1?.version ?? '']).toMatchObject({
      number: 2,
      previous: first,
      why: '短一点',
    });
  });

  it('names the chapters there are when asked for another', () => {
    const talk = told().says('起草第九章', commands({ type: 'draft', section: 'c9' }));
    expect(talk.seen).toBe('没找到这一段。现在有：开头、第一章、第二章、结尾。');
  });

  it('tells a failure plainly and can be asked again', () => {
    const talk = draftAll();
    const [job] = talk.of('draft_section');
    const failed = {
      id: job?.key ?? '',
      conversation: 'c',
      at: talk.at(),
      report: talk.report.id,
      job: job?.key ?? '',
    };
    talk.when({ type: 'section_failed', ...failed, reason: '模型没有回答，请稍后再说“起草”。' });
    expect(talk.seen).toBe('开头没写成：模型没有回答，请稍后再说“起草”。');
    expect(talk.says('起草', commands({ type: 'draft', section: 'opening' })).of('draft_section')).toHaveLength(1);
  });

  it('says which sections did not come', () => {
    const talk = told().says('起草第一章', commands({ type: 'draft', section: 'c1' }));
    talk.drafted((id) => (id === 'c1p2' ? ' ' : text(id)));
    expect(Object.keys(talk.report.sections)).toEqual(['c1p1']);
    expect(talk.seen).toContain('第一章第2点“讲得明白”这次没写出来');
  });

  it('leaves drafting in a group to the owner', () => {
    const talk = told('group').says('起草', commands({ type: 'draft', section: 'all' }), li);
    expect(talk.seen).toBe('这一步由王芳来做，你可以接着报情况。');
    expect(talk.of('draft_section')).toEqual([]);
  });
});

describe('stopping', () => {
  it('ignores what comes after 停, and what another job has overtaken', () => {
    const talk = draftAll();
    const jobs = talk.of('draft_section');
    expect(talk.says('停', commands({ type: 'stop' })).seen).toContain('停下了：开头、第一章、第二章、结尾');
    const stopped = JSON.stringify({ ...talk.state, handled: [] });
    for (const job of jobs) talk.jobDone(job, text);
    expect(talk.effects).toEqual([]);
    expect(JSON.stringify({ ...talk.state, handled: [] })).toBe(stopped);
    expect(talk.says('停', commands({ type: 'stop' })).seen).toBe('现在没有正在写的。');
    talk.says('一个一个问', commands({ type: 'ask_next' }));
    expect(talk.says('停', commands({ type: 'stop' })).seen).toBe('好，先问到这里。');
  });

  it('a section rewritten while its chapter is being written keeps the newer words', () => {
    const talk = told().says('起草第一章', commands({ type: 'draft', section: 'c1' }));
    const [chapter] = talk.of('draft_section');
    talk.says('重写', commands({ type: 'rewrite', section: 'c1p1', instruction: '短' }));
    const [point] = talk.of('draft_section');
    if (!chapter || !point) throw new Error('two jobs expected');
    talk.jobDone(point, () => '短。').jobDone(chapter, text);
    expect(talk.store[talk.report.sections.c1p1?.version ?? '']).toMatchObject({ text: '短。' });
    expect(talk.store[talk.report.sections.c1p2?.version ?? '']).toMatchObject({ text: 'c1p2的稿子。' });
  });

  it('takes nothing from an overtaken job, whichever comes first', () => {
    const talk = told().says('起草第一章', commands({ type: 'draft', section: 'c1' }));
    const [chapter] = talk.of('draft_section');
    talk.says('重写', commands({ type: 'rewrite', section: 'c1p1', instruction: '短' }));
    if (!chapter) throw new Error('a job expected');
    talk.jobDone(chapter, text);
    expect(Object.keys(talk.report.sections)).toEqual(['c1p2']);
    expect(Object.keys(talk.report.drafting)).toEqual(['c1p1']);
  });

  it('after 停 and a new 起草 the stopped job’s words do not count', () => {
    const talk = told().says('起草第二章', commands({ type: 'draft', section: 'c2' }));
    const [stopped] = talk.of('draft_section');
    talk.says('停', commands({ type: 'stop' })).says('起草第二章', commands({ type: 'draft', section: 'c2' }));
    if (!stopped) throw new Error('a job expected');
    talk.jobDone(stopped, text);
    expect(talk.report.sections).toEqual({});
    expect(talk.effects).toEqual([]);
  });

  it('a result for a report that is gone changes nothing', () => {
    const talk = draftAll();
    const [job] = talk.of('draft_section');
    if (!job) throw new Error('a job expected');
    talk.jobDone({ ...job, report: 'r-none' }, text);
    expect(talk.effects).toEqual([]);
  });
});

describe('rewriting', () => {
  const drafted = () => draftAll().drafted(text);

  it('changes only its own section and shows old and new', () => {
    const talk = drafted();
    const before = heads(talk);
    talk.says('（二）1 短一点', commands({ type: 'rewrite', section: 'c2p1', instruction: '短一点' }));
    expect(talk.seen).toBe('重写第二章第1点“建好支部”，其他地方不动。');
    expect(talk.of('draft_section')).toMatchObject([{ sections: ['c2p1'], instruction: '短一点' }]);
    talk.drafted(() => '新的稿子。');
    const after = heads(talk);
    expect(Object.keys(after).filter((id) => after[id] !== before[id])).toEqual(['c2p1']);
    expect(talk.seen).toContain('按你说的：短一点');
    expect(talk.seen).toContain('建好支部。新的稿子。');
    expect(talk.seen).toContain('建好支部。{-c2p1}{+新}的稿子。');
    expect(talk.seen).toContain('〔采用〕〔再来一版〕〔改〕〔还原〕');
  });

  it('再来一版 asks again with the same words and another seed', () => {
    const talk = drafted().says('改', commands({ type: 'rewrite', section: 'c2p1', instruction: '短一点' }));
    const seed = talk.of('draft_section')[0]?.seed;
    talk.drafted(() => '新的稿子。').pressesButton('再来一版');
    expect(talk.of('draft_section')).toMatchObject([{ sections: ['c2p1'], instruction: '短一点' }]);
    expect(talk.of('draft_section')[0]?.seed).not.toBe(seed);
  });

  it('means the section shown last, else asks which with a form', () => {
    const talk = drafted().says('写实一点', commands({ type: 'rewrite', instruction: '写实一点' }));
    expect(talk.seen).toContain('［重写哪一段？］');
    const { value } = talk.button('重写');
    expect(talk.presses(value, undefined, {}).seen).toContain('还没选是哪一段');
    talk.presses(value, undefined, { section: 'c1p2', instruction: '写实一点' });
    expect(talk.of('draft_section')).toMatchObject([{ sections: ['c1p2'], instruction: '写实一点' }]);
    talk.drafted(() => '实。').says('再短', commands({ type: 'rewrite', instruction: '再短' }));
    expect(talk.of('draft_section')).toMatchObject([{ sections: ['c1p2'], instruction: '再短' }]);
  });

  it('drafts what has no text yet, and says so when nothing has', () => {
    const talk = told().says('改', commands({ type: 'rewrite', section: 'c1', instruction: '短' }));
    expect(talk.seen).toBe('起草第一章，稍等。');
    expect(told().says('改', commands({ type: 'rewrite', instruction: '短' })).seen).toContain('还没有稿子');
  });

  it('shows why the phrasebook had to write, and when nothing changed', () => {
    const talk = drafted().says('改', commands({ type: 'rewrite', section: 'c2p1', instruction: '短' }));
    talk.drafted(() => 'c2p1的稿子。', '没有配置模型，这一段由句式库写成。');
    expect(talk.seen).toContain('没有配置模型，这一段由句式库写成。');
    expect(talk.seen).toContain('这一版和原来一样');
    expect(talk.seen).not.toContain('采用');
    expect(talk.report.sections.c2p1?.number).toBe(1);
  });

  it('rewrites everything drafted with the same words when all is meant', () => {
    const talk = drafted().says('全文写短', commands({ type: 'rewrite', section: 'all', instruction: '短' }));
    expect(talk.of('draft_section').map((job) => job.instruction)).toEqual(['短', '短', '短', '短']);
    talk.drafted(() => '短。');
    expect(talk.cards).toHaveLength(4);
    expect(talk.seen).toContain('全文都有了');
  });

  it('a correction shows in the text without a new draft', () => {
    const talk = drafted().says('x', facts(fact('studies', '14', '次', true)));
    talk.says('看', commands({ type: 'show', section: 'c1p1' }));
    expect(talk.seen).toContain('学了14次');
  });
});

describe('undo', () => {
  it('is one stack over texts and facts, and says what it took back and what would be next', () => {
    const talk = told()
      .says('起草第二章', commands({ type: 'draft', section: 'c2' }))
      .drafted(text);
    talk.says('x', facts(fact('studies', '14', '次', true)));
    const undo = () => talk.says('撤销', commands({ type: 'undo' })).seen;
    expect(undo()).toBe('撤销了：集体学习次数 12次→14次。再撤销就是：起草第二章第1点“建好支部”。');
    expect(undo()).toBe('撤销了：起草第二章第1点“建好支部”。再撤销就是：记下的2项。');
    expect(talk.report.sections).toEqual({});
    expect(undo()).toBe('撤销了：记下的2项。');
    expect(talk.report.facts).toEqual({});
    expect(undo()).toBe('没有可以撤销的了。');
  });

  it('in a group everyone may take back only their own last step', () => {
    const talk = given('group')
      .started()
      .says('x', facts(fact('studies', '12', '次')));
    talk.says('y', facts(fact('lectures', '3', '次')), li);
    expect(talk.says('撤销', commands({ type: 'undo' }), li).seen).toContain('党课次数 3次');
    expect(talk.says('撤销', commands({ type: 'undo' }), li).seen).toContain('由王芳来做');
    expect(talk.report.facts.studies?.value).toEqual({ type: 'figure', quantity: quantity('12', '次') });
  });

  it('remembers fifty steps and no more', () => {
    const talk = given().started();
    for (let n = 0; n < 60; n++) talk.says('x', facts(fact('studies', String(n), '次', true)));
    expect(talk.report.undo).toHaveLength(50);
  });

  it('起草 is one step, however many parts it wrote; 重做 brings all of it back', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('studies', '12', '次')))
      .says('起草', commands({ type: 'draft', section: 'all' }))
      .drafted();
    const written = talk.report.sections;
    expect(talk.report.undo.map(({ what }) => what)).toEqual(['记下“集体学习次数 12次”', '起草全文']);
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.seen).toContain('撤销了：起草全文。');
    expect(talk.report.sections).toEqual({});
    expect(talk.says('重做', commands({ type: 'redo' })).seen).toBe('恢复了：起草全文。');
    expect(talk.report.sections).toEqual(written);
  });

  it('a section rewritten meanwhile keeps its own step', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('studies', '12', '次')))
      .says('起草', commands({ type: 'draft', section: 'all' }));
    const jobs = talk.of('draft_section');
    for (const job of jobs.slice(0, 2)) talk.jobDone(job, (id) => `${id}甲。`);
    talk.says('党课3次', facts(fact('lectures', '3', '次')));
    for (const job of jobs.slice(2)) talk.jobDone(job, (id) => `${id}甲。`);
    expect(talk.report.undo.map(({ what }) => what)).toEqual([
      '记下“集体学习次数 12次”',
      '起草全文',
      '记下“党课次数 3次”',
    ]);
  });

  it('stops what is being written before it takes anything back', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('studies', '12', '次')))
      .says('起草', commands({ type: 'draft', section: 'all' }));
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.seen).toContain('停下了');
    expect(talk.report.drafting).toEqual({});
    expect(talk.report.facts.studies).toBeDefined();
    expect(talk.says('撤销', commands({ type: 'undo' })).seen).toContain('撤销了：记下“集体学习次数 12次”');
  });

  it('重做 without a 撤销, or after another change, is refused', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('studies', '12', '次')));
    expect(talk.says('恢复', commands({ type: 'redo' })).seen).toContain('没有刚撤销的可以恢复');
    talk.says('撤销', commands({ type: 'undo' })).says('y', facts(fact('lectures', '3', '次')));
    expect(talk.says('重做', commands({ type: 'redo' })).seen).toContain('没有刚撤销的可以恢复');
    expect(talk.report.facts.studies).toBeUndefined();
  });
});

describe('起草，然后导出', () => {
  it('sends the file once what was asked for first is written', () => {
    const talk = given()
      .started()
      .says('党课3次，起草第一章，然后导出', {
        ...commands({ type: 'draft', section: 'c1' }, { type: 'compile' }),
        facts: [fact('lectures', '3', '次')],
      });
    expect(talk.of('send_file')).toEqual([]);
    expect(talk.seen).toContain('写好就把文件发给你。');
    talk.drafted();
    expect(talk.of('send_file')).toHaveLength(1);
    expect(Object.keys(talk.of('send_file')[0]?.sections ?? {})).toContain('c1p1');
    expect(talk.report.exportWhenDrafted).toBeUndefined();
  });

  it('and not after 停', () => {
    const talk = given()
      .started()
      .says('党课3次，起草第一章，然后导出', {
        ...commands({ type: 'draft', section: 'c1' }, { type: 'compile' }),
        facts: [fact('lectures', '3', '次')],
      })
      .says('停', commands({ type: 'stop' }));
    expect(talk.report.exportWhenDrafted).toBeUndefined();
  });
});

it('a note about several sections of one chapter is said once', () => {
  const talk = given()
    .started()
    .says('x', facts(fact('studies', '12', '次')))
    .says('起草第一章', commands({ type: 'draft', section: 'c1' }))
    .drafted()
    .says('写短一点', commands({ type: 'rewrite', section: 'c1', instruction: '写短一点' }));
  const [job] = talk.of('draft_section');
  if (!job) throw new Error('nothing is drafted');
  const texts = job.sections.map((section, at) => ({
    ...{ section, text: `${section}短。`, by: { type: 'phrasebook' as const, id: 'phrasebook@1' } },
    note: `由短语库改写：已换成最短的写法，印出来${at + 20}字。`,
  }));
  const common = { id: job.key, conversation: 'c', at: talk.at(), report: job.report, job: job.key };
  talk.when({ type: 'section_drafted', ...common, texts });
  expect(talk.seen.match(/短语库/gu)).toHaveLength(1);
  expect(talk.seen).toContain('由短语库改写：已换成最短的写法。');
});
