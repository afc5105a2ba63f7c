// What is asked of a person in a group that gathers figures: their own figures are asked about there, in reply to them; all else at home. Never shows one office another's figure.
import { questionCard } from './cards/question-card.ts';
import type { Event } from './event.ts';
import { factOf } from './put-fact.ts';
import type { Asked, Item, Question, State } from './state.ts';
import { actorOf, emit, relayedIn, type Scene, say, showCard, type Turn } from './turn.ts';

const PEOPLE_KEPT = 50;

/** In the group, under what the speaker said or pressed; undefined at home. */
function there(turn: Turn): { chat: string; replyTo: string } | undefined {
  const { event } = turn;
  const relayed = relayedIn(turn);
  if (!relayed) return undefined;
  if (event.type === 'message_received') return { chat: relayed.group, replyTo: event.replayOf ?? event.id };
  return event.type === 'card_submitted' ? { chat: relayed.group, replyTo: event.message } : undefined;
}

/** Whether the speaker can be asked: it is about nothing but what they gave themselves. */
export function isSpeakers(scene: Scene, { ask, ownerOnly }: Item): boolean {
  const by = actorOf(scene.turn)?.id;
  const own = (id: string): boolean => (factOf(scene, id)?.source.by.id ?? by) === by;
  if (!there(scene.turn) || ownerOnly) return false;
  if (ask.type === 'confirm_value' || ask.type === 'conflict') return own(ask.slot);
  return (ask.type === 'check' || ask.type === 'provenance') && ask.slots.every(own);
}

/** Shows the question where it is put and gives the key of its card. */
export function showQuestion({ turn, report }: Scene, question: Question): string {
  const card = questionCard(question, report);
  const place = question.group === undefined ? undefined : there(turn);
  return place ? emit(turn, { type: 'send_card', ...place, card }) : showCard(turn, card);
}

/** Told to whoever spoke or pressed: in the group, where they are. */
export function answerSpeaker(turn: Turn, text: string): undefined {
  const place = there(turn);
  if (!place) return say(turn, text);
  if (text !== '') emit(turn, { type: 'send_text', ...place, text });
}

/** What was taken needs no words in a group; a sign is enough, once. */
export function sayTaken(turn: Turn, text: string): undefined {
  const place = there(turn);
  if (!place) return say(turn, text);
  const signed = turn.effects.some((one) => one.type === 'react' && one.message === place.replyTo);
  if (turn.event.type === 'message_received' && !signed)
    emit(turn, { type: 'react', message: place.replyTo, emoji: 'DONE' });
}

/** While somebody in the group acts, what was asked last is what they were asked; the owner's waits. Gives back how to end it. */
export function beAskedThere(turn: Turn): () => void {
  const { state } = turn;
  const by = actorOf(turn)?.id;
  if (!relayedIn(turn) || by === undefined) return () => undefined;
  const home = state.asked;
  state.asked = state.askedThere?.[by] ?? null;
  return () => {
    const others = Object.entries(state.askedThere ?? {}).filter(([id]) => id !== by);
    const kept = [...others, ...(state.asked ? [[by, state.asked] as const] : [])].slice(-PEOPLE_KEPT);
    if (kept.length > 0) state.askedThere = Object.fromEntries(kept);
    else delete state.askedThere;
    state.asked = home;
  };
}

/** What the words of this event may answer. */
export function lastAsked(state: State, event: Event): Asked | null {
  if (!('relayed' in event) || !event.relayed) return state.asked;
  return event.type === 'message_received' ? (state.askedThere?.[event.sender.id] ?? null) : null;
}

/** Those a bare word here can answer: in the group one's own, at home all the others. */
export function isPutHere({ turn }: Scene, { group, source }: Question): boolean {
  const relayed = relayedIn(turn);
  return relayed ? group === relayed.group && source.by.id === actorOf(turn)?.id : group === undefined;
}
