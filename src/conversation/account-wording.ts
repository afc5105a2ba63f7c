// What the bot says under a drafted text of where it comes from. Words only; figures are counted, never shown.
const SHOWN = 8;

export const accountWords = {
  told: (figures: number, deeds: number): string => {
    const parts = [figures > 0 ? `${figures}个数` : '', deeds > 0 ? `${deeds}件事` : ''].filter((part) => part !== '');
    return `用了${parts.join('、')}，全部有出处。`;
  },
  unwritten: (labels: string[]): string => {
    const more = labels.length > SHOWN ? `等${labels.length}项` : '';
    return `没给、我没有写的：${labels.slice(0, SHOWN).join('、')}${more}。`;
  },
} as const;
