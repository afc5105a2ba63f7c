// What people say to have the report itself changed, as patterns over text whose quotations are shielded. Pure; a place it cannot name is left to decide.
import type { EditCommand, Restructure, Side, Spot } from '../conversation/edit-command.ts';
import { parseNumeral } from '../figures/index.ts';
import type { Facts } from '../report/fact.ts';
import type { Outline } from '../report/outline.ts';
import { quotation as Q } from './quotes.ts';
import { isPlace, readSpots } from './spots.ts';

export interface PhraseContext {
  outline: Outline;
  open: (words: string) => string;
  /** A question is open: 这条不要 is about that. */
  asked: boolean;
  facts: Facts;
}

type Rule = [RegExp, (groups: string[], context: PhraseContext) => EditCommand | EditCommand[] | null];

/** A place, several places: anything; what it is worth is found out by reading it. */
const S = '((?!所有|全部|每个).{1,40}?)';
const take = '(?:把|将|给)?';
/** A title: quoted, or plain words without another command in them. */
const T = `(${Q}|[^\\uE000-\\uE0FF]{2,44})`;
const called =
  '(?:[，,：:、\\s]|(?:就|名)?叫做?|名为|标题(?:就)?(?:是|为|叫|用|写)?|题目(?:就)?(?:是|为|叫)?|专门|写|讲|说|关于|内容是)*';
const adding = '(?:再|还|要|得|想|另外|单独)*(?:多?加|增加|新增|增设|添加?|补|插入?|多写)(?:上|个|一个|一)*(?:新的?)?';
const where = '(后面|后边|之后|后|前面|前边|之前|前)';
const deleting = '(?:删掉|删了|删去|删除|去掉|拿掉|砍掉|划掉|抹掉|删)';
const point = '(?:第[一二三四五六七八九十两\\d]+(?:小?点|条|段|款|项)|最后一?(?:点|条|段))';
const points = `${point}(?:(?:和|跟|与|、)${point})*`;
const merging =
  '(?:合并|合成|并成|合起来|合在一起|并在一起|并到一起|合到一起|(?:合|并|放)(?:到|在)一块儿?|揉成|捏成|合为|合二为一|归并|整合)(?:成|为|到|起来|在|了)*(?:一起)?(?:一)?(?:个|小?点|小?条|章|段|项|块|部分|节)?';
const newTitle = `(?:[，,：:\\s]*(?:就|再|换个|把)*(?:(?:(?:大|小|新)?(?:标题|题目|名字)(?:就)?(?:改成|改为|换成|换为|改叫|用|叫做?|是|为|定为|写)?|改成|改为|换成|改叫|叫做?|名为)[：:]?${T}|(${Q})))?`;
const counting = '(?:这|那|几|个|字|词|句|话|处|地方|两|一|段|的)*';

const before = (word: string | undefined): Side => (word && /前|开头|首/.test(word) ? 'before' : 'after');

function places(words: string | undefined, { outline, open }: PhraseContext): Spot[] | null {
  return words === undefined ? null : readSpots(words, outline, open);
}

function place(words: string | undefined, context: PhraseContext): Spot | null {
  const spots = places(words, context);
  return spots?.length === 1 ? (spots[0] ?? null) : null;
}

/** 第三章第2点…第1点: the second is of the chapter the first was said to be in. */
function beside(first: Spot | undefined, words: string | undefined, context: PhraseContext): Spot | null {
  const spot = place(words, context);
  const { outline } = context;
  const chapter = outline.chapters.find((one) => one.points.some((point) => point.id === first?.section));
  if (!spot || spot.point === undefined || spot.section !== undefined || !chapter) return spot;
  const section = chapter.points.at(spot.point > 0 ? spot.point - 1 : spot.point)?.id;
  return section === undefined ? { words: spot.words } : { section, words: spot.words };
}

const restructure = (change: Restructure): EditCommand => ({ type: 'restructure', change });

/** Words that begin another command end a title that was not quoted. */
const another =
  /[，,](?:.*)(?:删|合并|挪|移到|导出|起草|重写|锁定|撤销|改成|改为|第[一二三四五六七八九十\d]+(?:章|点|条|段|部分))/u;

const isQuoted = (words: string | undefined): boolean => new RegExp(`^${Q}$`, 'u').test(words ?? '');

function title(words: string | undefined, { open }: PhraseContext): string | null {
  if (words === undefined) return null;
  const said = open(words).trim();
  const plain = !isQuoted(words);
  if (
    plain &&
    (another.test(said) ||
      /[。！？!?]|^(?:一下|一点|一个|点|些|个|新的|别的|另一|短|长|吧|什么|的|得)|(?:什么|啥|吗)$/u.test(said))
  )
    return null;
  const clean = plain ? said.replace(/(?:吧|就行|就好|即可|好了|啊|呢|哈)+$/u, '').trim() : said;
  return clean === '' ? null : clean;
}

