// A small outline with its phrasebook and facts, for drafting tests: a library's report with names, lists, growth and rivals.
import type { Quantity } from '../../src/figures/quantity.ts';
import type { Facts, FactValue } from '../../src/report/fact.ts';
import type { Outline, Section, Slot } from '../../src/report/outline.ts';
import type { Phrasebook } from '../../src/report/phrasebook.ts';

const section = (id: string, kind: Section['kind'], more: Partial<Section>): Section => ({
  ...{ id, kind, heading: '', brief: '只用给出的事实。', formulations: [], slots: [], length: 120 },
  ...more,
});
const slot = (id: string, of: string, type: Slot['type'], label: string, more: Partial<Slot> = {}): Slot => ({
  ...{ id, type, label, section: of, question: `${label}是多少？`, keywords: [label], required: true },
  ...more,
});

export const outline: Outline = {
  kind: 'library',
  version: 1,
  name: '图书馆年度工作总结',
  aliases: [],
  title: '{{unit}}{{year}}年度工作总结',
  setting: '县级图书馆，馆长向主管部门报告。',
  opening: section('opening', 'opening', {
    slots: ['unit', 'theme'],
    formulations: ['习近平新时代中国特色社会主义思想'],
  }),
  chapters: [
    {
      id: 'service',
      heading: '突出读者需求，持续改进服务',
      lead: section('service_lead', 'lead', { slots: ['measures'] }),
      points: [
        section('lending', 'point', {
          heading: '借阅服务稳中有进',
          slots: ['loans', 'loans_growth', 'visits', 'visits_growth'],
        }),
        section('reading', 'point', {
          heading: '全民阅读广泛开展',
          slots: ['lectures', 'exhibitions', 'budget', 'titles', 'note'],
        }),
      ],
    },
  ],
  closing: section('closing', 'closing', { brief: '一句话结束。', length: 20 }),
  slots: [
    slot('unit', 'opening', 'name', '单位名称', { required: false, fallback: '本馆' }),
    slot('theme', 'opening', 'name', '全年主题', { required: false }),
    slot('measures', 'service_lead', 'list', '服务举措'),
    slot('loans', 'lending', 'figure', '图书外借', { unit: '册次', scale: '万', keywords: ['图书外借', '外借'] }),
    slot('loans_growth', 'lending', 'figure', '外借增幅', { unit: '%', growth_of: 'loans', keywords: ['外借增幅'] }),
    slot('visits', 'lending', 'figure', '到馆读者', { unit: '人次', scale: '万', keywords: ['到馆读者', '到馆'] }),
    slot('visits_growth', 'lending', 'figure', '到馆增幅', { unit: '%', growth_of: 'visits', keywords: ['到馆增幅'] }),
    slot('lectures', 'reading', 'figure', '公益讲座', { unit: '场', units: ['次'], keywords: ['公益讲座', '讲座'] }),
    slot('exhibitions', 'reading', 'figure', '主题展览', { unit: '场', units: ['次'], keywords: ['主题展览', '展览'] }),
    slot('budget', 'reading', 'figure', '购书经费', { unit: '元', scale: '万', keywords: ['购书经费', '经费'] }),
    slot('titles', 'reading', 'list', '推荐书目', { required: false }),
    slot('note', 'reading', 'text', '阅读推广情况', { required: false }),
  ],
  checks: [],
};

export const phrasebook: Phrasebook = {
  version: 4,
  sections: {
    opening: [
      {
        say: [
          '{{year}}年，{{unit}}以习近平新时代中国特色社会主义思想为指导，完成了全年任务。',
          '{{year}}年，在习近平新时代中国特色社会主义思想指引下，{{unit}}认真做好各项工作，任务逐项落实。',
        ],
      },
      { say: ['全年以“{{theme}}”为主题。', '全年工作围绕“{{theme}}”展开，逐项推进。'] },
    ],
    service_lead: [
      { say: ['主要举措是：{{measures}}。', '我们从读者意见最集中的地方改起，主要举措是：{{measures}}。'] },
    ],
    lending: [
      {
        say: [
          '图书外借{{loans}}，同比{{loans_growth}}；到馆读者{{visits}}，同比{{visits_growth}}。',
          '全年图书外借达到{{loans}}，同比{{loans_growth}}。到馆读者累计{{visits}}，同比{{visits_growth}}。',
        ],
      },
    ],
    reading: [
      {
        say: [
          '举办公益讲座{{lectures}}、主题展览{{exhibitions}}，安排购书经费{{budget}}。',
          '全年举办公益讲座{{lectures}}，办成主题展览{{exhibitions}}，投入购书经费{{budget}}。',
        ],
      },
      { say: ['向读者推荐{{titles}}。', '面向读者推荐了{{titles}}。'] },
      { say: ['{{note}}。', '具体来说，{{note}}。'] },
    ],
    closing: [{ say: ['以上报告，请审阅。', '特此报告，请审阅。'] }],
  },
};

export const style = '语气平实，一句说一件事，每句不超过四十字。';

const figure = (amount: string, unit: string, more: Partial<Quantity> = {}): FactValue => ({
  type: 'figure',
  quantity: { amount, scale: '', unit, approximation: '', ...more },
});

export function factsOf(values: Record<string, FactValue>): Facts {
  const source = { by: { id: 'ou_1', name: '王芳' }, at: 0, event: 'om_1', words: '' };
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { slot: id, value, source }]));
}

/** Figures that stand out: none of them may ever be seen in a request. */
export const distinctive = ['38.47', '61.93', '17.3', '29.6', '847', '593', '268', '4471', '七百一十九', '719', '4471'];

export const facts: Facts = factsOf({
  unit: { type: 'text', text: '青川县图书馆' },
  theme: { type: 'text', text: '书香满城' },
  measures: { type: 'list', items: ['延长开放时间', '新设自助借还机847台', '接待研学团队七百一十九批次'] },
  loans: figure('38.47', '册次', { scale: '万' }),
  loans_growth: figure('17.3', '%'),
  visits: figure('61.93', '人次', { scale: '万' }),
  visits_growth: figure('29.6', '%', { direction: '下降' }),
  lectures: figure('593', '场'),
  exhibitions: figure('268', '场', { approximation: '余' }),
  budget: figure('4471', '元', { scale: '万' }),
  titles: { type: 'list', items: ['《山河故人》', '《乡村记忆》'] },
  note: { type: 'text', text: '阅读推广走进乡镇和学校' },
});
