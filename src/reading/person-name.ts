// Whether two to four characters are a person's name: by the surname it begins with. Pure; a mention needs no such guess.
const surnames = new Set([
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷曲盛冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝',
]);
const compound =
  /^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|东方|独孤|南宫)[\p{Script=Han}]{1,2}$/u;
/** Begin with a surname and name nobody. */
const words =
  /^(?:明白|明天|时间|成绩|安排|安全|和谐|万元|文件|解决|解释|应该|全部|全市|全年|单位|关于|向.*|项目|方案|方便|高度|金额|谢谢|任务|任何|周[一二三四五六日天]|农业|农村|党员|党课|常规|路上|易.*|华.*|管理|时.*|连.*|成.*|应.*|查.*)$/u;

export function isPersonName(said: string): boolean {
  if (compound.test(said)) return true;
  if (!/^[\p{Script=Han}]{2,3}$/u.test(said) || words.test(said)) return false;
  return surnames.has([...said][0] ?? '');
}
