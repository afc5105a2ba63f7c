// One field of a form, read against its own slot alone, by the same reader as any message. Pure. Never takes half of what a field holds.
import type { FieldReading, ReadFact } from '../conversation/command.ts';
import { findFigures } from '../figures/index.ts';
import type { Quantity } from '../figures/quantity.ts';
import type { Outline, Slot } from '../report/outline.ts';
import { isPutOff } from './dodges.ts';
import { readOwn } from './own-reader.ts';
import type { ReadRequest } from './port.ts';
import { withProvenance } from './provenance.ts';
import { textValue } from './text-facts.ts';

type Where = Pick<ReadRequest, 'report' | 'thisYear'> & { report: NonNullable<ReadRequest['report']> };

const none = /^(?:没有|无|没|不涉及|不适用|(?:没有?|无)(?:有)?(?:这|此|该)(?:一)?项)[。.!！]?$/u;
/** A field that was filled in to be finished later. */
const later = /^(?:待定|待补|待报|待核|先空着|空着|暂缺|暂无|稍后(?:再)?(?:填|补|报)|[-—/、.。?？]+)$/u;

/** The fields that are slots of the report and hold something. Blank ones are simply left open. */
export function readFields(form: Record<string, unknown>, where: Where): FieldReading[] {
  return where.report.outline.slots.flatMap((slot) => {
    const said = Object.hasOwn(form, slot.id) ? textOf(form[slot.id]) : '';
    return said === '' ? [] : [{ slot: slot.id, said, ...readField(slot, said, where) }];
  });
}

function readField(slot: Slot, said: string, where: Where): Pick<FieldReading, 'fact' | 'wrong'> {
  const line = said.replace(/\s*\n\s*/gu, '；');
  if (none.test(line)) return fact(slot, { type: 'omitted', reason: 'not_applicable' }, said);
  if (isPutOff(line) || later.test(line)) return fact(slot, { type: 'omitted', reason: 'skipped' }, said);
  return slot.type === 'figure' ? readFigure(slot, line, said, where) : readWords(slot, said);
}

/** Words stand as they were typed: nothing in them is a command or a figure of its own. */
function readWords(slot: Slot, said: string): Pick<FieldReading, 'fact' | 'wrong'> {
  const value = /[\p{Script=Han}\p{Script=Latin}]{2}/u.test(said) ? textValue(said, slot) : null;
  return value ? fact(slot, value, said) : { wrong: '这里要填文字' };
}

function readFigure(slot: Slot, line: string, said: string, where: Where): Pick<FieldReading, 'fact' | 'wrong'> {
  const figures = findFigures(line);
  if (figures.length > 1) return { wrong: `像是${figures.length}个数，请只填一个` };
  const [figure] = figures;
  if (figure && isNegative(figure.quantity, line) && slot.growth_of === undefined && slot.unit !== '%')
    return { wrong: '这里不会是负数' };
  if (figure?.quantity.to !== undefined && figure.quantity.approximation === '')
    return { wrong: '写的是一个范围，请填一个数' };
  if (/[<>＜＞≤≥=～~?？]/u.test(line)) return { wrong: '有看不懂的符号，请只填数' };
  if (/去年|上年|同期/u.test(line) && slot.last_year_of === undefined && slot.growth_of === undefined)
    return { wrong: '写的像是去年的数' };
  const { commands, facts, asks, rest } = readAlone(slot, line, where);
  const [only] = facts;
  if (only && facts.length === 1 && commands.length + asks.length === 0 && rest === '')
    return { fact: { ...only, words: said } };
  const [ask] = asks;
  // 十几次吧: what is meant is plain, and that it is not exact stands with it.
  if (ask?.type === 'confirm_value' && asks.length === 1 && facts.length === 0 && rest === '') {
    const { value, reason, told } = ask;
    const hedged = value.type === 'figure' && value.quantity.approximation !== '' && reason.includes('大概的数');
    if (hedged) return { fact: { slot: slot.id, value, words: said, correction: false, ...told } };
    return { wrong: reason };
  }
  const unit = figure?.quantity.unit ?? '';
  if (unit !== '' && unit !== slot.unit && !(slot.units ?? []).includes(unit))
    return { wrong: `这里按“${slot.unit}”填，写的是“${unit}”` };
  return { wrong: figure ? '除了数还有别的话，请只填数' : '没看出是多少，请填数' };
}

/** As if the report asked for nothing else: what is in the field can be of no other slot. A bare number has the field's unit. */
function readAlone(slot: Slot, line: string, { report, thisYear }: Where) {
  const outline: Outline = { ...report.outline, slots: [slot], checks: [] };
  const bare = /^[\d.,，．０-９]+$/u.test(line) ? `${slot.scale ?? ''}${slot.unit ?? ''}` : '';
  const nothing = { asked: null, kinds: [], reports: [], thisYear };
  const own = readOwn({ ...nothing, text: `${slot.label}：${line}${bare}`, report: { ...report, outline, facts: {} } });
  return withProvenance(own.reading, own.text);
}

function isNegative({ amount }: Quantity, line: string): boolean {
  return amount.startsWith('-') || /^\s*[-－−负]/u.test(line);
}

function fact(slot: Slot, value: ReadFact['value'], said: string): Pick<FieldReading, 'fact'> {
  return { fact: { slot: slot.id, value, words: said, correction: false } };
}

/** Lists come as several strings. */
function textOf(value: unknown): string {
  const text = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join('\n') : value;
  return typeof text === 'string' ? text.trim() : '';
}
