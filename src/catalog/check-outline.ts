// The rules an authored outline must keep, beyond its shape. Reports every mistake at once; mends none.

import { parseRule, slotsIn } from '../report/expression.ts';
import { literalNumerals } from '../report/literal-numerals.ts';
import { parseTokens, tokensIn } from '../report/token.ts';
import { leadOf, type Placed, placedSections, placedSlots } from './build-outline.ts';
import type { AuthoredOutline, AuthoredSection, AuthoredSlot } from './outline-schema.ts';
import type { Problem } from './problem.ts';

type PlacedSlot = Placed<AuthoredSlot> & { section: string };

export function checkOutline(outline: AuthoredOutline, folder: string): Problem[] {
  const sections = placedSections(outline);
  const slots = placedSlots(outline);
  return [
    ...(outline.kind === folder
      ? []
      : [
          {
            path: ['kind'],
            message: `kind is \`${outline.kind}\` but the folder is \`${folder}\`; write \`kind: ${folder}\``,
          },
        ]),
    ...checkNames(outline, sections, slots),
    ...checkTitle(outline, slots),
    ...checkWords(outline, sections),
    ...slots.flatMap((slot) => checkSlot(slot, slots, new Set(sections.map((one) => one.id)))),
    ...checkRules(outline, slots),
  ];
}

function checkNames(
  outline: AuthoredOutline,
  sections: (Placed<AuthoredSection> & { id: string })[],
  slots: PlacedSlot[],
): Problem[] {
  const chapters = outline.chapters.map((chapter, at) => ({ name: chapter.id, path: ['chapters', at, 'id'] }));
  const points = sections
    .filter(({ part }) => 'id' in part)
    .map(({ id, path }) => ({ name: id, path: [...path, 'id'] }));
  const leads = outline.chapters.filter((chapter) => chapter.lead).map((chapter) => leadOf(chapter.id));
  const reserved = new Set(['opening', 'closing', 'all', ...leads]);
  const ids = slots.map(({ part, path }) => ({ name: part.id, path: [...path, 'id'] }));
  const labels = slots.map(({ part, path }) => ({ name: part.label, path: [...path, 'label'] }));
  return [
    ...repeated([...chapters, ...points], 'the chapter or point id'),
    ...repeated(ids, 'the slot id'),
    ...repeated(labels, 'the label'),
    ...[...chapters, ...points]
      .filter(({ name }) => reserved.has(name))
      .map(({ name, path }) => ({ path, message: `\`${name}\` is the name of something built in; write another id` })),
    ...ids
      .filter(({ name }) => name === 'year')
      .map(({ path }) => ({
        path,
        message: 'slot `year` is built in; remove this slot and write {{year}} where it is wanted',
      })),
  ];
}

function repeated(named: { name: string; path: Problem['path'] }[], what: string): Problem[] {
  const seen = new Set<string>();
  return named.flatMap(({ name, path }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ path, message: `${what} \`${name}\` is used twice; write a different one here` }];
  });
}

function checkTitle(outline: AuthoredOutline, slots: PlacedSlot[]): Problem[] {
  const names = new Set(['year', ...slots.filter(({ part }) => part.type === 'name').map(({ part }) => part.id)]);
  const wrong = tokensIn(outline.title).filter((id) => !names.has(id));
  const broken = parseTokens(outline.title).some((piece) => piece.type === 'malformed');
  return [
    ...wrong.map((id) => ({
      path: ['title'],
      message: `the title may hold only {{year}} and name slots, and \`${id}\` is neither; write one of them instead`,
    })),
    ...(broken ? [{ path: ['title'], message: 'the title holds a broken token; write it as {{year}}' }] : []),
    ...hardCoded(outline.title, ['title'], 'the title'),
  ];
}

/** Headings, briefs and fixed words: no figure and no token may stand in them. */
function checkWords(outline: AuthoredOutline, sections: (Placed<AuthoredSection> & { id: string })[]): Problem[] {
  const headings = [
    ...outline.chapters.map((chapter, at) => ({ text: chapter.heading, path: ['chapters', at, 'heading'] })),
    ...sections.flatMap(({ part, path }) =>
      'heading' in part && typeof part.heading === 'string' ? [{ text: part.heading, path: [...path, 'heading'] }] : [],
    ),
  ];
  return [
    ...headings.flatMap(({ text, path }) => [
      ...hardCoded(text, path, 'the heading'),
      ...noToken(text, path, 'heading'),
      ...(/[。！？；，、：]$/.test(text)
        ? [{ path, message: 'the heading ends in a punctuation mark; remove the mark' }]
        : []),
      ...(/^([一二三四五六七八九十]+(、|是)|（[一二三四五六七八九十]+）)/.test(text)
        ? [{ path, message: 'the heading carries its own number; write it without one, numbers are added' }]
        : []),
    ]),
    ...sections.flatMap(({ part, path }) => [
      // A brief is not printed, so 写成一段 may stand; but a digit in it would reach the model, which might copy it.
      ...(/[0-9０-９]/.test(part.brief)
        ? [{ path: [...path, 'brief'], message: 'the brief holds a digit; write it in words or without' }]
        : []),
      ...noToken(part.brief, [...path, 'brief'], 'brief'),
    ]),
  ];
}

