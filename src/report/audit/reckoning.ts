// What can be reckoned from figures standing near each other: what remains, an average, more done than came in, a share of something named elsewhere. Reads no rates but shares.
import {
  addQuantities,
  compareQuantities,
  formatQuantity,
  sharePercent,
  subtractQuantities,
} from '../../figures/index.ts';
import type { AuditFinding } from './finding.ts';
import { acrossFigures, baseUnit, between, isExact, isRate, type LabelledFigure } from './labelled-figures.ts';
import { findingAt } from './scene.ts';

/** `all`: every figure of the text, sentence by sentence. */
export function reckoning(all: LabelledFigure[][]): AuditFinding[] {
  const everywhere = all.flat();
  return all.flatMap((sentence) => [
    ...remainders(sentence),
    ...averages(sentence),
    ...moreThanCame(sentence),
    ...sharesOfNamed(sentence, everywhere),
  ]);
}

const counts = (one: LabelledFigure, like: LabelledFigure): boolean =>
  !isRate(one) && isExact(one) && baseUnit(one) === baseUnit(like);

/** 排查375处，整改370处，其余5处: what remains is the whole less what was named since. */
function remainders(sentence: LabelledFigure[]): AuditFinding[] {
  return sentence.flatMap((rest, i): AuditFinding[] => {
    const lead = leadOf(rest, 8);
    if (isRate(rest) || !isExact(rest) || !/(?:其余|剩余|余下|剩下|尚余)(?:的)?$/u.test(lead)) return [];
    // 3514户均已…: the unit is drawn into 户均.
    const like = rest.quantity.unit === '' ? sentence[i - 1] : rest;
    const before = like ? sentence.slice(0, i).filter((one) => counts(one, like)) : [];
    const remains = { ...rest.quantity, unit: like?.quantity.unit ?? '' };
    const last = before.at(-1);
    if (!last || before.length < 2) return [];
    const fits = before.some((whole, from) => {
      const parts = before.slice(from + 1);
      const sum = parts
        .slice(1)
        .reduce((held, one) => held && addQuantities(held, one.quantity), parts[0]?.quantity ?? null);
      const left = sum && subtractQuantities(whole.quantity, sum);
      const alone = subtractQuantities(whole.quantity, last.quantity);
      return [left, alone].some((one) => one && same(one, remains));
    });
    if (fits) return [];
    const whole = before.at(-2) ?? last;
    const left = subtractQuantities(whole.quantity, last.quantity);
    return [
      acrossFigures(whole, rest, {
        rule: 'figures/remainder',
        severity: 'should',
        message: `${whole.text}减${last.text}${left ? `是${formatQuantity(left)}` : '对不上'}，这里写其余${rest.text}，请核对。`,
      }),
    ];
  });
}

const same = (a: Parameters<typeof compareQuantities>[0], b: Parameters<typeof compareQuantities>[1]): boolean =>
  !['less', 'greater'].includes(compareQuantities(a, b));

const leadOf = ({ paragraph, start }: LabelledFigure, length: number): string =>
  paragraph.text.slice(Math.max(0, start - length), start);

/** 6支宣讲队宣讲72场，平均每支宣讲12场. */
function averages(sentence: LabelledFigure[]): AuditFinding[] {
  return sentence.flatMap((average, i): AuditFinding[] => {
    const each = /(?:平均)?每(?:一)?(\p{Script=Han})[^，。；\d]{0,10}$/u.exec(leadOf(average, 16))?.[1];
    const total = sentence.slice(0, i).findLast((one) => counts(one, average));
    const of = sentence.slice(0, i).findLast((one) => one.quantity.unit === each && one.quantity.scale === '');
    if (each === undefined || !total || !of || isRate(average) || !isExact(average) || !isExact(of)) return [];
    const [whole, number, said] = [total, of, average].map(({ quantity }) => Number(quantity.amount));
    if (!whole || !number || !said || total.quantity.scale !== average.quantity.scale) return [];
    const right = whole / number;
    if (Math.abs(right - said) <= Math.max(0.06 * right, 0.6)) return [];
    return [
      acrossFigures(of.start < total.start ? of : total, average, {
        rule: 'figures/average',
        severity: 'should',
        message: `${total.text}除以${of.text}约是${Number(right.toFixed(1))}，写的是${average.text}，请核对。`,
      }),
    ];
  });
}

