// 不对，是8人次 right after “记下：职务晋升 9人次” is about that. Makes it a correction where it can mean only that; otherwise it leads the choices.
import { findFigures, type Quantity } from '../figures/index.ts';
import type { Fact } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import type { Ask, Reading } from './command.ts';
import { likelySlots } from './question-item.ts';
import { actorOf, type Scene } from './turn.ts';

/** Later than this one has turned to something else. */
const FRESH_MS = 30 * 60_000;

const denial =
  /^(?:哦|噢|啊|呃|额|等等|等下|抱歉|不好意思|[，,。\s])*(?:不对|不是|错了|(?:我|刚才|刚刚|上面|上一|前面|那|这|条|个|句|次)*(?:说|写|打|报|记|搞|弄)错了?|更正|纠正|改成|改为|改一下|应该是|应该|应当是|应为)(?:[，,。：:\s]|是|应该|应当|为|改成|改为|成|了|就)*/u;
const tail = /(?:才对|才是|吧|啊|呢|了|哈|的)?[。.!！\s]*$/u;

export function aboutLatest(scene: Scene, text: string, reading: Reading): Reading {
  return aboutTold(scene, text, reading, lastTold(scene));
}

/** `told`: what it can be about. `certain`: it is about one of these, whether or not it denies anything. */
export function aboutTold(scene: Scene, text: string, reading: Reading, told: Fact[], certain = false): Reading {
  const vague = reading.commands.every(({ type }) => type === 'cancel');
  if (reading.facts.length > 0 || !vague) return reading;
  if (reading.asks.some((ask) => ask.type !== 'unplaced' && ask.type !== 'which_slot')) return reading;
  const said = text.trim().replace(tail, '');
  const denied = denial.test(said);
  const quantity = onlyFigure(denied ? said.replace(denial, '') : said);
  if (!quantity) return reading;
  const fitting = told.flatMap((fact) => {
    const whole = completed(scene, quantity, fact);
    return whole ? [{ slot: fact.slot, quantity: whole }] : [];
  });
  const [one, another] = fitting;
  if (!one) return reading;
  if ((denied || certain) && !another) {
    const value = { type: 'figure' as const, quantity: one.quantity };
    return {
      ...reading,
      commands: [],
      asks: [],
      rest: '',
      facts: [{ slot: one.slot, value, words: text, correction: true }],
    };
  }
  // A bare number with neither unit nor scale may be anything.
  if (!denied && !certain && quantity.unit === '' && quantity.scale === '') return reading;
  const ask: Ask = { type: 'unplaced', quantity: one.quantity, words: text };
  const others = certain ? [] : likelySlots(scene, ask).map(({ id }) => id);
  const slots = [...fitting.map(({ slot }) => slot), ...others];
  const which: Ask = {
    type: 'which_slot',
    quantity: one.quantity,
    words: text,
    slots: [...new Set(slots)].slice(0, 4),
  };
  return { ...reading, commands: [], rest: '', asks: [which] };
}

function onlyFigure(text: string): Quantity | undefined {
  const [figure, another] = findFigures(text);
  return figure && !another && figure.start === 0 && figure.end === text.length ? figure.quantity : undefined;
}

/** The figures of this person's last message that told any. */
function lastTold({ turn, report }: Scene): Fact[] {
  const by = actorOf(turn)?.id;
  const own = Object.values(report.facts).filter(
    (fact) => fact.source.by.id === by && !fact.derived && fact.value.type === 'figure',
  );
  const newest = Math.max(...own.map((fact) => fact.source.at));
  return turn.event.at - newest > FRESH_MS ? [] : own.filter((fact) => fact.source.at === newest);
}

/** What was left unsaid is as it was; undefined when it cannot be the same thing. */
function completed({ outline }: Scene, quantity: Quantity, { slot: id, value }: Fact): Quantity | undefined {
  const slot = slotOf(outline, id);
  if (!slot || value.type !== 'figure') return undefined;
  const before = value.quantity;
  if (quantity.unit === '' && quantity.scale === '') return { ...quantity, scale: before.scale, unit: before.unit };
  if (quantity.unit === '') return before.scale === '' ? undefined : { ...quantity, unit: before.unit };
  const fits = [before.unit, slot.unit, ...(slot.units ?? [])].includes(quantity.unit);
  return fits ? quantity : undefined;
}
