// What is said of last year's figures, and of what was just spoken of or done. Words only.
export const pastWords = {
  noted: (year: number, shown: string[], count: number, lacking: string[]): string =>
    `${year - 1}年的数只作对照，不写进${year}年的报告：${shown.join('，')}${count > shown.length ? `等${count}项` : ''}。` +
    (lacking.length > 0
      ? `${year}年的${lacking.join('、')}还没有；要是说的就是${year}年，请连“${year}年”一起说一遍。`
      : ''),
  reckoned: (last: string, sign: string, more: string): string => `去年${last}${sign}${more}，是这个数吗？`,
  justSpokenOf: (label: string): string => `刚才说的是“${label}”，这个数是它的吗？`,
  whichJust: (what: string): string =>
    what === ''
      ? '刚才没有改过什么。要去掉哪一项，说它的名字，比如“党课去掉”。'
      : `刚才做的是：${what}。要退掉它，回“撤销”；要去掉某一项，说它的名字，比如“党课去掉”。`,
  allOut: (labels: string[]): string =>
    `剩下的${labels.length}项都记为没有，正文不提：${labels.slice(0, 8).join('、')}${labels.length > 8 ? '等' : ''}。哪一项有了直接说；记错了回“撤销”。`,
  allOutStep: (count: number): string => `剩下的${count}项记为没有`,
  step: (labels: string[]): string => `记下上一年的${labels.slice(0, 3).join('、')}作对照`,
};
