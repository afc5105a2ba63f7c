import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindingCode } from '../../src/report/finding.ts';
import { proveSection } from '../../src/report/proof.ts';
import { factsOf, figure, left, outline } from './small-outline.ts';

const all = {
  households: figure('300', '户'),
  pumps: figure('12', '台'),
  valves: figure('8', '台'),
  sold: figure('7', '元', { scale: '亿' }),
  sold_growth: figure('5', '%'),
  lost: figure('1', '元', { scale: '亿' }),
  lost_growth: figure('2', '%', { direction: '下降' }),
};
const truthful =
  '通水{{households}}，更换水泵{{pumps}}、阀门{{valves}}。售水收入{{sold}}，同比{{sold_growth}}；漏损金额{{lost}}，同比{{lost_growth}}。';

const prove = (text: string, values: Parameters<typeof factsOf>[0] = all, section = 'mains') =>
  proveSection(text, { outline, section, facts: factsOf(values), year: 2023 });
const codes = (text: string, values?: Parameters<typeof factsOf>[0], section?: string): FindingCode[] =>
  prove(text, values, section).map((finding) => finding.code);

describe('a truthful text', () => {
  it('passes', () => {
    expect(prove(truthful)).toEqual([]);
  });

  it.each([
    ['with ordinary words that hold numerals', `${truthful}一般情况下统一调度，进一步做好一体化供水。`],
    ['with the year of the report', `2023年，${truthful}`],
    ['with the year as a token', `{{year}}年，${truthful}`],
    ['with a name told twice', `{{unit}}负责，${truthful}{{unit}}督办。`],
    ['with nouns that begin like units', truthful.replace('通水{{households}}', '通水{{households}}家庭')],
    [
      'with heads after the tokens',
      truthful.replace('更换水泵{{pumps}}、阀门{{valves}}', '更换{{pumps}}水泵、{{valves}}阀门'),
    ],
  ])('passes %s', (_, text) => {
    expect(prove(text)).toEqual([]);
  });

  it('may leave out what was left out, and must not tell it', () => {
    expect(codes(truthful.replace('、阀门{{valves}}', ''), { ...all, valves: left })).toEqual([]);
  });

  it('may say nothing of what nobody gave', () => {
    const { valves: _, ...rest } = all;
    expect(codes(truthful.replace('、阀门{{valves}}', ''), rest)).toEqual([]);
  });
});

describe('a figure that is written by hand is found', () => {
  it.each([
    '查漏30处。',
    '查漏三十处。',
    '完成三分之二。',
    '进度过半。',
    '产值翻番。',
    '比2022年好。',
    '增长８%。',
    '近百户受益。',
    '共３处。',
  ])('%s', (stray) => {
    expect(codes(truthful + stray)).toContain('stray_numeral');
  });

  it('wherever it stands and however it is written', () => {
    const clauses = truthful.split(/(?<=[，；。])/u);
    const place = fc.integer({ min: 0, max: clauses.length });
    const amount = fc.oneof(
      fc.integer({ min: 2, max: 99_999 }).map(String),
      fc.constantFrom('三百二十', '十二', '两千', '７', '8.5'),
    );
    const unit = fc.constantFrom('次', '个', '亿元', '%', '万人次', '');
    fc.assert(
      fc.property(place, amount, unit, (at, number, measure) => {
        const text = [...clauses.slice(0, at), `又办了${number}${measure}，`, ...clauses.slice(at)].join('');
        expect(codes(text), text).toContain('stray_numeral');
      }),
      { seed: 1117, numRuns: 500 },
    );
  });

  it('although it also stands among the formulations of another place', () => {
    expect(codes('纠治四风，走访{{visits}}。', { visits: figure('5', '次') }, 'spirit')).toContain(
      'formulation_missing',
    );
    expect(codes('纠治“四风”，走访{{visits}}。', { visits: figure('5', '次') }, 'spirit')).toEqual([]);
  });
});

