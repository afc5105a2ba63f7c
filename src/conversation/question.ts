// The questions that are open: which one an answer is about, what waits for a decision, the card kept up to date.
// Never answers one.

import { slotOf } from '../report/outline.ts';
import { askNext } from './ask-next.ts';
import { isPutHere } from './ask-there.ts';
import { questionCard } from './cards/question-card.ts';
import { factOf } from './put-fact.ts';
import type { Question } from './state.ts';
import { emit, type Scene, type Turn } from './turn.ts';
import { sameValue, showValue } from './value.ts';

export function openQuestions({ turn, report }: Scene): Question[] {
  return (turn.state.questions ?? []).filter(
    (one) => one.report === report.id && one.items.some((item) => !item.answer),
  );
}

/** Those a word said here can answer. */
export function openHere(scene: Scene): Question[] {
  return openQuestions(scene).filter((one) => isPutHere(scene, one));
}

/** The question a bare answer is about: the one just asked, else the newest still open. */
export function openQuestion(scene: Scene): Question | undefined {
  const { asked } = scene.turn.state;
  const open = openHere(scene);
  const replied = repliedTo(scene.turn);
  const quoted = open.find((one) => one.card === replied);
  if (quoted) return quoted;
  return (asked?.type === 'asks' ? open.find((one) => one.id === asked.of) : undefined) ?? open.at(-1);
}

/** The key of the effect whose message this one quotes. */
function repliedTo({ event, state }: Turn): string | undefined {
  if (event.type !== 'message_received' || event.replyTo === undefined) return undefined;
  return state.sent.find((one) => one.message === event.replyTo)?.key;
}

/** After something else was asked in between, the newest open question is again the one a bare answer is about. */
export function askStillOpen(scene: Scene): undefined {
  const question = openQuestion(scene);
  if (question) askOpen(scene, question);
}

export function askOpen({ turn, report, outline }: Scene, question: Question): undefined {
  const asks = question.items.filter((item) => !item.answer).map((item) => item.ask);
  const { asked } = turn.state;
  if (asks.length > 0) {
    turn.state.asked = { type: 'asks', report: report.id, asks, sourceEvent: question.source.event, of: question.id };
  } else if (asked?.type === 'asks' && asked.of === question.id) {
    turn.state.asked = null;
    if (question.resume) askNext({ turn, report, outline }, true);
  }
}

/** `asked`: what was asked before the answer; an answer that asks for a figure or a word itself comes first. */
export function refresh(scene: Scene, question: Question, asked = scene.turn.state.asked): undefined {
  if (scene.turn.state.asked === asked) askOpen(scene, question);
  const { turn, report } = scene;
  emit(turn, {
    type: 'update_card',
    chat: turn.state.chat.id,
    of: question.card,
    card: questionCard(question, report),
  });
}

/** What stands recorded while another value for it waits for a decision: both, newest last. */
export function disputes(scene: Scene): { slot: string; label: string; values: string[] }[] {
  const open = openQuestions(scene).flatMap(({ items }) => items.filter((item) => !item.answer));
  const waiting = open.flatMap(({ ask }) => (ask.type === 'conflict' || ask.type === 'confirm_value' ? [ask] : []));
  const ids = [...new Set(waiting.map((ask) => ask.slot))];
  return ids.flatMap((id) => {
    const slot = slotOf(scene.outline, id);
    const now = factOf(scene, id)?.value;
    const others = waiting.filter(
      ({ slot: of, value }) => of === id && value.type !== 'omitted' && now && !sameValue(value, now),
    );
    if (!slot || !now || others.length === 0) return [];
    return [
      {
        slot: id,
        label: slot.label,
        values: [...new Set([now, ...others.map((ask) => ask.value)].map((one) => showValue(one)))],
      },
    ];
  });
}
