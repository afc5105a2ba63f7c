import { describe, expect, it } from 'vitest';
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

  it('is passed over where a figure is missing, left out or no figure', () => {
    expect(run('pumps == valves', { pumps: figure('1', '台') })).toEqual([]);
    expect(run('pumps == valves', { pumps: figure('1', '台'), valves: left })).toEqual([]);
    expect(run('pumps == valves', { pumps: figure('1', '台'), valves: { type: 'text', text: '不少' } })).toEqual([]);
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
  ])('%s: %s', (rule, message) => {
    const parsed = parseRule(rule);
    expect(parsed.type === 'wrong' ? parsed.message : '').toContain(message);
  });
});
