// A corrected table: one card of what differs, taken as a whole, row by row, or not at all. Nothing is replaced unasked; all of it is one step to undo.
import type { Provenance, Source } from '../report/fact.ts';
import { giverOf } from '../report/giver.ts';
import { slotOf } from '../report/outline.ts';
import type { UndoStep } from '../report/report.ts';
import { closeAbout } from './answer-question.ts';
import { advance } from './ask-next.ts';
import { differenceCard, pageCount } from './cards/difference-card.ts';
import type { Reading } from './command.ts';
import { type Compared, compareTable, givers } from './difference-rows.ts';
import type { Difference, DifferenceRow } from './file-state.ts';
import { fileWords } from './file-wording.ts';
import { callsItCorrected } from './file-words.ts';
import { factOf, putFact } from './put-fact.ts';
import { lateItems, raise } from './raise-question.ts';
import { refuse } from './toast.ts';
import { provenanceOf } from './told.ts';
import { actorOf, emit, isOwner, remember, type Scene, say, showCard } from './turn.ts';
import { sameValue, showPerson, showValue } from './value.ts';

const KEPT = 5;
const LINES = 6;

export function showDifference(scene: Scene, { rows, same }: Compared, source: Source, file: string): undefined {
  const { turn, report } = scene;
  if (rows.length === 0) return say(turn, fileWords.differNothing(same));
  const inGroup = turn.state.chat.type === 'group';
  const difference: Difference = {
    id: turn.event.id,
    report: report.id,
    card: '',
    source,
    file,
    rows,
    ownerOnly: inGroup && givers(rows, source.by),
    page: 0,
    each: false,
  };
  difference.card = showCard(turn, differenceCard(scene, difference));
  turn.state.differences = [...(turn.state.differences ?? []), difference].slice(-KEPT);
  turn.state.asked = { type: 'difference', report: report.id, of: difference.id };
  if (same > 0) say(turn, fileWords.differSame(same));
}

/** A pasted table that disagrees with what is recorded in several places, or is called corrected. False for any other message. */
export function takeCorrected(scene: Scene, text: string, reading: Reading, source: Source): boolean {
  if (!reading.tabled) return false;
  const compared = compareTable(scene, reading);
  const replaced = compared.rows.filter(({ before }) => before !== undefined).length;
  const called = callsItCorrected(text) && compared.rows.length + compared.same > 0;
  if (replaced < 2 && !called) return false;
  if (compared.left.length > 0) raise(scene, compared.left, [], source);
  showDifference(scene, compared, source, '');
  return true;
}

export function pressDifference(scene: Scene, value: Record<string, unknown>): undefined {
  const { turn, report } = scene;
  const difference = turn.state.differences?.find((one) => one.id === value.of && one.report === report.id);
  if (!difference) return refuse(turn, fileWords.differSettled);
  const { what } = value;
  if (what === 'page') difference.page = Math.min(Math.max(0, Number(value.page) || 0), pageCount(difference) - 1);
  else if (!mayDecide(scene, difference)) return refuse(turn, fileWords.differNotYours(showPerson(report.owner)));
  else if (what === 'each') Object.assign(difference, { each: true, page: 0 });
  else {
    const row = difference.rows[Number(value.row)];
    const open = difference.rows.filter((one) => one.taken === undefined);
    const meant = what === 'row' ? open.filter((one) => one === row) : open;
    if (meant.length === 0) return refuse(turn, fileWords.differSettled);
    settle(scene, difference, meant, what === 'row' ? value.take === true : what === 'all');
  }
  redraw(scene, difference);
}

const yes =
  /^(?:(?:都|全部?|统统)(?:采用|用新的?|按新的?|改|换|更新|改成新的)|采用|(?:就)?(?:按|用|以)(?:新的?|这个|这张|更正|附件|表|后面)(?:的|表|数|里的)*(?:为准|来|改)?|全改|对|是的?|可以|好的?|行|没问题|确认|改吧|同意)(?:吧|了|啊|的)*[。！!]*$/u;
const no =
  /^(?:(?:都|全部?|一个)?(?:不要|不改|不用|不换|别改|不采用)|(?:保留|还用|用)(?:原来|老|旧|以前)的?(?:数)?|算了|先不改|取消)(?:吧|了|啊)*[。！!]*$/u;
const oneByOne = /^(?:逐条|一条一条|一个一个|逐个)(?:来|看|定|选)?(?:吧)?[。！!]*$/u;
const byName = /^(?:全部|都|就)*(?:以|按|照|用)(.{1,12}?)(?:报)?的?(?:数|表)?为准(?:吧|了)?[。！!]*$/u;

