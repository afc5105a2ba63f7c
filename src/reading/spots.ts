// Places in the report as people name them, one or several in a row: 第三章第2点, 三四条, （二）2, 最后一章, 问题部分. Pure; knows numbers and headings, not what was talked about.
import type { Spot } from '../conversation/edit-command.ts';
import type { Outline } from '../report/outline.ts';
import { findPlace, ordinal } from './place.ts';
import { quotation } from './quotes.ts';

const numeral = '(?:[一二三四五六七八九十]{1,3}|\\d{1,2})';
const chapterWord = '(?:大?部分|章节?|大?块|大点|大条|篇)';
const pointWord = '(?:小?点|小?条|小?节|项|段落?|方面|小标题)';
const inside = '(?:里面?|中|下面?|底下)?的?';

interface Form {
  pattern: RegExp;
  read: (groups: (string | undefined)[], outline: Outline, words: string) => Spot[];
}

const chapterAt = (outline: Outline, number: number): string | undefined =>
  (number > 0 ? outline.chapters[number - 1] : outline.chapters.at(number))?.id;

function chapterSpot(outline: Outline, number: number, words: string): Spot {
  const section = chapterAt(outline, number);
  return section === undefined ? { words } : { section, words };
}

function pointSpot(outline: Outline, chapter: string | undefined, number: number, words: string): Spot {
  if (chapter === undefined) return { point: number, words };
  const points = outline.chapters.find((one) => one.id === chapter)?.points;
  const section = (number > 0 ? points?.[number - 1] : points?.at(number))?.id;
  return section === undefined ? { words } : { section, words };
}

/** 三四 → 3, 4; 3、4和5 → 3, 4, 5; 十二 stays 12; 2到4 → 2, 3, 4. */
function numbersIn(text: string): number[] {
  const range = new RegExp(`^第?(${numeral})(?:到|至|[-—~])第?(${numeral})$`).exec(text);
  const [low, high] = [ordinal(range?.[1] ?? ''), ordinal(range?.[2] ?? '')];
  if (low > 0 && high > low && high - low < 20) return Array.from({ length: high - low + 1 }, (_, at) => low + at);
  const parts = text.split(/[、和与跟及,，第]+/u).filter((part) => part !== '');
  return parts.flatMap((part) => {
    const whole = ordinal(part);
    if (whole > 0) return [whole];
    return /^[一二三四五六七八九]{2,4}$/u.test(part) ? [...part].map(ordinal) : [];
  });
}

const many = `${numeral}(?:(?:[、和与跟及,，]+第?|第|到第?|至第?|[-—~]第?)${numeral})*`;

