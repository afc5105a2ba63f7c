// Every card with extreme content stays a card: split into several, never refused, nothing lost.
import { describe, expect, it } from 'vitest';
import type { Outline, Section, Slot } from '../../src/report/outline.ts';
import { cardProblems } from './card-limits.ts';
import { asks, commands, fact, facts, party, quantity, reading } from './fixture.ts';
import { given, readCard, type Talk } from './given.ts';

/** Ten chapters of six points with three slots each, everything as long as anyone would write it. */
function hugeOutline(): Outline {
  const slots: Slot[] = [];
  const chapters = Array.from({ length: 10 }, (_, c) => ({
    id: `c${c}`,
    heading: '坚持把各项工作往深里做往实里做往细里做'.repeat(2),
    points: Array.from({ length: 6 }, (__, p): Section => {
      const id = `c${c}p${p}`;
      const ids = Array.from({ length: 3 }, (___, s) => `${id}s${s}`);
      for (const slot of ids) {
        slots.push({
          id: slot,
          type: slot.endsWith('2') ? 'text' : 'figure',
          label: `本级及所属单位全年开展的第${slots.length + 1}项活动次数`,
          question: '全年（1月至12月，含所属单位，不含临时机构）一共开展了多少次这一项活动？'.repeat(2),
          unit: '次',
          keywords: ['活动'],
          section: id,
          required: true,
        });
      }
      return { id, kind: 'point', heading: '常抓不懈', brief: '', formulations: [], slots: ids, length: 200 };
    }),
  }));
  return { ...party, name: '很长名称的年度综合履职报告'.repeat(2), chapters, slots };
}

const huge = hugeOutline();
const started = (): Talk => given('p2p', [huge]).started();
const sound = (talk: Talk): void => {
  for (const card of talk.cards) expect(cardProblems(card)).toEqual([]);
};
const everything = (): Talk =>
  started().says(
    'x',
    reading({
      facts: huge.slots.map((slot) =>
        slot.type === 'text'
          ? { ...fact(slot.id, '1', '次'), value: { type: 'text', text: '做了很多细致的工作，'.repeat(200) } }
          : fact(slot.id, '123456789.12', '次'),
      ),
      rest: '素材'.repeat(3000),
    }),
  );

describe('what is asked of whom in a huge report', () => {
  const offices = (): Talk => {
    const talk = given('group', [huge]).started();
    const each = Array.from({ length: 6 }, (_, at) => huge.slots.filter((__, nth) => nth % 6 === at));
    for (const [at, slots] of each.entries()) {
      const office = `综合协调与督查督办联络第${at + 1}科`;
      const assign = { type: 'assign_supply' as const, office, slots: slots.map((slot) => slot.id), words: '' };
      talk.says('分', commands(assign));
    }
    return talk;
  };

  it('the list, all slots named', () => {
    const talk = offices().says('要数清单', commands({ type: 'show_supply' }));
    sound(talk);
    for (const slot of huge.slots) expect(talk.seen).toContain(`${slot.label}：`);
  });

  it('forms, words to copy, reminders', () => {
    const talk = offices().says('发', commands({ type: 'send_supply' }));
    expect(talk.of('send_card')).toHaveLength(6);
    sound(talk);
    sound(talk.says('催', commands({ type: 'nudge' })));
    sound(talk.says('谁还没报', commands({ type: 'supply_status', about: 'late' })));
    const away = { type: 'supplier_absent' as const, office: '综合协调与督查督办联络第1科' };
    sound(talk.says('不在', commands(away, { type: 'send_supply', office: away.office })));
  });

  it('what was given, and figures to confirm', () => {
    const talk = offices();
    const told = huge.slots.filter((slot) => slot.type === 'figure').map(({ id }) => fact(id, '123456789.12', '次'));
    talk.says('x', reading({ facts: told }));
    sound(talk.says('谁报了什么', commands({ type: 'supply_status', about: 'given' })));
    talk.says('核数', commands({ type: 'send_checks' }));
    sound(talk);
    expect(talk.seen.match(/有误，应为/gu)?.length).toBe(told.length);
    sound(talk.says('到哪了', commands({ type: 'show_progress' })));
  });
});

