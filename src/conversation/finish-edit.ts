// What follows from a literal edit: new versions by that person, one undo step, and questions about the figures that came or went.
import { anchorTyped, type Edited, type Typed } from '../report/anchor-figures.ts';
import { type EditContext, shownText } from '../report/lay-out.ts';
import { sectionsOf, slotOf } from '../report/outline.ts';
import { slotsAllowedIn } from '../report/proof.ts';
import type { UndoStep } from '../report/report.ts';
import { itemsOf } from '../report/telling.ts';
import type { EditDeed, ProposalItem } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { askHomes, isTold } from './homes.ts';
import { labelFrom, newFigure } from './new-slot.ts';
import { propose } from './proposal.ts';
import { putFact } from './put-fact.ts';
import { putText, versionOf } from './put-version.ts';
import { neighbours } from './remove-part.ts';
import { actorOf, remember, type Scene, say, setLast } from './turn.ts';
import { cut, oneLine, showValue } from './value.ts';
import { words } from './wording.ts';

type Changes = UndoStep['changes'];

/** What one edit did to one section. */
export interface Done {
  section: string;
  before: string;
  edited: Edited;
}

export const SHOWN = 30;

export function contextOf({ report, outline }: Scene, section: string): EditContext {
  return { outline, year: report.year, facts: report.facts, section };
}

/** New versions, one undo step, what was done in a sentence, and what follows from it as questions. */
export function finish(
  scene: Scene,
  done: Done[],
  said: { what: string; text: string },
  more: Changes = [],
): undefined {
  const { turn, outline } = scene;
  const person = actorOf(turn);
  if (!person) return;
  const changes = done.map(({ section, edited }) =>
    putText(scene, section, edited.text, { type: 'person', person }, said.what),
  );
  remember(scene, { what: said.what, changes: [...more, ...changes] });
  const [first] = done;
  if (first) setLast(scene, first.section);
  say(turn, said.text);
  const literal = done.flatMap((one) => one.edited.words).flatMap((id) => slotOf(outline, id)?.label ?? []);
  if (literal.length > 0) say(turn, editWords.nowWords(literal));
  askTyped(scene, done);
  for (const { section, before, edited } of done) {
    const slots = edited.untold.filter(
      (id) => !edited.words.includes(id) && !edited.typed.some((one) => one.slot === id),
    );
    const gone = slots.filter((id) => !isTold(scene, id));
    const near = neighbours(outline, outline, [section]).filter((id) => id !== section);
    askHomes(scene, { slots: gone.filter((id) => slotOf(outline, id)?.type !== 'name'), texts: [before], near });
  }
}

/** Figures among a person's words that no fact stands behind: recorded too, or only written. */
function askTyped(scene: Scene, done: Done[]): undefined {
  const { report, outline } = scene;
  const items = done.flatMap(({ section, edited }) =>
    edited.typed.flatMap((typed): ProposalItem[] => {
      if (typed.same) return [];
      const slot = typed.slot === undefined ? undefined : slotOf(outline, typed.slot);
      const fact = slot && report.facts[slot.id];
      const around = cut(oneLine(typed.around), 40);
      const text =
        slot && fact
          ? editWords.typedDiffers(typed.text, slot.label, showValue(fact.value), around)
          : editWords.typedNew(typed.text, around);
      return [
        {
          text,
          choices: [
            ...recordChoices(scene, section, typed, slot?.label),
            { text: editWords.onlyInText, deed: { type: 'leave' } },
          ],
        },
      ];
    }),
  );
  propose(scene, editWords.typedTitle(items.length), [...items, ...newNames(scene, done)]);
}

