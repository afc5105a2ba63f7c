// A person's own words into the report: exactly as said, by no model, as a version by that person. Must never change a word it was not asked to.
import {
  anchorTyped,
  type EditContext,
  type Edited,
  findWords,
  type Place,
  shownText,
  splice,
  type Typed,
  takeText,
} from '../report/edit-text.ts';
import { type Section, sectionsOf, slotOf } from '../report/outline.ts';
import type { UndoStep } from '../report/report.ts';
import { flattenChapter, retitle } from '../report/restructure.ts';
import { tokensIn } from '../report/token.ts';
import type { EditDeed, ProposalItem, TextEdit } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { askHomes, isTold } from './homes.ts';
import { nameOf } from './plan.ts';
import { ask, propose } from './proposal.ts';
import { putFact } from './put-fact.ts';
import { putOutline } from './put-outline.ts';
import { dropText, overtake, putText, versionOf } from './put-version.ts';
import { sayNoPlace } from './say-no-place.ts';
import { isChapter, placeOf, sectionsAt } from './spot.ts';
import { headingOf, neighbours } from './structure.ts';
import { actorOf, remember, type Scene, say, setLast } from './turn.ts';
import { cut, oneLine, showValue } from './value.ts';
import { words } from './wording.ts';

type Of<T extends TextEdit['type']> = Extract<TextEdit, { type: T }>;
type Changes = UndoStep['changes'];

/** Somewhere the words stand. */
interface Hit {
  section: string;
  place: Place;
}

/** What one edit did to one section. */
interface Done {
  section: string;
  before: string;
  edited: Edited;
}

const SHOWN = 30;
const PLACES_OFFERED = 8;

export function editText(scene: Scene, edit: TextEdit): undefined {
  switch (edit.type) {
    case 'replace':
    case 'insert':
      return changeWords(scene, edit);
    case 'append':
      return append(scene, edit);
    case 'take_text':
      return take(scene, edit);
  }
}

function contextOf({ report, outline }: Scene, section: string): EditContext {
  return { outline, year: report.year, facts: report.facts, section };
}

function changeWords(scene: Scene, edit: Of<'replace'> | Of<'insert'>): undefined {
  const { turn, outline } = scene;
  const { spot } = edit;
  const find = edit.type === 'replace' ? edit.find : edit.near;
  const place = spot && placeOf(scene, spot);
  if (spot && (place === undefined || place === 'title')) {
    return place === 'title' && edit.type === 'replace' ? renameIn(scene, 'title', edit) : sayNoPlace(scene, spot);
  }
  const sections = place === undefined ? sectionsOf(outline) : sectionsAt(outline, place);
  const hits = hitsIn(scene, sections, find);
  if (hits.length === 0) return notThere(scene, edit, find, place);
  if (edit.which === 'all') return apply(scene, edit, hits);
  const chosen = edit.which === undefined ? undefined : hits[edit.which];
  const [only, another] = chosen ? [chosen] : hits;
  if (only && !another) return apply(scene, edit, [only]);
  offerPlaces(scene, edit, find, hits);
  if (edit.which !== undefined) say(turn, editWords.textMoved);
}

function hitsIn(scene: Scene, sections: Section[], find: string): Hit[] {
  return sections.flatMap(({ id }) => {
    const text = versionOf(scene, id)?.text;
    if (text === undefined) return [];
    return findWords(shownText(text, contextOf(scene, id)), find).map((place) => ({ section: id, place }));
  });
}

/** The words may stand in a heading, which is no section's text. */
function notThere(
  scene: Scene,
  edit: Of<'replace'> | Of<'insert'>,
  find: string,
  place: string | undefined,
): undefined {
  const { turn, report, outline } = scene;
  const ids = outline.chapters.flatMap((chapter) => [chapter.id, ...chapter.points.map((point) => point.id)]);
  const under = new Set(
    place === undefined || place === 'all' ? ids : [place, ...sectionsAt(outline, place).map((one) => one.id)],
  );
  const titled = ids.filter((id) => under.has(id) && headingOf(outline, id)?.includes(find));
  const [only, another] = titled;
  if (edit.type === 'replace' && only !== undefined && !another) return renameIn(scene, only, edit);
  const drafted = Object.keys(report.sections).length > 0;
  const where = place === undefined || place === 'all' ? '' : nameOf(outline, place);
  const written = place === undefined || sectionsAt(outline, place).some((one) => report.sections[one.id]);
  if (drafted && written) return say(turn, editWords.notFound(cut(find, SHOWN), where));
  say(turn, editWords.notDraftedYet(where === '' ? editWords.title : where));
}

