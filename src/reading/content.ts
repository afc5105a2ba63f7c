// What a stretch of words still says once small words and a slot's own vocabulary are taken out. Pure.
import type { Slot } from '../report/outline.ts';

const small =
  /快报数?|决算数?|今年以来|用于|投向|支持|吸引|接待|迎来|惠及|参与|然后|以及|接着|上面|下面|关于|至于|比如|例如|平均|要求|的话|说|实际|不好意思|(?:说|写|报|打|搞|记|弄)错|应该是|改一下|刚才|刚刚|上列|局长|书记|主任|同志|领导|亲自|带头|下去|今年度?|截至目前|截止目前|到目前为止|全年度?|今年|本年度?|当年|年内|年度|目前|现在|其中|另外|此外|还有|以及|分别|累计|合计|总共|一共|共计|总计|共|达到|达|完成|实现|开展|组织|召开|举办|举行|安排|进行|落实|推进|发放|投入|支持|建成|办理|规范|选准|细化|新增|全市|全局|我局|我们|我市|咱们?|局里|单位|各个?|所有|全部|党组织?|大概|差不多|大约|应该|可能|就是|这个|那个|数字|数据|情况|方面|工作|活动|次数|数量|金额|人次|记一下|记|补充|更正|纠正|改成|改为|更新|报|填|写|搞|做|办|开|弄|过|了|的|是|为|有|在|对|和|与|及|跟|把|将|给|从|到|也|都|就|还|又|再|按|按照|围绕|一下|嗯|啊|呢|吧|哦|哈|那|这|我|你|他|它|年|月|份|比较|多|少|个|第/g;

const plain = (text: string) => text.replace(/[^\p{L}]/gu, '');

/** Letters that carry sense, without small words. */
export function contentOf(text: string): string {
  return plain(text).replace(small, '');
}

/** As `contentOf`, without anything the slot's label, keywords or question say. */
export function strangeTo(text: string, slot: Slot, heading: string): string {
  const own = slot.label + slot.keywords.join('') + slot.question + heading;
  return [...contentOf(text)].filter((char) => !own.includes(char)).join('');
}
