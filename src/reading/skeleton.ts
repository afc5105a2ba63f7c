// 提纲要三大块：履职情况、问题原因、下一步；履职里面四条，按“学、建、廉、融”分: an outline in words. Pure; null for anything else.
import type { Command } from '../conversation/command.ts';
import { parseNumeral } from '../figures/index.ts';

const count = '([两二三四五六七八九十]|\\d{1,2})';
const item = '[^、；;，,。：:\\n“”"]{1,30}';
const list = `[“"「]?(${item}(?:[、；;，,/]\\s*${item}){1,9})[”"」]?`;

const chapters = new RegExp(
  `(?:提纲|大纲|结构|框架|报告|稿子|全文|文章)[^：:，,。\\n]{0,10}?(?:要|分|按|写|定|改)?(?:成|为|作)?\\s*${count}?\\s*(?:个|大)*(?:块|部分|章|板块|方面)(?:来写|写)?\\s*[：:，,]\\s*(?:分别)?(?:是|为)?\\s*${list}`,
  'u',
);
const points = new RegExp(
  `(?:^|[。；;，,\\n])\\s*([^。；;，,：:、\\n]{2,12}?)(?:这一?块|那一?块|部分|这章)?(?:里面?|里头|下面|中|之下)?(?:再|要|分|写|列|用)*(?:成|为)?\\s*${count}\\s*(?:条|点|小?节|项|个?方面|小块)\\s*[，,：:]?\\s*(?:就|分别)?(?:按照?|是|为|叫)?\\s*${list}\\s*(?:来)?(?:分|写|列)?(?=[。；;！!\\n]|吧|$)`,
  'u',
);

/** The whole message, or nothing: a sentence in which 三个方面 are counted asks for no outline. */
export function readSkeleton(text: string): Command | null {
  if (text.length > 300) return null;
  const first = chapters.exec(text);
  const headings = first ? itemsIn(first[2], first[1]) : [];
  if (first && headings === null) return null;
  const rest = first ? text.slice(0, first.index) + text.slice(first.index + first[0].length) : text;
  const second = points.exec(rest);
  const names = second ? itemsIn(second[3], second[2]) : [];
  const of = second?.[1]?.replace(/^(?:其中|另外|还有|然后)/u, '').trim();
  const inside = names && names.length > 0 && of ? [{ of, points: names }] : [];
  // Whatever else is said in the message must not be lost.
  const left = inside.length > 0 && second ? rest.replace(second[0], '') : rest;
  if ((left.match(/\p{L}|\p{N}/gu)?.length ?? 0) > 8) return null;
  if ((headings ?? []).length === 0 && inside.length === 0) return null;
  // Names of points alone say little: 三个支部两项工作，按… is a fact. Short names in quotation marks are meant as names.
  if (!first && !/按|[“"「]/u.test(second?.[0] ?? '')) return null;
  return { type: 'restructure', change: { type: 'skeleton', chapters: headings ?? [], inside } };
}

/** Null when there are not as many as was said, or figures among them. */
function itemsIn(said: string | undefined, number: string | undefined): string[] | null {
  const items = (said ?? '')
    .split(/[、；;，,/]/u)
    .map((one) => one.trim().replace(/^(?:和|以及|还有)|[”"」。]$/gu, ''));
  const wanted = number === undefined ? undefined : number === '两' ? 2 : Number(parseNumeral(number) ?? number);
  if (items.some((one) => one === '' || /\d/u.test(one))) return null;
  return wanted === undefined || wanted === items.length ? items : null;
}
