// Under a drafted text stands what it was made of and what nobody gave; under a person's words nothing of the kind.
import { describe, expect, it } from 'vitest';
import type { ReadFact } from '../../src/conversation/command.ts';
import type { SectionDrafted } from '../../src/conversation/event.ts';
import { commands, fact, facts } from './fixture.ts';
import { given, type Talk } from './given.ts';

const story: ReadFact = {
  slot: 'story',
  value: { type: 'text', text: '天天晨读。周末走访。' },
  words: '天天晨读。周末走访。',
  correction: false,
};
const told = (): Talk =>
  given()
    .started()
    .says('集体学习12次', facts(fact('studies', '12', '次')))
    .says('特色是……', facts(story))
    .says('起草', commands({ type: 'draft', section: 'all' }));

const writes = (talk: Talk, section: string, texts: Omit<SectionDrafted['texts'][number], 'by'>[]): Talk => {
  const job = talk.of('draft_section').find((one) => one.sections.includes(section));
  if (!job) throw new Error(section);
  const by = { type: 'model' as const, prompt: 'draft-chapter@2#0', model: 'writer' };
  return talk.when({
    type: 'section_drafted',
    ...{ id: job.key, conversation: 'c', at: talk.at(), report: job.report, job: job.key },
    texts: texts.map((one) => ({ ...one, by })),
  });
};

describe('a drafted chapter', () => {
  it('says how many figures and deeds it used, and what was not given and not written', () => {
    const talk = writes(told(), 'c1p1', [
      {
        section: 'c1p1',
        text: '学了{{studies}}，{{topics}}专题。',
        attempts: 2,
        findings: ['略长'],
        unwritten: ['学习专题'],
      },
      { section: 'c1p2', text: '讲得明白。', unwritten: ['党课次数'] },
    ]);
    expect(talk.seen).toContain('用了1个数，全部有出处。');
    // What stands as 待补 is named once.
    expect(talk.seen).toContain('没给、我没有写的：党课次数。');
    expect(talk.seen).toContain('待补1处：学习专题');
    expect(talk.store[talk.report.sections.c1p1?.version ?? '']).toMatchObject({
      ...{ attempts: 2, findings: ['略长'], unwritten: ['学习专题'], by: { prompt: 'draft-chapter@2#0' } },
    });
  });

  it('counts each sentence of a story as a deed', () => {
    const talk = writes(told(), 'c2p1', [{ section: 'c2p1', text: '{{branches}}。{{story.1}}，{{story.2}}。' }]);
    expect(talk.seen).toContain('用了2件事，全部有出处。');
    expect(talk.seen).toContain('天天晨读，周末走访。');
  });

  it('says nothing of the kind where there is nothing, or where a person wrote', () => {
    const empty = writes(told(), 'c2p1', [{ section: 'c2p1', text: '支部建起来了。' }]);
    expect(empty.seen).not.toMatch(/出处|没给/u);
  });
});
