// Words that state an amount without a numeral our readers take apart: 翻番, 过半, 零投诉, half a dozen. Numeral-like for masks and proofs.
import { wordsOf } from './trie.ts';

export const blindWords: string[] = wordsOf(`
  翻番 翻一番 翻两番 翻三番 翻了一番 翻了两番 翻了三番 翻一倍 翻了一倍 翻倍 成倍 成倍增长 倍增 加倍 双倍 数倍 几倍 好几倍 多倍 倍数 过半 近半 一半 一半以上 一半多 一多半 大半 大半个 多半 少半 小半 半数 半数以上 过半数 超半数 近半数 对半 减半 折半 一成不到 腰斩
  个位数 两位数 三位数 四位数 五位数 六位数 七位数 八位数 九位数 双位数 百分之几 百分之几十 千分之几 万分之几 几分之一 数以百计 数以千计 数以万计 数以十万计 数以百万计 数以亿计 成百上千 成千上万 成千成百 成千累万 百十 百八十 千儿八百 万儿八千 万把 千把 百把 个把 个把月 一半左右 半壁 对折 清零 归零 为零 是零 等于零 零增长 零发生 零上访 零投诉 零事故 零伤亡 零死亡 零发案 零违纪 零案发 零差错 零失误 零疫情 零感染 零积压 零存量 零增量 零新增 零逾期 零拖欠 零失信 零复发 零舆情 零非访 零进京 零登记 零举报 零差评 零退单 零缺陷 零污染 零填埋 零火灾 零缺席 零流失 零辍学 零就业 零就业家庭 零负债 零欠薪 零突破 零的突破 
  
`);

/** English number words and Roman numerals: nobody writes them in a report, a leak could. */
export const FOREIGN =
  /(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|dozens?|percent|half)(?![A-Za-z])|(?:X{1,3}(?:IX|IV|V?I{0,3})|VI{1,3}|I[VX]|I{2,3}|[VX])(?![A-Za-z0-9])/iy;

/** 零 before a noun of two characters says that there was none of it. */
export const NONE_OF = /零(?=[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}/y;
