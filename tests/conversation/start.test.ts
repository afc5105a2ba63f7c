// Beginning: first contact, kind and year, several reports, starting over, and what is told before a report began.
import { describe, expect, it } from 'vitest';
import { emptyReading, initialState } from '../../src/conversation/decide.ts';
import { asks, commands, fact, facts, li, party, quantity, reading, wang, yearly } from './fixture.ts';
import { given, START } from './given.ts';

const enter = { type: 'chat_entered', id: 'enter', conversation: 'c', at: START, operator: wang } as const;

describe('first contact', () => {
  it('welcomes once, says where figures and words go, and offers what can be written', () => {
    const talk = given().when({ ...enter, chat: { id: 'oc_1', type: 'p2p' } });
    expect(talk.seen).toContain('从不交给大模型');
    expect(talk.seen).toContain('涉密');
    expect(talk.seen).toContain('〔写党建述职报告〕〔写年度工作总结〕');
    expect(talk.effects).toHaveLength(1);
    talk.when({ ...enter, id: 'enter2', chat: { id: 'oc_1', type: 'p2p' } });
    expect(talk.effects).toEqual([]);
  });

  it('greets a first word with the welcome card', () => {
    expect(given().says('你好').cards[0]?.title).toContain('执笔');
    expect(given().says('你好', commands({ type: 'confirm' })).cards[0]?.title).toContain('执笔');
    expect(given().says('', emptyReading, wang, { unsupported: 'sticker' }).cards[0]?.title).toContain('执笔');
    expect(
      given()
        .says('帮助', commands({ type: 'help' }))
        .of('send_card'),
    ).toHaveLength(1);
  });

  it('does what a first message asks and adds the privacy note', () => {
    const talk = given().started();
    expect(talk.seen).toContain('［2023年度党建述职报告］');
    expect(talk.seen).toContain('涉密');
    talk.says('党课3次', facts(fact('lectures', '3', '次')));
    expect(talk.seen).not.toContain('涉密');
  });

  it('keeps silent where nobody asked, and makes an empty state on request', () => {
    expect(initialState('c', { id: 'oc', type: 'group' })).toMatchObject({ version: 1, reports: [], active: null });
  });
});

describe('starting a report', () => {
  it('begins at once when kind and year are known: outline copied, owner set, first step named', () => {
    const talk = given().started();
    expect(talk.report).toMatchObject({ kind: 'party-building', year: 2023, owner: wang, facts: {}, undo: [] });
    expect(talk.store[talk.report.outline]).toEqual(party);
    expect(talk.seen).toContain('直接把情况发给我，一条里说几项都行');
    expect(talk.seen).toContain('一、抓学习（3项）');
    // How many, not which: sixty names are no welcome.
    expect(talk.seen).not.toContain('集体学习次数、学习专题、党课次数');
  });

  it('asks for the year, last year first, and takes a press, a number, 是的 or a bare year', () => {
    const ask = () => given().says('写党建', commands({ type: 'start_report', kind: 'party-building' }));
    expect(ask().seen).toContain('〔2023年〕〔2024年〕');
    expect(ask().pressesButton('2024年').report.year).toBe(2024);
    expect(ask().says('1', commands({ type: 'choose', choice: 1 })).report.year).toBe(2023);
    expect(ask().says('是的', commands({ type: 'confirm' })).report.year).toBe(2023);
    expect(ask().says('2022年', commands({ type: 'start_report', year: 2022 })).report.year).toBe(2022);
    expect(ask().says('9', commands({ type: 'choose', choice: 9 })).seen).toContain('比如“2023年”');
  });

  it('asks for the kind, keeping the year', () => {
    const talk = given().says('写一份2023年的', commands({ type: 'start_report', year: 2023 }));
    expect(talk.seen).toContain('〔党建述职报告〕〔年度工作总结〕');
    expect(talk.says('第二个', commands({ type: 'choose', choice: 2 })).report).toMatchObject({
      kind: 'yearly-summary',
      year: 2023,
    });
    const unknown = given().says('写剧本', commands({ type: 'start_report', kind: '剧本' }));
    expect(unknown.seen).toContain('“剧本”我还不会写');
  });

  it('knows a kind by its name and aliases, and takes the only one without asking', () => {
    expect(given().started('年终总结').report.kind).toBe('yearly-summary');
    const talk = given('p2p', [party]).says('写报告', commands({ type: 'start_report', year: 2023 }));
    expect(talk.report.kind).toBe('party-building');
  });

  it('one message may begin two', () => {
    const start = (kind: string) => ({ type: 'start_report', kind, year: 2023 }) as const;
    const talk = given().says('都写', commands(start('party-building'), start('yearly-summary')));
    expect(new Set(talk.state?.reports.map((one) => one.id)).size).toBe(2);
  });

  it('does not believe an impossible year', () => {
    const talk = given().started('party-building', 20230);
    expect(talk.seen).toContain('“20230年”不像是报告年度');
    expect(talk.state?.reports).toEqual([]);
  });

  it('goes on with the report that is there instead of a second one, also on a second press', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('lectures', '3', '次')))
      .started();
    expect(talk.state?.reports).toHaveLength(1);
    expect(talk.seen).toContain('已经在写了，记了1项');
    expect(talk.seen).toContain('重新开始');
  });

  it('says so when no outline is installed', () => {
    expect(given('p2p', []).says('写', commands({ type: 'start_report' })).seen).toContain('prompts/outlines');
  });
});

