// The owner and passing a report on; the reporter and their term.
import { describe, expect, it } from 'vitest';
import { mayPredate } from '../../src/conversation/term.ts';
import type { Reporter } from '../../src/report/task.ts';
import { commands, fact, facts, li, quantity, reading, wang, zhao } from './fixture.ts';
import { given, type Talk } from './given.ts';

const hand = (name: string) => commands({ type: 'hand_over', name });
const yes = commands({ type: 'confirm' });
const started = (): Talk =>
  given('group')
    .started()
    .says('专题5个', facts(fact('topics', '5', '个')), li);

describe('given a report in a group', () => {
  it('when the owner passes it on and says yes, then the other owns it, and can give it back', () => {
    const talk = started().says('交给李明', hand('李明'));
    expect(talk.seen).toContain('［交给李明？］');
    expect(talk.report.owner).toEqual(wang);
    talk.pressesButton('交给李明');
    expect(talk.report.owner).toEqual(li);
    expect(talk.seen).toContain('《2023年度党建述职报告》现在由李明负责（王芳转交）。');
    const back = talk.button('交还给王芳').value;
    expect(talk.says('起草', commands({ type: 'draft', section: 'all' }), wang).seen).toContain('由李明来做');
    expect(talk.presses(back, wang).seen).toContain('由李明来做');
    talk.presses(back, li);
    expect([talk.report.owner, talk.seen]).toEqual([wang, '《2023年度党建述职报告》交还给王芳了。']);
    expect(talk.presses(back, wang).seen).toContain('已经处理过了');
  });

  it('takes 是的 from the owner alone', () => {
    const talk = started().says('交给李明', hand('李明'));
    talk.says('是的', yes, li);
    expect([talk.report.owner, talk.seen]).toEqual([wang, '这一步由王芳来做，你可以接着报情况。']);
    expect(talk.says('是的', yes).report.owner).toEqual(li);
  });

  it('passes to whoever is mentioned, even when not seen here before', () => {
    const mention = { mentions: [zhao] };
    const talk = started().says('交给@赵强', hand('赵强'), wang, mention).says('是的', yes);
    expect(talk.report.owner).toEqual(zhao);
  });

  it('asks who is meant where nobody or two people are called so', () => {
    expect(started().says('交给赵强', hand('赵强')).seen).toContain('请在这条里@本人');
    const talk = started().says('专题6个', facts(fact('topics', '6', '个')), { id: 'ou_li2', name: '李明' });
    expect(talk.says('交给李明', hand('李明')).seen).toContain('没认准“李明”');
    expect(talk.state?.asked?.type).not.toBe('hand_over');
  });

  it('refuses what leads nowhere', () => {
    const talk = started();
    expect(talk.says('交给王芳', hand('王芳'), li).seen).toContain('由王芳来做');
    expect(talk.says('交给王芳', hand('王芳')).seen).toContain('本来就由王芳负责');
    talk.allowed = [wang.id];
    expect(talk.says('交给李明', hand('李明')).seen).toContain('李明不在可以使用的名单里');
    expect(given().started().says('交给李明', hand('李明')).seen).toContain('这里只有你和我');
    expect(given('group').says('交给李明', hand('李明')).seen).toContain('没有打开的报告');
  });

  it('drops the question when it is declined, or something else is said, or the card is old', () => {
    const talk = started().says('交给李明', hand('李明'));
    const { value } = talk.button('交给李明');
    expect(talk.pressesButton('先不交').seen).toContain('还是由王芳负责');
    expect(talk.presses(value).seen).toContain('再说一次');
    talk
      .says('交给李明', hand('李明'))
      .says('党课3次', facts(fact('lectures', '3', '次')))
      .says('是的', yes);
    expect(talk.report.owner).toEqual(wang);
  });

  it.each([
    ['draft', { action: 'draft', section: 'all', anyway: true }],
    ['compile', { action: 'compile' }],
    ['start over', { action: 'start_over' }],
    ['confirm starting over', { action: 'confirm_start_over' }],
    ['a task’s form', { action: 'task_form', task: 'e9' }],
  ])('keeps %s from others at the button as in words', (_, value) => {
    const talk = started().says('x', commands({ type: 'change_task', field: 'length', said: '3000字以内' }));
    talk.says('重新开始', commands({ type: 'start_over' }));
    const task = talk.state?.tasks?.at(-1)?.id ?? '';
    const before = JSON.stringify(talk.state?.reports);
    talk.presses({ ...value, report: talk.report.id, ...('task' in value ? { task } : {}) }, li, { length: '9000' });
    expect(talk.seen).toContain('由王芳来做');
    expect(JSON.stringify(talk.state?.reports)).toBe(before);
  });
});

