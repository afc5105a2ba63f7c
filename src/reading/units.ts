// Whether a quantity can be a slot's value, and as what it would be recorded. Pure; scale and amount are never changed, only doubted.
import type { Quantity } from '../figures/quantity.ts';
import type { Slot } from '../report/outline.ts';

interface Fit {
  /** As it would be recorded: the slot's unit filled in or put for its synonym. */
  quantity: Quantity;
  /** 1 for the slot's own unit, less the further away. */
  score: number;
  /** Why it must be confirmed first, in plain Chinese; '' when it need not. */
  doubt: string;
}

/** Each row names one thing; anyone says one for the other. */
const synonyms = [
  ['次', '回', '趟', '遍', '场', '场次'],
  ['人', '名', '位', '个人'],
  ['家', '户企业', '家企业'],
  ['期', '班次', '个班'],
  ['件', '宗', '起', '份'],
  ['户', '户次'],
  ['%', '％', '个点', '点'],
  ['元', '块', '块钱', '元钱'],
];
/** 个 stands in speech for any of these. */
const countable = [
  '项',
  '件',
  '条',
  '期',
  '家',
  '户',
  '所',
  '处',
  '座',
  '篇',
  '份',
  '支',
  '场',
  '个',
  '人',
  '名',
  '类',
  '门',
];

const share = (unit: string) => ['%', '％', '‰', '个百分点', '百分点', '个点', '点'].includes(unit);

function unitScore(unit: string, slot: Slot): number {
  const own = slot.unit ?? '';
  if (unit === '成' && own === '%') return 0.9;
  if (unit === own || slot.units?.includes(unit)) return 1;
  if (unit === '') return 0.75;
  if (synonyms.some((row) => row.includes(unit) && (row.includes(own) || slot.units?.some((one) => row.includes(one)))))
    return 0.95;
  if ((unit === '个' || unit === '项') && countable.includes(own)) return 0.85;
  if (unit === '个' && own === '人次') return 0.8;
  if (unit === '人' && own === '人次') return 0.6;
  if (unit === '人次' && own === '人') return 0.6;
  if (unit === '次' && own === '人次') return 0.6;
  return 0;
}

const power: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
/** How many places the scale moves the point: 百万 6, 万亿 12. */
const places = (scale: string) => [...scale].reduce((sum, char) => sum + (power[char] ?? 0), 0);

/** Magnitude only, for plausibility: no value is ever made from it. */
export function magnitude(quantity: Quantity): number {
  return Number(`${quantity.amount}e${places(quantity.scale)}`);
}

/** Null when the unit rules the slot out. */
export function fitUnit(quantity: Quantity, slot: Slot): Fit | null {
  const score = unitScore(quantity.unit, slot);
  if (score === 0) return null;
  const own = slot.unit ?? '';
  const named = { ...quantity, unit: own };
  if (quantity.denominator !== undefined) return { quantity, score: score * 0.6, doubt: '这是个分数，要的是准数吗？' };
  if (score === 0.6)
    return { quantity: named, score, doubt: `您说的是“${quantity.unit}”，这里要的是“${own}”，是同一个数吗？` };
  if (share(own)) {
    if (quantity.unit === '成') return fitTenths(quantity, named);
    if (quantity.unit === '') return { quantity: named, score, doubt: `没有写${own}，是${quantity.amount}${own}吗？` };
    const large = Math.abs(Number(quantity.amount)) >= 100 && slot.growth_of !== undefined;
    return { quantity: named, score, doubt: large ? '增幅在100%以上，核对一下？' : '' };
  }
  if (own === '元') return { ...fitMoney(quantity, named, slot), score };
  // 35个亿 of projects is money
  if (quantity.unit === '' && quantity.scale === '亿' && slot.scale === undefined) return null;
  if (quantity.unit === '' && quantity.scale !== '' && slot.scale === undefined)
    return { quantity: named, score, doubt: `没有写单位，是${quantity.amount}${quantity.scale}${own}吗？` };
  if (
    slot.scale !== undefined &&
    quantity.scale === '' &&
    magnitude(quantity) !== 0 &&
    magnitude(quantity) < 10 ** places(slot.scale)
  )
    return {
      quantity: named,
      score,
      doubt: `这一项通常以${slot.scale}${own}计，是${quantity.amount}${own}还是${quantity.amount}${slot.scale}${own}？`,
    };
  const whole = Number.isInteger(Number((magnitude(quantity) * 1000).toFixed(3)) / 1000);
  if (!whole && !/万|亿|平方|公里|亩|吨|米|分|天|日|小时|岁|倍|公斤|升|度/.test(own + quantity.scale))
    return { quantity: named, score, doubt: '不是整数，核对一下？' };
  return { quantity: named, score, doubt: '' };
}

