// How several things are named in one sentence. Decides nothing.
export const list = (items: string[], shown = 6): string =>
  items.length > shown ? `${items.slice(0, shown).join('、')}等${items.length}处` : items.join('、');

export const numbered = (items: string[]): string => items.map((item, at) => `${at + 1}. ${item}`).join('\n');

/** 〔待补：党课次数〕 → 党课次数 */
export const openLabel = (open: string): string => /^〔待补：(.*)〕$/u.exec(open)?.[1] ?? open;
