// Drafts that grow in cards of their own: opened with the job, closed with it whatever becomes of it; late facts; one card for the whole.
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../src/conversation/effect.ts';
import type { SectionDrafted } from '../../src/conversation/event.ts';
import { shapeOf } from '../../src/report/fact-shape.ts';
import { commands, fact, facts, party, quantity } from './fixture.ts';
import { given, readCard, type Talk } from './given.ts';

type Job = Extract<Effect, { type: 'draft_section' }>;

function told(): Talk {
  const talk = given()
    .started()
    .says('x', facts(fact('studies', '12', '次'), fact('lectures', '3', '次')));
  talk.streams = true;
  return talk;
}
const draftAll = () => told().says('起草', commands({ type: 'draft', section: 'all' }));

/** The result as a job gives it that began when the facts were these. */
function result(talk: Talk, job: Job, textFor: (id: string) => string, given = talk.report.facts): SectionDrafted {
  const texts = job.sections.map((section) => ({
    section,
    text: textFor(section),
    by: { type: 'model' as const, prompt: 'draft-chapter@1', model: 'm' },
    shape: shapeOf(section, { outline: party, facts: given }),
  }));
  const common = { id: `${job.key}!`, conversation: 'c', at: talk.at(), report: job.report, job: job.key };
  return { type: 'section_drafted', ...common, texts };
}
const text = (id: string): string =>
  id === 'c1p1' ? '学了{{studies}}。' : id === 'c1p2' ? '讲了{{lectures}}。' : '写了。';
const updatesOf = (talk: Talk, card: string | undefined) => talk.of('update_card').filter((one) => one.of === card);
const progressOf = (talk: Talk): string => {
  const [update] = talk.of('update_card').filter((one) => one.card.title.startsWith('2023年度'));
  return update ? readCard(update.card) : '';
};

describe('all chapters at once', () => {
  it('each in a card of its own under one card for the whole, and not a word beside', () => {
    const talk = draftAll();
    const cards = talk.of('send_card');
    // The writers first: nobody who waits for a text should wait for its card.
    expect(talk.effects.slice(0, 5).map(({ type }) => type)).toEqual([...Array(4).fill('draft_section'), 'send_card']);
    expect(talk.effects[4]).toBe(cards[0]);
    expect(cards.map(({ stream }) => stream)).toEqual([undefined, true, true, true, true]);
    expect(cards.slice(1).map(({ card }) => card.title)).toEqual(['开头', '一、抓学习', '二、抓队伍', '结尾']);
    for (const { card } of cards.slice(1)) expect(card.subtitle).toBe('正在写，写完核对');
    expect(talk.of('draft_section').map(({ card }) => card)).toEqual(cards.slice(1).map(({ key }) => key));
    expect(talk.of('send_text')).toEqual([]);
    expect(readCard(cards[0]?.card as never)).toContain('✍️ 一、抓学习……');
  });

  it('puts the proved text into its card, and a tick on the card of the whole', () => {
    const talk = draftAll();
    const jobs = talk.of('draft_section');
    const second = jobs[1] as Job;
    talk.when(result(talk, second, text));
    expect(talk.of('send_card')).toEqual([]);
    const [update] = updatesOf(talk, second.card);
    expect(update && readCard(update.card)).toContain('学了12次');
    expect(update?.inPlaceOnly).toBeUndefined();
    expect(progressOf(talk)).toContain('✅ 一、抓学习');
    expect(progressOf(talk)).toContain('✍️ 二、抓队伍……');
    for (const job of jobs.filter((one) => one !== second)) talk.when(result(talk, job, text));
    expect(progressOf(talk)).toContain('写完了');
    expect(progressOf(talk)).not.toContain('〔停〕');
    expect(talk.seen).toContain('全文都有了');
    expect(talk.state?.progress).toBeUndefined();
  });

  it('sends no card where only the phrasebook writes', () => {
    const talk = told();
    talk.streams = false;
    talk.says('起草', commands({ type: 'draft', section: 'all' }));
    expect(talk.of('send_card')).toEqual([]);
    expect(talk.state?.progress).toBeUndefined();
    talk.drafted(text);
    expect(talk.of('update_card')).toEqual([]);
    expect(talk.of('send_card')).toHaveLength(4);
  });

  it('says on both cards what was not written, and tells', () => {
    const talk = draftAll();
    const [job] = talk.of('draft_section');
    const common = { id: 'f', conversation: 'c', at: talk.at(), report: talk.report.id, job: job?.key ?? '' };
    talk.when({ type: 'section_failed', ...common, reason: '模型没有回答，请稍后再说“起草”。' });
    expect(updatesOf(talk, job?.card).map(({ card }) => readCard(card))).toEqual([
      '［开头］\n没写成：模型没有回答，请稍后再说“起草”。',
    ]);
    expect(progressOf(talk)).toContain('⚠️ 开头（没写成）');
    expect(talk.of('send_text')).toHaveLength(1);
  });
});

