// A section from the phrasebook: always possible, never better than its patterns. Says in plain words what it could not do.
import type { Section } from '../report/outline.ts';
import { type Phrasebook, phraseSection } from '../report/phrasebook.ts';
import { printedLength } from './check-text.ts';
import type { DraftedSection, DraftRequest } from './port.ts';
import type { Instruction } from './read-instruction.ts';

/** How many seeds are looked through for a wording that differs. */
const tries = 24;

export function writeWithPhrasebook(
  section: Section,
  request: DraftRequest,
  phrasebook: Phrasebook,
  instruction: Instruction,
  hasModel: boolean,
): DraftedSection {
  const { outline, facts, seed, year } = request;
  const current = request.current[section.id];
  const common = { outline, phrasebook, section: section.id, facts };
  const wordings = Array.from({ length: tries }, (_, step) => phraseSection({ ...common, seed: seed + step }));
  // Brevity drops sentences that hold no fact; where all are such (a closing), the shortest wording stays.
  const short =
    phraseSection({ ...common, seed, shorter: true }) || wordings.toSorted((a, b) => a.length - b.length)[0] || '';
  const lengthOf = (text: string): number => printedLength(text, { outline, section: section.id, facts, year });
  const limit = instruction.most ?? instruction.about ?? Number.POSITIVE_INFINITY;
  const disliked = [current, ...(request.avoid?.[section.id] ?? [])];
  const others = wordings.filter((text) => !disliked.includes(text));
  const other = others.find((text) => lengthOf(text) <= limit) ?? others[0] ?? wordings[0] ?? '';
  const text = instruction.shorter ? short : other;
  const length = lengthOf(text);
  const note =
    request.instruction.trim() === '' ? '' : explain(instruction, { changed: text !== current, length, hasModel });
  return {
    section: section.id,
    text,
    by: { type: 'phrasebook', id: `phrasebook@${phrasebook.version}` },
    ...(note === '' ? {} : { note }),
  };
}

/** What was done and what was not, and what one can do about it. */
function explain(
  instruction: Instruction,
  { changed, length, hasModel }: { changed: boolean; length: number; hasModel: boolean },
): string {
  const who = hasModel ? '这一节由短语库代写' : '现在没有接入模型，由短语库改写';
  const { shorter, longer, most, least, about, paragraphs, sentences, words } = instruction;
  const limit = most ?? about;
  const done = shorter
    ? `${changed ? '已换成最短的写法' : '现稿已是短语库里最短的写法，没有再动'}，印出来${length}字`
    : changed
      ? '只能换一种现成的说法'
      : '这一节只有一种现成的说法，没有变化';
  const missed = [
    limit !== undefined && length > limit ? `还超出要求的${limit}字：剩下的多是您给的事实，短语库不会删` : '',
    longer || (least !== undefined && length < least) ? '短语库不会添加没有给出的内容，多告诉我几件事才能写长' : '',
    paragraphs !== undefined || sentences !== undefined ? '段数、句数的要求做不到' : '',
    asksMore(words) && !longer ? (shorter ? '其余的文字要求做不到' : '具体的文字要求做不到') : '',
  ].filter((part) => part !== '');
  const next = hasModel
    ? ''
    : missed.length > 0
      ? '要按要求改写，请管理员配置好模型；也可以直接告诉我改成什么，或在导出的文件里改。'
      : '';
  return `${[`${who}：${done}`, ...missed].join('；')}。${next}`;
}

/** What the phrasebook does anyway (other words, fewer words), where the section is, and the words around such requests. */
const granted = new RegExp(
  [
    '第[零一二三四五六七八九十\\d]+(?:部分|[章节点条段])|（[一二三四五六七八九十]+）|[“”‘’]',
    '换(?:个|一个|一种|种|一版|一下|成)?(?:别的|另外的?)?(?:写法|说法|讲法|表述|版本)?|重新?写|改写|改一改|改改|再来一[版遍个]|写一[版遍]',
    '精炼|精简|简练|简短|简洁|缩短|压缩|删减|缩减|短|长|啰嗦|啰唆|拖沓|少写|文字|语言|篇幅|内容',
    '请|把|这一?[段节点]|那一?[段节点]|它|再|更|要|太|过|有点|些|一?点|一下|一遍|了|的|改|写|得|到|吧|呢|啊|[\\s\\p{P}]',
  ].join('|'),
  'gu',
);

const asksMore = (words: string): boolean => words.replace(granted, '').length >= 2;
