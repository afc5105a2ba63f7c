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
export const linePitch = Math.floor((page.height - page.top - page.bottom) / 22);

/** Half-points. 三号, 二号, 四号. */
export const size = { body: 32, title: 44, pageNumber: 28 };

/** 5.2.3: 28 characters to a line, in twips. A 16 pt character is 320 twips: too wide by about 4. */
export const characterPitch = (page.width - page.left - page.right) / 28;

/**
 * The same as spacing of the characters themselves, in whole twips. One twip more than the sum needs: LibreOffice
 * rounds to its own units and would otherwise set 27 (measured); at 15.7 pt a twenty-ninth never fits.
 */
export const characterSpacing = Math.floor(characterPitch - size.body * 10) - 1;

/** What the document grid adds to every character, in 4096ths of a point (negative: closer together). */
export const characterSpace = Math.ceil(((characterPitch - size.body * 10) / 20) * 4096) - 1;

/** Characters of a 22 pt title for one line: twenty fit, and one at each side stays free. */
export const titleCharacters = Math.floor((characterPitch * 28) / (size.title * 10)) - 2;
