// Asking for drafts: all, one part, one section with other words; and stopping. The writing itself is a job and comes back as an event.
import { choiceCard } from './cards/choice-card.ts';
import { whichSectionCard } from './cards/which-section-card.ts';
import { closeGrowing, grows, openGrowing } from './growing.ts';
import { growingWords } from './growing-wording.ts';
import { saySkipped, unguarded } from './guard-text.ts';
import { nameOf, type Part, partOf, partsOf } from './plan.ts';
import { passOn, settleProgress, showProgress } from './progress.ts';
import { overtake } from './put-version.ts';
import type { DraftingJob } from './state.ts';
import { emit, type Scene, say, setLast, showCard } from './turn.ts';
import { words } from './wording.ts';

const INSTRUCTION_KEPT = 1000;

export function draft(scene: Scene, id: string, anyway = false): undefined {
  const { turn, report, outline } = scene;
  const all = id === 'all';
  const parts = all ? partsOf(outline) : meant(scene, id);
  if (parts.length === 0) return say(turn, words.noSuchSection(partsOf(outline).map((one) => one.name)));
  const { asked } = turn.state;
  // Said once more, it is meant.
  const again = asked?.type === 'draft_anyway' && asked.report === report.id && asked.section === id;
  if (again) turn.state.asked = null;
  if (!anyway && !again && Object.values(report.facts).every((fact) => fact.value.type === 'omitted')) {
    return askDraftAnyway(scene, id);
  }
  const free = unguarded(scene, parts, { place: id, instruction: '', anyway: false });
  if (free.length === 0) return;
  const waiting = free.filter((part) => !part.sections.every((one) => report.drafting[one.id]));
  if (waiting.length === 0) return say(turn, words.stillWriting(writing(scene)));
  // After the whole report no single section is the one meant.
  setLast(scene, all ? undefined : id);
  const begin = all ? words.draftingAll(outline.chapters.length) : words.drafting(nameOf(outline, id));
  enqueueAll(scene, waiting, begin, (part) => ({ instruction: '', all, first: all || !isDrafted(scene, part) }));
  saySkipped(scene, parts, free);
}

/** `anyway`: also words that a person wrote. `again`: what these words brought forth so far was not liked. */
export function rewrite(
  scene: Scene,
  id: string | undefined,
  instruction: string,
  { anyway = false, again = false }: { anyway?: boolean; again?: boolean } = {},
): undefined {
  const { turn, report, outline } = scene;
  const last = turn.state.last?.[report.id];
  const wanted = id ?? last;
  const drafted = partsOf(outline).filter((part) => isDrafted(scene, part));
  if (drafted.length === 0 && id === undefined) return say(turn, words.nothingDrafted);
  if (wanted === undefined) {
    showCard(turn, whichSectionCard(scene, drafted, instruction));
    return;
  }
  const all = wanted === 'all';
  const parts = all ? drafted : meant(scene, wanted);
  const [part] = parts;
  if (!part) return say(turn, words.noSuchSection(partsOf(outline).map((one) => one.name)));
  const beingWritten = parts.some((one) => one.sections.some(({ id: section }) => report.drafting[section]));
  // What can be watched can be begun anew when it goes the wrong way.
  if (
    !(turn.context.streams && beingWritten && id !== undefined) &&
    instruction === '' &&
    parts.every((one) => one.sections.every(({ id: section }) => report.drafting[section]))
  ) {
    return say(turn, words.stillWriting(writing(scene)));
  }
  const free = unguarded(scene, parts, { place: wanted, instruction, anyway });
  if (free.length === 0) return;
  const cutTo = [...instruction].slice(0, INSTRUCTION_KEPT).join('');
  const first = !isDrafted(scene, part);
  setLast(scene, all ? undefined : wanted);
  const name = nameOf(outline, wanted);
  const begin = all ? words.rewritingAll : first ? words.drafting(name) : words.rewriting(name);
  const more = again ? { over: true as const } : {};
  enqueueAll(scene, free, begin, () => ({ instruction: cutTo, all, first, ...more }));
  saySkipped(scene, parts, free);
}

