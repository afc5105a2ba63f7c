// Facts: recording, correcting, leaving out, taking back; materials. Never overwrites silently: what disagrees becomes a question.
import type { Source } from '../report/fact.ts';
import { type Slot, slotOf } from '../report/outline.ts';
import type { UndoStep } from '../report/report.ts';
import { may } from './access.ts';
import { advance } from './ask-next.ts';
import { sayTaken } from './ask-there.ts';
import type { ReadFact } from './command.ts';
import { refreshDerived } from './derived.ts';
import { missingSlots } from './plan.ts';
import { factOf, putFact } from './put-fact.ts';
import { conflictItem, isDecided } from './question-item.ts';
import { isAwaited, noLongerAwaited } from './settle.ts';
import { sayStanding } from './standing-growth.ts';
import type { Item } from './state.ts';
import { isNew, provenanceOf, showStatus } from './told.ts';
import { actorOf, relayedIn, remember, type Scene, say } from './turn.ts';
import { cut, oneLine, sameValue, showValue } from './value.ts';
import { words } from './wording.ts';

type Changes = UndoStep['changes'];

const WORDS_KEPT = 120;
const MATERIAL_KEPT = 2000;
const MATERIALS_KEPT = 200;

/** Records what can be recorded, says what was understood, and gives back what must be asked. */
export function recordFacts(scene: Scene, facts: ReadFact[], source: Source): Item[] {
  const { report, outline, turn } = scene;
  const lacked = missingSlots(outline, report.facts).length;
  const noted: { label: string; value: string }[] = [];
  const changed: { label: string; before: string; after: string }[] = [];
  const same: string[] = [];
  const items: Item[] = [];
  const strange: string[] = [];
  const changes: Changes = [];
  for (const read of facts) {
    const { slot: id, value, words: around, correction } = read;
    const told = provenanceOf(read);
    const slot = slotOf(outline, id);
    if (!slot) {
      strange.push(around || showValue(value));
      continue;
    }
    const before = factOf(scene, id);
    const mine = before?.source.by.id === source.by.id;
    const free = !before || (before.value.type === 'omitted' && (before.value.reason === 'skipped' || mine));
    if (before && sameValue(before.value, value)) {
      const more = mine && isNew(told, before);
      if (more)
        changes.push(putFact(scene, id, value, { ...source, words: around }, { ...provenanceOf(before), ...told }));
      same.push(`${slot.label} ${showValue(value)}${more ? showStatus(told) : ''}`);
    } else if (
      free ||
      (correction && may(scene, 'change', before.source.by.id)) ||
      isAwaited(scene, id, mine) ||
      isDecided(scene, id, value)
    ) {
      noLongerAwaited(scene, id);
      // Another value of the same figure is as final, and of the same scope, as the one it corrects.
      const kept = correction && before ? { ...provenanceOf(before), ...told } : told;
      changes.push(putFact(scene, id, value, { ...source, words: around }, kept));
      const after = showValue(factOf(scene, id)?.value ?? value) + showStatus(kept);
      if (before) changed.push({ label: slot.label, before: showValue(before.value), after });
      else noted.push({ label: slot.label, value: after });
    } else if (before) items.push(conflictItem(scene, slot, before, value, around, told));
  }
  const [change] = changed;
  const alone = changes.length === 1 && change ? words.change(change) : '';
  remember(scene, { what: alone || words.notedStep(noted, changes.length), changes });
  const recorded = words.recorded(noted, changed, same);
  const complete = lacked > 0 && missingSlots(outline, report.facts).length === 0 ? words.complete : '';
  sayTaken(turn, recorded);
  if (changed.length > 0 && relayedIn(turn)) say(turn, recorded);
  sayStanding(scene, facts);
  addMaterials(scene, strange, source);
  say(turn, complete);
  if (changed.length + items.length + strange.length === 0)
    turn.recorded = complete === '' ? recorded : `${recorded}\n${complete}`;
  return items;
}

/** Keeps what fits no slot, says so (in the words of `said`), and can be undone. */
export function addMaterials(scene: Scene, texts: string[], source: Source, said?: string | undefined): undefined {
  const { report, turn } = scene;
  const fresh = [...new Set(texts.map((text) => text.trim()))].filter(
    (text) => text !== '' && !report.materials.some((one) => one.text === text && one.source.event === source.event),
  );
  if (fresh.length === 0) return;
  if (report.materials.length + fresh.length > MATERIALS_KEPT) return say(turn, words.materialsFull(MATERIALS_KEPT));
  const added = fresh.map((text) => ({
    text: cut(text, MATERIAL_KEPT),
    source: { ...source, words: cut(text, WORDS_KEPT) },
  }));
  report.materials.push(...added);
  remember(scene, {
    what: words.materialStep(added.length),
    changes: added.map((material) => ({ type: 'material', material, before: false })),
  });
  const short = fresh.some((text) => [...text].length > MATERIAL_KEPT);
  say(
    turn,
    (said ?? words.material(fresh.map((text) => cut(oneLine(text), 40)))) +
      (short ? words.materialCut(MATERIAL_KEPT) : ''),
  );
}

/** Leaves a slot out: no longer missing, nothing printed. */
export function leaveOut(scene: Scene, id: string | undefined, reason: 'skipped' | 'not_applicable'): undefined {
  const { turn, report } = scene;
  const slot = slotMeant(scene, id);
  if (!slot) return say(turn, words.whichToLeaveOut);
  const by = actorOf(turn);
  const before = factOf(scene, slot.id);
  if (!by) return;
  if (before && !may(scene, 'change', before.source.by.id)) {
    return say(turn, words.othersFact(slot.label, before.source.by, report.owner));
  }
  const source = { by, at: turn.event.at, event: turn.event.id, words: '' };
  const change = putFact(scene, slot.id, { type: 'omitted', reason }, source);
  const what = reason === 'skipped' ? words.skippedStep(slot.label) : words.notApplicableStep(slot.label);
  remember(scene, { what, changes: [change] });
  const dropped = before && before.value.type !== 'omitted' ? showValue(before.value) : '';
  const marked = id !== undefined && slot.required && slot.fallback === undefined;
  say(
    turn,
    reason === 'skipped' ? words.skipped(slot.label, dropped, marked) : words.notApplicable(slot.label, dropped),
  );
  advance(scene);
}

export function withdrawFact(scene: Scene, id: string): undefined {
  const { turn, report, outline } = scene;
  const slot = slotOf(outline, id);
  const before = slot && factOf(scene, id);
  const computed = slot && report.facts[id]?.derived;
  if (computed) return say(turn, words.cannotWithdraw(slot.label, showFrom(scene, computed)));
  if (!slot || !before) return say(turn, words.nothingRecorded(slot?.label ?? ''));
  if (!may(scene, 'change', before.source.by.id)) {
    return say(turn, words.othersFact(slot.label, before.source.by, report.owner));
  }
  delete report.facts[id];
  refreshDerived(scene);
  remember(scene, { what: words.withdrawStep(slot.label), changes: [{ type: 'fact', slot: id, before }] });
  say(turn, words.withdrawn(slot.label, showValue(before.value)));
}

/** The slots a derived figure was computed from, by their labels. */
export function showFrom({ outline }: Pick<Scene, 'outline'>, from: string[]): string {
  return from.map((id) => slotOf(outline, id)?.label ?? id).join('、');
}

function slotMeant({ turn, outline }: Scene, id: string | undefined): Slot | undefined {
  if (id !== undefined) return slotOf(outline, id);
  const { asked } = turn.state;
  return asked?.type === 'slot' ? slotOf(outline, asked.slot) : undefined;
}
