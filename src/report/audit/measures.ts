// Units that cannot measure what stands before them, foreign unit signs, and parts that only fit their whole in another scale. Compares no labels.
import type { AuditFinding } from './finding.ts';
import { baseUnit, isRate, type LabelledFigure } from './labelled-figures.ts';
import { type AuditScene, eachMatch, findingAt } from './scene.ts';

const KINDS: Record<string, RegExp> = {
  area: /^(?:亩|平方米|平方公里|平方千米|公顷|平米)$/u,
  volume: /^(?:立方米|立方|方|升)$/u,
  weight: /^(?:吨|公斤|千克|斤|克)$/u,
  length: /^(?:公里|米|千米|厘米|里)$/u,
  people: /^(?:人|名|人次|户)$/u,
  money: /^元$/u,
};

/** What a noun at the end of a label is measured in. */
const MEASURED: [RegExp, string[]][] = [
  [
    /(?:供水|处理|污水|排水|蓄水|制水|净水|供气|输气)能力$|(?:供水|用水|蓄水|排水|库容|供气)量?$/u,
    ['volume', 'weight'],
  ],
  [/(?:面积|耕地|农田|林地|绿地)$/u, ['area']],
  [/(?:里程|管线|管网|管道|公路|道路|河道|绿道|渠道)$/u, ['length', 'area']],
  [/(?:产量|总产|单产)$/u, ['weight', 'volume']],
  [/(?:务工|就业|参保|培训|参训|受教育|脱贫)(?:规模|人口|人数)$|(?:人口|人数)$/u, ['people']],
  [/(?:收入|支出|投资|资金|产值|预算|税收|利润|经费)$/u, ['money']],
];

export function measures(scene: AuditScene, figures: LabelledFigure[]): AuditFinding[] {
  return [...figures.flatMap(unfit), ...signs(scene)];
}

function unfit(figure: LabelledFigure): AuditFinding[] {
  if (isRate(figure)) return [];
  const { paragraph, start, end, text } = figure;
  const lead = (
    paragraph.text
      .slice(Math.max(0, start - 14), start)
      .split(/[，。；、：]/u)
      .at(-1) ?? ''
  ).replace(/(?:达到|达|为|是|共计|合计|累计|共|约|近|超过|超|至|到)+$/u, '');
  const kinds = MEASURED.find(([noun]) => noun.test(lead))?.[1];
  const kind = Object.entries(KINDS).find(([, unit]) => unit.test(baseUnit(figure)))?.[0];
  if (!kinds || kind === undefined || kinds.includes(kind)) return [];
  return [
    findingAt(paragraph, start, end, {
      rule: 'numerals/unit',
      severity: 'should',
      message: `“${lead.slice(-6)}”后面写“${text}”，单位像是写错了，请核对。`,
    }),
  ];
}

const SIGNS: Record<string, string> = {
  km: '公里',
  KM: '公里',
  m: '米',
  kg: '公斤',
  KG: '公斤',
  t: '吨',
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
  'm³': '立方米',
  m3: '立方米',
  '㎞': '公里',
};

function signs(scene: AuditScene): AuditFinding[] {
  return eachMatch(
    scene,
    /(?<=\d)(?:km|KM|kg|KG|㎡|㎞|m²|m³|m2|m3|m|t)(?=[，。；、：\p{Script=Han}]|$)/gu,
    (match) => ({
      rule: 'numerals/unit_sign',
      severity: 'should',
      clause: 'GB/T 9704—2012 5.2',
      message: `“${match[0]}”：公文正文里计量单位一般用中文名称，写作“${SIGNS[match[0]]}”，并与别处一致。`,
      put: SIGNS[match[0]],
    }),
  );
}

/** 六个 beside 12个 in one enumeration. */
export function mixedCounts(scene: AuditScene): AuditFinding[] {
  return [
    ...eachMatch(
      scene,
      /(?<=[\p{Script=Han}])([二两三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)([个名项件处家户场次期支座条批所台套])(?=、[^，。；、\d]{0,10}\d+\2)/gu,
      (match) => counted(match[0]),
    ),
    ...eachMatch(
      scene,
      /(?<=\d([个名项件处家户场次期支座条批所台套])[、，][^，。；、\d]{0,10})([二两三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)\1/gu,
      (match) => (/^(?:两|一)/u.test(match[0]) ? undefined : counted(match[0])),
    ),
    ...eachMatch(
      scene,
      /(?:\d+|[一二三四五六七八九]?[十百千万]+)余[个名项件处家户场次人]+(?:以上|左右|上下)/gu,
      (match) => ({
        rule: 'numerals/double_approximation',
        severity: 'should',
        clause: 'GB/T 15835—2011',
        message: `“${match[0]}”里两个词都表示约数，只留一个。`,
      }),
    ),
  ];
}

const counted = (text: string) => ({
  rule: 'numerals/inconsistent',
  severity: 'should' as const,
  clause: 'GB/T 15835—2011 4.3',
  message: `“${text}”用汉字，同一处的另一个数用阿拉伯数字，请统一。`,
});