function recordChoices(
  { outline, report }: Scene,
  section: string,
  typed: Typed,
  label: string | undefined,
): ProposalItem['choices'] {
  const { slot, quantity, text, around } = typed;
  const value = { type: 'figure' as const, quantity };
  const as = (id: string, name: string): ProposalItem['choices'][number] => ({
    text: editWords.recordAs(name, text),
    deed: { type: 'record_typed', slot: id, section, text, value },
  });
  if (slot !== undefined && label !== undefined) return [as(slot, label)];
  // Nobody gave these yet, and it counts the same.
  const open = slotsAllowedIn(outline, section).filter(
    (one) => one.type === 'figure' && one.unit === quantity.unit && !report.facts[one.id] && one.derived === undefined,
  );
  const name = quantity.unit === '' ? '' : labelFrom(around, quantity);
  return [
    ...open.slice(0, 2).map((one) => as(one.id, one.label)),
    ...(name === ''
      ? []
      : [
          {
            text: editWords.recordNew(name),
            deed: { type: 'record_new' as const, section, label: name, text, around, value },
          },
        ]),
    { text: editWords.toMaterials, deed: { type: 'material', words: around } },
  ];
}

/** Titles among a person's words that nobody ever told. */
function newNames(scene: Scene, done: Done[]): ProposalItem[] {
  const { report } = scene;
  const told = [
    ...Object.values(report.facts).flatMap(({ value }) => itemsOf(value)),
    ...report.materials.map((one) => one.text),
  ].join('\n');
  return done.flatMap(({ before, edited }): ProposalItem[] => {
    const names = [...new Set(edited.text.match(/《[^》\n]{2,40}》/gu) ?? [])];
    const strange = names.filter((name) => !told.includes(name) && !before.includes(name));
    if (strange.length === 0) return [];
    const sentences = edited.text.split(/(?<=[。；\n])/u).filter((one) => strange.some((name) => one.includes(name)));
    const kept = cut(oneLine(sentences.join('').replaceAll(/\{\{[^}]*\}\}/gu, '…')), 300);
    return [
      {
        text: editWords.namesNew(strange),
        choices: [
          { text: editWords.toMaterials, deed: { type: 'material', words: kept } },
          { text: editWords.onlyInText, deed: { type: 'leave' } },
        ],
      },
    ];
  });
}

/** The typed figure becomes the fact, and stands in the text for it. */
export function recordTyped(scene: Scene, deed: Extract<EditDeed, { type: 'record_typed' }>): undefined {
  const { turn, outline } = scene;
  const { slot, section, text, value } = deed;
  const by = actorOf(turn);
  const label = slotOf(outline, slot)?.label ?? slot;
  if (!by) return;
  const version = versionOf(scene, section);
  // Since the question was put the words may have been taken out again.
  if (!version || !shownText(version.text, contextOf(scene, section)).includes(text)) {
    return say(turn, words.questionGone);
  }
  const source = deed.source ?? { by, at: turn.event.at, event: turn.event.id, words: text };
  const changes: Changes = [putFact(scene, slot, value, source)];
  const after = anchorTyped(version.text, contextOf(scene, section), text, slot);
  if (after !== version.text) changes.push(putText(scene, section, after, version.by, version.why));
  remember(scene, { what: editWords.recordAs(label, text), changes });
  say(turn, editWords.recordedTyped(label, text));
}

/** The typed figure becomes one of its own, and stands in the text for it. */
export function recordNew(scene: Scene, deed: Extract<EditDeed, { type: 'record_new' }>): undefined {
  const { turn, outline } = scene;
  const { section: id, label, text, around, value } = deed;
  const by = actorOf(turn);
  const section = sectionsOf(outline).find((one) => one.id === id);
  const version = versionOf(scene, id);
  if (!by || value.type !== 'figure') return;
  if (!section || !version || !shownText(version.text, contextOf(scene, id)).includes(text)) {
    return say(turn, words.questionGone);
  }
  const source = { by, at: turn.event.at, event: turn.event.id, words: around };
  const made = newFigure(scene, { section, label, quantity: value.quantity, words: around }, source);
  const after = anchorTyped(version.text, contextOf(scene, id), text, made.id);
  const changes = [...made.changes];
  if (after !== version.text) changes.push(putText(scene, id, after, version.by, version.why));
  remember(scene, { what: editWords.recordAs(made.label, text), changes });
  say(turn, editWords.recordedTyped(made.label, text));
}
