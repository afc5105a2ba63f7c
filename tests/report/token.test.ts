import { describe, expect, it } from 'vitest';
import { parseTokens, tokensIn, writeTokens } from '../../src/report/token.ts';

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
