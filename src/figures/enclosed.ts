// Finds what brackets, quotation marks and links make of the numerals inside them. One pass each, so that a text of any length stays linear.
import { readFigure } from './read-figure.ts';

interface Range {
  start: number;
  end: number;
  kind: 'name' | 'contact';
}

/** A lookup for ascending positions: the range that holds `i`, or null. */
function lookup<R extends { start: number; end: number }>(ranges: R[]): (i: number) => R | null {
  let index = 0;
  return (i) => {
    while (index < ranges.length && (ranges[index]?.end ?? 0) <= i) index++;
    const range = ranges[index];
    return range && range.start <= i ? range : null;
  };
}

/** 《…》 hold names; web and mail addresses are contacts. */
export function titlesAndLinks(plain: string): (i: number) => Range | null {
  const ranges: Range[] = [];
  const OPEN = /[《〈]|https?:\/\/|www\.|@/g;
  for (let match = OPEN.exec(plain); match; match = OPEN.exec(plain)) {
    const start = match.index;
    if (match[0] === '《' || match[0] === '〈') {
      const end = plain.slice(start, start + 120).search(/[》〉\n]/);
      if (end > 0 && plain.charAt(start + end) !== '\n') push({ start, end: start + end + 1, kind: 'name' });
    } else if (match[0] === '@') {
      const head = /[\w.+-]{1,64}$/.exec(plain.slice(Math.max(0, start - 64), start))?.[0].length ?? 0;
      const tail = /^@[\w-]{1,64}(?:\.[\w-]{1,32}){1,5}/.exec(plain.slice(start, start + 240))?.[0].length ?? 0;
      if (head > 0 && tail > 0) push({ start: start - head, end: start + tail, kind: 'contact' });
    } else {
      const length = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+/.exec(plain.slice(start, start + 300))?.[0].length ?? 0;
      push({ start, end: start + length, kind: 'contact' });
    }
  }
  return lookup(ranges);

  function push(range: Range): void {
    const last = ranges.at(-1);
    if (!last || range.start >= last.end) ranges.push(range);
  }
}

const NAMED = /^(?:[一二两三四五六七八九十百千万]{1,3}|\d{1,2}(?=[+＋]))/;

/** “1个中心+3个平台+N个站点”, “3个1” */
const SUMMED = /^[\d一二三四五六七八九].*[+＋]|^\d个1$/;

/** Short quotations that begin with a numeral and are no amount are names: “一领四动”, “三定一督”, “1+1+1+N”. */
export function quotedNames(plain: string): (i: number) => { start: number; end: number } | null {
  const ranges: { start: number; end: number }[] = [];
  const QUOTED = /[“"「『‘]([^“”"「」『』‘’\n]{2,20})[”"」』’]/g;
  for (let match = QUOTED.exec(plain); match; match = QUOTED.exec(plain)) {
    const inner = match[1] ?? '';
    const start = match.index + 1;
    if (!inner.split(/[、，]/).every((item) => NAMED.test(item)) && !SUMMED.test(inner)) continue;
    if (SUMMED.test(inner)) {
      ranges.push({ start, end: start + inner.length });
      continue;
    }
    const figure = readFigure(plain, start, start);
    const whole = figure !== null && figure.end >= start + inner.length;
    const counted = figure !== null && !/^[一二两三四五六七八九十]/.test(inner);
    const spoken = figure !== null && /[吧啊呢了的吗]$/.test(inner);
    if (!whole && !counted && !spoken) ranges.push({ start, end: start + inner.length });
  }
  return lookup(ranges);
}
