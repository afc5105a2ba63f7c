// 审一下这份稿子: auditing an uploaded text that is not ours. Its words are only looked at, never taken over.
import type { AuditedParagraph, Level } from '../report/audit/finding.ts';
import { splitText } from '../report/audit/split-text.ts';
import type { FileText } from '../report/file-text.ts';
import { auditForeign } from './audit.ts';
import type { FileHead } from './file-state.ts';
import { fileWords } from './file-wording.ts';
import { say, sideValue, type Turn } from './turn.ts';

/** `sideValue(turn, head.key)` is the file's words (a FileText) in the turn that asks for it. */
export function auditFile(turn: Turn, head: FileHead): undefined {
  const file = sideValue(turn, head.key) as FileText | undefined;
  if (!file) return say(turn, fileWords.gone);
  auditForeign(turn, head.name.replace(/\.[A-Za-z]{2,5}$/u, ''), paragraphsOf(file));
}

/** By the file's own headings where it has any, else by numbers and places. */
function paragraphsOf({ paragraphs }: FileText): AuditedParagraph[] {
  if (paragraphs.every(({ heading }) => heading === undefined))
    return splitText(paragraphs.map(({ text }) => text).join('\n'));
  const guessed = splitText(paragraphs.map(({ text }) => text.replaceAll('\n', ' ')).join('\n'));
  return guessed.map((one, at): AuditedParagraph => {
    const heading = paragraphs[at]?.heading;
    return heading === undefined ? one : { ...one, level: levels[heading] ?? 'heading2' };
  });
}

const levels: Record<number, Level> = { 0: 'title', 1: 'heading1', 2: 'heading2' };
