// 是万元, 单位是亿元: the unit that a table or a message left out, named afterwards. Holds for every amount it was left out of; never guesses one.
import type { Provenance } from '../report/fact.ts';
import { answerItems } from './answer-question.ts';
import type { Ask } from './command.ts';
import type { Place } from './open-place.ts';
import { raise } from './raise-question.ts';
import type { Deed } from './state.ts';
import { type Scene, say } from './turn.ts';
import { sameValue, showValue } from './value.ts';
import { words } from './wording.ts';

type Confirm = Extract<Ask, { type: 'confirm_value' }>;

const unitSaid =
  /^(?:不是(?:万亿|亿|千万|百万|万|千)?元?[，,、]?|不对[，,]?|(?:都|全部?|统统)?(?:是|对|嗯|按照?|就是|用)|(?:金额|表里?|这些|数字|这张表)?的?单位(?:都|全)?(?:是|为|[:：])?|应该|应当|[，,])*(万亿|亿|千万|百万|万|千)?(元)?(?=$|[，,。；;\s的吧计算来读])/u;
const denied = /^(?:不对[，,]?)?(?:单位)?不是(?:万亿|亿|千万|百万|万|千)?元?(?:的|吧|啊|单位)?$/u;

/** 万元, when the unit was in doubt; 快报 beside it is kept. */
export function byUnit(scene: Scene, open: Place[], said: string): boolean {
  const [first] = open.filter(isInDoubt);
  if (!first) return false;
  if (denied.test(said)) {
    say(scene.turn, words.whichUnit);
    return true;
  }
  const [all, scale = '', unit = ''] = unitSaid.exec(said) ?? [];
  if (all === undefined || scale + unit === '') return false;
  const told = statusIn(said.slice(all.length));
  const doubted: { place: Place; ask: Confirm }[] = [];
  const given = open
    .filter((place) => isInDoubt(place) && place.question.source.event === first.question.source.event)
    .flatMap((place) => {
      const reading = readAs(place, scale);
      if (!reading) return [];
      const { ask, doubt } = reading;
      const { choices } = place.item;
      const again = { ...ask, words: `${ask.words}（${said}）`, reason: doubt, told: { ...ask.told, ...told } };
      if (doubt !== '') doubted.push({ place, ask: again });
      const deed: Deed =
        doubt === '' ? { type: 'record', ...valued(again), words: again.words, told: again.told } : { type: 'leave' };
      choices.push({ text: doubt === '' ? showValue(ask.value) : said, deed });
      return [{ question: place.question, at: place.at, choice: choices.length, silent: doubt !== '' }];
    });
  const taken = answerItems(scene, given);
  const source = first.question.source;
  if (taken && doubted.length > 0)
    raise(
      scene,
      doubted.map(({ ask }) => ask),
      [],
      source,
    );
  return given.length > 0;
}

const valued = ({ slot, value }: Confirm) => ({ slot, value });

function isInDoubt({ item: { ask } }: Place): boolean {
  if (ask.type !== 'confirm_value' || ask.value.type !== 'figure' || ask.value.quantity.unit !== '元') return false;
  return ask.scales !== undefined || /单位|元吗|按.*元/u.test(ask.reason);
}

/** The amount as it is in that scale, and what is still odd about it; never the offered digits under another scale. */
function readAs({ item: { ask } }: Place, scale: string): { ask: Confirm; doubt: string } | undefined {
  if (ask.type !== 'confirm_value' || ask.value.type !== 'figure') return undefined;
  const { scales, ...rest } = ask;
  const meant = scales?.find((one) => one.scale === scale);
  if (meant) {
    // What was offered and is now said to be right is sure; the rest of what was odd about it is not.
    const offered = meant === scales?.[0] && sameValue(meant.value, ask.value);
    const doubt = offered && /单位/u.test(meant.doubt) ? '' : meant.doubt;
    const others = scales?.filter((one) => one !== meant) ?? [];
    return { ask: { ...rest, value: meant.value, scales: [meant, ...others] }, doubt };
  }
  return { ask: { ...rest, value: { type: 'figure', quantity: { ...ask.value.quantity, scale } } }, doubt: '' };
}

function statusIn(text: string): Provenance {
  if (/快报/u.test(text)) return { status: 'flash' };
  if (/决算/u.test(text)) return { status: 'final' };
  return /预计|估计/u.test(text) ? { status: 'estimate' } : {};
}
