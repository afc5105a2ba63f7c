// How Excel shows its numbers: per sheet and cell, percent and decimal places. Only what changes a figure is looked at.
// The libraries for reading Excel give the number kept (0.039), where people see and mean the one shown (3.9%).
import { fromXml } from './xml-text.ts';

interface SheetFormats {
  sheet: string;
  hidden: boolean;
  /** By 0-based row and column. */
  show(row: number, column: number): (number: string) => string;
}

/** The formats Excel numbers instead of naming; others of them change nothing here. */
const builtIn: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
};

export function excelFormats(parts: Record<string, Uint8Array>): SheetFormats[] {
  const xml = (name: string): string => Buffer.from(parts[name] ?? new Uint8Array()).toString('utf8');
  const styles = xml('xl/styles.xml');
  const codes = new Map(
    tags(styles, 'numFmt').map((tag) => [Number(attribute(tag, 'numFmtId')), fromXml(attribute(tag, 'formatCode'))]),
  );
  const cellStyles = tags(/<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/u.exec(styles)?.[0] ?? '', 'xf').map(
    (tag) => {
      const id = Number(attribute(tag, 'numFmtId'));
      return codes.get(id) ?? builtIn[id] ?? '';
    },
  );
  const targets = new Map(
    tags(xml('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return tags(xml('xl/workbook.xml'), 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, '(?:\\w+:)?id')) ?? '';
    const cells = new Map(
      tags(xml(target.startsWith('/') ? target.slice(1) : `xl/${target}`), 'c').map((cell) => [
        attribute(cell, 'r'),
        cellStyles[Number(attribute(cell, 's') || 0)] ?? '',
      ]),
    );
    return {
      sheet: fromXml(attribute(tag, 'name')),
      hidden: /hidden/iu.test(attribute(tag, 'state')),
      show: (row: number, column: number) => shownBy(cells.get(`${letters(column)}${row + 1}`) ?? ''),
    };
  });
}

/** What the format's first section makes of a number; a format we do not know leaves it, rid of the noise of binary fractions. */
function shownBy(code: string): (number: string) => string {
  const [section = ''] = code.replace(/\[[^\]]*\]|"[^"]*"|\\.|_.|\*./gu, '').split(';');
  const digits = /[#0](?:[#0,]*[#0])?(?:\.([0#?]+))?(,*)/u.exec(section);
  const percent = section.includes('%');
  const plain = digits === null || /[eE/ymdhs]/u.test(section) || (digits[2] ?? '') !== '';
  return (number) => {
    const exact = Number(Number(number).toPrecision(15));
    if (plain && !percent) return decimal(exact);
    const scaled = percent ? Number((exact * 100).toPrecision(15)) : exact;
    const places = digits?.[1]?.length ?? 0;
    const shown = plain ? decimal(scaled) : Number(scaled.toPrecision(15)).toFixed(places);
    return percent ? `${shown}%` : shown;
  };
}

/** Never 8.1263e+6: that is no figure anybody wrote. */
function decimal(value: number): string {
  const text = String(value);
  return /e/iu.test(text) ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)/?>`, 'gu'))].map((match) => match[1] ?? '');

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(tag)?.[1] ?? '';

function letters(column: number): string {
  return column < 0 ? '' : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}
