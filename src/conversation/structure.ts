// Chapters and points added, taken out, moved, merged, retitled. Each is a new outline under a new key and one undo step; no text is touched unasked.
import { retitle, setLength } from '../report/restructure.ts';
import { escapeBraces } from '../report/token.ts';
import { takeChapter, takePoint } from './add-part.ts';
import { rewrite } from './draft.ts';
import type { Restructure } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { headingFrom, headingOf } from './heading.ts';
import { merge } from './merge-parts.ts';
import { move, shift, swap } from './move-part.ts';
import { nameOf } from './plan.ts';
import { ask } from './proposal.ts';
import { putOutline } from './put-outline.ts';
import { remove } from './remove-part.ts';
import { sayNoPlace } from './say-no-place.ts';
import { takeSkeleton } from './skeleton.ts';
import { placeOf, sectionsAt } from './spot.ts';
import { remember, type Scene, say, setLast } from './turn.ts';
import { textOfPart } from './view.ts';

type Of<T extends Restructure['type']> = Extract<Restructure, { type: T }>;

export function restructure(scene: Scene, change: Restructure): undefined {
  switch (change.type) {
    case 'add_chapter':
      return takeChapter(scene, change);
    case 'add_point':
      return takePoint(scene, change);
    case 'remove':
      return remove(scene, change.spots);
    case 'move':
      return move(scene, change);
    case 'shift':
      return shift(scene, change);
    case 'swap':
      return swap(scene, change);
    case 'merge':
      return merge(scene, change);
    case 'retitle':
      return rename(scene, change);
    case 'set_length':
      return limit(scene, change);
    case 'skeleton':
      return takeSkeleton(scene, change);
  }
}

function rename(scene: Scene, { spot, heading: said }: Of<'retitle'>): undefined {
  const { turn, report, outline } = scene;
  const place = placeOf(scene, spot);
  if (place === undefined || place === 'all') return sayNoPlace(scene, spot);
  const heading = headingFrom(said);
  if (heading === '') return say(turn, editWords.noHeading);
  const before = headingOf(outline, place);
  if (before === undefined) return say(turn, editWords.notHere(nameOf(outline, place)));
  if (before === heading) return say(turn, editWords.sameTitle);
  const name = place === 'title' ? editWords.title : nameOf(outline, place).replace(/“.*$/u, '');
  const next = retitle(outline, place, place === 'title' ? escapeBraces(heading) : heading);
  const shown = place === 'title' ? before.replaceAll('{{year}}', String(report.year)) : before;
  const change = putOutline(scene, next);
  remember(scene, { what: editWords.retitleStep(name, shown, heading), changes: [change] });
  if (place !== 'title') setLast(scene, place);
  say(turn, editWords.retitled(name, shown, heading));
}

function limit(scene: Scene, { spot, characters }: Of<'set_length'>): undefined {
  const { turn, report, outline } = scene;
  const place = placeOf(scene, spot);
  if (place === undefined || place === 'title') return sayNoPlace(scene, spot);
  if (!Number.isInteger(characters) || characters < 10 || characters > 20_000) return say(turn, editWords.oddLength);
  const sections = sectionsAt(outline, place);
  const name = place === 'all' ? '全文' : nameOf(outline, place);
  const change = putOutline(
    scene,
    setLength(
      outline,
      sections.map((one) => one.id),
      characters,
    ),
  );
  remember(scene, { what: editWords.lengthStep(name, characters), changes: [change] });
  if (place !== 'all') setLast(scene, place);
  const written = sections.some((one) => report.sections[one.id]);
  const now = written ? lengthNow(scene, place) : 0;
  const said = editWords.lengthSet(name, characters, now);
  if (now <= characters * 1.1) return say(turn, said);
  // One text that is too long is what was meant; a whole chapter is asked about.
  if (sections.length === 1) {
    say(turn, said);
    return rewrite(scene, place, editWords.rewriteWithin(characters));
  }
  const instruction = editWords.rewriteToInstruction(characters);
  const deed = { type: 'rewrite' as const, section: place, instruction };
  ask(scene, name, said, [{ text: editWords.rewriteTo(characters), deed }]);
}

function lengthNow(scene: Scene, place: string): number {
  const sections = sectionsAt(scene.outline, place);
  const text = textOfPart(scene, { id: place, title: '', name: '', sections });
  return [...text.replace(/\s/gu, '')].length;
}
