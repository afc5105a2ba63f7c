// A returned file's paragraphs → title, chapters, points, signature and notes, by its numbers, its headings and what it has in common with what was sent. Pure.
import type { FileParagraph } from '../file-text.ts';
import { bareOf, likeness } from './alike.ts';
import { cutMark, type MarkKind } from './read-marks.ts';
import type { SentDocument, SentSection } from './sent-document.ts';
import { createWhere } from './where.ts';

/** A stretch of the returned text that is one section there. */
export interface Block {
  kind: SentSection['kind'];
  /** The section whose heading it begins with. */
  known?: string;
  /** Word for word, without the number before the first line. */
  lines: string[];
}

interface ReadChapter {
  /** Without its number; as it stands there. */
  heading: string;
  blocks: Block[];
}

export interface ReadDocument {
  title: string | undefined;
  opening: string[];
  chapters: ReadChapter[];
  closing: string[];
  signature: { name?: string; date?: string };
  /** Before the title or after the end: about the text, not of it. */
  notes: string[];
}

const LIKE = 0.55;
const HEADING = 60;
const aside =
  /^[（(【[]?(?:备\s*注|附\s*注|批\s*注|(?:修改|补充|有关|几点)?说\s*明|(?:修改|审核|审阅|领导)?意\s*见|注)[）)】\]]?(?:[:：一二三四五六七八九十\d]|$)/u;
