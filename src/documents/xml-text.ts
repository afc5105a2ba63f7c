// Makes any text safe for an XML 1.0 file. Changes nothing that a person could see.

/** What XML cannot hold is dropped (Word refuses a file with one such character); every kind of line end becomes `\n`. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(/(?![\n\t])[\p{Cc}\ufffe\uffff]/gu, '');
}

/** Markup characters as references: for XML that we write ourselves. */
export function escapeXml(text: string): string {
  return cleanText(text).replace(/[<>&"']/gu, (one) => `&#${one.charCodeAt(0)};`);
}

/** The words behind XML's escapes. */
export const fromXml = (text: string): string =>
  text
    .replace(/&#(x?)([0-9a-f]+);/giu, (_, hex: string, code: string) => codePoint(Number.parseInt(code, hex ? 16 : 10)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const codePoint = (code: number): string => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '');
