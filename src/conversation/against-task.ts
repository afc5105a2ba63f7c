// How the report does against what is demanded of it: length in Word's count, and the demanded share. Reads only.
import { countWords } from '../report/count-words.ts';
import { partsNamed, showFraction, showLength } from '../report/requirement.ts';
import type { Length, Share, SharePart } from '../report/task.ts';
import { partsOf } from './plan.ts';
import { taskWords } from './task-wording.ts';
import type { Scene } from './turn.ts';
import { countCharacters, documentOf } from './view.ts';

/** 要求≤3000字，没超；问题＋打算占34%，够1/3。 '' when nothing of the kind is demanded. */
export function againstTask(scene: Scene): string {
  const { length, share } = scene.report.task ?? {};
  const drafted = Object.keys(scene.report.sections).length > 0;
  const said = [
    ...(length
      ? [drafted ? againstLength(length, countCharacters(documentOf(scene))) : taskWords.demanded(showLength(length))]
      : []),
    ...(share ? [againstShare(scene, share)] : []),
  ];
  return said.length === 0 ? '' : `${said.join('；')}。`;
}

/** Each demand that is not met, in words; a part nobody wrote is one. */
export function unmetDemands(scene: Scene): string[] {
  const { length, share } = scene.report.task ?? {};
  if (Object.keys(scene.report.sections).length === 0) return [];
  const demand = length ? showLength(length) : '';
  const told = length ? againstLength(length, countCharacters(documentOf(scene))) : '';
  const met = [taskWords.meetsLength(demand), taskWords.withinLength(demand), ''].includes(told);
  return [...(met ? [] : [told]), ...(share && !holds(scene, share) ? [againstShare(scene, share)] : [])];
}

function holds(scene: Scene, share: Share): boolean {
  const { part, total } = weigh(scene, sectionsFor(scene, share.parts));
  return part * share.bottom >= total * share.top;
}

/** With the length as it stands now before it; '' when nothing is demanded. */
export function standingAgainstTask(scene: Scene): string {
  const told = againstTask(scene);
  if (told === '' || Object.keys(scene.report.sections).length === 0) return told;
  return `${taskWords.now(countCharacters(documentOf(scene)))}，${told}`;
}

function againstLength(length: Length, now: number): string {
  const demand = showLength(length);
  const { about, most = about && Math.ceil(about * 1.1), least = about && Math.floor(about * 0.9) } = length;
  if (most !== undefined && now > most) return taskWords.tooLong(demand, now - most);
  if (least !== undefined && now < least) return taskWords.tooShort(demand, least - now);
  return length.most === undefined ? taskWords.meetsLength(demand) : taskWords.withinLength(demand);
}

/** What these parts take of the text, against the demand where that is about the same; no part named means those demanded. */
export function shareNow(scene: Scene, named: SharePart[]): string {
  const demanded = scene.report.task?.share;
  const asked = named.length === 0 ? (demanded?.parts ?? []) : named;
  if (demanded?.parts.every((one) => asked.includes(one)) && asked.length === demanded.parts.length)
    return `${againstShare(scene, demanded)}。`;
  const sections = sectionsFor(scene, asked);
  const parts = asked.join('＋');
  if (!sections.some((id) => scene.report.sections[id])) return taskWords.shareNothing(parts);
  const { part, total } = weigh(scene, sections);
  return taskWords.shareOf(parts, Math.floor((100 * part) / total), part);
}

/** Characters of these sections, and of all. */
function weigh(scene: Scene, sections: string[]): { part: number; total: number } {
  const document = documentOf(scene);
  const paragraphs = [...document.opening, ...document.chapters.flatMap((one) => one.paragraphs), ...document.closing];
  const part = paragraphs
    .filter((one) => sections.includes(one.section))
    .reduce((sum, one) => sum + countWords(one.spans.map((span) => span.text).join('')), 0);
  return { part, total: Math.max(1, countCharacters(document)) };
}

function againstShare(scene: Scene, share: Share): string {
  const { report } = scene;
  const parts = share.parts.join('＋');
  const demand = showFraction(share);
  const sections = sectionsFor(scene, share.parts);
  if (sections.length === 0) return taskWords.shareHomeless(parts, demand);
  if (!sections.some((id) => report.sections[id])) return taskWords.shareUnwritten(parts, demand);
  const { part, total } = weigh(scene, sections);
  const percent = Math.floor((100 * part) / total);
  const { top, bottom } = share;
  if (part * bottom >= total * top) return taskWords.shareHolds(parts, percent, demand);
  // What is added makes the whole longer too.
  const lacking = (top * total - bottom * part) / (bottom - top);
  return taskWords.shareLacks(parts, percent, demand, Math.ceil(lacking / 10) * 10);
}

/** Sections of the chapters whose heading names a demanded part; where no chapter does, points that do. */
export function sectionsFor({ outline }: Pick<Scene, 'outline'>, parts: SharePart[]): string[] {
  const names = (heading: string): boolean => {
    const named = partsNamed(heading);
    // 上年度指出问题的整改 is about last year's problems.
    if (named.includes('整改') && !parts.includes('整改')) return false;
    return named.some((one) => parts.includes(one));
  };
  const chapters = new Set(outline.chapters.filter((one) => names(one.heading)).map((one) => one.id));
  const whole = partsOf(outline).filter((part) => chapters.has(part.id));
  if (whole.length > 0) return whole.flatMap((part) => part.sections.map((one) => one.id));
  return outline.chapters.flatMap(({ points }) => points.filter((one) => names(one.heading)).map((one) => one.id));
}
