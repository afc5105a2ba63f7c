// Stretches with digits that are no quantity: dates, times, document numbers, numbering, names, contacts. Each pattern is tried only where it may begin.

export type OtherKind = 'date' | 'ordinal' | 'document_number' | 'name' | 'contact' | 'rank' | 'unknown';

interface Rule {
  kind: OtherKind;
  pattern: RegExp;
  /** What must stand right before (at most twelve characters of it are looked at). */
  after?: RegExp;
  /** What must not stand right before. */
  notAfter?: RegExp;
}

const D = '[\\d〇零一二三四五六七八九十]';
const YEAR = '[一二][〇零九][〇零一二三四五六七八九]{2}';
const SPAN = '\\s*[-—–~至到、和及与]+\\s*';

/** Tried in order at the first digit or Chinese numeral of a stretch; the first that matches wins. */
const RULES: Rule[] = [
  // Contacts and identifiers before anything that could read part of them.
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
  // Document and case numbers.
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
  // Dates and times.
  {
    kind: 'date',
    pattern:
      /(?:19|20)\d{2}年\s*(?:1[0-2]|0?[1-9])月?(?:\s*[-—–~至到、]+\s*(?:1[0-2]|0?[1-9])){1,12}月(?:份|底|末|初)?/y,
  },
  { kind: 'date', pattern: /(?:[01]?\d|2[0-4])点?\s*[-—–~至到]+\s*(?:[01]?\d|2[0-4])点(?!建|意|要)/y },
  {
    kind: 'unknown',
    pattern: /\d{1,6}(?:\.\d+)?\s*[:：∶比]\s*\d{1,6}(?:\.\d+)?/y,
    after: /(?:比例|比值|[之比]|配比)[为达约是]?$/,
  },
  {
    kind: 'date',
    pattern:
      /(?:19|20)\d{2}\s*[-—–~至]+\s*(?:19|20)\d{2}(?:年(?:度|末|初|底)?|(?=$|[\s，。；、）)】」”:：]|学年|财年|规划))/y,
  },
  {
    kind: 'date',
    pattern:
      /(?:19|20)\d{2}\s*年\s*(?:1[0-2]|0?[1-9])\s*月(?:份|底|末|初|中旬|上旬|下旬)?(?:\s*(?:3[01]|[12]\d|0?[1-9])\s*[日号])?|(?:19|20)\d{2}[-/.](?:1[0-2]|0?[1-9])(?:[-/.](?:3[01]|[12]\d|0?[1-9]))?(?:月|日)?(?![\d%亿万元个人吨公.])/y,
  },
  { kind: 'date', pattern: new RegExp(`(?:19|20)\\d{2}年?(?:${SPAN}(?:19|20)?\\d{2}){1,12}年(?:度|末|初|底)?`, 'y') },
  { kind: 'date', pattern: /(?:19|20)\d{2}(?=年(?!以上|左右|多))年(?:度|末|初|底|代)?/y },
  {
    kind: 'date',
    pattern: new RegExp(`${YEAR}年(?:度|末|初|底|代)?(?:${D}{1,3}月(?:份|底|初|末)?(?:${D}{1,3}[日号])?)?`, 'y'),
  },
  { kind: 'date', pattern: /(?:19|20)\d{2}(?=级|届|版|财年|财政年度|-20\d{2})(?:级|届|版|财年|财政年度)?/y },
  {
    kind: 'date',
    pattern: /20[0-4]\d(?=\s|$|[，。；：、,;:）)｜|”]|全年|上半年|下半年|[一-四]季度|预算|决算)/y,
    after: /(?:^|[\s（(《、，。；：截至到在从自于比较标])$/,
  },
  {
    kind: 'date',
    pattern: /[1-3]\d年(?=底|初|度|末|全年|上半年|下半年|\d{1,2}月|[一二三四]季度|以来|同期|快报|决算|预算)/y,
  },
  {
    kind: 'date',
    pattern: /[12]\d年(?=是|为|的?(?:数|总|收入|支出)|报|共|，|,|、|增|比)/y,
    after: /(?:^|[\s（(，。；、]|比|较|同|跟|和|与|到|在)$/,
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `(?:1[0-2]|0?[1-9])(?:月份?)?(?:${SPAN}(?:1[0-2]|0?[1-9])){0,12}月(?:份|底|初|末|中旬|上旬|下旬|中)?(?:\\s*(?:3[01]|[12]\\d|0?[1-9])(?:${SPAN}(?:3[01]|[12]\\d|0?[1-9])){0,12}\\s*[日号])?`,
      'y',
    ),
  },
  {
    kind: 'date',
    pattern:
      /(?:十[一二]?|[一二三四五六七八九])(?:月份?)?(?:[-—至到、](?:十[一二]?|[一二三四五六七八九])){0,12}月(?:份|底|初|末|中旬|上旬|下旬)?(?:(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号])?(?!月)/y,
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `(?:3[01]|[12]\\d|0?[1-9])(?:[日号]?${SPAN}(?:3[01]|[12]\\d|0?[1-9])){0,12}[日号](?!内|均|常|产|发|处理|文|线|楼|院|令|公告|人|门|机|地块|文件|仓|店|矿|井|台|召|工|报)(?:前|下午|上午|晚|起|至|到)?`,
      'y',
    ),
    notAfter: /(?:[为共达近约每少多时用期历经足满]|持续|累计|连续|服务)$/,
  },
  { kind: 'date', pattern: /(?:[一二三四]|[1-4])(?:[-—、至到和]?(?:[一二三四]|[1-4])){0,12}季度/y },
  {
    kind: 'date',
    pattern:
      /(?:二十一?|十九|2[01]|19|18)世纪(?:[一二三四五六七八九]?十年代|\d0年代)?|[一二三四五六七八九]十年代|[1-9]0年代|(?:19|20)\d0年代/y,
  },
  {
    kind: 'date',
    pattern:
      /(?:[01]?\d|2[0-4])[:：][0-5]\d(?:[:：][0-5]\d)?(?:\s*[-—–~至到]+\s*(?:[01]?\d|2[0-4])[:：][0-5]\d)?(?!\d)/y,
  },
  { kind: 'date', pattern: /(?:[01]?\d|2[0-4])时(?:(?:[0-5]?\d)分|整|许|前|起|至|到|止)?(?=$|[^间段期长数])/y },
  { kind: 'date', pattern: /(?:[01]?\d|2[0-4])点(?:[0-5]?\d分|半|整|钟|一刻|三刻|多钟|左右)(?!建|意)/y },
  {
    kind: 'date',
    pattern: /(?:[01]?\d|2[0-4])点/y,
    after: /(?:上午|下午|晚上|早上|中午|凌晨|傍晚|夜里|今晚|明早|每天|晚|早)$/,
  },
  {
    kind: 'date',
    pattern: /[一二两三四五六七八九十]{1,3}点(?:[一二三四五六七八九十]{1,3}分|半|整|钟|一刻|三刻)?/y,
    after: /(?:上午|下午|晚上|早上|中午|凌晨|傍晚|夜里|今晚|明早|每天|晚|早)$/,
  },
  { kind: 'date', pattern: /[一二两三四五六七八九十]{1,3}点(?:[一二三四五六七八九十]{2,3}分?|半|钟|整)/y },
  {
    kind: 'date',
    pattern:
      /\d{1,2}[·.]\d{1,2}(?=假期|期间|黄金周|国庆|消费者|国家宪法日|宪法日|禁毒日|讲话|特大|事故|案|专案|疫情|地震|火灾|洪灾)|\d{1,2}·\d{1,2}/y,
  },
  { kind: 'date', pattern: /[一二三四五六七八九十]{1,2}·[一二三四五六七八九十]{1,3}/y },
  {
    kind: 'date',
    pattern:
      /(?:1[0-2]|0?[1-9])\/(?:3[01]|[12]\d|0?[1-9])(?=\s*(?:\d{1,2}[:：]|定|前|之前|报|截止|日|号|上午|下午|晚))/y,
  },
  { kind: 'unknown', pattern: /\d{1,6}(?:\.\d{1,6})?(?:\s*[:：∶]\s*\d{1,6}(?:\.\d{1,6})?){1,12}/y },
  // Names and campaigns.
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
  { kind: 'name', pattern: /[2-9]\d?\d?强(?=[县镇市村企区名榜单品，。、；）”]|$)|[五百千]{1,2}强/y },
  {
    kind: 'name',
    pattern: /[一两二三四五六七八九十]{1,3}大(?=[\u4e00-\u9fff])(?!队|学|会堂)|\d{1,2}大(?=[\u4e00-\u9fff])(?!队|学)/y,
  },
  // Numbering.
  { kind: 'ordinal', pattern: /[1-9][.．](?=[\u4e00-\u9fff])/y, after: /[\u4e00-\u9fff]$/ },
  { kind: 'ordinal', pattern: /[二三四五六七八九十](?=是)/y, after: /[一二三四五六七八九]是$/ },
  {
    kind: 'ordinal',
    pattern: /\d{1,3}(?:[、－—-]\d{1,3}){0,12}/y,
    after: /(?:附件|附表|附图|专栏|编号|序号|No\.?|NO\.?|№|(?:^|[\s，。；：（(]|详见|参见)[图表])\s?$/,
  },
  {
    kind: 'ordinal',
    pattern: /[一二三四五六七八九十]{1,3}(?=[是要])/y,
    after: /(?:^|[\s，。；：、！？,;:“”（）)\].…—]|\d)$/,
  },
  {
    kind: 'ordinal',
    pattern: /[一二三四五六七八九十]{1,3}(?=、|．|\.(?!\d))/y,
    after: /(?:^|[\s。；：！？;:“”》）)\]])$/,
  },
  {
    kind: 'ordinal',
    pattern:
      /\d{1,2}(?:[、．](?!\d)|\.(?![\dOolI]|\s*\d)|[)）](?=[\u4e00-\u9fff]))(?=[\s\u4e00-\u9fff“《【「A-Za-z]|$)/y,
    after: /(?:^|[\s。；：！？;:）”》])$/,
  },
  {
    kind: 'ordinal',
    pattern:
      /\d{1,2}(?:\.\d{1,2}){2,3}(?=\s*[\u4e00-\u9fff])|\d{1,2}\.\d{1,2}(?=\s+[\u4e00-\u9fff])(?!\s*[万亿个次人元件项名家户倍条年月天小公亩吨平])/y,
    after: /(?:^|\n)\s{0,4}$/,
  },
  { kind: 'ordinal', pattern: /[一二三四五六七八九十]{1,3}(?=[)）])/y, after: /[（(]$/ },
  { kind: 'ordinal', pattern: /\d{1,2}(?=[)）])/y, after: /(?:^|[\s。；：，、！？;:,“”》）)])[（(]$/ },
  { kind: 'ordinal', pattern: /[一二三四五六七八九十]{1,4}届(?!时)|\d{1,2}届(?!时)/y, notAfter: /(?:连续|历经|过去)$/ },
  {
    kind: 'ordinal',
    pattern: /[一二三四五六七八九十]{1,3}次(?=全会|会议|全体|党代会|代表大会)/y,
    after: /(?:届|[会委党大协])$/,
  },
];

