// Sections and facts in the words a prompt shows: tokens with label, kind and unit; narrative with its figures hidden. Never a value of a figure.
import type { Fact, Facts } from '../report/fact.ts';
import { type Outline, type Section, type Slot, sectionsOf } from '../report/outline.ts';
import { isVerbatim } from '../report/proof-telling.ts';
import { renderPlain } from '../report/render.ts';
import { itemsOf } from '../report/telling.ts';
import { fairLength } from './fair-length.ts';
import { hideFigures } from './figure-guard.ts';
import { type Offered, offeredSlots } from './offer.ts';

/** What is given and at home here has to be written; only the others are marked. */
const terms = { must: '', may: '可用。', pending: '待补。' };

/** Sections with their tokens, the same for every chapter. Headings may be a person's own by now, so their figures are hidden too. */
export function describeSections(sections: Section[], outline: Outline, facts: Facts): string {
  let stated = '';
  return sections
    .map((section) => {
      const chapter = outline.chapters.find((one) => [one.lead, ...one.points].some((part) => part?.id === section.id));
      const offered = offeredSlots(section, outline, facts);
      const place =
        chapter === undefined
          ? `位置：${section.kind === 'opening' ? '全文开头' : '全文结尾'}`
          : chapter.id === stated
            ? ''
            : `本章：${hideFigures(chapter.heading)}`;
      stated = chapter?.id ?? '';
      return [
        `小节 ${section.id}`,
        // Once a chapter: every request carries all of this.
        place,
        section.kind === 'lead' ? '章首的一段' : '',
        section.heading === '' ? '' : `小标题：${hideFigures(section.heading)}`,
        `写什么：${guidance(section.brief)}`,
        `长度：${lengthOf(section, outline, facts)}`,
        // No 、 between them: a writer would copy it, and none stands between adjacent quotation marks.
        section.formulations.length > 0 ? `必含提法：${section.formulations.join('；')}` : '',
        offered.length > 0 || section.kind === 'opening' ? '占位：' : '占位：无',
        section.kind === 'opening' ? '- {{year}} 可用。年度（只印出四位年份，后面接“年”）' : '',
        ...offered.map((one) => describeToken(one, facts)),
      ]
        .filter((line) => line !== '')
        .join('\n');
    })
    .join('\n\n');
}

/**
 * What an outline's author wrote reaches the writer as it is (the catalog lets no digit into it). What a person typed, an
 * added heading, stands in it in quotation marks: from the first to the last of them figures are hidden.
 */
function guidance(brief: string): string {
  return /\p{Nd}/u.test(brief) ? hideFigures(brief) : brief.replace(/“.*”/gsu, hideFigures);
}

function lengthOf(section: Section, outline: Outline, facts: Facts): string {
  const least = fairLength(section, outline, facts);
  return least < section.length ? `${least}至${section.length}字` : `约${section.length}字`;
}

function describeToken({ slot, terms: term }: Offered, facts: Facts): string {
  const value = facts[slot.id]?.value;
  const kind =
    slot.growth_of !== undefined
      ? `增幅，紧跟在 {{${slot.growth_of}}} 后面`
      : slot.type === 'figure'
        ? `数字${slot.unit ? `，${slot.unit}` : ''}`
        : slot.type === 'name'
          ? describeName(value?.type === 'text' ? value.text : slot.fallback)
          : describeNarrative(slot, facts);
  const long = slot.type === 'name' ? 0 : [...itemsOf(value).join('')].length;
  const length = long > 12 ? `，共约${Math.ceil(long / 10) * 10}字` : '';
  const words =
    slot.type !== 'name' && value === undefined && slot.fallback !== undefined ? `，现作“${slot.fallback}”` : '';
  const part = slot.part_of === undefined ? '' : `，是 {{${slot.part_of}}} 的一部分`;
  return `- {{${slot.id}}} ${terms[term]}${hideFigures(slot.label)}（${kind}${part}${length}${words}${describeDeed(facts[slot.id])}）`;
}

/** How it prints, so that nobody puts marks around marks. */
function describeName(name: string | undefined): string {
  if (name === undefined) return '名称';
  const own = /^[“《‘].*[”》’]$/su.test(name.trim()) ? '，自带引号或书名号' : '';
  return `名称，印出：${hideFigures(oneLine(name))}${own}`;
}

