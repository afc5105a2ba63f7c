// Rates that do not follow from the figures beside them: growth, shares, points, an exact rate on an approximate amount. One sentence at a time.
import {
  addQuantities,
  formatQuantity,
  type Quantity,
  ratioPercent,
  sharePercent,
  subtractQuantities,
} from '../../figures/index.ts';
import type { AuditFinding } from './finding.ts';
import { acrossFigures, baseUnit, between, isExact, isRate, type LabelledFigure } from './labelled-figures.ts';

export function rates(sentence: LabelledFigure[]): AuditFinding[] {
  return [...growth(sentence), ...shares(sentence), ...points(sentence), ...exactGrowth(sentence)];
}

const UP = /增长|增加|提高|上升|提升|增幅/u;
const DOWN = /下降|减少|降低|压减|压降|回落|降幅|缩短/u;
const MOVES = /(?:增长|增加|提高|上升|提升|增幅|下降|减少|降低|压减|压降|回落|降幅|缩短|增至|升至|降至)/u;

/** 从A增长到B，增长x%; A，比上年的B增长x%; A，比上年增加C，增长x%. */
function growth(sentence: LabelledFigure[]): AuditFinding[] {
  return sentence.flatMap((rate, i): AuditFinding[] => {
    const [a, b] = [sentence[i - 2], sentence[i - 1]];
    if (rate.quantity.unit !== '%' || !isExact(rate) || !a || !b || isRate(a) || isRate(b)) return [];
    if (baseUnit(a) !== baseUnit(b) || !isExact(a) || !isExact(b) || /占|完成率|其中|率/u.test(between(a, rate)))
      return [];
    const lead = a.paragraph.text.slice(Math.max(0, a.start - 16), a.start);
    const [first, second] = [between(a, b), between(b, rate)];
    const direction = rate.quantity.direction ?? second;
    if (!MOVES.test(direction) && !MOVES.test(second)) return [];
    let now: Quantity;
    let then: Quantity | null;
    if (/(?:从|由)[^，。；]*$/u.test(lead) && /(?:到|至|为)$/u.test(first)) [now, then] = [b.quantity, a.quantity];
    else if (/(?:上年|去年|同期|上年同期|年初|20\d{2}年(?:底|末)?)(?:的|同期的|同期)?$/u.test(first))
      [now, then] = [a.quantity, b.quantity];
    else if (
      /(?:比|较)(?:上年|去年|同期|上年同期|年初|20\d{2}年(?:底|末)?)[^，。；]*(?:增加|减少|增长|下降|多|少)(?:了)?$/u.test(
        first,
      )
    ) {
      now = a.quantity;
      then = DOWN.test(first) ? addQuantities(a.quantity, b.quantity) : subtractQuantities(a.quantity, b.quantity);
    } else return [];
    const right = then && ratioPercent(now, then, placesOf(rate.quantity.amount));
    if (!right) return [];
    const sameWay =
      (UP.test(direction) && right.direction === '增长') || (DOWN.test(direction) && right.direction === '下降');
    const off = Math.abs(Number(right.amount) - Number(rate.quantity.amount));
    if (sameWay && off <= tolerance(rate.quantity.amount)) return [];
    return [
      acrossFigures(a, rate, {
        rule: 'figures/growth',
        severity: 'must',
        message: `按${formatQuantity(now)}和${then ? formatQuantity(then) : ''}算，应是${formatQuantity(right, { direction: true })}，写的是${rate.text}。`,
      }),
    ];
  });
}

const placesOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;
/** Rounded values give a rate that is a little off. */
const tolerance = (amount: string): number => Math.max(2 * 10 ** -placesOf(amount), Number(amount) * 0.02);

