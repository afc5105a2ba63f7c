// Numerals by GB/T 15835—2011: which digits, how ranges, approximations, dates and percentages are written. Compares no values.
import { doubleApproximation } from '../../figures/index.ts';
import type { AuditFinding } from './finding.ts';
import { type AuditScene, eachMatch, findingAt, type SceneParagraph, within } from './scene.ts';

const STANDARD = 'GB/T 15835—2011';
const MEASURES = '(?:人次|人|次|个|项|件|名|户|家|天|年|份|场|期|条|处|批|篇|套|间|所|座|台|辆|万|亿|元|吨|亩)';

export function numeralForms(scene: AuditScene): AuditFinding[] {
  return [
    ...scene.paragraphs.flatMap(approximations),
    ...scene.paragraphs.flatMap(inChinese),
    ...mixtures(scene),
    ...neighbours(scene),
    ...ranges(scene),
    ...percentages(scene),
    ...dates(scene),
    ...decreases(scene),
  ];
}

const must = { severity: 'must' as const, clause: STANDARD };
const should = { severity: 'should' as const, clause: STANDARD };

/** 近200余, 约12个左右. */
function approximations(paragraph: SceneParagraph): AuditFinding[] {
  return paragraph.spans.flatMap(({ quantity, start, end, text }) => {
    const twice = quantity && doubleApproximation(quantity);
    if (!twice) return [];
    const message = `“${text}”里“${twice.join('”“')}”都表示约数，只留一个。`;
    return [findingAt(paragraph, start, end, { rule: 'numerals/double_approximation', ...must, message })];
  });
}

const DIGITS = /^[〇零一二两三四五六七八九十百千万亿点]+/u;
const IDIOMATIC =
  /^(?:一|两|二)(?:个|次|名|位|项|件|条|种|类|批|级|支|手|方|者|侧|代|系列|年|天|家|户|线|票|轮|届|把|张|道|层|套)/u;

/** An exact count in Chinese numerals where the text counts in digits. */
function inChinese(paragraph: SceneParagraph): AuditFinding[] {
  return paragraph.spans.flatMap(({ kind, quantity, start, end, text }) => {
    if (kind !== 'figure' || !quantity || !/[一二两三四五六七八九十百千万]/u.test(text) || /\d/u.test(text)) return [];
    if (/几|数/u.test(quantity.approximation) || quantity.to !== undefined || quantity.denominator !== undefined)
      return [];
    // 再延长三十年: round years are spoken of in characters.
    if (/^[一二三四五六七八九]?十年$|^百年$/u.test(text)) return [];
    if (IDIOMATIC.test(text) || within(paragraph.quoted, start, end) || within(paragraph.titles, start, end)) return [];
    const percent = /^百分之/u.test(text) || /%/u.test(quantity.unit);
    const digits = DIGITS.exec(text)?.[0] ?? '';
    const large = Number(quantity.amount) > 10 || percent || quantity.scale !== '';
    if (!large) {
      // 三个方面 stands beside digits everywhere; only a count of deeds does not.
      const counts = /(?:次|人|名|户|件|期|场|份|家|篇|元|人次)$/u.test(quantity.unit) && digits.length === 1;
      return counts && /\d/u.test(paragraph.text) ? [form(paragraph, start, end, text, 'may')] : [];
    }
    // 百 and 千 alone are round words: 百人, 千家.
    return /^[百千万]/u.test(text) && !percent ? [] : [form(paragraph, start, end, text, 'should')];
  });
}

function form(
  paragraph: SceneParagraph,
  start: number,
  end: number,
  text: string,
  severity: 'should' | 'may',
): AuditFinding {
  const message = `“${text}”是统计的数，一般用阿拉伯数字写。`;
  return findingAt(paragraph, start, end, { rule: 'numerals/chinese', severity, clause: `${STANDARD} 4.1.1`, message });
}

function mixtures(scene: AuditScene): AuditFinding[] {
  return [
    ...eachMatch(scene, /\d+(?:\.\d+)?[十百千](?=万|余|多|[人名个元次户份件]|\d)/gu, (match, { text }) =>
      /^(?:百分|千瓦|千米|千克)/u.test(text.slice(match.index + match[0].length - 1)) ? undefined : mixed(match[0]),
    ),
    ...eachMatch(scene, /百分之\d+(?:\.\d+)?|\d+(?:\.\d+)?(?:成半)/gu, (match) => mixed(match[0])),
    ...eachMatch(
      scene,
      /[一二两三四五六七八九十]+\d+(?=[人次个项件名户家万亿元])|[一二三四五六七八九]点\d/gu,
      (match) => mixed(match[0]),
    ),
    ...eachMatch(
      scene,
      /二[0０oOＯ○]\d{0,2}[一二三四五六七八九0０oOＯ○]{1,2}(?=年)|二零[一二三四五六七八九零]{2}(?=年)/gu,
      (match) => ({
        rule: 'numerals/year',
        ...(/零/u.test(match[0]) && !/[0０oOＯ○]/u.test(match[0]) ? should : must),
        message: `“${match[0]}年”：汉字写的年份里用“〇”，一般写作阿拉伯数字。`,
      }),
    ),
  ];
}

