// Handing the document over. Never refuses: what is open stands marked in it and is named beside it.
import { hasNothingToTell } from '../report/assemble.ts';
import { proveDocument } from '../report/prove-document.ts';
import type { SentFile } from '../report/report.ts';
import { againstTask } from './against-task.ts';
import { auditLine } from './audit-findings.ts';
import { auditNotes } from './audit-notes.ts';
import { auditWords } from './audit-wording.ts';
import { choiceCard } from './cards/choice-card.ts';
import { deliveryCards } from './cards/delivery-card.ts';
import type { FileForm } from './command.ts';
import { writing } from './draft.ts';
import type { Effect } from './effect.ts';
import { fileName } from './file-form.ts';
import { inQuestion } from './in-question.ts';
import { likeLastYear } from './last-year-text.ts';
import { nameOf, partsOf, titleOf } from './plan.ts';
import { disputes, openQuestions } from './question.ts';
import { openReturned } from './returned-figures.ts';
import { returnedWords } from './returned-wording.ts';
import { explainedChecks, hints, openChecks, showCheck } from './settle.ts';
import { unfinished } from './told.ts';
import { emit, keep, type Scene, say, showCard } from './turn.ts';
import { countCharacters, documentOf, openIn } from './view.ts';
import { words } from './wording.ts';

const FILES_KEPT = 10;

type Marked = Partial<Pick<Extract<Effect, { type: 'send_file' }>, 'open' | 'notes'>>;

interface Handing {
  as?: FileForm;
  final?: true;
}

export function compile(scene: Scene, { as = 'docx', final }: Handing = {}): undefined {
  const { turn, report } = scene;
  const busy = writing(scene);
  // 起草第二章，然后导出: the file is to hold what was asked for first.
  if (turn.effects.some((effect) => effect.type === 'draft_section' && effect.report === report.id)) {
    report.exportWhenDrafted = true;
    return say(turn, words.exportAfter);
  }
  if (Object.keys(report.sections).length === 0) {
    if (busy.length > 0) return say(turn, words.writingFirst(busy));
    const buttons = [
      { text: words.draftAll, value: { action: 'draft', section: 'all', report: report.id }, primary: true },
      { text: words.seeMissing, value: { action: 'show_missing', report: report.id } },
    ];
    showCard(turn, choiceCard(words.nothingToCompileTitle, words.nothingToCompile, buttons));
    return;
  }
  const document = documentOf(scene);
  const undrafted = undraftedIn(scene);
  const open = openIn(document);
  const unsettled = openChecks(scene);
  const disputed = disputes(scene);
  // The second proof, from the finished text alone: a figure that no fact stands behind is handed over, but never unsaid.
  const unproved = proveDocument(document).map((finding) => finding.quote);
  const returned = openReturned(scene);
  const toCheck =
    unsettled.length + unproved.filter((one) => !returned.includes(one)).length + disputed.length + returned.length;
  const done = open.length + undrafted.length + toCheck + busy.length === 0;
  const state = done && final ? words.finalState : words.stateOf(open.length, undrafted.length, toCheck);
  const before = comparedWith(scene);
  if (as === 'changes' && !before) return say(turn, words.nothingToCompare);
  if (done && final && as === 'docx') sendFile(scene, 'ledger', '');
  const notes = as === 'notes' ? auditNotes(scene) : undefined;
  if (notes?.length === 0) return say(turn, auditWords.nothingToNote);
  const asked = inQuestion(scene, unproved);
  const marked = { ...(asked ? { open: asked } : {}), ...(notes ? { notes } : {}) };
  sendFile(scene, as, as === 'ledger' ? '' : state, marked);
  // The other forms go with a file that was spoken of already.
  if (as !== 'docx') return;
  if (done) report.delivered = turn.event.at;
  const waiting = openQuestions(scene)
    .flatMap(({ items }) => items)
    .filter((item) => !item.answer && !['check', 'provenance', 'conflict'].includes(item.ask.type));
  const audited = auditLine(scene);
  const alike = likeLastYear(scene);
  const cards = deliveryCards({
    report: report.id,
    title: titleOf(report),
    state: state === '' ? words.wholeState : state,
    said: [
      final && !done ? words.notFinal(state, busy) : '',
      words.delivered(countCharacters(document), open, undrafted),
      againstTask(scene),
      audited,
      alike ? auditWords.alike(alike.alike.length, alike.of) : '',
    ],
    audit: audited !== '',
    alike: (alike?.alike.length ?? 0) > 0,
    ...(report.task?.minutes === undefined ? {} : { minutes: report.task.minutes }),
    open: [
      words.disputed(disputed),
      returnedWords.stillAsked(returned),
      words.unproved(unproved.filter((one) => !returned.includes(one))),
      ...toLookAt(scene),
      busy.length > 0 ? words.exportAgain(busy) : '',
      waiting.length > 0 ? words.stillOpen(waiting.length) : '',
    ],
    offers: [
      'ledger',
      'text',
      'markdown',
      'large',
      ...(before ? (['changes'] as const) : []),
      ...(audited === '' ? [] : (['notes'] as const)),
    ],
  });
  for (const card of cards) showCard(turn, card);
}