export const rules: Rule[] = [
  // merge
  [
    new RegExp(`^${take}${S}(?:给|都|就)?${merging}${newTitle}(?:[，,]?换个标题)?$`, 'u'),
    ([, words, said, quoted], context) => merge(places(words, context), said ?? quoted, context),
  ],
  [
    new RegExp(`^(?:合并|归并|整合)(?:一下)?${S}${newTitle}$`, 'u'),
    ([, words, said, quoted], context) => merge(places(words, context), said ?? quoted, context),
  ],
  [
    new RegExp(
      `^${take}${S}(?:并|合并|归|合|归并)(?:入|到|进|在)(?:了)?${S}(?:里面?|中|去|里去|下面)?${newTitle}$`,
      'u',
    ),
    ([, what, into, said, quoted], context) => {
      const spots = places(what, context);
      const target = beside(spots?.[0], into, context);
      return spots && target ? merge([target, ...spots], said ?? quoted, context) : null;
    },
  ],
  // retitle
  [
    new RegExp(
      `^${take}${S}(?:的?(?:大|小))?(?:的)?(?:标题|题目|名字|名称)(?:就|也|给我|统一|要|还是)*(?:改成|改为|改叫|改名叫?|换成|换为|换|用|写成?|叫做?|定为|改|是)[：:]?${T}$`,
      'u',
    ),
    ([, words, said], context) => retitle(place(words, context), said, context),
  ],
  [
    new RegExp(`^${take}${S}(?:就|直接)?(?:改叫|改名叫?|改名为|更名为|重命名为|就叫|叫做|叫)[：:]?${T}$`, 'u'),
    ([, words, said], context) => retitle(place(words, context), said, context),
  ],
  [
    new RegExp(`^${take}${S}(?:改成|改为|换成)(${Q})$`, 'u'),
    ([, words, said], context) => {
      const spot = place(words, context);
      const text = context.open(said ?? '');
      if (!spot || spot.section === 'all') return null;
      if ([...text].length <= 40 && !/[。；\n]/u.test(text)) return retitle(spot, said, context);
      return { type: 'edit_text', edit: { type: 'take_text', text, spot } };
    },
  ],
  [
    new RegExp(
      `^${take}((?:报告|文件|全文|整篇|稿子|总|大|主)的?)?(?:总|大|主)?标题(?:就|给我)?(?:改成|改为|改叫|换成|换|用|叫做?|定为)[：:]?${T}$`,
      'u',
    ),
    ([, whose, said], context) => retitle(whose ? { section: 'title', words: '标题' } : { words: '' }, said, context),
  ],
  [
    new RegExp(
      `^换(?:一)?个?(?:新的?)?(?:大|总)?(?:标题|题目)[，,：:]?(?:就)?(?:叫做?|用|改成|改为|写|是)[：:]?${T}$`,
      'u',
    ),
    ([, said], context) => retitle({ section: 'title', words: '标题' }, said, context),
  ],
  // add
  [
    new RegExp(
      `^(?:在)?(?:${S}的?${where})?${adding}(?:第.{1,3})?(章|部分|大块|一级标题)(?:节|内容)?(${called})${T}(?:[，,](?:放|排|摆)(?:在|到)?(?:${S}的?${where}|(最后面?|末尾)|(最前面?|开头)))?$`,
      'u',
    ),
    ([, early, side, unit, by, said, late, lateSide, , first], context) => {
      const heading = title(said, context);
      if (unit !== '章' && by === '' && !isQuoted(said)) return null;
      const of = place(late ?? early, context);
      if (!heading || ((late ?? early) !== undefined && !of)) return null;
      if (first)
        return restructure({
          type: 'add_chapter',
          heading,
          side: 'after',
          of: { section: context.outline.opening.id, words: '' },
        });
      if (!of) return restructure({ type: 'add_chapter', heading });
      return restructure({ type: 'add_chapter', heading, side: before(lateSide ?? side), of });
    },
  ],
  [
    new RegExp(
      `^(?:在)?${S}的?(后面|后边|之后|后|前面|前边|之前|前|下面|底下|下|里面?|中间?|末尾|最后|开头)?${adding}(?:小)?(?:点|条|项|小节|节|方面|小标题|二级标题)(?:内容)?(${called})${T}$`,
      'u',
    ),
    ([, words, side, by, said], context) => {
      const [of, heading] = [place(words, context), title(said, context)];
      // 第三章第三点加一点：…: into a point goes no point, but words
      if (of && !side && isPoint(of, context.outline) && /[：:]/.test(by ?? '') && !isQuoted(said)) {
        const put = context.open(said ?? '').trim();
        return { type: 'edit_text', edit: { type: 'append', put, at: 'end', spot: of } };
      }
      // 第二章加一点具体内容 asks for more words, not for a point
      if (!of || !heading || of.section === 'all' || (by === '' && !isQuoted(said))) return null;
      return restructure({ type: 'add_point', heading, side: before(side), of });
    },
  ],
  [
    new RegExp(`^(?:在)?${S}?的?${where}?${adding}(章|部分|点|条|小节)(?:内容)?$`, 'u'),
    ([, words, side, unit], context) => {
      const of = words === undefined ? { words: '' } : place(words, context);
      if (!of || (unit !== '章' && words === undefined)) return null;
      // Without a title it is asked for.
      if (unit === '章') return restructure({ type: 'add_chapter', heading: '' });
      return side || unit === '条' || unit === '小节' ? restructure({ type: 'add_point', heading: '', of }) : null;
    },
  ],
  [
    new RegExp(`^${adding}(?:小)?(?:点|条|项|小节)(?:内容)?${called}(${Q})$`, 'u'),
    ([, said], context) => {
      const heading = title(said, context);
      return heading ? restructure({ type: 'add_point', heading, of: { words: '' } }) : null;
    },
  ],
  // move
  [
    new RegExp(
      `^${take}${S}(?:给)?(?:挪|移|调|放|搬|提|排)(?:动|整)?(?:到|在|至)(最前面?|最上面|第一个?位?|头一个|最后面?|末尾|最下面)(?:去|来)?$`,
      'u',
    ),
    ([, words, to], context) => shift(place(words, context), /后|末|下/.test(to ?? '') ? 99 : -99),
  ],
  [
    new RegExp(
      `^${take}${S}(?:给)?(?:挪|移|调|放|搬|提|换|插|排|转)(?:动|整)?(?:到|至|去|在|回)?${S}(?:的)?(前面|前边|之前|前|后面|后边|之后|后|里面?|下面|中|那里|那边)?(?:去|来)?$`,
      'u',
    ),
    ([, what, to, side], context) => {
      const spot = place(what, context);
      const of = beside(spot ?? undefined, to, context);
      if (!spot || !of) return null;
      const way = side && /前/.test(side) ? 'before' : side && /后/.test(side) ? 'after' : 'inside';
      return restructure({ type: 'move', spot, side: way, of });
    },
  ],
  [
    new RegExp(
      `^${take}${S}(?:往|向)?(?:再)?(上移|前移|下移|后移|提前|靠前|靠后|推后|往上|往前|往下|往后|上|前|下|后)(?:挪|移|调|提|放|靠)?(?:动)?(?:一)?(?:位|个|格|点|下|些)?$`,
      'u',
    ),
    ([, words, way], context) => shift(place(words, context), /下|后/.test(way ?? '') ? 1 : -1),
  ],
  [
    new RegExp(
      `^${take}${S}的?(?:顺序|位置|次序|前后)?(?:互换|对调|调换|交换|换一?下|调一?下|对换|倒一?下|倒过来|颠倒|调个?个儿|换个?位置?|换个?顺序)(?:一下)?(?:位置|顺序)?$`,
      'u',
    ),
    ([, words], context) => {
      const [one, two, more] = places(words, context) ?? [];
      return one && two && !more ? restructure({ type: 'swap', spots: [one, two] }) : null;
    },
  ],
  // delete
  [
    new RegExp(
      `^${take}${S}(?:的?(?:所有|全部)?的?内容)?(?:整个|整章|整段|整条|全部|都|就|也|可以|统统|给我)*(?:${deleting}|不要|不留)(?:了|吧)*$`,
      'u',
    ),
    ([, words], context) => remove(words, context),
  ],
  // 第三章删掉第一点, 第三章里把第一点删了: the place in two halves
  [
    new RegExp(`^${take}${S}(?:里面?|里头|中|的)?(?:${deleting}|不要)(?:了)?(${points})(?:了|吧)*$`, 'u'),
    ([, chapter = '', point = ''], context) => remove(chapter + point, context),
  ],
  [
    new RegExp(`^${S}(?:里面?|里头|中)?(?:把|将)(${points})(?:都|也|给我)*(?:${deleting})(?:了|吧)*$`, 'u'),
    ([, chapter = '', point = ''], context) => remove(chapter + point, context),
  ],
  [
    new RegExp(`^${deleting}(?:了)?(?:整个|整章)?${S}(?:整个|整章|整段|整条|的?全部内容)?$`, 'u'),
    ([, words], context) => remove(words, context),
  ],
  // length
  [
    new RegExp(
      `^${take}${S}的?(?:字数|篇幅|长度)?(?:就|要|得|尽量|最好|都)*(?:控制|限制|限定|限|保持|定|写|压)?(?:在|到|为|成|够|个)?(?:不(?:要)?(?:超过|多于)|别超过|最多|大概|大约|约|差不多|也就)?([\\d０-９]{2,5}|[一二三四五六七八九十百千两]{2,7})(?:来|多)?个?字(?:以内|之内|以下|左右|上下|就行|就够|内)*$`,
      'u',
    ),
    ([, words, number], context) => {
      const spot = place(words, context);
      const characters = Number(parseNumeral(number ?? '') ?? number);
      // 全文3000字 is what the task demands of the report, not of its parts
      if (spot?.section === 'all') return null;
      return spot && Number.isInteger(characters) ? restructure({ type: 'set_length', spot, characters }) : null;
    },
  ],
  // locks
  [
    /^(?:(?:都|全部?|全都)(?:解锁|解开)(?:了)?|(?:解锁|解开)(?:全部|所有|全文)(?:的)?)$/u,
    () => ({ type: 'lock', spot: { words: '' }, locked: false }),
  ],
  [new RegExp(`^(?:解锁|解除锁定|解开|放开)(?:一下)?${S}?$`, 'u'), ([, words], context) => lock(words, false, context)],
  [
    new RegExp(`^${take}${S}(?:给|都|先|可以)*(?:解锁|解开|放开|解除锁定|开锁)(?:了|一下)*$`, 'u'),
    ([, words], context) => lock(words, false, context),
  ],
  [new RegExp(`^(?:先)?(?:锁定|锁住|锁上|锁)(?:一下)?${S}?$`, 'u'), ([, words], context) => lock(words, true, context)],
  [
    new RegExp(`^${take}${S}(?:给|先|就|都|已经|可以)*(?:锁定|锁住|锁上|锁死|锁起来|锁)(?:了|一下|吧)*$`, 'u'),
    ([, words], context) => lock(words, true, context),
  ],
  [
    new RegExp(`^${S}(?:谁|都|就|先|已经|定了|也)*(?:别|不要|不许|不能|不准|不)(?:再)?(?:动|改)(?:了|它|啦)*$`, 'u'),
    ([, words], context) => lock(words, true, context),
  ],
  [
    new RegExp(
      `^${S}(?:谁|都|就|先|给我)*(?:一个?字|半个字|标点)(?:都|也)?(?:别|不要?|不能|不许|不准)(?:再)?(?:动|改)(?:了|它)*$`,
      'u',
    ),
    ([, words], context) => lock(words, true, context),
  ],
  [
    new RegExp(`^(?:先)?(?:别|不要|不许|不准|不能)(?:再)?(?:动|改|碰)(?:了)?${S}(?:了)?$`, 'u'),
    ([, words], context) => lock(words, true, context),
  ],
  // words in quotation marks
  [
    new RegExp(
      `^${take}(?:在)?(?:${S}(?:里面?|中|内|上)?(?:的|那句|那个|有个|有一句|这句|里)*)?(${Q})${counting}(都|全部?|统统|一律|统一|全都)*(?:改成|改为|改作|换成|换为|替换成|替换为|写成|变成|改|换)(?:一下)?(${Q})(都改|全改)?(?:这几个字)?$`,
      'u',
    ),
    ([, words, find, all, put, allToo], context) => {
      const spot = optional(words, context);
      const [old, now] = [context.open(find ?? ''), context.open(put ?? '')];
      if (spot === null || old === '') return null;
      const which = all || allToo ? { which: 'all' as const } : {};
      return { type: 'edit_text', edit: { type: 'replace', find: old, put: now, ...(spot ? { spot } : {}), ...which } };
    },
  ],
  [
    new RegExp(
      `^(?:就)?(?:在)?(?:${S}(?:里面?|中|内)?(?:的|那句|那个)*)?(${Q})${counting}${where}(?:再|也|要)*(?:加上?|补上?|插入|添上?|接上?|写上?|跟上?)(?:一?(?:句|段|个词|行|个))?(?:话)?[：:，,]?(${Q})$`,
      'u',
    ),
    ([, words, near, side, put], context) => {
      const spot = optional(words, context);
      const [beside, said] = [context.open(near ?? ''), context.open(put ?? '')];
      if (spot === null || beside === '' || said === '') return null;
      return {
        type: 'edit_text',
        edit: { type: 'insert', near: beside, side: before(side), put: said, ...(spot ? { spot } : {}) },
      };
    },
  ],
  [
    new RegExp(
      `^${take}(?:${S}(?:里面?|中|内|上)?(?:的|那句|那个|有个|这句)*)?(所有|全部|每个)?的?(${Q})${counting}(都|全部?|统统|也|给我)*(?:${deleting}|不要|别要)(?:了|吧)*$`,
      'u',
    ),
    ([, words, every, find, all], context) =>
      deletion(words, find, Boolean(every) || /都|全|统/.test(all ?? ''), context),
  ],
  [
    new RegExp(
      `^${deleting}(?:了)?(?:${S}(?:里面?|中|内|上)?的?)?(所有的?|全部的?|每个)?(?:那句|这句|那个|这个)?(${Q})${counting}$`,
      'u',
    ),
    ([, words, every, find], context) => deletion(words, find, Boolean(every), context),
  ],
  [
    new RegExp(
      `^(?:在)?(?:${S})??(?:的)?(末尾|最后面?|结尾|后面|后边|之后|下面|里面?|开头|最前面?|前面|段末|段首|中)?(?:再|还|要|也)*(?:加上?|补上?|添上?|写上?|接上?|续上?|补充)(?:一?(?:句|段|行|小段|小句))?(?:话|字|文字)?[：:，,]?(?:是)?(${Q})$`,
      'u',
    ),
    ([, words, at, put], context) => {
      const spot = words === undefined ? ends(at, context) : place(words, context);
      const said = context.open(put ?? '');
      if (!spot || said === '') return null;
      return {
        type: 'edit_text',
        edit: { type: 'append', put: said, at: before(at) === 'before' ? 'start' : 'end', spot },
      };
    },
  ],
];

