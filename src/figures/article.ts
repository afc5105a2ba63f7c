// Tells 一个 the article from 一次 the count. A guess on the safe side for reports: without a sign of counting, 一 and 二 are no figure.

/** 这一次, 每一名, 统一个… : 一 belongs to the word before it. */
const BOUND = /[这那某每任另同统唯其之哪前后上下首头单逐专第]$/;
/** Units counted even where the number is one. */
const COUNTED =
  /^(?:次|场次|人次|件次|户次|场|期|起|件|例|宗|家|户|份|篇|倍|成|元|亩|吨|公里|小时|个百分点|个月|个工作日|%|个小时|公斤|千米|平方米|个标段|亿元|批次|学时)$/;
const SPANS_OF_TIME = /^(?:年|天|周|日|个月|个工作日|星期|个星期)$/;
const COUNTING =
  /(?:共|仅|只|就|计|达|各|新增|增加|减少|新建|建成|召开|开展|举办|组织|参加|讲授?|查处|立案|发现|破获|办结|整改|新设|撤销|完成|受理|至少|不少于|其中|另有|还有|分别|开|搞|做|办)(?:了|过|有)?$/;
const CLAUSE_END = /^(?:$|[\s，。；、！？,;:：）)”])/;

/** Whether the single 一 or 二 at `i` is an article or an ordinal rather than a count. */
export function isOneAnArticle(plain: string, i: number, end: number, unit: string, approximation: string): boolean {
  const numeral = plain.charAt(i);
  if (numeral !== '一' && numeral !== '二') return false;
  const before = plain.slice(Math.max(0, i - 6), i);
  const after = plain.slice(end, end + 6);
  if (numeral === '一' && BOUND.test(before)) return true;
  if (approximation !== '') return false;
  const counted = COUNTING.test(before);
  if (SPANS_OF_TIME.test(unit)) return !(/^[内之]/.test(after) || counted || /(?:期|时|短|限|前|续)$/.test(before));
  if (numeral === '二') return !(counted || CLAUSE_END.test(after)) || !/\S/.test(unit);
  if (CLAUSE_END.test(after)) return /^(?:组|类|种|批|套|对|双|面|道|片|把|层|段|页|行|字)$/.test(unit);
  if (unit === '场' || unit === '期' || unit === '份' || unit === '家' || unit === '户') return !counted;
  return !(COUNTED.test(unit) || (counted && !/^(?:种|批|套|支|道|面|把|片|段|类|些)$/.test(unit)));
}
