// Figures that cannot all be right: parts beyond their whole, sums, one thing with two values. Rates are in rates.ts.
import {
  addQuantities,
  valueOf as boundsOf,
  compareQuantities,
  formatQuantity,
  type Quantity,
} from '../../figures/index.ts';
import type { AuditFinding } from './finding.ts';
import {
  acrossFigures,
  baseUnit,
  between,
  isExact,
  isRate,
  type LabelledFigure,
  labelledFigures,
} from './labelled-figures.ts';
import { measures } from './measures.ts';
import { rates } from './rates.ts';
import { reckoning, sameNamed, turnedDigits } from './reckoning.ts';
import { type AuditScene, eachMatch, findingAt } from './scene.ts';

export function contradictions(scene: AuditScene): AuditFinding[] {
  const all = scene.paragraphs.map((paragraph) => labelledFigures(paragraph));
  return [
    ...all.flatMap((figures) =>
      sentencesOf(figures).flatMap((sentence) => [...partsOf(sentence), ...totals(sentence), ...rates(sentence)]),
    ),
    ...sameThing(all.flat()),
    ...sameNoun(all.flat()),
    ...sameFigure(all),
    ...sameNamed(all.flat()),
    ...turnedDigits(all.flat()),
    ...reckoning(all.flatMap(sentencesOf)),
    ...measures(scene, all.flat()),
    ...all.flatMap(partOfNamed),
    ...unfinished(scene),
  ];
}

function sentencesOf(figures: LabelledFigure[]): LabelledFigure[][] {
  const sentences: LabelledFigure[][] = [];
  for (const figure of figures) {
    const last = sentences.at(-1);
    const before = last?.at(-1);
    // “…。其中，…” goes on with what stood before.
    const goesOn =
      before &&
      /^[。\s]*其中/u.test(before.paragraph.text.slice(before.sentence.end, figure.start)) &&
      before.sentence.end <= figure.sentence.start &&
      before.sentence.end + 1 >= figure.sentence.start;
    const same = last?.at(-1)?.sentence.start === figure.sentence.start;
    if (last && (same || goesOn)) last.push(figure);
    else sentences.push([figure]);
  }
  return sentences;
}

const textOf = (figures: LabelledFigure[]): string => figures[0]?.paragraph.text ?? '';
/** A whole, then 其中 and its parts. */
function partsOf(sentence: LabelledFigure[]): AuditFinding[] {
  const text = textOf(sentence);
  return sentence.flatMap((first, i): AuditFinding[] => {
    const before = sentence[i - 1];
    const wholeAt = sentence
      .slice(0, i)
      .findLastIndex((one) => !isRate(one) && baseUnit(one) === baseUnit(first) && !isChange(one));
    const whole = sentence[wholeAt];
    if (!before || !whole || isRate(first) || !/其中/u.test(between(before, first))) return [];
    const parts: LabelledFigure[] = [];
    for (const part of sentence.slice(i)) {
      const gap = text.slice(parts.at(-1)?.end ?? first.start, part.start);
      if (/；|其中|占|共|合计|同比|比上年|较上年|人均/u.test(gap) && part !== first) {
        if (isRate(part)) continue;
        break;
      }
      // A new clause behind a closed enumeration, or a running total, tells of something else.
      if (part !== first && /，/u.test(gap) && (closed(text, first, part) || reaches(parts, whole))) break;
      if (!isRate(part) && baseUnit(part) === baseUnit(whole)) parts.push(part);
      else if (!isRate(part)) break;
    }
    const beyond = parts.find((part) => compareQuantities(part.quantity, whole.quantity) === 'greater');
    if (beyond)
      return [
        acrossFigures(whole, beyond, {
          rule: 'figures/part_beyond_whole',
          severity: 'must',
          message: `“其中”的${beyond.text}比总数${whole.text}还大，部分不会超过整体，请核对。`,
        }),
      ];
    return sumOf(whole, parts);
  });
}

/** 比上年增加2.1万吨, 2024年的27.5亿元: no whole of what follows. */
const isChange = ({ paragraph, start }: LabelledFigure): boolean =>
  /(?:增加|减少|增长|下降|多|少|上年|去年|同期|20\d{2}年)(?:了|的|同期的)?$/u.test(
    paragraph.text.slice(Math.max(0, start - 8), start),
  );

/** Whether the parts before stood in a row with 、. */
const closed = (text: string, first: LabelledFigure, part: LabelledFigure): boolean =>
  /、/u.test(text.slice(first.end, part.start).split('，')[0] ?? '');

const reaches = (parts: LabelledFigure[], whole: LabelledFigure): boolean => {
  const sum = total(parts);
  return sum !== null && parts.length > 1 && compareQuantities(sum, whole.quantity) === 'equal';
};

