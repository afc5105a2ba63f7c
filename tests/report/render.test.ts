import { describe, expect, it } from 'vitest';
import { printList } from '../../src/report/print-list.ts';
import { renderPlain, renderText } from '../../src/report/render.ts';
import { factsOf, figure, left, outline } from './small-outline.ts';

const render = (text: string, values: Parameters<typeof factsOf>[0], section = 'mains') =>
  renderPlain(text, { outline, year: 2023, facts: factsOf(values), section });

describe('a figure', () => {
  it.each([
    ['with scale and approximation', figure('400', '元', { scale: '亿', approximation: '余' }), '收入400余亿元。'],
    ['said in another accepted unit', figure('12', '元'), '收入12元。'],
    ['said without its unit', figure('7.2', '', { scale: '亿' }), '收入7.2亿元。'],
    ['said with 近', figure('30', '元', { scale: '亿', approximation: '近' }), '收入近30亿元。'],
  ])('%s is printed as one string', (_, value, expected) => {
    expect(render('收入{{sold}}。', { sold: value })).toBe(expected);
  });

  it('takes the unit of the outline for one accepted as the same', () => {
    expect(render('通水{{households}}。', { households: figure('300', '家') })).toBe('通水300户。');
  });

  it.each([
    ['with its direction', figure('3.2', '%', { direction: '下降' }), '同比下降3.2%。'],
    ['without a direction as growth', figure('3.2', '%'), '同比增长3.2%。'],
    ['below zero as a fall', figure('-3.2', '%'), '同比下降3.2%。'],
    ['of nothing in the words of the outline', figure('0', '%'), '同比持平。'],
    ['of 0.0 likewise', figure('0.0', '%', { direction: '增长' }), '同比持平。'],
    ['in percentage points', figure('2', '个百分点', { direction: '提高' }), '同比提高2个百分点。'],
  ])('of growth is printed %s', (_, value, expected) => {
    expect(render('同比{{sold_growth}}。', { sold_growth: value })).toBe(expected);
  });

  it('of just one takes the phrase of the outline, if it is one and not about one', () => {
    const one = {
      ...outline,
      slots: outline.slots.map((slot) => (slot.id === 'pumps' ? { ...slot, one: '首台' } : slot)),
    };
    const print = (value: ReturnType<typeof figure>) =>
      renderPlain('更换{{pumps}}。', { outline: one, year: 2023, facts: factsOf({ pumps: value }) });
    expect(print(figure('1', '台'))).toBe('更换首台。');
    expect(print(figure('1', '台', { scale: '万' }))).toBe('更换1万台。');
    expect(print(figure('1', '台', { approximation: '约' }))).toBe('更换约1台。');
  });

  it('comes from a fact, and the words around it from the text', () => {
    const spans = renderText('更换水泵{{pumps}}。', {
      outline,
      year: 2023,
      facts: factsOf({ pumps: figure('12', '台', { approximation: '余' }) }),
    });
    expect(spans).toEqual([
      { text: '更换水泵', from: 'text' },
      { text: '12余台', from: 'fact', slot: 'pumps' },
      { text: '。', from: 'text' },
    ]);
  });
});