describe('nothing may stand beside a token that it prints itself', () => {
  it.each([
    ['通水{{households}}户', '{{households}}户'],
    ['通水{{households}}余户', '{{households}}余'],
    ['通水{{households}}左右', '{{households}}左右'],
    ['通水近{{households}}', '近{{households}}'],
    ['通水约{{households}}', '约{{households}}'],
    ['通水超过{{households}}', '超过{{households}}'],
  ])('%s', (wrong, quote) => {
    const findings = prove(truthful.replace('通水{{households}}', wrong));
    expect(findings).toMatchObject([{ code: 'beside_token', quote }]);
  });

  it.each([
    ['售水收入{{sold}}', '售水收入{{sold}}亿元'],
    ['同比{{sold_growth}}', '同比增长{{sold_growth}}'],
    ['同比{{sold_growth}}', '同比下降了{{sold_growth}}'],
    ['同比{{sold_growth}}', '同比{{sold_growth}}%'],
    ['水泵{{pumps}}、阀门{{valves}}', '水泵、阀门{{pumps}}{{valves}}'],
  ])('%s → %s', (right, wrong) => {
    expect(codes(truthful.replace(right, wrong))).toContain('beside_token');
  });
});

describe('each fact is told once, in its own section', () => {
  it('not twice', () => {
    expect(codes(`${truthful}水泵{{pumps}}。`)).toEqual(['repeated_token']);
  });

  it('not left out', () => {
    expect(codes(truthful.replace('、阀门{{valves}}', ''))).toEqual(['fact_not_told']);
  });

  it('not elsewhere', () => {
    expect(codes(`${truthful}走访{{visits}}。`)).toEqual(['foreign_token']);
    expect(codes(`${truthful}署名{{signature}}。`)).toEqual(['foreign_token']);
  });

  it('not under an unknown name or in broken braces', () => {
    expect(codes(`${truthful}另有{{secrets}}。`)).toEqual(['unknown_token']);
    expect(codes(`${truthful}另有{pumps}。`)).toEqual(['broken_token']);
    expect(codes(`${truthful}另有｛｛pumps｝｝。`)).toEqual(['broken_token']);
  });
});

describe('figures told as one another', () => {
  it('a growth beside another base', () => {
    const swapped = truthful
      .replace('{{sold_growth}}', '{{x}}')
      .replace('{{lost_growth}}', '{{sold_growth}}')
      .replace('{{x}}', '{{lost_growth}}');
    expect(codes(swapped)).toEqual(['growth_misplaced', 'growth_misplaced']);
  });

  it('a growth before its base, or with another base between', () => {
    expect(codes('售水同比{{sold_growth}}，为{{sold}}。', { sold: all.sold, sold_growth: all.sold_growth })).toContain(
      'growth_misplaced',
    );
    const both = '售水收入{{sold}}，漏损金额{{lost}}，分别{{sold_growth}}和{{lost_growth}}。';
    const { sold, lost, sold_growth, lost_growth } = all;
    expect(codes(both, { sold, lost, sold_growth, lost_growth })).toContain('growth_misplaced');
  });

  it.each([
    ['pumps', 'valves'],
    ['sold', 'lost'],
  ])('%s and %s', (one, other) => {
    const swapped = truthful
      .replace(`{{${one}}}`, '{{x}}')
      .replace(`{{${other}}}`, `{{${one}}}`)
      .replace('{{x}}', `{{${other}}}`);
    expect(codes(swapped)).toContain('figures_swapped');
  });
});

describe('what the assembly adds, or a mask left over', () => {
  it.each([
    [`一是${truthful}`, 'heading_repeated'],
    [`延伸供水管网。${truthful}`, 'heading_repeated'],
    [`${truthful}另有⟦1:次⟧。`, 'mask_left'],
  ])('%s', (text, code) => {
    expect(codes(text)).toContain(code);
  });
});