/** 全部采用, 以国库科为准, 都不要: about the card just shown. False for anything else. */
export function answerDifference(scene: Scene, text: string): boolean {
  const { asked } = scene.turn.state;
  const difference =
    asked?.type === 'difference' ? scene.turn.state.differences?.find((one) => one.id === asked.of) : undefined;
  const open = difference?.rows.filter((row) => row.taken === undefined) ?? [];
  if (!difference || difference.report !== scene.report.id || open.length === 0) return false;
  const said = text.trim();
  const choice = choiceIn(difference, said);
  if (choice === undefined) return false;
  if (!mayDecide(scene, difference)) refuse(scene.turn, fileWords.differNotYours(showPerson(scene.report.owner)));
  else {
    if (choice === 'each') Object.assign(difference, { each: true, page: 0 });
    else settle(scene, difference, open, choice === 'all');
    redraw(scene, difference);
  }
  return true;
}

function choiceIn({ rows, source, file }: Difference, said: string): 'all' | 'none' | 'each' | undefined {
  if (oneByOne.test(said)) return 'each';
  if (no.test(said)) return 'none';
  if (yes.test(said)) return 'all';
  const name = byName.exec(said)?.[1];
  if (name === undefined) return undefined;
  const of = (giver: Source | undefined): string => (giver ? `${giverOf(giver)}${giver.by.name}` : '');
  const isOld = rows.some(({ giver }) => of(giver).includes(name));
  const isNew = of(source).includes(name) || file.includes(name) || /我|更正|新|这/u.test(name);
  // A name that is neither's, or both's, decides nothing.
  return isOld === isNew ? undefined : isNew ? 'all' : 'none';
}

/** What others gave is the owner's to replace; what one gave oneself, one's own. */
function mayDecide(scene: Scene, { ownerOnly, source }: Difference): boolean {
  return isOwner(scene) || (!ownerOnly && actorOf(scene.turn)?.id === source.by.id);
}

function redraw(scene: Scene, difference: Difference): undefined {
  const { turn } = scene;
  const { asked } = turn.state;
  const done = difference.rows.every((row) => row.taken !== undefined);
  if (done && asked?.type === 'difference' && asked.of === difference.id) turn.state.asked = null;
  emit(turn, {
    type: 'update_card',
    chat: turn.state.chat.id,
    of: difference.card,
    card: differenceCard(scene, difference),
  });
}

function settle(scene: Scene, { source }: Difference, rows: DifferenceRow[], take: boolean): undefined {
  const { turn } = scene;
  for (const row of rows) row.taken = take;
  if (!take) return rows.length > 1 ? refuse(turn, fileWords.differNone) : undefined;
  const derived = derivedNow(scene);
  const moved = rows.filter((row) => !stands(scene, row));
  for (const row of moved) row.taken = false;
  const taken = rows.filter((row) => !moved.includes(row));
  const changes = taken.map(({ slot, value, words, told }): UndoStep['changes'][number] =>
    putFact(scene, slot, value, { ...source, words }, { ...keptOf(scene, slot), ...told }),
  );
  remember(scene, { what: fileWords.differStep(changes.length), changes });
  const lines = taken.map(({ slot, before, value }) =>
    before === undefined
      ? fileWords.differAdded(labelOf(scene, slot), showValue(value))
      : fileWords.differRow(labelOf(scene, slot), showValue(before), showValue(value)),
  );
  if (lines.length > 0) say(turn, fileWords.differTaken(lines.slice(0, LINES), Math.max(0, lines.length - LINES)));
  const follow = [...derivedNow(scene)].filter(([slot, shown]) => derived.get(slot) !== shown);
  if (follow.length > 0)
    say(
      turn,
      fileWords.differDerived(
        follow.slice(0, LINES).map(([slot, shown]) => {
          const before = derived.get(slot);
          const label = labelOf(scene, slot);
          return before === undefined ? `${label} ${shown}` : fileWords.differRow(label, before, shown);
        }),
      ),
    );
  const labels = moved.map(({ slot }) => labelOf(scene, slot));
  if (labels.length > 0) say(turn, fileWords.differMoved(labels));
  closeAbout(
    scene,
    taken.map(({ slot }) => slot),
  );
  const late = lateItems(scene);
  if (late.length > 0) raise(scene, [], [], source, late);
  else advance(scene);
}

/** A corrected amount is still the whole city's, and a flash figure until somebody says otherwise; as of when is told anew. */
function keptOf(scene: Scene, slot: string): Provenance {
  const { asOf: _, ...kept } = provenanceOf(factOf(scene, slot) ?? {});
  return kept;
}

/** What the card said stood there still does. */
function stands(scene: Scene, { slot, before }: DifferenceRow): boolean {
  const now = factOf(scene, slot);
  if (before === undefined) return now === undefined || now.value.type === 'omitted';
  return now !== undefined && sameValue(now.value, before);
}

function derivedNow({ report }: Scene): Map<string, string> {
  const derived = Object.values(report.facts).filter((fact) => fact.derived !== undefined);
  return new Map(derived.map(({ slot, value }) => [slot, showValue(value)]));
}

const labelOf = ({ outline }: Scene, slot: string): string => slotOf(outline, slot)?.label ?? slot;
