// Words replaced, deleted or added beside others, wherever they stand; which place is meant is asked, never guessed.
import type { Edited } from '../report/anchor-figures.ts';
import { splice } from '../report/edit-text.ts';
import { findWords } from '../report/find-words.ts';
import { type Place, shownText } from '../report/lay-out.ts';
import { type Section, sectionsOf } from '../report/outline.ts';
import { retitle } from '../report/restructure.ts';
import { tokensIn } from '../report/token.ts';
import type { EditDeed, ProposalItem, TextEdit } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { contextOf, type Done, finish, SHOWN } from './finish-edit.ts';
import { headingOf } from './heading.ts';
import { nameOf } from './plan.ts';
import { ask } from './proposal.ts';
import { putOutline } from './put-outline.ts';
import { versionOf } from './put-version.ts';
import { sayNoPlace } from './say-no-place.ts';
import { placeOf, sectionsAt } from './spot.ts';
import { remember, type Scene, say } from './turn.ts';
import { cut, oneLine } from './value.ts';

type Of<T extends TextEdit['type']> = Extract<TextEdit, { type: T }>;

/** Somewhere the words stand. */
interface Hit {
  section: string;
  place: Place;
}

const PLACES_OFFERED = 8;

export function changeWords(scene: Scene, edit: Of<'replace'> | Of<'insert'>): undefined {
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
  if (edit.type === 'replace' && /^\p{Nd}/u.test(find))
    return say(turn, editWords.noSuchFigure(cut(find, SHOWN), cut(edit.put, SHOWN)));
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