describe('cards of a huge report', () => {
  it('outline and what is missing, every slot named', () => {
    const talk = started();
    sound(talk);
    talk.says('还缺什么', commands({ type: 'show_missing' }));
    sound(talk);
    expect(talk.cards.length).toBeGreaterThan(1);
    for (const slot of huge.slots) expect(talk.seen).toContain(`${slot.label}：`);
    sound(talk.says('进度', commands({ type: 'show_progress' })));
  });

  it('recorded facts, every one of them', () => {
    const talk = everything().says('记了什么', commands({ type: 'show_facts' }));
    sound(talk);
    for (const slot of huge.slots) expect(talk.seen).toContain(`${slot.label}：`);
  });

  it('the whole text, nothing lost over the pages', () => {
    const talk = everything().says('起草', commands({ type: 'draft', section: 'all' }));
    sound(talk.drafted((id) => `${id}开始。${'这是稿子里的一句话，不长也不短。'.repeat(60)}${id}结束。`));
    talk.says('看全文', commands({ type: 'show', section: 'all' }));
    sound(talk);
    const text = talk.cards.map(readCard).join('');
    for (const id of Object.keys(talk.report.sections)) expect(text).toContain(`${id}结束。`);
    expect(talk.cards.map((card) => card.title.match(/（(\d+)\/(\d+)）$/)?.[1])).toEqual(
      talk.cards.map((_, at) => String(at + 1)),
    );
  });

  it('comparison, which section, several reports', () => {
    const long = '改得更好一点。'.repeat(500);
    const talk = everything().says('起草', commands({ type: 'draft', section: 'c1' }));
    talk
      .drafted(() => '旧稿。'.repeat(2000))
      .says('改', commands({ type: 'rewrite', section: 'c1', instruction: long }));
    sound(talk.drafted(() => '新稿。'.repeat(2000), '说明。'.repeat(500)));
    expect(talk.cards).toHaveLength(1);
    talk.says('起草', commands({ type: 'draft', section: 'all' })).drafted(() => '稿。');
    sound(talk.says('改', commands({ type: 'rewrite', instruction: long })));
    const many = given('p2p', [huge]);
    for (let year = 1990; year < 2024; year++) many.started(huge.kind, year);
    sound(many.says('有哪些', commands({ type: 'list_reports' })));
    expect(many.seen).toContain('更早的还有19份');
  });

  it('questions with long words and many choices', () => {
    const slots = huge.slots.map((slot) => slot.id);
    const ask = {
      type: 'which_slot',
      quantity: quantity('12', '次'),
      words: '说了很多的一句话'.repeat(50),
      slots,
    } as const;
    sound(
      started().says(
        'x',
        asks(...Array.from({ length: 30 }, (_, n) => ({ ...ask, slots: [...slots], words: ask.words + n }))),
      ),
    );
    const texts = huge.slots.filter((slot) => slot.type === 'text');
    const value = (n: number) => ({ type: 'text' as const, text: `第${n}种说法，`.repeat(300) });
    const talk = started().says('x', facts(...texts.map((slot) => ({ ...fact(slot.id, '1', '次'), value: value(1) }))));
    sound(talk.says('y', facts(...texts.map((slot) => ({ ...fact(slot.id, '1', '次'), value: value(2) })))));
    expect(talk.cards.length).toBeGreaterThan(1);
  });
});

describe('the words', () => {
  it('no exclamation marks, no “您好”, no doubled full stops: quiet and plain', () => {
    const talk = given().says('你好');
    const all: string[] = [talk.seen];
    const keep = () => all.push(talk.seen);
    talk.started();
    keep();
    talk.says('x', facts(fact('studies', '12', '次')));
    keep();
    for (const type of [
      'help',
      'show_progress',
      'show_missing',
      'show_facts',
      'compile',
      'start_over',
      'undo',
    ] as const) {
      talk.says('x', commands({ type }));
      keep();
    }
    expect(all.join('\n')).not.toMatch(/！|!|您|亲|。。|，，|。，/);
  });
});
