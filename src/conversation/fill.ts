// A part's missing slots as a form. What is filled in is read like any message, by the same reader: no second way to read a figure.
import { fillCard, filledCard, unitOf } from './cards/fill-card.ts';
import { missingSlots, partOf, partsOf, slotsUnder } from './plan.ts';
import { actorOf, emit, type Scene, say, showCard } from './turn.ts';
import { cut } from './value.ts';
import { words } from './wording.ts';

const FIELD_KEPT = 1000;

export function showForm(scene: Scene, id: string): undefined {
  const { turn, report, outline } = scene;
  const part = partOf(outline, id);
  if (!part) return say(turn, words.noSuchSection(partsOf(outline).map((one) => one.name)));
  const missing = missingSlots(outline, report.facts);
  const slots = slotsUnder(outline, part).filter((slot) => missing.includes(slot));
  if (slots.length === 0) return say(turn, words.partComplete(part.name));
  showCard(turn, fillCard(scene, part, slots));
}

/** `kept`: its card is kept up to date by itself. `instead`: what is filled in replaces what stands there. */
export function takeForm(
  scene: Scene,
  form: Record<string, unknown>,
  { kept = false, instead = false }: { kept?: boolean; instead?: boolean } = {},
): undefined {
  const { turn, outline } = scene;
  const { event, state } = turn;
  const by = actorOf(turn);
  const lines = outline.slots.flatMap((slot) => {
    const said = Object.hasOwn(form, slot.id) ? oneField(form[slot.id]) : '';
    if (said === '') return [];
    // The field names its unit, so a bare number has it.
    const bare = /^[\d.,，．０-９]+$/u.test(said);
    return [`${slot.label}${instead ? '改成' : '：'}${said}${bare ? unitOf(slot) : ''}`];
  });
  if (!by || event.type !== 'card_submitted') return;
  if (lines.length === 0) return say(turn, words.formBlank);
  const key = state.sent.find((one) => one.message === event.message)?.key;
  if (key !== undefined && !kept)
    emit(turn, { type: 'update_card', chat: state.chat.id, of: key, card: filledCard(scene, lines) });
  const told = { text: lines.join('\n'), sender: by, at: event.at, message: event.id, formCard: event.message };
  emit(turn, { type: 'replay_message', chat: state.chat.id, ...told });
}

/** One line, so that the next field's label begins the next. Lists come as several strings. */
function oneField(value: unknown): string {
  const text = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join('；') : value;
  return typeof text === 'string' ? cut(text.trim().replace(/\s*\n\s*/gu, '；'), FIELD_KEPT) : '';
}
