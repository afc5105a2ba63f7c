// What a figure stands for besides a value of this year's report: a requirement, last year's number, a plan, a difference, a guess. Pure.
import type { Quantity } from '../figures/quantity.ts';
import type { Slot } from '../report/outline.ts';
import type { Said } from './repair.ts';

export type Standing =
  /** A value, or a doubtful one with the reason it must be confirmed. */
  | { type: 'value'; doubt: string }
  /** A rate of change: belongs to the growth of what was named before it. */
  | { type: 'growth'; doubt: string }
  /** How much more or less than something else, or which part of it: no value of its own. */
  | { type: 'difference' }
  | { type: 'last_year' }
  /** Of the writing, not of the work (3000字以内, 不少于三分之一), or only an explanation of the number beside it. */
  | { type: 'requirement' };

export const isShare = (quantity: Quantity) => /^(?:%|％|‰|个?百分点|个?点|成)$/.test(quantity.unit);

const writingUnit = /^(?:字|页|分钟|号|磅|行|段|句|句话|级|版|稿|秒)$/;
const requirementBefore =
  /(?:篇幅|字数|控制在|时长|限时|每人不超过|压(?:缩)?到|缩(?:短)?到|字体|行距|写到|扩到)[^，。；\n]{0,8}$/;
const growthBefore =
  /(?:增长|下降|增幅|降幅|增速|同比|环比|增收|上升|减少|增加|提高|降低|[增降升跌涨])(?:了|率|率为|为|是|达到?|约|近|：|:|大概|大约|差不多|幅度?|速度?|分别|个)*[^\p{Script=Han}\d]*$/u;
/** 完成预算的101.2%, 占总收入57% */
const partBefore = /(?:预算|目标|任务|计划)数?的?$|占(?!比)[^，。；\n]{0,14}$/;
const differenceBefore =
  /(?:还|尚|仍)?(?:差|缺|欠|漏)了?$|(?:增支|增收|减支|减收|多收|少收|多支|净增|净减)了?$|(?:比|较)[^，。；\n]{0,8}[多少][^，。；\n\d]{0,3}$|(?:(?:比|较|跟|同)(?:去年|上年|上一年|往年|同期|上期)?[^，。；\n]{0,6}|同比)?(?:多了?|少了?|增加了?|减少了?|增了|减了|增长了?|下降了?)(?:约|近)?$|(?:再|又|另|还要)(?:加|增|添|补|多)(?:了|上|报了?)?$/;

interface Around {
  /** From the last figure that counts, or the sentence's beginning, to this one. */
  before: string;
  /** From this figure to the next one or the sentence's end. */
  after: string;
  /** From the next figure to the sentence's end. */
  rest: string;
  /** Whether the year last named before the figure is another than the report's. */
  otherYear: boolean;
  /** Whether another year was named in passing, after a figure of this year: 96次，去年95次，党课16次. */
  passing: boolean;
  /** Whether another figure stands before it in the sentence. */
  follows: boolean;
}

