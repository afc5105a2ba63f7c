// Congresses, plenums and five-year plans that do not fit the year reported on. Knows years only, no wordings.
import type { AuditFinding } from './finding.ts';
import { type AuditScene, eachMatch, within } from './scene.ts';

const DIGITS = '一二三四五六七八九';
/** 十八 → 18, 二十一 → 21. */
function numberOf(text: string): number {
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : DIGITS.indexOf(tens) + 1) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones) + 1);
}

/** The 18th congress was in 2012, and one follows every five years. */
const congressYear = (congress: number): number => 2012 + (congress - 18) * 5;
/** The 14th plan runs from 2021. */
const planStart = (plan: number): number => 2021 + (plan - 14) * 5;

const STUDY = '学习|贯彻|落实|领会|宣讲|宣传|传达|把握|践行|以|围绕|全面|紧扣';

export function yearTerms(scene: AuditScene): AuditFinding[] {
  return [...congresses(scene), ...plenums(scene), ...plans(scene)];
}

/** What was studied under an earlier congress is history: since then, or in its own year. */
function congresses(scene: AuditScene): AuditFinding[] {
  const { year } = scene;
  if (year === undefined) return [];
  return eachMatch(
    scene,
    new RegExp(
      `(?<=(?:${STUDY})[^，。；“”]{0,12})(?:党的)?(十[六七八九]|二十[一二]?)(?:大|届)(?!以来|之前|以前|代表|期间)[^，。；]{0,16}?(?:精神|部署|要求)`,
      'gu',
    ),
    (match, { titles, text }) => {
      const congress = numberOf(match[1] ?? '');
      if (within(titles, match.index) || otherYear(text.slice(Math.max(0, match.index - 24), match.index), year))
        return;
      if (congressYear(congress + 1) >= year) return;
      const newest = 18 + Math.floor((year - 2012) / 5);
      return {
        rule: 'formulation/out_of_year',
        severity: 'should',
        message: `${year}年的报告一般写党的${shown(newest)}大和${shown(newest)}届历次全会精神，这里写的是“${match[0]}”，请核对。`,
      };
    },
  );
}

/** Which plenum of the 20th congress was held when. */
const PLENUMS: Record<string, number> = { 一: 2022, 二: 2023, 三: 2024, 四: 2025 };

/** 及时跟进学习 a plenum of two years ago. */
function plenums(scene: AuditScene): AuditFinding[] {
  const { year } = scene;
  if (year === undefined) return [];
  return eachMatch(
    scene,
    /(?<=(?:跟进学习|第一时间|及时(?:传达|学习|组织)|迅速(?:传达|学习))[^，。；]{0,10})(?:党的)?二十届([一二三四])中全会/gu,
    (match, { text }) => {
      const held = PLENUMS[match[1] ?? ''] ?? year;
      if (held >= year - 1 || otherYear(text.slice(0, match.index), year)) return;
      const message = `“${match[0]}”是${held}年召开的，${year}年“跟进学习”的是不是它，请核对届次。`;
      return { rule: 'formulation/out_of_year', severity: 'should', message };
    },
  );
}

/** “十四五”规划开局之年 in 2025. */
function plans(scene: AuditScene): AuditFinding[] {
  return eachMatch(
    scene,
    /“?十([一二三四五六七])五”?(?:规划|时期)?(?:的)?(开局|起步|收官|决胜)(?:之)?年?/gu,
    (match, { text }) => {
      const start = planStart(10 + DIGITS.indexOf(match[1] ?? '') + 1);
      const begins = /开局|起步/u.test(match[2] ?? '');
      const right = begins ? start : start + 4;
      const before = text.slice(Math.max(0, match.index - 30), match.index);
      const said = before
        .split(/[。；]/u)
        .at(-1)
        ?.match(/20\d{2}(?=年)/gu)
        ?.at(-1);
      // Without a year in its own sentence it may be this one or the next.
      const years =
        said === undefined ? (scene.year === undefined ? [] : [scene.year, scene.year + 1]) : [Number(said)];
      if (years.length === 0 || years.includes(right)) return;
      return {
        rule: 'formulation/out_of_year',
        severity: 'should',
        message: `${begins ? '开局' : '收官'}之年是${right}年，这里说的是${years[0]}年，请核对是哪个五年规划。`,
      };
    },
  );
}

const shown = (congress: number): string =>
  `${congress >= 20 ? '二十' : '十'}${congress % 10 === 0 ? '' : DIGITS.charAt((congress % 10) - 1)}`;

const otherYear = (before: string, year: number): boolean => {
  const named = before
    .split(/[。；]/u)
    .at(-1)
    ?.match(/20\d{2}年|去年|上年/gu)
    ?.at(-1);
  return named !== undefined && named !== `${year}年`;
};