/** 三成 is 30%, but said of a share it is seldom exact. */
function fitTenths(quantity: Quantity, named: Quantity): Fit {
  const { unit: _, ...rest } = named;
  const [whole = '0', part = ''] = quantity.amount.split('.');
  const amount = `${whole}${part.slice(0, 1).padEnd(1, '0')}${part.length > 1 ? `.${part.slice(1)}` : ''}`;
  const percent = { ...rest, amount: amount.replace(/^0+(?=\d)/u, ''), unit: '%' };
  return { quantity: percent, score: 0.9, doubt: `“${quantity.amount}成”按${percent.amount}%记吗？有准数请说准数。` };
}

function fitMoney(quantity: Quantity, named: Quantity, slot: Slot): { quantity: Quantity; doubt: string } {
  const scale = slot.scale ?? '';
  const spelledOut = magnitude(quantity) >= 10 ** (places(scale) - 1);
  if (quantity.scale === '' && quantity.unit === '' && scale !== '' && !spelledOut)
    return { quantity: { ...named, scale }, doubt: `没有写单位，是${quantity.amount}${scale}元吗？` };
  const ratio = scale === '' ? 1 : magnitude(quantity) / 10 ** places(scale);
  if (ratio !== 0 && (ratio < 1 || ratio >= 100000))
    return { quantity: named, doubt: `这一项通常以${scale}元计，核对一下单位？` };
  return { quantity: named, doubt: '' };
}

/** Whether a new value is so far from the recorded one that it must be asked about (7亿 where 700亿 stood). */
export function farFrom(quantity: Quantity, recorded: Quantity): boolean {
  const [one, other] = [magnitude(quantity), magnitude(recorded)];
  if (one === 0 || other === 0 || share(quantity.unit)) return false;
  const ratio = one / other;
  return ratio >= 10 || ratio <= 0.1;
}

/** The written form of a spoken guess, offered when it is to be confirmed: 大概12.6万 is 约12.6万, 12个亿出头 is 12余亿. */
export function inWriting(quantity: Quantity): Quantity {
  const { approximation } = quantity;
  if (/大概|差不多|估计|约莫|大致/.test(approximation)) return { ...quantity, approximation: '约' };
  if (/来|出头|开外|挂零|有余/.test(approximation)) return { ...quantity, approximation: '余' };
  return quantity;
}

/**
 * Moves the point so that an amount counted out in full stands in the slot's scale, digits only and exact: 8126300万元 of a
 * table is 812.63亿元, spoken 八亿九千四百万 is 8.94亿. Left as it is where that would not make it shorter.
 */
export function rescale(quantity: Quantity, slot: Slot): Quantity {
  const wanted = slot.scale ?? '';
  const shift = places(wanted) - places(quantity.scale);
  if (wanted === '' || shift <= 0 || quantity.denominator !== undefined) return quantity;
  const moved = movePoint(quantity.amount, shift);
  const to = quantity.to === undefined ? undefined : movePoint(quantity.to, shift);
  if (moved.startsWith('0') || /\.\d{5,}/.test(moved)) return quantity;
  return { ...quantity, amount: moved, scale: wanted, ...(to === undefined ? {} : { to }) };
}

function movePoint(amount: string, shift: number): string {
  const [whole = '0', part = ''] = amount.split('.');
  const padded = whole.padStart(shift + 1, '0');
  const digits = `${padded.slice(-shift)}${part}`.replace(/0+$/, '');
  return padded.slice(0, -shift) + (digits === '' ? '' : `.${digits}`);
}
