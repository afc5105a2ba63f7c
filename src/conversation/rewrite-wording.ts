// What the bot says of rewriting one section, of its versions, and of what a wish lacks. As wording.ts; decides nothing.
import { list } from './word-lists.ts';

const short = (name: string): string => name.replace(/“.*$/u, '');

export const rewriteWords = {
  // The card of old and new
  marks: '划线的是删去的，加粗的是新写的。',
  cleanText: '新稿全文',
  keep: '采用',
  onceMore: '再来一版',
  giveBack: '还原',
  kept: (who: string) => `${who}已采用`,
  keptToast: '好，就用这一稿。',
  alreadyKept: '现在用的就是这一稿。',
  givenBack: (who: string) => `${who}已还原，用的是原来的`,
  givenBackToast: '还原了，用的是原来的。',
  giveBackStep: (name: string) => `还原${name}`,
  movedOn: (name: string, number: number) =>
    `${short(name)}后来又改过，现在是第${number}版。说“看${short(name)}的历史”，哪一版都能找回。`,
  gone: '这一段已经不在了。',
  nothingBefore: (name: string) => `${short(name)}原来没有稿子，没有可以还原的。`,

  // Asking for a rewrite
  change: '改',
  changeTitle: (name: string) => `${name}想怎么改`,
  changeHint: '比如：精炼些；突出我个人做了什么；换个开头；控制在300字以内。只动这一段，数和名称不变。',
  changeLabel: '想怎么改',
  noWishYet: '刚才没有说过怎么改。直接说，比如“第二章第1点精炼些”。',
  keptAsItWas: (name: string, why: string) => `${short(name)}没有改，原来的稿子没动。${why}`,

  // What a wish lacks
  lackTitle: (name: string) => `${name}：还缺材料`,
  lackTopic: (topic: string) => `手里没有“${topic}”的材料，先没有改，也不编。`,
  lackDeeds: '手里没有写明是本人做的事，先没有改，也不编。',
  lackHint: '有什么具体的事，直接发来，或者写在下面，接着就改。',
  lackLabel: (topic: string) => (topic === '' ? '本人做了什么（一两句）' : `“${cutTopic(topic)}”的事（一两句）`),
  lackKept: (number: number, text: string) => `素材${number}：${text}`,
  lackUse: (number: number) => `用素材${number}`,
  lackSend: '补上，接着改',
  lackAnyway: '就用现有的改',
  lackLeave: '不改了',
  lackDone: (told: string) => `补上了：${told}`,
  lackLeft: '好，没有动。',
  lackGone: '这一问已经过去了。要改，直接说怎么改。',
  lackEmpty: '还没写是什么事，写一两句再点。',
  ownDeeds: '本人做的事',
  lackStep: (label: string) => `补上“${label}”`,
  lackNoted: (label: string, name: string) => `记下：${label}，放在${short(name)}。`,

  // Versions
  noText: (name: string) => `${short(name)}还没有稿子。`,
  versionsTitle: (name: string, count: number) => `${name}：${count}个版本`,
  onlyOne: (name: string) => `${short(name)}只有一个版本。`,
  version: (number: number) => `第${number}版`,
  versionLine: (number: number, when: string, who: string, length: number) =>
    `第${number}版　${when}　${who}　${length}字`,
  inUse: '现在用的',
  undone: '撤销过的',
  model: '模型',
  phrasebook: '短语库',
  why: (why: string, prompt: string) =>
    [why === '' ? '' : `因为：${why}`, prompt].filter((one) => one !== '').join('　'),
  firstDraft: '起草',
  older: '更早的',
  newer: '更新的',
  look: (number: number) => `比第${number}版`,
  restore: (number: number) => `恢复第${number}版`,
  all: '所有版本',
  chooseSection: (name: string) => `${name}，看哪一段的版本？`,
  sectionVersions: (name: string, count: number) => `${short(name)}（${count}版）`,
  noSuchVersion: (name: string, number: number, numbers: number[]) =>
    `${short(name)}没有第${number}版，有的是${list(numbers.map((one) => `第${one}版`))}。`,
  comparedTitle: (name: string, from: number, to: number) => `${name}：第${from}版和第${to}版`,
  sameVersions: (from: number, to: number) => `第${from}版和第${to}版一字不差。`,
  tooDifferent: '两版差别很大，不逐字标了，分开放在下面。',
  restoredStep: (name: string, number: number) => `${short(name)}恢复第${number}版`,
  restoredWhy: (number: number, who: string) => `恢复第${number}版（${who}）`,
  restored: (name: string, number: number, now: number) =>
    `${short(name)}恢复成第${number}版的文字，记作第${now}版。撤销就回到刚才那版。`,
  alreadyThat: (name: string, number: number) => `${short(name)}现在就是第${number}版。`,
  sameAsNow: (name: string, number: number) => `${short(name)}现在的文字和第${number}版一样。`,
} as const;

function cutTopic(topic: string): string {
  return [...topic].slice(0, 12).join('');
}
