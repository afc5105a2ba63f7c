// Puts right what a model writes nearly right: token braces, quotation marks, a heading it was told to leave out. Changes no word.
import type { Section } from '../report/outline.ts';
import { hiddenFigure } from '../report/telling.ts';

const cjk = String.raw`[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’}]`;

export function mendText(text: string, section: Section, tokens: Set<string>): string {
  const braced = text
    .normalize('NFC')
    // Wider or narrower braces than asked for, with spaces: the name inside says which token is meant.
    .replace(
      /[{｛]{1,3}\s*([a-zA-Z][\w]*)\s*(?:[.．]\s*(\d{1,2})\s*)?(?:[：:]\s*([^{}｛｝\n]*))?[}｝]{1,3}/gu,
      (all: string, ...[name, item, words, at, whole]: [string, string?, string?, number?, string?]) =>
        tokens.has(name.toLowerCase())
          ? itemToken(name.toLowerCase(), item, words, whole?.slice((at ?? 0) + all.length) ?? '')
          : all,
    )
    .replace(/\r\n?/gu, '\n')
    .replace(/[ \t]*\n\s*/gu, '\n');
  const quoted = braced
    .replace(/"([^"\n]*)"/gu, '“$1”')
    .replace(new RegExp(`(?<=${cjk})[,;:?!](?!\\d)`, 'gu'), (mark) => fullWidth[mark] ?? mark)
    .replace(new RegExp(`(${cjk})[ \\t]+(?=${cjk}|\\{)`, 'gu'), '$1')
    // GB/T 15834—2011, 4.5.3.5: no 、 between marks that stand side by side.
    .replace(/(?<=[”》])、(?=[“《])/gu, '');
  return withoutHeading(quoted.trim(), section.heading);
}

/** `{{slot.2：words}}`; words for a fact of one item need no number. A last mark stands behind the token, not in it. */
function itemToken(name: string, item: string | undefined, words: string | undefined, next: string): string {
  if (words === undefined) return item === undefined ? `{{${name}}}` : `{{${name}.${Number(item)}}}`;
  const bare = words.replace(hiddenFigure, '⟦$1⟧').replace(/[，。；：、\s]+$/u, '');
  const mark = /[，。；]\s*$/u.exec(words)?.[0].trim() ?? '';
  return `{{${name}.${Number(item ?? 1)}：${bare}}}${/^[\p{P}]/u.test(next) ? '' : mark}`;
}

const fullWidth: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** 一是扎实推进…。 at the start is what the assembled report adds itself. */
function withoutHeading(text: string, heading: string): string {
  if (heading === '') return text;
  const mark = /^(?:[一二三四五六七八九十]{1,3}是|（[一二三四五六七八九十]{1,3}）)?/u.exec(text)?.[0] ?? '';
  const rest = text.slice(mark.length);
  if (!rest.startsWith(heading)) return text;
  const after = rest.slice(heading.length);
  const left = /^[。：:，\n]\s*/u.exec(after)?.[0];
  return left === undefined ? text : after.slice(left.length);
}
