// Longest match of a fixed word list at a position, in time bounded by the longest word. Holds words only, no meaning.

interface Node {
  next: Map<string, Node>;
  value?: string;
}

/** `match` gives the longest listed word that begins at `i`, with its value, or undefined. */
export interface Trie {
  match(text: string, i: number): { word: string; value: string } | undefined;
}

export function createTrie(entries: Iterable<readonly [word: string, value: string]>): Trie {
  const root: Node = { next: new Map() };
  for (const [word, value] of entries) {
    let node = root;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charAt(i);
      const next = node.next.get(unit) ?? { next: new Map() };
      node.next.set(unit, next);
      node = next;
    }
    node.value = value;
  }
  return {
    match(text, i) {
      let node: Node | undefined = root;
      let best: { end: number; value: string } | undefined;
      for (let j = i; j < text.length; j++) {
        node = node.next.get(text.charAt(j));
        if (!node) break;
        if (node.value !== undefined) best = { end: j + 1, value: node.value };
      }
      return best && { word: text.slice(i, best.end), value: best.value };
    },
  };
}

/** A list written as one string, words parted by white space. */
export function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
