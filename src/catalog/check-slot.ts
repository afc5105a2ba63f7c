// The rules one slot of an authored outline must keep, among its fellows. Reports every mistake; mends none.
import { signatureSlots } from '../report/assemble.ts';
import { literalNumerals } from '../report/literal-numerals.ts';
import { parseTokens, tokensIn } from '../report/token.ts';
import type { Placed } from './build-outline.ts';
import type { AuthoredSlot } from './outline-schema.ts';
import type { Problem } from './problem.ts';

export type PlacedSlot = Placed<AuthoredSlot> & { section: string };

type Complaint = [field: string, message: string];

export function checkSlot(slot: PlacedSlot, all: PlacedSlot[], sections: string[], title: string): Problem[] {
  const complaints = [
    ...(slot.part.type === 'figure' ? checkFigure(slot.part) : checkNarrative(slot.part)),
    ...checkPhrases(slot.part),
    ...checkPlaces(slot, sections, title),
    ...checkGrowth(slot, all),
    ...checkPart(slot, all),
  ];
  return complaints.map(([field, message]) => ({
    path: [...slot.path, field],
    message: `slot \`${slot.part.id}\` ${message}`,
  }));
}

function checkFigure({ unit, fallback }: AuthoredSlot): Complaint[] {
  const scale = /^([千百十]?[万亿])(.+)$/u.exec(unit ?? '');
  return [
    ...complain(unit === undefined, 'id', 'is a figure without a unit; write `unit: 次` (or 元, 个, "%"…)'),
    ...complain(
      scale !== null,
      'unit',
      `has a scale in its unit; write \`scale: ${scale?.[1]}\` and \`unit: ${scale?.[2]}\``,
    ),
    ...complain(
      fallback !== undefined,
      'fallback',
      'is a figure and may have no fallback; remove it, a missing figure is shown as missing',
    ),
  ];
}

function checkNarrative(slot: AuthoredSlot): Complaint[] {
  return (['unit', 'scale', 'units', 'growth_of', 'part_of', 'zero', 'one'] as const).flatMap((field) =>
    complain(
      slot[field] !== undefined,
      field,
      `is no figure and may have no \`${field}\`; remove it or write \`type: figure\``,
    ),
  );
}

/** Words printed in place of a value are plain words. */
function checkPhrases(slot: AuthoredSlot): Complaint[] {
  return (['zero', 'one', 'fallback'] as const).flatMap((field) => {
    const text = slot[field] ?? '';
    const token = parseTokens(text).some((piece) => piece.type !== 'text');
    return [
      ...complain(token, field, `has a token in \`${field}\`; write plain words instead`),
      ...literalNumerals(text).map(
        (quote): Complaint => [field, `has the figure \`${quote}\` in \`${field}\`; write words instead`],
      ),
    ];
  });
}

/** A slot that no text may hold would vanish, unless the title or the signature prints it. */
function checkPlaces({ part: { id, appears }, section }: PlacedSlot, sections: string[], title: string): Complaint[] {
  const signs = Object.values(signatureSlots).some((name) => name === id);
  if (signs)
    return complain(appears?.length !== 0, 'id', 'signs the report and stands in no text; write `appears: []`');
  if (appears === undefined) return [];
  const unknown = appears.filter((place) => !sections.includes(place));
  const printed = appears.length > 0 || tokensIn(title).includes(id);
  return [
    ...unknown.map(
      (place): Complaint => [
        'appears',
        `appears in \`${place}\`, which is no section; write one of: ${sections.join(', ')}`,
      ],
    ),
    ...complain(!printed, 'appears', 'appears nowhere; write its section, or its token into the title'),
    ...complain(
      appears.length > 0 && !appears.includes(section),
      'appears',
      `does not appear in its own section; write \`${section}\` among the others, or move the slot`,
    ),
  ];
}

function checkGrowth({ part: slot, section }: PlacedSlot, all: PlacedSlot[]): Complaint[] {
  const of = slot.growth_of;
  if (of === undefined) return [];
  const base = figureNamed(of, slot, all);
  if (!base)
    return [
      [
        'growth_of',
        `states the growth of \`${of}\`, which is no other figure slot; write the id of the figure that grew`,
      ],
    ];
  const before = all.findIndex(({ part }) => part === slot) < all.indexOf(base);
  return [
    ...complain(
      base.section !== section,
      'growth_of',
      `stands in \`${section}\` but \`${of}\` in \`${base.section}\`; write both in one section`,
    ),
    ...complain(base.section === section && before, 'growth_of', `stands before \`${of}\`; write it after`),
  ];
}

function checkPart({ part: slot }: PlacedSlot, all: PlacedSlot[]): Complaint[] {
  const of = slot.part_of;
  if (of === undefined) return [];
  const whole = figureNamed(of, slot, all);
  if (!whole) return [['part_of', `is part of \`${of}\`, which is no other figure slot; write the id of the whole`]];
  const unit = whole.part.unit;
  return complain(
    unit !== slot.unit,
    'part_of',
    `has the unit ${slot.unit} but its whole \`${of}\` has ${unit}; write the same unit`,
  );
}

function figureNamed(id: string, not: AuthoredSlot, all: PlacedSlot[]): PlacedSlot | undefined {
  return all.find(({ part }) => part.id === id && part.id !== not.id && part.type === 'figure');
}

const complain = (wrong: boolean, field: string, message: string): Complaint[] => (wrong ? [[field, message]] : []);
