// What stands over a sentence: a line or a topic before it (二支部：, 2022年情况, 上半年：) that makes its numbers something else's. Pure.
import type { Outline } from '../report/outline.ts';
import type { Piece } from './clauses.ts';
import { namesWhole, type Shift, shiftIn } from './shifts.ts';
import { unexplained, wordsOf } from './unexplained.ts';

const surname =
  '[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]';
const person = `(?:${surname}(?:[\\p{Script=Han}](?<![科处局部会院校区县市镇乡村]))(?:[\\p{Script=Han}](?<![科处局部会院校区县市镇乡村]))?)`;
/** Not one of a district's or a branch's own, nor a ward. */
const office =
  '(?:(?![\\p{Script=Han}]{0,7}(?:[县区镇乡]|支部|分局|分院|街道|[骨内外妇产儿眼肾]科|口腔科|皮肤科|肿瘤科|急诊科|康复科|神经科|中医科))[\\p{Script=Han}\\w]{1,8}(?:科|处|室|办|党委|股|中心|纪检组|支队|大队|队)|纪检组|机关党委|党委)';
const greeting =
  '(?:(?:各位|大家)?(?:领导|同事|同志|老师)?们?(?:您|你|大家)?好?|[\\p{Script=Han}]{1,2}(?:姐|哥|总|主任|科长|处长|局长|老师)(?:您?好)?|[\\p{Script=Han}]{1,2}[科处](?:您?好)?(?=[，,\\s]))';
const time = '(?:\\s*[\\d年月日:：/.\\-]+)*';
/** 税政科报：, 机关党委 王芳 09:05：, 李明说: who tells it, which is not whose it is. */
const speaker = new RegExp(
  `^[\\s，]*(?:${greeting}[，,\\s]*)?(?:转发\\s*)?(?:${office}?[\\s\\-—（(]*${person}?[）)]?)${time}\\s*(?:这?边|那边)?(?:(?:从?系统里?)?(?:报送|汇报|上报|报|反馈|统计|提供|说|汇总|给|发|整理|更正|补充|更新|回复|登记|核对|核实|导|拉|摘|查)(?:来|过来|上来|出来|出|好)?(?:了|的|的是|是)?(?:一下|下)?(?:的|的是|是)?)?(?:的)?(?:今年|全年|本年度?)?的?(?:数字?|数据|情况)?(?:是|如下)?\\s*[:：]\\s*`,
  'u',
);
const sayer = new RegExp(
  `(?<=^|[，,。；;\\n])(?:[\\p{Script=Han}]{1,6}(?<![听据])说|(?:${office}|${person})(?:讲|报|反馈|统计|提供|给))(?:的|的?是|了|来)?`,
  'gu',
);

/** The text with who is telling it blanked out, so that offsets stay. */
export const withoutSpeakers = (text: string) =>
  text
    .replace(/@[^\s，,：:]+/g, (hit) => '，'.repeat(hit.length))
    .replace(speaker, (hit) => '，'.repeat(hit.length))
    .replace(/^[\s，]*(?:快?年[底终]了?)?[给跟][您你][^，。：:；;\d]{0,6}(?:数|数据|情况)[:：]/u, (hit) =>
      '，'.repeat(hit.length),
    )
    .replace(sayer, (hit) => '，'.repeat(hit.length));

const year = /(20\d{2})年|去年|上年度?|前年|往年/;

/** All the words the outline has of its own. */
export function wordsOfAll(outline: Outline): string {
  const parts = outline.chapters.flatMap((chapter) => [chapter, ...chapter.points]).map((one) => one.heading);
  return [outline.name, ...outline.aliases, outline.setting, ...parts, ...outline.slots.map(wordsOf)].join('\n');
}

/** For each sentence what stands over it and narrows it. `told`: whether a sentence holds a figure. */
export function headingsOver(
  text: string,
  sentences: Piece[],
  told: (sentence: Piece) => boolean,
  outline: Outline,
  reportYear: number,
): (Shift | undefined)[] {
  let block: Shift | undefined;
  let line: Shift | undefined;
  let all = '';
  const narrows = (words: string, strict: boolean): Shift | undefined => {
    const named = year.exec(words);
    if (
      named &&
      (named[1] === undefined || Number(named[1]) !== reportYear) &&
      !/[比较同与和跟]$/.test(words.slice(0, named.index))
    )
      return { kind: 'period', word: named[0] };
    const shift = shiftIn(words);
    if (shift || !strict) return shift;
    all ||= wordsOfAll(outline);
    const word = unexplained(words, all, reportYear).join('、');
    return word === '' ? undefined : { kind: 'place', word };
  };
  return sentences.map((sentence, index) => {
    const gap = text.slice(sentences[index - 1]?.end ?? 0, sentence.start);
    if (index === 0 || gap.includes('\n')) {
      line = undefined;
      if (/\n\s*\n/.test(gap) || speaker.test(sentence.text)) block = undefined;
    }
    const words = withoutSpeakers(sentence.text).replace(/^[\s，]+/, '');
    if (!told(sentence)) {
      const alone = /\n|^$/.test(text.slice(sentence.end, sentence.end + 1));
      if (alone && words.trim().length <= 24 && words.trim() !== '') {
        const topic = /[:：]\s*$/.test(words);
        const found = narrows(words.replace(/[:：\s]+$/, ''), topic);
        if (found || topic || namesWhole(words)) block = found;
      }
      return undefined;
    }
    const over = line ?? block;
    const topic = /^([^，,：:\d]{1,20}?|[^，,：:]*年[^，,：:\d]{0,10})[:：]/.exec(words)?.[1];
    if (topic !== undefined) line = narrows(topic, true) ?? line;
    return over;
  });
}
