import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CardRefused } from '../../../src/sandbox/api-error.ts';
import { checkCard } from '../../../src/sandbox/card-rules/check-card.ts';
import { COMPONENTS, type Shape, TEXTS } from '../../../src/sandbox/card-rules/properties.ts';
import { createWorld, newWorld } from '../../../src/sandbox/world.ts';

const world = createWorld(newWorld('执笔', [{ name: '王芳' }], []), new Map());
const names = [...new Set(Object.values(COMPONENTS).flatMap((shape) => Object.keys(shape)))];

/** Anything made of the words of cards, well-formed or not. */
const { node } = fc.letrec<{ node: unknown; object: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom('submit', 'x', '4px', 'red')),
    fc.array(tie('node'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc
    .tuple(
      fc.constantFrom(...Object.keys(COMPONENTS), ...Object.keys(TEXTS), 'action', '__proto__'),
      fc.dictionary(fc.constantFrom(...names, 'element_id', 'content', 'tag'), tie('node'), { maxKeys: 5 }),
    )
    .map(([tag, properties]) => ({ ...properties, tag })),
}));

function verdict(card: Record<string, unknown>): 'accepted' | CardRefused {
  try {
    checkCard(world, card);
    return 'accepted';
  } catch (error) {
    // Anything else is a defect of ours, not a refusal of Feishu's.
    if (error instanceof CardRefused) return error;
    throw error;
  }
}

describe('any card', () => {
  it('is accepted or refused in the platform’s words, never an error of ours', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (elements) => {
        verdict({ schema: '2.0', body: { elements } });
      }),
      { seed: 20261123, numRuns: 3000 },
    );
  });

  it('is refused for one unknown property, wherever it stands', () => {
    const minimal: Record<string, Shape | object> = {
      markdown: { content: 'x' },
      hr: {},
      div: { text: { tag: 'plain_text', content: 'x' } },
      input: { name: 'a' },
      button: { text: { tag: 'plain_text', content: 'x' } },
      select_static: { options: [] },
      column_set: { columns: [{ tag: 'column', elements: [] }] },
      collapsible_panel: { header: { title: { tag: 'plain_text', content: 'x' } }, elements: [] },
      checker: { checked: true },
      date_picker: {},
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(minimal)),
        fc.string({ minLength: 1, maxLength: 12 }).map((name) => `x_${name}`),
        (tag, stray) => {
          const element = { tag, ...minimal[tag] };
          expect(verdict({ schema: '2.0', body: { elements: [element] } })).toBe('accepted');
          const refused = verdict({ schema: '2.0', body: { elements: [{ ...element, [stray]: 1 }] } });
          expect(refused).toMatchObject({ sub: { code: 200621 } });
          expect((refused as CardRefused).message).toContain(
            `property: ${stray}, path: ROOT -> body -> elements -> [0](tag: ${tag})`,
          );
        },
      ),
      { seed: 20261123, numRuns: 200 },
    );
  });
});