function renameIn(scene: Scene, place: string, { find, put }: Of<'replace'>): undefined {
  const { turn, outline } = scene;
  const before = headingOf(outline, place) ?? '';
  const after = before.replace(find, () => put).trim();
  const name = place === 'title' ? editWords.title : nameOf(outline, place).replace(/“.*$/u, '');
  if (after === '' || after === before) return say(turn, editWords.notFound(cut(find, SHOWN), name));
  const change = putOutline(scene, retitle(outline, place, after));
  remember(scene, { what: editWords.retitleStep(name, before, after), changes: [change] });
  say(turn, editWords.retitled(name, before, after));
}

function offerPlaces(scene: Scene, edit: Of<'replace'> | Of<'insert'>, find: string, hits: Hit[]): undefined {
  const { outline } = scene;
  const spots = hits.slice(0, PLACES_OFFERED).map(({ section, place }): ProposalItem['choices'][number] => {
    const shown = shownText(versionOf(scene, section)?.text ?? '', contextOf(scene, section));
    const around = shown.slice(Math.max(0, place.start - 6), place.end + 6);
    const which = hits.filter((one) => one.section === section).findIndex((one) => one.place === place);
    const name = nameOf(outline, section).replace(/“.*$/u, '');
    const command = { ...edit, spot: { section, words: '' }, which };
    return {
      text: `${name}：…${oneLine(around)}…`,
      deed: { type: 'command', command: { type: 'edit_text', edit: command } },
    };
  });
  const all: EditDeed = { type: 'command', command: { type: 'edit_text', edit: { ...edit, which: 'all' } } };
  ask(scene, editWords.whichTitle(cut(find, 12), hits.length), whatOf(edit), [
    ...spots,
    { text: editWords.everywhere, deed: all },
  ]);
}

function whatOf(edit: Of<'replace'> | Of<'insert'>): string {
  if (edit.type === 'insert') return editWords.insertWhat(cut(edit.put, SHOWN));
  const find = cut(edit.find, SHOWN);
  return edit.put === '' ? editWords.deleteWhat(find) : editWords.replaceWhat(find, cut(edit.put, SHOWN));
}

/** Later places first, so that the earlier ones stay where they were found. */
function apply(scene: Scene, edit: Of<'replace'> | Of<'insert'>, hits: Hit[]): undefined {
  const { turn, outline } = scene;
  const done: Done[] = [];
  for (const section of new Set(hits.map((one) => one.section))) {
    const before = versionOf(scene, section)?.text ?? '';
    const context = contextOf(scene, section);
    const edited = hits
      .filter((one) => one.section === section)
      .reverse()
      .reduce<Edited>((made, { place }) => step(made, splice(made.text, context, spotFor(edit, place), edit.put)), {
        text: before,
        untold: [],
        words: [],
        typed: [],
      });
    done.push({ section, before, edited });
  }
  const where = [...new Set(done.map((one) => nameOf(outline, one.section).replace(/“.*$/u, '')))].join('、');
  if (done.every((one) => one.before === one.edited.text)) return say(turn, editWords.sameText);
  const find = edit.type === 'replace' ? cut(edit.find, SHOWN) : '';
  const put = cut(edit.put, SHOWN);
  const text =
    edit.type === 'insert'
      ? editWords.inserted(put, where)
      : edit.put === ''
        ? editWords.deleted(find, where, hits.length)
        : editWords.replaced(find, put, where, hits.length);
  finish(scene, done, { what: editWords.editStep(whatOf(edit), where), text });
}

function spotFor(edit: Of<'replace'> | Of<'insert'>, place: Place): Place {
  if (edit.type === 'replace') return place;
  const at = edit.side === 'before' ? place.start : place.end;
  return { start: at, end: at };
}

function step(made: Edited, next: Edited): Edited {
  const there = new Set(tokensIn(next.text));
  const untold = [...new Set([...made.untold, ...next.untold])].filter((slot) => !there.has(slot));
  return {
    text: next.text,
    untold,
    words: [...new Set([...made.words, ...next.words])].filter((slot) => !there.has(slot)),
    typed: [...next.typed, ...made.typed],
  };
}

