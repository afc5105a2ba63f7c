// A returned document taken in: its words as versions by that person, its order and headings, in one step to undo. What was changed here too, or is locked, is asked; so is every figure.

import { signatureSlots } from '../report/assemble.ts';
import type { DocumentComparison } from '../report/compare/compare-document.ts';
import { planReturn, type ReturnPlan } from '../report/compare/plan-return.ts';
import type { FactValue, Source } from '../report/fact.ts';
import { sectionsOf, slotOf } from '../report/outline.ts';
import type { SentFile, UndoStep } from '../report/report.ts';
import { homeless } from '../report/restructure.ts';
import { returnedCard } from './cards/returned-card.ts';
import { askHomes, isTold } from './homes.ts';
import { nameOf } from './plan.ts';
import { putFact } from './put-fact.ts';
import { putOutline } from './put-outline.ts';
import { dropText, putText, versionOf } from './put-version.ts';
import { neighbours } from './remove-part.ts';
import type { Base, Returned } from './returned-base.ts';
import { askClashes } from './returned-clash.ts';
import { askFigures, type FigureItems, figureItems } from './returned-figures.ts';
import { type Counts, returnedWords } from './returned-wording.ts';
import { stopWriting } from './stop-writing.ts';
import { keep, remember, type Scene, setLast, showCard } from './turn.ts';

const FILES_KEPT = 10;

export function takeIn(scene: Scene, returned: Returned): undefined {
  const { turn, report } = scene;
  const { base, source, name } = returned;
  const before = scene.outline;
  const texts = Object.fromEntries(Object.keys(report.sections).map((id) => [id, versionOf(scene, id)?.text ?? '']));
  const locked = new Set(Object.keys(report.locked ?? {}));
  const plan = planReturn(
    base.assembly,
    { outline: before, texts, locked, added: (report.added ?? 0) + 1 },
    base.compared,
  );
  report.added = plan.added - 1;
  const why = returnedWords.step(name);
  stopWriting(scene, [...plan.texts.map((one) => one.section), ...plan.dropped]);
  const changes: UndoStep['changes'] = [];
  if (JSON.stringify(plan.outline) !== JSON.stringify(before)) changes.push(putOutline(scene, plan.outline));
  for (const id of plan.dropped) changes.push(...dropText(scene, id));
  for (const { section, text } of plan.texts)
    changes.push(putText(scene, section, text, { type: 'person', person: source.by }, why));
  changes.push(...sign(scene, base.compared, source), ...keepNotes(scene, base.compared.notes, source));
  remember(scene, { what: why, changes });
  setLast(scene, plan.texts[0]?.section);
  keepAsSent(scene, name);
  const figures = figureItems(scene, plan, source, base);
  showCard(
    turn,
    returnedCard(scene, {
      plan,
      before,
      texts,
      returned,
      counts: countsOf(base.compared, figures),
      since: changedSince(scene, plan, base, texts),
    }),
  );
  askClashes(scene, plan, returned, why);
  askFigures(scene, figures);
  const lost = plan.outline.slots.filter(
    (slot) => slot.section === homeless && slotOf(before, slot.id)?.section !== homeless,
  );
  const gone = plan.dropped.flatMap((id) => texts[id] ?? []);
  const slots = lost.map((slot) => slot.id).filter((id) => !isTold(scene, id));
  askHomes(scene, { slots, texts: gone, near: neighbours(before, plan.outline, plan.dropped) });
}

/** A name or a date set in the file is the report's own. */
function sign(scene: Scene, { signature }: DocumentComparison, source: Source): UndoStep['changes'] {
  const said = [
    [signatureSlots.name, signature.name],
    [signatureSlots.date, signature.date],
  ] as const;
  return said.flatMap(([slot, text]) => {
    if (text === undefined || text.startsWith('〔待补') || !slotOf(scene.outline, slot)) return [];
    const value: FactValue = { type: 'text', text };
    return [putFact(scene, slot, value, { ...source, words: text })];
  });
}

/** What was written about the text is kept beside it. */
function keepNotes({ report }: Scene, notes: string[], source: Source): UndoStep['changes'] {
  return notes.map((text): UndoStep['changes'][number] => {
    const material = { text, source: { ...source, words: text.slice(0, 120) } };
    report.materials.push(material);
    return { type: 'material', material, before: false };
  });
}

/** From now on what comes back is compared with this. */
function keepAsSent({ turn, report }: Scene, name: string): undefined {
  const sections = Object.fromEntries(Object.entries(report.sections).map(([id, head]) => [id, head.version]));
  const facts = keep(turn, structuredClone(report.facts));
  const step = report.undo.at(-1)?.what;
  const file: SentFile = { name, at: turn.event.at, outline: report.outline, facts, sections, year: report.year };
  report.files = [...(report.files ?? []), { ...file, ...(step === undefined ? {} : { step }) }].slice(-FILES_KEPT);
}

/** Sections changed here since the file was sent, which it left as they were. */
function changedSince(
  { outline }: Scene,
  plan: ReturnPlan,
  { assembly }: Base,
  texts: Record<string, string>,
): string[] {
  const touched = new Set([...plan.texts, ...plan.clashes].map((one) => one.section));
  return sectionsOf(outline)
    .filter(({ id }) => texts[id] !== undefined && texts[id] !== assembly.texts[id] && !touched.has(id))
    .map(({ id }) => nameOf(outline, id).replace(/“.*$/u, ''));
}

export function countsOf(compared: DocumentComparison, figures?: FigureItems): Counts {
  const { opening, closing, chapters } = compared;
  const sections = [opening, ...chapters.flatMap((one) => one.sections), closing].flatMap((one) => one ?? []);
  const count = (what: (one: (typeof sections)[number]) => boolean): number => sections.filter(what).length;
  const titled = compared.title === undefined ? 0 : 1;
  return {
    edited: count((one) => one.change === 'edited'),
    fresh: count((one) => one.change === 'new'),
    gone: compared.deleted.length,
    moved: chapters.filter((one) => one.moved).length + count((one) => one.moved),
    merged: count((one) => one.merged.length > 0),
    headings: titled + chapters.filter((one) => one.retitled).length + count((one) => one.retitled),
    ...(figures ? { figures: { asked: figures.asked.length, fresh: figures.fresh.length } } : {}),
  };
}
