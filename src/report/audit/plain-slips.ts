// What a second reader sees at once: a word twice, two adverbs of degree, a sum without 元, a rate beyond all, another unit in the signature than in the title. Looks no word up.
import { editDistance } from './edit-distance.ts';
import type { AuditFinding } from './finding.ts';
import { type AuditScene, eachMatch, findingAt } from './scene.ts';

export function plainSlips(scene: AuditScene): AuditFinding[] {
  return [...twice(scene), ...degrees(scene), ...bareSums(scene), ...beyondAll(scene), ...signed(scene)];
}

/** 学习学习强国 and 服务服务对象: the second is the beginning of a name. */
const BEGINS_A_NAME = /^(?:强国|对象|者|会|员|人员|型|性|站|中心|平台|办法|制度|条例|规定|方案|机制|单位|部门)/u;

function twice(scene: AuditScene): AuditFinding[] {
  return eachMatch(scene, /([\p{Script=Han}]{2,4})\1/gu, (match, { text }) => {
    const word = match[1] ?? '';
    // 天天天天, 一个一个: said so on purpose; 坚持“坚持真理…”: the second begins a formulation.
    if (new Set(word).size === 1 || word === '坚持' || /^[一每逐几两三四五六七八九十]/u.test(word)) return undefined;
    if (BEGINS_A_NAME.test(text.slice(match.index + match[0].length))) return undefined;
    return {
      rule: 'words/twice',
      severity: 'may',
      message: `“${match[0]}”：“${word}”连写了两遍，多了一遍就删去。`,
      put: word,
    };
  });
}

const DEGREE = '(?:比较|较为|非常|十分|极其|极为|更加|更为|相当)';

function degrees(scene: AuditScene): AuditFinding[] {
  return eachMatch(scene, new RegExp(`${DEGREE}(?:比较|较为|非常|十分|极其|极为|更加|更为)`, 'gu'), (match) => ({
    rule: 'words/degree',
    severity: 'may',
    message: `“${match[0]}”：两个表示程度的词叠用，只留一个。`,
  }));
}

const MONEY =
  '(?:罚款|罚没|罚金|资金|投资|投入|收入|支出|补贴|补助|经费|追缴|退缴|收缴|上缴|损失|贷款|税收|节约|争取|营收|产值|利润|赔偿|金额|预算|拨付|发放|欠薪|工资|救助金)';

/** 罚款15.6万: of what? */
function bareSums(scene: AuditScene): AuditFinding[] {
  const sum = new RegExp(
    `(?<=${MONEY}(?:共计|合计|累计|共|达到|达|约|近|超过|超|为|是|了)?)\\d+(?:\\.\\d+)?余?[万亿](?=[，。；、！）]|$)`,
    'gu',
  );
  return eachMatch(scene, sum, (match) => ({
    rule: 'numerals/bare_sum',
    severity: 'may',
    message: `“${match[0]}”后面没有单位，是钱就写“${match[0]}元”。`,
    put: `${match[0]}元`,
  }));
}

/** Rates of a whole: 完成率 and 增长率 may pass 100%, these may not. */
const WHOLE =
  '(?:(?:整改|办结|合格|通过|回复|答复|达标|参与|参会|到会|到课|出勤|覆盖|入户|入学|化解|落实|见面|知晓|参保|优良|好评|抽检|签收|受理|普及|就业|及格|巩固|保有|兑现|采纳|公开|正确|上线)率|满意(?:度|率)|覆盖面|占比)';

function beyondAll(scene: AuditScene): AuditFinding[] {
  const rate = new RegExp(
    `${WHOLE}(?:均|都|已|也)?(?:高达|达到|达|为|是|提高到|提升到|保持在|至)?(\\d+(?:\\.\\d+)?)%`,
    'gu',
  );
  return eachMatch(scene, rate, (match) =>
    Number(match[1]) <= 100
      ? undefined
      : { rule: 'figures/beyond_all', severity: 'should', message: `“${match[0]}”：这样的比率不会超过100%，请核对。` },
  );
}

const UNIT = /^[\p{Script=Han}]{2,18}?(?:委员会|办公室|办事处|公司|集团|中心|医院|学校|党组|党委|局|厅)/u;

/** 水利局 above, 水务局 below: a character or two apart is one unit under two names. */
function signed(scene: AuditScene): AuditFinding[] {
  const title = scene.paragraphs.find(({ level, text }) => level === 'title' && UNIT.test(text));
  const above = title && UNIT.exec(title.text)?.[0];
  if (above === undefined) return [];
  return scene.paragraphs.flatMap((paragraph) => {
    const below = paragraph.level === 'signature' ? UNIT.exec(paragraph.text)?.[0] : undefined;
    if (below === undefined || below !== paragraph.text || below.at(-1) !== above.at(-1)) return [];
    if (above.includes(below) || below.includes(above)) return [];
    if (above.length < 4 || below.length < 4 || editDistance(above, below) > 2) return [];
    return [
      findingAt(paragraph, 0, below.length, {
        rule: 'names/signature',
        severity: 'should',
        message: `落款写“${below}”，标题写“${above}”，请核对是不是同一个单位。`,
      }),
    ];
  });
}
