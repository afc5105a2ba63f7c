// 三支部2月没搞，95: the figure asked for, said with its reason, which also settles what the figure then contradicts. Takes only one figure after a reason.
import { findFigures } from '../figures/index.ts';
import { answerOtherwise } from './answer-question.ts';
import type { Place } from './open-place.ts';
import type { Scene } from './turn.ts';
import { showValue } from './value.ts';

const reason = /没(?:有)?(?:搞|开|办|做|组织|活动|成|赶上)?|缺|停|少(?:了|搞|开|办)|未(?:开|搞|办)|耽误|因为|由于|漏/u;
const leading = /^(?:所以|实际|其实|一共|总共|合计|全年|加起来|应该|就|是|共|有|写|为|算|只)*/u;

export function byReasoned(scene: Scene, open: Place[], said: string): boolean {
  const clauses = said.split(/[，,。；;、\s]+/u).filter((clause) => clause !== '');
  const last = clauses.pop()?.replace(leading, '') ?? '';
  const why = clauses.join('，');
  const [figure, another] = findFigures(last);
  const whole = figure && !another && figure.start === 0 && figure.end === last.length;
  if (!whole || !reason.test(why)) return false;
  const { quantity } = figure;
  const fitting = open.flatMap((place) => {
    const { ask } = place.item;
    if (ask.type !== 'confirm_value' || ask.value.type !== 'figure') return [];
    const like = ask.value.quantity;
    if (quantity.unit !== '' && quantity.unit !== like.unit) return [];
    const bare = quantity.unit === '' && quantity.scale === '';
    const scale = bare ? like.scale : quantity.scale;
    return [
      { place, slot: ask.slot, value: { type: 'figure' as const, quantity: { ...quantity, scale, unit: like.unit } } },
    ];
  });
  const [only, other] = fitting;
  if (!only || other) return false;
  const deed = { type: 'record' as const, slot: only.slot, value: only.value, words: said };
  return answerOtherwise(scene, only.place.question, only.place.at, showValue(only.value), deed, why);
}
