// A drafting job's result. Takes in only what was asked for and not stopped since; touches no other section.

import { hasNothingToTell } from '../report/assemble.ts';
import { shapeOf } from '../report/fact-shape.ts';
import { sectionsOf } from '../report/outline.ts';
import type { SectionHead, UndoStep, Version } from '../report/report.ts';
import { comparisonCard } from './cards/comparison-card.ts';
import { textCards } from './cards/text-card.ts';
import { compile } from './compile.ts';
import { draftAgain } from './draft.ts';
import type { SectionDrafted, SectionFailed } from './event.ts';
import { closeGrowing, showGrown } from './growing.ts';
import { growingWords } from './growing-wording.ts';
import { nextNumber } from './history.ts';
import { nameOf, type Part, partOf } from './plan.ts';
import { passOn } from './progress.ts';
import { versionOf } from './put-version.ts';
import { rewriteWords } from './rewrite-wording.ts';
import type { DraftingJob } from './state.ts';
import { keep, remember, reportOf, type Scene, say, sceneOf, type Turn } from './turn.ts';
import { countCharacters, documentOf, openIn, textOfPart } from './view.ts';
import { words } from './wording.ts';

export function takeDrafted(turn: Turn, event: SectionDrafted): undefined {
  const scene = sceneOf(turn, reportOf(turn.state, event.report));
  const wanted = scene ? sectionsOfJob(scene, event.job) : [];
  if (!scene || wanted.length === 0) return;
  const job = turn.state.jobs?.[event.job] ?? { instruction: '', all: false, first: true };
  const heads = { ...scene.report.sections };
  const came = event.texts.filter((one) => wanted.includes(one.section) && one.text.trim() !== '');
  const kept = came.filter((one) => one.kept);
  const written = came.filter((one) => !one.kept);
  const late = overtakenByFacts(scene, written, job);
  const texts = written.filter((one) => !late.includes(one.section));
  // The very text that stood is no new version.
  const fresh = texts.filter((one) => job.first || versionOf(scene, one.section)?.text !== one.text);
  const changes = fresh.map((one) => putVersion(scene, one, job));
  finish(scene, event.job);
  const ids = texts.map((one) => one.section);
  const all = [...(job.beside ?? []), ...ids];
  const part = partMeant(scene, all);
  const { outline, report } = scene;
  const silent = sectionsOf(outline).filter((one) => hasNothingToTell(one, { outline, facts: report.facts }));
  const done = [...ids, ...late, ...kept.map((one) => one.section)];
  const empty = wanted.filter((id) => !done.includes(id) && silent.some((one) => one.id === id));
  const lost = wanted.filter((id) => !done.includes(id) && !empty.includes(id));
  if (part) {
    const name = nameOf(scene.outline, ids.length === 1 && !isWhole(scene, ids) ? (ids[0] ?? part.id) : part.id);
    if (changes.length > 0) rememberDraft(scene, job, name, changes);
    // What is written once more comes with it, on the same card.
    if (late.length === 0) show(scene, part, job, heads, said(texts.flatMap((one) => one.note ?? [])));
  } else if (late.length === 0) closeGrowing(turn, job, whyNothing(scene, kept, lost.length));
  // Where the card has said so it need not be said again.
  if (part || job.card === undefined) say(turn, saidOfKept(scene, kept));
  if (late.length > 0) {
    say(turn, growingWords.again(late.map((id) => nameOf(outline, id))));
    passOn(turn, event.job, draftAgain(scene, late, { ...job, beside: all, again: (job.again ?? 0) + 1 }));
  }
  if (empty.length > 0) say(turn, words.nothingToTell(empty.map((id) => nameOf(outline, id))));
  if (lost.length > 0) say(turn, words.notWritten(lost.map((id) => nameOf(scene.outline, id))));
  if (job.all && Object.keys(scene.report.drafting).length === 0) sayAllDone(scene);
  exportIfAsked(scene);
}

export function takeFailed(turn: Turn, event: SectionFailed): undefined {
  const scene = sceneOf(turn, reportOf(turn.state, event.report));
  const wanted = scene ? sectionsOfJob(scene, event.job) : [];
  if (!scene || wanted.length === 0) return;
  const job = turn.state.jobs?.[event.job];
  finish(scene, event.job);
  const part = partMeant(scene, wanted);
  if (job) closeGrowing(turn, job, growingWords.failed(event.reason));
  say(turn, words.draftFailed(part ? part.name : '', event.reason));
  exportIfAsked(scene);
}

function whyNothing(scene: Scene, kept: SectionDrafted['texts'], lost: number): string {
  if (kept.length > 0) return saidOfKept(scene, kept);
  return lost > 0 ? growingWords.lost : growingWords.empty;
}

function saidOfKept({ outline }: Scene, kept: SectionDrafted['texts']): string {
  const told = kept.map(({ section, note = '' }) => rewriteWords.keptAsItWas(nameOf(outline, section), note));
  return [...new Set(told)].join('\n');
}

