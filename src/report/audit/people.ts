// Persons and companies named in two ways within one text. Compares the text with itself only: which of the two is right, its author knows.
import type { AuditFinding } from './finding.ts';
import { type AuditScene, findingAt, type SceneParagraph } from './scene.ts';
import { looksAlike, soundsAlike } from './sounds.ts';

const OFFICES = '同志|书记|局长|主任|院长|校长|处长|科长|市长|区长|县长|镇长|经理|董事长|老师|医生|教授|团队|工作室';
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边';
const NAME = `[${SURNAMES}]\\p{Script=Han}{1,2}`;

/** A name with one other character that sounds or looks alike, anywhere in the text. */
export function people(scene: AuditScene): AuditFinding[] {
  const anchored = [...new Set(scene.paragraphs.flatMap(namesIn))].filter(({ length }) => length >= 2);
  const told = new Set<string>();
  const often = (name: string): number => scene.whole.split(name).length - 1;
  const placed = (name: string): number => scene.whole.indexOf(name);
  return anchored.flatMap((name) =>
    scene.paragraphs.flatMap((paragraph): AuditFinding[] =>
      variantsIn(paragraph, name).flatMap(({ start, text }) => {
        const key = [name, text].sort().join('/');
        // Two characters alone are a name only where both stand beside an office.
        if (told.has(key) || (name.length === 2 && !anchored.includes(text))) return [];
        told.add(key);
        const [odd, usual] =
          often(text) < often(name) || (often(text) === often(name) && placed(name) < placed(text))
            ? [text, name]
            : [name, text];
        const place = placeOf(odd, scene) ?? { paragraph, start };
        return [
          findingAt(place.paragraph, place.start, place.start + odd.length, {
            rule: 'names/person',
            severity: 'should',
            message: `“${odd}”和别处的“${usual}”是同一个人吗？请核对姓名。`,
          }),
        ];
      }),
    ),
  );
}

function placeOf(name: string, scene: AuditScene): { paragraph: SceneParagraph; start: number } | undefined {
  const paragraph = scene.paragraphs.find(({ text }) => text.includes(name));
  return paragraph && { paragraph, start: paragraph.text.indexOf(name) };
}

function namesIn({ text, level }: SceneParagraph): string[] {
  const before = [...text.matchAll(new RegExp(`(?<![老小])(${NAME})(?=${OFFICES})`, 'gu'))].map(
    (match) => match[1] ?? '',
  );
  const behind = [
    ...text.matchAll(
      new RegExp(
        `(?:书记|局长|主任|院长|校长|处长|科长|经理|董事长|特派员|党员|教师|医生|模范|标兵)\\s?(${NAME})(?=[、，。\\s]|同志|带|牵|获|荣|等|被|$)`,
        'gu',
      ),
    ),
  ].map((match) => match[1] ?? '');
  const signed =
    level === 'title' || level === 'signature'
      ? [new RegExp(`(?:^|[\\s　：:])(${NAME})$`, 'u').exec(text)?.[1] ?? '']
      : [];
  return [...before, ...behind, ...signed].filter((name) => name !== '' && !/[的了和与在是有们部委局]/u.test(name));
}

function variantsIn({ text }: SceneParagraph, name: string): { start: number; text: string }[] {
  const found: { start: number; text: string }[] = [];
  for (let at = text.indexOf(name.charAt(0)); at >= 0; at = text.indexOf(name.charAt(0), at + 1)) {
    const here = text.slice(at, at + name.length);
    if (here.length !== name.length || here === name || !/^\p{Script=Han}+$/u.test(here)) continue;
    const differing = [...name].flatMap((char, i) => (char === here.charAt(i) ? [] : [i]));
    const [i] = differing;
    if (differing.length !== 1 || i === undefined) continue;
    const [a, b] = [name.charAt(i), here.charAt(i)];
    if (soundsAlike(a, b) || looksAlike(a, b)) found.push({ start: at, text: here });
  }
  return found;
}

const COMPANY = /([\p{Script=Han}]{4,20}?)((?:股份)?有限(?:责任)?公司)/gu;

/** 某某集团有限公司 here, 某某集团有限责任公司 there. */
export function companies(scene: AuditScene): AuditFinding[] {
  const seen = new Map<string, string>();
  return scene.paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(COMPANY)].flatMap((match): AuditFinding[] => {
      const [whole, stem = '', form = ''] = match;
      const known = [...seen].find(([other, usual]) => usual !== form && stem.slice(-6) === other.slice(-6));
      if (!known) {
        seen.set(stem, form);
        return [];
      }
      return [
        findingAt(paragraph, match.index, match.index + whole.length, {
          rule: 'names/organisation',
          severity: 'should',
          message: `这里写“${form}”，别处写“${known[1]}”，单位名称请统一。`,
          put: whole.slice(0, -form.length) + known[1],
        }),
      ];
    }),
  );
}
