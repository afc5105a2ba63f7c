// 以上数据都是快报数, 总收入是决算, 就这样: answers in words to “快报还是决算？”. Tells of the figures asked about only; records no value.
import { slotOf } from '../report/outline.ts';
import { answerItem, answerOtherwise } from './answer-question.ts';
import type { Reading } from './command.ts';
import { isJustAsked } from './explanation.ts';
import type { Place } from './open-place.ts';
import { askOnly, tell } from './told.ts';
import { type Scene, say } from './turn.ts';
import { words } from './wording.ts';

const whole =
  /^(?:以上|上面|上述|这些|这几个|刚才|前面|报的|给的|所有|全部|统统|都|全|的|数据|数字|数|金额|均|是|为|就是|按|按照|应该|目前|现在)*(快报|决算|预计)(?:数据?|口径)?(?:的|吧|了)?$/u;
const single =
  /^(.{2,14}?)(?:这个|那个|的)?(?:数|金额)?(?:都|就)?(?:是|为|按|算)(快报|决算|预计)(?:数据?|口径)?(?:的|吧|了)?$/u;
const never =
  /^(?:那?就这样(?:写|吧|了)*|不用管(?:了|它)?|都不用管|无所谓|都行|都可以|随便|不(?:用)?区分|不清楚|没问题)$/u;
const marks = { 快报: 'flash', 决算: 'final', 预计: 'estimate' } as const;

export function byStatus(scene: Scene, open: Place[], said: string, { facts, asks }: Reading): boolean {
  const [place] = open.filter(({ item: { ask } }) => ask.type === 'provenance' && ask.field === 'status');
  const ask = place?.item.ask;
  if (!place || ask?.type !== 'provenance' || facts.some((fact) => fact.value.type !== 'figure')) return false;
  const alone =
    isJustAsked(scene, open, place) &&
    open.every(({ item, question }) => question !== place.question || item === place.item);
  if (alone && never.test(said)) return answerItem(scene, place.question, place.at, place.item.choices.length) || true;
  const all = whole.exec(said)?.[1];
  if (all !== undefined) {
    const told = { status: marks[all as keyof typeof marks] };
    return answerOtherwise(scene, place.question, place.at, all, { type: 'tell', slots: ask.slots, told });
  }
  // 都是决算数，增速分别为…: answered, and what follows is read on
  const [first = '', ...more] = said.split(/[，,；;。]/u);
  const beside = more.length > 0 && facts.length + asks.length > 0 ? whole.exec(first)?.[1] : undefined;
  if (beside !== undefined) {
    const told = { status: marks[beside as keyof typeof marks] };
    answerOtherwise(scene, place.question, place.at, beside, { type: 'tell', slots: ask.slots, told });
    return false;
  }
  return ofOne(scene, place, ask.slots, said);
}

/** One of several: the others wait on. */
function ofOne(scene: Scene, place: Place, ids: string[], said: string): boolean {
  const [, name, mark] = single.exec(said) ?? [];
  if (name === undefined || mark === undefined) return false;
  const slots = ids.flatMap((id) => slotOf(scene.outline, id) ?? []);
  const named = slots.filter(({ label, keywords }) => [label, ...keywords].includes(name));
  const [slot] = named;
  if (!slot || named.length > 1) return false;
  const deed = { type: 'tell' as const, slots: [slot.id], told: { status: marks[mark as keyof typeof marks] } };
  if (ids.length === 1) return answerOtherwise(scene, place.question, place.at, mark, deed);
  say(scene.turn, tell(scene, deed));
  const left = slots.filter((one) => one !== slot);
  askOnly(scene, place.question, place.at, left);
  say(scene.turn, words.askTold.status(left.map(({ label }) => label)));
  return true;
}
