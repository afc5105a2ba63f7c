// Breaks a title into lines at word boundaries in a trapezium, never inside a word, a number or 《…》.

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** A character's width on the page: 1 for full-width, 0.5 for Latin letters and digits. */
const width = (text: string): number => [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0);

/** Characters no line may begin or end with. */
const notFirst = /^[》”’）〕、，。：；的和与及暨]/u;
const notLast = /[《“‘（〔]$/u;

/** A break given in the title (`\n`) stands; a line wider than `most` characters is broken further. */
export function titleLines(title: string, most: number): string[] {
  return title
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => breakLine(line, most));
}

function breakLine(line: string, most: number): string[] {
  const total = width(line);
  if (total <= most) return [line];
  // The longer line stands above: of a title in two halves the upper one gets a little more than half.
  const count = Math.ceil(total / most);
  const wanted = Math.min(most, total / count + 1.5);
  const cuts = boundaries(line).filter((cut) => width(line.slice(0, cut)) <= most);
  const best = cuts.toSorted((a, b) => distance(line, a, wanted) - distance(line, b, wanted))[0];
  if (best === undefined) {
    const forced = [...line].slice(0, most).join('');
    return [forced, ...breakLine(line.slice(forced.length), most)];
  }
  return [line.slice(0, best).trim(), ...breakLine(line.slice(best).trim(), most)];
}

const distance = (line: string, cut: number, wanted: number): number => Math.abs(width(line.slice(0, cut)) - wanted);

/** Where a line may end: between words, outside book-title marks, and not between a number and its 年 or 年度. */
function boundaries(line: string): number[] {
  const found: number[] = [];
  for (const { index } of words.segment(line)) {
    const before = line.slice(0, index);
    const after = line.slice(index);
    if (index === 0 || notLast.test(before) || notFirst.test(after)) continue;
    if (before.lastIndexOf('《') > before.lastIndexOf('》')) continue;
    if (/\d$/u.test(before) && /^[\d.年月日%]/u.test(after)) continue;
    if (/年$/u.test(before) && /^度/u.test(after)) continue;
    found.push(index);
  }
  return found;
}
