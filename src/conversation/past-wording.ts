// What is said of last year's figures. Words only.
export const pastWords = {
  noted: (year: number, shown: string[], count: number, lacking: string[]): string =>
    `${year - 1}年的数只作对照，不写进${year}年的报告：${shown.join('，')}${count > shown.length ? `等${count}项` : ''}。` +
    (lacking.length > 0
      ? `${year}年的${lacking.join('、')}还没有；要是说的就是${year}年，请连“${year}年”一起说一遍。`
      : ''),
  step: (labels: string[]): string => `记下上一年的${labels.slice(0, 3).join('、')}作对照`,
};
