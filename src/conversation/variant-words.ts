// 组织部要1500字的, 给局长念的，8分钟, 支出那个数念四舍五入, 都出新版: wishes about other texts, by whole clauses. Reads no report.
import { amountOf, type NamedText, plainWish } from './variant-plain.ts';

export type VariantWish =
  | { type: 'make'; kind: 'short'; characters: number }
  | { type: 'make'; kind: 'speech'; minutes?: number }
  /** One that may have been made before: handed over as it is. */
  | { type: 'send'; text: NamedText }
  /** `words`: what was said of the figure. */
  | { type: 'round'; words: string }
  | { type: 'unmark' }
  /** `only`: which of them. */
  | { type: 'renew'; only?: 'main' | 'short' | 'speech' };

/** Longer is a notice or a text. */
const LONGEST = 70;
const NUMBER = '(\\d{3,5}|[一二两三四五六七八九]千[一二两三四五六七八九]?百?|[一二两三四五六七八九]百)';
const wanting =
  '(?:要|来|出|做|弄|整|给|生成|写|压|缩|再)(?:再|给|个|一|份|版|篇|我|们|他们|组织部|局里|部里|上面|出|成|到|写|做|来|要|弄|缩|压)*';
const short = new RegExp(
  `${wanting}\\s*${NUMBER}\\s*个?字(?:左右|以内)?(?:的|版|的?(?:简|精简|缩写|压缩|缩略)?(?:版本?|稿子?|文本))(?:稿子?|报告|版本?|本)?(?:吧|呢|也要|发我|给我)?$|^(?:还要|另要|再要)?(?:一?[个份])?${NUMBER}\\s*个?字(?:的)?(?:简|精简|缩写)?(?:版本?|稿)(?:呢|也要|来一份|发我|给我|也来一份)?$`,
  'u',
);
const speech =
  /口语(?:版|稿|化的?稿)|(?:讲话|发言|演讲|宣读|口播|述职演讲)(?:稿|用的?稿)|念稿|(?:给.{0,6}|现场|上台|台上|会上|局长|书记|主任|领导)(?:念|宣读|讲|述职用?)的|(?:念|读|讲)的(?:稿|版)/u;
const minutes = /([1-9]\d?|[一二两三四五六七八九十]{1,3})\s*分钟/u;
/** What is said of the text itself, or of a part, is no wish for another. */
const other = /第.{1,3}[章部节条点段]|通知|不超过|控制在|压到|以内$|字数|导出|去掉|删/u;

export function variantWishes(text: string): VariantWish[] {
  const said = text.trim();
  if (said.length > LONGEST || said.includes('\n')) return [];
  const plain = other.test(said) ? undefined : plainWish(said);
  if (plain) return plain.texts.map((text) => (plain.again ? { type: 'send', text } : { type: 'make', ...text }));
  const clauses = said
    .split(/[，,。；;！!？?]|(?<=的)(?=还要|再要)/u)
    .map((one) => one.trim().replace(/\s/gu, ''))
    .filter((one) => one !== '');
  const wishes: VariantWish[] = [];
  const spoken = clauses.some((clause) => speech.test(clause) && !/别太多|少一?点|念四舍五入/u.test(clause));
  const timed = minutes.exec(said);
  for (const clause of clauses) {
    const number = short.exec(clause);
    const characters = number ? amountOf(number[1] ?? number[2] ?? '') : Number.NaN;
    if (number && !other.test(clause) && characters >= 100) wishes.push({ type: 'make', kind: 'short', characters });
    const wish = aboutSpeech(clause) ?? (timed ? undefined : renewal(clause));
    if (wish) wishes.push(wish);
  }
  const asked = /[要来出做弄整写]|给.{0,8}[念讲读]|^(?:口语|讲话|发言|演讲|念)稿/u.test(said);
  const renewing = wishes.some(({ type }) => type === 'renew');
  if (spoken && asked && !renewing && (timed || /(?:口语|讲话|发言|演讲|宣读|念)(?:版|稿)/u.test(said))) {
    const length = timed ? amountOf(timed[1] ?? '') : undefined;
    wishes.push({ type: 'make', kind: 'speech', ...(length ? { minutes: length } : {}) });
  }
  return wishes;
}

function aboutSpeech(clause: string): VariantWish | undefined {
  const figure =
    /^(?:口语[版稿]里?的?)?(?:把)?(.{1,14}?)(?:那|这)?(?:一)?(?:个)?(?:数字?|的数)?(?:念|读|说)(?:成)?(?:四舍五入|个?整数|大数|约数|整的)(?:吧|就行|就好|好了)?$/u.exec(
      clause,
    );
  if (figure) return { type: 'round', words: figure[1] ?? '' };
  const fewer =
    /[“"「]?(?:一是|第一)[、，]?(?:二是|第二)?.{0,4}[”"」]?(?:别|不要|不用)(?:太多|了|再用|用了?)?$|(?:别|不要|少)(?:用|说|念|写)?[“"「]?(?:一是|第一)/u;
  return fewer.test(clause) ? { type: 'unmark' } : undefined;
}

function renewal(clause: string): VariantWish | undefined {
  if (/^(?:那就|就)?(?:[两三四几]份)?都(?:出|要|做|重出)(?:一遍)?(?:新(?:版|的|稿))?(?:吧|了)?$/u.test(clause))
    return { type: 'renew' };
  const only =
    /^(?:只|就|重新|再|请)?(?:改|出|导出|发|要|重出|重做)(?:一?[份遍下]|我|给我|新的?)*(报送稿|口语稿|口语版|讲话稿|发言稿|\d{3,5}字版|短稿|精简版)(?:的?新版)?(?:吧|就行|就好)?$/u.exec(
      clause,
    );
  if (!only) return undefined;
  const what = only[1] ?? '';
  const characters = Number.parseInt(what, 10);
  if (characters >= 100) return { type: 'send', text: { kind: 'short', characters } };
  return { type: 'renew', only: what === '报送稿' ? 'main' : /短|精简/u.test(what) ? 'short' : 'speech' };
}