/** Parts may overlap (女党员, 大专以上), so a sum beyond the whole is only shown, unless it misses it by little. */
function sumOf(whole: LabelledFigure, parts: LabelledFigure[]): AuditFinding[] {
  const sum = total(parts);
  const last = parts.at(-1);
  if (!sum || !last || parts.length < 2) return [];
  const order = compareQuantities(sum, whole.quantity);
  if (order === 'equal' || order === 'incomparable' || order === 'overlapping') return [];
  const off = distance(sum, whole.quantity);
  const listed = parts.every(
    (part, i) => i === 0 || /^[^，。；]*(?:、|和|，)[^，。；]*$/u.test(between(parts[i - 1] ?? part, part)),
  );
  const slip = scaleSlip(whole, parts);
  if (slip)
    return [
      acrossFigures(whole, slip, {
        rule: 'numerals/unit',
        severity: 'should',
        message: `各部分相加与总数${whole.text}对不上，“${slip.text}”的“万”“亿”像是写错了，请核对。`,
      }),
    ];
  if (order === 'less' && off > 0.1) return [];
  return [
    acrossFigures(whole, last, {
      rule: 'figures/sum',
      severity: order === 'greater' && listed ? 'should' : off <= 0.1 ? 'should' : 'may',
      message: `各部分相加是${formatQuantity(sum)}，与总数${whole.text}对不上，请核对。`,
    }),
  ];
}

/** The one part that makes the sum right in the whole's scale: 16.4万元 among 亿元. */
function scaleSlip(whole: LabelledFigure, parts: LabelledFigure[]): LabelledFigure | undefined {
  return parts.find((part) => {
    if (part.quantity.scale === whole.quantity.scale) return false;
    const sum = parts.reduce<Quantity | null>((held, one) => {
      const quantity = one === part ? { ...one.quantity, scale: whole.quantity.scale } : one.quantity;
      return held ? addQuantities(held, quantity) : quantity;
    }, null);
    return sum !== null && compareQuantities(sum, whole.quantity) === 'equal';
  });
}

const TOTAL = /(?:共计|合计|总计|两项合计|三项合计|总共|，共|、共)[^，。；\d]{0,8}$/u;

/** Parts listed, then their total. */
function totals(sentence: LabelledFigure[]): AuditFinding[] {
  return sentence.flatMap((whole, i): AuditFinding[] => {
    const before = sentence[i - 1];
    if (!before || isRate(whole) || !TOTAL.test(between(before, whole))) return [];
    const parts: LabelledFigure[] = [];
    for (let j = i - 1; j >= 0; j--) {
      const part = sentence[j];
      const next = sentence[j + 1];
      if (!part || !next || isRate(part) || part.quantity.unit !== whole.quantity.unit) break;
      if (/。|；|其中|占|同比/u.test(between(part, next))) break;
      parts.unshift(part);
    }
    const first = parts[0];
    const sum = total(parts);
    if (!sum || !first || parts.length < 2) return [];
    const order = compareQuantities(sum, whole.quantity);
    if (order !== 'less' && order !== 'greater') return [];
    return [
      acrossFigures(first, whole, {
        rule: 'figures/sum',
        severity:
          /合计|总计|共计/u.test(between(before, whole)) && parts.every(isExact) && isExact(whole) ? 'must' : 'should',
        message: `前面几项相加是${formatQuantity(sum)}，写的合计是${whole.text}，对不上。`,
      }),
    ];
  });
}

function total(parts: LabelledFigure[]): Quantity | null {
  return parts
    .slice(1)
    .reduce<Quantity | null>((sum, part) => sum && addQuantities(sum, part.quantity), parts[0]?.quantity ?? null);
}

const middle = (quantity: Quantity): number => (Number(boundsOf(quantity).low) + Number(boundsOf(quantity).high)) / 2;
const distance = (a: Quantity, b: Quantity): number =>
  Math.abs(middle(a) - middle(b)) / Math.max(1e-9, Math.abs(middle(b)));

