// What becomes of a file once it is clear what it is for: demands, a reference, figures, corrections, an audit. Each can be taken back.
import type { Fact, Source } from '../report/fact.ts';
import type { UndoStep } from '../report/report.ts';
import { isRefused } from './access.ts';
import { advance } from './ask-next.ts';
import { auditFile } from './audit-file.ts';
import { referenceCard } from './cards/reference-card.ts';
import type { FileReading } from './command.ts';
import { runCommand } from './commands.ts';
import { refreshDerived } from './derived.ts';
import { showDifference } from './difference.ts';
import { compareTable } from './difference-rows.ts';
import { setDoubtedAside } from './doubt.ts';
import type { FileHead, FileUse } from './file-state.ts';
import { fileWords } from './file-wording.ts';
import { lateItems, raise } from './raise-question.ts';
import { dropQuestions, factsFrom } from './recall.ts';
import { recordFacts } from './record.ts';
import { takeReturnedFile } from './returned.ts';
import { askKind } from './start.ts';
import { activeScene, remember, type Scene, say, showCard, sideValue, type Turn } from './turn.ts';

export function useFile(turn: Turn, head: FileHead, as: FileUse): undefined {
  const { file } = turn;
  const scene = activeScene(turn);
  if (as === 'notice') {
    head.use = as;
    if (!file || file.commands.length === 0) return say(turn, fileWords.nothingIn(head.name));
    for (const command of file.commands) runCommand(turn, command);
    return;
  }
  if (as === 'audit') return auditFile(turn, head);
  if (as === 'returned') return takeReturnedFile(turn, head);
  if (as === 'mistake') return forget(turn, head);
  if (!scene || !file) {
    say(turn, fileWords.noReport(head.name));
    return askKind(turn);
  }
  if (as === 'reference') return refer(scene, head, file);
  head.use = as;
  return as === 'corrects' ? correct(scene, head, file) : record(scene, head, file);
}

/** Looked at while asking. What was recorded from it before is taken out again. */
function refer(scene: Scene, head: FileHead, { year, old }: FileReading): undefined {
  const { turn, report } = scene;
  if (isRefused(scene)) return;
  const back = takeOut(scene, head);
  head.use = 'reference';
  const changes: UndoStep['changes'] = [...back, { type: 'reference', before: report.reference ?? null }];
  const values = Object.fromEntries(old.values.map(({ slot, value }) => [slot, value]));
  const fresh = {
    file: head.key,
    name: head.name,
    ...(year === undefined ? {} : { year }),
    ...(old.headings.length > 0 ? { headings: old.headings } : {}),
    values,
  };
  // Of two references the one that answers more questions is shown beside them.
  const better = Object.keys(values).length >= Object.keys(report.reference?.values ?? {}).length;
  if (better || back.length > 0) report.reference = better ? fresh : (report.reference ?? fresh);
  remember(scene, { what: fileWords.referenceStep(head.name), changes });
  for (const card of referenceCard(scene, fresh, old)) showCard(turn, card);
  if (back.length > 0) say(turn, fileWords.referenceTakenBack(back.length));
}

/** 发错了: what came of it goes again. */
function forget(turn: Turn, head: FileHead): undefined {
  head.use = 'mistake';
  const scene = activeScene(turn);
  if (!scene) return say(turn, fileWords.mistaken(head.name, 0));
  const changes = takeOut(scene, head);
  const { report } = scene;
  if (report.reference?.file === head.key) {
    changes.push({ type: 'reference', before: report.reference });
    delete report.reference;
  }
  turn.state.differences = (turn.state.differences ?? []).filter((one) => one.source.event !== head.message);
  remember(scene, { what: fileWords.mistakenStep(head.name), changes });
  say(turn, fileWords.mistaken(head.name, changes.length));
}

/** 照它的提纲: its chapters for ours, shown before they are taken. False when there is no such reference. */
export function followOutline(scene: Scene): boolean {
  const chapters = scene.report.reference?.headings;
  if (!chapters) return false;
  runCommand(scene.turn, { type: 'restructure', change: { type: 'skeleton', chapters, inside: [] } });
  return true;
}

function takeOut(scene: Scene, { message }: FileHead): UndoStep['changes'] {
  const { report, turn } = scene;
  const changes = factsFrom(report, message).map((fact): UndoStep['changes'][number] => {
    const earlier = fact.previous === undefined ? undefined : (sideValue(turn, fact.previous) as Fact | undefined);
    if (earlier) report.facts[fact.slot] = earlier;
    else delete report.facts[fact.slot];
    return { type: 'fact', slot: fact.slot, before: fact };
  });
  if (changes.length > 0) refreshDerived(scene);
  dropQuestions(scene, message);
  return changes;
}

/** As a pasted table; where it disagrees with what is recorded in several places, one card of differences. */
function record(scene: Scene, head: FileHead, file: FileReading): undefined {
  const { facts, asks } = file;
  if (facts.length + asks.length === 0) return say(scene.turn, fileWords.nothingIn(head.name));
  const compared = compareTable(scene, file);
  if (compared.rows.filter(({ before }) => before !== undefined).length >= 2) return correct(scene, head, file);
  const source = sourceOf(head);
  const { sure, asks: doubted } = setDoubtedAside(scene, facts);
  const conflicts = sure.length > 0 ? recordFacts(scene, sure, source) : [];
  const late = lateItems(scene);
  const open = [...asks, ...doubted];
  if (open.length + conflicts.length + late.length > 0) raise(scene, open, conflicts, source, late);
  else advance(scene);
}

/** One card of what differs; what the table leaves in doubt is asked beside it. */
function correct(scene: Scene, head: FileHead, file: FileReading): undefined {
  const compared = compareTable(scene, file);
  const source = sourceOf(head);
  if (compared.left.length > 0) raise(scene, compared.left, [], source);
  showDifference(scene, compared, source, head.name);
}

/** What is recorded from a file names its message and who sent it. */
const sourceOf = ({ by, at, message, name }: FileHead): Source => ({
  by,
  at,
  event: message,
  words: name,
  from: { name },
});
