// A correction after the drafting that printing anew does not put right: says which sentences were written for another kind of fact.
// Rewrites nothing by itself: the text may have been read and agreed to by now.
import { factShape, shapeOf } from '../report/fact-shape.ts';
import { isLeftOut } from '../report/render.ts';
import { tokensIn } from '../report/token.ts';
import { growingWords } from './growing-wording.ts';
import { nameOf } from './plan.ts';
import { versionOf } from './put-version.ts';
import type { State } from './state.ts';
import { activeScene, reportOf, say, type Turn } from './turn.ts';

/** Run at the end of every turn. `before`: the state it began with. */
export function tellStale(turn: Turn, before: State | null): undefined {
  const scene = activeScene(turn);
  const then = scene && before && reportOf(before, scene.report.id);
  // While the whole is being drafted it is written anew without a word.
  if (!scene || !then || turn.state.progress?.report === scene.report.id) return;
  const { report, outline } = scene;
  const changed = Object.keys(report.facts).filter((slot) => {
    // What was missing until now, or is left out from now on, its token takes care of.
    if (!then.facts[slot] || isLeftOut(slot, { outline, facts: report.facts })) return false;
    if (isLeftOut(slot, { outline, facts: then.facts })) return false;
    // How it is to be printed is a wish about the text as it stands.
    const same = JSON.stringify(then.facts[slot]?.value) === JSON.stringify(report.facts[slot]?.value);
    return !same && factShape(then.facts[slot]) !== factShape(report.facts[slot]);
  });
  if (changed.length === 0) return;
  const stale = Object.keys(report.sections).filter((section) => {
    const version = versionOf(scene, section);
    // Written in this very turn, by a person, or about to be written anew: it is as it should be.
    if (!version || version.by.type === 'person' || report.drafting[section]) return false;
    if (report.sections[section]?.version !== then.sections[section]?.version) return false;
    // Undone: it is again what the text was written for.
    if (version.shape === shapeOf(section, { outline, facts: report.facts })) return false;
    return tokensIn(version.text).some((slot) => changed.includes(slot));
  });
  if (stale.length > 0) say(turn, growingWords.stale(stale.map((id) => nameOf(outline, id))));
}