/** From the heads as they stand; a Word file is kept as sent. */
function sendFile({ turn, report }: Scene, as: FileForm, state: string, marked: Marked = {}): undefined {
  const { outline, year, files = [] } = report;
  const sections = Object.fromEntries(Object.entries(report.sections).map(([id, head]) => [id, head.version]));
  // A copy: a later command of the same message may change the facts.
  const facts = keep(turn, structuredClone(report.facts));
  const name = fileName(titleOf(report), as, state);
  const before = as === 'changes' ? comparedWith({ report }) : undefined;
  const made = { name, outline, facts, sections, year };
  const chat = turn.state.chat.id;
  emit(turn, { type: 'send_file', chat, report: report.id, ...made, ...marked, as, ...(before ? { before } : {}) });
  if (as === 'docx') {
    const step = report.undo.at(-1)?.what;
    const sent = { ...made, at: turn.event.at, ...(step === undefined ? {} : { step }) };
    report.files = [...files, sent].slice(-FILES_KEPT);
  }
}

/** The newest file that is not what stands now. */
function comparedWith({ report }: Pick<Scene, 'report'>): SentFile | undefined {
  const now = Object.entries(report.sections).map(([id, head]) => `${id} ${head.version}`);
  const step = report.undo.at(-1)?.what;
  return report.files?.findLast((file) => {
    const then = Object.entries(file.sections).map((one) => one.join(' '));
    return file.step !== step || then.toSorted().join() !== now.toSorted().join();
  });
}

/** Every part that has something to tell is written, and none is being written. */
export function isAllDrafted(scene: Scene): boolean {
  return (
    Object.keys(scene.report.sections).length > 0 && undraftedIn(scene).length === 0 && writing(scene).length === 0
  );
}

/** Contradictions still open, those waved through, and hints: named beside the file, never in it. */
function toLookAt(scene: Scene): string[] {
  return [
    words.unsettled(openChecks(scene).map(showCheck)),
    words.explained(explainedChecks(scene).map(({ failed, settled }) => [showCheck(failed), settled.note])),
    words.flash(unfinished(scene, 'flash')),
    words.estimates(unfinished(scene, 'estimate')),
    words.hints(hints(scene).map(showCheck)),
  ];
}

/** Whole parts by their name, single sections of a part that was begun by theirs. */
export function undraftedIn({ report, outline }: Scene): string[] {
  return partsOf(outline).flatMap((part) => {
    const told = part.sections.filter(
      (one) => report.sections[one.id] || !hasNothingToTell(one, { outline, facts: report.facts }),
    );
    const open = told.filter((one) => !report.sections[one.id]);
    return open.length > 0 && open.length === told.length ? [part.name] : open.map((one) => nameOf(outline, one.id));
  });
}
