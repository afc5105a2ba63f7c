// 全文控制在3000字, 压到1200字以内, 通读一遍: what is asked of the report as a whole, by whole messages. Reads no report.
import { parseNumeral } from '../figures/index.ts';

type WholeWish =
  /** How long it is to be; nothing written is touched. */
  | { type: 'budget'; most: number }
  /** What is written is cut. `named`: the whole was named; else the number must be of its size. */
  | { type: 'squeeze'; most: number; named: boolean }
  | { type: 'review' };

const NUMBER = '(\\d{3,5}|[一二两三四五六七八九]千[一二两三四五六七八九]?百?|[一二两三四五六七八九]百)';
const polite = '(?:请|麻烦|帮我|帮忙|再|给我|那就?|还是)*';
const before = '(?:(?:有点|还是|还)?太长了?|(?:有点|还是)?超(?:字数|了|字)?了?|字数(?:超|多)了)?[，,。\\s]*';
const whole = '(全文|整篇|通篇|全篇|整个?(?:稿子|报告)|总字数|(?:这个?|这份|我们的)?(?:稿子|报告))?';
const until = `\\s*${NUMBER}\\s*个?字?\\s*(?:以内|之内|以下|左右|上下)?(?:就行|就好|吧|了)?`;
const squeeze = new RegExp(
  `^${before}${polite}(?:把|将)?${whole}(?:给我)?(?:再)?(?:压|压缩|缩|缩减|精简|缩短|删|删减|减|砍|瘦身)(?:一下|减|缩|短)?(?:到|至|成|为)(?:不超过)?${until}$`,
  'u',
);
const budget = new RegExp(
  `^${polite}(?:把|将)?(全文|整篇|通篇|全篇|整个?(?:稿子|报告)|总字数)(?:的?(?:字数|篇幅|长度))?(?:要|得|就)?(?:控制|限制|写|定)?(?:在|到|成)?(?:不超过|别超过?|最多)?${until}$`,
  'u',
);
const review =
  /^(?:请|麻烦|帮我|帮忙|再|最后|你)*(?:把|将)?(?:通读|通看|统稿|统一遍|顺)(?:一下|一遍|全文|整篇|稿子|报告)*(?:吧|看看|一下)?$|^(?:请|帮我)*(?:全文|整篇|通篇|稿子|报告)(?:再)?(?:看看?|看一下|看一遍|通读|读一遍|通读一遍|检查|查)?(?:一下|一遍)?(?:有没有|有无|哪里有|是不是有)?(?:什么)?(?:地方)?(?:写)?(?:重复|啰嗦|雷同|前后不一|不均衡|头重脚轻|虎头蛇尾|空话|套话)(?:的(?:地方|话|句子)?|了)?(?:吗|没有|吧)?$|^(?:前后|上下)(?:文)?(?:有没有|是不是)?(?:呼应|重复)(?:吗)?$/u;

export function wholeWish(text: string): WholeWish | undefined {
  const said = text
    .trim()
    .replace(/[。！!？?\s]+$/u, '')
    .replace(/\s+/gu, '');
  if (said.length > 40) return undefined;
  if (review.test(said)) return { type: 'review' };
  const cut = squeeze.exec(said);
  if (cut) {
    const most = amountOf(cut[2] ?? '');
    return most === undefined ? undefined : { type: 'squeeze', most, named: cut[1] !== undefined };
  }
  const limit = budget.exec(said);
  const most = limit ? amountOf(limit[2] ?? '') : undefined;
  return most === undefined || !/字|千|百/u.test(said) ? undefined : { type: 'budget', most };
}

function amountOf(said: string): number | undefined {
  const value = Number(parseNumeral(said) ?? Number.NaN);
  return Number.isInteger(value) && value >= 100 && value <= 20_000 ? value : undefined;
}
