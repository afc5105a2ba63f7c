// What becomes of a figure in its sentence, and the stretches whose words may name it. Data and their smallest rules only.
import type { Quantity } from '../figures/quantity.ts';
import type { Slot } from '../report/outline.ts';
import type { Mention } from './mentions.ts';
import type { Said } from './repair.ts';
import type { Standing } from './standing.ts';

export type Placement =
  /** `contest`: another figure of the sentence has as good a claim to the slot. `mention`: the words that named the slot. */
  | {
      type: 'placed';
      said: Said;
      slot: Slot;
      quantity: Quantity;
      doubt: string;
      contest?: true;
      mention?: Mention;
    }
  | { type: 'rivals'; said: Said; slots: Slot[] }
  /** `from`: where the words before it begin; `doubt`: what would be doubted if it answered the question just asked. `placeable`: it may be a value at all. */
  | { type: 'unplaced'; said: Said; from: number; doubt: string; placeable: boolean }
  /** `past`: last year's amount of that slot. */
  | { type: 'ignored'; said: Said; past?: { slot: Slot; quantity: Quantity } };

export type Placed = Extract<Placement, { type: 'placed' }>;

/** One figure with the stretches whose words may name it. */
export interface Place {
  said: Said;
  standing: Standing;
  /** Start of the sentence. */
  begin: number;
  /** Start of the words before it. */
  from: number;
  /** End of the figure before it, whatever that one stands for. */
  since: number;
  /** End of the words after it. */
  to: number;
  /** Whether those words end at another figure, which they may name as well. */
  shared: boolean;
}

export function unplaced(place: Place): Placement {
  const { standing } = place;
  const placeable = standing.type === 'value' || standing.type === 'growth';
  return { type: 'unplaced', said: place.said, from: place.from, doubt: placeable ? standing.doubt : '', placeable };
}

/** Placements by figure, filled step by step: lists, values, growth, last year. */
export type Placements = Map<Said, Placement[]>;
