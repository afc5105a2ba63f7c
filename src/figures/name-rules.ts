// Contacts, document numbers and names that hold digits or Chinese numerals. Rules only; the first that matches wins.
import type { Rule } from './rule.ts';

export const contactRules: Rule[] = [
  { kind: 'contact', pattern: /\d{17}[\dXx](?!\d)|\d{15,19}(?![\d.]|元)/y },
  { kind: 'contact', pattern: /1[3-9]\d(?:[- ]?\d{4}){2}(?!\d|元|\.\d)/y },
  { kind: 'contact', pattern: /0\d{2,3}[-— ]\d{7,8}(?:[-转]\d{1,6})?(?!\d)|(?:400|800)[-—]?\d{3}[-—]?\d{4}(?!\d)/y },
  { kind: 'contact', pattern: /\d{1,3}(?:\.\d{1,3}){3}(?!\d)/y },
  {
    kind: 'contact',
    pattern: /\d{7,12}(?!\d|[元个次人万亿户件.,%])/y,
    after: /(?:电话|手机|传真|热线|邮编|微信|QQ|qq|账号|卡号|号码|联系方式|编号)(?:号码?)?[为是:：]?\s*$/,
  },
  {
    kind: 'name',
    pattern:
      /1(?:10|19|20|22)(?=[、，和及 ]|报警|指挥|联动|接处警|接警|急救|出警|警情|热线|电话|平台)|12\d{3}(?=\D{0,6}(?:热线|平台|便民|投诉|举报|服务|工单|诉求|电话|网站|来电|转办|渠道|受理|系统))|9[56]\d{3}(?=热线|电话|平台|客服|服务)/y,
  },
];

export const documentRules: Rule[] = [
  {
    kind: 'document_number',
    pattern: /\d{4}[〕\]】)）][\u4e00-\u9fff]{1,2}\d{0,4}[\u4e00-\u9fff]{1,4}\d{1,6}号/y,
    after: /[〔[【（(]$/,
  },
  { kind: 'document_number', pattern: /\d{4}[〕\]】﹞)）]\s*(?:第\s*)?\d{1,5}\s*号?/y, after: /[〔[【﹝（(]$/ },
  {
    kind: 'document_number',
    pattern: /\d{1,5}号(?:文件|文|令|公告|决定|通知|督办|专报|简报|批复|纪要|提案|建议案|议案)/y,
  },
  {
    kind: 'document_number',
    pattern: /\d{1,6}(?:[-—.]\d{1,5}){0,12}/y,
    after: /(?:GB\/?T?|DB\d*\/?T?|ISO|HJ|JGJ|CJJ)\s?$/,
  },
];

export const nameRules: Rule[] = [
  {
    kind: 'name',
    pattern: /[五六七八九十]{1,2}(?=[”"』」](?:计划|规划|期间|时期|普法|末|以来|纲要))/y,
    after: /[“"『「]$/,
  },
  { kind: 'name', pattern: /\d{3,4}(?=[”"』」])/y, after: /[“"『「]$/ },
  { kind: 'name', pattern: /\d{2,4}(?:会议室|教室|房间|办公室|病房|号房)/y },
  { kind: 'name', pattern: /\d{1,4}号(?:[、和]\d{1,4}号){1,12}(?=楼|线|院|地块|仓|井|桥|门|机组)/y },
  {
    kind: 'name',
    pattern:
      /(?:123(?:06|15|45|48|28|33|71|88|89|09|80|20|50|55|38|18)|95598|96\d{3})(?![\d.,%％元个次人万亿户件名家条项吨亩公页份字])/y,
  },
  { kind: 'name', pattern: /1(?:10|19|20|22)(?!\d)/y, after: /(?:拨打|拨|打|热线|电话)$/ },
  { kind: 'document_number', pattern: /\d{2,4}(?:民|刑|行|执|破|强|财保)[初终再申监异恢保]?\d{1,6}号/y },
  { kind: 'name', pattern: /[一二三四五六七八九十]个一[百千万]?(?=工程|活动|行动|计划|”)/y },
  { kind: 'name', pattern: /\d0(?:[、和]\d0){1,12}后/y },
  { kind: 'name', pattern: /\d{1,4}(?:-\d{1,4}){2,12}/y },
  { kind: 'name', pattern: /\d{1,4}(?:单元|室|弄)(?!\d*[次个])/y },
  { kind: 'name', pattern: /\d{1,5}号/y, after: /[路街巷道弄]$/ },
  { kind: 'unknown', pattern: /\d(?: \d){1,12}(?![\d.,%])|\d{1,3}(?: \d{3}){1,12}(?!\d)/y },
  { kind: 'name', pattern: /7\s*[*×xX]\s*24(?:小时)?/y },
  {
    kind: 'name',
    pattern: /[一二三四五六七八九十]{1,3}(?=[组室处科队])/y,
    after: /(?:派驻|纪检监察|监督检查|审查调查|督导|巡察|巡视|业务|综合|审计|执法|组织|干部|宣传)$/,
  },
  {
    kind: 'name',
    pattern:
      /[一二三四五六七八九十]{1,3}(?:道沟|道河|道湾|道岭|道江|里铺|里店|里堡|里庄|里河|里屯|里桥|里墩|里岗|家子|家屯|家店|家铺|间房|棵树|棵松|面城|角镇|台子|眼井|里台|圣宫|女峰)/y,
  },
  { kind: 'name', pattern: /(?:\d{1,6}|N|n|X)(?:\s*\+\s*(?:\d+|[NnXx]|[\u4e00-\u9fff])){1,12}(?!\s*[=＝])/y },
  {
    kind: 'name',
    pattern:
      /\d{1,6}(?=[”"』」](?:工作|机制|思路|模式|体系|工程|计划|行动|战略|目标|方法|格局|举措|布局|服务|框架|平台|管理|治理|党建))/y,
    after: /[“"『「]$/,
  },
  { kind: 'name', pattern: /\d型(?=[\u4e00-\u9fff])/y },
  { kind: 'name', pattern: /\d{1,4}(?:年|天|日|个月)(?:行动|规划|计划|攻坚|专项|大会战|滚动|发展规划|倍增)/y },
  {
    kind: 'name',
    pattern:
      /[一二两三四五六七八九十百千]{1,3}(?:年|天|日|月)(?:行动|规划|计划|攻坚|专项|大会战|滚动|发展规划|禁渔|倍增|整治|提升行动|改造|质量提升|任务)/y,
  },
  { kind: 'name', pattern: /[1-9]\.\d(?=版|时代|升级|改革|模式|行动|工程|系统|平台|方案|阶段|标准)|\d+(?:\.\d+){2,}/y },
  {
    kind: 'name',
    pattern: /\d{1,4}号(?:线|楼|院|机|地块|公路|仓|桥|矿|井|店|门|高速|国道|馆|厅|岗|工程|窗口)|\d{3}国道|\d{3}省道/y,
  },
  { kind: 'name', pattern: /\d0后|(?:七|八|九|零)[〇零五]后|00后|95后|85后/y },
  { kind: 'name', pattern: /[1-9]\d{0,2}强(?=[县镇市村企区名榜单品，,。、；）”]|$)|[五百千]{1,2}强/y },
  {
    kind: 'name',
    pattern: /[一两二三四五六七八九十]{1,3}大(?=[\u4e00-\u9fff])(?!队|学|会堂)|\d{1,2}大(?=[\u4e00-\u9fff])(?!队|学)/y,
  },
];
