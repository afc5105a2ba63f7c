// Sentences without a figure that still speak of a slot: 党课先跳过, 留抵退税跟去年差不多, 主题党日没有开展. Pure; they ask, and never record.
import type { Ask, Command } from '../conversation/command.ts';
import type { Outline, Slot } from '../report/outline.ts';
import { splitClauses } from './clauses.ts';
import { contentOf } from './content.ts';
import { growthOf } from './growth.ts';
import { findMentions } from './mentions.ts';

interface StatementsRead {
  commands: Command[];
  asks: Ask[];
  used: { start: number; end: number }[];
}

const sameAsBefore =
  /(?:跟|和|与|同|照|按|比)(?:去年|上年|以前|往年|上一年)(?:的)?(?:一样|差不多|相同|一致|持平|没变|差不离)|(?:同|照)(?:去年|上年|往年)|照旧|老样子|没(?:什么|啥)?变化|和之前一样/;
const vague =
  /(?:好几|若干|不少|很多|许多|多次|几|一些|差不多)(?:次|个|回|场|项|人|期|件|户)?(?:吧|的样子)?$|十几|几十/;
/** What looks like a number and could not be read as one: ١٢, ⑫, 百万千. */
const oddNumeral = /(?![0-9])\p{N}|[百千万亿]{2,}|半[次个场期件户人]/u;
const later =
  /(?:先)?(?:跳过|不填|略过|放(?:一)?放|空着|留空)|(?:以后|回头|待会儿?|晚点|下次|明天|周[一二三四五])再(?:说|填|报|给|补)|(?:我|他们|回头|晚点|过两天|明天|后天|下午|稍后)+(?:给|报|补|发)(?:你|您|上来|过来)?(?:吧)?$|(?:还没|没有?)(?:统计|汇总)|保密|涉密|不(?:便|方便|能)(?:提供|透露|公开)|不知道|不清楚/;
const never = /不适用|不涉及|没有?这(?:一)?(?:项|个|块|方面)|(?:别|不|不用|不要|不需要)(?:再)?写|不要了$|用不上/;
const drop = /(?:删(?:掉|了|去|除)|去掉|作废|撤(?:掉|了|回)|清(?:掉|除)|不算(?:数)?)/;
/** 存在的问题第二条: not the whole list. */
const itemOf = /第[一二三四五六七八九十\d]{1,2}(?:大|小)?(?:条|点|项|个|段|句|方面)/;
const none =
  /(?:没有?|未)(?:再)?(?:开展|组织|搞|召开|开|讲|做|办|举办|进行|发生|学|有)?(?:过|了)?(?:一次)?$|(?:是|为|：|:)?\s*(?:零|无|没有)$|没有?(?:开展|组织|搞|召开|开|讲|做|办|举办|进行)(?:过)?/;

const zero = (slot: Slot) =>
  ({ type: 'figure', quantity: { amount: '0', scale: '', unit: slot.unit ?? '', approximation: '' } }) as const;

const doubled = /翻(?:了)?(?:一)?番(?!两|三)|翻了?一倍|增(?:长|加)了?一倍/u;
const twice = {
  type: 'figure',
  quantity: { amount: '100', scale: '', unit: '%', approximation: '', direction: '增长' },
} as const;

/** The rate a sentence about the slot speaks of. */
const growing = (slot: Slot, outline: Outline): Slot | undefined =>
  slot.growth_of === undefined ? growthOf(outline, slot) : slot;

