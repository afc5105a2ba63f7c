// How people begin a fact made of words without its label: 原因嘛，主要是…, 我们是…局, 明年抓三件事：…. Pure; what could as well be about a figure is left alone.
import type { Outline, Slot } from '../report/outline.ts';

export interface SpokenLabel {
  slot: Slot;
  start: number;
  /** Where the value begins. */
  value: number;
  /** Where it ends, when the words themselves say so. */
  end?: number;
}

interface Way {
  /** Label or keyword of the slot meant. */
  about: RegExp;
  types: Slot['type'][];
  pattern: RegExp;
  /** Whether the words before and in it let it be that. */
  fits?: (value: string, before: string, slot: Slot) => boolean;
}

const begin = '(?<=^|[，,。；;！!\\n]\\s*)';
const office =
  '(?:局|委|厅|办|处|院|中心|学校|医院|公司|署|委员会|办公室|集团|政府|大队|支队|街道办?|镇|乡|馆|联合会|总会|协会|工会|学院|大学)';
const day =
  '(?:\\d{4}|[二〇零○一二三四五六七八九]{4})\\s*年\\s*[\\d一二三四五六七八九十]{1,2}\\s*月\\s*[\\d一二三四五六七八九十]{1,3}\\s*日';
/** 县委, 云溪县委, 区政府, 市直机关工委. */
const authority =
  '(?:[\\p{Script=Han}]{0,4}?(?:省|市|州|县|区|旗|镇|乡|街道|工|党)委|[\\p{Script=Han}]{0,4}?(?:省|市|州|县|区|旗|镇|乡)政府)';
const whose = '(?:我们|我局|我单位|咱们?|今年|本年|还|又|也|先后|另外|年内|新|、|了)*';
const listed = '(?:[：:]|[，,](?=\\s*(?:一是|第一|首先|一方面|1[.、)）]|①|（1）)))';

