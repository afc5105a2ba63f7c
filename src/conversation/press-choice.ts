// A choice pressed on a question's card: the card itself shows the answer, so little is said. Decides nothing else.
import { answer, sayComplete, saysMore } from './answer-question.ts';
import { answerSpeaker } from './ask-there.ts';
import { missingSlots } from './plan.ts';
import { refresh } from './question.ts';
import { raiseLate } from './raise-question.ts';
import { refuse, toast } from './toast.ts';
import { type Scene, say } from './turn.ts';
import { words } from './wording.ts';

/** A press: the card itself shows the answer, so nothing is said unless it could not be taken. */
export function pressChoice(scene: Scene, of: unknown, at: unknown, choice: unknown): undefined {
  const question = (scene.turn.state.questions ?? []).find((one) => one.id === of && one.report === scene.report.id);
  if (!question) return refuse(scene.turn, words.questionGone);
  const lacked = missingSlots(scene.outline, scene.report.facts).length;
  const asked = scene.turn.state.asked;
  const done = answer(scene, question, Number(at), Number(choice));
  if (!done.taken) return refuse(scene.turn, done.text);
  toast(scene.turn, 'success', done.text);
  refresh(scene, question, asked);
  const deed = question.items[Number(at)]?.choices[Number(choice) - 1]?.deed.type;
  if (saysMore(deed)) answerSpeaker(scene.turn, done.text);
  sayComplete(scene, lacked);
  raiseLate(scene, question.source);
}

/** 全部改成新的 is the first choice of every open item about two values; 全部保留原来的 the last. */
export function pressAll(scene: Scene, of: unknown, choice: unknown): undefined {
  const question = (scene.turn.state.questions ?? []).find((one) => one.id === of && one.report === scene.report.id);
  const open = (question?.items ?? []).flatMap((item, at) =>
    item.ask.type === 'conflict' && !item.answer ? [at] : [],
  );
  if (!question || open.length === 0) return refuse(scene.turn, words.questionGone);
  const pick = (at: number): number => (choice === 1 ? 1 : (question.items[at]?.choices.length ?? 0));
  const failed = open.map((at) => answer(scene, question, at, pick(at))).filter((done) => !done.taken);
  say(scene.turn, failed[0]?.text ?? '');
  if (failed.length < open.length) refresh(scene, question);
  raiseLate(scene, question.source);
}
