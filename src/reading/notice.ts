// Recognises a forwarded notice: its numbers are requirements on the writing, not facts. Pure.

const titled = /关于[^。\n]{2,60}(?:的)?(?:通知|函|方案|安排|要求)/;
const demands = [
  /(?:控制在|不超过|不少于|限)[^，。；\n]{0,10}(?:字|分钟|页)/,
  /\d{3,5}字(?:以内|左右|以上)?/,
  /(?:月\d{1,2}日|[周星期][一二三四五六日天])[^，。；\n]{0,12}(?:前|之前|下班前)[^，。；\n]{0,6}(?:报|交|送|提交|反馈)/,
  /(?:请|现)?(?:各|按)[^，。；\n]{0,16}(?:报送|上报|提交|填报)/,
  /篇幅|字体|仿宋|行距|电子版|联系人|特此通知/,
  /述职评议(?:考核)?(?:工作)?的?通知/,
];

/** A title with one demand, or two demands without one. */
export function isNotice(text: string): boolean {
  const count = demands.filter((demand) => demand.test(text)).length;
  return titled.test(text) ? count >= 1 : count >= 2;
}
