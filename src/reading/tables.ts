// From pasted tables to facts: this year's column only, growth to its base, a missing unit asked about. Pure.
import type { Ask, ReadFact } from '../conversation/command.ts';
import { findFigures } from '../figures/index.ts';
import type { Quantity } from '../figures/quantity.ts';
import type { Outline, Slot } from '../report/outline.ts';
import type { FactContext } from './fact-context.ts';
import { growthOf } from './growth.ts';
import { findMentions, hearMentions } from './mentions.ts';
import { reasonOf, shiftIn } from './shifts.ts';
import { findGrids, type Grid, isNumber } from './table-grid.ts';
import { unexplained, wordsOf } from './unexplained.ts';
import { fitUnit, rescale } from './units.ts';

interface TablesRead {
  facts: ReadFact[];
  asks: Ask[];
  consumed: { start: number; end: number }[];
}

type Role = 'value' | 'growth' | 'last_year' | 'ignored';

const unitPattern =
  /(万亿|亿|千万|百万|万|千)?(元|人次|场次|台次|家次|次|人|名|户|个|项|期|件|家|条|篇|亩|公里|平方米|吨|册|处|座|台|天|所|本|%|％)/;

export function readTables(text: string, context: FactContext): TablesRead {
  const read: TablesRead = { facts: [], asks: [], consumed: [] };
  for (const grid of findGrids(text)) {
    const before = read.facts.length + read.asks.length;
    if (liesOnItsSide(grid, context.outline)) readColumns(grid, read, context);
    else readRows(grid, read, context);
    if (read.facts.length + read.asks.length > before) read.consumed.push({ start: grid.start, end: grid.end });
  }
  return read;
}

function roleOf(head: string, year: number): Role {
  if (/序号|编号|备注|说明|计划|目标|任务数|预算数|占比|排名|增减额|差额|增加额|增减$|增减[（(][^）)%％]*元/.test(head))
    return 'ignored';
  // 比上年增长% is this year's rate, 上年 增幅 last year's
  const own = head.replace(/(?:比|较|与|同)(?:去年|上年)?(?:同期)?/g, '');
  const named = /20\d{2}/.exec(own)?.[0];
  const old = /去年|上年|同期|前年|往年/.test(own) || (named !== undefined && Number(named) !== year);
  if (/增幅|增长|增速|增减|同比|±|％|%/.test(head) && !/完成率|下达率/.test(head)) return old ? 'ignored' : 'growth';
  return old ? 'last_year' : 'value';
}

/** 增减 over 9.7% is a rate, over 401700 an amount. */
const roleIn = (head: string, cell: string, year: number): Role =>
  roleOf(/增减(?:情况)?$/.test(head) && /[%％]$/.test(cell.trim()) ? `${head}%` : head, year);

function readRows(grid: Grid, read: TablesRead, context: FactContext): void {
  const tableUnit =
    unitOf(/单位[:：]?\s*([^\s)）]+)/.exec(grid.about)?.[1] ?? '') ||
    unitOf(/[（(]([^）)]*(?:元|%))[）)]/.exec(grid.about.split('\n')[0] ?? '')?.[1] ?? '');
  for (const row of grid.rows) {
    const label = row.cells
      .filter((cell, column) => !isNumber(cell) && cell !== '' && !/备注|说明|单位/.test(grid.heads[column] ?? ''))
      .slice(0, 2)
      .join(' ');
    const words = row.cells.join(' ').slice(0, 120);
    // 办结率 98.6% is a rate by itself, and no growth of anything
    const rate = slotsOf(label, context.outline)[0]?.unit === '%';
    const columns = row.cells.flatMap((cell, column) =>
      isNumber(cell) ? [{ cell, column, role: roleIn(headOf(grid, column, cell, rate), cell, context.year) }] : [],
    );
    const values = columns.filter((one) => one.role === 'value');
    const chosen =
      values.length > 1
        ? values.filter((one) => /今年|本年|完成|实际|累计|全年|合计|决算|20\d{2}/.test(grid.heads[one.column] ?? ''))
        : values;
    const value = chosen.length === 1 ? chosen[0] : values[0];
    if (label === '' || !value) continue;
    const head = grid.heads[value.column] ?? '';
    const unit =
      unitOf(value.cell) ||
      unitOf(row.cells[grid.heads.findIndex((one) => /单位/.test(one))] ?? '') ||
      unitOf(/[（(]([^）)]+)[）)]/.exec(label)?.[1] ?? '') ||
      unitOf(/[（(]([^）)]+)[）)]/.exec(head)?.[1] ?? '') ||
      (/元|[%％]|人次/.test(head) ? unitOf(head) : '') ||
      tableUnit;
    const slots = slotsOf(label, context.outline);
    const columnsUnsure = chosen.length === 1 ? '' : '表里有几列数，这一列是今年的吗？';
    const unsure = columnsUnsure || strangeness(grid, `${label}，${head}`, slots[0], context);
    const base = record(read, value.cell, unit, slots, words, unsure);
    for (const growth of columns.filter((one) => one.role === 'growth')) {
      const slot = base && growthOf(context.outline, base);
      if (slot)
        recordGrowth(
          read,
          growth.cell,
          /[%％]/.test(growth.cell + (grid.heads[growth.column] ?? '')),
          slot,
          words,
          unsure,
        );
    }
  }
}