describe('several reports', () => {
  it('lists and switches by press and by word', () => {
    const talk = given().started().started('yearly-summary');
    expect(talk.report.kind).toBe('yearly-summary');
    talk.says('有哪些', commands({ type: 'list_reports' }));
    expect(talk.seen).toContain('2023年度年度工作总结（正在写）');
    talk.pressesButton('切换到这份');
    expect(talk.report.kind).toBe('party-building');
    const other = talk.state?.reports[1]?.id ?? '';
    expect(talk.says('切换', commands({ type: 'switch_report', report: other })).report.id).toBe(other);
    expect(talk.says('切换', commands({ type: 'switch_report', report: other })).seen).toContain('现在写的就是');
    expect(talk.says('切换', commands({ type: 'switch_report', report: 'r-none' })).seen).toContain('没找到这份报告');
  });

  it('keeps the facts of each apart', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('lectures', '3', '次')))
      .started('yearly-summary');
    talk.says('y', facts(fact('lectures', '5', '次')));
    expect(talk.state?.reports.map((one) => one.facts.lectures?.value)).toEqual([
      fact('lectures', '3', '次').value,
      fact('lectures', '5', '次').value,
    ]);
  });

  it('in a group leaves another’s report to its owner', () => {
    const talk = given('group').started();
    talk.says('写总结', commands({ type: 'start_report', kind: 'yearly-summary', year: 2023 }), li);
    expect(talk.seen).toContain('由王芳负责');
    expect(talk.state?.reports).toHaveLength(1);
  });
});

describe('starting over', () => {
  const told = () =>
    given()
      .started()
      .says('x', facts(fact('lectures', '3', '次')));

  it('asks first and does nothing on 取消', () => {
    const talk = told().says('重新开始', commands({ type: 'start_over' }));
    expect(talk.seen).toContain('已记的1项');
    expect(Object.keys(talk.report.facts)).toEqual(['lectures']);
    expect(talk.says('取消', commands({ type: 'cancel' })).seen).toContain('什么都没动');
    talk.says('是的', commands({ type: 'confirm' }));
    expect(Object.keys(talk.report.facts)).toEqual(['lectures']);
  });

  it('puts the old report away and begins an empty one; 切换 brings the old one back', () => {
    const talk = told()
      .says('重新开始', commands({ type: 'start_over' }))
      .says('是的', commands({ type: 'confirm' }));
    expect(talk.report.facts).toEqual({});
    expect(talk.seen).toContain('要找回说“我的报告”');
    const old = talk.state?.reports[0]?.id ?? '';
    talk.says('切换', commands({ type: 'switch_report', report: old }));
    expect(Object.keys(talk.report.facts)).toEqual(['lectures']);
  });

  it('a second press and a late press change nothing', () => {
    const talk = told().says('重新开始', commands({ type: 'start_over' }));
    const yes = talk.button('是的').value;
    talk.presses(yes);
    const after = talk.report.id;
    expect(talk.presses(yes).report.id).toBe(after);
    expect(talk.state?.reports).toHaveLength(2);
    expect(talk.seen).toContain('另一份报告');
  });

  it('in a group only the owner’s 是的 counts, and others talking in between do not matter', () => {
    const talk = given('group')
      .started()
      .says('重新开始', commands({ type: 'start_over' }));
    expect(talk.says('是的', commands({ type: 'confirm' }), li).seen).toContain('由王芳来做');
    talk.says('x', facts(fact('studies', '12', '次')), li).says('是的', commands({ type: 'confirm' }));
    expect(talk.state?.reports).toHaveLength(2);
  });

  it('forgets the question once something else was said', () => {
    const talk = told().says('重新开始', commands({ type: 'start_over' }));
    const yes = talk.button('是的').value;
    talk.says('y', facts(fact('studies', '12', '次'))).says('是的', commands({ type: 'confirm' }));
    expect(talk.seen).toBe('[表情]OK');
    expect(talk.presses(yes).seen).toContain('再说一次“重新开始”');
    expect(talk.state?.reports).toHaveLength(1);
  });
});

