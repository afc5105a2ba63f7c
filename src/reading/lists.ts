// Several names and several figures in order (分别), or one figure for several names (各). Pure.

import type { Outline } from '../report/outline.ts';
import { growthOf } from './growth.ts';
import type { Mention } from './mentions.ts';
import type { Place, Placement, Placements } from './placement.ts';
import type { Said } from './repair.ts';
import { eachDoubt } from './standing.ts';
import { fitUnit } from './units.ts';

/** 职务、职级分别晋升12人次、18人次; 党课和组织生活会各12次: as many names as figures, in order, or one figure for all. */
export function placeLists(
  text: string,
  places: Place[],
  kind: 'value' | 'growth',
  mentions: Mention[],
  result: Placements,
  outline: Outline,
): Set<Said> {
  const done = new Set<Said>();
  for (let at = 0; at < places.length; at++) {
    const first = places[at];
    if (!first || first.standing.type !== kind) continue;
    let end = at + 1;
    while (places[end] && /^[、，,和及与\s]*$/.test(text.slice(places[end - 1]?.said.end, places[end]?.said.start)))
      end++;
    const run = places.slice(at, end);
    const start = first.from;
    const before = text.slice(start, first.said.start);
    const groups = groupsOf(mentions.filter((one) => one.start >= start && one.end <= first.said.start));
    const each = /(?:各|都|均)(?:自|有|为|是|开展|组织|召开|举办|完成|讲|办|开|搞)*了?$/.test(before);
    if (run.length === 1 && each && groups.length >= 2) {
      placeEach(first, groups, result, done);
    } else if (run.length >= 2) {
      const told = groups.length > 0 ? groups : previousRun(places, at, run.length, result);
      if (told.length === run.length) placeRun(run, told, result, done, outline);
      else if (/分别/.test(before)) for (const one of run) done.add(one.said);
    }
    at = end - 1;
  }
  return done;
}

/** Mentions at one place are one name; of the slots it may mean, those whose words reach furthest. */
function groupsOf(mentions: Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of [...mentions].sort((one, other) => one.start - other.start)) {
    const last = groups.at(-1);
    if (last?.[0] && mention.start < Math.max(...last.map((one) => one.end))) last.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

function previousRun(places: Place[], at: number, size: number, result: Placements): Mention[][] {
  return places.slice(Math.max(0, at - size), at).flatMap((place) => {
    const placed = result.get(place.said)?.[0];
    if (placed?.type !== 'placed') return [];
    return [[{ slot: placed.slot, start: 0, end: 0, weight: 1, sure: true }]];
  });
}

function placeRun(run: Place[], groups: Mention[][], result: Placements, done: Set<Said>, outline: Outline): void {
  const plan = run.map((place, index) => {
    const slots = (groups[index] ?? []).flatMap((mention) => {
      const slot = place.standing.type === 'growth' ? growthOf(outline, mention.slot) : mention.slot;
      const fit = slot && fitUnit(place.said.quantity, slot);
      return slot && fit ? [{ slot, fit }] : [];
    });
    return { place, slots };
  });
  if (plan.some((one) => one.slots.length === 0)) return;
  for (const { place, slots } of plan) {
    const [only, ...others] = slots;
    if (!only) continue;
    const stood = place.standing.type === 'value' || place.standing.type === 'growth' ? place.standing.doubt : '';
    // 党课、组织生活会各12、6次: 各 tells each of the names
    const standing = eachDoubt(stood) ? '' : stood;
    done.add(place.said);
    result.set(place.said, [
      others.length > 0
        ? { type: 'rivals', said: place.said, slots: slots.map((one) => one.slot) }
        : {
            type: 'placed',
            said: place.said,
            slot: only.slot,
            quantity: only.fit.quantity,
            doubt: standing || only.fit.doubt,
          },
    ]);
  }
}

function placeEach(place: Place, groups: Mention[][], result: Placements, done: Set<Said>): void {
  const placements = groups.flatMap((group): Placement[] => {
    const [only, ...others] = group;
    const fit = only && fitUnit(place.said.quantity, only.slot);
    if (!only || !fit || others.length > 0) return [];
    // 各 tells each of the names here, not each branch
    const doubt = place.standing.type === 'value' && !eachDoubt(place.standing.doubt) ? place.standing.doubt : '';
    return [{ type: 'placed', said: place.said, slot: only.slot, quantity: fit.quantity, doubt: doubt || fit.doubt }];
  });
  if (placements.length < 2) return;
  done.add(place.said);
  result.set(place.said, placements);
}
