// The answer when a place could not be told: what there is, and how to name it.
import type { Spot } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { partOf, partsOf } from './plan.ts';
import { type Scene, say } from './turn.ts';

export function sayNoPlace(scene: Scene, spot: Spot): undefined {
  const { turn, outline } = scene;
  const points = spot.point === undefined ? undefined : sayNoPoint(scene, spot.point, spot.section);
  const names = partsOf(outline).map((one) => one.name);
  say(turn, points ?? editWords.whichPlace(spot.words, names));
}

/** 第四条, of a chapter that has three, or of any of several. */
function sayNoPoint({ turn, report, outline }: Scene, number: number, section: string | undefined): string | undefined {
  const named = section ?? turn.state.last?.[report.id];
  const about = named === undefined ? undefined : partOf(outline, named);
  const chapters = partsOf(outline).map((part) => ({
    id: part.id,
    name: part.name,
    points: part.sections.filter((one) => one.kind === 'point').length,
  }));
  const having = chapters.filter((one) => one.points >= Math.abs(number)).map((one) => one.name);
  const here = chapters.find((one) => one.id === about?.id && one.points > 0);
  if (here) return editWords.noSuchPoint(here.name, here.points, having);
  return having.length === 0 ? undefined : editWords.pointOfWhich(having);
}