describe('before a report has begun', () => {
  const ask = asks({ type: 'unplaced', quantity: quantity('12', '次'), words: '集体学习12次' });

  it('keeps what is told and reads it again once there is a report', () => {
    const talk = given().says('集体学习12次', ask);
    expect(talk.seen).toContain('这条我先留着');
    expect(talk.seen).toContain('〔党建述职报告〕');
    talk.says('局里还搞了红色观影活动', reading({ rest: '局里还搞了红色观影活动' }), li);
    talk.started();
    expect(talk.seen).toContain('前面留着的2条');
    expect(talk.of('replay_message')).toMatchObject([
      { text: '集体学习12次', sender: wang, message: 'e1' },
      { text: '局里还搞了红色观影活动', sender: li, message: 'e2' },
    ]);
    expect(talk.state?.pending).toBeUndefined();
  });

  it('a replayed message starts nothing and keeps its first id as source', () => {
    const talk = given().started();
    const again = reading({
      commands: [{ type: 'start_report', kind: 'yearly-summary', year: 2023 }],
      facts: [fact('studies', '12', '次')],
    });
    talk.says('集体学习12次', again, wang, { replayOf: 'om_first' });
    expect(talk.report.kind).toBe('party-building');
    expect(talk.report.facts.studies?.source.event).toBe('om_first');
    talk.says('读不出来的一句', reading({ rest: '读不出来的一句' }), wang, { replayOf: 'om_second' });
    expect(talk.report.materials).toMatchObject([{ text: '读不出来的一句', source: { event: 'om_second' } }]);
  });

  it('replays the rest of the very message that starts the report', () => {
    const talk = given().says(
      '写2023年党建述职报告，集体学习12次',
      reading({ commands: [{ type: 'start_report', kind: 'party-building', year: 2023 }], asks: ask.asks }),
    );
    expect(talk.of('replay_message')).toMatchObject([{ message: 'e1' }]);
  });

  const begin = (rest: string, year?: number) =>
    reading({
      commands: [{ type: 'start_report', kind: 'yearly-summary', ...(year === undefined ? {} : { year }) }],
      rest,
    });

  it('what is told with 再写一份 is replayed against the report begun, and nothing of it kept with the other', () => {
    const talk = given().started().says('再写一份2023年总结，演出326场', begin('演出326场', 2023));
    expect(talk.of('replay_message')).toMatchObject([{ text: '演出326场', message: 'e2' }]);
    expect(talk.report.kind).toBe('yearly-summary');
    expect(talk.state?.reports[0]).toMatchObject({ facts: {}, materials: [] });
    expect(talk.state?.pending).toBeUndefined();
  });

  it('waits for the year with what was told', () => {
    const talk = given().started().says('再写一份总结，演出326场', begin('演出326场'));
    expect(talk.seen).toContain('这条我先留着');
    talk.pressesButton('2023年');
    expect(talk.of('replay_message')).toMatchObject([{ text: '演出326场', message: 'e2' }]);
    expect(talk.report.kind).toBe('yearly-summary');
  });

  it('a report not begun after all takes with it what was told', () => {
    const talk = given().started().says('再写一份总结，演出326场', begin('演出326场'));
    talk.says('取消', commands({ type: 'cancel' }));
    expect(talk.state?.pending).toBeUndefined();
    expect(talk.report).toMatchObject({ kind: 'party-building', facts: {}, materials: [] });
  });

  it('switching to a report there is gives it nothing of what waits for another', () => {
    const talk = given().started().says('写2023年总结', begin('', 2023));
    const [first] = talk.state?.reports ?? [];
    talk.says('再写一份总结，演出326场', begin('演出326场'));
    talk.says('换回述职', commands({ type: 'switch_report', report: first?.id ?? '' }));
    expect(talk.of('replay_message')).toEqual([]);
    expect(talk.report.kind).toBe('party-building');
  });

  it('replays what was told in the very first message', () => {
    const talk = given().says('写2023年总结，演出326场', begin('演出326场', 2023));
    expect(talk.of('replay_message')).toMatchObject([{ text: '演出326场', message: 'e1' }]);
  });

  it('keeps at most ten and says so', () => {
    const talk = given();
    for (let n = 0; n < 11; n++) talk.says('集体学习12次', ask);
    expect(talk.seen).toContain('已经留了10条');
    expect(talk.state?.pending).toHaveLength(10);
  });

  it('every command without a report asks which one to write, once', () => {
    const talk = given().says('起草，导出', commands({ type: 'draft', section: 'all' }, { type: 'compile' }));
    expect(talk.of('send_card')).toHaveLength(1);
    expect(talk.seen).toContain('写哪一种报告？');
    expect(given().presses({ action: 'compile' }).seen).toContain('写哪一种报告？');
  });

  it('names the outlines of the catalog', () => {
    expect(given('p2p', [yearly]).says('？', reading({ rest: '？' })).seen).toContain('写年度工作总结');
  });
});
