// Whatever a form field is called, the name sent is one the platform takes and the name that comes back is ours.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeName, encodeFormNames, encodeName } from '../../src/feishu/component-name.ts';

it.each(['party_class', 'a', 'X1'])('%s stays as it is', (name) => {
  expect(encodeName(name)).toBe(name);
});

it('round trip of any name', () => {
  const names = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('党课.次数', 'a__d1', 'a__sabc', 'x__61', 'x__', '', '7', 'a-b', '__proto__'),
  );
  fc.assert(
    fc.property(names, fc.nat(30), (name, nth) => {
      const sent = encodeName(name, nth);
      expect(sent).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
      expect(decodeName(sent)).toBe(name);
      expect(decodeName(encodeFormNames(name, 'a1b2c3', nth).submit)).toBe(name);
    }),
    { seed: 20261123, numRuns: 1000 },
  );
});
