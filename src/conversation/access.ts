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
  if (event.type === 'card_submitted' || event.type === 'chat_entered' || event.type === 'menu_chosen')
    return [event.operator.id];
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

/** What one may want to do with a report; what of it is somebody's own is marked so in the rule below. */
export type Doing =
  /** Tell a fact, look at what stands. */
  | 'give'
  /** Correct a fact, leave it out or take it back; answer a question; undo a step: one's own. */
  | 'change'
  | 'answer'
  | 'undo'
  /** The owner's: between two people, the text, the file, the outline, who asks whom, whose report it is. */
  | 'decide'
  | 'draft'
  | 'export'
  | 'restart'
  | 'restructure'
  | 'collect'
  | 'hand_over'
  | 'switch';

const EVERYBODYS: Doing[] = ['give'];
const OWN: Doing[] = ['change', 'answer', 'undo'];

/** The one rule of who may do what. `whose`: open_id of whoever gave what is to be changed, raised the question, made the step. */
export function may(scene: Scene, doing: Doing, whose?: string): boolean {
  if (isOwner(scene) || EVERYBODYS.includes(doing)) return true;
  return OWN.includes(doing) && whose !== undefined && actorOf(scene.turn)?.id === whose;
}

/**
 * The check before anything that is not everybody's, for messages, presses and answers alike.
 * True when the actor may not: then it was said who may.
 */
export function isRefused(scene: Scene, doing: Doing = 'decide', whose?: string): boolean {
  if (may(scene, doing, whose)) return false;
  refuse(scene.turn, words.ownerOnly(showPerson(scene.report.owner)));
  return true;
}
