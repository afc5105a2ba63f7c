// A pasted text → paragraphs with their levels, by number, length and place. Changes no character of a paragraph but the spaces around it.
import type { AuditedParagraph, Level } from './finding.ts';

const HEADING_1 = /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章部])/u;
const HEADING_2 = /^[（(][一二三四五六七八九十]{1,3}[）)]/u;
const DATE = /^(?:20\d{2}|二[〇零○0]\S{2})年\d{0,2}\S{0,3}月\S{0,4}日?$/u;
const SENTENCE_END = /[。！？；：:;.，,]$/u;
const LONGEST_HEADING = 60;
const LONGEST_TITLE = 60;
const LONGEST_NAME = 24;

export function splitText(text: string): AuditedParagraph[] {
  const lines = text
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((line) => line !== '');
  const titleEnd = titleLines(lines);
  const signatureStart = signatureFrom(lines, titleEnd);
  return lines.map((line, at): AuditedParagraph => {
    if (at < titleEnd) return { text: line, level: 'title' };
    if (at >= signatureStart) return { text: line, level: 'signature' };
    return { text: line, level: levelOf(line) };
  });
}

/** A heading stands alone in its line; with a text behind it, the line is body. */
function levelOf(line: string): Level {
  const short = [...line].length <= LONGEST_HEADING && !/。./u.test(line);
  if (short && HEADING_1.test(line)) return 'heading1';
  return short && HEADING_2.test(line) ? 'heading2' : 'body';
}

/** The first lines, as long as they are short, end in no mark and carry no number. */
function titleLines(lines: string[]): number {
  let at = 0;
  const isTitle = (line: string) =>
    [...line].length <= LONGEST_TITLE &&
    !SENTENCE_END.test(line) &&
    !HEADING_1.test(line) &&
    !HEADING_2.test(line) &&
    !/^(?:各位|尊敬的|同志们|\d{1,2}[.、．])|^[一二三四五六七八九十]是/u.test(line);
  while (at < 4 && at < lines.length - 1 && isTitle(lines[at] ?? '')) at++;
  return at;
}

/** Name and date at the end: short lines without a closing mark. */
function signatureFrom(lines: string[], titleEnd: number): number {
  let at = lines.length;
  const isSigned = (line: string) =>
    DATE.test(line.replace(/\s/gu, '')) ||
    ([...line].length <= LONGEST_NAME && !SENTENCE_END.test(line) && levelOf(line) === 'body');
  while (at > titleEnd && at > lines.length - 3 && isSigned(lines[at - 1] ?? '')) at--;
  return at;
}
