// What a message gives: facts recorded, leftovers kept, an explanation taken; gives back how to ask what must be asked.
import { answerByFacts, closeAbout } from './answer-question.ts';
import { advance } from './ask-next.ts';
import { sayTaken } from './ask-there.ts';
import type { Reading } from './command.ts';
import { takeCorrected } from './difference.ts';
import { setDoubtedAside } from './doubt.ts';
import type { MessageReceived } from './event.ts';
import { isAboutAnother } from './explanation.ts';
import { isStatement, sourceOf } from './message-words.ts';
import { notePast } from './note-past.ts';
import { fromLastYear } from './past-difference.ts';
import { factOf } from './put-fact.ts';
import { askStillOpen } from './question.ts';
import { lateItems, raise } from './raise-question.ts';
import { addMaterials, recordFacts } from './record.ts';
import { takeExplanation } from './settle.ts';
import { isPromise } from './small-talk.ts';
import { joinByFacts } from './supply.ts';
import { talkWords } from './talk-wording.ts';
import { type Scene, say } from './turn.ts';
import { sameValue } from './value.ts';

/** 投诉那个写上去不好看，别写了: why it is not to be printed is nothing to keep. */
const isReason = (rest: string): boolean => !/\p{Nd}/u.test(rest) && [...rest].length <= 24;

/** Facts and leftovers; gives back how to ask what must be asked. */
export function takeContents(scene: Scene, event: MessageReceived, reading: Reading): (() => undefined) | undefined {
  if (takesExplanation(scene, event, reading)) return;
  if (takeCorrected(scene, event.text, reading, sourceOf(event, reading.from))) return;
  const { rest } = reading;
  const { sure, asks: doubted } = setDoubtedAside(scene, reading.facts);
  const facts = answerByFacts(scene, sure);
  const asks = [...reading.asks.map((one) => fromLastYear(scene, one)), ...doubted];
  const source = sourceOf(event, reading.from);
  joinByFacts(
    scene,
    facts.map((fact) => fact.slot),
  );
  const conflicts = facts.length > 0 ? recordFacts(scene, facts, source) : [];
  if (reading.past) notePast(scene, reading.past);
  closeAbout(
    scene,
    facts.map((fact) => fact.slot),
  );
  const why = reading.commands.some(({ type }) => type === 'print') && isReason(rest);
  if (facts.length + asks.length === 0 && isPromise(rest)) say(scene.turn, talkWords.waiting);
  else if (!why && (facts.length + asks.length > 0 || event.replayOf !== undefined || isStatement(rest)))
    addMaterials(scene, [rest], source);
  return () => {
    const late = lateItems(scene);
    if (asks.length + conflicts.length + late.length > 0) raise(scene, asks, conflicts, source, late);
    else if (facts.length > 0) advance(scene);
  };
}

/** What is said when an explanation was asked for, unless it is a command or tells something new. */
function takesExplanation(scene: Scene, event: MessageReceived, { commands, facts }: Reading): boolean {
  const { asked } = scene.turn.state;
  if (asked?.type !== 'explain' || !isExplaining(scene, event.text)) return false;
  const told = facts.some((fact) => {
    const before = factOf(scene, fact.slot);
    return !before || !sameValue(before.value, fact.value);
  });
  const text = commands.length > 0 || told ? undefined : takeExplanation(scene, event.text);
  if (text !== undefined) {
    sayTaken(scene.turn, text);
    askStillOpen(scene);
  } else if (told) scene.turn.state.asked = null;
  return text !== undefined;
}

/** Whether these words can be the explanation asked for: of another slot's figures they are none. */
export function isExplaining(scene: Scene, text: string): boolean {
  const { asked } = scene.turn.state;
  if (asked?.type !== 'explain') return false;
  const item = (scene.turn.state.questions ?? [])
    .flatMap(({ items }) => items)
    .findLast(({ ask }) => ask.type === 'check' && ask.check === asked.check);
  return item?.ask.type !== 'check' || !isAboutAnother(scene, item.ask.slots, text);
}
