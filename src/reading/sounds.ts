// Finds a phrase in a text although it was misheard or mistyped (学习以机, 留底退税). Pure; says how sure it is.
import { pinyin } from 'pinyin-pro';

const readings = new Map<string, string>();

/** A character's usual sound without tone, with the pairs people mix up made one (zh/z, n/l, ing/in…). */
function soundOf(char: string): string {
  const known = readings.get(char);
  if (known !== undefined) return known;
  const sound = /\p{Script=Han}/u.test(char)
    ? pinyin(char, { toneType: 'none', type: 'array', nonZh: 'removed' })
        .join('')
        .replace(/^([zcs])h/, '$1')
        .replace(/^l/, 'n')
        .replace(/([aei])ng$/, '$1n')
    : char.toLowerCase();
  readings.set(char, sound);
  return sound;
}

interface Heard {
  start: number;
  end: number;
  /** False when one character is simply another one: then the user is asked. */
  sure: boolean;
}

const light = new Set([...'了的上过共等也地得有在个们之 \u3000、“”"']);
const heavy = 1;

/** Where `phrase` may stand in `text`: sounds, swapped neighbours and small words between are forgiven, one other slip is not sure. */
export function hear(text: string, phrase: string): Heard | null {
  const size = phrase.length;
  if (size < 2 || text.length === 0) return null;
  // rows: cost of matching the first i characters of the phrase, ending at the current place of the text
  let last = Array.from({ length: size + 1 }, (_, i) => ({ cost: i * heavy, start: 0 }));
  let older = last;
  let best: { cost: number; start: number; end: number } | null = null;
  for (let j = 1; j <= text.length; j++) {
    const char = text[j - 1] ?? '';
    const row = [{ cost: 0, start: j }];
    for (let i = 1; i <= size; i++) {
      const wanted = phrase[i - 1] ?? '';
      const options = [
        plus(last[i - 1], char === wanted ? 0 : soundOf(char) === soundOf(wanted) ? 0.15 : heavy),
        plus(last[i], i === size ? heavy : light.has(char) ? 0.05 : heavy),
        plus(row[i - 1], heavy),
      ];
      if (i > 1 && j > 1 && char === phrase[i - 2] && text[j - 2] === wanted && char !== wanted)
        options.push(plus(older[i - 2], 0.2));
      row.push(options.reduce((one, other) => (other.cost < one.cost ? other : one)));
    }
    const found = row[size];
    if (found && found.cost < (best?.cost ?? 1.1)) best = { ...found, end: j };
    older = last;
    last = row;
  }
  if (!best) return null;
  const sure = best.cost < 0.5 && size >= 3;
  if (!sure && (best.cost >= heavy ? size < 4 : best.cost > 0.2)) return null;
  return { start: best.start, end: best.end, sure };
}

function plus(cell: { cost: number; start: number } | undefined, cost: number): { cost: number; start: number } {
  return cell ? { cost: cell.cost + cost, start: cell.start } : { cost: Number.POSITIVE_INFINITY, start: 0 };
}