/** Of how many items it is, and whether they may be said in other words. */
function describeNarrative(slot: Slot, facts: Facts): string {
  const kind = slot.type === 'list' ? '列举' : '叙述';
  const count = itemsOf(facts[slot.id]?.value).length;
  if (count === 0) return kind;
  if (isVerbatim(facts[slot.id], slot.question)) return `${kind}${count}条，照原话`;
  const last = count === 1 ? '' : ` 至 {{${slot.id}.${count}}}`;
  return `${kind}${count}条，可逐条写 {{${slot.id}.1}}${last}`;
}

const doers = { self: '，本人做的', group: '，党组或班子做的', branch: '，支部做的', predecessor: '，前任做的' };
const describeDeed = (fact: Fact | undefined): string => (fact?.deed === undefined ? '' : doers[fact.deed]);

/** The sections to be written: their tokens, and what the names, texts and lists say, figures hidden. */
export function describeFacts(sections: Section[], outline: Outline, facts: Facts): string {
  const beside = besideLists(sections, outline, facts);
  const own = sections
    .map((section) => {
      const offered = offeredSlots(section, outline, facts);
      const bare = offered.filter(({ slot }) => wordsOf(slot, facts, outline).length === 0);
      return [
        `【小节 ${section.id}】`,
        ...(bare.length > 0 || section.kind === 'opening'
          ? [
              `占位：${[...(section.kind === 'opening' ? ['year'] : []), ...bare.map(({ slot }) => slot.id)].map((id) => `{{${id}}}`).join(' ')}`,
            ]
          : []),
        ...offered.flatMap(({ slot }) => wordsOf(slot, facts, outline)),
        ...(offered.length === 0 && section.kind !== 'opening' ? ['没有占位。'] : []),
      ].join('\n');
    })
    .join('\n\n');
  return beside.length === 0 ? own : `${own}\n\n别处已经写到，只供对照呼应，这里不重写：\n${beside.join('\n')}`;
}

function wordsOf(slot: Slot, facts: Facts, outline: Outline): string[] {
  // A name's words stand with its token already.
  const items = slot.type === 'name' ? [] : itemsOf(facts[slot.id]?.value);
  if (items.length === 0) return [];
  // Guarded with the rest: an outline may call a slot 1+4方案.
  const label = hideFigures(slot.label);
  if (isVerbatim(facts[slot.id], slot.question)) {
    const printed = renderPlain(`{{${slot.id}}}`, { outline, year: 0, facts });
    return [`{{${slot.id}}} ${label}（照原话，写在句中印作：${hideFigures(oneLine(printed))}）`];
  }
  return [
    `{{${slot.id}}} ${label}：`,
    ...items.map((item, at) => `- {{${slot.id}.${at + 1}}} ${hideFigures(oneLine(item))}`),
  ];
}

/** What a chapter that is one list answers to: plans to problems. Shown without tokens, for they are at home elsewhere. */
function besideLists(sections: Section[], outline: Outline, facts: Facts): string[] {
  const leads = outline.chapters.flatMap(({ lead, points }) => (lead && points.length === 0 ? [lead] : []));
  const listsOf = ({ slots }: Section): Slot[] =>
    outline.slots.filter(({ id, type }) => type === 'list' && slots.includes(id));
  const mine = new Set(sections.map(({ id }) => id));
  if (!leads.some((lead) => mine.has(lead.id) && listsOf(lead).length > 0)) return [];
  const others = leads.filter(({ id }) => !mine.has(id)).flatMap(listsOf);
  return others.flatMap(({ id, label }) => {
    const items = itemsOf(facts[id]?.value);
    if (items.length === 0) return [];
    return [`${hideFigures(label)}：${items.map((item) => hideFigures(oneLine(item))).join('；')}`];
  });
}

/** Everything a person wrote that these sections would show to a model. */
export function narrativeOf(facts: Facts, outline: Outline): string[] {
  const known = new Set(sectionsOf(outline).flatMap((section) => section.slots));
  return Object.values(facts).flatMap(({ slot, value }) => {
    if (!known.has(slot)) return [];
    return value.type === 'text' ? [value.text] : value.type === 'list' ? value.items : [];
  });
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ').trim();
