// Help fits the moment: at most six lines, with this report's own open slots, and whatever it suggests saying is understood.
import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/reading/reader.ts';
import { hospital, outlines } from '../reading/outlines.ts';
import { commands, fact, facts, li } from './fixture.ts';
import { given, type Talk } from './given.ts';

const help = commands({ type: 'help' });
const lines = (talk: Talk): string[] => {
  const [, text] = talk.says('帮助', help).cards[0]?.blocks.map((one) => ('text' in one ? one.text : '')) ?? [];
  const [first] = talk.cards[0]?.blocks.map((one) => ('text' in one ? one.text : '')) ?? [];
  return (first === '' ? (text ?? '') : (first ?? '')).split('\n');
};
const twelve = facts(fact('lectures', '12', '次'));

describe('帮助', () => {
  const moments: [string, () => Talk, RegExp][] = [
    ['nothing yet', () => given().started(), /直接发来，一条里说几项都行，比如“.+”/u],
    ['facts missing', () => given().started().says('党课12次', twelve), /还缺\d项，直接说就行.*\n.*党课.*改成/u],
    [
      'drafted',
      () =>
        given()
          .started()
          .says('党课12次', twelve)
          .says('起草', commands({ type: 'draft', section: 'all' }))
          .drafted(),
      /重写第一章第1点，写实一点/u,
    ],
  ];

  it.each(moments)('%s', (_, begun, said) => {
    const told = lines(begun());
    expect(told.length).toBeLessThanOrEqual(6);
    expect(told.join('\n')).toMatch(said);
  });

  it('is shorter in a group, and says who drafts', () => {
    const talk = given('group').started();
    const told = lines(talk);
    expect(told.length).toBeLessThanOrEqual(3);
    expect(told.join('\n')).toContain('由王芳来');
    expect(talk.says('帮助', help, li).seen).not.toContain('重写');
  });

  it('differs from moment to moment', () => {
    const told = moments.map(([, begun]) => lines(begun()).join('\n'));
    expect(new Set(told).size).toBe(told.length);
  });
});

describe('the examples', () => {
  const read = createReader();

  it.each([...outlines, hospital].map((one) => [one.name, one] as const))(
    'of %s are read as facts of it',
    async (_, outline) => {
      const talk = given('p2p', [outline]).started(outline.kind, 2023);
      const known: string[] = [];
      for (let turns = 0; turns < 12; turns++) {
        const said = /比如“([^”]+)”/u.exec(lines(talk).join('\n'))?.[1];
        if (said === undefined) break;
        const reading = await read({
          text: said,
          asked: null,
          kinds: [outline],
          reports: [],
          report: { outline, year: 2023, facts: {} },
          thisYear: 2024,
        });
        expect(reading.asks, said).toEqual([]);
        expect(reading.facts.length, said).toBe(said.split('，').length);
        for (const one of reading.facts) expect(known, said).not.toContain(one.slot);
        known.push(...reading.facts.map((one) => one.slot));
        talk.says(said, reading);
      }
      expect(known.length).toBeGreaterThan(3);
    },
  );
});
