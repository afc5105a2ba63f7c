// Edits our own Word files as Word and WPS would: paragraphs changed, moved, taken out, put in; changes tracked. For tests only.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export interface Para {
  text: string;
  /** Its own XML; a new paragraph has none. */
  xml?: string;
  /** Kept in the file as an insertion or deletion that nobody accepted yet. */
  tracked?: 'inserted' | 'deleted';
  /** Without its style: a heading is one no more. */
  plain?: true;
}

const toXml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
const fromXml = (text: string): string =>
  text
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, '&');

export function editDocx(bytes: Uint8Array, edit: (paragraphs: Para[]) => Para[] | undefined): Uint8Array {
  const files = unzipSync(bytes);
  const document = files['word/document.xml'];
  if (!document) throw new Error('no document.xml');
  const xml = strFromU8(document);
  const all = [...xml.matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gsu)].map(
    ([one]): Para => ({ xml: one, text: textOf(one) }),
  );
  const first = all[0]?.xml ?? '';
  const last = all.at(-1)?.xml ?? '';
  const start = xml.indexOf(first);
  const end = xml.lastIndexOf(last) + last.length;
  const edited = edit(all.map((one) => ({ ...one }))) ?? all;
  const made = edited.map(xmlOf).join('');
  files['word/document.xml'] = strToU8(xml.slice(0, start) + made + xml.slice(end));
  return zipSync(files);
}

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => fromXml(text)).join('');

function xmlOf({ xml = '<w:p></w:p>', text, tracked, plain }: Para): string {
  if (!tracked && !plain && textOf(xml) === text) return xml;
  const style = plain ? '' : (/<w:pPr>.*?<\/w:pPr>/su.exec(xml)?.[0] ?? '');
  const about = 'w:id="901" w:author="王主任" w:date="2026-01-15T08:00:00Z"';
  const run = `<w:r><w:t xml:space="preserve">${toXml(text)}</w:t></w:r>`;
  const body =
    tracked === 'inserted'
      ? `<w:ins ${about}>${run}</w:ins>`
      : tracked === 'deleted'
        ? `<w:del ${about}><w:r><w:delText xml:space="preserve">${toXml(text)}</w:delText></w:r></w:del>`
        : run;
  return `<w:p>${style}${body}</w:p>`;
}