function append(scene: Scene, edit: Of<'append'>): undefined {
  const { turn, outline } = scene;
  const said = edit.put.trim();
  if (said === '') return say(turn, editWords.nothingToPut);
  const place = placeOf(scene, edit.spot);
  if (place === undefined && edit.spot.words === '' && edit.spot.point === undefined) return offerEnds(scene, edit);
  if (place === undefined || place === 'title') return sayNoPlace(scene, edit.spot);
  const sections = place === 'all' ? sectionsOf(outline) : sectionsAt(outline, place);
  const section = edit.at === 'start' ? sections[0] : sections.at(-1);
  if (!section) return sayNoPlace(scene, edit.spot);
  const before = versionOf(scene, section.id)?.text;
  const name = nameOf(outline, section.id);
  if (before === undefined) return say(turn, editWords.notDraftedYet(name));
  const context = contextOf(scene, section.id);
  const shown = shownText(before, context);
  const put = /[。！？；…”）]$/u.test(said) ? said : `${said}。`;
  const end = shown.trimEnd().length;
  const open = end > 0 && !/[。！？；…”）：]$/u.test(shown.trimEnd());
  const edited =
    edit.at === 'start'
      ? splice(before, context, { start: 0, end: 0 }, put)
      : splice(before, context, { start: end, end }, (open ? '。' : '') + put);
  const where = `${name.replace(/“.*$/u, '')}${edit.at === 'start' ? '开头' : '末尾'}`;
  const what = editWords.editStep(editWords.insertWhat(cut(said, SHOWN)), where);
  finish(scene, [{ section: section.id, before, edited }], { what, text: editWords.inserted(cut(said, SHOWN), where) });
}

function offerEnds(scene: Scene, edit: Of<'append'>): undefined {
  const { report, outline } = scene;
  const ends = [...outline.chapters.flatMap((one) => one.points.at(-1) ?? one.lead ?? []), outline.closing];
  const choices = ends
    .filter((section) => report.sections[section.id])
    .map(({ id }): ProposalItem['choices'][number] => {
      const command = { ...edit, spot: { section: id, words: '' } };
      const text = editWords.endOf(nameOf(outline, id).replace(/“.*$/u, ''));
      return { text, deed: { type: 'command', command: { type: 'edit_text', edit: command } } };
    });
  if (choices.length === 0) return say(scene.turn, editWords.notDraftedYet(editWords.title));
  ask(scene, editWords.appendWhere, editWords.insertWhat(cut(edit.put, SHOWN)), choices);
}

function take(scene: Scene, { text: said, spot }: Of<'take_text'>): undefined {
  const { turn, outline } = scene;
  const whole = said.trim();
  if (whole === '') return say(turn, editWords.nothingToPut);
  const place = placeOf(scene, spot);
  if (place === undefined || place === 'all' || place === 'title') return sayNoPlace(scene, spot);
  const text = isChapter(outline, place) ? withoutHeading(whole, headingOf(outline, place) ?? '') : whole;
  const sections = sectionsAt(outline, place);
  const name = nameOf(outline, place);
  const said2 = { what: editWords.editStep(editWords.takeWhat, name), text: editWords.taken(name, lengthOf(text)) };
  const [only, another] = sections;
  if (!only) return sayNoPlace(scene, spot);
  if (!another) {
    const before = versionOf(scene, only.id)?.text ?? '';
    const edited = takeText(before, contextOf(scene, only.id), text);
    const untold = [...new Set([...edited.untold, ...untoldBy(scene, edited.text, [only])])];
    return finish(scene, [{ section: only.id, before, edited: { ...edited, untold } }], said2);
  }
  if (isChapter(outline, place)) takeChapter(scene, place, text, said2);
}

const lengthOf = (text: string): number => [...text.replace(/\s/gu, '')].length;

/** Figures recorded for these sections that the text does not tell. */
function untoldBy({ report, outline }: Scene, text: string, sections: Section[]): string[] {
  const told = new Set(tokensIn(text));
  const ids = new Set(sections.map((one) => one.id));
  return outline.slots
    .filter((slot) => ids.has(slot.section) && slot.type === 'figure' && report.facts[slot.id]?.value.type === 'figure')
    .map((slot) => slot.id)
    .filter((id) => !told.has(id));
}

/** A whole chapter in a person's words: its points give way to one text, and their slots follow where it tells them. */
function takeChapter(scene: Scene, chapter: string, text: string, said: { what: string; text: string }): undefined {
  const { outline } = scene;
  const old = sectionsAt(outline, chapter);
  const ids = old.map((one) => one.id);
  const lead = outline.chapters.find((one) => one.id === chapter)?.lead?.id ?? `${chapter}_text`;
  const slots = outline.slots.filter((slot) => ids.includes(slot.section)).map((slot) => slot.id);
  const texts = old.flatMap((one) => versionOf(scene, one.id)?.text ?? []);
  // Read with every slot of the chapter at hand; those it tells stay with it.
  const trial = { ...contextOf(scene, lead), outline: flattenChapter(outline, chapter, lead, slots) };
  const edited = takeText(texts.join('\n'), trial, text);
  const told = tokensIn(edited.text);
  const next = flattenChapter(outline, chapter, lead, told);
  const near = neighbours(outline, next, ids).filter((id) => id !== lead);
  overtake(scene, ids);
  const changes: Changes = [putOutline(scene, next)];
  for (const id of ids.filter((one) => one !== lead)) changes.push(...dropText(scene, id));
  finish(scene, [{ section: lead, before: texts.join('\n'), edited: { ...edited, untold: [] } }], said, changes);
  askHomes(scene, { slots: slots.filter((id) => !told.includes(id)), texts, near });
}

