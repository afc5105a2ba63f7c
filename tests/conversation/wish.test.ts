// How a text is wished to be: of which place, again, of another place too, by quoting its card; and what must be told first.
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/conversation/command.ts';
import type { Version } from '../../src/report/report.ts';
import { commands, fact, facts, li } from './fixture.ts';
import { given } from './given.ts';

const drafted = () =>
  given()
    .started()
    .says('x', facts(fact('branches', '8', '个'), fact('lectures', '3', '次')))
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted();
type Talk = ReturnType<typeof given>;
const wish = (talk: Talk, command: Omit<Extract<Command, { type: 'rewrite' }>, 'type'>): Talk =>
  talk.says(command.instruction, commands({ type: 'rewrite', ...command }));
const jobs = (talk: Talk) => talk.of('draft_section').map(({ sections, instruction }) => [sections, instruction]);
const textOf = (talk: Talk, section: string) => talk.store[talk.report.sections[section]?.version ?? ''] as Version;

describe('the place', () => {
  it('第二点 is of the chapter talked about last', () => {
    const talk = drafted().says('看', commands({ type: 'show', section: 'c1' }));
    wish(talk, { instruction: '第二点短些', spot: { point: 2, words: '第二点' } });
    expect(jobs(talk)).toEqual([[['c1p2'], '第二点短些']]);
  });

  it('one that is not there is said, and nothing is written', () => {
    const talk = wish(drafted(), { instruction: '第九章短些', spot: { words: '第九章' } });
    expect(talk.seen).toContain('没找到“第九章”');
    expect(jobs(talk)).toEqual([]);
  });

  it('按刚才的要求 takes the wish without its place', () => {
    const talk = wish(drafted(), { section: 'c1p1', instruction: '（一）1，短一点' }).drafted(() => '新。');
    wish(talk, { section: 'c2p1', instruction: '第二章第1点也这样改', same: true });
    expect(jobs(talk)).toEqual([[['c2p1'], '短一点']]);
    expect(wish(drafted(), { instruction: 'x', same: true }).seen).toContain('刚才没有说过怎么改');
  });

  it('再来一版 repeats the wish that brought forth what stands', () => {
    const talk = wish(drafted(), { section: 'c1p1', instruction: '短一点' }).drafted(() => '新。');
    wish(talk, { instruction: '不好，再来一版', again: true });
    expect(talk.of('draft_section')).toMatchObject([{ sections: ['c1p1'], instruction: '短一点', again: true }]);
  });
});

describe('a reply to the card of a text', () => {
  const quoting = (said: string, command?: Command) => {
    const talk = drafted().says('看', commands({ type: 'show', section: 'c2p1' }));
    const [card] = talk.of('send_card');
    talk.state?.sent.push({ key: card?.key ?? '', message: 'om_text' });
    talk.says('看', commands({ type: 'show', section: 'c1' }));
    const reading = { commands: command ? [command] : [], facts: [], asks: [], rest: said, by: 'reader' as const };
    return talk.says(said, reading, undefined, { replyTo: 'om_text' });
  };

  it('in any words is a wish about that text', () => {
    expect(jobs(quoting('这里听着像在请功'))).toEqual([[['c2p1'], '这里听着像在请功']]);
    expect(jobs(quoting('短一点', { type: 'rewrite', instruction: '短一点' }))).toEqual([[['c2p1'], '短一点']]);
  });

  it.each(['不错', '好的', '为什么这样写？'])('%s is none', (said) => {
    expect(jobs(quoting(said))).toEqual([]);
  });

  it('还原 brings back what stood there', () => {
    const talk = quoting('还原', { type: 'undo' });
    expect(talk.seen).toContain('只有一个版本');
  });
});

