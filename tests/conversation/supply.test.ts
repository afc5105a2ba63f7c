// Who gives what: dividing, asking, who has given, reminding, confirming. Seen by several people in one group.
import { describe, expect, it } from 'vitest';
import type { SupplyCommand } from '../../src/conversation/supply-command.ts';
import { commands, fact, facts, li, reading, wang, zhao } from './fixture.ts';
import { given, START, type Talk } from './given.ts';

const assign = (office: string, ...slots: string[]): SupplyCommand => ({
  type: 'assign_supply',
  office,
  slots,
  words: slots.join(),
});
const run = (talk: Talk, ...list: SupplyCommand[]): Talk => talk.says('…', commands(...list));
/** Monday's 周三 is two days on; START is a Friday. */
const due: SupplyCommand = { type: 'supply_due', due: { month: 1, day: 17, hour: 17, minute: 30 } };

const divided = (): Talk =>
  run(given('group').started(), assign('教育科', 'studies', 'topics'), assign('组织科', 'lectures'), {
    type: 'name_supplier',
    office: '教育科',
    name: '李明',
  });

const asked = (): Talk => {
  const talk = given('group').started();
  talk.says('@李明', reading({}), wang, { mentions: [li] });
  return run(
    talk,
    assign('教育科', 'studies', 'topics'),
    assign('组织科', 'lectures'),
    { type: 'name_supplier', office: '教育科', name: '李明' },
    due,
    { type: 'send_supply' },
  );
};

describe('dividing', () => {
  it('lists per office what is asked, and what is asked of nobody', () => {
    const talk = run(divided(), { type: 'show_supply' });
    expect(talk.seen).toContain('一共5项，分给2家，还有2项没分');
    expect(talk.seen).toContain('教育科 2项 · 还差2\n○ 集体学习次数：集体学习次数是多少？');
    expect(talk.seen).toContain('还没分给谁 2项\n支部数量、特色做法');
  });

  it('moves a slot, says from where, and takes it back', () => {
    const talk = run(divided(), assign('组织科', 'topics'));
    expect(talk.seen).toContain('学习专题归组织科。（原来归教育科）');
    expect(talk.report.supply?.suppliers.map((one) => one.slots)).toEqual([['studies'], ['lectures', 'topics']]);
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.supply?.suppliers.map((one) => one.slots)).toEqual([['studies', 'topics'], ['lectures']]);
  });

  it('knows 教育 and 教育科 for one office, and gives the rest to one', () => {
    const talk = run(divided(), assign('教育', 'branches'));
    expect(talk.report.supply?.suppliers).toHaveLength(2);
    run(talk, { type: 'assign_supply', office: '办公室', slots: [], words: '其余', rest: true });
    expect(talk.seen).toContain('特色做法归办公室');
    run(talk, { type: 'assign_supply', office: '办公室', slots: [], words: '其余', rest: true });
    expect(talk.seen).toContain('每一项都分好了');
  });

  it('asks who is meant where nobody here is called so', () => {
    expect(divided().seen).toContain('没认准“李明”是谁');
  });

  it('refuses a day gone by', () => {
    const past = run(divided(), { type: 'supply_due', due: { year: 2020, month: 1, day: 1 } });
    expect(past.seen).toContain('这个时间我没看懂');
  });
});

describe('asking in the group', () => {
  it('sends each office its own questions, calling its person', () => {
    const talk = asked();
    const forms = talk.cards.filter((card) => card.blocks.some((block) => block.type === 'form'));
    expect(forms.map((card) => card.title)).toEqual(['教育科：请报2项', '组织科：请报1项']);
    expect(forms[0]?.blocks[0]).toMatchObject({ mentions: [{ id: li.id }] });
    expect(JSON.stringify(forms[0])).not.toContain('党课');
    expect(talk.seen).toContain('请在1月17日（周三）17:30前报');
    expect(run(talk, { type: 'send_supply' }).seen).toContain('还是那一张');
  });

  it('keeps the form up to date as its items are given, in words or in the form', () => {
    const talk = asked().says('集体学习12次', facts(fact('studies', '12', '次')), li);
    const [form] = talk.cards;
    expect(form?.title).toBe('教育科：请报1项');
    expect(JSON.stringify(form)).toContain('✓ 已报：集体学习次数');
    talk.says('专题8个', facts(fact('topics', '8', '个')), li);
    expect(talk.cards.map((card) => card.title)).toContain('教育科：都齐了');
  });

  it('takes whoever hands in a form for one of the office', () => {
    const talk = asked().presses({ action: 'fill_in', report: asked().report.id, office: '组织科' }, zhao, {
      lectures: '3',
    });
    expect(talk.report.supply?.suppliers[1]?.people).toEqual([zhao]);
    talk.says('党课3次', facts(fact('lectures', '3', '次')), zhao);
    expect(talk.report.facts.lectures?.source.office).toBe('组织科');
    expect(talk.says('到哪了', commands({ type: 'show_progress' })).seen).toContain('谁报的：组织科（赵强）1项');
  });

  it('我是组织科的，党课3次: whose words they are is known before they are recorded', () => {
    const told = reading({
      commands: [{ type: 'join_office', office: '组织科' }],
      facts: [fact('lectures', '3', '次')],
    });
    const talk = asked().says('我是组织科的，党课3次', told, zhao);
    expect(talk.report.facts.lectures?.source.office).toBe('组织科');
    expect(talk.seen).toContain('赵强报的数以后都记成组织科的');
  });

  it('gives words to copy for an office that is not in the group', () => {
    const talk = run(divided(), { type: 'supplier_absent', office: '组织科' }, { type: 'send_supply' });
    expect(talk.seen).toContain('［发给组织科的话（不在群里）］');
    expect(talk.seen).toContain('1. 党课次数：党课次数是多少？');
    expect(talk.seen).toContain('清单发给教育科了');
  });
});

