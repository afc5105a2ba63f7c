// A corrected table against what is recorded: old → new per row, who gave the old one; taken as a whole or row by row. Always one card. Data only.
import { giverOf } from '../../report/giver.ts';
import { slotOf } from '../../report/outline.ts';
import type { Block, Card, CardValue } from '../card.ts';
import type { Difference, DifferenceRow } from '../file-state.ts';
import { fileWords } from '../file-wording.ts';
import { titleOf } from '../plan.ts';
import type { Scene } from '../turn.ts';
import { cut, showPerson, showTime, showValue } from '../value.ts';
import { button, type Offer } from './choice-card.ts';

const ROWS = 15;
/** With two buttons each. */
const ROWS_EACH = 8;

/** How many pages it has, at least one. */
export function pageCount({ rows, each }: Difference): number {
  return Math.max(1, Math.ceil(rows.length / (each ? ROWS_EACH : ROWS)));
}

export function differenceCard(scene: Scene, difference: Difference): Card {
  const { rows, file, ownerOnly, page, each } = difference;
  const open = rows.filter((row) => row.taken === undefined).length;
  const size = each ? ROWS_EACH : ROWS;
  const pages = pageCount(difference);
  const shown = rows.slice(page * size, (page + 1) * size);
  const value = (what: string, more: Partial<CardValue> = {}): CardValue => ({
    action: 'difference',
    report: difference.report,
    of: difference.id,
    what,
    ...more,
  });
  const blocks: Block[] = [{ type: 'text', text: fileWords.differText(who(difference), cut(file, 60)) }];
  if (ownerOnly && open > 0)
    blocks.push({ type: 'text', text: fileWords.differOwner(showPerson(scene.report.owner)), tone: 'warn' });
  for (const [at, row] of shown.entries()) {
    const index = page * size + at;
    const waiting = row.taken === undefined;
    blocks.push({ type: 'text', text: `${index + 1}. ${lineOf(scene, row)}`, ...(waiting ? {} : { tone: 'muted' }) });
    if (!each || !waiting) continue;
    const offers: Offer[] = [
      { text: fileWords.takeRow, value: value('row', { row: index, take: true }), primary: true },
      { text: fileWords.leaveRow, value: value('row', { row: index, take: false }) },
    ];
    blocks.push({ type: 'buttons', buttons: offers.map(button) });
  }
  const turning: Offer[] = [
    ...(page > 0 ? [{ text: fileWords.pageBack, value: value('page', { page: page - 1 }) }] : []),
    ...(page + 1 < pages ? [{ text: fileWords.pageOn, value: value('page', { page: page + 1 }) }] : []),
  ];
  const deciding: Offer[] = [
    { text: fileWords.takeAll, value: value('all'), primary: true },
    ...(each || rows.length === 1 ? [] : [{ text: fileWords.takeEach, value: value('each') }]),
    { text: fileWords.takeNone, value: value('none') },
  ];
  const last = [...(open > 0 ? deciding : []), ...turning];
  if (last.length > 0) blocks.push({ type: 'divider' }, { type: 'buttons', buttons: last.map(button) });
  const numbered = pages > 1 ? `（${page + 1}/${pages}）` : '';
  return {
    title: (open > 0 ? fileWords.differTitle(rows.length) : fileWords.differDone) + numbered,
    subtitle: titleOf(scene.report),
    tone: open > 0 ? 'orange' : 'green',
    blocks,
  };
}

const who = ({ source }: Difference): string => `${giverOf(source) || showPerson(source.by)} ${showTime(source.at)}`;

function lineOf(scene: Scene, { slot, value, before, giver, taken }: DifferenceRow): string {
  const label = slotOf(scene.outline, slot)?.label ?? slot;
  const change =
    before === undefined
      ? fileWords.differAdded(label, showValue(value))
      : fileWords.differRow(label, showValue(before), showValue(value));
  const old =
    giver && `（${fileWords.differGiver(`${giverOf(giver) || showPerson(giver.by)} ${showTime(giver.at)}`)}）`;
  const done = taken === undefined ? '' : ` · ${taken ? fileWords.taken : fileWords.left}`;
  return change + (old ?? '') + done;
}
