// What is wrong with a text that was to be proved. Data only.

export type FindingCode =
  | 'broken_token'
  | 'unknown_token'
  | 'foreign_token'
  | 'repeated_token'
  | 'fact_not_told'
  | 'telling_untrue'
  | 'stray_numeral'
  | 'beside_token'
  | 'growth_misplaced'
  | 'figures_swapped'
  | 'formulation_missing'
  | 'heading_repeated'
  | 'mask_left'
  | 'figure_unproved'
  | 'figure_altered';

export interface Finding {
  code: FindingCode;
  /** Chinese, to the writer of the text: what is wrong and what to write instead. */
  message: string;
  /** The words it is about. */
  quote: string;
}
