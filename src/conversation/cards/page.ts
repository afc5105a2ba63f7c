// Splits what is too long for one card into several. Loses nothing; cuts between lines where it can.
import type { Block, Card } from '../card.ts';

/** Characters of text per card: 3 bytes each, and room for the frame, stay under the platform's 30 KB. */
const PAGE_CHARACTERS = 5000;
/** Blocks per card: each becomes a few elements, of which a card may hold 200. */
const PAGE_BLOCKS = 30;

/** `last` goes to the end of the last card. */
export function pages(card: Card, last: Block[]): Card[] {
  const sheets: Block[][] = [[]];
  let used = 0;
  for (const block of card.blocks.flatMap(split)) {
    const size = JSON.stringify(block).length;
    const sheet = sheets.at(-1);
    if (sheet && (sheet.length === 0 || (used + size <= PAGE_CHARACTERS && sheet.length < PAGE_BLOCKS))) {
      sheet.push(block);
      used += size;
    } else {
      sheets.push([block]);
      used = size;
    }
  }
  sheets.at(-1)?.push(...last);
  if (sheets.length === 1) return [{ ...card, blocks: sheets[0] ?? [] }];
  return sheets.map((blocks, at) => ({ ...card, title: `${card.title}（${at + 1}/${sheets.length}）`, blocks }));
}

/** A long text as several, by lines, a longer line by characters. */
function split(block: Block): Block[] {
  if (block.type !== 'text' || block.text.length <= PAGE_CHARACTERS / 2) return [block];
  const pieces: string[] = [];
  let piece = '';
  for (const line of block.text.split('\n').flatMap(chop)) {
    if (piece !== '' && piece.length + line.length > PAGE_CHARACTERS / 2) {
      pieces.push(piece);
      piece = line;
    } else piece = piece === '' ? line : `${piece}\n${line}`;
  }
  return [...pieces, piece].map((text) => ({ ...block, text }));
}

function chop(line: string): string[] {
  const size = PAGE_CHARACTERS / 2;
  const chars = [...line];
  const count = Math.max(1, Math.ceil(chars.length / size));
  return Array.from({ length: count }, (_, at) => chars.slice(at * size, (at + 1) * size).join(''));
}
