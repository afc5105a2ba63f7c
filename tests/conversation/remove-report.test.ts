// A report put away: asked about, by its owner alone, to be had back; nothing else goes with it.
import { describe, expect, it } from 'vitest';
import { commands, fact, facts, li, wang } from './fixture.ts';
import { given } from './given.ts';

const away = commands({ type: 'remove_report' });

describe('这份不要了', () => {
  it('is asked about, and 取消 leaves everything', () => {
    const talk = given().started().says('这份不要了', away);
    expect(talk.seen).toContain('不要《2023年度党建述职报告》了？');
    expect(talk.says('取消', commands({ type: 'cancel' })).seen).toBe('好，留着。');
    expect(talk.state?.reports).toHaveLength(1);
  });

  it('是的 puts it away; 撤销 right after has it back, facts and all', () => {
    const talk = given()
      .started()
      .says('党课12次', facts(fact('lectures', '12', '次')))
      .says('这份不要了', away);
    talk.says('是的', commands({ type: 'confirm' }));
    expect(talk.seen).toContain('收走了');
    expect(talk.state).toMatchObject({ reports: [], active: null });
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.seen).toContain('回来了');
    expect(talk.report.facts.lectures?.value).toMatchObject({ quantity: { amount: '12' } });
  });

  it('the button does the same, and so does the one that has it back', () => {
    const talk = given().started().says('这份不要了', away).pressesButton('不要了');
    expect(talk.state?.reports).toEqual([]);
    expect(talk.pressesButton('恢复这份报告').report.year).toBe(2023);
  });

  it('another year is named; the one being written stays', () => {
    const talk = given().started().started('party-building', 2022);
    talk.says('删掉2023那份', commands({ type: 'remove_report', year: 2023 })).pressesButton('不要了');
    expect(talk.state?.reports.map((one) => one.year)).toEqual([2022]);
    expect(talk.report.year).toBe(2022);
    talk.says('还缺什么', commands({ type: 'show_missing' }));
    // Something else was done since: 撤销 is about that.
    expect(talk.says('撤销', commands({ type: 'undo' })).seen).toContain('没有可以撤销的了');
    talk.says('恢复2023那份', commands({ type: 'restore_report', year: 2023 }));
    expect(talk.state?.reports.map((one) => one.year)).toEqual([2023, 2022]);
  });

  it('an old yes takes nothing away, and in a group only the owner may', () => {
    const talk = given('group').started().says('这份不要了', away, li);
    expect(talk.seen).toContain(wang.name);
    expect(talk.state?.asked).toBeNull();
    talk.says('这份不要了', away, wang);
    const { value } = talk.button('不要了');
    talk.presses(value, li);
    expect(talk.state?.reports).toHaveLength(1);
    talk.says('党课12次', facts(fact('lectures', '12', '次')), wang).presses(value, wang);
    expect(talk.state?.reports).toHaveLength(1);
  });
});
