// Splits what a person listed into its items: 1.…2.…, 一是…二是…, bullets, lines, semicolons, short names joined by 、. Pure.

const mark =
  /(?:^|(?<=[\s。；;，,：:\n]))(?:[（(]?\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十][，,、：:]|[一二三四五六七八九十](?:是|方面)(?!一)|[-•·●▪*]\s)/g;

const trim = (item: string) => item.trim().replace(/^[，,、：:；;。\s]+|[；;，,、。\s]+$/g, '');

export function splitItems(text: string): string[] {
  const marked = text
    .split(mark)
    .map(trim)
    .filter((item) => item !== '');
  if (marked.length > 1) {
    const first = text.search(mark);
    // words before the first mark introduce the list and are no item of it
    return first > 0 && /[：:]\s*$/.test(text.slice(0, first)) ? marked.slice(1) : marked;
  }
  for (const separator of [/\n+/, /[；;]/]) {
    const parts = text
      .split(separator)
      .map(trim)
      .filter((item) => item !== '');
    if (parts.length > 1) return parts;
  }
  const titles = text.match(/《[^》]+》/g);
  if (titles && titles.length > 1 && text.replace(/《[^》]+》|[、，,和以及\s。]/g, '') === '') return titles;
  if (/^(?:开展|组织|制定|印发|出台|学习|召开|举办|进行|落实|推进)了?/.test(text)) return [trim(text)];
  const names = text.split('、').map(trim);
  if (names.length > 1 && names.every((name) => name.length > 0 && name.length <= 16 && !/[，,。]/.test(name)))
    return names;
  return [trim(text.replace(mark, ''))].filter((item) => item !== '');
}
