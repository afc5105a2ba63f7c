// The answer when a place could not be told: what there is, and how to name it.
import type { Spot } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { partsOf } from './plan.ts';
import { type Scene, say } from './turn.ts';

export function sayNoPlace({ turn, outline }: Scene, spot: Spot): undefined {
  say(
    turn,
    editWords.whichPlace(
      spot.words,
      partsOf(outline).map((one) => one.name),
    ),
  );
}
