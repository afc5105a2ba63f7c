// Who may come in at all, and who may do an owner's things: every entrance asks here. Pure; must never tell a stranger that a report exists.
import type { Event } from './event.ts';
import type { State } from './state.ts';
import { taskWords } from './task-wording.ts';
import { refuse, toast } from './toast.ts';
import { actorOf, isOwner, type Scene, say, type Turn } from './turn.ts';
import { dayOf, showPerson } from './value.ts';
import { words } from './wording.ts';

/**
 * Whether whoever is behind the event may use the bot. `allowed`: open_ids; none at all means everyone.
 * Results and timers in a private chat go to its person, so they are held to the same list.
 */
export function mayEnter(event: Event, state: State | null, allowed: readonly string[] = []): boolean {
  return allowed.length === 0 || behind(event, state).every((id) => allowed.includes(id));
}

/** Ids of the people whose doing the event is, or who alone would read the answer. */
function behind(event: Event, state: State | null): string[] {
  if (event.type === 'message_received') return [event.sender.id];
  if (event.type === 'card_submitted' || event.type === 'chat_entered') return [event.operator.id];
  const { reports = [], chat, pending = [], questions = [] } = state ?? {};
  const owners = chat?.type === 'p2p' ? reports.map((one) => one.owner.id) : [];
  if (event.type !== 'message_recalled') return owners;
  const { message } = event;
  const sources = reports.flatMap(({ facts, materials }) => [...Object.values(facts), ...materials]);
  const given = [...sources, ...questions].map((one) => one.source).filter((one) => one.event === message);
  const waiting = pending.filter((one) => one.message === message);
  return [...owners, ...given.map((one) => one.by.id), ...waiting.map((one) => one.sender.id)];
}

/** Turns a stranger away, in words once a day; whatever else they do that day is passed over. Changes nothing of any report. */
export function turnAway(turn: Turn): undefined {
  const { state, context } = turn;
  if (turn.first) state.unmet = true;
  const actor = actorOf(turn);
  if (!actor) return;
  toast(turn, 'warning', taskWords.notAllowed);
  const today = dayOf(context.now);
  const told = Object.entries(state.refused ?? {}).filter(([, day]) => day === today);
  if (told.some(([id]) => id === actor.id)) return;
  state.refused = Object.fromEntries([...told, [actor.id, today]]);
  say(turn, taskWords.notAllowed);
}

/**
 * The one check before anything only the report's owner may do, for messages, presses and answers alike.
 * True when the actor is not the owner: then it was said who is.
 */
export function isRefused(scene: Scene): boolean {
  if (isOwner(scene)) return false;
  refuse(scene.turn, words.ownerOnly(showPerson(scene.report.owner)));
  return true;
}
