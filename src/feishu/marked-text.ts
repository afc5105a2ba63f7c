// A compared text as the platform's markdown: struck through and grey where gone, bold and green where new. People's words stand
// in it escaped to the last sign, so that nothing they wrote is ever parsed.
import type { Marked } from '../conversation/card.ts';
import type { Element } from './card-elements.ts';
import { splitText } from './split-text.ts';

/** Letters of any script, digits that begin no list, and the marks of Chinese sentences mean nothing in markdown. */
const harmless = /[\p{L}\p{M}\p{N} \u00A0，。、；：？！“”‘’（）《》〈〉【】〔〕…—·　％]/u;
const signs = { gone: ['grey', '~~'], new: ['green', '**'] } as const;
/** A sign beside a mark of punctuation may not be read as one: such edges are coloured only. */
const edges = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u;

/** Markdown elements of at most `max` characters of text each. */
export function markedElements(pieces: Marked[], max: number): Element[] {
  const contents: string[] = [];
  let content = '';
  let length = 0;
  for (const { text, mark } of pieces) {
    for (const part of splitText(text.toWellFormed(), max)) {
      if (length > 0 && length + part.length > max) {
        contents.push(content);
        content = '';
        length = 0;
      }
      content += signed(part, mark);
      length += part.length;
    }
  }
  return [...contents, content].filter((one) => one.trim() !== '').map((one) => ({ tag: 'markdown', content: one }));
}

/** Line by line: a sign does not reach over a line's end. */
function signed(text: string, mark: Marked['mark']): string {
  return text
    .split('\n')
    .map((line) => (mark && line.trim() !== '' ? coloured(line, mark) : escaped(line)))
    .join('<br>');
}

function coloured(line: string, mark: NonNullable<Marked['mark']>): string {
  const [color, sign] = signs[mark];
  const [, before = '', middle = '', after = ''] = edges.exec(line) ?? [];
  const strong = middle === '' ? '' : sign + escaped(middle) + sign;
  return `<font color='${color}'>${escaped(before)}${strong}${escaped(after)}</font>`;
}

function escaped(line: string): string {
  return [...line.replace(/ {2,}/gu, (run) => '\u00A0'.repeat(run.length))]
    .map((char) => (harmless.test(char) ? char : `&#${char.codePointAt(0)};`))
    .join('');
}

/** Whether this is such a text and nothing else. */
export function isMarkedText(content: unknown): boolean {
  if (typeof content !== 'string' || content === '') return false;
  const left = content
    .replaceAll(/<font color='(?:grey|green)'>|<\/font>|<br>|~~|\*\*/gu, '')
    .replaceAll(/&#\d+;/gu, '');
  return [...left].every((char) => harmless.test(char));
}