export function standingOf(figure: Said, around: Around): Standing {
  const { quantity } = figure;
  const { before, after } = around;
  if (writingUnit.test(quantity.unit) || /^(?:字|页|分钟)/.test(after)) return { type: 'requirement' };
  // 补充两个数：, 有三件事 count what is being said
  if (/^(?:数|数字|数据|事|事情|情况|地方|材料)(?:[：:，,。]|$)/.test(after) && quantity.scale === '')
    return { type: 'requirement' };
  // 突破800亿元大关，达到812.63亿元: the mark passed is not the amount
  if (/^(?:大关|关口|台阶|门槛)/.test(after)) return { type: 'requirement' };
  const ofWriting = /^(?:|%|％|分|倍)$/.test(quantity.unit) && !/[占率度]/.test(before);
  if (requirementBefore.test(before) && (ofWriting || quantity.denominator !== undefined))
    return { type: 'requirement' };
  // 每个一次，合计6次: the total is told beside it
  const later = after + around.rest;
  if ((isEach(before) || partTime.test(before)) && totalAfter.test(later)) return { type: 'requirement' };
  if (planBefore.test(before) && /实际|已完成|完成了/.test(later)) return { type: 'requirement' };
  // 6个支部×12个月=72次: the factors only explain
  if (/[×xX*]\s*$/.test(before)) return { type: 'requirement' };
  if (around.otherYear) return { type: 'last_year' };
  if (isShare(quantity) && partBefore.test(before)) return { type: 'difference' };
  if (isShare(quantity)) {
    // 总收入700亿元（+8.7%）, 700亿元 8.7%
    if (/^[+＋±]/.test(figure.text) || /[+＋↑]\s*$/.test(before))
      return { type: 'growth', doubt: doubtOf(figure, around) };
    if (around.follows && /^[\s（(，,]*$/.test(before))
      return { type: 'growth', doubt: /^-/.test(quantity.amount) ? doubtOf(figure, around) : '是它的增幅吗？' };
    const moved =
      quantity.direction !== undefined ||
      growthBefore.test(before) ||
      /(?:增幅|增速|增长率)[^。；]{0,12}$/.test(before) ||
      /^的?(?:增幅|增速|增长)/.test(after);
    return moved
      ? { type: 'growth', doubt: doubtOf(figure, around) }
      : { type: 'value', doubt: doubtOf(figure, around) };
  }
  if (quantity.denominator !== undefined && /篇幅|不少于|占/.test(before)) return { type: 'requirement' };
  if (/同比|增幅|增速/.test(before.slice(-8)) && quantity.unit === '' && quantity.scale === '')
    return { type: 'growth', doubt: `没有写%，是${quantity.amount}%吗？` };
  const more = differenceBefore.test(before) && !/新增|新增加/.test(before.slice(-6));
  if ((more || quantity.direction !== undefined) && !/(?:到|至)$/.test(before)) return { type: 'difference' };
  return { type: 'value', doubt: doubtOf(figure, around) };
}

const hedgeBefore =
  /(?:大概齐?|大概其|差不多|可能|也许|估计|估摸|好像|似乎|貌似|印象中|(?:我)?记得(?:是|有)?|应该(?:是|有)|约莫|不确定|听说|据说)[^，。；\n\d]{0,8}$/;
const hedgeAfter =
  /^(?:[\p{Script=Han}]{0,8})?(?:吧|来着|的样子|好像|大概|差不多|可能|左右吧|吗|[?？]|[（(]?(?:我)?(?:不确定|没核|待核|未核|暂定|待定|存疑|记不清|拿不准|说不准))|^(?:还是|或者?)/u;
const planBefore =
  /(?:计划|拟|预计|力争|目标|明年|下一?年|来年|原定|打算|要求|应(?:完成|达到)|争取|预算数)[^，。；\n]{0,10}$/;
const eachBefore =
  /(?:每(?:个|名|位|季度|季|月|年|周|人|家|期)?|平均|人均|户均|月均|各自)[^，。；\n]{0,10}$|各(?:开展|组织|召开|讲|办|开|搞|完成|学|有)?(?:了)?$|各(?:召开|开展|组织|举办)[^，。；\n]{1,8}$/;

/** 12亿（内部数，别写进稿子） */
const unwritten =
  /^(?:[（(][^）)]{0,10}|[，,](?:这个|这条|此)?数?)(?:内部|保密|涉密|不对外|别写|不写|不要写|不用写|不公开|别公开)/;
const partTime = /(?:[上下]半年|[一二三四1-4]季度|前三季度|\d{1,2}月(?:份|底)?)[^，。；\n]{0,10}$/;
const ofEach = '说的是每一个的数，这里要的是合计数';
export const eachDoubt = (doubt: string) => doubt === ofEach;

const isEach = (before: string) => eachBefore.test(before) && !/合计|共|累计/.test(before.slice(-4));
const totalAfter = /(?:合计|一共|总共|共计|累计|共|一年|全年|总数|总计)[^，。；\n]{0,8}[\d一二三四五六七八九十百两]/;

/** 非遗项目增加了17项 where the new ones are asked for, 地方收入占总收入比重59%: what looks like a difference is what the slot asks. */
export function asksForDifference(between: string, { said, slot }: { said: Said; slot: Slot }): boolean {
  if (isShare(said.quantity))
    return slot.unit === '%' && slot.growth_of === undefined && /^(?:是|为|达到?了?|约|：|:)?$/.test(between);
  return /^新增/.test(slot.label) && /^(?:数量?)?(?:今年|全年|共)*增加?了$/.test(between);
}

export function doubtOf(figure: Said, around: Around): string {
  const { before, after } = around;
  const { approximation } = figure.quantity;
  const hedge = hedgeBefore.exec(before)?.[0];
  // 报错了，应该是13次 puts right; 应该是13次 alone supposes
  const hedged = hedge !== undefined && !(figure.correction && hedge.startsWith('应该'));
  const either = around.follows && /^[^，。；\n]{0,2}(?:还是|或者?)$/.test(before);
  if (hedged || either || hedgeAfter.test(after)) return '听起来是大概的数，请给准数，或确认就按这个写';
  if (
    /几|来|数|出头|大概|差不多|吧|可能|好几|估|大致|约莫|应该|预计/.test(approximation) ||
    /^(?:来|出头|好几)/.test(after)
  )
    return '这是个大概的数，请给准数，或确认就按这个写';
  if (/突破|跨过|站上|迈上|冲破|越过/.test(approximation + before.slice(-4))) return '是迈过的一个台阶，准数是多少？';
  if (/(?:不是|并非|没到|未到|没有?达到)$/.test(before) && figure.instead === undefined && !figure.correction)
    return '您是说不是这个数吗？应该是多少？';
  if (unwritten.test(after)) return '您说不写进稿子，要记下来吗？';
  if (around.passing) return '前面提到了往年，这个是今年的数吗？';
  if (planBefore.test(before)) return '听起来是计划或目标数，是实际完成的吗？';
  if (isEach(before)) return ofEach;
  if (Number(figure.quantity.amount) === 0 && !/\d/.test(figure.text)) return '是一个也没有，按0记吗？';
  return '';
}

/** 我本人讲党课2次, 局领导讲党课5次: whose deed it was, unless the slot asks for one's own. */
export function otherActor(before: string, slot: Slot): string {
  const hit =
    /班子成员|局领导|领导班子|党组成员|党员领导干部|处级干部|本人|我(?=自己|亲自|讲|带|上|作|给|参加|主持|去)|局长|党组书记/.exec(
      before,
    )?.[0];
  const own = /您|本人|我/.test(slot.question + slot.keywords.join(''));
  return hit && !own && !(slot.label + slot.question + slot.keywords.join('')).includes(hit) ? hit : '';
}