/** A chapter pasted with its heading over it: the heading stands there already. */
function withoutHeading(text: string, heading: string): string {
  const [first = '', ...rest] = text.split('\n');
  const bare = first
    .trim()
    .replace(
      /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十\d]+(?:章|部分))\s*/u,
      '',
    );
  return rest.length > 0 && bare.replace(/。$/u, '') === heading ? rest.join('\n') : text;
}

/** New versions, one undo step, what was done in a sentence, and what follows from it as questions. */
function finish(scene: Scene, done: Done[], said: { what: string; text: string }, more: Changes = []): undefined {
  const { turn, outline } = scene;
  const person = actorOf(turn);
  if (!person) return;
  const changes = done.map(({ section, edited }) =>
    putText(scene, section, edited.text, { type: 'person', person }, said.what),
  );
  remember(scene, { what: said.what, changes: [...more, ...changes] });
  const [first] = done;
  if (first) setLast(scene, first.section);
  say(turn, said.text);
  const literal = done.flatMap((one) => one.edited.words).flatMap((id) => slotOf(outline, id)?.label ?? []);
  if (literal.length > 0) say(turn, editWords.nowWords(literal));
  askTyped(scene, done);
  for (const { section, before, edited } of done) {
    const slots = edited.untold.filter(
      (id) => !edited.words.includes(id) && !edited.typed.some((one) => one.slot === id),
    );
    const gone = slots.filter((id) => !isTold(scene, id));
    const near = neighbours(outline, outline, [section]).filter((id) => id !== section);
    askHomes(scene, { slots: gone.filter((id) => slotOf(outline, id)?.type !== 'name'), texts: [before], near });
  }
}

/** Figures among a person's words that no fact stands behind: recorded too, or only written. */
function askTyped(scene: Scene, done: Done[]): undefined {
  const { report, outline } = scene;
  const items = done.flatMap(({ section, edited }) =>
    edited.typed.flatMap((typed): ProposalItem[] => {
      if (typed.same) return [];
      const slot = typed.slot === undefined ? undefined : slotOf(outline, typed.slot);
      const fact = slot && report.facts[slot.id];
      const around = cut(oneLine(typed.around), 40);
      const text =
        slot && fact
          ? editWords.typedDiffers(typed.text, slot.label, showValue(fact.value), around)
          : editWords.typedNew(typed.text, around);
      return [
        {
          text,
          choices: [
            ...recordChoices(section, typed, slot?.label),
            { text: editWords.onlyInText, deed: { type: 'leave' } },
          ],
        },
      ];
    }),
  );
  propose(scene, editWords.typedTitle(items.length), items);
}

function recordChoices(section: string, typed: Typed, label: string | undefined): ProposalItem['choices'] {
  const { slot, quantity, text } = typed;
  if (slot === undefined || label === undefined)
    return [{ text: editWords.toMaterials, deed: { type: 'material', words: typed.around } }];
  const value = { type: 'figure' as const, quantity };
  return [{ text: editWords.recordAs(label, text), deed: { type: 'record_typed', slot, section, text, value } }];
}

/** The typed figure becomes the fact, and stands in the text for it. */
export function recordTyped(scene: Scene, deed: Extract<EditDeed, { type: 'record_typed' }>): undefined {
  const { turn, outline } = scene;
  const { slot, section, text, value } = deed;
  const by = actorOf(turn);
  const label = slotOf(outline, slot)?.label ?? slot;
  if (!by) return;
  const version = versionOf(scene, section);
  // Since the question was put the words may have been taken out again.
  if (!version || !shownText(version.text, contextOf(scene, section)).includes(text)) {
    return say(turn, words.questionGone);
  }
  const source = { by, at: turn.event.at, event: turn.event.id, words: text };
  const changes: Changes = [putFact(scene, slot, value, source)];
  const after = anchorTyped(version.text, contextOf(scene, section), text, slot);
  if (after !== version.text) changes.push(putText(scene, section, after, version.by, version.why));
  remember(scene, { what: editWords.recordAs(label, text), changes });
  say(turn, editWords.recordedTyped(label, text));
}
