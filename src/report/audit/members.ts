// Enumerations that have a fixed order: members turned round or left out. Only what stands side by side is an enumeration.
import type { Formulation, FormulationBook } from './book.ts';
import type { AuditFinding } from './finding.ts';
import { type Plain, stretchOf, withoutQuotes } from './fold-quotes.ts';
import { findingAt, type Rule, type SceneParagraph, within } from './scene.ts';

interface Member {
  at: number;
  start: number;
  end: number;
}

/** What may stand between two members: a mark, 和 and a verb that goes with each of them. */
const BETWEEN = /^(?:[、，；]|和|与|及|以及)?(?:坚持|增强|坚定|做到|树立|必须坚持|必须|自觉|着力|不断|坚决|全面|做)?$/u;
const END_OF_RUN = /[。！？\n]/u;

export function createMembers(book: FormulationBook): Rule {
  const lists = book.formulations.filter(({ members }) => members.length > 0);
  return (scene) =>
    scene.paragraphs.flatMap((paragraph) => {
      const plain = withoutQuotes(paragraph.text);
      return lists.flatMap((formulation) => inParagraph(paragraph, plain, formulation));
    });
}

function inParagraph(paragraph: SceneParagraph, plain: Plain, formulation: Formulation): AuditFinding[] {
  const lists = formulation.members
    .map((members) => members.map((member) => member.replace(/[“”]/gu, '')))
    .filter(({ length }) => length >= 3);
  const runs = lists.flatMap((list) => runsOf(plain.text, list).map((run) => ({ run, list })));
  const told = runs.filter(({ run, list }) => isRight(run, list));
  const best = [...runs].sort((a, b) => b.run.length / b.list.length - a.run.length / a.list.length);
  const taken: { start: number; end: number }[] = [];
  return best.flatMap(({ run, list }) => {
    const [from, to] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
    if (told.some((one) => (one.run[0]?.start ?? 0) < to && from < (one.run.at(-1)?.end ?? 0))) return [];
    if (taken.some(({ start, end }) => start < to && from < end)) return [];
    taken.push({ start: from, end: to });
    const stretch = stretchOf(paragraph.text, plain, from, to);
    const quoted = paragraph.quoted.filter(({ long }) => long);
    if (within(quoted, stretch.start, stretch.end) || within(paragraph.titles, stretch.start, stretch.end)) return [];
    return faultOf(paragraph, stretch, run, list, formulation, beyond(plain.text, run));
  });
}

const isRight = (run: Member[], list: string[]): boolean =>
  run.length === list.length && run.every((member, i) => member.at === i);

function faultOf(
  paragraph: SceneParagraph,
  stretch: { start: number; end: number },
  run: Member[],
  members: string[],
  { name, source }: Formulation,
  goesOn: boolean,
): AuditFinding[] {
  const ordered = run.every((member, i) => i === 0 || (run[i - 1]?.at ?? -1) < member.at);
  const all = run.length === members.length;
  const short = members.every((member) => member.length <= 2);
  const should = `顺序应为“${members.join('、')}”（${source}）`;
  if (!ordered) {
    // 创新、开放、协调 may be words of one's own; the whole list turned round is not.
    const certain = all || (!short && run.length >= 3 && !goesOn);
    if (!certain && (short || run.length < 3)) return [];
    const put = all ? reordered(paragraph, stretch, run, members) : undefined;
    return [
      findingAt(paragraph, stretch.start, stretch.end, {
        rule: 'formulation/order',
        severity: certain ? 'must' : 'should',
        message: `“${name}”各项的次序不对，${should}。`,
        put,
      }),
    ];
  }
  if (run.length === members.length - 1 && members.length >= 4 && !goesOn) {
    const lacking = members.filter((_, at) => !run.some((member) => member.at === at));
    return [
      findingAt(paragraph, stretch.start, stretch.end, {
        rule: 'formulation/member_missing',
        severity: 'should',
        message: `“${name}”漏了“${lacking.join('、')}”，${should}。`,
      }),
    ];
  }
  return [];
}

/** The members in their order, with the marks that stand between them now; only where nothing but marks does. */
function reordered(
  paragraph: SceneParagraph,
  stretch: { start: number; end: number },
  run: Member[],
  members: string[],
): string | undefined {
  const text = paragraph.text.slice(stretch.start, stretch.end);
  const between = text.split(
    new RegExp(members.map((member) => member.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'), 'u'),
  );
  if (between.length !== run.length + 1) return undefined;
  return members.map((member, i) => member + (i < members.length - 1 ? (between[i + 1] ?? '、') : '')).join('');
}

/** Members standing side by side, at least two of them. */
function runsOf(text: string, members: string[]): Member[][] {
  const found: Member[] = [];
  for (const [at, member] of members.entries())
    for (let start = text.indexOf(member); start >= 0; start = text.indexOf(member, start + member.length))
      found.push({ at, start, end: start + member.length });
  // At one place the longer member counts: 经济建设 within 社会经济建设.
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const runs: Member[][] = [];
  for (const member of found) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && member.start < last.end) continue;
    const gap = last ? text.slice(last.end, member.start) : '';
    const repeated = run?.some((one) => one.at === member.at) ?? false;
    if (run && last && !repeated && gap !== '' && !END_OF_RUN.test(gap) && BETWEEN.test(gap)) run.push(member);
    else runs.push([member]);
  }
  return runs.filter((run) => run.length >= Math.min(3, members.length));
}

/** Whether the enumeration has items of its own before or behind. */
function beyond(text: string, run: Member[]): boolean {
  const before = text.slice(0, run[0]?.start ?? 0);
  const after = text.slice(run.at(-1)?.end ?? 0);
  return /、$/u.test(before) || /^(?:、|和|与|及|以及)/u.test(after);
}
