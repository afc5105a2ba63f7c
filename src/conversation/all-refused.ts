// 剩下的都没有，别问了: whatever is still missing is left out, as one step that 撤销 takes back. Names and dates of the report itself stay asked for.
import { may } from './access.ts';
import { pastWords } from './past-wording.ts';
import { missingSlots } from './plan.ts';
import { putFact } from './put-fact.ts';
import { actorOf, remember, type Scene, say } from './turn.ts';

const refused =
  /^(?:那|好[，,]?|嗯[，,]?)*(?:剩下|其余|其他|其它|余下|后面|别)的?(?:那些|这些|那几项|几项|项)?(?:就|我们|我局|单位)?(?:都|全|全都|也|统统)(?:是)?(?:没有?|不涉及|不适用|不写|不要|不用写|不用|没)了?(?:[，,。\s]*(?:就)?(?:别|不要|不用|甭)(?:再)?问(?:我)?了?)?[吧啊哈了]?[。.!！\s]*$/u;

/** True when the message said so and was answered. */
export function leaveOutAll(scene: Scene, text: string): boolean {
  if (!refused.test(text.trim()) || !may(scene, 'decide')) return false;
  const { turn, report, outline } = scene;
  const by = actorOf(turn);
  const missing = missingSlots(outline, report.facts).filter(
    ({ type }) => type === 'figure' || type === 'list' || type === 'text',
  );
  if (!by || missing.length === 0) return false;
  const source = { by, at: turn.event.at, event: turn.event.id, words: text.trim() };
  const changes = missing.map(({ id }) => putFact(scene, id, { type: 'omitted', reason: 'not_applicable' }, source));
  remember(scene, { what: pastWords.allOutStep(missing.length), changes });
  if (turn.state.asked?.type === 'slot') turn.state.asked = null;
  say(turn, pastWords.allOut(missing.map(({ label }) => label)));
  return true;
}
