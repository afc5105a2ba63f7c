// Parts a report of its kind must have and this one has not. Recognised by headings and set phrases; never asks for what no kind demands.
import type { AuditFinding, ReportKind, Severity } from './finding.ts';
import { type AuditScene, absent, eachMatch } from './scene.ts';

interface Part {
  name: string;
  kinds: ReportKind[];
  severity: Severity;
  /** Found anywhere in the text, or in the part of it named. */
  found: (scene: AuditScene) => boolean;
  tell: string;
}

/** A fragment is not asked for its end. */
const LEAST = 600;

const anywhere = (pattern: RegExp) => (scene: AuditScene) => pattern.test(scene.whole);
const inHeadings = (scene: AuditScene) =>
  scene.paragraphs
    .filter(
      ({ level, text }) =>
        level === 'heading1' ||
        level === 'heading2' ||
        /^(?:[一二三四五六七八九十]+、|[（(]|\d+[.、]|[一二三四五六七八九十]是)/u.test(text),
    )
    .map(({ text }) => text.slice(0, 60))
    .join('\n');
const atEnd = (scene: AuditScene) => scene.whole.slice(-Math.max(160, Math.floor(scene.whole.length * 0.08)));

const PARTS: Part[] = [
  {
    name: '标题',
    kinds: ['duty', 'summary'],
    severity: 'should',
    found: (scene) => scene.paragraphs.some(({ level }) => level === 'title'),
    tell: '没有标题。',
  },
  {
    name: '存在问题',
    kinds: ['duty', 'summary'],
    severity: 'should',
    found: (scene) =>
      /问题|不足|短板|差距|薄弱/u.test(inHeadings(scene)) ||
      /(?:存在|还有|仍有|尚有|面临)[^。]{0,24}(?:问题|不足|短板|差距|弱项|困难)|(?:问题|不足|差距)(?:和不足)?(?:主要)?(?:有|是|表现|如下)|(?:清醒地?|也要|也)看到/u.test(
        scene.whole,
      ),
    tell: '没有写存在的问题。述职和总结都要直说问题。',
  },
  {
    name: '原因分析',
    kinds: ['duty'],
    severity: 'should',
    found: anywhere(/原因|根源|究其|症结|主要是(?:我|本人|因为|由于|思想|学习|对)|主观上|深层次/u),
    tell: '没有分析问题的原因。',
  },
  {
    name: '上年度问题整改',
    kinds: ['duty'],
    severity: 'may',
    found: anywhere(
      /(?:上年|去年|上一年|上次|20\d{2}年)[^。]{0,40}(?:整改|反馈|点评|指出|问题)|整改(?:落实)?情况|反馈(?:的)?(?:问题|意见)|(?:述职评议|点评)(?:中)?(?:指出|反馈)/u,
    ),
    tell: '没有写上年度述职评议所指问题的整改情况。',
  },
  {
    name: '下一步打算',
    kinds: ['duty', 'summary'],
    severity: 'should',
    found: anywhere(
      /下一步|下步|下一阶段|今后|打算|努力方向|明年|新的一年|来年|下一年|工作思路|20\d{2}年[^。，]{0,8}(?:计划|安排)/u,
    ),
    tell: '没有写下一步的打算。',
  },
  {
    name: '结尾请评议',
    kinds: ['duty'],
    severity: 'should',
    found: (scene) =>
      /请(?:予|各位|大家|同志们|领导|组织|予以)?[^。]{0,12}(?:评议|批评指正|审议|指正|批评|监督)|述职完毕|以上(?:是我的)?述职/u.test(
        atEnd(scene),
      ),
    tell: '结尾没有“以上述职，请予评议”一类的话。',
  },
  {
    name: '署名',
    kinds: ['duty'],
    severity: 'should',
    found: (scene) =>
      scene.paragraphs.some(({ level, text }) => level === 'signature' && !/\d{4}年/u.test(text)) ||
      /述职人[：:]|报告人[：:]|（\p{Script=Han}{2,4}）$/u.test(scene.whole) ||
      (scene.paragraphs.some(({ level, text }) => level === 'title' && /^[\p{Script=Han}\s]{2,24}$/u.test(text)) &&
        scene.paragraphs.filter(({ level }) => level === 'title').length > 1),
    tell: '没有署名。',
  },
  {
    name: '日期',
    kinds: ['duty'],
    severity: 'should',
    found: (scene) =>
      scene.paragraphs.some(
        ({ level, text }) =>
          (level === 'signature' || level === 'title') && /(?:20\d{2}|二[〇零○0]..)年\s*\S{1,3}\s*月/u.test(text),
      ),
    tell: '没有成文日期。',
  },
];

export function missingParts(scene: AuditScene): AuditFinding[] {
  const blank = eachMatch(scene, /20\d{2}年[\s　]*\d{0,2}[\s　]*月[\s　]*日$/gu, (match, { level }) =>
    /\d月\d+日$/u.test(match[0]) || level === 'body'
      ? undefined
      : { rule: 'parts/date', severity: 'should', message: `成文日期“${match[0]}”没有填完。` },
  );
  if (scene.whole.length < LEAST) return blank;
  const lacking = PARTS.filter(({ kinds, found }) => kinds.includes(scene.kind) && !found(scene)).map(
    ({ name, tell, severity }) => absent({ rule: `parts/${RULES[name] ?? 'part'}`, severity, message: tell }),
  );
  return [...lacking, ...blank];
}

const RULES: Record<string, string> = {
  标题: 'title',
  存在问题: 'problems',
  原因分析: 'causes',
  上年度问题整改: 'rectified',
  下一步打算: 'next_steps',
  结尾请评议: 'closing',
  署名: 'signature',
  日期: 'date',
};
