// How one may talk to the bot, by where the report stands; examples come from the report itself. As wording.ts; decides nothing.
const quoted = (examples: string[]): string => `“${examples.join('，')}”`;

export const helpWords = {
  /** 集体学习12次 */
  example: (name: string, amount: string) => `${name}${amount}`,
  openQuestions: (count: number) => `有${count}处等你定：点卡上的按钮，或者说“第1个”、“跳过”。`,
  tell: (examples: string[]) =>
    `有情况直接发来，一条里说几项都行${examples.length === 0 ? '' : `，比如${quoted(examples)}`}。`,
  whatToGive: (part: string) => `要准备什么：还缺什么　·　一项项来：一个一个问　·　填表：填${part}`,
  notice: '有通知，整段粘过来，字数和期限我来记；有数据表，也直接粘。',
  lookFirst: '先看样子：起草（缺的标〔待补〕）　·　说错了：撤销',
  missing: (count: number, examples: string[]) =>
    count === 0
      ? '该问的都齐了，可以起草。'
      : `还缺${count}项${examples.length === 0 ? '' : `，直接说就行，比如${quoted(examples)}`}。全部：还缺什么`,
  correct: (name: string, amount: string) => `改数：${name}改成${amount}　·　问来历：${name}是谁报的`,
  look: '看：到哪了　·　记了什么　·　核对　·　要求',
  draft: (part: string) => `写：起草　·　起草${part}　·　文件：导出　·　退一步：撤销`,
  rewrite: (place: string) => `改一处：重写${place}，写实一点　·　看：看全文　·　到哪了`,
  literal: (part: string) => `照你的字改：把“甲”改成“乙”　·　${part}末尾加一句“……”　·　锁定${part}`,
  handOut: '要文件：导出，或者“生成云文档”　·　对数：核对　·　退一步：撤销',
  delivered: (title: string) => `《${title}》已经交出一版，没有待补。`,
  afterwards: (place: string) => `还要改，直接说，比如“重写${place}，短一点”，改完再导出。`,
  nextYear: (year: number) => `下一年：照${year}年的开一份　·　别的：我的报告　·　不要了：这份报告不要了`,
  group: (examples: string[]) =>
    `@我报情况就行${examples.length === 0 ? '' : `，比如${quoted(examples)}`}。看：还缺什么　·　到哪了`,
  groupOwner: (owner: string) => `起草、改稿、导出由${owner}来。`,
} as const;
