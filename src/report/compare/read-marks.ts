// Numbers that people and programs put before a heading or a point: 一、 （二） 3. 四是 第五，. Pure.

export type MarkKind = 'chapter' | 'is' | 'bracket' | 'digit' | 'digit_bracket' | 'ordinal' | 'circled' | 'part';

interface Marked {
  kind?: MarkKind;
  /** 1 for the first. */
  number?: number;
  /** What follows the mark. */
  rest: string;
}

const chinese = '[一二三四五六七八九十]{1,3}';

const marks: [MarkKind, RegExp][] = [
  ['part', new RegExp(`^第(${chinese}|\\d{1,2})(?:部分|章|篇|节)[、：:．.\\s]*`, 'u')],
  ['is', new RegExp(`^(${chinese})(?:是|要)`, 'u')],
  ['chapter', new RegExp(`^(${chinese})\\s*[、．.，]\\s*`, 'u')],
  ['bracket', new RegExp(`^[（(]\\s*(${chinese})\\s*[）)][、．.]?\\s*`, 'u')],
  ['digit_bracket', /^[（(]\s*(\d{1,2})\s*[）)]\s*/u],
  ['digit_bracket', /^(\d{1,2})[）)]\s*/u],
  ['digit', /^(\d{1,2})\s*(?:[．、]|\.(?!\d))\s*/u],
  ['ordinal', new RegExp(`^第(${chinese})(?:[，、：,:]|点[，、：,:]?|条[，、：,:]?)\\s*`, 'u')],
  ['circled', /^([①②③④⑤⑥⑦⑧⑨⑩])\s*/u],
];

export function cutMark(text: string): Marked {
  const trimmed = text.trimStart();
  for (const [kind, pattern] of marks) {
    const found = pattern.exec(trimmed);
    if (found?.[1] === undefined) continue;
    const rest = trimmed.slice(found[0].length);
    // 一是 alone, or a number with nothing after it, numbers nothing.
    if (rest === '') continue;
    return { kind, number: numberOf(found[1]), rest };
  }
  return { rest: trimmed };
}

function numberOf(said: string): number {
  if (/^\d+$/u.test(said)) return Number(said);
  const circled = '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(said);
  if (circled >= 0) return circled + 1;
  const digits = '一二三四五六七八九';
  const [tens, ones] = said.includes('十') ? said.split('十') : ['', said];
  const ten = said.includes('十') ? (digits.indexOf(tens || '一') + 1) * 10 : 0;
  return ten + (ones ? digits.indexOf(ones) + 1 : 0);
}
