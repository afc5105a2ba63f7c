// Catches a figure told as another: a growth beside the wrong base, or one of two like-unit figures under the other's name.

import type { Finding } from './finding.ts';
import { type Outline, type Slot, slotOf } from './outline.ts';
import type { Piece } from './token.ts';

/** A growth token follows its own base with no other base between; where its base is not told, its own clause names it. */
export function swappedGrowth(pieces: Piece[], outline: Outline): Finding[] {
  const owners = outline.slots.flatMap((slot) => (slot.growth_of === undefined ? [] : [slot.growth_of]));
  const told = new Set(pieces.flatMap((piece) => (piece.type === 'token' ? [piece.slot] : [])));
  const findings: Finding[] = [];
  let base: string | undefined;
  for (const [at, piece] of pieces.entries()) {
    if (piece.type !== 'token') continue;
    if (owners.includes(piece.slot)) base = piece.slot;
    const owner = slotOf(outline, piece.slot)?.growth_of;
    if (owner === undefined || base === owner) continue;
    if (!told.has(owner) && names(clauseBefore(pieces, at, outline), owner, owners, outline)) continue;
    const quote = `{{${piece.slot}}}`;
    findings.push({
      code: 'growth_misplaced',
      message: `${quote} 说的是 {{${owner}}} 的变化，要紧跟在它后面，中间不能隔着别的数。`,
      quote,
    });
  }
  return findings;
}

/** Whether the words name this base, and no other base more closely. */
function names(words: string, base: string, bases: string[], outline: Outline): boolean {
  const length = (id: string) => {
    const slot = slotOf(outline, id);
    return slot ? longestKeyword(slot, words) : 0;
  };
  return length(base) > Math.max(0, ...bases.filter((other) => other !== base).map(length));
}

/**
 * Within one section, slots of one unit are rivals: the words nearest a token must not name a rival rather than itself.
 * A name of its own right behind it settles it (书记党课和{{meetings}}组织生活会); else what stands before it in its
 * clause counts first, then the whole clause, then the sentence since the figure before. Of two exchanged tokens at
 * least one has the wrong name before it and none of its own behind.
 */
export function swappedRivals(pieces: Piece[], outline: Outline): Finding[] {
  return pieces.flatMap((piece, at): Finding[] => {
    const slot = piece.type === 'token' ? slotOf(outline, piece.slot) : undefined;
    if (slot?.type !== 'figure' || slot.growth_of !== undefined) return [];
    const rivals = outline.slots.filter((other) => isRival(slot, other));
    const behind = clauseAfter(pieces, at);
    if (longestKeyword(slot, behind) > 0 && !nearerRival(slot, rivals, behind)) return [];
    const clause = clauseBefore(pieces, at, outline);
    const sentence = /[^。！？\n]*$/u.exec(before(pieces, at, outline))?.[0] ?? '';
    const words = [clause, `${clause}|${behind}`, sentence].find((some) =>
      [slot, ...rivals].some((one) => longestKeyword(one, some) > 0),
    );
    const rival = words === undefined ? undefined : nearerRival(slot, rivals, words);
    return rival ? [swapped(slot, rival)] : [];
  });
}

/** The rival that these words name more closely than the slot itself. */
function nearerRival(slot: Slot, rivals: Slot[], words: string): Slot | undefined {
  // Its name may be taken apart: 退税、减税、降费合计.
  const own = Math.max(longestKeyword(slot, words), longestKeyword(slot, words.replaceAll('、', '')));
  return rivals
    .filter((rival) => longestKeyword(rival, words) > own)
    .toSorted((a, b) => longestKeyword(b, words) - longestKeyword(a, words))[0];
}

function swapped(slot: Slot, rival: Slot): Finding {
  const quote = `{{${slot.id}}}`;
  const message = `${quote} 是“${slot.label}”，这里的文字说的却像是“${rival.label}”，请对调或改写。`;
  return { code: 'figures_swapped', message, quote };
}

function isRival(slot: Slot, other: Slot): boolean {
  return (
    other.type === 'figure' &&
    other.id !== slot.id &&
    other.section === slot.section &&
    other.unit === slot.unit &&
    other.growth_of === undefined
  );
}

function clauseAfter(pieces: Piece[], at: number): string {
  const next = pieces[at + 1];
  return next?.type === 'text' ? (/^[^，。；、：！？\n]*/u.exec(next.text)?.[0] ?? '') : '';
}

function clauseBefore(pieces: Piece[], at: number, outline: Outline): string {
  return /[^，。；、：！？\n]*$/u.exec(before(pieces, at, outline))?.[0] ?? '';
}

/** The words since the figure before this one. */
function before(pieces: Piece[], at: number, outline: Outline): string {
  let words = '';
  for (const piece of pieces.slice(0, at)) {
    if (piece.type === 'token' && slotOf(outline, piece.slot)?.type === 'figure') words = '';
    if (piece.type === 'text') words += piece.text;
  }
  return words;
}

function longestKeyword(slot: Slot, words: string): number {
  return Math.max(0, ...slot.keywords.filter((keyword) => words.includes(keyword)).map((keyword) => keyword.length));
}