const isPoint = (spot: Spot, outline: Outline): boolean =>
  spot.point !== undefined || outline.chapters.some(({ points }) => points.some((one) => one.id === spot.section));

function merge(spots: Spot[] | null, said: string | undefined, context: PhraseContext): EditCommand | null {
  if (!spots || spots.length < 2) return null;
  if (said === undefined || /^(?:换个?(?:新)?)?(?:标题|题目)$/u.test(said))
    return restructure({ type: 'merge', spots });
  const heading = title(said, context);
  return heading ? restructure({ type: 'merge', spots, heading }) : null;
}

function retitle(spot: Spot | null, said: string | undefined, context: PhraseContext): EditCommand | null {
  const heading = title(said, context);
  if (!spot || !heading) return null;
  return restructure({
    type: 'retitle',
    spot: spot.section === 'all' ? { section: 'title', words: '标题' } : spot,
    heading,
  });
}

const shift = (spot: Spot | null, by: number): EditCommand | null =>
  spot ? restructure({ type: 'shift', spot, by }) : null;

function remove(words: string | undefined, context: PhraseContext): EditCommand | null {
  const { asked, outline } = context;
  const spots = places(words, context);
  if (
    !spots ||
    !isPlace(words ?? '', spots, outline) ||
    spots.some((spot) => spot.section === 'all' || (asked && spot.words === ''))
  )
    return null;
  return restructure({ type: 'remove', spots });
}