const mixed = (text: string) => ({
  rule: 'numerals/mixed',
  ...must,
  message: `“${text}”把阿拉伯数字和汉字数字混在一个数里，要么全用数字，要么只留“万”“亿”。`,
});

const CHINESE = '一二三四五六七八九';

/** 三、四个: two neighbouring numerals for an approximation take no 、; 3、4个 are written in characters. */
function neighbours(scene: AuditScene): AuditFinding[] {
  return [
    ...eachMatch(
      scene,
      new RegExp(`(?<![第、${CHINESE}十])([${CHINESE}])、([${CHINESE}])(?=[十百千]?${MEASURES})`, 'gu'),
      (match, { text }) => {
        const [a, b] = [CHINESE.indexOf(match[1] ?? ''), CHINESE.indexOf(match[2] ?? '')];
        // 一、二年级 and 二、三产业 are two things.
        if (b !== a + 1 || /^(?:年级|季度|号|期工程|级|批次|期项目)/u.test(text.slice(match.index + 3))) return;
        const put = `${match[1]}${match[2]}`;
        const message = `“${match[0]}”：相邻两个数字表示约数，中间不用顿号，写作“${put}”。`;
        return { rule: 'numerals/neighbours', ...must, clause: `${STANDARD} 4.2.2；GB/T 15834—2011 4.5`, message, put };
      },
    ),
    ...eachMatch(scene, new RegExp(`(?<![\\d、.第])(\\d)、(\\d)(?=[十百千]?${MEASURES})`, 'gu'), (match) => {
      const [a, b] = [Number(match[1]), Number(match[2])];
      if (b !== a + 1 || a === 0) return;
      const put = `${CHINESE.charAt(a - 1)}${CHINESE.charAt(b - 1)}`;
      const message = `“${match[0]}”：相邻两个数字表示约数，用汉字，写作“${put}”。`;
      return { rule: 'numerals/neighbours', ...should, clause: `${STANDARD} 4.2.2`, message, put };
    }),
    ...eachMatch(scene, /(?<!\d)几\d|\d+几(?=[个次人项件名])/gu, (match) => ({
      rule: 'numerals/neighbours',
      ...must,
      clause: `${STANDARD} 4.2.2`,
      message: `“${match[0]}”：带“几”的约数用汉字写。`,
    })),
  ];
}

function ranges(scene: AuditScene): AuditFinding[] {
  return [
    ...eachMatch(
      scene,
      new RegExp(
        `(?<![\\dA-Za-z.-])\\d+(?:\\.\\d+)?%?[-~]\\d+(?:\\.\\d+)?%?(?=${MEASURES}|月|日|级|$|[，。；、）])`,
        'gu',
      ),
      (match, { text, titles }) =>
        within(titles, match.index) ||
        /[A-Za-z第]$/u.test(text.slice(0, match.index)) ||
        /^(?:0\d|\d{5,})/u.test(match[0])
          ? undefined
          : {
              rule: 'numerals/range',
              ...should,
              clause: 'GB/T 15834—2011 4.13',
              message: `“${match[0]}”：数的起止用一字线“—”或浪纹线“～”。`,
              put: match[0].replace(/[-~]/u, '—'),
            },
    ),
    ...eachMatch(scene, /(?<![\d.])(\d+(?:\.\d+)?)[—～~-](\d+(?:\.\d+)?)%/gu, (match) => ({
      rule: 'numerals/range_percent',
      ...should,
      clause: `${STANDARD} 5.1.3`,
      message: `“${match[0]}”：百分数的范围，前后都写百分号。`,
      put: `${match[1]}%—${match[2]}%`,
    })),
  ];
}

const RISES = '(?:增长|提高|提升|上升|增加|下降|降低|减少|回落|收窄|扩大)';
const RATE = /(?:率|占比|比重|比例|满意度|参与度|覆盖面)(?!先)[^，。；]{0,12}$/u;

