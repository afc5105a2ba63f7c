// Whether a drafted text may stand: the report's proof, and what a model in particular does wrong. Mends nothing.
import type { Facts } from '../report/fact.ts';
import type { Outline, Section } from '../report/outline.ts';
import { proveSection } from '../report/proof.ts';
import { renderPlain } from '../report/render.ts';
import { tokensIn } from '../report/token.ts';
import { claimsIn, inventionsIn, writtenWords } from './check-inventions.ts';
import { styleFaults } from './check-style.ts';
import { offeredSlots } from './offer.ts';
import type { Instruction } from './read-instruction.ts';

export interface Fault {
  /** Chinese, to the writer: what is wrong and what to do instead. */
  message: string;
  /** A text with it cannot stand; any other is asked for again and then taken as it is. */
  fatal: boolean;
  /** Only of how it reads: repaired once for its own sake, and no matter to trouble a person with. */
  style?: true;
  /** The words nobody gave: without the clause they stand in, the text may do. */
  said?: string;
}

export interface CheckRequest {
  outline: Outline;
  section: Section;
  facts: Facts;
  year: number;
  /** The text it shall differ from. */
  current?: string;
  /** Texts nobody liked. */
  avoid?: string[];
  instruction: Instruction;
}

export function checkText(text: string, request: CheckRequest): Fault[] {
  const { section, outline, facts, year, current, avoid = [] } = request;
  if (text.trim() === '') return [fatal('这一节没有写，请写出正文。')];
  return [
    ...proveSection(text, { outline, section: section.id, facts, year }).map(({ message }) => fatal(message)),
    ...checkTokens(text, request),
    ...checkInventions(text, request),
    ...checkScript(text),
    ...styleFaults(text, { ...request, also: alsoGiven(request) }).map((message) => {
      const said = /^“(.+)”说的事没有给出过/u.exec(message)?.[1];
      return said === undefined ? style(message) : { ...style(message), said };
    }),
    ...(current !== undefined && same(text, current) ? [fatal('和现稿没有区别，请换一种写法。')] : []),
    ...(avoid.some((one) => same(text, one)) ? [fatal('和没有采用的一稿没有区别，请换一种写法。')] : []),
    ...checkLength(text, request),
  ];
}

function checkTokens(text: string, { section, outline, facts }: CheckRequest): Fault[] {
  const used = tokensIn(text);
  const offered = offeredSlots(section, outline, facts);
  const ids = new Set(['year', ...offered.map(({ slot }) => slot.id)]);
  return [
    ...offered
      .filter(({ slot, terms }) => terms === 'pending' && !used.includes(slot.id))
      .map(({ slot }) => fatal(`{{${slot.id}}}（${slot.label}，待补）没有写进去，请补上。`)),
    ...used.filter((id) => !ids.has(id)).map((id) => fatal(`{{${id}}} 没有列在这一节的占位里，请删去写它的那句话。`)),
  ];
}

/** Words of people beside the facts: those a person may have put into the text that stood there, and the wish itself. */
function alsoGiven({ current, instruction }: CheckRequest): string[] {
  return [...(current === undefined ? [] : [writtenWords(current)]), instruction.words];
}

function checkInventions(text: string, request: CheckRequest): Fault[] {
  const { section, outline, facts } = request;
  const also = alsoGiven(request);
  const blanks = [...writtenWords(text).matchAll(/[×xX＊*○〇]{2,}|某某|＿{2,}|_{2,}|…{3,}/gu)].map((match) => match[0]);
  return [
    ...inventionsIn(text, section, outline, facts, also).map((what) => ({
      ...fatal(`${what}没有给出过，不能写，请删去。`),
      said: what.slice(1, what.lastIndexOf('”')),
    })),
    ...claimsIn(text, section, outline, facts, also).map((claim) => ({
      ...fatal(`“${claim}”没有给出过，不能这样说，请删去或换成实际做的事。`),
      said: claim,
    })),
    ...blanks.map((blank) => fatal(`“${blank}”像是留的空，空缺只能用“待补”占位表示。`)),
  ];
}

function checkScript(text: string): Fault[] {
  const words = writtenWords(text);
  const chinese = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = words.match(/[A-Za-z]/gu)?.length ?? 0;
  return [
    ...(latin > 12 && latin * 4 > chinese ? [fatal('要用中文写。')] : []),
    ...(/[*#`|]|<\/?[a-z]+>|^\s*[-•]\s/mu.test(words) ? [fatal('不要用标记符号（*、#、- 等），只写正文。')] : []),
  ];
}

const LENGTH_SPARE = 1.3;
const WORDS_AROUND = 100;

/** Room is left on both sides: a reader does not count, and a token's length is not the writer's doing. */
function checkLength(text: string, request: CheckRequest): Fault[] {
  const { outline, section, facts, year, instruction } = request;
  const length = printedLength(text, { outline, section: section.id, facts, year });
  const { most, least, about, paragraphs } = instruction;
  const upper = most ?? (about === undefined ? undefined : about * 1.1);
  const lower = least ?? (about === undefined ? undefined : about * 0.9);
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  const wished = upper !== undefined || lower !== undefined || instruction.longer;
  return [
    ...(wished ? [] : wordy(text, length, section)),
    ...(upper !== undefined && length > upper ? [soft(`印出来是${length}字，要压到${Math.floor(upper)}字以内。`)] : []),
    ...(lower !== undefined && length < lower
      ? [soft(`印出来只有${length}字，要写到${Math.ceil(lower)}字以上，只用已有的事实。`)]
      : []),
    ...(paragraphs !== undefined && lines !== paragraphs ? [soft(`要分成${paragraphs}段，现在是${lines}段。`)] : []),
  ];
}

/** Without a wish a section keeps to its own length; what was given may take more, the words around it may not. */
function wordy(text: string, length: number, section: Section): Fault[] {
  const own = [...writtenWords(text).replace(/[\s\ufffc]/gu, '')].length;
  const most = Math.max(section.length * LENGTH_SPARE, length - own + WORDS_AROUND);
  return length > most ? [style(`印出来${length}字，这一节约${section.length}字，请压缩占位以外的话。`)] : [];
}

/** Characters as Word counts them, without spaces. */
export function printedLength(
  text: string,
  context: { outline: Outline; section: string; facts: Facts; year: number },
): number {
  return [...renderPlain(text, context).replace(/\s/gu, '')].length;
}

const bare = (text: string): string => text.replace(/[\s\p{P}]/gu, '');
const same = (text: string, other: string): boolean => bare(text) === bare(other);
const fatal = (message: string): Fault => ({ message, fatal: true });
export const style = (message: string): Fault => ({ message, fatal: false, style: true });
const soft = (message: string): Fault => ({ message, fatal: false });
