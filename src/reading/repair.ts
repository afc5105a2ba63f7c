// Self-repair: 九亿八千四百万啊不对八亿九千四百万, 不是12次是14次, 由12次改为14次. Pure; what was taken back is forgotten, the rest stays.
import type { Figure, Quantity } from '../figures/quantity.ts';
import { magnitude } from './units.ts';

/** A figure as meant: it stands where the first attempt began, so that the words before still belong to it. */
export interface Said extends Figure {
  /** The user said that it replaces what was known. */
  correction: boolean;
  /** What was said first and taken back. */
  instead?: Quantity;
  /** Looks like no plain value of this year (a guess, a plan): whoever places it must ask. */
  doubted?: boolean;
}

const slip =
  /(?:不对|不是|[哦啊噢呃额诶哎唉]不(?![少多到足])|不不|(?<=[，,。…\s]|^)不(?=[，,\s]|是)|错了|说错|写错|打错|搞错|报错|记错|口误|更正|纠正|应该是|应当是|应为|改正|重说|sorry|抱歉|我是说|我说的是|准确(?:地)?说|哦是|噢是|啊是)/i;
const change = /(?:改成|改为|改到|更新为|更新成|更正为|更正成|修正为|调整为|换成|订正为|变更为|变成)/;
/** Between two figures these say it too: 12→14, 12改14. */
const turns = /^[次个人项件期户\s]*(?:→|->|—>|=>|⇒|改)[\s]*$/;
const rise =
  /^(?:次|个|人|年)?(?:增加|增长|提高|提升|上升|扩大|下降|减少|降低|压减|压降|发展|攀升|降|升|涨|增|跌|减|扩|变)(?:到|至|为|成)了?$/;
/** 460余亿元（准数461.38亿元）: what was said first was not the number. */
const exactly = /^[（(，,\s]*(?:准数|准确数|精确数|实数|准确地?说|具体)(?:就?是|为|[:：])?$/;
/** 461.38亿元，写460余亿元: how to print it; the exact one is what it is. */
const printed = /^[，,；;\s]*(?:报告里?|稿子?里?|正文里?)?就?写(?:成|作|为)?$/;
/** What may stand between two attempts at one figure besides the words of repair themselves. */
const between =
  /(?:一下|现在|现|啊|哦|噢|呃|额|嗯|哎|唉|诶|是|的|了|我|那个|这个|刚才|刚刚|其实|而是|应该|应当|准确|地|说|写|打|搞|报|记|吧|对|不|就是|又|重新|再|来|：|次|个|，|,|。|、|；|;|：|:|—|-|…|\.|！|!|\s|（|）|\(|\))/g;

/** Joins each figure that replaces the one before it to that one. Words that name another thing between them keep them apart. */
export function mergeRepairs(text: string, figures: Figure[]): Said[] {
  const said: Said[] = [];
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index];
    if (!figure) continue;
    const next = figures[index + 1];
    if (next && takesBack(text, said, figure, next)) {
      index += 1;
      continue;
    }
    const last = said.at(-1);
    const words = last ? text.slice(last.end, figure.start) : '';
    if (last && /^[次个人项件期户，,、\s]*(?:而)?(?:不是|并非|而非|不再是)$/.test(words)) {
      // 应该是14次不是12次: the first one is meant
      said[said.length - 1] = { ...last, correction: true, instead: figure.quantity };
      continue;
    }
    if (last && (repeats(last, figure, words) || (printed.test(words) && fits(last, figure)))) {
      said[said.length - 1] = { ...last, end: figure.end };
      continue;
    }
    if (last && replaces(text, last, words)) {
      said[said.length - 1] = {
        ...figure,
        start: last.start,
        text: text.slice(last.start, figure.end),
        quantity: inherit(figure, last),
        instead: last.quantity,
        correction:
          last.correction || change.test(words) || turns.test(words) || /不是\s*$/.test(text.slice(0, last.start)),
      };
    } else said.push({ ...figure, correction: correctsHere(text, last?.end ?? 0, figure) });
  }
  return said;
}

/** 46人次，不是46，是64: what was said before is said again to take it back, and what follows stands in its place. */
function takesBack(text: string, said: Said[], denied: Figure, meant: Figure): boolean {
  if (!/(?:不是|并非|没有?)\s*$/.test(text.slice(said.at(-1)?.end ?? 0, denied.start))) return false;
  const gap = text.slice(denied.end, meant.start);
  if (gap.length > 16 || gap.replace(slip, '').replace(change, '').replace(between, '') !== '') return false;
  const before = said.filter(
    (one) =>
      fits(one, denied) && magnitude({ ...denied.quantity, unit: one.quantity.unit }) === magnitude(one.quantity),
  );
  const [first, another] = before;
  if (!first || another || !fits(first, meant)) return false;
  const at = said.indexOf(first);
  const excuse = /^[，,。\s]*(?:刚才|刚刚|上面)?(?:打|写|说|报|记|搞|看)错了?/u.exec(text.slice(meant.end))?.[0] ?? '';
  const end = at === said.length - 1 ? meant.end + excuse.length : first.end;
  said[at] = { ...first, end, quantity: inherit(meant, first), instead: first.quantity };
  return true;
}

/** 十二万六千人次吧就是十二点六万: the same amount said twice. */
function repeats(last: Said, figure: Figure, words: string): boolean {
  if (!/^[\p{Script=Han}，,]{0,3}(?:就是|也就是|即|等于)$/u.test(words)) return false;
  const sameUnit = figure.quantity.unit === '' || figure.quantity.unit === last.quantity.unit;
  return sameUnit && magnitude(figure.quantity) === magnitude(last.quantity);
}

/** 写1500字 asks for a length, not for another form of the number before. */
const fits = (last: Said, figure: Figure) => figure.quantity.unit === '' || figure.quantity.unit === last.quantity.unit;

function replaces(text: string, last: Said, words: string): boolean {
  if (words.length > 24) return false;
  if (/(?:由|从)[^，。；]{0,6}$/.test(text.slice(0, last.start)) && rise.test(words.trim())) return true;
  if (turns.test(words) || exactly.test(words)) return true;
  const marked = slip.test(words) || change.test(words);
  const denied = /不是\s*$/.test(text.slice(0, last.start)) && /是/.test(words);
  if (!marked && !denied) return false;
  const left = words.replace(slip, '').replace(slip, '').replace(change, '').replace(between, '');
  return left.length <= 1;
}

/** 党课改成14次, 更正：党课14次, 刚才说错了，党课是14次: the words just before say that something known changes. */
function correctsHere(text: string, from: number, figure: Figure): boolean {
  const words = text.slice(Math.max(from, figure.start - 24), figure.start);
  const own = words.slice(Math.max(words.lastIndexOf('。'), words.lastIndexOf('；'), words.lastIndexOf('\n')) + 1);
  return (
    change.test(own) || /(?:不对|不是[，,]|更正|纠正|说错|写错|报错|记错|打错|搞错|错了|不是.*是|应该是|应为)/.test(own)
  );
}

/** 12次不对14: what was left unsaid the second time is as it was the first. */
function inherit(figure: Figure, last: Said): Quantity {
  const { quantity } = figure;
  if (quantity.unit !== '') return quantity;
  const bare = quantity.scale === '' && last.quantity.scale !== '' && !/\d{4,}/.test(quantity.amount);
  return { ...quantity, unit: last.quantity.unit, scale: bare ? last.quantity.scale : quantity.scale };
}
