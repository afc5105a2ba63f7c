// 对 就12次，专题确定是九个: every clause confirms a value standing on the card, or says that it was counted. Takes all of it or nothing.
import { findFigures, sameQuantity } from '../figures/index.ts';
import { slotOf } from '../report/outline.ts';
import { answerItems } from './answer-question.ts';
import type { Place } from './open-place.ts';
import { factOf } from './put-fact.ts';
import type { Scene } from './turn.ts';

const yes = /^(?:(?:对的?|是的?|嗯+|好的?|没错|不错|行|可以|确实|哦)[\s，,、]*)+/u;
const sure =
  /^(?:我|我们)?(?:都|刚|刚才|昨天|自己|亲自|一个个|又|重新)*(?:数|核|查|核对|问|统计|确认)(?:过|好)(?:了|的)*$|^(?:准的?|没错|不会错|错不了|准数)(?:了)?$/u;
const around = /^(?:就|还|确定|确实|准确?|应该|都|的|是|按|记|写|为|数|一共|总共|全年|共|那)*$/u;

export function byConfirming(scene: Scene, open: Place[], said: string): boolean {
  const clauses = said
    .split(/[，,；;。！!\n]/u)
    .map((one) =>
      one
        .trim()
        .replace(yes, '')
        .replace(/(?:吧|了|的|哈|啊)+$/u, ''),
    )
    .filter((one) => one !== '' && !sure.test(one));
  if (clauses.length === 0 || !/就|确定|确实|对|是|没错/u.test(said) || /不是|不对|吗|[?？]/u.test(said)) return false;
  const taken: { place: Place; choice: number }[] = [];
  for (const clause of clauses) {
    const free = open.filter((place) => !taken.some((one) => one.place === place));
    const meant = free.flatMap((place) => {
      const choice = confirmed(scene, place, clause);
      return choice === undefined ? [] : [{ place, choice }];
    });
    const [one, another] = meant;
    if (!one || another) return false;
    taken.push(one);
  }
  answerItems(
    scene,
    taken.map(({ place: { question, at }, choice }) => ({ question, at, choice })),
  );
  return true;
}

/** Which of its choices the clause says; undefined where it says something else, or names another slot. */
function confirmed(scene: Scene, { item: { ask, choices } }: Place, clause: string): number | undefined {
  if (ask.type !== 'confirm_value' && ask.type !== 'conflict') return undefined;
  const [figure, another] = findFigures(clause);
  const slot = slotOf(scene.outline, ask.slot);
  if (!figure || another || !slot) return undefined;
  const names = [slot.label, slot.label.replace(/(?:次数|人次|数量|人数|数|额)$/u, ''), ...slot.keywords];
  const [name = ''] = names.filter((one) => one !== '' && clause.includes(one)).sort((a, b) => b.length - a.length);
  const short = clause.slice(0, figure.start).match(/^\p{Script=Han}{2}/u)?.[0] ?? '';
  const called = name || (slot.label.includes(short) ? short : '');
  const rest = `${clause.slice(0, figure.start)}${clause.slice(figure.end)}`.replace(called, '');
  if (!around.test(rest.replace(/\s/gu, ''))) return undefined;
  const is = (value: typeof ask.value | undefined): boolean => {
    if (value?.type !== 'figure') return false;
    const { unit, scale } = figure.quantity;
    const bare =
      unit === ''
        ? { ...figure.quantity, unit: value.quantity.unit, scale: scale || value.quantity.scale }
        : figure.quantity;
    return sameQuantity(bare, value.quantity);
  };
  const at = choices.findIndex(({ deed }) => deed.type === 'record' && is(deed.value));
  if (at >= 0) return at + 1;
  return ask.type === 'conflict' && is(factOf(scene, ask.slot)?.value) ? choices.length : undefined;
}
