import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { runChecks } from '../../src/report/check.ts';
import { parseRule } from '../../src/report/expression.ts';
import { factsOf, figure, left, outline } from './small-outline.ts';

const run = (rule: string, values: Parameters<typeof factsOf>[0]) =>
  runChecks({ ...outline, checks: [{ id: 'it', rule, question: '对吗？' }] }, factsOf(values));

describe('a check', () => {
  it('that cannot hold is reported with its question and figures', () => {
    expect(run('pumps == valves * 12', { pumps: figure('70', '台'), valves: figure('6', '台') })).toEqual([
      {
        check: 'it',
        question: '对吗？',
        severity: 'ask',
        values: [
          { slot: 'pumps', label: '水泵台数', text: '70台' },
          { slot: 'valves', label: '阀门台数', text: '6台' },
        ],
      },
    ]);
  });

  it.each([
    ['pumps == valves * 12', true, '72', '6'],
    ['pumps <= valves', false, '7', '6'],
    ['pumps <= valves', true, '6', '6'],
    ['pumps < valves', false, '6', '6'],
    ['pumps != valves', false, '6', '6.0'],
    ['pumps - valves * 2 >= 1', true, '13', '6'],
    ['(pumps - valves) * 2 >= 15', false, '13', '6'],
    ['pumps / valves > 2', true, '13', '6'],
    ['-pumps < valves', true, '13', '6'],
    ['pumps / valves > 2', true, '13', '0'],
    ['pumps + 0.1 == 0.3', true, '0.2', '0'],
    ['pumps > valves * 100', false, '9999999999999999.1', '99999999999999.991'],
  ])('%s is %s for %s and %s, exactly', (rule, holds, pumps, valves) => {
    expect(run(rule, { pumps: figure(pumps, '台'), valves: figure(valves, '台') })).toHaveLength(holds ? 0 : 1);
  });

  it('gives an approximation the benefit of the doubt, and no more', () => {
    const about = (amount: string) => figure(amount, '元', { scale: '亿', approximation: '余' });
    expect(run('lost <= sold', { lost: figure('70.5', '元', { scale: '亿' }), sold: about('70') })).toEqual([]);
    expect(run('lost <= sold', { lost: figure('110', '元', { scale: '亿' }), sold: about('70') })).toHaveLength(1);
  });

  it('knows that 70余 does not reach 80', () => {
    const about = figure('70', '元', { scale: '亿', approximation: '余' });
    const eighty = figure('80', '元', { scale: '亿' });
    expect(run('lost <= sold', { lost: eighty, sold: about })).toHaveLength(1);
    expect(run('lost >= sold', { lost: about, sold: eighty })).toHaveLength(1);
    expect(run('lost + lost <= sold + sold', { lost: eighty, sold: about })).toHaveLength(1);
  });

  it('is not asked beside a narrower one that fails', () => {
    const checks = [
      { id: 'wide', rule: 'pumps + valves <= households', question: '' },
      { id: 'narrow', rule: 'pumps <= households', question: '' },
    ];
    const facts = factsOf({ pumps: figure('9', '台'), valves: figure('1', '台'), households: figure('5', '户') });
    expect(runChecks({ ...outline, checks }, facts).map((failed) => failed.check)).toEqual(['narrow']);
  });

  it('compares across scales', () => {
    expect(
      run('lost <= sold', { lost: figure('9000', '元', { scale: '万' }), sold: figure('1', '元', { scale: '亿' }) }),
    ).toEqual([]);
  });

  it('counts a fall as below zero', () => {
    const down = { sold_growth: figure('3', '%', { direction: '下降' }) };
    expect(run('sold_growth < 0', down)).toEqual([]);
    expect(run('sold_growth > 0', down)).toHaveLength(1);
  });

  it('two figures said alike are told apart from two that only may be equal', () => {
    const about = figure('70', '元', { scale: '亿', approximation: '余' });
    const exact = figure('70', '元', { scale: '亿' });
    expect(run('lost differs_from sold', { lost: about, sold: about })).toHaveLength(1);
    expect(run('lost differs_from sold', { lost: exact, sold: figure('700000', '元', { scale: '万' }) })).toHaveLength(
      1,
    );
    expect(run('lost differs_from sold', { lost: about, sold: exact })).toEqual([]);
    expect(run('lost differs_from sold', { lost: about })).toEqual([]);
  });

  it('an exact growth needs an exact amount', () => {
    const about = figure('400', '元', { scale: '亿', approximation: '余' });
    const rate = figure('7.5', '%');
    expect(run('sold as_exact_as sold_growth', { sold: about, sold_growth: rate })).toHaveLength(1);
    expect(run('sold as_exact_as sold_growth', { sold: figure('460', '元'), sold_growth: rate })).toEqual([]);
    expect(
      run('sold as_exact_as sold_growth', { sold: about, sold_growth: figure('7', '%', { approximation: '约' }) }),
    ).toEqual([]);
  });

  it('a hint does not stand in the way of a wider question', () => {
    const checks = [
      { id: 'wide', rule: 'pumps + valves <= households', question: '' },
      { id: 'narrow', rule: 'pumps <= households', question: '', severity: 'hint' as const },
    ];
    const facts = factsOf({ pumps: figure('9', '台'), valves: figure('1', '台'), households: figure('5', '户') });
    const failed = runChecks({ ...outline, checks }, facts);
    expect(failed.map(({ check, severity }) => [check, severity])).toEqual([
      ['wide', 'ask'],
      ['narrow', 'hint'],
    ]);
  });

  it('is passed over where a figure is missing, left out or no figure', () => {
    expect(run('pumps == valves', { pumps: figure('1', '台') })).toEqual([]);
    expect(run('pumps == valves', { pumps: figure('1', '台'), valves: left })).toEqual([]);
    expect(run('pumps == valves', { pumps: figure('1', '台'), valves: { type: 'text', text: '不少' } })).toEqual([]);
  });
});

