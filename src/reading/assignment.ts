// The best one-to-one assignment of figures to slots, and how clear it is. Pure arithmetic; knows nothing of language.

/** `weights[figure][slot]`; 0 means it cannot be. */
interface Assigned {
  /** Slot index by figure, -1 for none. */
  slots: number[];
  total: number;
}

/** Hungarian method on a padded square; a few dozen figures at most are given at a time. */
export function assign(weights: number[][]): Assigned {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  const size = rows + columns;
  const u = new Array<number>(size + 1).fill(0);
  const v = new Array<number>(size + 1).fill(0);
  const owner = new Array<number>(size + 1).fill(0);
  const cost = (row: number, column: number) =>
    row <= rows && column <= columns ? -(weights[row - 1]?.[column - 1] ?? 0) : 0;
  for (let row = 1; row <= rows; row++) {
    owner[0] = row;
    let column = 0;
    const least = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY);
    const way = new Array<number>(size + 1).fill(0);
    const used = new Array<boolean>(size + 1).fill(false);
    do {
      used[column] = true;
      const current = owner[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let nextColumn = 0;
      for (let j = 1; j <= size; j++) {
        if (used[j]) continue;
        const reduced = cost(current, j) - (u[current] ?? 0) - (v[j] ?? 0);
        if (reduced < (least[j] ?? 0)) {
          least[j] = reduced;
          way[j] = column;
        }
        if ((least[j] ?? 0) < delta) {
          delta = least[j] ?? 0;
          nextColumn = j;
        }
      }
      for (let j = 0; j <= size; j++) {
        if (used[j]) {
          u[owner[j] ?? 0] = (u[owner[j] ?? 0] ?? 0) + delta;
          v[j] = (v[j] ?? 0) - delta;
        } else least[j] = (least[j] ?? 0) - delta;
      }
      column = nextColumn;
    } while (owner[column] !== 0);
    while (column !== 0) {
      const previous = way[column] ?? 0;
      owner[column] = owner[previous] ?? 0;
      column = previous;
    }
  }
  const slots = new Array<number>(rows).fill(-1);
  let total = 0;
  for (let j = 1; j <= columns; j++) {
    const row = owner[j] ?? 0;
    const weight = row > 0 && row <= rows ? (weights[row - 1]?.[j - 1] ?? 0) : 0;
    if (weight <= 0) continue;
    slots[row - 1] = j - 1;
    total += weight;
  }
  return { slots, total };
}

/** Slots that would serve a figure almost as well as the one it got: not clear, so the user is asked. */
export function rivals(weights: number[][], best: Assigned, figure: number, margin: number): number[] {
  const taken = best.slots[figure] ?? -1;
  const row = weights[figure];
  if (taken < 0 || !row) return [];
  const found: number[] = [];
  const tried = [...row];
  tried[taken] = 0;
  while (tried.some((weight) => weight > 0)) {
    const other = assign(weights.map((one, index) => (index === figure ? tried : one)));
    const slot = other.slots[figure] ?? -1;
    if (slot < 0 || best.total - other.total >= margin) break;
    found.push(slot);
    tried[slot] = 0;
  }
  return found;
}
