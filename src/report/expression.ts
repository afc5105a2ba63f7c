// The small language of an outline's checks and derived figures: numbers, slots, + - * /, brackets, and for checks one
// comparison. Parses only; computes nothing.

export type Expression =
  | { type: 'number'; amount: string }
  | { type: 'slot'; slot: string }
  | { type: 'negative'; of: Expression }
  | { type: 'operation'; operator: '+' | '-' | '*' | '/'; left: Expression; right: Expression };

/**
 * Besides the arithmetic ones, two about how figures were said, each between two slots: `a differs_from b` (not the very
 * same figure, approximator included) and `a as_exact_as b` (an exact `b` needs an exact `a`).
 */
export type Comparator = '==' | '!=' | '<=' | '>=' | '<' | '>' | 'differs_from' | 'as_exact_as';

export interface Rule {
  comparator: Comparator;
  left: Expression;
  right: Expression;
}

/** A rule, or what is wrong with it and what to write instead (for the outline's author). */
export type ParsedRule = { type: 'rule'; rule: Rule } | { type: 'wrong'; message: string };

export type ParsedExpression = { type: 'expression'; expression: Expression } | { type: 'wrong'; message: string };

const example = 'write something like `party_days == branches * 12` or `local_revenue <= total_revenue`';
const wordPattern = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9_]*)|(==|!=|<=|>=|[<>+\-*/()]))/y;

class Wrong extends Error {}

export function parseRule(text: string): ParsedRule {
  return attempt(() => {
    const words = wordsOf(text);
    const left = sum(words);
    const comparator = words.shift();
    if (comparator === undefined) throw new Wrong(`it compares nothing; ${example}`);
    if (!isComparator(comparator))
      throw new Wrong(`\`${comparator}\` stands where a comparison is expected; ${example}`);
    const right = sum(words);
    if (words.length > 0) throw new Wrong(`\`${words.join(' ')}\` is left over; one comparison per check, ${example}`);
    if (comparator.includes('_') && (left.type !== 'slot' || right.type !== 'slot'))
      throw new Wrong(
        `\`${comparator}\` compares two slots and nothing else; write \`new_cuts ${comparator} relief_total\``,
      );
    return { type: 'rule' as const, rule: { comparator, left, right } };
  });
}

/** The expression of a derived slot. */
export function parseExpression(text: string): ParsedExpression {
  return attempt(() => {
    const words = wordsOf(text);
    const expression = sum(words);
    const [next] = words;
    if (next !== undefined)
      throw new Wrong(
        `\`${words.join(' ')}\` is left over; write something like \`local_revenue / total_revenue * 100\``,
      );
    return { type: 'expression' as const, expression };
  });
}

function attempt<T>(parse: () => T): T | { type: 'wrong'; message: string } {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Wrong) return { type: 'wrong', message: error.message };
    throw error;
  }
}

/** The slots an expression or rule names, each once. */
export function slotsIn(of: Rule | Expression): string[] {
  const collect = (one: Expression): string[] => {
    switch (one.type) {
      case 'number':
        return [];
      case 'slot':
        return [one.slot];
      case 'negative':
        return collect(one.of);
      case 'operation':
        return [...collect(one.left), ...collect(one.right)];
    }
  };
  return [...new Set('comparator' in of ? [...collect(of.left), ...collect(of.right)] : collect(of))];
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    wordPattern.lastIndex = at;
    const match = wordPattern.exec(text);
    if (!match) throw new Wrong(`\`${text.slice(at).trim()}\` cannot be read; ${example}`);
    words.push(match[0].trim());
    at = wordPattern.lastIndex;
  }
  return words;
}

function sum(words: string[]): Expression {
  let left = product(words);
  for (let next = words[0]; next === '+' || next === '-'; next = words[0]) {
    words.shift();
    left = { type: 'operation', operator: next, left, right: product(words) };
  }
  return left;
}

function product(words: string[]): Expression {
  let left = primary(words);
  for (let next = words[0]; next === '*' || next === '/'; next = words[0]) {
    words.shift();
    left = { type: 'operation', operator: next, left, right: primary(words) };
  }
  return left;
}

function primary(words: string[]): Expression {
  const word = words.shift();
  if (word === undefined) throw new Wrong(`it breaks off; ${example}`);
  if (word === '-') return { type: 'negative', of: primary(words) };
  if (word === '(') {
    const inside = sum(words);
    if (words.shift() !== ')') throw new Wrong('a bracket is not closed; add `)`');
    return inside;
  }
  if (/^\d/.test(word)) return { type: 'number', amount: word };
  if (/^[a-z]/.test(word)) return { type: 'slot', slot: word };
  throw new Wrong(`\`${word}\` stands where a number or a slot is expected; ${example}`);
}

function isComparator(word: string): word is Comparator {
  return ['==', '!=', '<=', '>=', '<', '>', 'differs_from', 'as_exact_as'].includes(word);
}
