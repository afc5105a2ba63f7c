// Proves a section's text before it may stand in a report: figures only by tokens, each fact told once and by its own token.
import type { Facts } from './fact.ts';
import type { Finding } from './finding.ts';
import { literalNumerals } from './literal-numerals.ts';
import { type Outline, type Section, type Slot, sectionsOf } from './outline.ts';
import { isWithheld } from './print-wish.ts';
import { besideTokens } from './proof-beside.ts';
import { swappedGrowth, swappedRivals } from './proof-swaps.ts';
import { proveTelling } from './proof-telling.ts';
import { itemsOf } from './telling.ts';
import { type Piece, parseTokens, type Token } from './token.ts';

export interface ProofContext {
  outline: Outline;
  /** Section id. */
  section: string;
  facts: Facts;
  year: number;
}

/** All that is wrong with a section's text (tokens unrendered); empty when it may stand. */
export function proveSection(text: string, context: ProofContext): Finding[] {
  const section = sectionsOf(context.outline).find((one) => one.id === context.section);
  if (!section) return [];
  return [
    ...proveTokens(text, section, context),
    ...provePlacement(text, section, context),
    ...proveWords(text, section, context),
  ];
}

/** What is wrong with the wording alone, whatever the facts: also what a phrasebook's sentences must keep to. */
export function proveWording(text: string, outline: Outline, section: Section, year?: number): Finding[] {
  const pieces = parseTokens(text);
  const numerals = literalNumerals(text, {
    formulations: section.formulations,
    ...(year === undefined ? {} : { year }),
  });
  return [
    ...numerals.map(
      (quote): Finding => ({
        code: 'stray_numeral',
        message: `“${quote}”是直接写出的数字或数量说法。数字只能用占位写出，没有占位的数不要写。`,
        quote,
      }),
    ),
    ...besideTokens(pieces, outline),
    ...swappedGrowth(pieces, outline),
    ...swappedRivals(pieces, outline),
  ];
}

/** The slots whose tokens a section's text may hold. */
export function slotsAllowedIn(outline: Outline, section: string): Slot[] {
  return outline.slots.filter((slot) => (slot.appears ?? [slot.section]).includes(section));
}

function proveTokens(text: string, section: Section, { outline, facts }: ProofContext): Finding[] {
  const allowed = new Set(['year', ...slotsAllowedIn(outline, section.id).map((slot) => slot.id)]);
  const known = new Set(outline.slots.map((slot) => slot.id));
  return parseTokens(text).flatMap((piece: Piece): Finding[] => {
    if (piece.type === 'malformed') {
      return [
        {
          code: 'broken_token',
          message: `“${piece.text}”不是完整的占位，占位要写成 {{名称}}，半角双花括号；改写的话里不能再套占位。`,
          quote: piece.text,
        },
      ];
    }
    if (piece.type === 'text') return [];
    if (allowed.has(piece.slot)) return proveTelling(piece, { outline, section, facts });
    const quote = `{{${piece.slot}}}`;
    return known.has(piece.slot)
      ? [{ code: 'foreign_token', message: `${quote} 不属于这一节，请删去这句话。`, quote }]
      : [{ code: 'unknown_token', message: `没有 ${quote} 这个占位，只能用给出的占位。`, quote }];
  });
}

/** Each given fact of this section stands in its text, and none of them twice. Names may recur. */
function provePlacement(text: string, section: Section, { outline, facts }: ProofContext): Finding[] {
  const used = parseTokens(text).flatMap((piece) => (piece.type === 'token' ? [piece] : []));
  return slotsAllowedIn(outline, section.id).flatMap((slot): Finding[] => {
    const mine = used.filter((token) => token.slot === slot.id);
    const whole = mine.filter((token) => token.item === undefined).length;
    const quote = `{{${slot.id}}}`;
    if (whole > 1 && slot.type !== 'name') {
      return [{ code: 'repeated_token', message: `${quote}（${slot.label}）写了${whole}遍，只能写一遍。`, quote }];
    }
    const given = facts[slot.id];
    const owed =
      given !== undefined && given.value.type !== 'omitted' && !isWithheld(given) && slot.section === section.id;
    if (mine.length > whole) return proveItems(slot, mine, itemsOf(given?.value).length, owed);
    return whole === 0 && owed
      ? [{ code: 'fact_not_told', message: `${quote}（${slot.label}）没有写进去，请补上。`, quote }]
      : [];
  });
}

/** Told item by item: each once, and none of it as a whole as well. */
function proveItems(slot: Slot, tokens: Token[], count: number, owed: boolean): Finding[] {
  const whole = tokens.some((token) => token.item === undefined);
  return Array.from({ length: count }, (_, at) => at + 1).flatMap((item): Finding[] => {
    const times = tokens.filter((token) => token.item === item).length + (whole ? 1 : 0);
    const quote = `{{${slot.id}.${item}}}`;
    if (times > 1) {
      return [
        { code: 'repeated_token', message: `${quote}（${slot.label}的一条）写了${times}遍，只能写一遍。`, quote },
      ];
    }
    return times === 0 && owed
      ? [{ code: 'fact_not_told', message: `${quote}（${slot.label}的一条）没有写进去，请补上。`, quote }]
      : [];
  });
}

function proveWords(text: string, section: Section, { outline, year }: ProofContext): Finding[] {
  const findings = proveWording(text, outline, section, year);
  for (const words of section.formulations.filter((words) => !text.includes(words))) {
    findings.push({
      code: 'formulation_missing',
      message: `必须写到的固定提法“${words.replace(/[“”]/g, '')}”没有出现，请一字不差地写上。`,
      quote: words,
    });
  }
  const head = /^\s*(?:[一二三四五六七八九十]+是|（[一二三四五六七八九十]+）)/u.exec(text)?.[0];
  if (head !== undefined || (section.heading !== '' && text.trimStart().startsWith(section.heading))) {
    findings.push({
      code: 'heading_repeated',
      message: '开头不要再写序号和小标题，系统会自动加上。',
      quote: head ?? section.heading,
    });
  }
  const outside = parseTokens(text)
    .map((piece) => (piece.type === 'text' ? piece.text : ''))
    .join('|');
  const mask = /⟦[^⟧]*⟧?|⟧/u.exec(outside)?.[0];
  if (mask !== undefined)
    findings.push({ code: 'mask_left', message: `“${mask}”是遮盖后的记号，不能写进正文，请改用占位。`, quote: mask });
  return findings;
}
