// A small outline and facts for the tests of report/. Invented; nothing of the shipped outlines.
import type { Facts, FactValue } from '../../src/report/fact.ts';
import type { Outline, Section, Slot } from '../../src/report/outline.ts';

const section = (id: string, kind: Section['kind'], slots: string[], more: Partial<Section> = {}): Section => ({
  ...{ id, kind, slots, heading: '', brief: '写清楚。', formulations: [], length: 100 },
  ...more,
});

const slot = (id: string, at: string, label: string, more: Partial<Slot> = {}): Slot => ({
  ...{ id, section: at, label, type: 'figure', question: `${label}是多少？`, keywords: [label], required: true },
  ...more,
});

export const outline: Outline = {
  kind: 'water',
  version: 1,
  name: '水务总结',
  aliases: [],
  title: '{{unit}}\n{{year}}年水务工作总结',
  setting: '县水务局',
  opening: section('opening', 'opening', ['unit']),
  chapters: [
    {
      id: 'supply',
      heading: '保障供水，持续扩大覆盖',
      lead: section('supply_lead', 'lead', ['works']),
      points: [
        section('mains', 'point', ['households', 'pumps', 'valves', 'sold', 'sold_growth', 'lost', 'lost_growth'], {
          heading: '延伸供水管网',
        }),
        section('spirit', 'point', ['visits'], { heading: '改进服务作风', formulations: ['“四风”'] }),
      ],
    },
    { id: 'plans', heading: '下一步打算', lead: section('plans_lead', 'lead', ['plans']), points: [] },
  ],
  closing: section('closing', 'closing', ['signature', 'signature_date']),
  slots: [
    slot('unit', 'opening', '单位', { type: 'name', fallback: '县水务局', appears: ['opening', 'mains'] }),
    slot('works', 'supply_lead', '重点工程', { type: 'list' }),
    slot('households', 'mains', '通水户数', { unit: '户', units: ['家'], keywords: ['通水户数', '通水', '户'] }),
    slot('pumps', 'mains', '水泵台数', { unit: '台', keywords: ['更换水泵', '水泵'] }),
    slot('valves', 'mains', '阀门台数', { unit: '台', keywords: ['更换阀门', '阀门'], required: false }),
    slot('sold', 'mains', '售水收入', { unit: '元', scale: '亿', keywords: ['售水收入', '售水'] }),
    slot('sold_growth', 'mains', '售水增幅', { unit: '%', growth_of: 'sold', zero: '持平' }),
    slot('lost', 'mains', '漏损金额', { unit: '元', scale: '亿', keywords: ['漏损金额', '漏损'], part_of: 'sold' }),
    slot('lost_growth', 'mains', '漏损增幅', { unit: '%', growth_of: 'lost' }),
    slot('visits', 'spirit', '走访次数', { unit: '次' }),
    slot('plans', 'plans_lead', '打算', { type: 'list' }),
    slot('signature', 'closing', '署名', { type: 'name', appears: [] }),
    slot('signature_date', 'closing', '日期', { type: 'name', appears: [] }),
  ],
  checks: [],
};

export const figure = (amount: string, unit: string, more: object = {}): FactValue => ({
  type: 'figure',
  quantity: { amount, unit, scale: '', approximation: '', ...more },
});

export const left: FactValue = { type: 'omitted', reason: 'not_applicable' };

export function factsOf(values: Record<string, FactValue>): Facts {
  const source = { by: { id: 'ou_1', name: '王芳' }, at: 1, event: 'om_1', words: '' };
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { slot: id, value, source }]));
}