function percentages(scene: AuditScene): AuditFinding[] {
  return [
    ...eachMatch(scene, /\d+(?:\.\d+)?%个?百分点/gu, (match) => ({
      rule: 'numerals/percent_point',
      ...must,
      message: `“${match[0]}”：百分号和“百分点”重复，写作“${match[0].replace(/%.*/u, '')}个百分点”。`,
      put: `${match[0].replace(/%.*/u, '')}个百分点`,
    })),
    ...eachMatch(scene, /(?<=\d)百分点/gu, () => ({
      rule: 'numerals/percent_point',
      ...should,
      message: '“百分点”前面要有“个”。',
      put: '个百分点',
    })),
    ...eachMatch(
      scene,
      new RegExp(`(?:较|比|同比|环比)[^，。；]{0,10}?${RISES}了?(\\d+(?:\\.\\d+)?)%`, 'gu'),
      (match, { text }) => {
        const clause =
          text
            .slice(0, match.index)
            .split(/[。；]/u)
            .at(-1) ?? '';
        const subject = clause.split('，').slice(-2).join('，');
        if (!RATE.test(subject.replace(/[\d.%，]+(?:左右|以上)?/gu, ''))) return;
        return {
          rule: 'numerals/percent_point',
          severity: 'should',
          message: `“${match[0]}”：前面说的是比率，两个比率相差多少用“个百分点”。`,
          put: match[0].replace(/%$/u, '个百分点'),
        };
      },
    ),
    ...eachMatch(
      scene,
      new RegExp(
        `(?:收入|支出|总额|总量|产值|投资额|数量|营业额|利润|总产值|人数|件数)(?:\\d[\\d.]*[万亿]?[元人件个户]{0,2})?，?(?:同比|环比|较上年|比上年)?${RISES}了?\\d+(?:\\.\\d+)?个百分点`,
        'gu',
      ),
      (match) => ({
        rule: 'numerals/percent_point',
        severity: 'should',
        message: `“${match[0]}”：数量的增减用“%”，“百分点”只用来比较两个比率。`,
        put: match[0].replace(/个百分点$/u, '%'),
      }),
    ),
  ];
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dates(scene: AuditScene): AuditFinding[] {
  return [
    ...eachMatch(scene, /(?<![\d.])(\d{1,2})月(?:(\d{1,2})日)?/gu, (match, { text }) => {
      const [month, day] = [Number(match[1]), Number(match[2] ?? 1)];
      if (month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] ?? 31)) {
        if (/^(?:个|均|度|薪)/u.test(text.slice(match.index + match[0].length))) return;
        return { rule: 'numerals/no_such_date', ...must, message: `没有“${match[0]}”这一天（月），请核对。` };
      }
      if (!/^0|月0/u.test(match[0])) return;
      const put = match[0].replace(/^0|(?<=月)0/gu, '');
      return {
        rule: 'numerals/leading_zero',
        ...should,
        clause: `${STANDARD} 5.1.4；GB/T 9704—2012 7.3.5.4`,
        message: `“${match[0]}”：月、日前面不补0。`,
        put,
      };
    }),
    ...eachMatch(
      scene,
      /(?<![\d第届满近超过约达历经共])([12]\d)年(?=度|底|末|初|\d{1,2}月|上半年|下半年|全年|工作)/gu,
      (match, { text }) =>
        /(?:[一二三四五六七八九十]|连续|工龄|党龄|干了)$/u.test(text.slice(0, match.index))
          ? undefined
          : {
              rule: 'numerals/short_year',
              ...must,
              clause: `${STANDARD} 5.1.4`,
              message: `“${match[0]}”：年份写全四位，写作“20${match[0]}”。`,
              put: `20${match[0]}`,
            },
    ),
    ...eachMatch(scene, /(?<![\d.])20\d{2}[./-]\d{1,2}(?:[./-]\d{1,2})(?![\d.])/gu, (match) => ({
      rule: 'numerals/date_form',
      ...should,
      clause: `${STANDARD} 5.1.4`,
      message: `“${match[0]}”：正文里的日期写作“年月日”。`,
    })),
  ];
}

/** 下降2倍: nothing can fall by more than all of itself. */
function decreases(scene: AuditScene): AuditFinding[] {
  return [
    ...eachMatch(
      scene,
      /(?:下降|减少|降低|缩短|压缩|缩减)了?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十])倍/gu,
      (match) => ({
        rule: 'numerals/decrease_by_times',
        ...must,
        clause: undefined,
        message: `“${match[0]}”：减少不能用倍数，改用百分数或分数。`,
      }),
    ),
    ...eachMatch(scene, /(?:下降|减少|降低|压减|压降)了?(\d{3,}(?:\.\d+)?)%/gu, (match) =>
      Number(match[1]) <= 100
        ? undefined
        : {
            rule: 'numerals/decrease_by_times',
            ...must,
            clause: undefined,
            message: `“${match[0]}”：减少不会超过100%，请核对。`,
          },
    ),
  ];
}