function lock(words: string | undefined, locked: boolean, context: PhraseContext): EditCommand[] | null {
  const spots = words === undefined ? [{ words: '' }] : places(words, context);
  return spots?.map((spot) => ({ type: 'lock', spot, locked })) ?? null;
}

/** No place said is undefined, a place that is none null. */
function optional(words: string | undefined, context: PhraseContext): Spot | null | undefined {
  if (words === undefined) return undefined;
  const spot = place(words, context);
  return spot?.section === 'all' ? undefined : spot;
}

/** 结尾 and 开头 of nothing in particular are the report's; 末尾 is that of what was talked about. */
function ends(at: string | undefined, { outline }: PhraseContext): Spot {
  if (at === '结尾') return { section: outline.closing.id, words: at };
  return at === '开头' ? { section: outline.opening.id, words: at } : { words: '' };
}

function deletion(
  words: string | undefined,
  find: string | undefined,
  all: boolean,
  context: PhraseContext,
): EditCommand | null {
  const spot = optional(words, context);
  const old = context.open(find ?? '');
  if (spot === null || old === '') return null;
  const which = all ? { which: 'all' as const } : {};
  return { type: 'edit_text', edit: { type: 'replace', find: old, put: '', ...(spot ? { spot } : {}), ...which } };
}
