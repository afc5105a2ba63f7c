// What the bot says to answers that settle nothing yet, and about rough figures. As wording.ts; decides nothing.
export const answerWords = {
  /** About an amount said with 大概. */
  rough: (label: string, value: string) => `${label} ${value}？说的是大概数，写准数还是约数？`,
  wholeOfEach: (label: string, from: string, whole: string) =>
    `${label}：按${from}算，应是${whole}。就写${whole}，还是有缺的？有缺就直接说实际的数。`,
  likeLastYear: (label: string, last: string) =>
    `${label}：${last === '' ? '' : `去年是${last}，`}“差不多”不能进稿，请给今年的数。手头没有就晚点给。`,
  giveLater: (day: string) => `${day}再给`,
  later: (day: string) => `好，${day}早上我再问一次。有数了随时发。`,
  askAgain: (question: string) => `上次说晚点给的这一项，现在有数了吗？${question}`,
  waiting: [
    '好，等你问准了再定，卡先留着。',
    '不急，核好了直接说数，或者在卡上点。',
    '好，先不记。有准信了发过来就行。',
  ],
  unitWaits: '好，单位先不定，这几个数也不记。问到了说“单位是亿元”这样就行。',
} as const;
