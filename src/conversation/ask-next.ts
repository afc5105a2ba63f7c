// One question after another, only while the person wants it. Never asks for what is already settled.
import { slotOf } from '../report/outline.ts';
import { lastYears } from './last-year.ts';
import { missingSlots } from './plan.ts';
import { actorOf, type Scene, say } from './turn.ts';
import { words } from './wording.ts';

/** Asks for the next thing that is missing. `explained`: how to skip was said before. */
export function askNext(scene: Scene, explained: boolean): undefined {
  const { turn, report, outline } = scene;
  const [slot] = missingSlots(outline, report.facts);
  if (!slot) {
    turn.state.asked = null;
    return say(turn, words.nothingToAsk);
  }
  const { asked } = turn.state;
  const by = (asked?.type === 'slot' ? asked.by : undefined) ?? actorOf(turn)?.id;
  turn.state.asked = { type: 'slot', slot: slot.id, report: report.id, ...(by === undefined ? {} : { by }) };
  const question = `${slot.question}${lastYears(scene, slot)}`;
  say(turn, explained ? words.nextQuestion(question) : words.firstQuestion(question));
}

/** Asks for this one alone, required or not. */
export function askFor(scene: Scene, id: string): undefined {
  const { turn, report, outline } = scene;
  const slot = slotOf(outline, id);
  if (!slot) return say(turn, words.questionGone);
  turn.state.asked = { type: 'slot', slot: slot.id, report: report.id, once: true };
  say(turn, `${slot.question}${lastYears(scene, slot)}`);
}

/** When the slot asked for is settled, asks for the next one. */
export function advance(scene: Scene): undefined {
  const { turn, report, outline } = scene;
  const { asked } = turn.state;
  if (asked?.type !== 'slot' || asked.report !== report.id) return;
  if (asked.once) {
    turn.state.asked = null;
    return;
  }
  if (slotOf(outline, asked.slot) && !Object.hasOwn(report.facts, asked.slot)) return;
  if (missingSlots(outline, report.facts).length === 0) turn.state.asked = null;
  else askNext(scene, true);
}
