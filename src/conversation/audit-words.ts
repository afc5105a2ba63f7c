// 审一下, 检查一遍, 审一下这份稿子：…: what is to be audited, by whole words. Reads no report.

const polite = '(?:请|麻烦|帮我|帮忙|再|最后|给我|你)*';
const verb =
  '(?:审一?下|审一?遍|审一?审|审稿|审核(?:一下|一遍)?|审查(?:一下|一遍)?|检查一遍|通篇检查(?:一下|一遍)?|通审(?:一下|一遍)?|挑挑?错|挑挑?毛病)';
const thing = '(?:全文|报告|稿子|稿件|整篇|文稿|这篇稿子|我们的稿子|咱们的稿子|这个报告|错别字|错字|病句|提法)';
const own = new RegExp(
  `^(?:这|那|稿子|报告|全文|文)?(?:里面?|里头|中)?(?:还)?(?:有没有|有无|有)(?:什么)?(?:错别字|错字|病句|语病|写错的(?:字|词|提法)?|毛病)(?:吗|没有?)?[。？?]?$|^${polite}(?:把|将)?${thing}?${verb}${thing}?(?:吧|呗|看看|好吗|行吗|可以吗|有没有(?:错|问题|毛病|错别字))?[。！!？?]?$|^${polite}(?:检查|看看?|查)(?:一下|一遍|下)?(?:全文|报告|稿子|整篇|文稿)?(?:有没有|有无)?(?:错别字|错字|病句|语病|提法问题|写错的提法)[。？?]?$`,
  'u',
);
const look =
  '(?:审审|审一审|审(?:一?下|一?遍|核(?:一下|一遍)?|查(?:一下|一遍)?|阅(?:一下)?)?|检查(?:一下|一遍|检查)?|看看|瞧瞧|校对(?:一下)?|校一校|把把关|挑挑?(?:错|毛病))';
const foreign = new RegExp(
  `^(?:请|麻烦|帮我|帮忙|帮|给我|你|再来|再|还有|接着|顺便)*(?:(?:这|那)?一?(?:篇|份|个|段)[，：,:]?)?(?:也|再|帮我)*${look}(?:下面|以下|别人的?|科室的?|另)?(?:这|那)?(?:(?:另外)?一?(?:份|篇|段|个))?(?:稿子?|报告|材料|文字|文章|总结|述职报告|讲话稿?|汇报|内容|文稿)?(?:吧|呗)?(?:[，,](?:挑挑?|找找?|看看?)(?:毛病|错|有没有(?:错|问题|毛病)))?\\s*[：:，,。\\n]\\s*`,
  'u',
);
/** Shorter is no report. */
const LEAST = 80;

export type AuditWish = { type: 'own' } | { type: 'pasted'; text: string };

export function auditWish(text: string): AuditWish | undefined {
  const said = text.trim();
  if (said.length <= 40 && own.test(said.replace(/\s/gu, ''))) return { type: 'own' };
  const head = foreign.exec(said)?.[0];
  const rest = head === undefined ? '' : said.slice(head.length);
  return rest.length >= LEAST ? { type: 'pasted', text: rest } : undefined;
}
