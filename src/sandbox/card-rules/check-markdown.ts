// What markdown in a card may name: uploaded images and people of this tenant; and how many tables it holds. Must never render it.
import { cardRefused } from '../api-error.ts';
import type { World } from '../world.ts';

const TABLES_IN_ONE = 4;

/** Throws; returns how many tables the text holds. */
export function checkMarkdown(world: World, content: string, path: string): number {
  const text = withoutCodeBlocks(content);
  for (const [, key = ''] of text.matchAll(/!\[[^\]]*\]\(([^)\s]*)\)/g)) {
    if (world.file(key)?.kind !== 'image') {
      throw cardRefused({ code: 200570, path, msg: 'card contains invalid image keys', value: key });
    }
  }
  // A tag in a code span reaches the parser all the same.
  for (const [, ids = ''] of text.matchAll(/<at\s+ids?=["']?([^"'>\s]+)["']?\s*>/g)) {
    const stranger = ids.split(',').find((id) => id !== 'all' && !isKnown(world, id));
    if (stranger !== undefined) {
      throw cardRefused({ code: 100290, path, msg: 'invalid user resource, at user not found', value: stranger });
    }
  }
  const tables = countTables(text);
  if (tables > TABLES_IN_ONE) throw tooManyTables();
  return tables;
}

export const tooManyTables = () => cardRefused({ code: 11310, msg: 'card table number over limit', value: 'table' });

const isKnown = (world: World, id: string): boolean =>
  id === world.data.bot.openId ||
  world.data.people.some((person) => [person.id, person.userId, person.unionId].includes(id));

function withoutCodeBlocks(content: string): string {
  const lines = content.split('\n');
  let fence: string | undefined;
  return lines
    .filter((line) => {
      const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence === undefined) {
        if (mark === undefined) return true;
        fence = mark;
        return false;
      }
      if (mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length) fence = undefined;
      return false;
    })
    .join('\n');
}

/** A header row with the delimiter row under it. */
function countTables(text: string): number {
  const lines = text.split('\n');
  return lines.filter(
    (line, index) =>
      /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/.test(line) && lines[index - 1]?.includes('|') === true,
  ).length;
}