const headOf = (grid: Grid, column: number, cell: string, rate: boolean) =>
  grid.heads[column] ?? (/[%％]$/.test(cell) && !rate ? '%' : '');

/** What the row, the column or the title says beside the slot's own words: 市本级支出, 1—11月, 二支部统计表. */
function strangeness(grid: Grid, label: string, slot: Slot | undefined, context: FactContext): string {
  if (!slot) return '';
  const title = grid.about.split('\n')[0] ?? '';
  const shift = shiftIn(label, slot) ?? shiftIn(title, slot);
  if (shift) return reasonOf(shift);
  const strange = unexplained(label, `${wordsOf(slot)}\n${own}`, context.year);
  return strange.length > 0 ? `表里写的是“${strange.join('”“')}”，说的是“${slot.label}”吗？` : '';
}

/** What heads of tables say of any column. */
const own =
  '数值 数量 项目 内容 指标 名称 科目 单位 本期 本年累计 累计数 完成数 完成额 实绩 实际数 实际完成 完成情况 执行数 决算数 收支 情况';

const total = /合计|总计|共计|全局|全市/;

/** A table lying on its side: heads are the labels, the row of totals (or the only row of this year) holds the numbers. */
function readColumns(grid: Grid, read: TablesRead, context: FactContext): void {
  const rows = grid.rows.filter((row) => row.cells.some(isNumber));
  const named = rows.find((row) => row.cells.some((cell) => total.test(cell)));
  const ofYear = rows.filter((row) =>
    row.cells.some((cell) => cell.includes(String(context.year)) || /今年|本年/.test(cell)),
  );
  const row = named ?? (ofYear.length === 1 ? ofYear[0] : rows.length === 1 ? rows[0] : undefined);
  const tableUnit = unitOf(/单位[:：]?\s*([^\s)）]+)/.exec(grid.about)?.[1] ?? '');
  grid.heads.forEach((head, column) => {
    const slots = slotsOf(head, context.outline);
    const cell = row?.cells[column] ?? '';
    const [slot] = slots;
    if (row && isNumber(cell) && head !== '' && !/序号|编号|备注/.test(head)) {
      const unit = unitOf(cell) || unitOf(/[（(]([^）)]+)[）)]/.exec(head)?.[1] ?? '') || tableUnit;
      record(read, cell, unit, slots, `${head} ${cell}`, strangeness(grid, head, slot, context));
    } else if (!row && column > 0 && slot && slots.length === 1) {
      const reason = '表里是各处的数，没有合计，请给合计数';
      read.asks.push({
        type: 'confirm_value',
        slot: slot.id,
        value: { type: 'omitted', reason: 'skipped' },
        words: head,
        reason,
      });
    }
  });
}

/** Whether two heads or more name slots, or the rows are years: then the rows are not what the numbers are about. */
function liesOnItsSide(grid: Grid, outline: Outline): boolean {
  const named = grid.heads.filter((head) => slotsOf(head, outline).length > 0).length;
  const years = grid.rows.every((row) => /^(?:20\d{2}年?|今年|去年|上年)$/.test(row.cells[0] ?? ''));
  const summed = grid.rows.some((row) => total.test(row.cells[0] ?? ''));
  return named >= 2 || (named === 1 && (years || summed));
}

function unitOf(text: string): string {
  const hit = unitPattern.exec(text);
  return hit ? hit[0] : '';
}

