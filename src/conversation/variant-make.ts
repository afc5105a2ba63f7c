// Makes another text out of the report's current ones: cuts to its length, measures it as it will be printed or said. Adds no fact.
import { assemble, documentText } from '../report/assemble.ts';
import { countWords } from '../report/count-words.ts';
import type { ReportDocument } from '../report/document.ts';
import type { Facts } from '../report/fact.ts';
import { carriedOver, fulfil } from '../report/print-wish.ts';
import type { Report, Version } from '../report/report.ts';
import { type Shortened, shorten } from '../report/shorten.ts';
import { type Speech, speak } from '../report/speak.ts';
import type { Variant } from '../report/variant.ts';
import { sectionsFor } from './against-task.ts';
import { keep, type Scene, sideValue } from './turn.ts';
import { variantWords } from './variant-wording.ts';

/** Characters one says in a minute. */
export const PER_MINUTE = 240;
const SHORTENED_BY = 'shorten@1';
const NEAR = 0.97;
const TRIES = 5;

export const nameOfVariant = ({ kind, characters, minutes }: Variant): string =>
  variantWords.name(kind, characters, minutes);

export const speechOf = ({ unmarked }: Variant): Speech => ({ marks: unmarked ? 'none' : 'ordinal' });

/** The report's facts as this text prints them. */
export function factsOf({ spoken = {} }: Variant, facts: Facts): Facts {
  const own = Object.entries(spoken).flatMap(([slot, wish]) => {
    const fact = facts[slot];
    if (fact?.value.type !== 'figure') return [];
    const now = fulfil(wish, fact.value.quantity);
    const print = { wish, by: fact.source.by, at: fact.source.at };
    const said =
      now.type === 'print'
        ? { ...print, ...(now.quantity ? { quantity: now.quantity } : {}) }
        : carriedOver(print, fact.value);
    return said ? [[slot, { ...fact, print: said }] as const] : [];
  });
  return { ...facts, ...Object.fromEntries(own) };
}

/** As it is written; a speech not yet in the words one says. */
export function documentOfVariant(scene: Scene, variant: Variant, facts: Facts = scene.report.facts): ReportDocument {
  const { outline, report } = scene;
  return assemble({
    outline,
    year: report.year,
    facts: factsOf(variant, facts),
    texts: textsOf(scene, variant.sections),
  });
}

/** As one reads or hears it. */
export function finishedDocument(scene: Scene, variant: Variant, facts: Facts = scene.report.facts): ReportDocument {
  const document = documentOfVariant(scene, variant, facts);
  return variant.kind === 'speech' ? speak(document, speechOf(variant)) : document;
}

export function charactersOf(scene: Scene, variant: Variant): number {
  return countWords(documentText(finishedDocument(scene, variant)));
}

/** What saying it takes. */
export function minutesOf(scene: Scene, variant: Variant): number {
  return Math.max(1, Math.round(charactersOf(scene, variant) / PER_MINUTE));
}

export function headsOf(report: Report): Record<string, string> {
  return Object.fromEntries(Object.entries(report.sections).map(([id, head]) => [id, head.version]));
}

export function isOutdated({ report }: Scene, { madeFrom }: Variant): boolean {
  const now = headsOf(report);
  const ids = new Set([...Object.keys(now), ...Object.keys(madeFrom)]);
  return [...ids].some((id) => now[id] !== madeFrom[id]);
}

export const givenIn = ({ facts }: Report): number =>
  Object.values(facts).filter(({ value }) => value.type !== 'omitted').length;

/** The variant made anew from the texts as they stand. */
export function remake(scene: Scene, variant: Variant): Variant {
  const { turn, report } = scene;
  const madeFrom = headsOf(report);
  const texts = textsOf(scene, madeFrom);
  const made = cutTo(scene, variant, texts);
  const sections = Object.fromEntries(
    Object.entries(made.texts).map(([section, text]) => [
      section,
      text === texts[section] ? (madeFrom[section] ?? '') : keepText(scene, section, text, madeFrom[section]),
    ]),
  );
  const { stale: _, ...rest } = variant;
  return { ...rest, sections, madeFrom, given: givenIn(report), omitted: made.omitted };

  function keepText(of: Scene, section: string, text: string, previous: string | undefined): string {
    const by = { type: 'phrasebook' as const, id: SHORTENED_BY };
    const version: Version = { section, number: 1, text, by, at: turn.event.at, why: nameOfVariant(variant) };
    return keep(of.turn, previous === undefined ? version : { ...version, previous });
  }
}

function cutTo(scene: Scene, variant: Variant, texts: Record<string, string>): Shortened {
  const { outline, report } = scene;
  const base = {
    outline,
    year: report.year,
    facts: factsOf(variant, report.facts),
    texts,
    keep: new Set(variant.keep),
    drop: new Set(variant.drop),
    gapsFirst: true,
    favoured: new Set(sectionsFor(scene, report.task?.share?.parts ?? ['问题', '原因', '打算', '整改'])),
  };
  if (variant.kind === 'short') return shorten({ ...base, most: variant.characters });
  // What is said is longer than what is written: the written length is found by trying.
  const said = (of: Record<string, string>): number =>
    countWords(documentText(speak(assemble({ ...base, texts: of }), speechOf(variant))));
  let most = variant.characters;
  let best = shorten({ ...base, most });
  for (let nth = 0; nth < TRIES; nth++) {
    const spoken = said(best.texts);
    if (spoken <= variant.characters && (spoken >= variant.characters * NEAR || best.characters < most * NEAR)) break;
    most = Math.floor((most * variant.characters) / Math.max(1, spoken));
    const next = shorten({ ...base, most });
    if (next.characters === best.characters) break;
    best = next;
  }
  return best;
}

export function textsOf(scene: Scene, heads: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(heads).flatMap(([id, key]) => {
      const version = sideValue(scene.turn, key) as Version | undefined;
      return version ? [[id, version.text]] : [];
    }),
  );
}