const ways: Way[] = [
  {
    about: /^原因$/,
    types: ['list', 'text'],
    pattern: new RegExp(
      `${begin}(?:究其(?:主要)?原因(?:[，,：:]|在于|是)?|(?:主要|主观)?原因(?:嘛|呢|啊|吧|上|方面)?(?:主要|就|还)*(?:[，,：:]\\s*(?=主要|一是|就是)|是|有|在于))(?:[，,]?(?:主要|就|还)*(?:是(?!否)|有|在于))?(?<value>[^\\n]{4,})`,
      'gu',
    ),
    // 收入降了2%，原因是…: why a figure is what it is
    fits: (_, before) => !/\d|[增降下减]|收入|支出/u.test(before) || /问题|不足|短板/u.test(before),
  },
  {
    about: /^单位(?:全称|名称)$/,
    types: ['name'],
    pattern: new RegExp(
      `${begin}(?:我们|咱们?|本|我)(?:单位|局|委|办|厅|院|中心)?(?:就?是|叫做?|全称是?|名叫)(?<value>[\\p{Script=Han}]{2,24}${office})(?=[，,。；;\\s]|$)`,
      'gu',
    ),
    fits: (value) => !/^[省市县区州]|[的去来在了到把被]|先进|试点|牵头/u.test(value),
  },
  {
    about: /^(?:上级党委|向谁述职)$/,
    types: ['name'],
    pattern: new RegExp(
      `${begin}(?:是|要|我们?|这次)*向(?<value>[\\p{Script=Han}]{2,14}?)(?:进行)?述职(?=[，,。；;的\\s]|$)`,
      'gu',
    ),
    fits: (value) => !/谁|哪|什么/u.test(value),
  },
  {
    about: /^(?:上级党委|领导机关)$/,
    types: ['name'],
    pattern: new RegExp(
      `${begin}(?:[^，,。；;\\n]{0,24}?在)?(?<value>${authority}(?:[、和]?\\s*${authority})*)的?(?:坚强|正确|统一)*领导(?:之?下)?(?=[^\\p{Script=Han}]|开展|推进|做|抓|干|工作|$)`,
      'gu',
    ),
  },
  {
    about: /^单位(?:全称|名称)$/,
    types: ['name'],
    // 写个年度工作总结，云溪县文旅局的
    pattern: new RegExp(
      `(?<=[，,。；;\\s])(?<value>[\\p{Script=Han}]{2,8}[省市县区州旗](?!委|政府)[\\p{Script=Han}]{1,12}${office})的(?=[，,。；;！!\\s]*$)`,
      'gu',
    ),
    fits: (value) => !/[的去来在了到把被]|先进|试点|牵头/u.test(value),
  },
  {
    about: /^全年总思路$/,
    types: ['name'],
    pattern: new RegExp(
      `${begin}(?:今年|全年|我们|工作|主要|就|是|都)*围绕着?(?<value>(?!专题|主题|问题)[\\p{Script=Han}“”]{3,20}?)(?:这个|这一|的)?(?:总?思路|目标|主题|主线)?(?:来?(?:开展|展开|推进|做|干|进行)(?:工作)?)?(?=[，,。；;\\s]|$)`,
      'gu',
    ),
    fits: (value) => !/[一二三四五六七八九十两几]个|学习|研讨|问题/u.test(value),
  },
  {
    about: /^(?:修订|出台文件)$/,
    types: ['list'],
    pattern: new RegExp(
      `${begin}${whose}(?:修订|制定|制订|出台|印发|修改|完善)(?:完善|印发|出台|并印发)*(?:了)?(?<value>《[^》\\n]+》(?:(?:[、和及与]|以及)?《[^》\\n]+》)*)`,
      'gu',
    ),
    fits: (value, _, slot) =>
      (value.match(/《[^》]+》/gu) ?? []).some(
        (title) => /党|支部/u.test(title) || slot.keywords.some((word) => title.includes(word)),
      ),
  },
  {
    about: /^述职评议指出问题$/,
    types: ['list', 'text'],
    pattern: new RegExp(
      `${begin}(?:对|针对)?(?:(?:去年|上一?年|上年度)度?的?(?:述职)?|述职)评议(?:会)?(?:时|中|上)?(?:指出|点出|反馈|提出|点)(?:来|到)?的?(?:[\\d一二三四五两几]个?)?(?:问题|不足|意见|短板)(?:都|均|已|全部?|已经|全都|逐条|逐项)*(?:整改|改|解决|落实)?(?:完成|完|到位|好)?了?[：:](?<value>[^\\n]{4,})`,
      'gu',
    ),
  },
  {
    about: /^下一步打算$/,
    types: ['list', 'text'],
    pattern: new RegExp(
      `${begin}(?:下一?步|明年|下一?年度?|来年|新的一年|下阶段)(?:我们|工作|主要|重点|还|就|准备|打算|计划|想|要|将|着力|抓好?|做好?|干|办好?|推进)*(?:[\\d一二三四五六七八九十两几]+(?:件|项|个|方面|点|条))?(?:大|重点)?(?:方面|事情?|工作|重点|打算)*(?:是)?${listed}(?<value>[^\\n]{4,})`,
      'gu',
    ),
  },
  {
    about: /^(?:署名|落款)日期$/,
    types: ['name'],
    pattern: new RegExp(
      `(?<=(?:落款|署名|报告)的?日期|(?:落款|署名)[^\\n]{0,30}?[，,。；;\\s](?:时间|日期)?)(?:就|先|定|用)*(?:是|写|为|填|在|[：:])*\\s*(?<value>${day})`,
      'gu',
    ),
  },
];

/** Facts so begun, wherever their slot is in the outline. */
export function findSpoken(text: string, outline: Outline): SpokenLabel[] {
  return ways.flatMap(({ about, types, pattern, fits }) => {
    const slot = outline.slots.find(
      (one) => types.includes(one.type) && [one.label, ...one.keywords].some((word) => about.test(word)),
    );
    if (!slot) return [];
    return [...text.matchAll(pattern)].flatMap((hit): SpokenLabel[] => {
      const said = hit.groups?.value ?? '';
      const value = hit.index + hit[0].lastIndexOf(said);
      if (said === '' || (fits && !fits(said, text.slice(0, hit.index), slot))) return [];
      return [
        {
          slot,
          start: hit.index,
          value,
          ...(slot.type === 'name' || said.startsWith('《') ? { end: value + said.length } : {}),
        },
      ];
    });
  });
}
