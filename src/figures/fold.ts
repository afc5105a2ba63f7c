// One plain view of a text for reading numerals, with the way back to the original offsets. Must never change the text itself.

/** `plain` is what the readers see; `at[i]` is where its i-th unit begins in the original, `at[plain.length]` the original's length. */
export interface Folded {
  plain: string;
  at: Int32Array;
  /** Where the i-th unit ends in the original (what was dropped behind it belongs to nothing). */
  endAt: Int32Array;
}

/** Stand-ins inside `plain`: a numeral outside the BMP (𝟏, 🔟) and any other character outside the BMP. */
const ODD_NUMERAL = '\ue000';
const OTHER = '\ue001';

/** Invisible or combining: joiners, direction marks, variation selectors, keycaps, strike-through. They hide digits, they are none. */
const IGNORED = /^[\p{Cf}\p{Mn}\p{Me}]$/u;
const NUMBER = /^\p{N}$/u;

const FOLDS: Record<string, string> = {
  萬: '万',
  億: '亿',
  兩: '两',
  貳: '贰',
  參: '叁',
  陸: '陆',
  個: '个',
  餘: '余',
  弍: '二',
  弎: '三',
  圓: '元',
  畝: '亩',
  噸: '吨',
  戶: '户',
  項: '项',
  條: '条',
  場: '场',
  輛: '辆',
  頭: '头',
  約: '约',
  過: '过',
  點: '点',
  圆: '元',
  '﹪': '%',
  '℅': '%',
  '−': '-',
  '﹣': '-',
  '➖': '-',
  '〜': '~',
  '∼': '~',
  '﹒': '.',
};

/** Full-width letters, digits and the signs that belong to numerals; Chinese commas and colons stay what they are. */
function foldUnit(unit: string, code: number): string {
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return String.fromCharCode(code - 0xfee0);
  if ('％＋－．／～＜＞＝＠'.includes(unit)) return String.fromCharCode(code - 0xfee0);
  if ((code >= 0x2f00 && code <= 0x2fd5) || (code >= 0xf900 && code <= 0xfaff)) {
    const compatible = unit.normalize('NFKC');
    return compatible.length === 1 ? (FOLDS[compatible] ?? compatible) : unit;
  }
  return FOLDS[unit] ?? unit;
}

/** １，２３４: between full-width digits the comma is full-width too. */
function isWideSeparator(text: string, i: number): boolean {
  if (text.charAt(i) !== '，') return false;
  return /^[０-９]，[０-９]{3}(?![０-９])/.test(text.slice(i - 1, i + 5));
}

export function foldText(text: string): Folded {
  const at = new Int32Array(text.length + 1);
  const endAt = new Int32Array(text.length + 1);
  const plain: string[] = [];
  let i = 0;
  while (i < text.length) {
    const code = text.codePointAt(i) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    if (code < 0x300) {
      if (code !== 0xad) push(text.charAt(i));
    } else {
      const unit = text.slice(i, i + width);
      const chinese = code >= 0x3400 && code <= 0x9fff;
      if (chinese || !IGNORED.test(unit)) {
        if (width === 2) push(NUMBER.test(unit) || code === 0x1f51f || code === 0x1f4af ? ODD_NUMERAL : OTHER);
        else push(isWideSeparator(text, i) ? ',' : foldUnit(unit, code));
      }
    }
    i += width;
  }
  at[plain.length] = text.length;
  return { plain: joinZeros(plain), at, endAt };

  function push(unit: string): void {
    at[plain.length] = i;
    endAt[plain.length] = i + (code2(i) ? 2 : 1);
    plain.push(unit);
  }
  function code2(index: number): boolean {
    return (text.codePointAt(index) ?? 0) > 0xffff;
  }
}

/** 二○二五 is written with a circle as often as with 〇; a circle beside no numeral stays a circle. */
function joinZeros(units: string[]): string {
  for (let i = 0; i < units.length; i++) {
    if ((units[i] === '○' || units[i] === '◯') && (isChineseDigit(units[i - 1]) || isChineseDigit(units[i + 1])))
      units[i] = '〇';
  }
  return units.join('');
}

const CHINESE_DIGITS = new Set('〇零一二两三四五六七八九');
function isChineseDigit(unit: string | undefined): boolean {
  return unit !== undefined && CHINESE_DIGITS.has(unit);
}

const CHINESE_NUMERALS = new Set('〇零一二两三四五六七八九十百千万亿兆俩仨廿卅卌壹贰叁肆柒玖佰仟');
/** Financial numerals that are far more often part of a word (队伍, 大陆, 收拾, 捌): numeral-like only beside another numeral. */
const SHY_NUMERALS = new Set('伍陆捌拾');

/** Whether the unit at `i` of a folded text is numeral-like: what masking and the proof of a draft must account for. */
export function isNumeralLike(plain: string, i: number): boolean {
  const code = plain.charCodeAt(i);
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || code === 0x25;
  const unit = plain.charAt(i);
  if (CHINESE_NUMERALS.has(unit) || unit === '‰' || unit === '‱' || unit === ODD_NUMERAL) return true;
  if (SHY_NUMERALS.has(unit)) return isPlainNumeral(plain.charAt(i - 1)) || isPlainNumeral(plain.charAt(i + 1));
  return code < 0x3400 || code > 0x9fff ? NUMBER.test(unit) : false;
}

function isPlainNumeral(unit: string): boolean {
  return CHINESE_NUMERALS.has(unit) || SHY_NUMERALS.has(unit) || (unit >= '0' && unit <= '9');
}