const date = /^[\d〇零○一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$/u;

export function readParagraphs(sent: SentDocument, paragraphs: FileParagraph[]): ReadDocument {
  const all = paragraphs.filter(({ text }) => text.trim() !== '');
  const head = titleIn(sent, all);
  const body = bodyOf(sent, all.slice(head.end));
  const notes = [...all.slice(0, head.start).map((one) => one.text), ...body.notes];
  return { title: head.title, signature: body.signature, notes, ...structure(sent, body.lines) };
}

/** One to three paragraphs that say the title, or something in its place. */
function titleIn(sent: SentDocument, all: FileParagraph[]): { title: string | undefined; start: number; end: number } {
  let best = { title: undefined as string | undefined, start: 0, end: 0, score: 0 };
  for (let start = 0; start < Math.min(all.length, 40); start++) {
    for (let end = start + 1; end <= Math.min(start + 3, all.length); end++) {
      const title = all
        .slice(start, end)
        .map((one) => one.text.trim())
        .join('');
      const score = likeness(title, sent.title);
      if (score > best.score && title.length < sent.title.length * 2 + 20) best = { title, start, end, score };
    }
  }
  if (best.score >= 0.6) return best;
  const [first] = all;
  const where = createWhere(sent);
  const isTitle =
    first &&
    (first.heading === 0 || (first.text.length <= 40 && !/[。；，：]$/u.test(first.text) && !cutMark(first.text).kind));
  if (isTitle && where(first.text).share < 0.3) return { title: first.text.trim(), start: 0, end: 1 };
  return { title: undefined, start: 0, end: 0 };
}

/** The signature ends the text; what comes after it, or under 备注, are notes. */
function bodyOf(sent: SentDocument, all: FileParagraph[]) {
  const where = createWhere(sent);
  const ours = ({ text }: FileParagraph): boolean =>
    where(text).share >= 0.4 || isChapterHeading(sent, text) !== undefined;
  const last = all.findLastIndex(ours);
  const note = all.findIndex(({ text }, at) => at > last && aside.test(text.trim()));
  const { name, date: day } = sent.signature;
  const isDate = (text: string): boolean => date.test(bareOf(text)) || (day !== '' && bareOf(text) === bareOf(day));
  const dated = day === '' ? -1 : all.findLastIndex(({ text }, at) => at > last && isDate(text));
  const isName = (at: number): boolean => {
    const text = all[at]?.text ?? '';
    return at > last && text.length <= 30 && !/[。；，：]$/u.test(text) && !aside.test(text.trim());
  };
  const sameName = name === '' ? -1 : all.findLastIndex(({ text }, at) => at > last && bareOf(text) === bareOf(name));
  const named = sameName >= 0 ? sameName : name !== '' && dated > 0 && isName(dated - 1) ? dated - 1 : -1;
  const signs = [named, dated].filter((at) => at >= 0);
  const from = Math.min(...signs, note < 0 ? all.length : note, all.length);
  const lines = all.slice(0, from);
  return {
    lines,
    signature: {
      ...(named >= 0 ? { name: all[named]?.text.trim() ?? '' } : {}),
      ...(dated >= 0 ? { date: all[dated]?.text.trim() ?? '' } : {}),
    },
    notes: all.slice(from).flatMap(({ text }, at) => (signs.includes(from + at) ? [] : [text])),
  };
}

/** The chapter of ours whose heading this is, most like it. */
function isChapterHeading(sent: SentDocument, text: string): string | undefined {
  const { rest } = cutMark(text);
  if (rest.length > HEADING) return undefined;
  const scored = sent.chapters.map(({ id, heading }) => ({
    id,
    score: likeness(rest.replace(/[。：:]$/u, ''), heading),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { id: '', score: 0 });
  return best.score >= 0.6 ? best.id : undefined;
}

/** Of its lines, which begin a chapter: by its words, or by a number of the kind chapters have and no full stop. */
function chapterStarts(sent: SentDocument, lines: FileParagraph[]): boolean[] {
  const known = lines.map(({ text }) => isChapterHeading(sent, text) !== undefined);
  const where = createWhere(sent);
  const kinds = new Set(lines.flatMap(({ text }, at) => (known[at] ? (cutMark(text).kind ?? []) : [])));
  const levels = new Set(lines.flatMap(({ heading }, at) => (known[at] ? (heading ?? []) : [])));
  if (kinds.size === 0) kinds.add('chapter').add('part');
  return lines.map(({ text, heading }, at) => {
    if (known[at]) return true;
    if (text.length > HEADING || /[。；，]$/u.test(text.trim()) || /。./u.test(text)) return false;
    if (where(text).share >= 0.5) return false;
    const { kind } = cutMark(text);
    const styled = heading !== undefined && heading > 0 && levels.has(heading);
    return styled || (kind !== undefined && (kind === 'chapter' || kind === 'part') && kinds.has(kind));
  });
}

function structure(sent: SentDocument, lines: FileParagraph[]): Pick<ReadDocument, 'opening' | 'chapters' | 'closing'> {
  const starts = chapterStarts(sent, lines);
  const where = createWhere(sent);
  const first = starts.indexOf(true);
  const before = first < 0 ? lines : lines.slice(0, first);
  const lastStart = starts.lastIndexOf(true);
  const closing = sent.sections.find((one) => one.kind === 'closing');
  // The closing is ours again, or whatever stands unnumbered where it stood.
  const tail = lines.findIndex(
    ({ text }, at) => at > lastStart && closing !== undefined && where(text).section === closing.id,
  );
  const lastLine = lines.at(-1);
  const unknown =
    closing !== undefined &&
    first >= 0 &&
    tail < 0 &&
    lastLine !== undefined &&
    lines.length - 1 > lastStart + 1 &&
    cutMark(lastLine.text).kind === undefined &&
    where(lastLine.text).share < 0.2 &&
    lastLine.text.length < 200;
  const end = tail >= 0 ? tail : unknown ? lines.length - 1 : lines.length;
  const chapters: ReadChapter[] = [];
  const body = first < 0 ? [] : lines.slice(first, end);
  const begins = starts.slice(first < 0 ? lines.length : first);
  for (let at = 0; at < body.length; ) {
    let next = at + 1;
    while (next < body.length && !begins[next]) next++;
    const heading = cutMark(body[at]?.text ?? '').rest;
    chapters.push({
      heading,
      blocks: blocksIn(
        sent,
        heading,
        body.slice(at + 1, next).map((one) => one.text.trim()),
      ),
    });
    at = next;
  }
  const opened = first < 0 ? before.slice(0, end) : before;
  return {
    opening: opened.map(({ text }) => text.trim()),
    chapters,
    closing: lines.slice(end).map(({ text }) => text.trim()),
  };
}

/** The lead, and then a block for each point. */
function blocksIn(sent: SentDocument, _heading: string, lines: string[]): Block[] {
  const where = createWhere(sent);
  const points = sent.sections.filter((one) => one.kind === 'point');
  const begun = new Set<string>();
  const blocks: Block[] = [];
  /** Kinds of numbers its points have, from those that are known. */
  const kinds = new Set<MarkKind>();
  let count = 0;
  for (const line of lines) {
    const { kind, number, rest } = cutMark(line);
    const lead = leadOf(rest);
    const likely = points
      .filter((one) => !begun.has(one.id) && one.heading !== '')
      .map((one) => ({ id: one.id, score: headLikeness(rest, lead, one.heading) }))
      .reduce((a, b) => (b.score > a.score ? b : a), { id: '', score: 0 });
    const at = where(line);
    const said = points.find((one) => one.id === at.section && at.line === 0);
    const inside = at.section !== undefined && at.line > 0 && at.share >= LIKE;
    // Words of one paragraph never begin two points, and what stood inside a text stays inside one.
    const byHeading = likely.score >= (kind === undefined ? 0.75 : LIKE) ? likely.id : undefined;
    const unheaded = said && said.heading === '' && at.share >= LIKE && !begun.has(said.id) ? said.id : undefined;
    const known = byHeading ?? unheaded;
    const fresh =
      known === undefined &&
      kind !== undefined &&
      !inside &&
      (kinds.size === 0 ? kind === 'is' || kind === 'bracket' || number === 1 : kinds.has(kind)) &&
      number === count + 1;
    if (known === undefined && !fresh) {
      const last = blocks.at(-1);
      if (last) last.lines.push(line);
      else blocks.push({ kind: 'lead', lines: [line] });
      continue;
    }
    if (known !== undefined) begun.add(known);
    if (kind !== undefined) kinds.add(kind);
    count += 1;
    blocks.push({ kind: 'point', lines: [rest], ...(known === undefined ? {} : { known }) });
  }
  return blocks;
}

/** Up to the first full stop. */
export function leadOf(text: string): string {
  return /^[^。！？；：\n]*/u.exec(text)?.[0] ?? text;
}

function headLikeness(rest: string, lead: string, heading: string): number {
  if (bareOf(rest).startsWith(bareOf(heading))) return 1;
  return lead.length <= heading.length * 2 + 10 ? likeness(lead, heading) : 0;
}