describe('what nobody gave', () => {
  const asking = () => wish(drafted(), { section: 'c1p1', instruction: '补一句关于青年干部的' });

  it('is asked for before anything is rewritten', () => {
    const talk = asking();
    expect(jobs(talk)).toEqual([]);
    expect(talk.seen).toContain('手里没有“青年干部”的材料');
    expect(talk.seen).toContain('〔补上，接着改〕');
  });

  it('and goes on with the answer, which stays as something told of this section', () => {
    const talk = asking().says('选派5名青年干部到一线锻炼');
    expect(jobs(talk)).toEqual([[['c1p1'], '补一句关于青年干部的']]);
    const told = Object.values(talk.report.facts).find((one) => one.value.type === 'text');
    expect(told).toMatchObject({ value: { text: '选派5名青年干部到一线锻炼' }, source: { by: { name: '王芳' } } });
    const outline = talk.store[talk.report.outline] as { slots: { label: string; section: string }[] };
    expect(outline.slots.at(-1)).toMatchObject({ label: '青年干部', section: 'c1p1' });
    talk.drafted(() => '学习，青年干部受锻炼。').says('撤销', commands({ type: 'undo' }));
    expect(Object.values(talk.report.facts).some((one) => one.value.type === 'text')).toBe(false);
    expect(textOf(talk, 'c1p1').text).toBe('c1p1的稿子。');
  });

  it('can be told on the card, or taken from the materials', () => {
    const talk = asking();
    const { value } = talk.button('补上');
    expect(talk.presses(value, undefined, {}).toast?.text).toContain('还没写');
    expect(jobs(talk.presses(value, undefined, { told: '办青年干部读书会' }))).toHaveLength(1);
  });

  it('can be left: with what there is, or not at all', () => {
    expect(jobs(asking().pressesButton('就用现有的改'))).toHaveLength(1);
    const left = asking();
    const { value } = left.button('不改了');
    expect(left.presses(value).toast?.text).toContain('没有动');
    expect(left.presses(value).toast?.text).toContain('已经过去了');
    expect(asking().says('算了', commands({ type: 'cancel' })).seen).toContain('没有动');
  });

  it('of the reporter’s own doing is asked for when no deed is known to be theirs', () => {
    const own = { section: 'c1p1', instruction: '突出我个人做了什么' };
    const talk = wish(drafted(), own);
    expect(talk.seen).toContain('没有写明是本人做的');
    talk.says('我带队到三个支部讲学习体会');
    expect(jobs(talk)).toEqual([[['c1p1'], own.instruction]]);
    expect(Object.values(talk.report.facts).find((one) => one.deed === 'self')).toBeDefined();
    const mine = given()
      .started()
      .says('x', facts({ ...fact('lectures', '3', '次'), deed: 'self' }))
      .says('起草', commands({ type: 'draft', section: 'all' }))
      .drafted();
    expect(jobs(wish(mine, { section: 'c1p2', instruction: '突出我个人做了什么' }))).toHaveLength(1);
  });

  it('is not waited for once something else is asked for, or told of the section itself', () => {
    const talk = asking().says('到哪了', commands({ type: 'show_progress' }));
    talk.says('选派5名青年干部到一线锻炼');
    expect(jobs(talk)).toEqual([]);
    const told = asking().says('x', facts(fact('studies', '12', '次')));
    expect(jobs(told)).toEqual([[['c1p1'], '补一句关于青年干部的']]);
  });

  it('is the owner’s to tell', () => {
    const talk = asking();
    const { value } = talk.button('补上');
    const before = JSON.stringify(talk.report.facts);
    talk.state = { ...(talk.state as NonNullable<Talk['state']>), chat: { id: 'oc_1', type: 'group' } };
    talk.presses(value, li, { told: '办青年干部读书会' });
    expect(JSON.stringify(talk.report.facts)).toBe(before);
  });
});

describe('a rewrite that brought nothing', () => {
  it('leaves the text alone and says why', () => {
    const talk = wish(drafted(), { section: 'c1p1', instruction: '短一点' });
    const [job] = talk.of('draft_section');
    if (!job) throw new Error('a job expected');
    const by = { type: 'phrasebook' as const, id: 'phrasebook@1' };
    talk.when({
      ...{ type: 'section_drafted', id: job.key, conversation: 'c', at: talk.at(), report: job.report, job: job.key },
      texts: [
        { section: 'c1p1', text: 'c1p1的稿子。', by, kept: true, note: '模型这会儿太忙。过一会儿再说一次就行。' },
      ],
    });
    expect(talk.seen).toContain('原来的稿子没动。模型这会儿太忙');
    expect(talk.report.sections.c1p1?.number).toBe(1);
    expect(talk.report.drafting).toEqual({});
  });
});
