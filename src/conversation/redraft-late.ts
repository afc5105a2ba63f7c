// A figure given late, while the whole is being drafted: what is written already and does not fit it any more is written once more.
// Must never touch a person's words or a locked section, nor do anything once the drafting is over.
import { shapeOf } from '../report/fact-shape.ts';
import { textCards } from './cards/text-card.ts';
import { draftAgain } from './draft.ts';
import { growingWords } from './growing-wording.ts';
import { lockedAmong } from './lock.ts';
import { nameOf, type Part, partsOf } from './plan.ts';
import { versionOf } from './put-version.ts';
import type { State } from './state.ts';
import { emit, reportOf, type Scene, say, sceneOf, type Turn } from './turn.ts';
import { textOfPart } from './view.ts';

/** Run at the end of every turn, before the card of the whole is brought up to date. */
export function redraftLate(turn: Turn, before: State | null): undefined {
  const { progress } = turn.state;
  const scene = progress && sceneOf(turn, reportOf(turn.state, progress.report));
  if (!scene || !progress || progress.parts.every(({ outcome }) => outcome)) return;
  for (const part of partsOf(scene.outline)) {
    const shown = progress.parts.find((one) => one.outcome === 'written' && one.title === part.title);
    const late = shown ? part.sections.filter((one) => !fits(scene, one.id)) : [];
    const free = late.filter((one) => !lockedAmong(scene, late).includes(one)).map(({ id }) => id);
    if (shown && late.length === 0) showAnew(scene, part, shown.card, before);
    if (!shown || free.length === 0) continue;
    say(turn, growingWords.again(free.map((id) => nameOf(scene.outline, id))));
    const beside = part.sections.map(({ id }) => id).filter((id) => !free.includes(id));
    const { card, title } = shown;
    const job = { instruction: '', all: true, first: true, beside, again: 1, batch: turn.event.id };
    shown.job = draftAgain(scene, free, card === undefined ? job : { ...job, card, title });
    delete shown.outcome;
  }
}

/** A corrected figure is printed anew at once in what everybody is looking at. */
function showAnew(scene: Scene, part: Part, card: string | undefined, before: State | null): undefined {
  const { turn, report } = scene;
  const then = before && sceneOf({ ...turn, state: before }, reportOf(before, report.id));
  if (card === undefined || !then || textOfPart(then, part) === textOfPart(scene, part)) return;
  const [page, another] = textCards(scene, [part]);
  const written = turn.effects.some((effect) => effect.type === 'update_card' && effect.of === card);
  if (!page || another || written) return;
  emit(turn, { type: 'update_card', chat: turn.state.chat.id, of: card, card: page, inPlaceOnly: true });
}

/** Whether the text that stands there may go on standing. What nobody measured, and what a person wrote, may. */
function fits(scene: Scene, section: string): boolean {
  const { report, outline } = scene;
  const version = versionOf(scene, section);
  if (!version || version.by.type === 'person' || report.drafting[section]) return true;
  return version.shape === undefined || version.shape === shapeOf(section, { outline, facts: report.facts });
}
