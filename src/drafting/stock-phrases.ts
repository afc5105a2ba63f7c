// Phrases that readers know a machine or an empty report by, and words that wear out. Data only; read by check-style.ts.

/** Said by machines, or by people who have nothing to say. A phrase a person gave is theirs. */
export const hollow: readonly RegExp[] = [
  /不仅[^，。；]{0,24}[，]?(?:更|而且|还)(?!要)[^。；]{0,20}/gu,
  /(?:不是|并非)[^，。；]{1,16}，而是/gu,
  /为[^，。；]{0,20}(?:注入|提供|增添|贡献)了?(?:新的?|强劲|强大|不竭|澎湃|磅礴|源源不断的?)?(?:动能|动力|活力|力量|智慧|保障|支撑)/gu,
  /(?:奏响|唱响|谱写|书写|绘就|描绘|吹响|擂响|按下|跑出|走出|闯出|蹚出|打出|交出|答好|画出)了?[^，。；]{0,16}(?:乐章|旋律|篇章|华章|画卷|蓝图|集结号|冲锋号|战鼓|快进键|加速度|新路子?|组合拳|答卷|考卷|同心圆|最强音|交响|新篇)/gu,
  /(?:满意|优异|合格|亮眼|出彩)的?(?:答卷|成绩单)/gu,
  /(?:春风化雨|润物无声|久久为功|行稳致远|蹄疾步稳|踔厉奋发|勇毅前行|笃行不怠|砥砺前行|奋楫扬帆|乘风破浪|赓续前行|凝心聚力|同频共振|双向奔赴|百尺竿头|更上一层楼|再创佳绩|再上新台阶|迈上新台阶|开创.{0,8}新局面)/gu,
  /(?:总之|综上所述|总的来说|总而言之|值得一提的是|不难看出|众所周知|与此同时|可以说|毋庸置疑|在此基础上)/gu,
  /(?:红色引擎|绿色动能|最大公约数|金字招牌|金名片|新引擎|新高地|压舱石|定盘星|主心骨|指挥棒|助推器|加速器|催化剂|风向标|排头兵|领头雁|主阵地|桥头堡)/gu,
  /(?:全方位|多维度|多角度|全链条|全周期|深层次|宽领域|立体化)/gu,
  /以实际行动|用心用情用力|入脑入心、见行见效|见真章、动真格/gu,
];

/** Words that may recur only so often: in one section, in all that one asking writes. */
export const wearing: readonly { words: RegExp; name: string; inSection: number; inAll: number }[] = [
  { words: /我坚持/gu, name: '我坚持', inSection: 1, inAll: 2 },
  ...['着力', '力求', '扎实', '切实', '进一步', '不断', '深入', '认真', '始终', '全面', '有力', '有效'].map((name) => ({
    words: new RegExp(name, 'gu'),
    name,
    inSection: 1,
    inAll: 3,
  })),
  ...['坚持', '持续', '推动', '推进', '加强', '强化'].map((name) => ({
    words: new RegExp(name, 'gu'),
    name,
    inSection: 2,
    inAll: 6,
  })),
];

/** Doing or effecting something: behind a fact such a clause says what was done besides or what came of it, and nobody said so. */
export const doing =
  /考核|整改|立改|当场|[谈听盯评奖罚]|(?<!可)查|改(?!革|进)|讲(?!政治|规矩|纪律|大局|学习)|问(?!题)|办(?!公)|提醒|通报|督办|督促|检查|回访|领头|公开|公示|跟踪|示范|复盘|对账|销号|追责|兑现|联合|邀请|走进|送到|上门|激发|提升|提高|增强|营造|凝聚|汇聚|倾听|掌握(?![^，。]{0,10}[导动]权)|了解|明确|细化|层层(?!抓落实)|传导|解决|化解|赢得|实现/gu;

/** What something is done for: an aim and no deed, when it is said in these words. */
export const purpose =
  /^(?:重在|贵在|意在|旨在|为的是|目的是|目的在于|力求|务求|以期|关键在于|着眼|以(?:提升|提高|增强|促进|保障|防止|避免))/u;