function hardCoded(text: string, path: Problem['path'], what: string): Problem[] {
  return literalNumerals(text).map((quote) => ({
    path,
    message: `${what} has the figure \`${quote}\` written into it; figures come from facts only, write it without`,
  }));
}

function noToken(text: string, path: Problem['path'], what: string): Problem[] {
  return parseTokens(text).some((piece) => piece.type !== 'text')
    ? [{ path, message: `a ${what} may hold no {{token}}; write plain words instead` }]
    : [];
}

function checkSlot({ part: slot, path, section }: PlacedSlot, all: PlacedSlot[], sections: Set<string>): Problem[] {
  const problems: Problem[] = [];
  const say = (field: string, message: string) =>
    problems.push({ path: [...path, field], message: `slot \`${slot.id}\` ${message}` });
  const other = (id: string) => all.find(({ part }) => part.id === id);
  if (slot.type === 'figure') {
    if (slot.unit === undefined) say('id', 'is a figure without a unit; write `unit: 次` (or 元, 个, "%"…)');
    if (slot.fallback !== undefined)
      say('fallback', 'is a figure and may have no fallback; remove it, a missing figure is shown as missing');
    if (slot.unit !== undefined && /^[千百]?[万亿]./.test(slot.unit))
      say(
        'unit',
        `has a scale in its unit; write \`scale: ${slot.unit.replace(/[^千百万亿]/gu, '')}\` and \`unit: ${slot.unit.replace(/[千百万亿]/gu, '')}\``,
      );
  } else {
    for (const field of ['unit', 'scale', 'units', 'growth_of', 'part_of', 'zero', 'one'] as const) {
      if (slot[field] !== undefined)
        say(field, `is no figure and may have no \`${field}\`; remove it or write \`type: figure\``);
    }
  }
  for (const field of ['zero', 'one', 'fallback'] as const) {
    const text = slot[field];
    if (text === undefined) continue;
    if (parseTokens(text).some((piece) => piece.type !== 'text'))
      say(field, `has a token in \`${field}\`; write plain words instead`);
    for (const quote of literalNumerals(text))
      say(field, `has the figure \`${quote}\` in \`${field}\`; write words instead`);
  }
  for (const id of slot.appears ?? []) {
    if (!sections.has(id))
      say('appears', `appears in \`${id}\`, which is no section; write one of: ${[...sections].join(', ')}`);
  }
  if (slot.growth_of !== undefined) {
    const base = other(slot.growth_of);
    if (base?.part.type !== 'figure' || base.part.id === slot.id)
      say(
        'growth_of',
        `states the growth of \`${slot.growth_of}\`, which is no other figure slot; write the id of the figure that grew`,
      );
    else if (base.section !== section)
      say(
        'growth_of',
        `stands in \`${section}\` but \`${slot.growth_of}\` in \`${base.section}\`; write both in one section`,
      );
    else if (all.indexOf(base) > all.findIndex(({ part }) => part === slot))
      say('growth_of', `stands before \`${slot.growth_of}\`; write it after`);
  }
  if (slot.part_of !== undefined) {
    const whole = other(slot.part_of);
    if (whole?.part.type !== 'figure' || whole.part.id === slot.id)
      say('part_of', `is part of \`${slot.part_of}\`, which is no other figure slot; write the id of the whole`);
    else if (whole.part.unit !== slot.unit)
      say(
        'part_of',
        `has the unit ${slot.unit} but its whole \`${slot.part_of}\` has ${whole.part.unit}; write the same unit`,
      );
  }
  return problems;
}

function checkRules(outline: AuthoredOutline, slots: PlacedSlot[]): Problem[] {
  const figures = new Set(slots.filter(({ part }) => part.type === 'figure').map(({ part }) => part.id));
  const ids = outline.checks.map((check, at) => ({ name: check.id, path: ['checks', at, 'id'] }));
  return [
    ...repeated(ids, 'the check id'),
    ...outline.checks.flatMap((check, at): Problem[] => {
      const path = ['checks', at, 'rule'];
      const parsed = parseRule(check.rule);
      if (parsed.type === 'wrong') return [{ path, message: `check \`${check.id}\`: ${parsed.message}` }];
      return slotsIn(parsed.rule)
        .filter((id) => !figures.has(id))
        .map((id) => ({
          path,
          message: `check \`${check.id}\` names \`${id}\`, which is no figure slot; write one of: ${[...figures].join(', ')}`,
        }));
    }),
  ];
}
