// A list of narrative items as running text. Never changes an item beyond its own numbering and last mark.
import { inChinese } from './number-in-chinese.ts';

const ownNumber =
  /^(?:[一二三四五六七八九十]+是|[（(](?:\d{1,2}|[一二三四五六七八九十]+)[）)]|\d{1,2}(?:[、）)．]|\.(?!\d))|[一二三四五六七八九十]+、)\s*/u;
const ownEnd = /[。；，、;,\s]+$/u;

/** The items without their own numbering and last mark. */
export function bareItems(items: string[]): string[] {
  return items.map((item) => item.trim().replace(ownNumber, '').replace(ownEnd, '')).filter((item) => item !== '');
}

/**
 * Introduced by a colon the items are numbered (一是…；二是…, within a point （1）…；（2）…); anywhere else they are
 * enumerated with 、, or with ； where an item has commas of its own. Between adjacent 《》 or “” stands no 、
 * (GB/T 15834—2011, 4.5.3.5).
 */
export function printList(items: string[], introduced: boolean, point: boolean): string {
  const clean = bareItems(items);
  if (clean.length < 2) return clean.join('');
  const long = clean.some((item) => /[，；。]/u.test(item));
  if (introduced) {
    const between = clean.some((item) => item.includes('。')) ? '。' : '；';
    return clean.map((item, at) => (point ? `（${at + 1}）` : `${inChinese(at + 1)}是`) + item).join(between);
  }
  return clean.reduce((text, item) => {
    const adjacent = (text.endsWith('》') && item.startsWith('《')) || (text.endsWith('”') && item.startsWith('“'));
    return text + (long ? '；' : adjacent ? '' : '、') + item;
  });
}
