// The rules one slot of an authored outline must keep, among its fellows. Reports every mistake; mends none.
import { signatureSlots } from '../report/assemble.ts';
import { parseExpression, slotsIn } from '../report/expression.ts';
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
    ...checkLastYear(slot, all),
    ...checkDerived(slot.part, all),
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
  return (
    [
      'unit',
      'scale',
      'units',
      'growth_of',
      'part_of',
      'zero',
      'one',
      'last_year_of',
      'derived',
      'places',
      'needs',
    ] as const
  ).flatMap((field) =>
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
function checkPlaces(
  { part: { id, appears, last_year_of, derived }, section }: PlacedSlot,
  sections: string[],
  title: string,
): Complaint[] {
  const signs = Object.values(signatureSlots).some((name) => name === id);
  if (signs)
    return complain(appears?.length !== 0, 'id', 'signs the report and stands in no text; write `appears: []`');
  if (appears === undefined) return [];
  const unknown = appears.filter((place) => !sections.includes(place));
  // What is only computed with, or computed to be looked at, need not be printed.
  const printed = appears.length > 0 || tokensIn(title).includes(id) || (last_year_of ?? derived) !== undefined;
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

function checkLastYear({ part: slot }: PlacedSlot, all: PlacedSlot[]): Complaint[] {
  const of = slot.last_year_of;
  if (of === undefined) return [];
  const now = figureNamed(of, slot, all);
  const field = 'last_year_of';
  if (!now) return [[field, `is last year's \`${of}\`, which is no other figure slot; write the id of this year's`]];
  return [
    ...complain(
      now.part.unit !== slot.unit,
      field,
      `has the unit ${slot.unit} but \`${of}\` has ${now.part.unit}; write the same unit`,
    ),
    ...complain(slot.required, 'required', "holds last year's amount and may not be required; remove `required`"),
    ...complain(
      slot.appears?.length !== 0,
      'appears',
      "holds last year's amount, which is printed nowhere; write `appears: []`",
    ),
  ];
}

function checkDerived(slot: AuthoredSlot, all: PlacedSlot[]): Complaint[] {
  if (slot.derived === undefined) {
    return complain(slot.places !== undefined, 'places', 'rounds what is not derived; remove `places`');
  }
  const parsed = parseExpression(slot.derived);
  if (parsed.type === 'wrong') return [['derived', `is derived wrongly: ${parsed.message}`]];
  const strangers = slotsIn(parsed.expression).filter((id) => !figureNamed(id, slot, all));
  const divides = slot.derived.includes('/') && slot.places === undefined;
  return [
    ...strangers.map(
      (id): Complaint => ['derived', `is derived from \`${id}\`, which is no other figure slot; write figure slots`],
    ),
    ...complain(comesBack(slot, all, [slot.id]), 'derived', 'is derived from itself in the end; break the circle'),
    ...complain(divides, 'derived', 'divides, which may not come out even; write `places: 1` (or 0, 2…)'),
  ];
}

/** Whether following what it is derived from leads back to where one was. */
function comesBack(slot: AuthoredSlot, all: PlacedSlot[], seen: string[]): boolean {
  const parsed = slot.derived === undefined ? undefined : parseExpression(slot.derived);
  if (parsed?.type !== 'expression') return false;
  return slotsIn(parsed.expression).some((id) => {
    const next = all.find(({ part }) => part.id === id)?.part;
    return seen.includes(id) || (next !== undefined && comesBack(next, all, [...seen, id]));
  });
}

function figureNamed(id: string, not: AuthoredSlot, all: PlacedSlot[]): PlacedSlot | undefined {
  return all.find(({ part }) => part.id === id && part.id !== not.id && part.type === 'figure');
}

const complain = (wrong: boolean, field: string, message: string): Complaint[] => (wrong ? [[field, message]] : []);
