// 审一下这份稿子: the door to auditing a text that is not ours. Says what can be done meanwhile.
import type { FileHead } from './file-state.ts';
import { fileWords } from './file-wording.ts';
import { say, type Turn } from './turn.ts';

/** `sideValue(turn, head.key)` is the file's words (a FileText) in the turn that asks for it. */
export function auditFile(turn: Turn, head: FileHead): undefined {
  say(turn, fileWords.auditLater(head.name));
}