const CAME =
  /(?:受理|排查|发现|查摆|梳理|收集|接收|征集|认领|收到|承办|承接|摸排|检查出|反馈|查找|接到|接诉|登记)[^，。；\d]{0,12}$/u;
const DONE = /(?:办结|整改|完成|化解|解决|回复|销号|办理|处置|消除|答复|兑现|落实)[^，。；\d]{0,6}$/u;

/** More settled than came in. */
function moreThanCame(sentence: LabelledFigure[]): AuditFinding[] {
  return sentence.flatMap((done, i): AuditFinding[] => {
    if (isRate(done) || !isExact(done) || !DONE.test(leadOf(done, 14)) || CAME.test(leadOf(done, 16))) return [];
    const came = sentence.slice(0, i).findLast((one) => counts(one, done));
    // 受理群众诉求4826件: what came may be named before the number or behind it.
    if (!came || !CAME.test(leadOf(came, 18)) || compareQuantities(done.quantity, came.quantity) !== 'greater')
      return [];
    if (/其他|另|以往|历年|累计/u.test(between(came, done))) return [];
    return [
      acrossFigures(came, done, {
        rule: 'figures/part_beyond_whole',
        severity: 'should',
        message: `办成的${done.text}比总数${came.text}还多，请核对。`,
      }),
    ];
  });
}

/** 54人，占职工总数的2.5%: the whole is named, and stands somewhere else; or stands right here: 占全局192名干部的25%. */
function sharesOfNamed(sentence: LabelledFigure[], everywhere: LabelledFigure[]): AuditFinding[] {
  return sentence.flatMap((rate, i): AuditFinding[] => {
    if (rate.quantity.unit !== '%' || !isExact(rate)) return [];
    const near = sentence[i - 1];
    const part = sentence[i - 2];
    const places = rate.quantity.amount.split('.')[1]?.length ?? 0;
    const off = (a: LabelledFigure, b: LabelledFigure): { amount: string } | undefined => {
      const right = sharePercent(a.quantity, b.quantity, places);
      return right && Math.abs(Number(right.amount) - Number(rate.quantity.amount)) > 1.5 * 10 ** -places
        ? right
        : undefined;
    };
    if (
      near &&
      part &&
      counts(part, near) &&
      /占[^，。；\d]{0,6}$/u.test(between(part, near)) &&
      /^[^，。；\d]{1,10}的$/u.test(between(near, rate))
    ) {
      const right = off(part, near);
      return right ? [told(part, rate, `${part.text}占${near.text}的${right.amount}%`)] : [];
    }
    const named =
      /占(?:全部|全体|全[市县区局镇系统集团校院]{1,2})?(\p{Script=Han}{2,6}?)(?:总数|总人数|总量|总额)的?$/u.exec(
        leadOf(rate, 16),
      )?.[1];
    if (named === undefined || !near || isRate(near) || !isExact(near)) return [];
    const wholes = everywhere.filter(
      (one) =>
        one !== near &&
        counts(one, near) &&
        nounsOf(one).includes(named) &&
        compareQuantities(one.quantity, near.quantity) === 'greater',
    );
    const first = wholes[0];
    const right = first && off(near, first);
    if (!right || wholes.some((whole) => !off(near, whole))) return [];
    return [told(near, rate, `${near.text}占${named}${first.text}的${right.amount}%`)];
  });
}

/** The words right before and right behind a figure. */
const nounsOf = ({ paragraph, start, end }: LabelledFigure): string =>
  `${paragraph.text
    .slice(Math.max(0, start - 8), start)
    .split(/[，。；、：]/u)
    .at(-1)}|${paragraph.text.slice(end, end + 8).split(/[，。；、：]/u)[0]}`;

const told = (from: LabelledFigure, rate: LabelledFigure, right: string): AuditFinding =>
  acrossFigures(from, rate, {
    rule: 'figures/share',
    severity: 'should',
    message: `${right}，写的是${rate.text}，请核对。`,
  });

/** Two figures of one thing, the digits of one turned round: 网格138个, 网格指导员183名. */
export function turnedDigits(figures: LabelledFigure[]): AuditFinding[] {
  const long = figures.filter((one) => !isRate(one) && digitsOf(one).length >= 3);
  return long.flatMap((figure, i): AuditFinding[] => {
    const twin = long
      .slice(0, i)
      .find(
        (one) =>
          isTurned(digitsOf(one), digitsOf(figure)) &&
          one.quantity.scale === figure.quantity.scale &&
          shareNoun(one, figure),
      );
    if (!twin) return [];
    return [
      findingAt(figure.paragraph, figure.start, figure.end, {
        rule: 'figures/two_values',
        severity: 'should',
        message: `这里写${figure.text}，前面写${twin.text}，像是同一个数写颠倒了，请核对。`,
      }),
    ];
  });
}

