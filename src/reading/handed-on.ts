// What somebody else gave, handed on by the one who writes: 农业农村科（微信）：高标准农田7.8万亩. Pure; the words behind the colon are read like any message.
const way = '微信|电话|短信|口头|邮件|邮箱|钉钉|当面|QQ|传真|纸质';
const office = '[\\p{Script=Han}]{1,9}(?:科室|科|处|室|办|股|党委|党组|中心|支队|大队|工会|团委|纪检组|局|委)';
const bracketed = new RegExp(
  `^\\s*(${office})\\s*[（(]\\s*(${way})[^）)]{0,4}[）)]\\s*(?:说|报|回|发来|反馈|来数)?(?:的|了)*\\s*[：:，,]?\\s*([\\s\\S]+)$`,
  'u',
);
const said = new RegExp(
  `^\\s*(${office})(?:的?\\S{0,4}?)?(?:在|从|用|通过|打)?(${way})(?:上|里|来)?(?:说|报来?|回|回复|发来|发过来|告诉我|反馈|来)(?:的|了)*\\s*[：:，,]?\\s*([\\s\\S]+)$`,
  'u',
);

/** `offices`: those asked for something; of them a plain 国库科：支出893亿元 is enough. */
export function readHandedOn(text: string, offices: string[] = []): { from: string; text: string } | null {
  const hit = bracketed.exec(text) ?? said.exec(text);
  if (hit?.[1] && hit[3] && holdsSomething(hit[3])) return { from: `${hit[1]}（${hit[2]}）`, text: hit[3] };
  const plain = /^\s*([\p{Script=Han}]{2,12}?)\s*[：:]\s*([\s\S]+)$/u.exec(text);
  const known = plain?.[1] !== undefined && offices.includes(plain[1]);
  return known && /\p{Nd}/u.test(plain?.[2] ?? '') && !/\n\s*[\p{Script=Han}]{2,12}\s*[：:]/u.test(plain?.[2] ?? '')
    ? { from: plain?.[1] ?? '', text: plain?.[2] ?? '' }
    : null;
}

const holdsSomething = (text: string): boolean => text.trim().length >= 2;