/** N个，其中M个，占x%; 受理N件，办结M件，办结率x%. Any earlier figure of the sentence may be the whole. */
function shares(sentence: LabelledFigure[]): AuditFinding[] {
  return sentence.flatMap((rate, i): AuditFinding[] => {
    const part = sentence[i - 1];
    if (rate.quantity.unit !== '%' || !part || isRate(part) || !isExact(rate) || !isExact(part)) return [];
    if (!SHARE.test(between(part, rate))) return [];
    const places = placesOf(rate.quantity.amount);
    const wholes = sentence
      .slice(0, i - 1)
      .filter((one) => !isRate(one) && isExact(one) && one.quantity.unit === part.quantity.unit)
      .flatMap((whole) => {
        const right = sharePercent(part.quantity, whole.quantity, places);
        return right && Number(right.amount) <= 100 ? [{ whole, right }] : [];
      });
    const fits = ({ right }: { right: Quantity }) =>
      Math.abs(Number(right.amount) - Number(rate.quantity.amount)) <= 1.5 * 10 ** -places;
    const first = wholes.at(-1);
    if (!first || wholes.some(fits)) return [];
    return [
      acrossFigures(first.whole, rate, {
        rule: 'figures/share',
        severity: 'should',
        message: `${part.text}在${first.whole.text}里占${formatQuantity(first.right)}，写的是${rate.text}，请核对。`,
      }),
    ];
  });
}

const SHARE =
  /^[^。；]{0,16}(?:占|占比|占总数的|(?:完成|办结|整改|合格|通过|满意|回复|签约|达标|参与|落实|化解|成功)率)(?:为|达|达到|总数的|的)?$/u;

/** An exact rate behind an approximate amount: the amount must be known exactly, so one of the two is. */
function exactGrowth(sentence: LabelledFigure[]): AuditFinding[] {
  return sentence.flatMap((rate, i): AuditFinding[] => {
    const base = sentence[i - 1];
    if (rate.quantity.unit !== '%' || !isExact(rate) || !base || isRate(base) || isExact(base)) return [];
    const link = between(base, rate);
    if (
      !/^[^。；]{0,4}，?[^。；，]{0,10}$/u.test(link) ||
      !MOVES.test(link + (rate.quantity.direction ?? '') + rate.text)
    )
      return [];
    return [
      acrossFigures(base, rate, {
        rule: 'figures/exact_growth',
        severity: 'should',
        message: `${base.text}是约数，后面的增幅却准到${rate.text}，约数算不出准确的增幅；写出准数，或不写增幅。`,
      }),
    ];
  });
}

/** 由11.4%降至9.8%，下降1.6个百分点: the difference of two rates, in points. */
function points(sentence: LabelledFigure[]): AuditFinding[] {
  return sentence.flatMap((change, i): AuditFinding[] => {
    const [a, b] = [sentence[i - 2], sentence[i - 1]];
    if (!a || !b || a.quantity.unit !== '%' || b.quantity.unit !== '%' || ![a, b, change].every(isExact)) return [];
    const lead = a.paragraph.text.slice(Math.max(0, a.start - 12), a.start);
    if (!/(?:从|由)[^，。；]*$/u.test(lead) || !/(?:到|至|为)$/u.test(between(a, b))) return [];
    if (!MOVES.test(between(b, change) + change.text)) return [];
    const apart = Math.abs(Number(a.quantity.amount) - Number(b.quantity.amount));
    const equal = Math.abs(apart - Number(change.quantity.amount)) < 0.051;
    const inPoints = /百分点/u.test(change.quantity.unit);
    if (change.quantity.unit === '%' && equal)
      return [
        acrossFigures(b, change, {
          rule: 'numerals/percent_point',
          severity: 'must',
          message: `${a.text}和${b.text}相差的是“个百分点”，不是“%”。`,
        }),
      ];
    if (!inPoints || equal) return [];
    const message = `${a.text}和${b.text}相差${Number(apart.toFixed(2))}个百分点，写的是${change.text}。`;
    return [acrossFigures(a, change, { rule: 'figures/growth', severity: 'must', message })];
  });
}
