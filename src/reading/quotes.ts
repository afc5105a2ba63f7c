// Hides what stands in quotation marks, so that commands around it can be read and the words in it stay as typed. Offsets stay true.

const pairs: Record<string, string> = { '“': '”', '‘': '’', '「': '」', '『': '』', '"': '"', "'": "'" };
/** Private-use characters: the first of a quotation names it, the others fill its length. */
const filler = '\uE000';
const first = 0xe001;
const most = 200;

/** A quotation in a shielded text, as part of a pattern. */
export const quotation = '[\\uE001-\\uE0FF]\\uE000*';

export interface Shielded {
  text: string;
  /** What a shielded quotation holds, or the words themselves where they are none. */
  open: (words: string) => string;
}

/** Quotations (outermost, each closed by its own mark) replaced by characters no pattern else knows. */
export function shieldQuotes(text: string): Shielded {
  const held: string[] = [];
  let shielded = '';
  for (let at = 0; at < text.length; ) {
    const close = pairs[text.charAt(at)];
    // 《 》 is a title and no quotation; an apostrophe in a word is none either.
    const end = close === undefined ? -1 : closing(text, at, close);
    if (end < 0 || held.length >= most) {
      shielded += text.charAt(at);
      at++;
      continue;
    }
    shielded += String.fromCharCode(first + held.length) + filler.repeat(end - at);
    held.push(text.slice(at + 1, end));
    at = end + 1;
  }
  const open = (words: string): string => {
    const nth = words.charCodeAt(0) - first;
    if (nth < 0 || nth >= held.length) return restored(words);
    return new RegExp(`^${quotation}$`, 'u').test(words) ? (held[nth] ?? '') : restored(words);
  };
  const restored = (words: string): string =>
    words.replace(new RegExp(quotation, 'gu'), (run) => `“${held[run.charCodeAt(0) - first] ?? ''}”`);
  return { text: shielded, open };
}

/** Where the mark that was opened is closed; -1 when it is not. Marks of the same kind nest. */
function closing(text: string, at: number, close: string): number {
  const mark = text.charAt(at);
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    const char = text.charAt(index);
    if (mark !== close && char === mark) depth++;
    else if (char === close && index > at) {
      if (mark === close || --depth === 0) return index;
    }
  }
  return -1;
}
