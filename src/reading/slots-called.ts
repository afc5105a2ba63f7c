// Which slots are meant when things are divided: 留抵退税, 减税那几项, 第四章, 收入和支出. Pure; empty where nothing of the outline is so called.
import { isAskedFor } from '../conversation/plan.ts';
import { type Outline, type Slot, sectionsUnder } from '../report/outline.ts';
import { findPlace } from './place.ts';

const separators = /[、,，]|(?<=.{2})(?:和|及|以及|与|还有)(?=.{2})/u;

/** In the outline's order, each once. */
export function slotsCalled(words: string, outline: Outline | undefined): string[] {
  if (!outline) return [];
  const slots = outline.slots.filter(isAskedFor);
  // 税费和社保 may be one name or two: two where each of them names something.
  const parts = words.split(separators).map((one) => called(one, slots, outline));
  const found = parts.every((one) => one.length > 0) ? parts.flat() : called(words, slots, outline);
  const ids = new Set(found.map((slot) => slot.id));
  return slots.filter((slot) => ids.has(slot.id)).map((slot) => slot.id);
}

function called(said: string, slots: Slot[], outline: Outline): Slot[] {
  const name = said.replace(/\s/gu, '');
  if (name.length < 2) return [];
  const exact = slots.filter((slot) => slot.label === name);
  if (exact.length > 0) return exact;
  const inLabel = slots.filter((slot) => slot.label.includes(name));
  if (inLabel.length > 0) return inLabel;
  const isPlace =
    /第?[一二三四五六七八九十\d]+(?:大?部分|章|大?块)|[（(][一二三四五六七八九十\d]+[）)]|开头|结尾/u.test(name);
  const place = isPlace ? findPlace(name, outline)?.section : undefined;
  if (place !== undefined) {
    const sections = new Set(sectionsUnder(outline, place).map((section) => section.id));
    return slots.filter((slot) => sections.has(slot.section));
  }
  const both = halves(name, slots);
  if (both.length > 0) return both;
  const byWord = slots.filter((slot) => slot.keywords.some((word) => word === name));
  if (byWord.length > 0) return byWord;
  const inWord = slots.filter((slot) => slot.keywords.some((word) => word.includes(name) || name.includes(word)));
  // One loose word that names half the outline names nothing.
  return inWord.length > slots.length / 3 ? [] : inWord;
}

/** 收入支出: two names with nothing between them, each of them part of a label. */
function halves(name: string, slots: Slot[]): Slot[] {
  const characters = [...name];
  for (let at = 2; at <= characters.length - 2; at++) {
    const parts = [characters.slice(0, at).join(''), characters.slice(at).join('')];
    const [one = [], other = []] = parts.map((part) => slots.filter((slot) => slot.label.includes(part)));
    if (one.length > 0 && other.length > 0) return [...one, ...other];
  }
  return [];
}
