// A table's figures against what is recorded: what differs, what is new, what is the same. Changes nothing.
import { valueOf as boundsOf } from '../figures/index.ts';
import type { FactValue, Person } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import type { Ask, ReadFact, Reading } from './command.ts';
import type { DifferenceRow } from './file-state.ts';
import { factOf } from './put-fact.ts';
import { provenanceOf } from './told.ts';
import type { Scene } from './turn.ts';
import { sameValue } from './value.ts';

export interface Compared {
  rows: DifferenceRow[];
  /** How many are recorded just so. */
  same: number;
  /** What the table leaves in doubt: asked about in the usual way. */
  left: Ask[];
}

type Confirm = Extract<Ask, { type: 'confirm_value' }>;

export function compareTable(scene: Scene, { facts, asks }: Pick<Reading, 'facts' | 'asks'>): Compared {
  const unit = unitOf(scene, asks);
  const meant = asks.map((ask) => [ask, unit === undefined ? undefined : inUnit(scene, ask, unit)] as const);
  const sure = [...facts, ...meant.flatMap(([, fact]) => fact ?? [])];
  const rows: DifferenceRow[] = [];
  let same = 0;
  // A slot named twice: the later row stands, as where one corrects oneself.
  for (const [slot, { value, words, ...told }] of new Map(sure.map((fact) => [fact.slot, fact]))) {
    if (!slotOf(scene.outline, slot)) continue;
    const before = factOf(scene, slot);
    const known = before && before.value.type !== 'omitted' ? before : undefined;
    if (known && sameValue(known.value, value)) same += 1;
    else
      rows.push({
        slot,
        value,
        words,
        told: provenanceOf(told),
        ...(known ? { before: known.value, giver: known.source } : {}),
      });
  }
  // In the order of the report, as on every other card.
  const places = new Map(scene.outline.slots.map(({ id }, at) => [id, at]));
  rows.sort((a, b) => (places.get(a.slot) ?? 0) - (places.get(b.slot) ?? 0));
  return { rows, same, left: meant.flatMap(([ask, fact]) => (fact ? [] : [ask])) };
}

/** Whose figures it would replace, beside the person's own. */
export function givers(rows: DifferenceRow[], by: Person | null): boolean {
  return rows.some(({ giver }) => giver !== undefined && giver.by.id !== by?.id);
}

/** The scale in which the amounts are near to what is recorded: nobody is asked for a unit that only one reading fits. */
function unitOf(scene: Scene, asks: Ask[]): string | undefined {
  const doubted = asks.flatMap((ask) => (ask.type === 'confirm_value' && ask.scales ? [ask] : []));
  const fitting = doubted.flatMap((ask) => {
    const before = factOf(scene, ask.slot);
    if (!before) return [];
    return [(ask.scales ?? []).filter(({ value }) => isNear(value, before.value)).map(({ scale }) => scale)];
  });
  const [first = []] = fitting;
  const common = first.filter((scale) => fitting.every((scales) => scales.includes(scale)));
  return common.length === 1 ? common[0] : undefined;
}

function inUnit(scene: Scene, ask: Ask, scale: string): ReadFact | undefined {
  if (ask.type !== 'confirm_value') return undefined;
  const { slot, words, told } = ask;
  const value = ask.scales ? ask.scales.find((one) => one.scale === scale)?.value : rateIn(scene, ask);
  return value && { slot, value, words, correction: true, ...told };
}

/** 4.0 under 增幅, with no sign: what else could it be beside a rate recorded as one. */
function rateIn(scene: Scene, { slot, value }: Confirm): FactValue | undefined {
  const asked = slotOf(scene.outline, slot);
  return asked?.growth_of !== undefined && value.type === 'figure' ? value : undefined;
}

/** Within half and double. */
function isNear(a: FactValue, b: FactValue): boolean {
  if (a.type !== 'figure' || b.type !== 'figure') return false;
  const ratio = Number(boundsOf(a.quantity).low) / Number(boundsOf(b.quantity).low);
  return ratio >= 0.5 && ratio <= 2;
}
