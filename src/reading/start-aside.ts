// A message that begins a report and tells something besides: what it tells is of the report begun, never of the one being written. Pure.
import type { Command } from '../conversation/command.ts';
import { splitClauses } from './clauses.ts';
import { isChatter, readCommands } from './commands.ts';
import { contentOf } from './content.ts';
import type { ReadRequest } from './port.ts';

interface Begun {
  commands: Command[];
  /** To be read again against the report begun; '' when nothing was told. */
  rest: string;
}

/** Null when no other report is begun: the one being written, asked for again, takes what is told as ever. */
export function readBegun(text: string, request: ReadRequest): Begun | null {
  const { commands, consumed } = readCommands(text, request);
  const start = commands.find((one) => one.type === 'start_report');
  if (!start) return null;
  const { report } = request;
  if (report && start.kind === report.outline.kind && start.year === report.year) return null;
  // 现在开始，党课14次 begins nothing that could be named
  if (report && start.kind === undefined && start.year === undefined && !/[一个新][份篇]/u.test(text)) return null;
  let left = text;
  for (const { start: from, end } of consumed)
    left =
      left.slice(0, from) +
      left.slice(from, end).replace(/[^\n]/gu, (char) => ' '.repeat(char.length)) +
      left.slice(end);
  const rest = splitClauses(left)
    .reduceRight(
      (kept, clause) => (isYear(clause.text) ? kept.slice(0, clause.start) + kept.slice(clause.end) : kept),
      left,
    )
    .replace(/^[\s，,、。；;：:！!]+|[\s，,、；;：:]+$/gu, '');
  return { commands, rest: tellsSomething(rest) ? rest : '' };
}

const isYear = (clause: string) => /^\s*(?:是|要|写)?\d{2,4}年(?:度)?的?(?:吧|哈)?\s*$/u.test(clause);

/** 领导急着要 and 格式照去年的 are no facts. */
function tellsSomething(rest: string): boolean {
  if (rest === '' || isChatter(rest)) return false;
  if (/[\p{Nd}一二三四五六七八九十两百千万亿]\s*[\p{Script=Han}%％]/u.test(rest)) return true;
  return contentOf(rest).length >= 4 && !/[?？吗呢]|什么|怎么|请|帮我|尽快|赶紧|急|催|领导|格式|明天要/u.test(rest);
}
