// The living board: per part what is there, missing, open, approximate or a flash figure; who gave how much. Always one card. Data only.
import type { Fact } from '../../report/fact.ts';
import type { Slot } from '../../report/outline.ts';
import { homeless } from '../../report/restructure.ts';
import { standingAgainstTask } from '../against-task.ts';
import type { Block, Card } from '../card.ts';
import type { Ask } from '../command.ts';
import { isAskedFor, missingSlots, type Part, partsOf, slotsUnder, titleOf } from '../plan.ts';
import { openQuestions } from '../question.ts';
import { openChecks } from '../settle.ts';
import { checksDone, showGiver, supplyLines } from '../supply-view.ts';
import { supplyWords } from '../supply-wording.ts';
import type { Scene } from '../turn.ts';
import { cut } from '../value.ts';
import { words } from '../wording.ts';
import { button } from './choice-card.ts';

/** It is changed in place, so it cannot go on over several cards: beyond this many parts, and characters, it is cut. */
const FOLDS = 20;
const LABELS = 3200;
const GIVERS = 12;
const GIVERS_TEXT = 800;

export function boardCard(scene: Scene): Card {
  const { report, outline } = scene;
  const parts = partsOf(outline);
  const missing = missingSlots(outline, report.facts);
  const { slots: disputed, count: open } = openIn(scene);
  const shown = { missing, disputed };
  const room = Math.min(600, Math.floor(LABELS / parts.length));
  const folds = parts.slice(0, FOLDS).map((part) => partBlock(scene, part, shown, room));
  const others = parts.slice(FOLDS).map((part) => partTitle(scene, part, shown));
  const asked = outline.slots.filter((slot) => slot.section !== homeless && isAskedFor(slot));
  const total = words.boardTotal({ ...countsOf(scene, asked, shown), open });
  const givers = giversOf(scene, Object.values(report.facts));
  // In one's own chat it goes without saying.
  const alone = scene.turn.state.chat.type === 'p2p' && givers.length === 1;
  const given = alone ? '' : words.givenBy(givers, GIVERS);
  const on = { report: report.id };
  const drafted = Object.keys(report.sections).length > 0;
  const demanded = standingAgainstTask(scene);
  return {
    title: titleOf(report),
    subtitle: words.progress(missing.length),
    tone: missing.length > 0 || open > 0 ? 'blue' : 'green',
    blocks: [
      { type: 'text', text: total, bold: true },
      ...(demanded === '' ? [] : [{ type: 'text' as const, text: demanded, tone: 'muted' as const }]),
      ...folds,
      ...(others.length > 0 ? [{ type: 'text' as const, text: cut(others.join('\n'), 1000) }] : []),
      ...supplyBlock(scene),
      ...(given === '' ? [] : [{ type: 'text' as const, text: given, tone: 'muted' as const }]),
      {
        type: 'buttons',
        buttons: [
          button({ text: words.seeMissing, value: { action: 'show_missing', ...on } }),
          button({ text: words.draftAll, value: { action: 'draft', section: 'all', ...on }, primary: !drafted }),
          button({ text: words.exportIt, value: { action: 'compile', ...on }, primary: drafted }),
        ],
      },
    ],
  };
}

interface Shown {
  missing: Slot[];
  disputed: Set<string>;
}

/** What waits for an answer, and the slots it is about. A contradiction put off is open although no question is. */
function openIn(scene: Scene): { slots: Set<string>; count: number } {
  const asks = openQuestions(scene).flatMap(({ items }) =>
    items.filter((item) => !item.answer && item.ask.type !== 'check').map((item) => item.ask),
  );
  const checks = openChecks(scene);
  const slots = [...asks.flatMap(slotsOf), ...checks.flatMap(({ values }) => values.map(({ slot }) => slot))];
  return { slots: new Set(slots), count: asks.length + checks.length };
}

/** Where a figure belongs is just what is not known of one that is asked about. */
function slotsOf(ask: Ask): string[] {
  if (ask.type === 'provenance') return ask.slots;
  return 'slot' in ask ? [ask.slot] : [];
}

function partTitle(scene: Scene, part: Part, shown: Shown): string {
  const { report, outline } = scene;
  const drafted = part.sections.every((one) => report.sections[one.id]);
  const writing = part.sections.some((one) => report.drafting[one.id]);
  const slots = slotsUnder(outline, part).filter(isAskedFor);
  return words.partBoard(cut(briefly(part.title), 40), { ...countsOf(scene, slots, shown), drafted, writing });
}

/** A long heading in parallel halves by its first: the board is looked at on a phone. */
function briefly(title: string): string {
  const [head = ''] = title.split(/[，,]/u);
  return [...title].length > 18 && [...head].length >= 6 ? head : title;
}

function partBlock(scene: Scene, part: Part, shown: Shown, room: number): Block {
  const { report, outline } = scene;
  const title = partTitle(scene, part, shown);
  const slots = slotsUnder(outline, part).filter(isAskedFor);
  if (slots.length === 0) return { type: 'text', text: title };
  const labels = slots.map((slot) =>
    words.boardSlot(slot.label, Object.hasOwn(report.facts, slot.id), {
      open: shown.disputed.has(slot.id),
      about: isAbout(report.facts[slot.id]),
      flash: isFlash(report.facts[slot.id]),
    }),
  );
  return { type: 'fold', title, blocks: [{ type: 'text', text: cut(labels.join('、'), room) }] };
}

function countsOf({ report: { facts } }: Scene, slots: Slot[], { missing, disputed }: Shown) {
  const count = (holds: (slot: Slot) => boolean): number => slots.filter(holds).length;
  return {
    asked: slots.length,
    done: count(({ id }) => Object.hasOwn(facts, id)),
    missing: count((slot) => missing.includes(slot)),
    open: count(({ id }) => disputed.has(id)),
    about: count(({ id }) => isAbout(facts[id])),
    flash: count(({ id }) => isFlash(facts[id])),
  };
}

function isAbout(fact: Fact | undefined): boolean {
  return fact?.value.type === 'figure' && fact.value.quantity.approximation !== '';
}

function isFlash(fact: Fact | undefined): boolean {
  return fact?.value.type === 'figure' && fact.status === 'flash';
}

/** Who was asked and how far each is; how many have confirmed their figures. */
function supplyBlock(scene: Scene): Block[] {
  const supply = supplyLines(scene);
  const checks = checksDone(scene);
  if (!supply) return [];
  const text = supply.lines.join('\n') + (checks ? `\n${supplyWords.boardChecks(checks.done, checks.all)}` : '');
  return [{ type: 'fold', title: supply.title, blocks: [{ type: 'text', text: cut(text, GIVERS_TEXT) }] }];
}

/** Whose words they are, most first; what was computed is nobody's. */
function giversOf(scene: Scene, facts: Fact[]): { name: string; count: number }[] {
  const given = Map.groupBy(
    facts.filter((fact) => !fact.derived && fact.value.type !== 'omitted'),
    // What one person handed on for another is the other's.
    (fact) => fact.source.from?.name || fact.source.by.id,
  );
  return [...given.values()]
    .flatMap((own) =>
      own[0] ? [{ name: own[0].source.from?.name || showGiver(scene, own[0].source.by), count: own.length }] : [],
    )
    .sort((a, b) => b.count - a.count);
}
