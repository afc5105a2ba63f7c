// A character official prose hardly knows, standing alone where one that sounds the same would make a word: 专吱 for 专职. Shown, never certain.
import type { FormulationBook } from './book.ts';
import type { AuditFinding } from './finding.ts';
import { findingAt, type Rule, type SceneParagraph, within } from './scene.ts';
import { soundOf } from './sounds.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Ordinary characters that happen to stand in none of the lists. */
const ORDINARY =
  '亿只骑宇劲你我他她它您们谁吗呢吧啊哪那这么很太最再又也都还却但而且或若虽既即便就才刚已曾将会能可应该须需要想看听说讲读写走跑跳坐站吃喝睡买卖送接拿放开关门窗桌椅床灯车船飞机路桥楼房屋墙井河湖海山林树木花草鱼鸟牛羊猪狗鸡鸭马虎龙蛇鼠猴米面油盐酱醋茶菜果瓜豆麦稻棉布衣帽鞋袜包箱瓶杯碗盘刀叉勺锅炉火水电气煤炭铁铜银金石沙土泥灰红橙黄绿青蓝紫黑白粉春夏秋冬早晚午夜晨昏昨今明东西南北左右前后里外上下高低长短大小多少轻重快慢冷热干湿新旧好坏真假难易远近深浅宽窄厚薄粗细软硬强弱';

/** Characters on each side that tell whether the words fit together again. */
const AROUND = 4;

export function createRareCharacters(book: FormulationBook): Rule {
  const lists = [
    book.words,
    book.phrases,
    book.wordings,
    book.documents,
    ...book.formulations.map(({ write }) => write),
  ];
  const known = lists.flat().join('\n');
  const common = new Set([...(known.match(/\p{Script=Han}/gu) ?? []), ...ORDINARY]);
  // Worked out when the first rare character is met: most texts hold none that stands alone.
  let bySound: Map<string, string[]> | undefined;
  const alike = (char: string): string[] => {
    bySound ??= group([...common]);
    return bySound.get(soundOf(char)) ?? [];
  };
  return (scene) =>
    scene.paragraphs.flatMap((paragraph) =>
      paragraph.level === 'title' || paragraph.level === 'signature'
        ? []
        : inParagraph(paragraph, common, known, alike),
    );
}

function inParagraph(
  paragraph: SceneParagraph,
  common: Set<string>,
  known: string,
  alike: (char: string) => string[],
): AuditFinding[] {
  const { text } = paragraph;
  return [...words.segment(text)].flatMap(({ segment, index }): AuditFinding[] => {
    if (segment.length !== 1 || common.has(segment) || !/\p{Script=Han}/u.test(segment)) return [];
    // 5亿元, 12只: measure words stand alone by right.
    if (/[\d余多]/u.test(text.charAt(index - 1))) return [];
    if (within(paragraph.titles, index) || within(paragraph.quoted, index)) return [];
    const [from, to] = [Math.max(0, index - AROUND), index + 1 + AROUND];
    const [before, after] = [text.slice(from, index), text.slice(index + 1, to)];
    const now = loose(before + segment + after);
    const best = alike(segment)
      .map((char) => ({ char, gain: now - loose(before + char + after) }))
      .reduce((most, one) => (one.gain > most.gain ? one : most), { char: '', gain: 1 });
    if (best.gain < 2) return [];
    const word = wordAt(before + best.char + after, before.length);
    return [
      findingAt(paragraph, index, index + 1, {
        rule: 'words/rare',
        // A word of our lists is meant in all likelihood; any other may be a name.
        severity: known.includes(word) ? 'should' : 'may',
        message: `“${before.slice(-1)}${segment}${after.slice(0, 1)}”里的“${segment}”疑为“${best.char}”的误写，请核对。`,
        put: best.char,
      }),
    ];
  });
}

/** The word that lies over a place. */
const wordAt = (stretch: string, at: number): string =>
  [...words.segment(stretch)].find(({ segment, index }) => index <= at && at < index + segment.length)?.segment ?? '';

const loose = (stretch: string): number =>
  [...words.segment(stretch)].filter(({ segment }) => /^\p{Script=Han}$/u.test(segment)).length;

function group(chars: string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const char of chars) groups.set(soundOf(char), [...(groups.get(soundOf(char)) ?? []), char]);
  return groups;
}
