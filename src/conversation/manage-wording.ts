// What the bot says when a report is put away or had back. As wording.ts; decides nothing.
export const manageWords = {
  removeTitle: (title: string) => `不要《${title}》了？`,
  removeText: (facts: number, drafted: boolean) =>
    `记的${facts}项${drafted ? '和稿子' : ''}一起收走，不再提醒。收走的留30天，说“恢复这份报告”就能要回来。`,
  removeYes: '不要了',
  removeNo: '还留着',
  removed: (title: string, more: number) =>
    `《${title}》收走了，30天内说“恢复这份报告”还能要回来。${more > 0 ? `另外${more}份没有动，说“我的报告”看看。` : ''}`,
  restoreIt: '恢复这份报告',
  removedTitle: '收走了',
  kept: '好，留着。',
  restored: (title: string) => `《${title}》回来了，接着写就行。`,
  noneRemoved: '没有收走的报告可以恢复。说“我的报告”看看现有的。',
  whichReport: (titles: string[]) =>
    titles.length === 0
      ? '没找到这份报告。说“我的报告”看看有哪些。'
      : `是哪一份？现有${titles.join('、')}。带上年度再说一次。`,
  removeAgain: '隔得有点久，怕是误点。真不要了，再说一次“这份报告不要了”。',
} as const;
