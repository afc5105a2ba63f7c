// What the audit knows of fixed formulations and common slips: the contents of prompts/formulations.yaml. Data only.

export interface Formulation {
  /** Only for messages. */
  name: string;
  /** The wordings accepted in a text, at least one; quotation marks in them are optional there. */
  write: string[];
  /** Official texts put the short form between quotation marks. */
  quotes: boolean;
  /** Members in their order; each further list is another accepted enumeration. */
  members: string[][];
  /** Wrong form → right form, '' where none is proposed. */
  wrong: Record<string, string>;
  /** Not wrong everywhere; a person is to look. */
  unusual: Record<string, string>;
  /** Wordings that hold one of the above and are right. */
  allow: string[];
  /** 2022-12 or 2022: valid from, and until. */
  from?: string;
  to?: string;
  /** What is written after `to`. */
  after?: string;
  place?: string;
  source: string;
  /** Wrong inside a long quotation too. */
  evenQuoted: boolean;
}

export interface FormulationBook {
  version: number;
  formulations: Formulation[];
  /** Wrong → right, wherever it stands. */
  miswritings: Record<string, string>;
  /** Probably wrong → right. */
  doubtful: Record<string, string>;
  /** Words that happen to hold a miswriting. */
  miswritingAllow: string[];
  /** Official wordings, to be written exactly so. */
  wordings: string[];
  /** Titles of well-known documents, without 《》. */
  documents: string[];
  /** Common phrases: what sounds like one and differs in one character is a slip. */
  phrases: string[];
  /** Common words of two characters. */
  words: string[];
}
