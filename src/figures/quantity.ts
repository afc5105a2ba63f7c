// What a quantity is. Pure data: amounts are exact decimal strings, never floats.

/** A quantity as a person wrote it. `400余亿元` is amount `400`, approximation `余`, scale `亿`, unit `元`. */
export interface Quantity {
  /** Exact decimal string without separators, e.g. `8.7`, `38000`, `0.41`. Never scientific notation. */
  amount: string;
  /** Upper end of a range, same scale and unit (`3—5次` has amount `3`, to `5`). */
  to?: string;
  /** Denominator of a fraction (`三分之二` has amount `2`, denominator `3`). */
  denominator?: string;
  /** `''`, `千`, `百万`, `万`, `千万`, `亿`, `万亿`… exactly as it stands between amount and unit. */
  scale: string;
  /** Measure word or unit: `元`, `次`, `人次`, `%`, `个百分点`, `倍`, or `''` where none was written. */
  unit: string;
  /** `''`, or the approximator(s) as written: `余`, `多`, `近`, `约`, `左右`, `几`, `不少于`… */
  approximation: string;
  /**
   * Set where 余 or 多 stands behind the scale of a round amount: 10万余 (a little over 100 thousand) is not 10余万 (between 100
   * and 200 thousand). For any other amount usage leaves only one place.
   */
  approximationAfter?: 'scale';
  /** `增长`, `下降`… where the words before the amount give it a direction. */
  direction?: string;
}

/** A quantity found in a text. Offsets are UTF-16, end exclusive; `text` is the exact slice. */
export interface Figure {
  start: number;
  end: number;
  text: string;
  quantity: Quantity;
}
