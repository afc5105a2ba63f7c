// The model as a decoder for what our own reader could not place: masked words out, slot and mask ids back. Its answer is checked, never believed.
import type { Ask, ReadFact, Reading } from '../conversation/command.ts';
import { type Mask, maskText, unmaskText } from '../figures/index.ts';
import type { Log } from '../log.ts';
import type { Model } from '../model/port.ts';
import type { Outline } from '../report/outline.ts';
import { contentOf } from './content.ts';
import { wordsAround } from './facts.ts';
import { placedMasks, type ReadingAnswer, readingAnswer, soundCommands } from './model-answer.ts';
import type { OwnReading } from './own-reader.ts';
import type { ReadRequest } from './port.ts';
import type { Said } from './repair.ts';
import { shiftIn } from './shifts.ts';
import { textValue } from './text-facts.ts';
import { fitUnit } from './units.ts';

/** A person is waiting: after this they are asked instead. */
const timeoutMs = 10_000;
/** Marked text does not leave the house, whatever else it says. */
const secret = /秘密|机密|绝密/;
/** Longer than this is a document pasted, not a message to decode. */
const longest = 3000;

export async function placeByModel(model: Model, own: OwnReading, request: ReadRequest, log?: Log): Promise<Reading> {
  const { report } = request;
  if (!report || !worthAsking(own, request)) return own.reading;
  const { text, masks } = maskText(own.text);
  const { outline } = report;
  try {
    const { value } = await model.ask({
      prompt: 'read-message',
      values: {
        report: outline.name,
        sections: describeSections(outline),
        slots: describeSlots(outline),
        asked: askedLabel(request, outline),
        message: text,
      },
      schema: readingAnswer,
      timeoutMs,
      ...(request.signal ? { signal: request.signal } : {}),
    });
    return { ...merge(own, value, masks, text, outline), by: 'model' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    log?.warn({ code }, 'the model could not help reading; the user is asked instead');
    return { ...own.reading, by: 'model' };
  }
}

/** Only when something substantial is left, and it may be sent. */
function worthAsking(own: OwnReading, { text }: ReadRequest): boolean {
  if (secret.test(text) || text.length > longest) return false;
  // what is left belongs to a report not yet begun
  if (own.reading.commands.some((command) => command.type === 'start_report')) return false;
  const words = own.unplaced.some((said) => contentOf(own.text.replace(said.text, '')).length >= 2);
  return words || contentOf(own.reading.rest).length >= 4;
}

/** Headings and labels may be a person's own. Their masks would be taken for the message's, so they are none. */
const withoutFigures = (text: string) => maskText(text).text.replace(/⟦[^⟦⟧]*⟧/gu, '×');

const describeSections = (outline: Outline) =>
  [
    { id: outline.opening.id, heading: '开头' },
    ...outline.chapters.flatMap((chapter) => [chapter, ...chapter.points]),
    { id: outline.closing.id, heading: '结尾' },
  ]
    .map(({ id, heading }) => `${id}：${withoutFigures(heading)}`)
    .join('\n');

const describeSlots = (outline: Outline) =>
  outline.slots
    .map(
      (slot) =>
        `${slot.id}：${withoutFigures(`${slot.label}。${slot.question}`)}${slot.type === 'figure' ? `（数，单位${slot.unit}）` : '（文字）'}`,
    )
    .join('\n');

function askedLabel({ asked }: ReadRequest, outline: Outline): string {
  const slot = asked?.type === 'slot' ? outline.slots.find((one) => one.id === asked.slot) : undefined;
  return slot?.label ?? '（没有）';
}

function merge(own: OwnReading, answer: ReadingAnswer, masks: Mask[], masked: string, outline: Outline): Reading {
  const { reading } = own;
  const facts: ReadFact[] = [...reading.facts];
  let asks: Ask[] = [...reading.asks];
  const ids = new Set(masks.map((mask) => mask.id));
  for (const [id, slot] of placedMasks(answer, ids, outline.slots)) {
    const mask = masks.find((one) => one.id === id);
    const said = own.unplaced.find((one) => mask && one.end === mask.end);
    const fit = said && fitUnit(said.quantity, slot);
    const told = [...facts, ...asks].some((one) => 'slot' in one && one.slot === slot.id);
    if (!said || !fit || told) continue;
    const words = wordsAround(own.text, said);
    const value = { type: 'figure', quantity: fit.quantity } as const;
    asks = asks.filter((ask) => !isAbout(ask, said, words));
    // 其中, 县区的, 明年的: a limit our own rules know is asked about, whatever the model says
    const limited = shiftIn(words, slot) !== undefined || /其中/.test(words);
    const sure = fit.doubt === '' && said.quantity.unit !== '' && !said.doubted && !limited;
    if (sure) facts.push({ slot: slot.id, value, words, correction: said.correction });
    else
      asks.push({
        type: 'confirm_value',
        slot: slot.id,
        value,
        words,
        reason: fit.doubt || `说的是“${slot.label}”吗？`,
      });
  }
  let { rest } = reading;
  for (const { slot: id, quote } of answer.texts) {
    const slot = outline.slots.find((one) => one.id === id && one.type !== 'figure');
    const words = unmaskText(quote, masks).trim();
    const told = facts.some((fact) => fact.slot === id);
    // a quotation that is not there word for word was made up
    if (!slot || told || words.length < 2 || !masked.includes(quote) || !rest.includes(words)) continue;
    const value = textValue(words, slot);
    if (!value) continue;
    facts.push({ slot: id, value, words: words.slice(0, 120), correction: false });
    rest = rest.replace(words, '').trim();
  }
  const commands = reading.commands.length > 0 || rest === '' ? [] : soundCommands(answer, outline, rest);
  if (commands.length > 0) rest = '';
  return { commands: [...reading.commands, ...commands], facts, asks, rest, by: 'model' };
}

const isAbout = (ask: Ask, said: Said, words: string) =>
  ask.type === 'unplaced' && ask.words === words && JSON.stringify(ask.quantity) === JSON.stringify(said.quantity);
