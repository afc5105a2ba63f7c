// The document properties (title, author, times) of a Word file. The packer would write the clock's time instead.
import { escapeXml } from './xml-text.ts';

export function coreProperties(title: string, author: string, createdAt: Date): string {
  const at = `${createdAt.toISOString().slice(0, 19)}Z`;
  const name = escapeXml(author);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title).replaceAll('\n', '')}</dc:title><dc:creator>${name}</dc:creator>` +
    `<cp:lastModifiedBy>${name}</cp:lastModifiedBy><cp:revision>1</cp:revision><dc:language>zh-CN</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
  );
}
