// A corrected table is one card, whatever its size; nothing is replaced unasked, and one 撤销 takes all of it back.
import { describe, expect, it } from 'vitest';
import type { ReadFact, Reading } from '../../src/conversation/command.ts';
import type { Outline } from '../../src/report/outline.ts';
import { cardProblems } from './card-limits.ts';
import { fact, li, party, reading, wang, zhao } from './fixture.ts';
import { given, type Talk } from './given.ts';

const table = (...facts: ReadFact[]): Reading => reading({ facts, tabled: facts.map((one) => one.slot) });
const row = (slot: string, amount: string): ReadFact =>
  fact(slot, amount, slot === 'studies' || slot === 'lectures' ? '次' : '个');

const told = (type: 'p2p' | 'group' = 'p2p'): Talk =>
  given(type)
    .started()
    .says('x', table(row('studies', '12'), row('topics', '5')), type === 'group' ? li : wang);
const corrected = table(row('studies', '13'), row('topics', '6'), row('lectures', '2'));
const value = (talk: Talk, slot: string) => {
  const found = talk.report.facts[slot]?.value;
  return found?.type === 'figure' ? found.quantity.amount : undefined;
};

describe('a table that disagrees with what is recorded', () => {
  it('is one card: old → new, who gave the old one, what is new', () => {
    const talk = told().says('x', corrected);
    expect(talk.of('send_card')).toHaveLength(1);
    expect(talk.seen).toContain('1. 集体学习次数：12次 → 13次（原：王芳 1月12日 09:07）');
    expect(talk.seen).toContain('3. 党课次数：2次（新增）');
    expect(talk.seen).toContain('〔全部采用〕〔逐条〕〔都不要〕');
    expect(value(talk, 'studies')).toBe('12');
  });

  it('is taken as a whole, and taken back as a whole', () => {
    const talk = told().says('x', corrected).pressesButton('全部采用');
    expect([value(talk, 'studies'), value(talk, 'topics'), value(talk, 'lectures')]).toEqual(['13', '6', '2']);
    expect(talk.seen).toContain('改数对比：已定');
    talk.says('撤销', reading({ commands: [{ type: 'undo' }] }));
    expect([value(talk, 'studies'), value(talk, 'topics'), value(talk, 'lectures')]).toEqual(['12', '5', undefined]);
  });

  it('is taken row by row', () => {
    const talk = told().says('x', corrected).pressesButton('逐条').pressesButton('采用');
    expect([value(talk, 'studies'), value(talk, 'topics')]).toEqual(['13', '5']);
    talk.pressesButton('都不要');
    expect([value(talk, 'topics'), value(talk, 'lectures')]).toEqual(['5', undefined]);
    expect(talk.seen).toContain('改数对比：已定');
  });

  it.each([
    ['全部采用', '13'],
    ['都按新的', '13'],
    ['好的', '13'],
    ['以王芳为准', undefined],
    ['都不要', '12'],
    ['保留原来的', '12'],
  ])('is answered by word: %s', (text, studies) => {
    const talk = told().says('x', corrected).says(text);
    if (studies !== undefined) expect(value(talk, 'studies')).toBe(studies);
    expect(talk.seen.includes('已定')).toBe(studies !== undefined);
  });

  it('with one value only is the usual question', () => {
    const talk = told().says('x', table(row('studies', '13')));
    expect(talk.seen).not.toContain('改数对比');
    expect(talk.seen).toContain('集体学习次数');
  });

  it('with one value, called corrected, is the card', () => {
    expect(told().says('按这个表为准\n…', table(row('studies', '13'))).seen).toContain('〔全部采用〕〔都不要〕');
  });

  it('that only repeats what is known changes nothing and says so', () => {
    const talk = told().says('按这个表为准\n…', table(row('studies', '12'), row('topics', '5')));
    expect(talk.seen).toContain('2项都和记着的一样');
  });

  it('a press that comes late, or twice, is answered and changes nothing', () => {
    const talk = told().says('x', corrected);
    const all = talk.button('全部采用').value;
    const none = talk.button('都不要').value;
    talk.presses(all).presses(none);
    expect(talk.seen).toContain('已经定过了');
    expect(value(talk, 'studies')).toBe('13');
  });

  it('does not overwrite what was said since', () => {
    const talk = told().says('x', corrected);
    const all = talk.button('全部采用').value;
    talk.says('学习改成20次', reading({ facts: [{ ...row('studies', '20'), correction: true }] }));
    talk.presses(all);
    expect([value(talk, 'studies'), value(talk, 'topics')]).toEqual(['20', '6']);
    expect(talk.seen).toContain('集体学习次数在这之后又改过');
  });

  it('goes with the message it came from, when that is recalled', () => {
    const talk = told().says('x', corrected);
    const all = talk.button('全部采用').value;
    const message = talk.state?.differences?.[0]?.source.event ?? '';
    talk.when({ type: 'message_recalled', id: 'r', conversation: 'c', at: talk.at(), chat: talk.chat, message });
    talk.presses(all);
    expect(value(talk, 'studies')).toBe('12');
  });
});

