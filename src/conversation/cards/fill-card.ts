// One part's missing slots as a form, and what it looks like once it was handed in, whole or in part. Data only.
import { type Slot, slotOf } from '../../report/outline.ts';
import type { Block, Card, Field } from '../card.ts';
import { fillWords } from '../fill-wording.ts';
import { missingSlots, type Part, partsOf, slotsUnder, titleOf } from '../plan.ts';
import { actorOf, type Scene } from '../turn.ts';
import { cut, showPerson, showValue } from '../value.ts';
import { words } from '../wording.ts';
import { button } from './choice-card.ts';

/** More inputs than this are not filled in one go; the rest come into the same card when these are given. */
const FORM_FIELDS = 10;
const ROWS = 30;

export function fillCard(scene: Scene, part: Part): Card {
  const slots = openSlots(scene, part);
  return {
    title: words.fillTitle(part.name),
    subtitle: titleOf(scene.report),
    tone: 'blue',
    blocks: [{ type: 'text', text: hint(slots), tone: 'muted' }, formOf(scene, part, slots)],
  };
}

/** After it was handed in: what is recorded, what is to be put right, and what is still open. */
export function filledCard(scene: Scene, part: Part | undefined, ids: string[]): Card {
  const { report, outline } = scene;
  const slots = part ? openSlots(scene, part) : [];
  const under = part ? slotsUnder(outline, part).map((slot) => slot.id) : [];
  const rows = recordedRows(scene, [...new Set([...under, ...ids])]);
  const wrong = wrongBlocks(scene, slots);
  const next = slots.length === 0 ? nextPart(scene, part) : undefined;
  const recorded: Block[] =
    rows.length === 0
      ? []
      : [{ type: 'fold', title: fillWords.recorded(rows.length), open: true, blocks: [{ type: 'rows', rows }] }];
  const on = { report: report.id };
  const blocks: Block[] = [
    ...wrong,
    ...(part && slots.length > 0
      ? [{ type: 'text' as const, text: hint(slots), tone: 'muted' as const }, formOf(scene, part, slots)]
      : []),
    ...recorded,
    ...(next
      ? [
          {
            type: 'buttons' as const,
            buttons: [
              button({
                text: words.fillPart(next.name),
                value: { action: 'fill', section: next.id, ...on },
                primary: true,
              }),
            ],
          },
        ]
      : []),
  ];
  const done = slots.length === 0;
  return {
    title: done ? fillWords.done(part?.name ?? '') : words.fillTitle(part?.name ?? ''),
    subtitle: titleOf(report),
    tone: wrong.length > 0 ? 'orange' : done ? 'green' : 'blue',
    blocks: blocks.length === 0 ? [{ type: 'text', text: fillWords.nothingOpen, tone: 'muted' }] : blocks,
  };
}

/** What was filled in and could not be taken, beside the reason. */
export function wrongBlocks({ report: { typed = {} }, outline }: Scene, slots: Slot[]): Block[] {
  const lines = slots.flatMap(({ id }) => {
    const entry = Object.hasOwn(typed, id) ? typed[id] : undefined;
    const label = slotOf(outline, id)?.label ?? id;
    return entry ? [fillWords.wrongLine(label, cut(entry.said, 40), cut(entry.wrong, 80))] : [];
  });
  return lines.length === 0 ? [] : [{ type: 'text', text: [fillWords.wrongTitle, ...lines].join('\n'), tone: 'warn' }];
}

/** A slot as an input. What was typed before and could not be taken stands in it to be put right; nothing is required, so half a form can be kept. */
export function fieldOf({ report: { typed = {} } }: Scene, slot: Slot, placeholder: string): Field {
  const entry = Object.hasOwn(typed, slot.id) ? typed[slot.id] : undefined;
  const label = cut(words.fieldLabel(slot.label, unitOf(slot)), 60);
  return {
    type: 'input',
    name: slot.id,
    label: entry ? fillWords.again(label, cut(entry.wrong, 36)) : label,
    placeholder: cut(placeholder, 90),
    ...(entry ? { initial: entry.said } : {}),
    multiline: slot.type === 'text' || slot.type === 'list',
  };
}

/** The scale and unit a bare number in the field is taken to have. */
function unitOf(slot: Slot): string {
  return slot.type === 'figure' ? `${slot.scale ?? ''}${slot.unit ?? ''}` : '';
}

export function openSlots({ outline, report }: Scene, part: Part): Slot[] {
  const missing = missingSlots(outline, report.facts);
  return slotsUnder(outline, part).filter((slot) => missing.includes(slot));
}

function hint(slots: Slot[]): string {
  return words.fillHint(Math.max(0, slots.length - FORM_FIELDS));
}

function formOf(scene: Scene, part: Part, slots: Slot[]): Block {
  const fields = slots.slice(0, FORM_FIELDS).map((slot) => fieldOf(scene, slot, slot.question));
  const value = { action: 'fill_in', section: part.id, report: scene.report.id };
  return { type: 'form', name: 'fill', fields, submit: button({ text: words.fillIn, value, primary: true }) };
}

function recordedRows({ report: { facts }, outline, turn }: Scene, ids: string[]) {
  const group = turn.state.chat.type === 'group';
  return ids
    .flatMap((id) => {
      const fact = Object.hasOwn(facts, id) ? facts[id] : undefined;
      if (!fact || fact.derived) return [];
      const { by } = fact.source;
      const who = group && by.id !== actorOf(turn)?.id ? fillWords.from(showPerson(by)) : '';
      return [{ label: cut(slotOf(outline, id)?.label ?? id, 40), value: showValue(fact.value, 60) + who }];
    })
    .slice(0, ROWS);
}

/** The next part in the order of the outline that still lacks something. */
function nextPart(scene: Scene, part: Part | undefined): Part | undefined {
  const parts = partsOf(scene.outline);
  const at = parts.findIndex((one) => one.id === part?.id);
  return [...parts.slice(at + 1), ...parts.slice(0, at + 1)].find((one) => openSlots(scene, one).length > 0);
}