/** One thing with two values in different places. */
function sameThing(figures: LabelledFigure[]): AuditFinding[] {
  const groups = new Map<string, LabelledFigure[]>();
  for (const figure of figures) {
    if (isRate(figure) || han(figure.label) < 3) continue;
    const key = `${keyOf(figure.label)}|${baseUnit(figure)}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    const other = group.slice(1).find((figure) => first && differs(first, figure));
    if (!first || !other) return [];
    const label = first.label.replace('·', '…');
    return [
      findingAt(other.paragraph, other.start, other.end, {
        rule: 'figures/two_values',
        severity: han(first.label) >= 6 ? 'should' : 'may',
        message: `“${label}”前面写${first.text}，这里写${other.text}，请核对是不是一件事。`,
      }),
    ];
  });
}

function differs(a: LabelledFigure, b: LabelledFigure): boolean {
  if (
    a.scope !== b.scope &&
    a.scope.replace(/全年|累计|今年|其中/gu, '').trim() !== b.scope.replace(/全年|累计|今年|其中/gu, '').trim()
  )
    return false;
  const order = compareQuantities(a.quantity, b.quantity);
  return order === 'less' || order === 'greater';
}

/** The counted noun when the subject is only a general one, so that 围绕12个专题 meets 聚焦13个专题. */
const keyOf = (label: string): string => label.replace(/[·的]/gu, '');
const han = (text: string): number => [...text.replace(/[^\p{Script=Han}]/gu, '')].length;

/** The same approximate or large amount for two names of which one holds the other's end: probably copied. */
function sameFigure(all: LabelledFigure[][]): AuditFinding[] {
  return all.flatMap((figures) =>
    figures.flatMap((figure, i): AuditFinding[] => {
      const twin = figures.slice(0, i).find((one) => isCopy(one, figure));
      if (!twin) return [];
      return [
        findingAt(figure.paragraph, figure.start, figure.end, {
          rule: 'figures/same_figure',
          severity: 'should',
          message: `“${twin.label}”和“${figure.label}”口径不同，却都写${figure.text}，请核对是不是照抄。`,
        }),
      ];
    }),
  );
}

function isCopy(a: LabelledFigure, b: LabelledFigure): boolean {
  if (a.text !== b.text || isRate(a) || a.label === b.label || a.sentence.start === b.sentence.start) return false;
  if (a.quantity.unit !== '元' && a.quantity.scale === '') return false;
  const [x, y] = [a.label.replaceAll('·', ''), b.label.replaceAll('·', '')];
  return x.length >= 4 && y.length >= 4 && x.slice(-4) === y.slice(-4);
}

/** 留抵退税110亿元 beside 退税减税降费70亿元: a sum by its name cannot be less than what it names. */
function partOfNamed(figures: LabelledFigure[]): AuditFinding[] {
  return figures.flatMap((whole) => {
    const named = piecesOf(whole.label);
    const part = figures.find((one) => {
      const end = one.label.slice(-2);
      return (
        one !== whole &&
        named.includes(end) &&
        named.every((piece) => piece === end || !one.label.includes(piece)) &&
        !isRate(one) &&
        compareQuantities(one.quantity, whole.quantity) === 'greater'
      );
    });
    if (!part) return [];
    return [
      acrossFigures(part, whole, {
        rule: 'figures/part_beyond_whole',
        severity: 'should',
        message: `“${part.label}”${part.text}，比包含它的“${whole.label}”${whole.text}还大，请核对口径。`,
      }),
    ];
  });
}

/** 退税减税降费 → 退税, 减税, 降费; [] for what is no such chain. */
function piecesOf(label: string): string[] {
  const chain =
    /(?:\p{Script=Han}税|\p{Script=Han}费|\p{Script=Han}贷|\p{Script=Han}租|\p{Script=Han}息){2,5}$/u.exec(
      label,
    )?.[0] ?? '';
  return chain.length < 4 ? [] : (chain.match(/../gu) ?? []);
}

const SAME_NOUN = 6;

/** 7家社区卫生服务中心 here, 9家社区卫生服务中心 there: perhaps some of them, perhaps a slip. */
function sameNoun(figures: LabelledFigure[]): AuditFinding[] {
  const seen = new Map<string, LabelledFigure>();
  return figures.flatMap((figure) => {
    const noun = figure.paragraph.text.slice(figure.end, figure.end + SAME_NOUN);
    if (!/^\p{Script=Han}{6}$/u.test(noun) || isRate(figure)) return [];
    const key = `${baseUnit(figure)}${noun}`;
    const first = seen.get(key);
    if (!first) seen.set(key, figure);
    if (!first || !['less', 'greater'].includes(compareQuantities(first.quantity, figure.quantity))) return [];
    return [
      findingAt(figure.paragraph, figure.start, figure.end + SAME_NOUN, {
        rule: 'figures/two_values',
        severity: 'may',
        message: `前面写“${first.text}${noun}…”，这里写“${figure.text}${noun}…”，请核对。`,
      }),
    ];
  });
}

/** A flash figure is looked at again before the report is final. What is expected of next year is a plan. */
function unfinished(scene: AuditScene): AuditFinding[] {
  return eachMatch(
    scene,
    /(?:预计(?:全年|完成|实现|可达|达到)|快报数?|初步统计|初步测算|初步核算)[^，。；]{0,14}?\d[\d.]*/gu,
    (match) => ({
      rule: 'figures/flash',
      severity: 'may',
      message: `“${match[0]}”还不是最后的数，定稿前请核对。`,
    }),
  );
}
