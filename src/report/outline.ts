// What a report of one kind consists of: chapters, points and the slots they ask for. Data only; no rule of conversation.

/**
 * What a slot holds. `figure`: a quantity, rendered by us. `name`: a title or campaign, rendered verbatim.
 * `text`: narrative that a writer may rephrase. `list`: several narrative items (rendered 一是… or （1）…).
 */
type SlotType = 'figure' | 'name' | 'text' | 'list';

/** What the outline asks for; a fact is its value. Authored in outline.yaml. */
export interface Slot {
  id: string;
  type: SlotType;
  /** What it is called in the conversation, e.g. 集体学习次数. Unique within the outline. */
  label: string;
  /** The question as an office worker would put it. */
  question: string;
  /** For figures: the unit to print, with no scale (`元`, `次`, `%`). */
  unit?: string;
  /** For figures: the scale usually written, e.g. `亿`; a hint for reading and for plausibility, never imposed. */
  scale?: string;
  /** Further units accepted as naming the same thing (`场` for `次`). */
  units?: string[];
  /** Words that point at this slot in a message, most specific first. */
  keywords: string[];
  /** Words that rule it out although a keyword matches. */
  not?: string[];
  /** The section whose text tells this fact. */
  section: string;
  required: boolean;
  /** Sections whose text may hold its token, default `[section]`. */
  appears?: string[];
  /** For a growth rate: the slot whose change it states. */
  growth_of?: string;
  /** For a part: the whole it belongs to. */
  part_of?: string;
  /** For last year's amount: the slot it is the counterpart of. Never asked unbidden, printed nowhere. */
  last_year_of?: string;
  /** For figures: computed from other slots when nobody gave it, in the language of checks (`a - b`, `a / b * 100`). */
  derived?: string;
  /** Decimal places a derived figure is rounded to; without it the figure must come out exactly. */
  places?: number;
  /** What must be known of its figure besides the value; asked for once where it was not said. */
  needs?: ('status' | 'scope' | 'deed')[];
  /** Added to this one report for something that fitted nowhere; the phrasebook says it plainly. */
  added?: boolean;
  /** What is printed for 0 and 1, where the plain form would read badly. */
  zero?: string;
  one?: string;
  /** Used when nobody gave a value and the text still needs words (never for figures). */
  fallback?: string;
}

/** The smallest piece of text with versions of its own: opening, a chapter's lead, a point, closing. */
export interface Section {
  id: string;
  /** A point's self-standing lead sentence without its mark, e.g. 坚持不懈强化理论武装; empty for opening, lead, closing. */
  heading: string;
  kind: 'opening' | 'lead' | 'point' | 'closing';
  /** Guidance to a writer, in our own words. */
  brief: string;
  /** Fixed formulations that must stand in the text, e.g. “两个确立”. */
  formulations: string[];
  /** Slots told here, in the order they are told. */
  slots: string[];
  /** Wanted length in characters. */
  length: number;
}

export interface Chapter {
  id: string;
  /** Without its number: 突出思想引领，持续筑牢对党忠诚的政治根基. */
  heading: string;
  lead?: Section;
  points: Section[];
}

/** A relation between slots that must hold, in a small expression language (`report/check.ts`). */
export interface Check {
  id: string;
  /** e.g. `party_days == branches * 12`, `local_revenue <= total_revenue`. */
  rule: string;
  /** What is asked when it does not hold. */
  question: string;
  /** `ask` (the default) puts it to the user when it fails; `hint` only stands in the list of what to look at again. */
  severity?: 'ask' | 'hint';
}

export interface Outline {
  /** Folder name under prompts/outlines, e.g. `party-building`. */
  kind: string;
  version: number;
  /** 基层党建述职报告 */
  name: string;
  /** What people call it. */
  aliases: string[];
  /** May hold name tokens and `{{year}}`. */
  title: string;
  /** Who the organisation is, for the model's context. */
  setting: string;
  opening: Section;
  chapters: Chapter[];
  closing: Section;
  slots: Slot[];
  checks: Check[];
}

/** Every section in reading order: opening, each chapter's lead and points, closing. */
export function sectionsOf(outline: Outline): Section[] {
  const chapters = outline.chapters.flatMap((chapter) =>
    chapter.lead ? [chapter.lead, ...chapter.points] : chapter.points,
  );
  return [outline.opening, ...chapters, outline.closing];
}

/** The sections that a chapter id, `opening` or `closing` stands for; a section's own id gives just it; unknown gives none. */
export function sectionsUnder(outline: Outline, id: string): Section[] {
  const chapter = outline.chapters.find((one) => one.id === id);
  if (chapter) return chapter.lead ? [chapter.lead, ...chapter.points] : chapter.points;
  return sectionsOf(outline).filter((section) => section.id === id);
}

export function slotOf(outline: Outline, id: string): Slot | undefined {
  return outline.slots.find((slot) => slot.id === id);
}