describe('stopping', () => {
  it('closes every card that grows, and says that half a text was not kept', () => {
    const talk = draftAll();
    const jobs = talk.of('draft_section');
    talk.when(result(talk, jobs[0] as Job, text)).says('停', commands({ type: 'stop' }));
    const closed = jobs.slice(1).flatMap(({ card }) => updatesOf(talk, card));
    expect(closed.map(({ card }) => readCard(card))).toEqual(
      ['一、抓学习', '二、抓队伍', '结尾'].map((title) => `［${title}］\n已停，写到一半的没有保留。`),
    );
    expect(updatesOf(talk, jobs[0]?.card)).toEqual([]);
    expect(progressOf(talk)).toContain('已停，写好1/4');
    expect(talk.state?.jobs).toEqual({});
    expect(talk.when(result(talk, jobs[1] as Job, text)).effects).toEqual([]);
  });

  it('by the button on the card of the whole', () => {
    const talk = draftAll().pressesButton('停');
    expect(talk.of('update_card')).toHaveLength(5);
    expect(talk.report.drafting).toEqual({});
  });

  it('leaves no card of a job that ended in another way', () => {
    const talk = draftAll();
    const jobs = talk.of('draft_section');
    talk.says('重来', commands({ type: 'start_over' })).says('是的', commands({ type: 'confirm' }));
    for (const { card } of jobs)
      expect(updatesOf(talk, card).map((one) => readCard(one.card))[0]).toContain('没有保留');
  });
});

describe('one chapter anew while the others go on', () => {
  it('begins again in a card of its own, and the card of the whole waits for that', () => {
    const talk = draftAll();
    const before = talk.of('draft_section');
    talk.says('重写第二章', commands({ type: 'rewrite', section: 'c2', instruction: '' }));
    const [again] = talk.of('draft_section') as [Job];
    expect(again.sections).toEqual(['c2p1']);
    expect(updatesOf(talk, before[2]?.card).map(({ card }) => readCard(card))).toEqual([
      '［二、抓队伍］\n这一稿不写了，写到一半的没有保留。',
    ]);
    expect(talk.when(result(talk, before[2] as Job, text)).effects).toEqual([]);
    talk.when(result(talk, again, () => '重新写的。'));
    expect(updatesOf(talk, again.card).map(({ card }) => readCard(card))[0]).toContain('重新写的');
    expect(progressOf(talk)).toContain('✅ 二、抓队伍');
    expect(Object.keys(talk.report.drafting)).toEqual(['opening', 'c1p1', 'c1p2', 'closing']);
  });
});

