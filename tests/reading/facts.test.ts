// Facts: one figure to one slot, or a question. What messages.yaml cannot say: reasons, words, answers to questions, odd characters.
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../src/conversation/command.ts';
import { createReader } from '../../src/reading/reader.ts';
import { describeReading, requestFrom } from '../../src/reading/trial.ts';
import { factsOf, outlines, partyBuilding, readText } from './outlines.ts';

const reasons = async (text: string, more = {}) => (await readText({ text, ...more })).asks.map((ask) => ask.reason);

describe('questions say why', () => {
  it.each([
    ['带队调研大概15次', /大概/],
    ['明年计划开展集体学习14次', /计划/],
    ['每个支部主题党日12次', /每一个/],
    ['市本级总收入320亿元', /市本级/],
    ['总收入700', /没有写单位/],
    ['主题党日12.5次', /不是整数/],
    ['留抵退税跟去年差不多', /去年的数/],
    ['局领导讲党课5次', /局领导/],
  ])('%s', async (text, reason) => {
    expect(await reasons(text)).toEqual([expect.stringMatching(reason)]);
  });

  it('when a value is ten times off the recorded one', async () => {
    expect(await reasons('总收入7亿', { recorded: { total_revenue: '700亿元' } })).toEqual([
      expect.stringMatching(/十倍/),
    ]);
  });

  it('and offer the written form of a guess', async () => {
    const reading = await readText('技能培训大概12.6万人次');
    expect(reading.asks.map((ask) => ask.value)).toEqual(['约12.6万人次']);
  });
});

it('marks a correction only where one was made', async () => {
  const reading = await readText('啊不对稳岗返还是八亿九千四百万适老化改造三千六百多户');
  expect(reading.facts.map((fact) => [fact.slot, fact.correction ?? false])).toEqual([
    ['job_refunds', true],
    ['home_renovations', false],
  ]);
});

it('keeps at most 120 of the words around', async () => {
  const request = requestFrom(partyBuilding, outlines, {
    text: `${'为此我们做了大量细致的工作，'.repeat(20)}主题党日72次${'，并且一直坚持到了年底'.repeat(20)}`,
    thisYear: 2026,
  });
  const { facts } = await createReader()(request);
  expect(facts[0]?.words.length).toBeLessThanOrEqual(120);
  expect(facts[0]?.words).toContain('主题党日72次');
});

describe('the answer to an open question', () => {
  async function answer(text: string, ask: Ask) {
    const request = requestFrom(partyBuilding, outlines, { text, thisYear: 2026 });
    const asked = { type: 'asks', report: 'trial', sourceEvent: 'm', asks: [ask] } as const;
    return describeReading(
      await createReader()({ ...request, asked: { ...asked, asks: [...asked.asks] } }),
      partyBuilding,
    );
  }
  const quantity = { amount: '12', scale: '', unit: '次', approximation: '' };

  it('names the slot a figure belongs to', async () => {
    const which: Ask = { type: 'which_slot', quantity, words: '12次', slots: ['party_days', 'secretary_lectures'] };
    expect(factsOf(await answer('党课的', which))).toEqual({ secretary_lectures: '12次' });
    expect(factsOf(await answer('是集体学习', { type: 'unplaced', quantity, words: '12次' }))).toEqual({
      study_sessions: '12次',
    });
    expect((await answer('是集体学习', which)).facts).toEqual([]);
  });

  it('gives the figure that was not certain', async () => {
    const value = { type: 'figure', quantity: { ...quantity, approximation: '约' } } as const;
    const confirm: Ask = { type: 'confirm_value', slot: 'research_trips', value, words: '', reason: '' };
    expect(factsOf(await answer('就写11次', confirm))).toEqual({ research_trips: '11次' });
  });
});

describe('awkward input', () => {
  it.each(['', ' ', '\n\n', '😀😀', '\u200b', '\u0000\u0001', '。。。'])('nothing comes of %j', async (text) => {
    expect(await readText(text)).toEqual({ facts: [], asks: [], commands: [], rest: '', by: 'reader' });
  });

  it('reads through control and zero-width characters', async () => {
    expect(factsOf(await readText('集体学习\u200b12次\r\n党课\u00004次'))).toEqual({
      study_sessions: '12次',
      secretary_lectures: '4次',
    });
  });

  it('keeps a page of strange numbers whole instead of asking about each', async () => {
    const text = Array.from({ length: 40 }, (_, at) => `第${at}所学校新增座位${at + 3}个`).join('，');
    const reading = await readText(text);
    expect(reading.facts).toEqual([]);
    expect(reading.asks).toEqual([]);
    expect(reading.rest).toBe(text);
  });

  it('takes an old report for old', async () => {
    const text = `2022年度工作总结。${'我们深入学习贯彻上级决策部署，扎实推进各项任务。'.repeat(8)}全年集体学习10次。`;
    const reading = await readText({ text, year: 2023 });
    expect(reading.facts).toEqual([]);
    expect(reading.asks).toEqual([]);
    expect(reading.past?.map(({ slot, value }) => [slot, value])).toEqual([['study_sessions', expect.any(String)]]);
  });

  // A search that looks back and forth without end would not come back at all.
  it('comes to an end over long messages and many figures', { timeout: 120_000 }, async () => {
    await readText('集体学习十二次党课四次某某事项九件'.repeat(300));
    await readText('工会活动搞了5次，篮球赛2场，'.repeat(300));
    const { facts, asks } = await readText(`项目\t2025年\t2024年\n${'总收入\t700\t600\n'.repeat(300)}`);
    expect(facts.length + asks.length).toBeGreaterThan(0);
  });
});
