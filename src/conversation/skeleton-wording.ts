// What is said about an outline given in words. Decides nothing.
export const skeletonWords = {
  title: '新提纲（还没换）',
  part: (title: string, slots: number, length: number) => `${title}（${slots}项，约${Math.round(length / 10) * 10}字）`,
  plain: '这一章整段写，还没有分点。',
  homeless: (labels: string[]) =>
    `新提纲里没有落脚处的：${labels.slice(0, 12).join('、')}${labels.length > 12 ? `等${labels.length}项` : ''}。换了以后不再问，已经记下的数会列出来请你定。`,
  askTitle: '换成这个提纲吗？',
  askText: '记下的情况都留着，跟着挪到对应的地方。标题、顺序之后还可以一条一条改，也可以“撤销”。',
  take: '就用这个',
  step: (chapters: number) => `换成${chapters}章的提纲`,
  done: (headings: string[]) => `换好了，现在是：${headings.map((one, at) => `${at + 1}. ${one}`).join('；')}。`,
  late: '已经有写好的稿子，整个换提纲会动到它。请一条一条说，比如“第一章和第二章合并，标题改成……”，每一步都能撤销。',
  noChapter: (of: string) => `提纲里没有“${of}”这一章。先说分哪几大块，再说里面怎么分。`,
  tooFew: (heading: string, have: number, want: number) =>
    `“${heading}”下面现在只有${have}条，分不成${want}条。要加就说“${heading}里加一条‘……’”。`,
} as const;