describe('what is not there', () => {
  it('stands as missing, by its label', () => {
    const spans = renderText('更换水泵{{pumps}}。', { outline, year: 2023, facts: {} });
    expect(spans[1]).toEqual({ text: '〔待补：水泵台数〕', from: 'missing', slot: 'pumps' });
  });

  it('takes its fallback words', () => {
    expect(render('{{unit}}负责。', {})).toBe('县水务局负责。');
  });

  it('keeps its fallback when it was only skipped, and goes when it does not apply', () => {
    expect(render('由{{unit}}负责，更换{{pumps}}。', { unit: { type: 'omitted', reason: 'skipped' } })).toContain(
      '由县水务局',
    );
    expect(render('由{{unit}}负责，更换{{pumps}}。', { unit: left })).toBe('更换〔待补：水泵台数〕。');
  });

  it('stands as missing when a required one was only put off, and an optional one goes', () => {
    const later = { pumps: { type: 'omitted', reason: 'skipped' } } as const;
    const asked = (required: boolean) => ({
      ...{ year: 2023, facts: factsOf(later) },
      outline: { ...outline, slots: outline.slots.map((slot) => ({ ...slot, required })) },
    });
    const textOf = (required: boolean) =>
      renderText('共更换{{pumps}}，都好用。', asked(required))
        .map(({ text }) => text)
        .join('');
    expect(textOf(true)).toBe('共更换〔待补：水泵台数〕，都好用。');
    expect(textOf(false)).toBe('都好用。');
  });

  it('goes with its clause when left out', () => {
    expect(render('更换水泵{{pumps}}，更换阀门{{valves}}。', { pumps: left, valves: figure('3', '台') })).toBe(
      '更换阀门3台。',
    );
  });
});

describe('what is wrong in a text', () => {
  it.each(['{pumps}', '{{pumps', '｛｛pumps｝｝'])('%s is never printed', (broken) => {
    expect(render(`更换${broken}。`, {})).toBe('更换〔待核：此处占位有误〕。');
  });

  it('shows an unknown token as something to look at', () => {
    expect(render('更换{{nothing}}。', {})).toBe('更换〔待核：nothing〕。');
  });
});

describe('words a person gave', () => {
  it('stand verbatim, braces included', () => {
    expect(render('按{{unit}}方案办。', { unit: { type: 'text', text: '“1+4”{{x}}方案' } })).toBe(
      '按“1+4”{{x}}方案方案办。',
    );
  });

  it('do not double the mark that follows', () => {
    expect(render('{{unit}}。', { unit: { type: 'text', text: '办好了。' } })).toBe('办好了。');
  });

  it('are numbered after a colon: 一是 in a chapter, （1） within a point', () => {
    const items = { type: 'list' as const, items: ['一是建泵站。', '2.换水表；', '（三）查漏点'] };
    expect(render('工作是：{{plans}}。', { plans: items }, 'plans_lead')).toBe(
      '工作是：一是建泵站；二是换水表；三是查漏点。',
    );
    expect(render('工作是：{{plans}}。', { plans: items }, 'mains')).toBe(
      '工作是：（1）建泵站；（2）换水表；（3）查漏点。',
    );
  });

  it.each([
    [['甲', '乙', '丙'], '甲、乙、丙'],
    [['《甲》', '《乙》', '丙'], '《甲》《乙》、丙'],
    [['“甲”', '“乙”'], '“甲”“乙”'],
    [['甲，又甲', '乙'], '甲，又甲；乙'],
    [['只此。'], '只此'],
    [['1.5万户改造', '甲'], '1.5万户改造、甲'],
    [[' ', '甲'], '甲'],
  ])('%j are enumerated as %s elsewhere', (items, expected) => {
    expect(printList(items, false, false)).toBe(expected);
  });
});

describe('a title asked for as one', () => {
  const asked: typeof outline = {
    ...outline,
    slots: outline.slots.map((slot) => (slot.type === 'list' ? { ...slot, question: '题目是什么？' } : slot)),
  };
  const list = outline.slots.find((slot) => slot.type === 'list')?.id ?? '';
  const print = (text: string): string =>
    renderPlain(text, {
      ...{ outline: asked, year: 2023 },
      facts: factsOf({ [list]: { type: 'list', items: ['过紧日子', '《以学促干》', '“廉”字怎么写'] } }),
    });

  it('takes the marks it was given without', () => {
    expect(print(`题目是{{${list}}}。`)).toBe('题目是“过紧日子”、《以学促干》、“廉”字怎么写。');
    expect(print(`讲了{{${list}.1}}和{{${list}.2}}。`)).toBe('讲了“过紧日子”和《以学促干》。');
  });
});
