// A part's missing slots as a form. Each field was read against its own slot: what is right is recorded, what is not comes back marked. Never loses what was typed.
import type { Source } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import { closeAbout } from './answer-question.ts';
import { advance } from './ask-next.ts';
import { fillCard, filledCard, openSlots } from './cards/fill-card.ts';
import type { FieldReading } from './command.ts';
import { fillWords } from './fill-wording.ts';
import { missingSlots, type Part, partOf, partsOf, slotsUnder } from './plan.ts';
import { pressedKey } from './pressed-card.ts';
import { lateItems, raise } from './raise-question.ts';
import { addMaterials, recordFacts } from './record.ts';
import type { Item } from './state.ts';
import { refuse, toast } from './toast.ts';
import { actorOf, emit, type Scene, say, showCard } from './turn.ts';
import { cut } from './value.ts';
import { words } from './wording.ts';

const FIELD_KEPT = 1000;

export function showForm(scene: Scene, id: string): undefined {
  const { turn, outline } = scene;
  const part = partOf(outline, id);
  if (!part) return say(turn, words.noSuchSection(partsOf(outline).map((one) => one.name)));
  if (openSlots(scene, part).length === 0) return say(turn, words.partComplete(part.name));
  showCard(turn, fillCard(scene, part));
}

interface Manner {
  /** Its card is kept up to date by itself. */
  kept?: boolean;
  /** What is filled in replaces what stands there. */
  instead?: boolean;
}

export function takeForm(scene: Scene, form: Record<string, unknown>, { kept, instead }: Manner = {}): undefined {
  const { turn, report, outline } = scene;
  const { event } = turn;
  const by = actorOf(turn);
  if (!by || event.type !== 'card_submitted') return;
  const fields = turn.fields ?? [];
  const gone = Object.entries(form).flatMap(([id, said]) =>
    !slotOf(outline, id) && typeof said === 'string' && said.trim() !== '' ? [cut(said.trim(), FIELD_KEPT)] : [],
  );
  const cleared = keepTyped(scene, form, fields);
  if (fields.length + gone.length + cleared === 0) return refuse(turn, words.formBlank);
  const before = report.facts;
  report.facts = { ...before };
  const source: Source = { by, at: event.at, event: event.id, words: '' };
  const disputed = record(scene, fields, source, instead === true);
  const noted = fields.filter(({ slot }) => report.facts[slot] !== before[slot]).length;
  if (gone.length > 0) addMaterials(scene, gone, source, fillWords.gone(gone.length));
  const wrong = fields.filter((field) => field.wrong !== undefined);
  const part = partFor(scene, event.value.section, Object.keys(form));
  const open = part ? openSlots(scene, part).length : 0;
  const type = wrong.length > 0 ? 'warning' : disputed > 0 ? 'info' : 'success';
  toast(turn, type, fillWords.toast({ noted, wrong: wrong.length, disputed, open }));
  if (kept) return;
  redraw(
    scene,
    part,
    fields.map(({ slot }) => slot),
  );
}

/** What cannot be taken stands in its field until it is put right or emptied. Gives back how many were emptied. */
function keepTyped({ report, outline }: Scene, form: Record<string, unknown>, fields: FieldReading[]): number {
  const { typed = {} } = report;
  const filled = new Set(fields.map(({ slot }) => slot));
  const emptied = Object.keys(typed).filter((id) => Object.hasOwn(form, id) && !filled.has(id));
  const left = Object.entries(typed).filter(([id]) => slotOf(outline, id) && !emptied.includes(id) && !filled.has(id));
  const wrong = fields.flatMap(({ slot, said, wrong: why }) =>
    why === undefined ? [] : [[slot, { said: cut(said, FIELD_KEPT), wrong: why }] as const],
  );
  const now = [...left, ...wrong];
  if (now.length > 0) report.typed = Object.fromEntries(now);
  else delete report.typed;
  return emptied.length;
}

/** How many of them disagree with what somebody else gave. The card tells what was recorded, so nothing is said of it. */
function record(scene: Scene, fields: FieldReading[], source: Source, instead: boolean): number {
  const { turn, outline, report } = scene;
  const facts = fields.flatMap(({ slot, said, fact }) =>
    fact ? [{ ...fact, words: `${slotOf(outline, slot)?.label ?? ''}：${said}`, correction: instead }] : [],
  );
  if (facts.length === 0) return 0;
  const lacked = missingSlots(outline, report.facts).length;
  const quiet = turn.effects.length;
  const conflicts: Item[] = recordFacts(scene, facts, source);
  const [said, more] = turn.effects.slice(quiet);
  if (!more && said?.type === 'send_text' && said.text === turn.recorded) {
    turn.effects.pop();
    if (lacked > 0 && missingSlots(outline, report.facts).length === 0) say(turn, words.complete);
  }
  closeAbout(
    scene,
    facts.map(({ slot }) => slot),
  );
  const late = lateItems(scene);
  if (conflicts.length + late.length > 0) raise(scene, [], conflicts, source, late);
  else advance(scene);
  return conflicts.length;
}

/** The part the form was about, also on a card from before it said so. */
function partFor({ outline }: Scene, section: unknown, ids: string[]): Part | undefined {
  const named = typeof section === 'string' ? partOf(outline, section) : undefined;
  return named ?? partsOf(outline).find((part) => slotsUnder(outline, part).some(({ id }) => ids.includes(id)));
}

function redraw(scene: Scene, part: Part | undefined, ids: string[]): undefined {
  const { turn } = scene;
  const { event, state } = turn;
  if (event.type !== 'card_submitted') return;
  const card = filledCard(scene, part, ids);
  emit(turn, { type: 'update_card', chat: state.chat.id, of: pressedKey(turn, event), card });
}