const digitsOf = ({ quantity }: LabelledFigure): string => quantity.amount;

/** Equal but for two neighbouring digits in each other's place. */
function isTurned(one: string, other: string): boolean {
  if (one.indexOf('.') !== other.indexOf('.') || one.length !== other.length || one === other) return false;
  const [a, b] = [one.replace('.', ''), other.replace('.', '')];
  const at = [...a].flatMap((char, i) => (char === b.charAt(i) ? [] : [i]));
  const [x, y] = at;
  return at.length === 2 && x !== undefined && y === x + 1 && a[x] === b[y] && a[y] === b[x];
}

const GENERAL =
  /^(?:全市|全县|全区|全年|累计|开展|组织|完成|建设|工作|新增|实现|比上|上年|达到|增长|投入|同比|其中|共计)$/u;

function shareNoun(a: LabelledFigure, b: LabelledFigure): boolean {
  const [x, y] = [nounsOf(a), nounsOf(b)];
  for (let i = 0; i + 2 <= x.length; i++) {
    const two = x.slice(i, i + 2);
    if (/^\p{Script=Han}{2}$/u.test(two) && !GENERAL.test(two) && y.includes(two)) return true;
  }
  return false;
}

/** 8个紧密型县域医共体 here, 9个 there; 在职党员1236名 here, 1263名在职党员 there. */
export function sameNamed(figures: LabelledFigure[]): AuditFinding[] {
  const seen: { names: string[]; figure: LabelledFigure }[] = [];
  return figures.flatMap((figure): AuditFinding[] => {
    if (isRate(figure) || !isExact(figure)) return [];
    const names = namesOf(figure);
    const twin = seen.find(
      ({ names: others, figure: one }) =>
        // The names first: comparing every two quantities of a long text takes a second.
        names.some((name) => others.some((other) => other.endsWith(name) || name.endsWith(other))) &&
        counts(one, figure) &&
        one.sentence.start !== figure.sentence.start &&
        !same(one.quantity, figure.quantity) &&
        speaksOfTheWhole(figure, one),
    );
    seen.push({ names, figure });
    if (!twin) return [];
    return [
      findingAt(figure.paragraph, figure.start, figure.end, {
        rule: 'figures/two_values',
        severity: 'should',
        message: `“${names[0]}”前面写${twin.figure.text}，这里写${figure.text}，请核对是不是一件事。`,
      }),
    ];
  });
}

/** The noun in front (在职党员1236名) and the one behind (1236名在职党员), each at least four characters. */
function namesOf({ paragraph, start, end }: LabelledFigure): string[] {
  const { text } = paragraph;
  const behind = /^(\p{Script=Han}{4,12}?)(?=[，。；、：]|开展|为|均|全部|已|参加|$)/u.exec(
    text.slice(end, end + 14),
  )?.[1];
  const front = /(\p{Script=Han}{4,12})$/u
    .exec(text.slice(Math.max(0, start - 14), start))?.[1]
    ?.replace(/(?:达到|达|为|是|共计|合计|共有|共|有)+$/u, '')
    .replace(/^.*(?:其中|现有|共有|全[市县区局校院])/u, '');
  return [behind, front].filter((name) => name !== undefined && name.length >= 4) as string[];
}

const WHOLE = /全系统|全县|全市|全区|全局|全集团|全镇|全街道|全校|全院|共有|现有|下辖|总共|建成|组建|依托|以$|总量/u;
const PARTIAL = /新增|新建|其中|增加|减少|培训|评选|表彰|发展|选派|新|今年|每|力争|目标|计划|预计|确保/u;

/** 依托9个…, 全系统1236名…, not 新增2个…. */
function speaksOfTheWhole(here: LabelledFigure, there: LabelledFigure): boolean {
  const lead = (one: LabelledFigure) =>
    one.paragraph.text
      .slice(Math.max(one.sentence.start, one.start - 30), one.start)
      .split(/[，；]/u)
      .at(-1) ?? '';
  return WHOLE.test(lead(here)) && !PARTIAL.test(lead(here)) && !PARTIAL.test(lead(there));
}