describe('a figure given while chapters are being written', () => {
  it('is simply printed where its kind is the same', () => {
    const talk = draftAll();
    const [, chapter] = talk.of('draft_section') as [Job, Job];
    const begun = talk.report.facts;
    talk.says('集体学习改成14次', facts(fact('studies', '14', '次', true)));
    expect(talk.of('draft_section')).toEqual([]);
    talk.when(result(talk, chapter, text, begun));
    expect(talk.seen).toContain('学了14次');
    expect(talk.of('draft_section')).toEqual([]);
  });

  const about = { type: 'figure' as const, quantity: quantity('14', '次', { approximation: '约' }) };

  it.each([
    ['about so many', { ...fact('studies', '14', '次', true), value: about }],
    ['none', fact('studies', '0', '次', true)],
    ['one not known before', fact('topics', '5', '个')],
  ])('%s: only that section is written once more, in the same card', (_, late) => {
    const talk = draftAll();
    const [, chapter] = talk.of('draft_section') as [Job, Job];
    const begun = talk.report.facts;
    talk.says('更正', facts(late)).when(result(talk, chapter, text, begun));
    expect(Object.keys(talk.report.sections)).toEqual(['c1p2']);
    const [again] = talk.of('draft_section') as [Job];
    expect(again).toMatchObject({ sections: ['c1p1'], card: chapter.card });
    expect(updatesOf(talk, chapter.card)).toEqual([]);
    expect(talk.seen).toContain('照新的再写一遍');
    expect(progressOf(talk)).toBe('');
    talk.when(result(talk, again, () => '新写的。'));
    const [update] = updatesOf(talk, chapter.card);
    expect(update && readCard(update.card)).toMatch(/新写的。[\s\S]*讲了3次/u);
    expect(progressOf(talk)).toContain('✅ 一、抓学习');
  });

  it('is printed anew at once on the card of a chapter that is written already', () => {
    const talk = draftAll();
    const [, chapter] = talk.of('draft_section') as [Job, Job];
    talk.when(result(talk, chapter, text));
    talk.says('集体学习改成14次', facts(fact('studies', '14', '次', true)));
    const [update] = updatesOf(talk, chapter.card);
    expect(update && readCard(update.card)).toContain('学了14次');
    expect(talk.of('draft_section')).toEqual([]);
    talk.says('支部5个', facts(fact('branches', '5', '个')));
    expect(updatesOf(talk, chapter.card)).toEqual([]);
  });

  it('reaches a chapter that is written already', () => {
    const talk = draftAll();
    const [, chapter] = talk.of('draft_section') as [Job, Job];
    talk.when(result(talk, chapter, text));
    talk.says('党课没讲', facts(fact('lectures', '0', '次', true)));
    const [again] = talk.of('draft_section') as [Job];
    expect(again).toMatchObject({ sections: ['c1p2'], card: chapter.card });
    expect(progressOf(talk)).toContain('✍️ 一、抓学习……');
    talk.when(result(talk, again, () => '没有讲。'));
    const [update] = updatesOf(talk, chapter.card);
    expect(update && readCard(update.card)).toMatch(/学了12次[\s\S]*没有讲/u);
  });

  it('does not go on for ever', () => {
    const talk = draftAll();
    let [, job] = talk.of('draft_section') as [Job, Job];
    const begun = talk.report.facts;
    talk.says('更正', facts(fact('studies', '0', '次', true)));
    let times = 0;
    for (; job; times += 1) {
      talk.when(result(talk, job, text, begun));
      job = talk.of('draft_section')[0] as Job;
    }
    expect(times).toBe(3);
    expect(talk.seen).toContain('［一、抓学习］');
  });
});

describe('a correction after the drafting', () => {
  const drafted = (): Talk => {
    const talk = draftAll();
    for (const job of talk.of('draft_section')) talk.when(result(talk, job, text));
    return talk;
  };
  const none = facts(fact('lectures', '0', '次', true));

  it('names the sentences that were written for another kind of figure, and rewrites nothing', () => {
    const talk = drafted().says('党课没讲', none);
    expect(talk.seen).toContain(
      '第一章第2点“讲得明白”是照原来的数写的，这一改句子也要变。说“重写第一章第2点”就照新的写。',
    );
    expect(talk.of('draft_section')).toEqual([]);
  });

  it('says nothing of another amount, nor when it is taken back', () => {
    const talk = drafted().says('讲了5次', facts(fact('lectures', '5', '次', true)));
    expect(talk.seen).not.toContain('照原来的数');
    talk.says('党课没讲', none).says('撤销', commands({ type: 'undo' }));
    expect(talk.seen).not.toContain('照原来的数');
  });

  it('says nothing of what was missing until now', () => {
    expect(drafted().says('专题5个', facts(fact('topics', '5', '个'))).seen).not.toContain('照原来的数');
  });
});
