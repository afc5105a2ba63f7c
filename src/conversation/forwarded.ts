// A forwarded chat record: each line's facts keep who said them and when; what the record itself withdraws is not taken; what is unclear is asked on one card.
import type { Source } from '../report/fact.ts';
import { giverOf } from '../report/giver.ts';
import { officeOf } from '../report/supply.ts';
import type { ReadFact, Reading } from './command.ts';
import { setDoubtedAside } from './doubt.ts';
import type { MessageReceived } from './event.ts';
import { itemFor } from './question-item.ts';
import { lateItems, raise } from './raise-question.ts';
import { addMaterials, recordFacts } from './record.ts';
import { askKind } from './start.ts';
import type { Item } from './state.ts';
import { supplyWords } from './supply-wording.ts';
import { activeScene, type Scene, say, type Turn } from './turn.ts';
import { cut, oneLine } from './value.ts';

type Line = NonNullable<MessageReceived['forwarded']>[number];

/** More than this of one record is no talk about figures any more. */
export const LINES_READ = 60;
/** More questions than this are not answered in one sitting. */
const ASKED = 8;

const refusing =
  /^(?:对|嗯|好|是|行)?[，,、\s]*(?:那|这|那个|这个|这条|这项|上面(?:这|那)?(?:个|条)?)?(?:个|数)?(?:先|就)?(?:不写|别写|不用写|不要写|不报|别报|不用报|不提|别提|不算|作废|算了|删了?|不要了)(?:吧|了|啊|呗)?[。.!！~～]*$/u;
const agreeing = /^(?:对|嗯+|好的?|行|是的?|可以|ok|同意|收到)[的吧啊呀，,。.!！\s]*$/iu;

export function takeForwarded(turn: Turn, event: MessageReceived, { forwarded: read = [] }: Reading): undefined {
  const lines = event.forwarded ?? [];
  const scene = activeScene(turn);
  if (lines.length === 0) return say(turn, supplyWords.emptyRecord);
  if (!scene) {
    say(turn, supplyWords.recordEarly);
    return askKind(turn);
  }
  const gone = withdrawn(lines, read);
  const items: Item[] = [];
  let facts = 0;
  for (const [at, line] of lines.entries()) {
    const reading = read[at];
    if (!reading || gone.has(at)) continue;
    const source = sourceOf(scene, event, line);
    const { sure, asks } = setDoubtedAside(scene, reading.facts.map(fromAnother));
    const conflicts = sure.length > 0 ? recordFacts(scene, sure, source) : [];
    facts += sure.length;
    items.push(...asked(scene, source, [...reading.asks, ...asks], conflicts));
  }
  const dropped = [...gone].flatMap((at) => (isGiven(read[at]) ? [cut(oneLine(lines[at]?.text ?? ''), 30)] : []));
  if (dropped.length > 0) say(turn, supplyWords.recordDropped(dropped));
  const late = lateItems(scene);
  const own: Source = { by: event.sender, at: event.at, event: event.id, words: cut(lines[0]?.text ?? '', 120) };
  const some = items.slice(0, ASKED);
  addMaterials(
    scene,
    items.slice(ASKED).map((item) => item.ask.words),
    own,
  );
  if (some.length + late.length > 0) raise(scene, [], some, own, late);
  else if (facts === 0 && dropped.length === 0) say(turn, supplyWords.recordNothing(lines.length));
}

/** 这个不写吧 takes back the last line before it that gave something; 对不写 after it only agrees. */
function withdrawn(lines: Line[], read: Reading[]): Set<number> {
  const gone = new Set<number>();
  let agreed = false;
  for (const [at, { text }] of lines.entries()) {
    const said = text.trim();
    const refuses = refusing.test(said);
    if (refuses && !agreed) {
      const before = lines.findLastIndex((_, index) => index < at && !gone.has(index) && isGiven(read[index]));
      if (before >= 0) gone.add(before);
    }
    if (refuses || agreeing.test(said)) gone.add(at);
    agreed = refuses || (agreed && agreeing.test(said));
  }
  return gone;
}

const isGiven = (reading: Reading | undefined): boolean =>
  reading !== undefined && reading.facts.length + reading.asks.length > 0;

/** The forwarder does not correct what stands: another's 改成 in a talk is looked at by whoever decides. */
const fromAnother = (fact: ReadFact): ReadFact => ({ ...fact, correction: false });

function sourceOf({ report }: Scene, { sender, at, id }: MessageReceived, line: Line): Source {
  const office = officeOf(report.supply, sender);
  const source = { by: sender, at, event: id, words: cut(line.text, 120), from: { name: line.by, at: line.at } };
  return office === undefined ? source : { ...source, office };
}

/** Each question says whose words it is about, and its answer keeps them as the source. */
function asked(scene: Scene, source: Source, asks: Reading['asks'], conflicts: Item[]): Item[] {
  const made = asks.flatMap((ask): Item[] => {
    const item = itemFor(scene, ask);
    if (item === 'material') addMaterials(scene, [ask.words], source);
    return typeof item === 'string' ? [] : [item];
  });
  return [...conflicts, ...made].map((item) => ({
    ...item,
    text: `${item.text}${supplyWords.said(giverOf(source))}`,
    source,
  }));
}