/** How often a text is written anew for facts that changed under it; then it stands, its figures are today's in any case. */
const AGAIN = 2;

/** Sections whose facts are no longer what the text was written for, beyond what printing anew puts right. */
function overtakenByFacts(scene: Scene, texts: SectionDrafted['texts'], job: DraftingJob): string[] {
  const { outline, report } = scene;
  if ((job.again ?? 0) >= AGAIN) return [];
  return texts.flatMap(({ section, shape }) =>
    shape === undefined || shape === shapeOf(section, { outline, facts: report.facts }) ? [] : [section],
  );
}

/** What comes of one command is one step, however many jobs it took, unless its sections were touched since. */
function rememberDraft(scene: Scene, job: DraftingJob, name: string, changes: UndoStep['changes']): undefined {
  const { report } = scene;
  const what = job.first ? words.draftStep(name) : words.rewriteStep(name);
  const at = job.batch === undefined ? -1 : report.undo.findLastIndex((step) => step.batch === job.batch);
  const earlier = report.undo[at];
  if (!earlier) return remember(scene, { what, changes, ...(job.batch === undefined ? {} : { batch: job.batch }) });
  const mine = new Set(changes.map((change) => (change.type === 'section' ? change.section : '')));
  const touched = report.undo
    .slice(at + 1)
    .some((step) => step.changes.some((change) => change.type === 'section' && mine.has(change.section)));
  if (touched) return remember(scene, { what, changes });
  delete report.redo;
  const whole = job.first ? words.draftStep(words.wholeText) : words.rewriteStep(words.wholeText);
  const merged = {
    ...earlier,
    what: job.all ? whole : `${earlier.what}、${what}`,
    changes: [...earlier.changes, ...changes],
  };
  report.undo = report.undo.map((step) => (step === earlier ? merged : step));
}

/** Each note once: of those that differ only in a number, the clause with the number is left out. */
function said(notes: string[]): string[] {
  const kinds = Map.groupBy([...new Set(notes)], (note) => note.replace(/\p{Nd}+/gu, '#'));
  return [...kinds.values()].map(([note = '', ...others]) =>
    others.length === 0 ? note : note.replace(/[，；][^，；。]*\p{Nd}[^，；。]*/u, ''),
  );
}

function exportIfAsked(scene: Scene): undefined {
  const { report } = scene;
  if (!report.exportWhenDrafted || Object.keys(report.drafting).length > 0) return;
  delete report.exportWhenDrafted;
  compile(scene);
}

/** Sections that still wait for this job: a stopped or overtaken one has none. */
function sectionsOfJob({ report }: Scene, job: string): string[] {
  return Object.keys(report.drafting).filter((section) => report.drafting[section] === job);
}

function finish({ turn, report }: Scene, job: string): undefined {
  report.drafting = Object.fromEntries(Object.entries(report.drafting).filter(([, id]) => id !== job));
  delete turn.state.jobs?.[job];
}

function putVersion(
  scene: Scene,
  drafted: SectionDrafted['texts'][number],
  job: DraftingJob,
): UndoStep['changes'][number] {
  const { turn, report } = scene;
  const { section, text, by, shape } = drafted;
  const before = report.sections[section] ?? null;
  const number = nextNumber(report, section);
  const version: Version = { section, number, text, by, at: turn.event.at, why: job.instruction };
  if (before) version.previous = before.version;
  if (shape !== undefined) version.shape = shape;
  if (drafted.attempts !== undefined) version.attempts = drafted.attempts;
  if (drafted.findings) version.findings = drafted.findings;
  if (drafted.unwritten) version.unwritten = drafted.unwritten;
  report.sections[section] = { version: keep(turn, version), number };
  return { type: 'section', section, before };
}

/** A chapter may consist of a lead alone: it is then called a chapter. */
function isWhole({ outline }: Scene, ids: string[]): boolean {
  const part = partOf(outline, ids[0] ?? '');
  return part?.sections.every(({ id, kind }) => kind !== 'point' && ids.includes(id)) ?? false;
}

/** The part these sections stand in, holding only them. */
function partMeant({ outline }: Scene, ids: string[]): Part | undefined {
  const part = ids[0] === undefined ? undefined : partOf(outline, ids[0]);
  return part && { ...part, sections: part.sections.filter((one) => ids.includes(one.id)) };
}

function show(
  scene: Scene,
  part: Part,
  job: DraftingJob,
  heads: Record<string, SectionHead>,
  notes: string[],
): undefined {
  const { turn } = scene;
  const before = textOfPart(scene, part, heads);
  if (!job.first && before !== '') {
    showGrown(turn, job, [comparisonCard(scene, part, { before, instruction: job.instruction, notes })]);
    return;
  }
  showGrown(turn, job, textCards(scene, [part], notes));
}

function sayAllDone(scene: Scene): undefined {
  const document = documentOf(scene);
  say(scene.turn, words.allDone(countCharacters(document), openIn(document).length));
}