describe('who has given', () => {
  it('says who has not, whether one has, who gave what', () => {
    const talk = asked().says('集体学习12次', facts(fact('studies', '12', '次')), li);
    expect(run(talk, { type: 'supply_status', about: 'late' }).seen).toBe(
      '教育科（李明）还差1项：学习专题（1月17日（周三）17:30前）\n组织科还差1项：党课次数（1月17日（周三）17:30前）',
    );
    expect(run(talk, { type: 'supply_status', about: 'late', office: '组织' }).seen).toContain('组织科还差1项');
    expect(run(talk, { type: 'supply_status', about: 'late', office: '后勤科' }).seen).toContain('清单里没有“后勤科”');
    expect(run(talk, { type: 'supply_status', about: 'given' }).seen).toContain('教育科 1项\n集体学习次数 12次');
  });

  it('reminds only those who are late, after the owner has seen it', () => {
    const talk = asked().says('党课3次', facts(fact('lectures', '3', '次')), zhao);
    run(talk, { type: 'nudge' });
    expect(talk.seen).toContain('［催办预览］');
    expect(talk.seen).toContain('李明好，集体学习次数、学习专题还等着用');
    expect(talk.seen).not.toContain('组织科');
    const yes = talk.button('发出去').value;
    expect(talk.presses(yes, li).seen).toContain('这一步由王芳来做');
    expect(talk.presses(yes).seen).toContain('提醒发给教育科了');
  });

  it('reminds once by itself, before the deadline, whoever is late then', () => {
    const talk = asked();
    const [timer] = talk.of('set_timer');
    const at = timer?.due ?? 0;
    // 14:00 of the day, in China
    expect(new Date(at).toISOString()).toBe('2024-01-17T06:00:00.000Z');
    const id = { id: talk.nextId(), conversation: 'c', at, report: talk.report.id, timer: timer?.timer ?? '' };
    talk.when({ type: 'timer_fired', ...id });
    expect(talk.seen).toContain('教育科');
    expect(talk.of('set_timer')).toEqual([]);
    talk.when({ type: 'timer_fired', ...id, id: 'again' });
    expect(talk.effects).toEqual([]);
  });

  it('sets no reminder while nobody was asked', () => {
    expect(run(divided(), due).of('set_timer')).toEqual([]);
    expect(START).toBeGreaterThan(0);
  });
});

describe('figures to confirm', () => {
  const checking = (): Talk => {
    const talk = asked()
      .says('集体学习12次', facts(fact('studies', '12', '次')), li)
      .says('党课3次', facts(fact('lectures', '3', '次')), zhao);
    return run(talk, { type: 'send_checks' });
  };

  it('shows each office only its own', () => {
    const cards = checking().cards.filter((card) => card.title.includes('请核对'));
    expect(cards.map((card) => card.title)).toEqual(['教育科：请核对', '组织科：请核对']);
    expect(JSON.stringify(cards[0])).not.toContain('党课');
  });

  it('keeps who confirmed, counts it on the board, and forgets it when the figure changes', () => {
    const talk = checking();
    const value = talk.button('都无误').value;
    expect(talk.presses(value, zhao).seen).toContain('这张卡请教育科（李明）来点');
    talk.presses(value, li);
    expect(talk.report.facts.studies?.confirmed?.by).toEqual(li);
    expect(talk.seen).toContain('教育科：核对无误');
    expect(talk.says('到哪了', commands({ type: 'show_progress' })).seen).toContain('核数：1/2家无误');
    talk.says('集体学习改成14次', facts(fact('studies', '14', '次', true)), li);
    expect(talk.report.facts.studies?.confirmed).toBeUndefined();
    expect(talk.says('到哪了', commands({ type: 'show_progress' })).seen).toContain('核数：0/2家无误');
    expect(talk.presses(value, li).seen).toContain('已经核过了');
  });

  it('can be taken back', () => {
    const talk = checking();
    talk.presses(talk.button('都无误').value, li).says('撤销', commands({ type: 'undo' }), li);
    expect(talk.report.facts.studies?.value).toMatchObject({ quantity: { amount: '12' } });
    expect(talk.report.facts.studies?.confirmed).toBeUndefined();
  });
});

describe('another report', () => {
  it('begun like last year’s takes over who gives what, but not by when', () => {
    const talk = asked().started('party-building', 2024);
    talk.says('照去年的', commands({ type: 'start_like', from: 2023 }));
    expect(talk.seen).toContain('要数分工照2023年的，2家都排好了');
    expect(talk.report.supply?.suppliers.map(({ office, slots }) => [office, slots])).toEqual([
      ['教育科', ['studies', 'topics']],
      ['组织科', ['lectures']],
    ]);
    expect(talk.report.supply?.due).toBeUndefined();
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.supply).toBeUndefined();
  });

  it('begun anew keeps who gives what', () => {
    const talk = asked().says('重新开始', commands({ type: 'start_over' }));
    talk.says('确认', commands({ type: 'confirm' }));
    expect(talk.report.facts).toEqual({});
    expect(talk.report.supply?.suppliers).toHaveLength(2);
  });
});