describe('the checks of the house', () => {
  const { outlines } = loadCatalog(fileURLToPath(new URL('../../prompts/outlines', import.meta.url)));
  const yi = (amount: string, approximation = '') => figure(amount, '元', { scale: '亿', approximation });
  const found = (kind: string, values: Parameters<typeof factsOf>[0]) => {
    const one = outlines.find((each) => each.kind === kind);
    return one ? runChecks(one, factsOf(values)).map(({ check, severity }) => `${check} ${severity}`) : [];
  };

  it.each<[string, Parameters<typeof factsOf>[0], string[]]>([
    [
      'refunds beyond the total, and one figure for two scopes',
      { tax_refunds: yi('110'), new_cuts: yi('70', '余'), relief_total: yi('70', '余') },
      ['refunds_within_total ask', 'cuts_unlike_total ask'],
    ],
    ['a sum that fits', { tax_refunds: yi('110'), new_cuts: yi('70', '余'), relief_total: yi('180', '余') }, []],
    [
      'exact growth of an approximate amount, spending beyond revenue',
      {
        total_revenue: yi('700'),
        local_revenue: yi('400', '余'),
        local_revenue_growth: figure('7.5', '%'),
        expenditure: yi('756'),
      },
      ['local_as_exact_as_its_growth hint', 'expenditure_beyond_revenue hint'],
    ],
    [
      'months and branches',
      { branch_count: figure('6', '个'), party_days: figure('70', '次') },
      ['party_days_monthly ask'],
    ],
    ['a monthly day in each branch', { branch_count: figure('6', '个'), party_days: figure('72', '次') }, []],
    [
      'fewer meetings than branches, fewer members than branches need',
      { branch_count: figure('6', '个'), org_life_meetings: figure('5', '次'), members: figure('15', '名') },
      ['life_meeting_per_branch ask', 'three_members_a_branch ask'],
    ],
    [
      'more topics than sessions',
      { study_topics: figure('13', '个'), study_sessions: figure('12', '次') },
      ['topics_within_sessions hint'],
    ],
    [
      'social spending beyond all spending',
      { security_funds: yi('800'), expenditure: yi('756') },
      ['security_within_expenditure ask'],
    ],
    [
      'a growth that does not follow',
      { total_revenue: yi('700'), total_revenue_last: yi('644'), total_revenue_growth: figure('7.8', '%') },
      ['derived_total_revenue_growth ask'],
    ],
  ])('%s', (_, values, wanted) => expect(found('party-building', values)).toEqual(wanted));

  it('are those of the other outline too', () => {
    expect(found('annual-summary', { closing_rate: figure('101', '%') })).toEqual(['rate_within_whole ask']);
    expect(
      found('annual-summary', { visitors: figure('10', '人次'), overnight_visitors: figure('11', '人次') }),
    ).toEqual(['overnight_within_visitors ask']);
  });
});

describe('a rule that cannot be read says what to write', () => {
  it.each([
    ['pumps', 'compares nothing'],
    ['pumps == ', 'breaks off'],
    ['pumps = 2', 'cannot be read'],
    ['pumps == (2', 'not closed'],
    ['pumps == 2 == 3', 'left over'],
    ['pumps 2 == 3', 'a comparison is expected'],
    ['== 2', 'a number or a slot is expected'],
    ['pumps == 2；', 'cannot be read'],
    ['process.exit()', 'cannot be read'],
    ['pumps differs_from valves * 2', 'compares two slots'],
    ['pumps as_exact_as', 'breaks off'],
  ])('%s: %s', (rule, message) => {
    const parsed = parseRule(rule);
    expect(parsed.type === 'wrong' ? parsed.message : '').toContain(message);
  });
});
