// A figure given late, while the whole is being drafted: what is written already and does not fit it any more is written once more.
// Must never touch a person's words or a locked section, nor do anything once the drafting is over.
import { shapeOf } from '../report/fact-shape.ts';
import { draftAgain } from './draft.ts';
import { growingWords } from './growing-wording.ts';
import { lockedAmong } from './lock.ts';
import { nameOf, partsOf } from './plan.ts';
import { versionOf } from './put-version.ts';
import { reportOf, type Scene, say, sceneOf, type Turn } from './turn.ts';

/** Run at the end of every turn, before the card of the whole is brought up to date. */
export function redraftLate(turn: Turn): undefined {
  const { progress } = turn.state;
  const scene = progress && sceneOf(turn, reportOf(turn.state, progress.report));
  if (!scene || !progress || progress.parts.every(({ outcome }) => outcome)) return;
  for (const part of partsOf(scene.outline)) {
    const shown = progress.parts.find((one) => one.outcome === 'written' && one.title === part.title);
    const late = shown ? part.sections.filter((one) => !fits(scene, one.id)) : [];
    const free = late.filter((one) => !lockedAmong(scene, late).includes(one)).map(({ id }) => id);
    if (!shown || free.length === 0) continue;
    say(turn, growingWords.again(free.map((id) => nameOf(scene.outline, id))));
    const beside = part.sections.map(({ id }) => id).filter((id) => !free.includes(id));
    const { card, title } = shown;
    const job = { instruction: '', all: true, first: true, beside, again: 1, batch: turn.event.id };
    shown.job = draftAgain(scene, free, card === undefined ? job : { ...job, card, title });
    delete shown.outcome;
  }
}

/** Whether the text that stands there may go on standing. What nobody measured, and what a person wrote, may. */
function fits(scene: Scene, section: string): boolean {
  const { report, outline } = scene;
  const version = versionOf(scene, section);
  if (!version || version.by.type === 'person' || report.drafting[section]) return true;
  return version.shape === undefined || version.shape === shapeOf(section, { outline, facts: report.facts });
}
