// 看第二章第3点的历史, 和上一版比, 恢复到第一版: asked about a section's versions. Pure; without a place 恢复上一版 is an undo, and not read here.
import type { Spot } from '../conversation/edit-command.ts';
import type { VersionCommand } from '../conversation/version-command.ts';
import type { Outline } from '../report/outline.ts';
import { ordinal } from './place.ts';
import type { ReadRequest } from './port.ts';
import { readSpots } from './spots.ts';

const longest = 40;
const number = '第?([一二三四五六七八九十\\d]{1,3})(?:个)?(?:版本?|稿)';
const leading =
  /^(?:请|麻烦(?:你|您)?|帮(?:我|忙)|给我|我想|我要|想|那就?|还是|现在|能不能|可以|把|将|再|就|[，,\s])+/u;
const trailing = /(?:吧|啊|呀|呢|吗|嘛|一下|好吗|行吗|看看|给我看|[\s。.！!?？])+$/u;
const versionWords =
  '(?:历史版本|版本历史|历史记录|修改记录|改动记录|修改历史|改动历史|修改痕迹|所有版本|各个?版本|全部版本|旧稿|历史|版本)';

type Make = (groups: (string | undefined)[], spot: Spot) => VersionCommand | null;

/** `@` is the place. */
const forms: [string, Make][] = [
  [
    `(?:看看?|查看?|列出?|显示|打开|列)?(?:一?下)?@的?${versionWords}(?:列表|有哪些)?`,
    (_, spot) => ({ type: 'show_versions', spot }),
  ],
  [
    '@(?:一共|总共|现在|都|到底)*有(?:过)?(?:几|多少|哪些|哪几)个?(?:版本?|稿)(?:了)?',
    (_, spot) => ({ type: 'show_versions', spot }),
  ],
  [
    '@(?:一共|总共|都)*(?:改|动)(?:过|了)(?:几|多少)(?:次|回|版|遍)(?:了)?',
    (_, spot) => ({ type: 'show_versions', spot }),
  ],
  ['(?:都)?(?:有)?谁(?:改|动)过@', (_, spot) => ({ type: 'show_versions', spot })],
  ['@(?:都)?(?:是|有)?谁(?:改|动)过?的?', (_, spot) => ({ type: 'show_versions', spot })],
  [
    `(?:比较|对比|对照|比(?:一)?比|比)?(?:一下)?@的?(?:比较|对比|对照|比(?:一)?比|比)?(?:一下)?${number}(?:和|跟|与|同|、)${number}(?:比较?|对比|对照|比一比|比一下|有(?:什么|啥)(?:不同|不一样|区别|变化))?`,
    ([, from, to], spot) => ({ type: 'compare_versions', spot, from: ordinal(from ?? ''), to: ordinal(to ?? '') }),
  ],
  [
    `@(?:现在(?:的|这版)?)?(?:和|跟|与|同)${number}(?:比较?|对比|对照|比一比|比一下|有(?:什么|啥)(?:不同|不一样|区别|变化)|差在?哪)`,
    ([, from], spot) => ({ type: 'compare_versions', spot, from: ordinal(from ?? '') }),
  ],
  [
    '(?:比较|对比|对照)?@(?:的)?(?:和|跟|与|同)(?:上一?|前一?|原来的?那?|之前的?那?|刚才那?|老)(?:一)?(?:个)?(?:版本?|稿)?(?:比较?|对比|对照|比一比|比一下|有(?:什么|啥|哪些)?(?:不同|不一样|区别|变化)|差在?哪里?|改了(?:什么|哪些|哪里|啥))?',
    (_, spot) => ({ type: 'compare_versions', spot }),
  ],
  [
    '@(?:这次|刚才|刚刚|上次)?(?:都)?(?:改|动)了(?:什么|哪些|哪里|哪儿|啥)(?:地方|内容|字)?',
    (_, spot) => ({ type: 'compare_versions', spot }),
  ],
  [
    `@(?:给我)?(?:恢复|还原|退回?|回退?|改回|换回|用回?|要)(?:到|成|为|至|去)?${number}(?:的样子)?`,
    ([, which], spot) => ({ type: 'restore_version', spot, which: ordinal(which ?? '') }),
  ],
  [
    `@(?:还是|觉得|感觉)*${number}(?:的|那个)?(?:写得|更|比较|要|反而|看着)*(?:好|顺|强|合适|像样)(?:一些|些|一点|点|多了?)?`,
    ([, which], spot) => ({ type: 'restore_version', spot, which: ordinal(which ?? '') }),
  ],
  [
    '@(?:还是|觉得|感觉)*(?:原来|之前|先前|上一?|前一?|刚才)(?:的)?(?:那)?(?:一?个?)(?:版本?|稿子?)(?:写得|更|比较|要|反而|看着)*(?:好|顺|强|合适|像样)(?:一些|些|一点|点|多了?)?',
    (_, spot) => ({ type: 'restore_version', spot, which: 'previous' }),
  ],
  [
    '@(?:给我)?(?:恢复|还原|退回?|回退?|改回|换回|用回?)(?:到|成|为|至|去)?(?:最初|最早|最开始|初稿|原稿|一开始)(?:的|那)?(?:一?版|样子|稿)?',
    (_, spot) => ({ type: 'restore_version', spot, which: 1 }),
  ],
  [
    '@(?:还是|就)?用回?(?:原来|原先|之前|上一?|前一?|老)(?:的|那)?(?:一?个?)(?:版本?|稿子?)',
    (_, spot) => ({ type: 'restore_version', spot, which: 'previous' }),
  ],
  [
    '@(?:给我|还是)?(?:恢复|还原|退回?|回退?|改回|换回|用回?)(?:到|成|为|至|去)?(?:原来|原先|之前|以前|刚才|上一?|前一?|改之前|原)(?:的|那)?(?:一?个?版本?|样子|稿子?|样|那个)?',
    (_, spot) => (spot.words === none ? null : { type: 'restore_version', spot, which: 'previous' }),
  ],
  [
    '@(?:给我)?(?:恢复|还原)(?:回来|回去|原样)?',
    (_, spot) => (spot.words === none ? null : { type: 'restore_version', spot, which: 'previous' }),
  ],
];
/** No place was said at all; 这段 is one. */
const none = '\u0000';

export function readVersionCommand(text: string, { report }: ReadRequest): VersionCommand | null {
  const words = text.trim().replace(leading, '').replace(trailing, '');
  if (!report || words === '' || words.length > longest) return null;
  for (const [pattern, make] of forms) {
    const command = readForm(words, report.outline, pattern, make);
    if (command) return command;
  }
  return null;
}

function readForm(words: string, outline: Outline, pattern: string, make: Make): VersionCommand | null {
  const [before = '', after = ''] = pattern.split('@');
  const hit = new RegExp(`^${before}(.{0,20}?)(?:的)?(?:也|又|现在)?${after}$`, 'u').exec(words);
  if (!hit) return null;
  const place = hit[1]?.trim() ?? '';
  const spots = place === '' ? [{ words: none }] : readSpots(place, outline, (one) => one);
  const [spot, another] = spots ?? [];
  if (!spot || another) return null;
  const made = make([hit[0], ...hit.slice(2)], spot);
  if (!made || ('which' in made && made.which === 0)) return null;
  return made.spot.words === none ? { ...made, spot: { words: '' } } : made;
}