describe('the reporter', () => {
  const told = (reporter: Reporter) => commands({ type: 'set_reporter', reporter });
  const june = { who: '局长', post: '局党组书记', since: { year: 2023, month: 6 } };
  const deed = (slot: string, words: string) => ({ ...fact(slot, '3', '次'), words, deed: 'self' as const });

  it('is kept with the report, shown with the task, and taken back by 撤销', () => {
    const talk = given().started().says('述职人…', told(june));
    expect(talk.seen).toContain('记下：述职人局长，局党组书记，2023年6月任职。');
    talk.says('x', commands({ type: 'change_task', field: 'length', said: '3000字以内' }));
    expect(talk.says('要求', commands({ type: 'show_task' })).seen).toContain('述职人 局长，局党组书记，2023年6月任职');
    talk.says('撤销', commands({ type: 'undo' })).says('撤销', commands({ type: 'undo' }));
    expect(talk.report.reporter).toBeUndefined();
    expect(talk.says('重做', commands({ type: 'redo' })).report.reporter).toEqual(june);
  });

  it('adds what is said later, and waits for the report when there is none yet', () => {
    const talk = given().says('述职人是局长', told({ who: '局长' }));
    talk.says('6月到任', told({ since: { year: 2023, month: 6 } })).started();
    expect(talk.report.reporter).toEqual({ who: '局长', since: { year: 2023, month: 6 } });
    expect(talk.state?.reporter).toBeUndefined();
  });

  it('when 我 did something that may be of before, then it is asked, once, and the answer is kept', () => {
    const talk = given().started().says('述职人…', told(june));
    talk.says('我讲党课3次', facts(deed('lectures', '我讲党课3次')));
    expect(talk.seen).toContain('党课次数是“我”做的，述职人2023年6月任职，都是到任后的吗？');
    talk.pressesButton('是前任做的');
    expect(talk.report.facts.lectures?.deed).toBe('predecessor');
    const other = given().started().says('述职人…', told(june));
    other.says('我讲党课3次', facts(deed('lectures', '我讲党课3次'))).pressesButton('都是到任后的');
    expect(other.report.facts.lectures?.deed).toBe('self');
    expect(other.says('专题5个', reading({ facts: [fact('topics', '5', '个')] })).seen).not.toContain('到任后');
  });

  it('is not asked of others’ deeds, of later months, or of another year', () => {
    const source = { by: wang, at: 0, event: 'e', words: '我8月讲党课1次' };
    const self = {
      slot: 's',
      value: { type: 'figure' as const, quantity: quantity('1', '次') },
      source,
      deed: 'self' as const,
    };
    const whole = { ...self, source: { ...source, words: '我带队调研11次' } };
    const early = { ...self, source: { ...source, words: '我3月讲党课1次' } };
    const other = { ...self, source: { ...source, words: '我带队调研1次，我8月讲党课2次' } };
    const group = { ...whole, deed: 'group' as const };
    const asked = [self, whole, early, other, group].map((one) => mayPredate(one, june, 2023));
    expect(asked).toEqual([false, true, true, true, false]);
    expect(mayPredate(whole, june, 2024)).toBe(false);
    expect(mayPredate(whole, { since: { year: 2023, month: 1 } }, 2023)).toBe(false);
    expect(mayPredate(whole, {}, 2023)).toBe(false);
  });
});
