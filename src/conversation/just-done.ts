// 刚才那个不要了: takes back what was just done, keeps what stands where two values were asked about. Never deletes a figure told before that.

import type { Report, UndoStep } from '../report/report.ts';
import { answerItem } from './answer-question.ts';
import { pastWords } from './past-wording.ts';
import { openQuestion } from './question.ts';
import { type Scene, say } from './turn.ts';
import { undo } from './undo.ts';

const justNow =
  /^(?:算了[，,\s]*)?(?:(?:把|将)?(?:刚才|刚刚|刚|上面|前面)(?:的)?(?:那|这)?(?:一)?(?:个|条|段|版|稿|次|遍)?(?:改的|写的|说的|记的|重写的)?|(?:那|这)一?(?:版|稿|段))(?:就|都|我)*(?:不要了?|不用了?|别要了?|作废|不算了?|算了)(?:吧|啊|哈|了)?[。.!！\s]*$/u;

/** 算了，还是要那句: what stood there before. */
const ratherBefore =
  /^(?:算了|不改了|那|嗯)?[，,。\s]*还是(?:要|用|留着?|保留)(?:刚才|原来|之前|原先|先前|前面)?的?(?:那|原)(?:一)?(?:句|段|版|稿|样)(?:话|子)?(?:吧|好|了|啊)*[。.!！\s]*$/u;

/** True when the message said so and was answered. */
export function takeBackJust(scene: Scene, text: string): boolean {
  const before = ratherBefore.test(text.trim());
  if (!before && !justNow.test(text.trim())) return false;
  const { report, turn } = scene;
  const last = report.undo.at(-1);
  const question = openQuestion(scene);
  const at = question?.items.findIndex((one) => !one.answer) ?? -1;
  const item = question?.items[at];
  const drafting = Object.keys(report.drafting).length > 0;
  const written = drafting || last?.changes.some(({ type }) => type === 'section') === true;
  const rival = item?.ask.type === 'conflict' || item?.ask.type === 'confirm_value' || item?.ask.type === 'unplaced';
  // Where nothing was written there is no sentence to have back.
  if (before && !written) return false;
  if (!written && question && item && rival && toldAt(report, last) <= question.source.at)
    answerItem(scene, question, at, item.choices.length);
  else if (written || last?.changes.length === 1) undo(scene);
  else say(turn, pastWords.whichJust(last?.what ?? ''));
  return true;
}

/** When what the step recorded was said; 0 where it recorded nothing. */
function toldAt({ facts }: Report, step: UndoStep | undefined): number {
  const times = (step?.changes ?? []).map((change) =>
    change.type === 'fact'
      ? (facts[change.slot]?.source.at ?? 0)
      : change.type === 'material'
        ? change.material.source.at
        : 0,
  );
  return Math.max(0, ...times);
}
