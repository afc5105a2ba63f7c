// Questions people put in the group that gathers figures: by when, what their own office is still asked. Answered there in a line; shows nobody else's figures and keeps nothing.
import { officeOf, supplierNamed } from '../report/supply.ts';
import { answerSpeaker } from './ask-there.ts';
import type { Reading } from './command.ts';
import type { MessageReceived } from './event.ts';
import { gatherWords } from './gather-wording.ts';
import { dueOf, lackingOf, slotsAsked } from './supply-view.ts';
import { emit, isOwner, reportOf, type Scene, sceneOf, type Turn } from './turn.ts';
import { showPerson } from './value.ts';

const LABELS_SAID = 6;

const question = /[?？]\s*$|啥|什么|哪|怎么|咋|多少|谁|几[点号天项时]|[吗么呢]\s*$|(?:报|交|填|要).*[不没]\s*$/u;
const notAsked = /没有?(?:啥|什么)|不知道|谁知道|什么都/u;
const aboutForm = /报|交|填|表|截止|差|缺|要|给/u;
const when = /(?:啥|什么|几)(?:时候|时间|点|号|天)|哪(?:一)?[天日]|截止|最晚|多会儿/u;
const what = /(?:啥|什么|哪|几项|多少项).*(?:报|交|填|差|缺|给)|(?:差|缺|剩|要|还有).*(?:啥|什么|哪|几项|多少项)/u;

/** 这个表啥时候交呀: a question without a figure, about what is gathered here. */
export function asksThere(text: string): boolean {
  const said = text.replace(/[啊呀哈嘛呗哦]+\s*(?=[?？。！!]*\s*$)/u, '').trim();
  return question.test(said) && aboutForm.test(said) && !notAsked.test(said) && !/\p{Nd}/u.test(said);
}

/** @赵敏 你们的培训是8期吗: said between people, whatever figure it holds. */
function asksSomebody({ text, mentions = [], sender }: MessageReceived): boolean {
  return (
    mentions.some(({ id }) => id !== sender.id) &&
    /[?？]\s*$|[吗么呢]\s*$|是不是|对不对|还是.*(?:来着|呀|啊)\s*$/u.test(text.trim())
  );
}

/** True when it was such a question: answered where it was put, and the owner hears nothing of it. */
export function answerThere(turn: Turn, event: MessageReceived, { facts, asks }: Reading): boolean {
  const id = event.relayed?.report ?? turn.state.active;
  const scene = sceneOf(turn, reportOf(turn.state, id));
  const inGroup = event.relayed !== undefined || turn.state.chat.type === 'group';
  if (!scene || !inGroup || event.forwarded || event.attached || event.file) return false;
  if (asksSomebody(event) && facts.length + asks.length > 0) {
    const message = event.replayOf ?? event.id;
    emit(turn, { type: 'react', message, emoji: 'OK' });
    return true;
  }
  if ((event.relayed === undefined && isOwner(scene)) || facts.length + asks.length > 0 || !asksThere(event.text))
    return false;
  if (event.relayed === undefined && !when.test(event.text) && !what.test(event.text)) return false;
  answerSpeaker(turn, answerTo(scene, event));
  return true;
}

function answerTo(scene: Scene, { text, sender }: MessageReceived): string {
  const { report } = scene;
  const owner = showPerson(report.owner);
  const name = officeOf(report.supply, sender);
  const office = name === undefined ? undefined : supplierNamed(report.supply, name);
  if (!when.test(text) && !what.test(text))
    return /报|谁|多少/u.test(text) ? gatherWords.notOthers(owner) : gatherWords.askOwner(owner);
  const due = office ? dueOf(scene, office) : dueOf(scene, { office: '', people: [], slots: [] });
  const by = due === '' ? gatherWords.noDue(owner) : gatherWords.due(due);
  if (!office) return by + gatherWords.whoseAreYou;
  const lacking = lackingOf(scene, office).map((slot) => slot.label);
  if (slotsAsked(scene, office).length > 0 && lacking.length === 0) return gatherWords.allIn(office.office);
  return by + gatherWords.lacking(office.office, lacking.slice(0, LABELS_SAID), lacking.length);
}