describe('in a group', () => {
  it('the owner alone decides over what another gave', () => {
    const talk = told('group').says('x', corrected, zhao);
    expect(talk.seen).toContain('请王芳定');
    const all = talk.button('全部采用').value;
    talk.presses(all, zhao);
    expect(talk.seen).toContain('请王芳来定');
    expect(value(talk, 'studies')).toBe('12');
    talk.says('以赵强为准', undefined, wang);
    expect(value(talk, 'studies')).toBe('13');
    expect(talk.report.facts.studies?.source.by.name).toBe('赵强');
  });

  it('以…为准 may also mean the one who gave the old figures', () => {
    const talk = told('group').says('x', corrected, zhao).says('以李明为准', undefined, wang);
    expect(value(talk, 'studies')).toBe('12');
    expect(talk.seen).toContain('一项没改');
  });

  it('who corrects oneself needs nobody', () => {
    const talk = told('group').says('x', corrected, li);
    expect(talk.seen).not.toContain('请王芳');
    talk.pressesButton('全部采用', li);
    expect(value(talk, 'studies')).toBe('13');
  });
});

describe('sixty rows', () => {
  const slots = Array.from({ length: 60 }, (_, at) => ({
    id: `s${at}`,
    type: 'figure' as const,
    label: `第${at}项工作任务完成情况的累计数`,
    question: '多少？',
    unit: '个',
    keywords: [`第${at}项`],
    section: 'c1p1',
    required: false,
  }));
  const long: Outline = { ...party, slots: [...party.slots, ...slots] };
  const rows = (amount: string) => table(...slots.map(({ id }) => fact(id, amount, '个')));
  const talk = (): Talk => given('p2p', [long]).started().says('x', rows('1')).says('x', rows('2'));

  it('come on one card in pages, each within the limits, and are taken at once', () => {
    let now = talk();
    expect(now.of('send_card')).toHaveLength(1);
    expect(now.seen).toContain('改数对比：60项（1/4）');
    for (let page = 2; page <= 4; page += 1) {
      now = now.pressesButton('下一页');
      expect(now.cards.flatMap(cardProblems)).toEqual([]);
      expect(now.seen).toContain(`（${page}/4）`);
    }
    expect(now.seen).toContain('60. 第59项');
    expect(now.seen).not.toContain('〔下一页〕');
    now.pressesButton('全部采用');
    expect(
      Object.values(now.report.facts).every(({ value: v }) => v.type === 'figure' && v.quantity.amount === '2'),
    ).toBe(true);
    expect(now.report.undo.at(-1)?.changes).toHaveLength(60);
  });

  it('one by one stay within the limits', () => {
    const now = talk().pressesButton('逐条');
    expect(now.cards.flatMap(cardProblems)).toEqual([]);
    expect(now.seen).toContain('（1/8）');
  });
});
