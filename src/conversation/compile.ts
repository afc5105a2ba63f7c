// Handing the document over. Never refuses: what is open stands marked in it and is named beside it.
import { hasNothingToTell } from '../report/assemble.ts';
import { proveDocument } from '../report/prove-document.ts';
import { againstTask } from './against-task.ts';
import { choiceCard } from './cards/choice-card.ts';
import { writing } from './draft.ts';
import { nameOf, partsOf, titleOf } from './plan.ts';
import { disputes, openQuestions } from './question.ts';
import { explainedChecks, hints, openChecks, showCheck } from './settle.ts';
import { unfinished } from './told.ts';
import { emit, keep, type Scene, say, showCard } from './turn.ts';
import { countCharacters, documentOf, openIn } from './view.ts';
import { words } from './wording.ts';

export function compile(scene: Scene): undefined {
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
  emit(turn, {
    type: 'send_file',
    chat: turn.state.chat.id,
    report: report.id,
    outline: report.outline,
    sections: Object.fromEntries(Object.entries(report.sections).map(([id, head]) => [id, head.version])),
    // A copy: a later command of the same message may change the facts.
    facts: keep(turn, structuredClone(report.facts)),
    name: fileName(
      titleOf(report),
      words.stateOf(open.length, undrafted.length, unsettled.length + unproved.length + disputed.length),
    ),
    year: report.year,
  });
  say(turn, words.delivered(countCharacters(document), open, undrafted));
  say(turn, againstTask(scene));
  if (open.length + undrafted.length + unsettled.length + unproved.length + disputed.length + busy.length === 0)
    report.delivered = turn.event.at;
  say(turn, words.disputed(disputed));
  say(turn, words.unproved(unproved));
  sayWhatToLookAt(scene);
  if (busy.length > 0) say(turn, words.exportAgain(busy));
  const waiting = openQuestions(scene)
    .flatMap(({ items }) => items)
    .filter((item) => !item.answer && !['check', 'provenance', 'conflict'].includes(item.ask.type));
  if (waiting.length > 0) say(turn, words.stillOpen(waiting.length));
}

/** Every part that has something to tell is written, and none is being written. */
export function isAllDrafted(scene: Scene): boolean {
  return (
    Object.keys(scene.report.sections).length > 0 && undraftedIn(scene).length === 0 && writing(scene).length === 0
  );
}

/** Contradictions still open, those waved through, and hints: named beside the file, never in it. */
function sayWhatToLookAt(scene: Scene): undefined {
  const { turn } = scene;
  say(turn, words.unsettled(openChecks(scene).map(showCheck)));
  say(turn, words.explained(explainedChecks(scene).map(({ failed, settled }) => [showCheck(failed), settled.note])));
  say(turn, words.flash(unfinished(scene, 'flash')));
  say(turn, words.estimates(unfinished(scene, 'estimate')));
  say(turn, words.hints(hints(scene).map(showCheck)));
}

/** Whole parts by their name, single sections of a part that was begun by theirs. */
function undraftedIn({ report, outline }: Scene): string[] {
  return partsOf(outline).flatMap((part) => {
    const told = part.sections.filter(
      (one) => report.sections[one.id] || !hasNothingToTell(one, { outline, facts: report.facts }),
    );
    const open = told.filter((one) => !report.sections[one.id]);
    return open.length > 0 && open.length === told.length ? [part.name] : open.map((one) => nameOf(outline, one.id));
  });
}

/** No character that a file system refuses: an outline's name is data. */
function fileName(title: string, state: string): string {
  const safe = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').trim();
  return state === '' ? `${safe}.docx` : `${safe}（${state}）.docx`;
}