function slotsOf(label: string, outline: Outline): Slot[] {
  const figures = outline.slots.filter((slot) => slot.type === 'figure' && slot.growth_of === undefined);
  const exact = findMentions(label, figures);
  const heard = exact.length > 0 ? exact : hearMentions(label, figures).filter((one) => one.sure);
  const allowed = heard.filter(
    ({ slot, start, end }) =>
      !slot.not?.some((word) => label.includes(word) && !label.slice(start, end).includes(word)),
  );
  const size = Math.max(0, ...allowed.map((one) => one.end - one.start));
  return [...new Set(allowed.filter((one) => one.end - one.start === size).map((one) => one.slot))];
}

/** Whether a cell holds more than a bare number. */
const isWritten = (cell: string) => /[\p{Script=Han}]/u.test(cell);

/** Reads the number as anyone would who saw it written with its unit. */
function quantityOf(written: string): Quantity | undefined {
  return findFigures(written).find((figure) => figure.text.length >= written.length - 2)?.quantity;
}

/** The slot it was recorded or asked for; undefined when none fits. */
function record(
  read: TablesRead,
  cell: string,
  unit: string,
  slots: Slot[],
  words: string,
  unsure: string,
): Slot | undefined {
  const plain = plainOf(cell);
  const [slot] = slots;
  const money = slot?.unit === '元';
  const guess =
    unit !== '' ? unit : money ? (Number(plain) >= 10000 ? '万元' : `${slot?.scale ?? ''}元`) : (slot?.unit ?? '');
  const quantity = written(cell, guess);
  if (!slot) {
    read.asks.push({ type: 'unplaced', quantity, words });
    return undefined;
  }
  if (slots.length > 1) {
    read.asks.push({ type: 'which_slot', quantity, words, slots: slots.map((one) => one.id) });
    return undefined;
  }
  const fit = fitUnit(quantity, slot);
  if (!fit) {
    read.asks.push({ type: 'unplaced', quantity, words });
    return undefined;
  }
  const value = { type: 'figure', quantity: rescale(fit.quantity, slot) } as const;
  const noUnit = unit === '' && (money || (slot.scale ?? '') !== '') ? `表里没有单位，按${guess}读，对吗？` : '';
  const doubt = noUnit || unsure || fit.doubt;
  const scales = noUnit !== '' && money ? scalesOf(cell, guess, slot, unsure) : [];
  const more = scales.length > 0 ? { scales } : {};
  if (doubt !== '') read.asks.push({ type: 'confirm_value', slot: slot.id, value, words, reason: doubt, ...more });
  else read.facts.push({ slot: slot.id, value, words, correction: false });
  return slot;
}

const plainOf = (cell: string) => cell.replace(/[^\d.．０-９-]/g, '');

/** 12亿余元, 约20次 stand in cells as they do in sentences. */
function written(cell: string, unit: string): Quantity {
  const read = isWritten(cell)
    ? findFigures(unitOf(cell) === '' ? cell + unit : cell)[0]?.quantity
    : quantityOf(plainOf(cell) + unit);
  return read ?? { amount: plainOf(cell), scale: '', unit: '', approximation: '' };
}

/** What the cell is in each scale, the guessed one first: whoever names the unit is not asked for the number again. */
function scalesOf(cell: string, guess: string, slot: Slot, unsure: string) {
  const guessed = guess.replace(/元$/, '');
  return [...new Set([guessed, '', '千', '万', '百万', '千万', '亿', '万亿'])].flatMap((scale) => {
    const fit = fitUnit(written(cell, `${scale}元`), slot);
    if (!fit) return [];
    const value = { type: 'figure', quantity: rescale(fit.quantity, slot) } as const;
    return [{ scale, value, doubt: unsure || fit.doubt }];
  });
}

function recordGrowth(
  read: TablesRead,
  cell: string,
  percent: boolean,
  slot: Slot,
  words: string,
  unsure: string,
): void {
  const down = /^[-−—]/.test(cell);
  const number = cell.replace(/[^\d.]/g, '');
  const quantity =
    quantityOf(`${down ? '下降' : '增长'}${number}%`) ??
    findFigures(`${down ? '下降' : '增长'}${number}%`)[0]?.quantity;
  if (!quantity) return;
  const value = { type: 'figure', quantity } as const;
  const doubt = percent ? unsure : `表里没有单位，是${number}%吗？`;
  if (doubt !== '') read.asks.push({ type: 'confirm_value', slot: slot.id, value, words, reason: doubt });
  else read.facts.push({ slot: slot.id, value, words, correction: false });
}
