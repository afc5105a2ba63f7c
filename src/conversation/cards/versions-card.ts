// A section's versions with who, when and why, a page at a time; and two of them compared. Data only.
import type { Version } from '../../report/report.ts';
import type { Block, Card } from '../card.ts';
import { compareTexts } from '../compare-texts.ts';
import type { Kept } from '../history.ts';
import { rewriteWords } from '../rewrite-wording.ts';
import { cut, oneLine, showPerson, showTime } from '../value.ts';
import { button, type Offer } from './choice-card.ts';

const PER_PAGE = 6;
const TEXT_SHOWN = 2800;

export interface Listed {
  report: string;
  section: string;
  name: string;
  /** Newest first. */
  all: Kept[];
  /** Number of the one in use. */
  now: number;
  page: number;
  /** Printed length of a version's text. */
  lengthOf: (version: Version) => number;
}

export function versionsCard({ report, section, name, all, now, page, lengthOf }: Listed): Card {
  const last = Math.max(0, Math.ceil(all.length / PER_PAGE) - 1);
  const at = Math.min(Math.max(0, page), last);
  const on = { report, section };
  const blocks = all.slice(at * PER_PAGE, (at + 1) * PER_PAGE).flatMap(({ version, undone }, index): Block[] => {
    const { number } = version;
    const line = rewriteWords.versionLine(number, showTime(version.at), authorOf(version), lengthOf(version));
    const mark = number === now ? `　${rewriteWords.inUse}` : undone ? `　${rewriteWords.undone}` : '';
    const offers: Offer[] = [
      { text: rewriteWords.look(number), value: { action: 'compare_texts', from: number, to: now, ...on } },
      { text: rewriteWords.restore(number), value: { action: 'restore_text', number, ...on } },
    ];
    return [
      ...(index > 0 ? [{ type: 'divider' as const }] : []),
      { type: 'text', text: line + mark, ...(number === now ? { tone: 'good' as const } : {}) },
      { type: 'text', text: whyOf(version), tone: 'muted' },
      ...(number === now ? [] : [{ type: 'buttons' as const, buttons: offers.map(button) }]),
    ];
  });
  const turning: Offer[] = [
    ...(at > 0 ? [{ text: rewriteWords.newer, value: { action: 'text_versions', page: at - 1, ...on } }] : []),
    ...(at < last ? [{ text: rewriteWords.older, value: { action: 'text_versions', page: at + 1, ...on } }] : []),
  ];
  if (turning.length > 0) blocks.push({ type: 'buttons', buttons: turning.map(button) });
  return { title: rewriteWords.versionsTitle(name, all.length), tone: 'blue', blocks };
}

export interface Compared {
  report: string;
  section: string;
  name: string;
  from: { version: Version; text: string };
  to: { version: Version; text: string };
  now: number;
}

export function comparedCard({ report, section, name, from, to, now }: Compared): Card {
  const on = { report, section };
  const old = from.version.number;
  const about = [from.version, to.version].map(
    (one) => `${rewriteWords.version(one.number)}：${showTime(one.at)}　${authorOf(one)}　${whyOf(one)}`,
  );
  const offers: Offer[] = [from.version, to.version]
    .filter(({ number }) => number !== now)
    .map(({ number }) => ({ text: rewriteWords.restore(number), value: { action: 'restore_text', number, ...on } }));
  offers.push({ text: rewriteWords.all, value: { action: 'text_versions', page: 0, ...on } });
  return {
    title: rewriteWords.comparedTitle(name, old, to.version.number),
    tone: 'blue',
    blocks: [
      { type: 'text', text: about.join('\n'), tone: 'muted' },
      ...differenceBlocks(from.text, to.text, [rewriteWords.version(old), rewriteWords.version(to.version.number)]),
      { type: 'buttons', buttons: offers.map(button) },
    ],
  };
}

/** Marked where the two can be read as one, else one after the other under these titles. */
export function differenceBlocks(before: string, after: string, titles: [string, string]): Block[] {
  const long = before.length > TEXT_SHOWN || after.length > TEXT_SHOWN;
  const pieces = long ? undefined : compareTexts(before, after);
  if (pieces) {
    return [
      { type: 'marked', pieces },
      { type: 'text', text: rewriteWords.marks, tone: 'muted' },
    ];
  }
  return [
    { type: 'text', text: rewriteWords.tooDifferent, tone: 'muted' },
    { type: 'text', text: titles[1], bold: true },
    { type: 'text', text: cut(after, TEXT_SHOWN) },
    { type: 'fold', title: titles[0], blocks: [{ type: 'text', text: cut(before, TEXT_SHOWN), tone: 'muted' }] },
  ];
}

function authorOf({ by }: Version): string {
  if (by.type === 'person') return showPerson(by.person);
  return by.type === 'model' ? rewriteWords.model : rewriteWords.phrasebook;
}

function whyOf({ by, why }: Version): string {
  const prompt = by.type === 'model' ? by.prompt : by.type === 'phrasebook' ? by.id : '';
  return rewriteWords.why(cut(oneLine(why === '' ? rewriteWords.firstDraft : why), 80), prompt);
}
