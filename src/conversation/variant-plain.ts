// Wishes for other texts said in no fixed order: lengths and minutes found among words that mean nothing else. Reads no report.
import { parseNumeral } from '../figures/index.ts';

/** One text somebody names: by its length, by its minutes, or as what is read out. */
export type NamedText = { kind: 'short'; characters: number } | { kind: 'speech'; minutes?: number };

interface PlainWish {
  texts: NamedText[];
  /** What was made is to be sent again. */
  again: boolean;
}

const LENGTH =
  /(\d{3,5}|[一二两三四五六七八九]千[一二两三四五六七八九]?百?|[一二两三四五六七八九]百[一二三四五六七八九]?十?)\s*个?字/gu;
const MINUTES = /([1-9]\d?|[一二两三四五六七八九十]{1,3})\s*分钟/gu;
const SPEECH = /口语|讲话|发言|演讲|宣读|念|讲/u;
/** As a thing one can be given: 8分钟的, 1500字版, 口语稿, 局长念的. */
const NAMED = /(?:字|分钟)(?:左右)?(?:的|[简精短缩压]|版|稿|口语|讲话|发言)|[版稿]|(?:念|讲|宣读)的/u;
const WANTED = /[要来出做弄整写缩压]|准备|生成|给/u;
const AGAIN =
  /再发|重发|发(?:我|给|一下|过来|来|一遍|一份)|[再重](?:给|传|拿)|(?:再|重新?)来一[遍次]|传(?:我|给)|[只就重]新?[出改做要]/u;

const receivers =
  '组织部|宣传部|机关工委|政府办|办公室|纪委|人大|政协|[县市省区]委|[县市省区]里|党委|党组|工委|上级|上面|上头|[局部处科县市院校镇乡区]长|书记|主任|领导|局里|部里|他们|我们|老[\\u4e00-\\u9fff]|[我他她]';
const nouns = '版本|文本|文件|报告|本子|稿子|口语|讲话|发言|演讲|宣读|精简|缩写|压缩|简短|缩略|[版稿简短本念讲]';
const verbs =
  '另外|同时|单独|分别|准备|需要|麻烦|生成|重新|[另再还也都只就要来出做弄整给写缩压发传拿搞请帮得各先用把将重]';
const places = '上台|台上|会上|大会上|现场|到时候?';
const counters = '[一两二三]?[个份篇版遍次种]|一下|一';
const rest = '刚才|刚刚|上次|之前|前面|左右|以及|过来|就行|就好|可以|两[个份]|[的吧呢和跟与加那这按为下吗]';
const known = new RegExp(`${receivers}|${nouns}|${verbs}|${places}|${counters}|${rest}|[\\s，,。；;：:、！!？?]`, 'gu');

/** Undefined where anything else is said, or nothing is named. */
export function plainWish(said: string): PlainWish | undefined {
  const lengths = [...said.matchAll(LENGTH)].map(([, amount = '']) => amountOf(amount));
  const times = [...said.matchAll(MINUTES)].map(([, amount = '']) => amountOf(amount));
  const bare = said.replace(LENGTH, '').replace(MINUTES, '').replace(known, '');
  if (bare !== '' || !NAMED.test(said)) return undefined;
  if (lengths.some((one) => !(one >= 100)) || times.some((one) => !(one >= 1))) return undefined;
  const texts: NamedText[] = lengths.map((characters) => ({ kind: 'short', characters }));
  for (const one of times) texts.push({ kind: 'speech', minutes: one });
  // 领导讲的 alone is as likely what he said.
  if (lengths.length + times.length === 0 && !/[稿版]/u.test(said)) return undefined;
  if (times.length === 0 && SPEECH.test(said)) texts.push({ kind: 'speech' });
  const again = AGAIN.test(said);
  if (texts.length === 0 || (texts.length === 1 && !again && !WANTED.test(said))) return undefined;
  return { texts, again };
}

/** 一千五 and 一千五百 are the same. */
export function amountOf(said: string): number {
  const bare = /^([一二两三四五六七八九])千([一二两三四五六七八九])$/u.exec(said);
  return Number(parseNumeral(bare ? `${bare[1]}千${bare[2]}百` : said)?.toString() ?? Number.NaN);
}
