import { describe, expect, it } from 'vitest';
import { parseTokens, tokensIn, wholeTokens, writeTokens } from '../../src/report/token.ts';

describe('tokens', () => {
  it('are read out of a text in order', () => {
    expect(tokensIn('共{{pumps}}、{{valves}}，又{{pumps}}。')).toEqual(['pumps', 'valves', 'pumps']);
  });

  it.each([
    '{pumps}',
    '{{pumps',
    'pumps}}',
    '{{ pumps }}',
    '{{Pumps}}',
    '{{水泵}}',
    '｛｛pumps｝｝',
    '{｛pumps}}',
    '{{{pumps}}}',
    '{{}}',
    '{{1st}}',
  ])('%s is malformed, and none of its braces counts as text', (text) => {
    const pieces = parseTokens(`前${text}后`);
    expect(pieces.some((piece) => piece.type === 'malformed')).toBe(true);
    expect(pieces.filter((piece) => piece.type === 'text').every((piece) => !/[{}｛｝]/.test(piece.text))).toBe(true);
    expect(writeTokens(pieces)).toBe(`前${text}后`);
  });

  it('beside a malformed one are still read', () => {
    expect(tokensIn('{a}{{b}}，{{c')).toEqual(['b']);
  });
});

describe('wholeTokens', () => {
  it.each([
    ['举办{{lectures}}，观众{{visi', '举办{{lectures}}，观众'],
    ['举办{', '举办'],
    ['举办{{', '举办'],
    ['举办{{lectures}', '举办'],
    ['举办｛｛lectures｝', '举办'],
    ['举办{{ lec', '举办'],
    ['举办{{lectures}}', '举办{{lectures}}'],
    ['举办讲座', '举办讲座'],
    ['他写了␛', '他写了'],
    ['', ''],
  ])('%s → %s', (growing, shown) => {
    expect(wholeTokens(growing)).toBe(shown);
  });

  it('shows at every cut of a text nothing malformed', () => {
    const text = '举办{{lectures}}，观众{{visits}}。完';
    for (let cut = 0; cut <= text.length; cut++) {
      expect(parseTokens(wholeTokens(text.slice(0, cut))).filter(({ type }) => type === 'malformed')).toEqual([]);
    }
  });
});
