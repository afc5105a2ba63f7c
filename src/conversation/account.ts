// What a drafted text was made of: how many figures and deeds that somebody gave, and what nobody gave. Of machines' texts only; a person answers for their own.
import { type Section, slotOf } from '../report/outline.ts';
import { isLeftOut } from '../report/render.ts';
import { itemsOf } from '../report/telling.ts';
import { tokensIn } from '../report/token.ts';
import { accountWords } from './account-wording.ts';
import { versionOf } from './put-version.ts';
import type { Scene } from './turn.ts';

/** Lines for under the text; none where a person wrote in it, or where there is nothing to say. */
export function accountOf(scene: Scene, sections: Section[]): string[] {
  const { outline, report } = scene;
  const versions = sections.flatMap(({ id }) => versionOf(scene, id) ?? []);
  if (versions.length === 0 || versions.some(({ by }) => by.type === 'person')) return [];
  const told = new Set(versions.flatMap(({ text }) => tokensIn(text)));
  const given = [...told].filter((id) => report.facts[id] && !isLeftOut(id, { outline, facts: report.facts }));
  const count = (id: string): { figures: number; deeds: number } => {
    const value = report.facts[id]?.value;
    if (value?.type === 'figure') return { figures: 1, deeds: 0 };
    return { figures: 0, deeds: slotOf(outline, id)?.type === 'name' ? 0 : itemsOf(value).length };
  };
  const sums = given.map(count);
  const figures = sums.reduce((sum, one) => sum + one.figures, 0);
  const deeds = sums.reduce((sum, one) => sum + one.deeds, 0);
  // What the text needs stands in it as 待补; what came since then is no longer missing.
  const labels = new Set(
    outline.slots.filter(({ id }) => report.facts[id] === undefined && !told.has(id)).map(({ label }) => label),
  );
  const unwritten = versions.flatMap((version) => version.unwritten ?? []).filter((label) => labels.has(label));
  return [
    ...(figures + deeds > 0 ? [accountWords.told(figures, deeds)] : []),
    ...(unwritten.length > 0 ? [accountWords.unwritten([...new Set(unwritten)])] : []),
  ];
}
