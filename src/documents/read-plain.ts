// Plain text in the encodings Chinese offices use: UTF-8, UTF-16 with its mark, else GB18030. One paragraph per line.
import type { FileContents } from '../report/file-text.ts';

export function readPlain(bytes: Uint8Array): FileContents {
  const paragraphs = decodeText(bytes)
    .split(/\r\n|\r|\n/u)
    .map((line) => {
      // Markdown names its headings; a rule of signs is none.
      const level = /^(#{1,6})\s+(.*)$/u.exec(line.trim());
      return level ? { text: level[2] ?? '', heading: level[1]?.length ?? 1 } : { text: line };
    });
  return { format: 'text', paragraphs, tables: [], places: [] };
}

export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
