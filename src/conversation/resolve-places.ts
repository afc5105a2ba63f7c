// Several places as they were said → their ids, or the answer that one of them is not there.
import type { Spot } from './edit-command.ts';
import { sayNoPlace } from './say-no-place.ts';
import { placeOf } from './spot.ts';
import type { Scene } from './turn.ts';

export function resolveAll(scene: Scene, spots: Spot[]): string[] | undefined {
  const places = spots.map((spot) => placeOf(scene, spot));
  const lost = places.findIndex((place) => place === undefined || place === 'all' || place === 'title');
  const spot = spots[lost];
  if (spot) {
    sayNoPlace(scene, spot);
    return undefined;
  }
  return [...new Set(places.filter((place): place is string => place !== undefined))];
}
