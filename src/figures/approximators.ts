// Words that make an amount approximate or give it a direction. Data, and the one place that knows where each is written.

/** Written before the amount. Longer first, so that 不超过 is not read as 超过. */
const BEFORE = [
  ...[
    '不少于',
    '不低于',
    '不超过',
    '不多于',
    '不高于',
    '不下于',
    '不小于',
    '不大于',
    '大于等于',
    '小于等于',
    '大于或等于',
    '差不多',
    '大约莫',
  ],
  ...[
    '大约',
    '大概',
    '大致',
    '约莫',
    '将近',
    '接近',
    '超过',
    '突破',
    '不到',
    '不足',
    '不下',
    '不止',
    '不满',
    '至少',
    '至多',
  ],
  ...[
    '最多',
    '最少',
    '少于',
    '多于',
    '高于',
    '低于',
    '大于',
    '小于',
    '估计',
    '好几',
    '约为',
    '近乎',
    '逾',
    '超',
    '近',
    '约',
  ],
  ...['≥', '≤', '>=', '<=', '>', '<', '＞', '＜', '~', '±', '上', '过', '几', '数'],
];
const AFTER = [
  '及以上',
  '及以下',
  '左右',
  '上下',
  '以上',
  '以下',
  '以内',
  '之上',
  '之下',
  '之内',
  '出头',
  '开外',
  '有余',
  '挂零',
  '之多',
  '许',
];
const INNER = ['余', '多', '来'];

/** Bare powers only: 上百, 过万, 几十, 数千, 好几百. */
export const POWER_ONLY: ReadonlySet<string> = new Set(['上', '过', '几', '数', '好几']);

/** These count as one when the other end of the amount has another: 近200余, 大约12个左右. */
export interface ApproximatorParts {
  before: string;
  inner: string;
  after: string;
}

/** Takes `近余` apart again: what stands before the amount, right behind it, and behind the unit. */
export function partsOf(approximation: string): ApproximatorParts {
  const before = approximation.startsWith('几') ? '几' : (BEFORE.find((word) => approximation.startsWith(word)) ?? '');
  const rest = approximation.slice(before.length);
  const inner = INNER.find((word) => rest.startsWith(word)) ?? '';
  return { before, inner, after: rest.slice(inner.length) };
}

/** Characters that make an approximator part of another word: 节约, 预约, 附近, 赶超, 会上, 通过. */
const NOT_AFTER: Record<string, string> = {
  约: '节预特签合条公制集续履契违邀解失爽赴相缔大简隐纽',
  近: '附最邻临靠亲就远新贴逼将接相走',
  超: '高赶反出',
  过: '通经超不召开办搞讲去参看学做',
  上: '以网线会路晚早基础加身手岗车船地面桌台史总体际度层本年事',
  数: '人次总件户份多少系指参岁个倍基计算',
  逾: '',
  不足: '存补',
  不到: '达做得找看',
  至少: '',
  突破: '',
  估计: '',
  '~': '',
};

/** Longest approximator that ends right before `i` and begins at or after `floor`; with 了, 到 or 为 between (超过了100). */
export function approximatorBefore(plain: string, i: number, floor: number): { start: number; word: string } | null {
  let end = i;
  while (end > floor && plain.charAt(end - 1) === ' ') end--;
  if (end > floor && plain.charAt(end - 1) === '了') end--;
  for (const word of BEFORE) {
    const start = end - word.length;
    if (start < floor || !plain.startsWith(word, start) || POWER_ONLY.has(word)) continue;
    if (end !== i && word.length === 1 && plain.charAt(end) === '了') continue;
    if (NOT_AFTER[word]?.includes(plain.charAt(start - 1)) && start > 0) continue;
    return { start, word };
  }
  return null;
}

/** 上百, 过万: only before a power without a digit of its own. */
export function powerApproximatorBefore(
  plain: string,
  i: number,
  floor: number,
): { start: number; word: string } | null {
  for (const word of ['好', '上', '过']) {
    if (i - 1 < floor || plain.charAt(i - 1) !== word) continue;
    if (i > 1 && NOT_AFTER[word]?.includes(plain.charAt(i - 2))) continue;
    return { start: i - 1, word };
  }
  return null;
}

const AFTER_PATTERN = new RegExp(`\\s?(?:${AFTER.join('|')})`, 'y');

export function approximatorAfter(plain: string, i: number): string {
  AFTER_PATTERN.lastIndex = i;
  const word = AFTER_PATTERN.exec(plain)?.[0] ?? '';
  const next = plain.charAt(i + word.length);
  if (word === '许' && /[可多诺愿]/.test(next)) return '';
  if (word === '以上' && /[率述情问各工内所]/.test(next) && next !== '的') return /[率述]/.test(next) ? '' : word;
  if (word === '之内' && next === '部') return '';
  return word;
}

const DIRECTIONS = [
  ...[
    '负增长',
    '正增长',
    '增长',
    '下降',
    '增加',
    '减少',
    '上升',
    '提高',
    '提升',
    '回落',
    '降低',
    '上涨',
    '下跌',
    '下滑',
    '上浮',
    '下浮',
  ],
  ...[
    '缩减',
    '压减',
    '压降',
    '压缩',
    '收窄',
    '扩大',
    '多增',
    '少增',
    '攀升',
    '净增',
    '净减',
    '递增',
    '递减',
    '回升',
    '下调',
    '上调',
    '缩短',
    '削减',
  ],
  ...['增', '降', '减', '涨', '跌', '升'],
];
/** 新增12家 and 加快上升 are no growth words. */
const NOT_DIRECTION: Record<string, string> = {
  增: '新',
  降: '',
  减: '',
  涨: '',
  跌: '',
  升: '晋提',
  提升: '造质',
  减少: '',
};

/** 增长 in 增长了约8.7%; 增长到, 降至 name a level reached and give none. */
export function directionBefore(plain: string, i: number, floor: number): string {
  let end = i;
  while (end > floor && /[了 :：]/.test(plain.charAt(end - 1))) end--;
  for (const word of DIRECTIONS) {
    const start = end - word.length;
    if (start < floor || !plain.startsWith(word, start)) continue;
    if (NOT_DIRECTION[word]?.includes(plain.charAt(start - 1)) && start > 0) return '';
    return word;
  }
  return '';
}