const forms: Form[] = [
  {
    // 第三章第3、4点; 第三章最后一点
    pattern: new RegExp(
      `^第(${numeral})${chapterWord}${inside}(?:第?(${many})(?:个)?${pointWord}|(最后|倒数第)(?:一|(${numeral}))?个?${pointWord})`,
    ),
    read: ([, chapter, points, last, back], outline, words) => {
      const id = chapterAt(outline, ordinal(chapter ?? ''));
      if (id === undefined) return [{ words }];
      const numbers = last ? [-(ordinal(back ?? '') || 1)] : numbersIn(points ?? '');
      return numbers.map((number) => pointSpot(outline, id, number, words));
    },
  },
  {
    pattern: new RegExp(`^第(${numeral})${chapterWord}${inside}[（(](${numeral})[）)](?:${pointWord})?`),
    read: ([, chapter, point], outline, words) => [pointIn(outline, chapter, point, words)],
  },
  {
    pattern: new RegExp(`^[（(](${numeral})[）)]${inside}[、.．-]?第?(${numeral})(?:${pointWord})?`),
    read: ([, chapter, point], outline, words) => [pointIn(outline, chapter, point, words)],
  },
  {
    pattern: new RegExp(`^(${numeral})[、.．]?${inside}[（(](${numeral})[）)](?:${pointWord})?`),
    read: ([, chapter, point], outline, words) => [pointIn(outline, chapter, point, words)],
  },
  {
    pattern: new RegExp(`^第(${numeral})${chapterWord}的?(?:开头|导语|引言|帽段|引子)`),
    read: ([, chapter], outline, words) => {
      const lead = outline.chapters[ordinal(chapter ?? '') - 1]?.lead?.id;
      return [lead === undefined ? chapterSpot(outline, ordinal(chapter ?? ''), words) : { section: lead, words }];
    },
  },
  {
    pattern: new RegExp(
      `^(?:第(${many})(?:个)?${chapterWord}|(${numeral}(?:[、和]${numeral})+|[一二三四五六七八九]{2})${chapterWord})`,
    ),
    read: ([, one, two], outline, words) =>
      numbersIn(one ?? two ?? '').map((number) => chapterSpot(outline, number, words)),
  },
  {
    pattern: new RegExp(`^(?:最后|倒数第)(?:一|(${numeral}))?个?${chapterWord}`),
    read: ([, back], outline, words) => [chapterSpot(outline, -(ordinal(back ?? '') || 1), words)],
  },
  {
    pattern: new RegExp(`^[（(](${numeral})[）)](?:${chapterWord})?`),
    read: ([, chapter], outline, words) => [chapterSpot(outline, ordinal(chapter ?? ''), words)],
  },
  {
    pattern: new RegExp(
      `^(?:第(${many})(?:个)?${pointWord}|(${numeral}(?:[、和]${numeral})+|[一二三四五六七八九]{2})(?:这?[两三四]个?)?${pointWord})`,
    ),
    read: ([, one, two], outline, words) =>
      numbersIn(one ?? two ?? '').map((number) => pointSpot(outline, undefined, number, words)),
  },
  {
    pattern: new RegExp(`^(?:最后|倒数第)(?:一|(${numeral}))?个?(?:小?点|小?条|小?节|项|方面)`),
    read: ([, back], outline, words) => [pointSpot(outline, undefined, -(ordinal(back ?? '') || 1), words)],
  },
  {
    pattern: /^(?:这|那|上面|刚才|刚刚)(?:个|这|那|的)?一?(?:小?段话?|小?节|部分|章|条|点|稿|处|块)/u,
    read: () => [{ words: '' }],
  },
  {
    pattern: /^(?:报告的?)?(?:结尾|结束语|结语|收尾|最后一段|末段)(?:部分|那段|段)?/u,
    read: (_, outline, words) => [{ section: outline.closing.id, words }],
  },
  {
    pattern: /^(?:报告的?)?(?:开头|开篇|前言|引言|导语|开场白?)(?:部分|那段|段)?/u,
    read: (_, outline, words) => [{ section: outline.opening.id, words }],
  },
  {
    pattern: /^(?:全文|通篇|整篇|全篇|整个报告|整份报告|全稿|报告|稿子|文章|文中|正文)(?:全部)?/u,
    read: (_, __, words) => [{ section: 'all', words }],
  },
];

function pointIn(outline: Outline, chapter: string | undefined, point: string | undefined, words: string): Spot {
  const id = chapterAt(outline, ordinal(chapter ?? ''));
  return id === undefined ? { words } : pointSpot(outline, id, ordinal(point ?? ''), words);
}

/** Every place named in `words` one after the other; null when there is anything else in it. `open` gives what a quotation holds. */
export function readSpots(words: string, outline: Outline, open: (words: string) => string): Spot[] | null {
  const spots: Spot[] = [];
  let rest = words.trim();
  while (rest !== '') {
    const found = readOne(rest, outline, open);
    if (!found) return null;
    const [chapter] = spots.map((spot) => spot.section && outline.chapters.find((one) => holds(one, spot.section)));
    // 第三章第三条、第四条: both are of the third chapter
    for (const spot of found.spots) {
      const inherited = spot.point !== undefined && spot.section === undefined && chapter;
      spots.push(inherited ? pointSpot(outline, chapter.id, spot.point ?? 0, spot.words) : spot);
    }
    rest = rest.slice(found.length).replace(/^\s*(?:[、,，和与跟及同]|以及|还有)?\s*/u, '');
  }
  return spots.length > 0 ? spots : null;
}

