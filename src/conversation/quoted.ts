// What a reply to a message is about: the facts that message gave, or the question it asked. Finds and interprets; records nothing.
import type { Fact } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import { may } from './access.ts';
import { askFor } from './ask-next.ts';
import { lastAsked } from './ask-there.ts';
import type { Command, ReadFact, Reading } from './command.ts';
import type { Event, MessageReceived } from './event.ts';
import { aboutTold } from './latest.ts';
import { factOf } from './put-fact.ts';
import type { Asked, Question, State } from './state.ts';
import { activeScene, type Scene, type Turn } from './turn.ts';

const KEPT = 80;

interface Quoted {
  question?: Question;
  /** Of the message that asked for one slot. */
  asked?: string;
  /** Slots whose facts the message gave, or that the answer to it was about. */
  slots: string[];
}

/** What stands first in a topic is meant only where it asks something: in a topic people go on to other things. */
function quotedIn(state: State, { replyTo, root }: Pick<MessageReceived, 'replyTo' | 'root'>): Quoted {
  if (replyTo !== undefined) return quotedAs(state, replyTo);
  if (root === undefined) return { slots: [] };
  const { question, asked } = quotedAs(state, root);
  return { ...(question ? { question } : {}), ...(asked === undefined ? {} : { asked }), slots: [] };
}

function quotedAs(state: State, message: string): Quoted {
  const key = state.sent.find((one) => one.message === message)?.key;
  const noted = (what: string) =>
    (state.about ?? []).findLast((one) => one.what === what && one.report === state.active);
  if (key === undefined) return { slots: noted(message)?.slots ?? [] };
  const question = state.questions?.find((one) => one.card === key && one.report === state.active);
  const open = question?.items.some((item) => !item.answer) ? question : undefined;
  if (open) return { question: open, slots: [] };
  const asking = noted(key);
  if (asking?.asked) return { asked: asking.slots[0] ?? '', slots: asking.slots };
  // An answer of ours is named after the event it answers.
  return { slots: noted(key.slice(0, key.lastIndexOf(':')))?.slots ?? [] };
}

/** What the words of this event are to be read as an answer to. */
export function askedBy(state: State, event: Event): Asked | null {
  if (event.type !== 'message_received' || state.active === null) return state.asked;
  // Somebody in a group does not answer what the owner was asked.
  if (event.relayed && event.replyTo === undefined) return lastAsked(state, event);
  const { question, asked, slots } = quotedIn(state, event);
  if (question) return askedOf(question);
  const [only, another] = slots;
  const slot = asked ?? (another === undefined ? only : undefined);
  return slot ? { type: 'slot', slot, report: state.active, once: true } : lastAsked(state, event);
}

function askedOf({ items, report, source, id }: Question): Asked {
  const asks = items.filter((item) => !item.answer).map((item) => item.ask);
  return { type: 'asks', report, asks, sourceEvent: source.event, of: id };
}

const source =
  /^(?:[?？]+|(?:这(?:个|条|项)?数?|它)?(?:是)?(?:哪来的|哪儿来的|从哪来的?|谁报的|谁说的|谁给的|什么时候报的|出处|来源|依据)(?:是?什么|呢|在哪)?[?？]*)$/u;
const omit =
  /^(?:这(?:个|项|条|些|几个)?|那(?:个|项|条)?|它|都|对)?(?:数)?(?:就|先)?(?:不|别|不用|不要|不必)(?:写|报|提|填)(?:了|吧|进去|啊|哈)*[。.!！]*$/u;
const withdraw =
  /^(?:这(?:个|条|项)?|那(?:个|条|项)?|它)?(?:数)?(?:撤回|撤了|撤掉|作废|删了?|删掉|删除|去掉|不算|不要了?|报错了?作废|取消)(?:吧|了|啊|哈)*[。.!！]*$/u;

const wrong = /^(?:这|那)?(?:个|条|项)?(?:数)?(?:不对|错了|有误|报错了?|写错了?|记错了?|不准)(?:了|吧|啊)?[。.!！]*$/u;

/** The reading in the light of what is replied to; as it was when that tells nothing. */
export function aboutQuoted(scene: Scene, event: MessageReceived, reading: Reading): Reading {
  const { turn, report, outline } = scene;
  const { question, asked, slots } = quotedIn(turn.state, event);
  if (question || (asked !== undefined && !factOf(scene, asked))) {
    turn.state.asked = askedBy(turn.state, event);
    return reading;
  }
  const there = slots.filter((id) => slotOf(outline, id) && Object.hasOwn(report.facts, id));
  if (there.length === 0) return reading;
  const text = event.text.trim();
  const all = (make: (slot: string) => Command): Reading => ({
    ...reading,
    commands: there.map(make),
    facts: [],
    asks: [],
    rest: '',
  });
  if (source.test(text)) return all((slot) => ({ type: 'show_source', slot }));
  if (omit.test(text)) return all((slot) => ({ type: 'not_applicable', slot }));
  if (withdraw.test(text)) return all((slot) => ({ type: 'withdraw_fact', slot }));
  const [only, another] = there;
  if (only !== undefined && another === undefined && wrong.test(text) && askAgain(scene, only))
    return { ...reading, commands: [], asks: [], rest: '' };
  const facts = reading.facts.map((fact) => (there.includes(fact.slot) ? replacing(fact) : fact));
  if (facts.length > 0) return { ...reading, facts };
  const told = there.flatMap((slot): Fact | never[] => factOf(scene, slot) ?? []);
  return aboutTold(scene, text, reading, told, true);
}

/** 错了, without what is right: asked for, and what is said then takes its place. False when it is another's. */
function askAgain(scene: Scene, slot: string): boolean {
  const { report } = scene;
  const fact = factOf(scene, slot);
  if (!fact || !may(scene, 'change', fact.source.by.id)) return false;
  report.replacing = [...new Set([...(report.replacing ?? []), slot])];
  askFor(scene, slot);
  return true;
}

/** What is said of a fact in reply to it is instead of it: 改成…, 应该是… are not part of the words. */
function replacing(fact: ReadFact): ReadFact {
  const { value } = fact;
  const said =
    value.type === 'text'
      ? value.text.replace(/^(?:不对|不是|错了)?[，,]?(?:改成|改为|应该是|应为|是)[：:]?/u, '')
      : '';
  return {
    ...fact,
    correction: true,
    ...(value.type === 'text' && said !== '' ? { value: { ...value, text: said } } : {}),
  };
}

/** Run at the end of a turn: which facts this event gave, which slot was asked for by which message. */
export function noteAbout(turn: Turn): undefined {
  const scene = activeScene(turn);
  const { event, state } = turn;
  if (!scene) return;
  const { report, outline } = scene;
  const id = 'replayOf' in event && event.replayOf !== undefined ? event.replayOf : event.id;
  const given = Object.values(report.facts).filter((fact) => fact.source.event === id);
  const asked = state.asked?.type === 'slot' ? slotOf(outline, state.asked.slot) : undefined;
  const asking = asked && turn.effects.findLast((one) => one.type === 'send_text' && one.text.includes(asked.question));
  const fresh = [
    ...(given.length === 0 ? [] : [{ what: id, report: report.id, slots: given.map((fact) => fact.slot) }]),
    ...(asked && asking ? [{ what: asking.key, report: report.id, slots: [asked.id], asked: true as const }] : []),
  ];
  if (fresh.length === 0) return;
  const others = (state.about ?? []).filter((one) => fresh.every(({ what }) => what !== one.what));
  state.about = [...others, ...fresh].slice(-KEPT);
}
