// The shape of a rule for digits that are no quantity, shared by the files that list them.

export type OtherKind = 'date' | 'ordinal' | 'document_number' | 'name' | 'contact' | 'rank' | 'unknown';

export interface Rule {
  kind: OtherKind;
  /** Sticky, and bounded in every repetition: it is tried at each numeral, and the whole must stay linear. */
  pattern: RegExp;
  /** What must stand right before (at most twelve characters of it are looked at). */
  after?: RegExp;
  /** What must not stand right before. */
  notAfter?: RegExp;
}
