// The rules an authored outline must keep, beyond its shape. Reports every mistake at once; mends none.
import { parseRule, slotsIn } from '../report/expression.ts';
import { leadOf, placedSections, placedSlots } from './build-outline.ts';
import { checkSlot, type PlacedSlot } from './check-slot.ts';
import { checkWords } from './check-words.ts';
import type { AuthoredOutline } from './outline-schema.ts';
import type { Problem } from './problem.ts';

type Named = { name: string; path: Problem['path'] };

/** `folder`: the name of the folder it stands in, which must be its kind. */
export function checkOutline(outline: AuthoredOutline, folder: string): Problem[] {
  const { kind } = outline;
  const slots = placedSlots(outline);
  const sections = placedSections(outline).map((section) => section.id);
  const message = `kind is \`${kind}\` but the folder is \`${folder}\`; write \`kind: ${folder}\``;
  return [
    ...(kind === folder ? [] : [{ path: ['kind'], message }]),
    ...checkSectionIds(outline),
    ...checkSlotNames(slots),
    ...checkWords(outline),
    ...slots.flatMap((slot) => checkSlot(slot, slots, sections, outline.title)),
    ...checkRules(outline, slots),
  ];
}

/** Chapters, points and what is built in share one namespace: 改写 and 起草 name any of them. */
function checkSectionIds(outline: AuthoredOutline): Problem[] {
  const chapters = outline.chapters.map((chapter, at) => ({ name: chapter.id, path: ['chapters', at, 'id'] }));
  const points = outline.chapters.flatMap((chapter, at) =>
    chapter.points.map((point, n) => ({ name: point.id, path: ['chapters', at, 'points', n, 'id'] })),
  );
  const empty = outline.chapters.flatMap((chapter, at) =>
    chapter.lead || chapter.points.length > 0 ? [] : [{ path: ['chapters', at, 'id'], name: chapter.id }],
  );
  const leads = outline.chapters.filter((chapter) => chapter.lead).map((chapter) => leadOf(chapter.id));
  const reserved = new Set(['opening', 'closing', 'all', ...leads]);
  return [
    ...repeated([...chapters, ...points], 'the chapter or point id'),
    ...empty.map(({ path, name }) => ({
      path,
      message: `chapter \`${name}\` is empty; write a \`lead:\` or \`points:\``,
    })),
    ...[...chapters, ...points]
      .filter(({ name }) => reserved.has(name))
      .map(({ name, path }) => ({ path, message: `\`${name}\` is the name of something built in; write another id` })),
  ];
}

function checkSlotNames(slots: PlacedSlot[]): Problem[] {
  const named = (field: 'id' | 'label'): Named[] =>
    slots.map(({ part, path }) => ({ name: part[field], path: [...path, field] }));
  const message = 'slot `year` is built in; remove this slot and write {{year}} where it is wanted';
  return [
    ...repeated(named('id'), 'the slot id'),
    ...repeated(named('label'), 'the label'),
    ...named('id')
      .filter(({ name }) => name === 'year')
      .map(({ path }) => ({ path, message })),
  ];
}

function checkRules(outline: AuthoredOutline, slots: PlacedSlot[]): Problem[] {
  const figures = slots.filter(({ part }) => part.type === 'figure').map(({ part }) => part.id);
  const ids = outline.checks.map((check, at) => ({ name: check.id, path: ['checks', at, 'id'] }));
  const rules = outline.checks.flatMap(({ id, rule }, at): Problem[] => {
    const path = ['checks', at, 'rule'];
    const parsed = parseRule(rule);
    if (parsed.type === 'wrong') return [{ path, message: `check \`${id}\`: ${parsed.message}` }];
    return slotsIn(parsed.rule)
      .filter((slot) => !figures.includes(slot))
      .map((slot) => ({
        path,
        message: `check \`${id}\` names \`${slot}\`, which is no figure slot; write one of: ${figures.join(', ')}`,
      }));
  });
  return [...repeated(ids, 'the check id'), ...rules];
}

/** Every name that stood before, at its second place. */
function repeated(named: Named[], what: string): Problem[] {
  return named
    .filter(({ name }, at) => named.findIndex((one) => one.name === name) < at)
    .map(({ name, path }) => ({ path, message: `${what} \`${name}\` is used twice; write a different one here` }));
}
