// Whether two characters are easily taken for each other: the same sound, or nearly the same shape. Knows no words.
import { pinyin } from 'pinyin-pro';

const readings = new Map<string, readonly string[]>();

/** All readings of a character, without tone. */
function readingsOf(char: string): readonly string[] {
  const known = readings.get(char);
  if (known) return known;
  const sounds = /\p{Script=Han}/u.test(char)
    ? pinyin(char, { toneType: 'none', type: 'array', multiple: true, nonZh: 'removed' })
    : [];
  readings.set(char, sounds);
  return sounds;
}

export const soundsAlike = (a: string, b: string): boolean => {
  const other = readingsOf(b);
  return readingsOf(a).some((sound) => other.includes(sound));
};

const toned = new Map<string, readonly string[]>();

/** Alike with their tones, as they are usually read. */
export const toneAlike = (a: string, b: string): boolean => {
  const of = (char: string): readonly string[] => {
    const known = toned.get(char) ?? pinyin(char, { type: 'array', nonZh: 'removed' });
    toned.set(char, known);
    return known;
  };
  const other = of(b);
  return of(a).some((sound) => other.includes(sound));
};

/** As it is usually read, without tone. */
export const soundOf = (char: string): string =>
  pinyin(char, { toneType: 'none', type: 'array', nonZh: 'removed' })[0] ?? '';

/** Characters that are mistyped or misread for each other, group by group. */
const SHAPES =
  '人入 己已巳 未末 千干于 拔拨 贷货 侍待 微徽 薄簿 戌戍 因困 日目 折拆 晴睛 没设 园圆 治冶 像象 竞竟 瞻赡 即既 撤撒 彻切 茶荼 券卷 辨辩 辫瓣 梁粱 博搏 练炼 候侯 栗粟 壁璧 遣遗 陷馅 蓝篮 密蜜 秘密 肓盲 贯惯 奋愤 段断 析折 准淮 免兔 历厉 励厉 暴爆 偿尝 度渡 堡保 垒磊 复覆 致至 坚艰 紧坚 幅辐 函涵 健建 施旋 沙砂 抓爪 领岭 抚扶 杆秆 徒徙 侯候 刺剌 汩汨 崇祟 萃粹 燥躁 噪躁 喧暄 债责 绩积 续绪 继断 烦频 颁领 项顷 输轮 抢枪 抡抢 拾捡 检捡 俭险 验险 根跟 据椐 挠绕 浇绕 晌响 问间 闪问 闻间 大太 夫天 土士 市布 万方 力刀 办为 王玉 全金 今令 乌鸟 右石 石百 科料 料科 怒努 着看 哀衷 衰衷 育肓 受爱 买卖 失矢 牛午 甲申 由甲 旦但 白自 自目 见贝 几凡 车东 弋戈 代伐 住往 任仁 仅权 权杈 优忧 忧优 抗扰 扰忧 纪纪 记纪 约纳 纳约 线钱 浅线 载栽 裁载 裁栽 戴载 推堆 堆推 推准 维堆 准难 唯推 注住 往住 驻注 柱注 活话 活括 课棵 诉拆 招召 技枝 传转 织识 职织 积枳 诚城 培陪 陪赔 村材 材财 杨扬 杨场 场扬 提堤 蹄啼 洒酒 洽恰 恰洽 该核 孩该 诺喏 综棕 践贱 贱践 溅践 浅践 减咸 惠慧 鉴监 监临 览监 盘盆 竣峻 峻俊 俊骏 裁戴 效郊 郊效 校效 较校 规现 观规 现观 察擦 查杳 查香 构购 购构 沟构 讲讲 进近 近进 迈近 远运 运远 违韦 伟违 围违 苦若 苦古 若苦 夯穷 役没 投没 优伏 伏优 拓柘 拥佣 荣容 融触 联取 职取 取职 强弦 宣宜 宜宣 党堂 常党 堂常 赏常 民氏 主生 生主 丰主 平乎 午牛 末未 来采 采来 果里 杲果 栗票 票栗 粟票 资贸 货资 资质 赋贼 贡责 责贡 贵责 费贵 资费 贷货 员贝 负贞 查杏 态志 忘忌 恩思 思恩 惑感 感惑 愿原 愚遇 遇愚 遭遇 遗遣 遵道 导异 异导 寻导 守宁 安案 案安 宁守 字宇 宇字 实买 买实 灾灭 定宝 宜且 且旦 县具 具县 真直 直真 盾质 循盾 指措 措错 错措 搭塔 塔搭 挂桂 桂挂 扶抚 拆折 拓拆 托拖 拖拓 执热 热执 势热 劳荣 营莹 莹营 荧营 劳劲 功动 动功 劝功 助肋 肋助 勤勒 勒勤';
const shapes = new Set(
  SHAPES.split(' ').flatMap((group) => [...group].flatMap((a) => [...group].filter((b) => b !== a).map((b) => a + b))),
);

export const looksAlike = (a: string, b: string): boolean => shapes.has(a + b);
