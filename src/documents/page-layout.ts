// The measures of GB/T 9704—2012, in the units of WordprocessingML. Numbers only; nothing here draws.

/** 1 mm in twentieths of a point. */
const twipsPerMm = 1440 / 25.4;
const twips = (mm: number): number => Math.floor(mm * twipsPerMm);

/** 5.2.1, 5.2.2: A4; top 37, left 28; the text area of 156 mm × 225 mm leaves 35 below and 26 at the right. */
export const page = {
  width: 11906,
  height: 16838,
  top: twips(37),
  bottom: twips(35),
  left: twips(28),
  right: twips(26),
  /** 7.5: the page number's dashes begin 7 mm below the text area; a 14 pt line is 6.4 mm high and the dash in its middle. */
  footer: twips(24.8),
};

/**
 * 5.2.3: 22 lines on a page. 225 mm / 22 is 28.99 pt, but Word counts lines in whole twips, and at 580 the
 * twenty-second line no longer fits: so 579, which is 28.95 pt.
 */
const linePitch = Math.floor((page.height - page.top - page.bottom) / 22);

/** 5.2.3: 28 characters to a line, in twips. A 16 pt character is 320 twips: too wide by about 4. */
const characterPitch = (page.width - page.left - page.right) / 28;

export interface Layout {
  /** Half-points. */
  size: { body: number; title: number; pageNumber: number };
  /** Exact height of a line, in twips. */
  linePitch: number;
  /** Width of a character with its spacing, in twips. */
  characterPitch: number;
  /** Spacing of the characters, in whole twips. */
  characterSpacing: number;
  /** `characterSpace`: what the document grid adds to every character, in 4096ths of a point (negative: closer together). */
  grid?: { characterSpace: number };
  /** Characters of the title for one line: one at each side stays free. */
  titleCharacters: number;
}

/** 三号, 二号, 四号. */
const standard = { body: 32, title: 44, pageNumber: 28 };
/** To be read out from: 小二, and about fifteen lines on a page. */
const large = { body: 36, title: 44, pageNumber: 28 };

const titleCharacters = (size: { title: number }): number =>
  Math.floor((page.width - page.left - page.right) / (size.title * 10)) - 2;

export const layouts: Record<'standard' | 'large', Layout> = {
  standard: {
    size: standard,
    linePitch,
    characterPitch,
    // One twip more than the sum needs: LibreOffice rounds to its own units and would otherwise set 27 (measured); at
    // 15.7 pt a twenty-ninth never fits.
    characterSpacing: Math.floor(characterPitch - standard.body * 10) - 1,
    grid: { characterSpace: Math.ceil(((characterPitch - standard.body * 10) / 20) * 4096) - 1 },
    titleCharacters: titleCharacters(standard),
  },
  large: {
    size: large,
    linePitch: 840,
    characterPitch: large.body * 10,
    characterSpacing: 0,
    titleCharacters: titleCharacters(large),
  },
};