/** `taken`: stretches read already; `told`: sentences that gave a figure, of which only what is to be left out is heard. `asked`: the slot just asked, which a sentence naming no slot is about. */
export function readStatements(
  text: string,
  taken: { start: number; end: number }[],
  told: { start: number; end: number }[],
  outline: Outline,
  asked: Slot | undefined,
): StatementsRead {
  const read: StatementsRead = { commands: [], asks: [], used: [] };
  let last: Slot | undefined;
  const clauses = splitClauses(text);
  for (const clause of clauses) {
    const mentioned = slotOf(clause.text, outline, last);
    if (taken.some((one) => clause.start < one.end && clause.end > one.start)) {
      last = slotOf(clause.text, outline, undefined) ?? last;
      continue;
    }
    const words = clause.text.trim();
    const rates = doubled.test(words) && !mentioned && !asked ? ratesOf(words, outline) : [];
    if (rates.length > 0 && clause.text.length <= 40) {
      read.asks.push({ type: 'which_slot', quantity: twice.quantity, words, slots: rates });
      read.used.push(clause);
      continue;
    }
    const slot = mentioned ?? (clauses.length <= 2 && told.length === 0 ? asked : undefined);
    if (!slot || clause.text.length > 40) continue;
    last = slot;
    const omitted = (reason: string): Ask => ({
      type: 'confirm_value',
      slot: slot.id,
      value: { type: 'omitted', reason: 'skipped' },
      words,
      reason,
    });
    const before = read.commands.length + read.asks.length;
    const given = told.some((one) => clause.start < one.end && clause.end > one.start);
    if (given && !never.test(words) && !later.test(words) && !doubled.test(words)) continue;
    if (sameAsBefore.test(words)) read.asks.push(omitted('去年的数不能当今年的写，请给今年的数；手头没有就先跳过'));
    else if (later.test(words)) read.commands.push({ type: 'skip', slot: slot.id });
    else if (never.test(words) && !itemOf.test(words)) read.commands.push({ type: 'not_applicable', slot: slot.id });
    else if (drop.test(words) && mentioned && !itemOf.test(words))
      read.commands.push({ type: 'withdraw_fact', slot: slot.id });
    else if (slot.type === 'figure' && none.test(words) && isAbout(words, slot, mentioned))
      read.asks.push({
        type: 'confirm_value',
        slot: slot.id,
        value: zero(slot),
        words,
        reason: '是一个也没有，按0记吗？',
      });
    else if (slot.type !== 'figure' && slot === asked && /^(?:暂时|目前|我们)?(?:都)?(?:没有?|无|没啥)$/.test(words))
      read.commands.push({ type: 'not_applicable', slot: slot.id });
    else if (doubled.test(words) && growing(slot, outline))
      read.asks.push({
        type: 'confirm_value',
        slot: growing(slot, outline)?.id ?? slot.id,
        value: twice,
        words,
        reason: '翻一番就是增长100%，按这个记吗？有准数请说准数。',
      });
    else if (slot.growth_of !== undefined && /持平|没有?增长/.test(words))
      read.asks.push({
        type: 'confirm_value',
        slot: slot.id,
        value: zero(slot),
        words,
        reason: '与上年持平，按0%记吗？',
      });
    else if (slot.type === 'figure' && oddNumeral.test(words))
      read.asks.push(omitted('这个数没看懂，请用阿拉伯数字再写一遍'));
    else if (slot.type === 'figure' && vague.test(words))
      read.asks.push(omitted('这个说法不能进稿，请给个数；手头没有就先跳过'));
    if (read.commands.length + read.asks.length > before) read.used.push(clause);
  }
  return read;
}

/** 收入翻了一番, where there are several: the rates of whatever is called so. */
function ratesOf(words: string, outline: Outline): string[] {
  const noun = contentOf(words.replace(/(?:同比|比去年|比上年|较上年).*$|(?:翻|增).*$/u, '')).slice(-2);
  if (noun.length < 2) return [];
  const rates = outline.slots.filter(({ growth_of }) =>
    outline.slots.some(
      (base) => base.id === growth_of && [base.label, ...base.keywords].some((one) => one.endsWith(noun)),
    ),
  );
  return rates.length > 4 ? [] : rates.map(({ id }) => id);
}

/** 没有 alone answers the question asked; 没有 after other words only if they name the slot. */
function isAbout(words: string, slot: Slot, mentioned: Slot | undefined): boolean {
  return mentioned === slot || contentOf(words.replace(none, '')).length < 2;
}

/** The one slot a clause names; 增幅 alone is that of the slot before. */
function slotOf(clause: string, outline: Outline, last: Slot | undefined): Slot | undefined {
  const mentions = findMentions(clause, outline.slots);
  if (/^[^\p{Script=Han}]*(?:增幅|增速|同比|增长率?|翻)/u.test(clause) && last) return growthOf(outline, last);
  const own = mentions.filter((one) => one.slot.growth_of === undefined || /增|速|幅|同比/.test(clause));
  const longest = own.sort((one, other) => other.end - other.start - (one.end - one.start))[0];
  const best = own.filter((one) => longest && one.end - one.start === longest.end - longest.start);
  const slots = new Set(best.map((one) => one.slot));
  return slots.size === 1 ? [...slots][0] : undefined;
}
