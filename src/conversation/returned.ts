// A file that is our own report come back: recognised under any name, compared with the version it was made from, offered to the owner or taken in.
import type { FileText } from '../report/file-text.ts';
import { isRefused, may } from './access.ts';
import { choiceCard } from './cards/choice-card.ts';
import type { FileHead } from './file-state.ts';
import { baseOf } from './returned-base.ts';
import { returnedWords } from './returned-wording.ts';
import { countsOf, takeIn } from './take-in.ts';
import { activeScene, type Scene, say, showCard, sideValue, type Turn } from './turn.ts';
import { showPerson, showTime } from './value.ts';

const formats: FileText['format'][] = ['docx', 'text', 'pdf'];

/** Whether the file's words are those of the report being written. An earlier year's report is not, however like it. */
export function isReturned(turn: Turn, file: FileText): boolean {
  const scene = activeScene(turn);
  if (!scene || !formats.includes(file.format) || file.paragraphs.length < 2) return false;
  if (turn.file?.kind === 'old_report') return false;
  return baseOf(scene, file.paragraphs) !== undefined;
}

export function takeReturnedFile(turn: Turn, head: FileHead): undefined {
  const scene = activeScene(turn);
  const file = sideValue(turn, head.key) as FileText | undefined;
  const base = scene && file && baseOf(scene, file.paragraphs);
  if (!scene || !base) return say(turn, returnedWords.notOurs(head.name));
  const than = base.file ? returnedWords.sentAt(showTime(base.file.at)) : returnedWords.present;
  if (base.compared.identical) {
    head.use = 'returned';
    return say(
      turn,
      isNewest(scene, base.file?.at) ? returnedWords.same(head.name, than) : returnedWords.sameOld(head.name, than),
    );
  }
  if (turn.event.type === 'card_submitted' && isRefused(scene)) return;
  if (!may(scene, 'decide')) return offer(scene, head, returnedWords.summary(than, countsOf(base.compared)));
  head.use = 'returned';
  const source = { by: head.by, at: head.at, event: head.message, words: head.name };
  takeIn(scene, { base, name: head.name, source, than });
}

/** The owner alone takes other people's words into the report. */
function offer(scene: Scene, head: FileHead, summary: string): undefined {
  const { turn, report } = scene;
  const value = (as: string) => ({ action: 'file_use', file: head.message, as });
  const text = returnedWords.offer(showPerson(head.by), showPerson(report.owner), summary);
  showCard(
    turn,
    choiceCard(returnedWords.offerTitle(head.name), text, [
      { text: returnedWords.takeIn, value: value('returned'), primary: true },
      { text: returnedWords.asReference, value: value('reference') },
    ]),
  );
}

function isNewest({ report }: Scene, at: number | undefined): boolean {
  if (at === undefined) return true;
  const file = report.files?.findLast((one) => one.at === at);
  return Object.entries(report.sections).every(([id, head]) => file?.sections[id] === head.version);
}
