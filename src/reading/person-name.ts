// Whether words are a person's name: one of the usual surnames and one or two characters more. Pure; knows nobody.
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢岳齐梅庄辛管祝左涂谷祁舒耿牟詹关苗凌费纪靳盛童甄项曲游裴席卫查屈鲍覃霍翁隋甘景单包柏宁柯阮桂闵解柴华车冉房边';
const double = '欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|司徒|令狐|东方|端木';

/** As part of a pattern, with or without the flag u. */
export const personName = `(?:${double})[\\u4e00-\\u9fff]{1,2}|[${surnames}][\\u4e00-\\u9fff]{1,2}`;
const whole = new RegExp(`^(?:${personName})$`, 'u');
/** These are words, though they begin like names. */
const words =
  /^(?:周[一二三四五六日天末]|何时|任务|任何|文件|文化|方案|方面|安排|安全|高兴|高度|许多|常务|常委|金额|项目|章节|段落|单位|管理|向上|易地|温度|关于|关注|曾经|万一|强化|于是|余额|成立|解决|华东|江苏|马上|查看|白天|石油|田间|金融|钱款|车辆|房子|边远|宁可|包括|包干|王局|李局|任现职|别的)|[局长科室处部的了吧报给补写说定填]$/u;

export function isPersonName(text: string): boolean {
  return whole.test(text) && !words.test(text);
}
