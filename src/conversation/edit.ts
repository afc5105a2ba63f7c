// A person's own words into the report: exactly as said, by no model, as a version by that person. Must never change a word it was not asked to.
import { splice, takeText } from '../report/edit-text.ts';
import { shownText } from '../report/lay-out.ts';
import { type Section, sectionsOf } from '../report/outline.ts';
import type { UndoStep } from '../report/report.ts';
import { flattenChapter } from '../report/restructure.ts';
import { tokensIn } from '../report/token.ts';
import { changeWords } from './change-words.ts';
import type { ProposalItem, TextEdit } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { contextOf, finish, SHOWN } from './finish-edit.ts';
import { headingOf } from './heading.ts';
import { askHomes } from './homes.ts';
import { likelySection } from './likely-section.ts';
import { nameOf } from './plan.ts';
import { ask } from './proposal.ts';
import { putOutline } from './put-outline.ts';
import { dropText, overtake, versionOf } from './put-version.ts';
import { neighbours } from './remove-part.ts';
import { sayNoPlace } from './say-no-place.ts';
import { isChapter, placeOf, sectionsAt } from './spot.ts';
import { type Scene, say } from './turn.ts';
import { cut, oneLine } from './value.ts';

type Of<T extends TextEdit['type']> = Extract<TextEdit, { type: T }>;

type Changes = UndoStep['changes'];

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
  const named = placeOf(scene, spot);
  const unnamed = spot.words === '' && spot.section === undefined && spot.point === undefined;
  const { place, likely } = unnamed ? likelySection(scene, whole, named) : { place: named, likely: [] };
  if (place === undefined && likely.length > 0) return askWhere(scene, whole, likely);
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

/** A text that could take the place of several. */
function askWhere(scene: Scene, text: string, likely: string[]): undefined {
  const choices = likely.map((section): ProposalItem['choices'][number] => {
    const command = {
      type: 'edit_text' as const,
      edit: { type: 'take_text' as const, text, spot: { section, words: '' } },
    };
    return { text: editWords.takeHere(nameOf(scene.outline, section)), deed: { type: 'command', command } };
  });
  ask(scene, editWords.takeWhere, editWords.takeText(cut(oneLine(text), 60)), choices);
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
