// 大概12.6万: asked once whether it is to be written exactly, as about, or as 余. What is written is what the person says it is.
import type { FactValue } from '../report/fact.ts';
import { answerItem } from './answer-question.ts';
import type { Place } from './open-place.ts';
import { isRough, roughForms } from './rough-forms.ts';
import type { Scene } from './turn.ts';

const typed: [RegExp, string][] = [
  [/^(?:那|就|还是|都|要|就是|是)*(?:写|用|按|记|报)?(?:个|成)?(?:准数|准确数|实数|整数)(?:吧|了|就行|好了|的)*$/u, ''],
  [/^(?:那|就|还是|都|要)*(?:写|用|按|记|报)?(?:个|成)?(?:约数|大概数|概数|约|大概)(?:吧|了|就行|好了|的)*$/u, '约'],
  [/^(?:那|就|还是|都|要)*(?:写|用|按|记|报)?(?:个|成)?[“"]?余[”"]?(?:字)?(?:吧|了|就行|好了|的)*$/u, '余'],
];

/** 写准数, 写约数, 就写余: of the rough figures on the card. */
export function byRough(scene: Scene, open: Place[], said: string): boolean {
  const wanted = typed.find(([pattern]) => pattern.test(said))?.[1];
  const [place] = open.filter(({ item: { ask } }) => ask.type === 'confirm_value' && isRough(ask.value, ask.reason));
  const ask = place?.item.ask;
  if (wanted === undefined || !place || ask?.type !== 'confirm_value') return false;
  const form = roughForms(ask.value).find((one) => approximationOf(one) === wanted);
  const choice = place.item.choices.findIndex(
    ({ deed }) => deed.type === 'record' && form !== undefined && approximationOf(deed.value) === wanted,
  );
  if (choice < 0) return false;
  answerItem(scene, place.question, place.at, choice + 1);
  return true;
}

const approximationOf = (value: FactValue): string | undefined =>
  value.type === 'figure' ? value.quantity.approximation : undefined;
