// What a card of ours may be at most, so that the platform takes it: a rough check on the plain data.
import type { Block, Card } from '../../src/conversation/card.ts';

/** Rendered to the platform's JSON a card grows; it refuses more than 30 KB and 200 elements. */
const MOST_BYTES = 22_000;
const MOST_BLOCKS = 70;

export function cardProblems(card: Card): string[] {
  const problems: string[] = [];
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > MOST_BYTES) problems.push(`${bytes} bytes`);
  const all = card.blocks.flatMap(flatten);
  if (all.length > MOST_BLOCKS) problems.push(`${all.length} blocks`);
  if (card.title.trim() === '') problems.push('no title');
  for (const block of all) {
    if (block.type === 'text' && block.text.trim() === '') problems.push('empty text');
    if (block.type === 'buttons' && block.buttons.length === 0) problems.push('no buttons');
    if (block.type === 'fold' && block.blocks.length === 0) problems.push('empty fold');
    const buttons = block.type === 'buttons' ? block.buttons : block.type === 'form' ? [block.submit] : [];
    for (const { text } of buttons) if (text.trim() === '' || [...text].length > 100) problems.push(`button ${text}`);
    if (block.type === 'fold' && block.blocks.some((one) => one.type === 'form')) problems.push('form in a fold');
  }
  const names = all.flatMap((block) =>
    block.type === 'form' ? [block.name, ...block.fields.map((one) => one.name)] : [],
  );
  if (new Set(names).size !== names.length) problems.push('names not unique');
  return problems;
}

function flatten(block: Block): Block[] {
  return block.type === 'fold' ? [block, ...block.blocks.flatMap(flatten)] : [block];
}
