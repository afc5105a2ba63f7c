// 审一下: the report or a pasted text is looked over; a fault is put right by its button, waved through by another.
import { describe, expect, it } from 'vitest';
import { auditWish } from '../../src/conversation/audit-words.ts';
import type { Version } from '../../src/report/report.ts';
import { audit } from '../report/audit/book.ts';
import { commands, fact, facts, li } from './fixture.ts';
import { given, type Talk } from './given.ts';

function drafted(type: 'p2p' | 'group' = 'p2p'): Talk {
  const talk = given(type);
  talk.audit = audit;
  const texts: Record<string, string> = {
    c1p1: '全年学习{{studies}}，贯切上级布署，带动大家学习。',
    c1p2: '讲党课{{lectures}}，深刻领悟“两个确立”，落实三会一课。',
  };
  return talk
    .started()
    .says('报', facts(fact('studies', '12', '次'), fact('lectures', '5', '次')))
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted((id) => texts[id] ?? `${id}的稿子。`);
}

const textOf = (talk: Talk, id: string): string =>
  (talk.store[talk.report.sections[id]?.version ?? ''] as Version).text;

describe('auditing our report', () => {
  it('shows what is wrong by gravity, where, and why', () => {
    const talk = drafted().says('审一下');
    expect(talk.seen).toContain('审核：');
    expect(talk.seen).toMatch(/一定要改（[2-9]）/u);
    expect(talk.seen).toContain('“布署”');
    expect(talk.seen).toContain('“三会一课”没有加引号');
    expect(talk.seen).toContain('〔照改〕〔不是错〕');
    expect(talk.of('draft_section')).toEqual([]);
  });

  it('puts a fault right word for word, as one step to undo', () => {
    const talk = drafted().says('审一下');
    const before = { ...talk.report.sections };
    const press = talk.cards
      .flatMap((card) => card.blocks)
      .flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
      .find(({ value }) => value.action === 'audit_fix' && value.quote === '布署');
    talk.presses(press?.value ?? { action: '' });
    expect(textOf(talk, 'c1p1')).toBe('全年学习{{studies}}，贯切上级部署，带动大家学习。');
    expect({ ...talk.report.sections, c1p1: before.c1p1 }).toEqual(before);
    talk.says('撤销', commands({ type: 'undo' }));
    expect(textOf(talk, 'c1p1')).toContain('布署');
  });

  it('says so when the words are no longer there', () => {
    const talk = drafted().says('审一下');
    const press = talk.button('照改').value;
    talk.presses(press).presses(press);
    expect(talk.seen).toContain('再发一次“审一下”');
  });

  it('remembers what is no fault', () => {
    const talk = drafted().says('审一下');
    const wave = talk.cards
      .flatMap((card) => card.blocks)
      .flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
      .find(({ value }) => value.action === 'audit_wave' && value.quote === '三会一课');
    talk.presses(wave?.value ?? { action: '' });
    expect(talk.seen).toContain('以后不再提');
    talk.says('审一下');
    expect(talk.seen).not.toContain('“三会一课”没有加引号');
    expect(talk.seen).toContain('“不是错”的1处');
  });

  it('is the owner’s to put right', () => {
    const talk = drafted('group').says('审一下');
    const text = textOf(talk, 'c1p1');
    talk.presses(talk.button('照改').value, li);
    expect(textOf(talk, 'c1p1')).toBe(text);
  });

  it('has nothing to look at before anything is written', () => {
    const talk = given();
    talk.audit = audit;
    expect(talk.started().says('审一下').seen).toContain('还没有稿子可审');
  });
});

describe('auditing a text that is not ours', () => {
  const pasted =
    '审一下这份稿子：\n2024年工作总结\n2024年，我局坚持党建引领,认真落实上级布署，召开会议近20余次。走访企业120家，其中规模以上企业130家，帮助解决问题75个，取得明显成效，群众比较满意，各项工作都有新进展。';

  it('says what is wrong and offers no edit; nothing of it is recorded', () => {
    const talk = drafted();
    const before = JSON.stringify(talk.report);
    talk.says(pasted);
    expect(talk.seen).toContain('“布署”');
    expect(talk.seen).toContain('部分不会超过整体');
    expect(talk.seen).toContain('都表示约数');
    expect(talk.seen).not.toContain('〔照改〕');
    expect(JSON.stringify(talk.report)).toBe(before);
  });

  it('needs no report', () => {
    const talk = given();
    talk.audit = audit;
    talk.says('你好').says(pasted);
    expect(talk.seen).toContain('“布署”');
  });
});

describe('what asks for an audit', () => {
  it.each(
    ['审一下', '再审一遍', '帮我检查一遍', '审核一下稿子', '检查一下有没有错别字', '挑挑错', '把稿子审一下吧'].filter(
      (text) => text !== '有没有错别字？',
    ),
  )('%s', (text) => {
    expect(auditWish(text)).toEqual({ type: 'own' });
  });
  it.each([
    '检查组织生活会记录6次',
    '审计项目12个',
    '开展安全检查96次',
    '审批事项120件',
    '校对一下',
    '看看',
    '检查一下数据',
    '审一下这份稿子',
  ])('not: %s', (text) => {
    expect(auditWish(text)).toBeUndefined();
  });
});

describe('what is not finished', () => {
  it('is named where no word is wrong', () => {
    const talk = given();
    talk.audit = () => [];
    talk
      .started()
      .says('报', facts(fact('lectures', '5', '次')))
      .says('起草第一点', commands({ type: 'draft', section: 'c1p1' }))
      .drafted(() => '全年学习{{studies}}，另办班18期。')
      .says('审一下');
    expect(talk.seen).not.toContain('没发现要改的地方');
    expect(talk.seen).toMatch(/待补\d+处/u);
    expect(talk.seen).toMatch(/没起草的\d+处/u);
    expect(talk.seen).toContain('没有出处的数1处：18期');
  });
});