export function stop(scene: Scene): undefined {
  const { turn, report } = scene;
  const stopped = writing(scene);
  if (stopped.length === 0) {
    const asking = turn.state.asked?.type === 'slot';
    if (asking) turn.state.asked = null;
    return say(turn, asking ? words.askingStopped : words.nothingToStop);
  }
  for (const id of new Set(Object.values(report.drafting))) {
    const job = turn.state.jobs?.[id];
    if (job) closeGrowing(turn, job, job.first ? growingWords.stopped : growingWords.stoppedBefore);
    delete turn.state.jobs?.[id];
  }
  report.drafting = {};
  delete report.exportWhenDrafted;
  say(turn, words.stopped(stopped));
}

/** The part that an id stands for, with only the section meant when it names one. */
function meant({ outline }: Scene, id: string): Part[] {
  const part = partOf(outline, id);
  if (!part) return [];
  return [part.id === id ? part : { ...part, sections: part.sections.filter((one) => one.id === id) }];
}

function isDrafted({ report }: Scene, part: Part): boolean {
  return part.sections.some((one) => report.sections[one.id]);
}

/** Parts being written now. */
export function writing({ report, outline }: Scene): string[] {
  return partsOf(outline)
    .filter((part) => part.sections.some((one) => report.drafting[one.id]))
    .map((part) => part.name);
}

/** Where the text can be watched as it grows, its card says that it is written; else `begin` does. */
function enqueueAll(scene: Scene, parts: Part[], begin: string, job: (part: Part) => DraftingJob): undefined {
  const { turn } = scene;
  const growing = parts.some((part) => grows(scene, part));
  const many = parts.length > 1;
  if (!growing) say(turn, begin);
  const before = turn.effects.length;
  if (growing && many) showProgress(scene, parts);
  const jobs = parts.map((part) => enqueue(scene, part, job(part), !many));
  if (growing && many) settleProgress(turn, jobs);
  // All writers begin at once; the cards in which they are watched are sent while they write.
  const added = turn.effects.splice(before);
  const begun = added.filter(({ type }) => type === 'draft_section');
  turn.effects.push(...begun, ...added.filter((effect) => !begun.includes(effect)));
}

function enqueue(scene: Scene, part: Part, wanted: DraftingJob, alone: boolean): string {
  const { turn, report } = scene;
  const { state } = turn;
  state.drafts = (state.drafts ?? 0) + 1;
  const sections = part.sections.map((one) => one.id);
  const before = new Set(sections.flatMap((one) => report.drafting[one] ?? []));
  overtake(scene, sections);
  const job = { ...wanted, ...openGrowing(scene, part, alone), batch: turn.event.id };
  const id = emit(turn, draftEffect(scene, sections, job));
  state.jobs = { ...state.jobs, [id]: job };
  for (const section of sections) report.drafting[section] = id;
  for (const old of before) if (!state.jobs[old]) passOn(turn, old, id);
  return id;
}

/** The same sections once more, because what they tell of changed while they were written. */
export function draftAgain(scene: Scene, sections: string[], job: DraftingJob): string {
  const { turn, report } = scene;
  turn.state.drafts = (turn.state.drafts ?? 0) + 1;
  const id = emit(turn, draftEffect(scene, sections, job));
  turn.state.jobs = { ...turn.state.jobs, [id]: job };
  for (const section of sections) report.drafting[section] = id;
  return id;
}

function draftEffect({ turn, report }: Scene, sections: string[], { instruction, card, over }: DraftingJob) {
  const seed = turn.state.drafts ?? 1;
  const into = { ...(card === undefined ? {} : { card }), ...(over ? { again: over } : {}) };
  return { type: 'draft_section' as const, report: report.id, sections, instruction, seed, ...into };
}

function askDraftAnyway(scene: Scene, section: string): undefined {
  const { turn, report } = scene;
  turn.state.asked = { type: 'draft_anyway', report: report.id, section };
  showCard(
    turn,
    choiceCard(words.draftAnywayTitle, words.draftAnyway, [
      { text: words.factsFirst, value: { action: 'ask_next', report: report.id }, primary: true },
      { text: words.draftAnywayYes, value: { action: 'draft', section, anyway: true, report: report.id } },
    ]),
  );
}
