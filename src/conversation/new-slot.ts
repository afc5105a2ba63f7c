// A figure that fits no slot may get one of its own under a point of this report. Guesses where and what it is called; decides nothing unasked.
import { findFigures, type Quantity, sameQuantity } from '../figures/index.ts';
import type { Provenance, Source } from '../report/fact.ts';
import { type Outline, type Section, type Slot, sectionsOf } from '../report/outline.ts';
import type { UndoStep } from '../report/report.ts';
import type { Ask } from './command.ts';
import { nameOf } from './plan.ts';
import { putFact } from './put-fact.ts';
import { putOutline } from './put-outline.ts';
import { rewriteWords } from './rewrite-wording.ts';
import type { Choice, Deed } from './state.ts';
import { remember, type Scene } from './turn.ts';
import { oneLine, showValue } from './value.ts';
import { words } from './wording.ts';

const PLACES = 2;
const LABEL = 14;

/** 准数是236场, 那今年14家, 改成…: words around a figure that name nothing. */
const isNoName =
  /^(?:改|换|应该|应|写|报|调整?|更正|数|准确?数|实数|总数|实际|准的|那|这|那个|这个|它|今年|去年|全年|大概|可能)*(?:成|为|是|到|的)?$/u;

/** 队调研啊大概是十七八次吧其中, 五个支部, 二季度, 撤销: scraps of speech, and nothing a report could print as a name. */
const isScrap =
  /[\s：:“”"…、]|[啊吧呢吗呀哦哈嘛嗯]|[一二两三四五六七八九十百千几\d]+(?:个|次|项|期|件|名|人|家|场|年|月|天|回|季度?)|[上下]半年|季度|大概|差不多|其中|分别|不是|里写|刚才|撤销|恢复|导出|起草|重写|了(?!解|结)|(?<!于|总|国)是(?!非)|就(?!业|医|诊|学|读|餐|近|地|职|任)|^(?:[嗯我你他她它把给很也又还的着啊]|对(?!口|外|标|接)|好(?!人|评)|被(?!装)|让(?!利)|都(?!市)|再(?!就|生)|到(?!期|账|访)|过(?!夜)|队(?!伍|员|列)|展(?!览|销|会|品|厅|示|馆|演|出|播))|[的着过把被和与及里]$/u;

type Unplaced = Extract<Ask, { type: 'unplaced' }>;

/** 统筹资金9个亿出头: of money nobody says the unit. */
export function asMoney(ask: Unplaced): Unplaced {
  const { quantity } = ask;
  const money = /资金|投入|投资|收入|支出|经费|拨付|补助|贷款|债券?|税/u.test(ask.words);
  if (quantity.unit !== '' || !quantity.scale.includes('亿') || !money) return ask;
  const approximation = quantity.approximation === '出头' ? '余' : quantity.approximation;
  return { ...ask, quantity: { ...quantity, unit: '元', approximation } };
}

/** The likeliest points for it, best first; none for a number that comes without a name or a unit. */
export function newSlotChoices(scene: Scene, ask: Unplaced): Choice[] {
  const { outline } = scene;
  const name = labelFrom(ask.words, ask.quantity);
  if (ask.quantity.unit === '' || name === '' || isNoName.test(name) || isScrap.test(name)) return [];
  const label = freeLabel(name, outline);
  return likelySections(scene, ask.words)
    .slice(0, PLACES)
    .map(({ id }): Choice => {
      const deed: Deed = {
        ...{ type: 'add_slot', section: id, label, words: ask.words },
        value: { type: 'figure', quantity: ask.quantity },
        ...(ask.told ? { told: ask.told } : {}),
      };
      return { text: words.newSlot(label, shortName(outline, id)), deed };
    });
}

/** A changed outline for this report alone; taking it back takes back both. */
export function addSlot(scene: Scene, deed: Extract<Deed, { type: 'add_slot' }>, source: Source): string {
  const { outline, report } = scene;
  const section = sectionsOf(outline).find((one) => one.id === deed.section);
  if (!section || deed.value.type !== 'figure') return words.questionGone;
  const { label, changes } = newFigure(scene, { ...deed, section, quantity: deed.value.quantity }, source);
  const value = showValue(deed.value);
  const where = shortName(outline, section.id);
  remember(scene, { what: words.newSlotStep(label, value), changes });
  return words.newSlotDone(label, value, where, report.sections[section.id] !== undefined);
}

interface NewFigure {
  section: Section;
  label: string;
  quantity: Quantity;
  words: string;
  told?: Provenance;
}

/** The slot and its fact; what to do about them is the caller's. */
export function newFigure(
  scene: Scene,
  { section, label: wanted, quantity, words: around, told }: NewFigure,
  source: Source,
): { id: string; label: string; changes: UndoStep['changes'] } {
  const { outline } = scene;
  const label = freeLabel(wanted, outline);
  const slot: Slot = {
    ...{ id: freeId(outline), type: 'figure', label, question: words.newSlotQuestion(label), unit: quantity.unit },
    ...(quantity.scale === '' ? {} : { scale: quantity.scale }),
    ...{ keywords: [label], section: section.id, required: false, added: true },
  };
  const change = putOutline(scene, withSlot(outline, slot));
  const fact = putFact(scene, slot.id, { type: 'figure', quantity }, { ...source, words: around }, told);
  return { id: slot.id, label, changes: [change, fact] };
}

/** Words somebody told of this section; gives back what they are called, undefined where the section is gone. */
export function addTextSlot(
  scene: Scene,
  { section: id, label: wanted, text, told }: { section: string; label: string; text: string; told?: Provenance },
  source: Source,
): string | undefined {
  const { outline } = scene;
  const section = sectionsOf(outline).find((one) => one.id === id);
  if (!section) return undefined;
  const label = freeLabel(wanted, outline);
  const slot: Slot = {
    ...{ id: freeId(outline), type: 'text', label, question: words.newSlotQuestion(label), keywords: [label] },
    ...{ section: section.id, required: false, added: true },
  };
  const change = putOutline(scene, withSlot(outline, slot));
  const fact = putFact(scene, slot.id, { type: 'text', text }, source, told);
  remember(scene, { what: rewriteWords.lackStep(label), changes: [change, fact], batch: source.event });
  return label;
}

function withSlot(outline: Outline, slot: Slot): Outline {
  const told = (section: Section): Section =>
    section.id === slot.section ? { ...section, slots: [...section.slots, slot.id] } : section;
  return {
    ...outline,
    slots: [...outline.slots, slot],
    opening: told(outline.opening),
    chapters: outline.chapters.map((chapter) => ({
      ...chapter,
      ...(chapter.lead ? { lead: told(chapter.lead) } : {}),
      points: chapter.points.map(told),
    })),
    closing: told(outline.closing),
  };
}

function freeId({ slots }: Outline): string {
  const taken = new Set(slots.map((slot) => slot.id));
  let number = 1;
  while (taken.has(`extra_${number}`)) number += 1;
  return `extra_${number}`;
}

/** Labels are what people call a slot by: no two alike. */
function freeLabel(wanted: string, { slots }: Outline): string {
  const taken = new Set(slots.map((slot) => slot.label));
  let label = wanted;
  for (let number = 2; taken.has(label); number += 1) label = `${wanted}（${number}）`;
  return label;
}

const lead =
  /^(?:另外|还有|此外|以及|同时|其中|对了|补充|今年|全年|本年度?|我们局?|我局|本局|全局|局里|先后|分别|一共|总共|累计|合计|共|还|也|又|并|和|与|及|了|开展|组织(?!生活)|举办|召开|进行|完成|新增|[：:，,、\s])+/u;
const tail =
  /(?:一共|总共|累计|共计|合计|总计|共有|共|大约|大概|约|近|达到?|为|是|有|了|完成|开展|组织|举办|召开|进行|搞|办|做|发放|投入|[：:，,、“”（(\s])+$/u;

/** 还开展了志愿服务18场 → 志愿服务; '' where the words name nothing. */
export function labelFrom(around: string, quantity: Quantity): string {
  const text = oneLine(around);
  const figure = findFigures(text).find((one) => sameQuantity(one.quantity, quantity));
  if (!figure) return '';
  const before =
    text
      .slice(0, figure.start)
      .split(/[，、。；,;！？!?]/u)
      .at(-1) ?? '';
  const after = text.slice(figure.end).split(/[，、。；,;！？!?]/u)[0] ?? '';
  const name = tidied(before) || tidied(after.replace(/^的/u, ''));
  return [...name].slice(-LABEL).join('');
}

function tidied(text: string): string {
  // Whoever did it and what was done with it are no part of its name: 支部还开展了志愿服务.
  const bare = text.replace(/^.*(?:开展|组织|举办|召开|进行|完成|搞|做|办)了(?=.{2})/u, '');
  const name = bare.replace(lead, '').replace(tail, '').trim();
  return [...name].length < 2 || /\p{Nd}/u.test(name) ? '' : name;
}

/** By the words it shares with a point's own, then by where the message's other facts stand, else where the last one does. */
function likelySections({ outline, report, turn }: Scene, around: string): Section[] {
  const newest = Object.values(report.facts).sort((a, b) => b.source.at - a.source.at)[0]?.slot;
  const told = new Set(
    outline.slots.filter(({ id }) => report.facts[id]?.source.event === turn.event.id).map((slot) => slot.section),
  );
  const homes = sectionsOf(outline)
    .filter((one) => one.kind === 'point' || one.kind === 'lead')
    .map((section) => ({ section, slots: outline.slots.filter((slot) => slot.section === section.id) }));
  const names = homes.map(({ section, slots }) => [
    section.heading,
    ...slots.flatMap((slot) => [slot.label, ...slot.keywords]),
  ]);
  const scored = homes
    .map(({ section, slots }, at) => {
      const last = slots.some((slot) => slot.id === newest) ? 1 : 0;
      const near = ownShare(pairsOf(around), names[at] ?? [], names.flat());
      return { section, score: near * 10 + (told.has(section.id) ? 2 : 0) + last };
    })
    .sort((a, b) => b.score - a.score);
  const likely = scored.filter(({ score }) => score > 0);
  return (likely.length > 0 ? likely : scored.slice(0, 1)).map(({ section }) => section);
}

/** How much of what speaks of these pairs anywhere stands here: 支部 is said all over, but most where branches are told. */
function ownShare(pairs: string[], here: string[], anywhere: string[]): number {
  const saying = (names: string[], pair: string): number => names.filter((name) => name.includes(pair)).length;
  return pairs.reduce((sum, pair) => sum + saying(here, pair) / Math.max(1, saying(anywhere, pair)), 0);
}

/** How many different pairs of neighbouring characters of `text` stand in `names` as well. */
export function sharedPairs(text: string, names: string): number {
  return pairsOf(text).filter((pair) => names.includes(pair)).length;
}

/** Different pairs of neighbouring characters. */
export function pairsOf(text: string): string[] {
  const chars = [...text.replace(/[^\p{Script=Han}]/gu, ' ')];
  const pairs = chars.flatMap((char, at) => (chars[at + 1] === undefined ? [] : [char + chars[at + 1]]));
  return [...new Set(pairs.filter((pair) => !pair.includes(' ')))];
}

/** 第二章第2点, without its heading: a button is short. */
const shortName = (outline: Outline, id: string): string => nameOf(outline, id).replace(/“.*$/u, '');