/** 全省前三, 前十名: a rank, not a count. */
const RANK = /(?:\d{1,3}|[一二三四五六七八九十百]{1,3})(?:(?:名|位|强)(?!次)|(?=$|[\s，。；、）)]))/y;
const RANKED = /(?:^|[^目以之提此日年当超天月])前$/;

const FIRST_DIGITS = /[\dNnX]/;

/** The first rule that matches at `i`, as the end of its stretch; null when what begins here may be a quantity. */
export function otherAt(plain: string, i: number): { end: number; kind: OtherKind } | null {
  const before = plain.slice(Math.max(0, i - 12), i);
  for (const rule of RULES) {
    rule.pattern.lastIndex = i;
    if (rule.after && !rule.after.test(before)) continue;
    if (rule.notAfter?.test(before)) continue;
    const match = rule.pattern.exec(plain)?.[0];
    if (match) return { end: i + match.length, kind: rule.kind };
  }
  RANK.lastIndex = i;
  const rank = RANKED.test(before) ? RANK.exec(plain)?.[0] : undefined;
  if (rank) return { end: i + rank.length, kind: 'rank' };
  return FIRST_DIGITS.test(plain.charAt(i)) ? gluedAt(plain, i, before) : null;
}

/** Digits glued to Latin letters are names: COVID-19, 5G, A4, PM2.5, K12. */
function gluedAt(plain: string, i: number, before: string): { end: number; kind: OtherKind } | null {
  if (/[A-Za-zα-ω][-_.#+]?$/i.test(before) && !/(?:^|[^A-Za-z])(?:w|W|约|RMB|¥)$/.test(before)) {
    GLUED.lastIndex = i;
    return { end: i + (GLUED.exec(plain)?.[0].length ?? 1), kind: 'name' };
  }
  return null;
}
const GLUED = /[\dA-Za-z]{1,40}(?:[-.]\d{1,10}){0,12}/y;

/** 第三, 第15次, 第六、七次, 第3—5条: the whole ordinal with its noun; `structural` for parts of a text. */
const ORDINAL =
  /第\s*(?:\d{1,6}|[〇零一二两三四五六七八九十百千万]{1,8})(?:\s*[、—\-至到和及]\s*第?(?:\d{1,5}|[一二三四五六七八九十百]{1,5})(?=[^\d.%万亿年月元]|$)){0,12}(?:个部分|部分|大点|小点|方面|季度|产业|点|条|章|节|段|句|款|项|页|稿|版|次|届|批|期|轮|名|位|个|号|组|场|类|级|年|天|周)?/y;
const STRUCTURAL = /(?:部分|大点|小点|点|条|章|节|段|句|款|页|稿|版)$/;

export function ordinalAt(plain: string, i: number): { end: number; structural: boolean } | null {
  ORDINAL.lastIndex = i;
  const match = ORDINAL.exec(plain)?.[0];
  return match ? { end: i + match.length, structural: STRUCTURAL.test(match) } : null;
}
