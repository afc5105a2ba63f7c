// Whatever quantity a writer slips into a true text, wherever it is put, the text may not stand; and a true text always may.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckRequest, checkText } from '../../src/drafting/check-text.ts';
import { mendText } from '../../src/drafting/mend-text.ts';
import { readInstruction } from '../../src/drafting/read-instruction.ts';
import { sectionsOf, slotOf } from '../../src/report/outline.ts';
import { phraseSection } from '../../src/report/phrasebook.ts';
import { facts, factsOf, outline, phrasebook } from './library.ts';

const sections = sectionsOf(outline);
const requestFor = (section: (typeof sections)[number], more: Partial<CheckRequest> = {}): CheckRequest => ({
  ...{ outline, section, facts, year: 2024, instruction: readInstruction('', 0) },
  ...more,
});
const tokens = new Set(['year', ...outline.slots.map((slot) => slot.id)]);
const anySection = fc.constantFrom(...sections);
const anySeed = fc.nat({ max: 30 });
const trueText = (section: (typeof sections)[number], seed: number): string =>
  phraseSection({ outline, phrasebook, section: section.id, facts, seed });

const smuggled = [
  ...[
    '12次',
    '３８％',
    '二十余场',
    '百分之五',
    '三成',
    '半数以上',
    '过半',
    '翻了一番',
    '成倍',
    '两位数',
    '三分之二',
    '零投诉',
  ],
  ...['①', 'Ⅳ', '叁佰', '数十家', '几百人', '1.5万', '〇五', '4,471', '伍拾', '12.3%', '近千名', '上百场', '十来次'],
];

describe('checkText', () => {
  it('lets every true text stand, mended or not', () => {
    fc.assert(
      fc.property(anySection, anySeed, (section, seed) => {
        const text = trueText(section, seed);
        expect(checkText(text, requestFor(section))).toEqual([]);
        expect(mendText(text, section, tokens)).toBe(text);
      }),
      { seed: 20261123 },
    );
  });

  it('lets none stand into which a quantity was slipped', () => {
    fc.assert(
      fc.property(
        anySection,
        anySeed,
        fc.constantFrom(...smuggled),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (section, seed, lie, where) => {
          const text = trueText(section, seed);
          // Beside tokens and punctuation, inside words, inside tokens: anywhere.
          const at = Math.floor(where * text.length);
          const spoilt = mendText(`${text.slice(0, at)}${lie}${text.slice(at)}`, section, tokens);
          expect(checkText(spoilt, requestFor(section)).filter((fault) => fault.fatal)).not.toEqual([]);
        },
      ),
      { seed: 20261123, numRuns: 500 },
    );
  });

  it('lets none stand in which two figures of one unit changed places', () => {
    const figures = outline.slots.filter((slot) => slot.type === 'figure');
    const pairs = figures.flatMap((one) =>
      figures
        .filter((two) => two.id > one.id && two.unit === one.unit && two.section === one.section)
        .map((two) => [one, two] as const),
    );
    expect(pairs.map((pair) => pair.map((slot) => slot.id))).toEqual(
      [
        ['loans_growth', 'visits_growth'],
        ['exhibitions', 'lectures'],
      ].map((pair) => expect.arrayContaining(pair)),
    );
    for (const [one, two] of pairs) {
      const section = sections.find((each) => each.id === one.section) as (typeof sections)[number];
      for (let seed = 0; seed < 12; seed += 1) {
        const swapped = trueText(section, seed)
          .replace(`{{${one.id}}}`, '{{#}}')
          .replace(`{{${two.id}}}`, `{{${one.id}}}`)
          .replace('{{#}}', `{{${two.id}}}`);
        expect(checkText(swapped, requestFor(section)).filter((fault) => fault.fatal)).not.toEqual([]);
      }
    }
  });

  it('wants the tokens of what is missing and no others', () => {
    const lending = sections.find((section) => section.id === 'lending') as (typeof sections)[number];
    const nothing = { facts: factsOf({}) };
    const messages = (text: string): string =>
      checkText(text, requestFor(lending, nothing))
        .map(({ message }) => message)
        .join('');
    expect(messages('做了一些借阅服务。')).toContain(`{{loans}}（${slotOf(outline, 'loans')?.label}，待补）`);
    const reading = sections.find((section) => section.id === 'reading') as (typeof sections)[number];
    expect(
      checkText('推荐{{titles}}。', requestFor(reading, nothing)).some(({ message }) =>
        message.includes('没有列在这一节的占位里'),
      ),
    ).toBe(true);
  });

  it('takes titles and claims that were given', () => {
    const closing = sections.find((section) => section.id === 'closing') as (typeof sections)[number];
    const given = factsOf({ note: { type: 'text', text: '学习《山河故人》，实现服务全覆盖' } });
    expect(checkText('学习《山河故人》，实现服务全覆盖。', requestFor(closing, { facts: given }))).toEqual([]);
    expect(checkText('学习《江河故人》，实现服务全覆盖。', requestFor(closing, { facts: factsOf({}) }))).toHaveLength(
      2,
    );
  });

  it('asks for a wanted length without making it a condition', () => {
    const closing = sections.find((section) => section.id === 'closing') as (typeof sections)[number];
    const long = '以上报告，请审阅。'.repeat(4);
    const faults = (instruction: string) =>
      checkText(long, requestFor(closing, { instruction: readInstruction(instruction, 36) }));
    expect(faults('控制在20字以内')).toMatchObject([{ fatal: false }]);
    expect(faults('不少于50字')).toMatchObject([{ fatal: false }]);
    expect(faults('分成两段')).toMatchObject([{ fatal: false }]);
    expect(faults('约35字')).toEqual([]);
  });
});