const nth = new RegExp(`第${numeral}${pointWord}`, 'u');

/** Whether words say a place for certain: by number, by pointing, or by words of its heading. A slot's name, or an item of its list, is no place. */
export function isPlace(words: string, spots: Spot[], outline: Outline): boolean {
  const headed = spots.filter(
    (spot) => spot.section !== undefined && !forms.some(({ pattern }) => pattern.test(spot.words)),
  );
  if (headed.length > 0 && nth.test(words)) return false;
  return headed.every((spot) => {
    const said = spot.words.replace(new RegExp(`(?:的)?(?:那|这)?(?:一|个)?(?:${chapterWord}|${pointWord})$`, 'u'), '');
    const places = outline.chapters.flatMap((chapter) => [chapter, ...chapter.points]);
    const heading = places.find((one) => one.id === spot.section)?.heading ?? '';
    return said.length >= 2 && heading.includes(said);
  });
}

const holds = (chapter: Outline['chapters'][number], id: string | undefined): boolean =>
  chapter.points.some((point) => point.id === id);

function readOne(
  words: string,
  outline: Outline,
  open: (words: string) => string,
): { spots: Spot[]; length: number } | null {
  for (const { pattern, read } of forms) {
    const hit = pattern.exec(words);
    if (!hit) continue;
    const spots = read([...hit], outline, hit[0]);
    if (spots.length > 0) return { spots, length: hit[0].length };
  }
  return quoted(words, outline, open) ?? named(words, outline);
}

/** “抓实党内集中学习教育”这一点 */
function quoted(
  words: string,
  outline: Outline,
  open: (words: string) => string,
): { spots: Spot[]; length: number } | null {
  const hit = new RegExp(`^(${quotation})(?:这|那)?(?:一|个)*(?:${chapterWord}|${pointWord})`, 'u').exec(words);
  const said = hit?.[1] === undefined ? '' : open(hit[1]);
  if (!hit || said.length < 2) return null;
  const places = outline.chapters.flatMap((chapter) => [chapter, ...chapter.points]);
  const fits = places.filter((one) => one.heading.includes(said) || (one.heading !== '' && said.includes(one.heading)));
  const [only, another] = fits;
  return { spots: [only && !another ? { section: only.id, words: said } : { words: said }], length: hit[0].length };
}

/** 意识形态那段, 问题部分: by its heading, at the beginning of the words. */
function named(words: string, outline: Outline): { spots: Spot[]; length: number } | null {
  const hit = new RegExp(
    `^[\\p{Script=Han}]{2,12}?(?:的)?(?:那|这)?(?:一|个)?(?:${chapterWord}|${pointWord})`,
    'u',
  ).exec(words);
  if (!hit || nth.test(hit[0]) || /[写改删加挪移]|保留|合并/u.test(hit[0])) return null;
  const place = findPlace(hit[0], outline);
  const whole = place?.section !== undefined && place.start === 0 && place.end === hit[0].length;
  const known = outline.chapters.some((one) => one.id === place?.section || holds(one, place?.section));
  if (whole && known) return { spots: [{ section: place.section as string, words: hit[0] }], length: hit[0].length };
  const best = likeliest(hit[0], outline);
  if (best) return { spots: [{ section: best, words: hit[0] }], length: hit[0].length };
  // 廉政文化那一点 points at something, though no heading says it
  return /[这那]一?个?.{1,2}$/u.test(hit[0]) ? { spots: [{ words: hit[0] }], length: hit[0].length } : null;
}

/** 问题部分: of several chapters that speak of it, the one whose heading is about little else. */
function likeliest(words: string, outline: Outline): string | undefined {
  const said = /^([\p{Script=Han}]{2,8}?)(?:的)?(?:那|这)?(?:一|个)?(?:大?部分|章|大?块)$/u.exec(words)?.[1];
  if (said === undefined) return undefined;
  const [first, second] = outline.chapters
    .filter((chapter) => chapter.heading.includes(said))
    .sort((one, other) => one.heading.length - other.heading.length);
  return first && (!second || first.heading.length < second.heading.length * 0.7) ? first.id : undefined;
}
