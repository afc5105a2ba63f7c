// A message that is nothing but wishes about texts: 精炼些; （二）2，太虚了，说说局长自己干了啥; 第三点也这样改. Pure; a place it cannot name is left to decide.
import type { Command } from '../conversation/command.ts';
import type { Spot } from '../conversation/edit-command.ts';
import type { Outline } from '../report/outline.ts';
import { isChatter } from './commands.ts';
import type { ReadRequest } from './port.ts';
import { shieldQuotes } from './quotes.ts';
import { readSpots } from './spots.ts';
import { asBefore, disliked, likewise, oncemore, wishes, wishesOfPlace } from './wish-phrases.ts';

const longest = 160;
/** A demand on the whole report is larger. */
const wholeReport = 800;

const leading =
  /^(?:@\S+\s*|请|麻烦(?:你|您)?|帮忙|帮(?:我|我们|忙)|给我|你|您|那就?|那么|然后|接着|顺便|现在|可以|能不能|能否|我想|我要|想要?|还有|另外|嗯+|好的?|行|对了|局长说|领导说|主任说|书记说|还是|就是|但是|不过|而且|并且?|觉得|我觉得|感觉|[:：\s])[,，\s]*/u;
const trailing =
  /(?:吧|啊|呀|呢|哈|哦|嘛|啦|咯|吗|谢谢(?:你|您)?|辛苦了?|好不好|好吗|行吗|可以吗|行不行|就好|就行|～|~|…|\s|[。.！!?？])$/u;

interface Group {
  spots: Spot[];
  /** Clauses as they were said, and without the place. */
  said: string[];
  wished: string[];
  again: boolean;
  same: boolean;
}

/** Null when anything else is in it. */
export function readWishes(text: string, { report, asked }: ReadRequest): Command[] | null {
  if (!report || text.length > longest || text.trim() === '') return null;
  const { text: shielded, open } = shieldQuotes(text.trim());
  const before = asBefore.exec(bare(shielded));
  const of = before && readSpots(before[1] ?? '', report.outline, open);
  if (of) return of.map((spot) => ({ type: 'rewrite', ...placed(spot), instruction: text.trim(), same: true }));
  const groups: Group[] = [];
  // While words are asked for, 突出… may be the answer.
  const careful = asked?.type === 'slot';
  for (const clause of shielded.split(/[，,。；;！!\n]+/u)) {
    if (clause.trim() === '' || isChatter(clause)) continue;
    const read = readClause(clause, report.outline, open);
    if (!read) return null;
    const last = groups.at(-1);
    const joins = last && (read.spots.length === 0 || (last.wished.length === 0 && last.spots.length === 0));
    const group = joins ? last : { spots: [], said: [], wished: [], again: false, same: false };
    if (group !== last) groups.push(group);
    group.spots.push(...read.spots);
    group.said.push(open(clause.trim()));
    if (read.wish !== '') group.wished.push(open(read.wish));
    group.again ||= read.again;
    group.same ||= read.same;
  }
  if (groups.length === 0 || groups.some((one) => one.wished.length === 0 && !one.again && !one.same)) return null;
  if (careful && groups.every((one) => one.spots.length === 0 && one.wished.join('').length > 8)) return null;
  if (groups.some((one) => one.spots.every(({ section = 'all' }) => section === 'all') && demandsWhole(one.wished)))
    return null;
  return groups.flatMap(commandsOf);
}

function commandsOf({ spots, said, wished, again, same }: Group): Command[] {
  const wish = wished.join('，');
  const once = again && wish === '' ? { again: true as const } : {};
  const instruction = said.join('，');
  const more = { ...once, ...(same && wish === '' ? { same: true as const } : {}) };
  if (spots.length === 0) return [{ type: 'rewrite', instruction, ...more }];
  return spots.map((spot) => ({ type: 'rewrite', ...placed(spot), instruction, ...more }));
}

function placed(spot: Spot): { section?: string; spot?: Spot } {
  if (spot.section !== undefined && spot.point === undefined) return { section: spot.section };
  return spot.words === '' && spot.point === undefined ? {} : { spot };
}

/** 控制在3000字以内 is what the report may have. */
function demandsWhole(wished: string[]): boolean {
  const numbers = wished.flatMap((one) =>
    [...one.matchAll(/\d+(?=个?字)|[一二两三四五六七八九]千/gu)].map(([hit]) => hit),
  );
  return numbers.some((one) => /千/u.test(one) || Number(one) >= wholeReport);
}

interface Clause {
  spots: Spot[];
  wish: string;
  again: boolean;
  same: boolean;
}

function readClause(clause: string, outline: Outline, open: (words: string) => string): Clause | null {
  const words = bare(clause);
  const alone = understood(words, false);
  if (alone) return { spots: [], ...alone };
  const placing = /^(?:把|将|给|对)?/u.exec(words)?.[0].length ?? 0;
  for (let end = words.length; end > placing; end--) {
    const spots = readSpots(words.slice(placing, end), outline, open);
    if (!spots) continue;
    const rest = words
      .slice(end)
      .replace(/^(?:的|里面?|这里|那里|那块|这块|内容|也|都|给我|就|里|有点|[：:\s])*(?=.)/u, (lead) =>
        lead.replace(/.*?(有点)?$/u, '$1'),
      );
    if (rest === '') return { spots, wish: '', again: false, same: false };
    const read = understood(rest, true) ?? understood(rest.replace(/^(?:还是|又|再|要|得)/u, ''), true);
    if (read) return { spots, ...read };
  }
  return null;
}

function understood(words: string, placed: boolean): Omit<Clause, 'spots'> | null {
  if (disliked.test(words)) return { wish: '', again: false, same: false };
  if (oncemore.test(words)) return { wish: '', again: true, same: false };
  if (placed && likewise.test(words)) return { wish: '', again: false, same: true };
  const known = wishes.some((one) => one.test(words)) || (placed && wishesOfPlace.some((one) => one.test(words)));
  return known ? { wish: words, again: false, same: false } : null;
}

/** Without courtesies at its ends. */
function bare(clause: string): string {
  for (let words = clause.trim(); ; ) {
    const next = words.replace(trailing, '').trim();
    const shorter = next !== words ? next : words.replace(leading, '').trim();
    if (shorter === words || shorter === '') return words;
    words = shorter;
  }
}
