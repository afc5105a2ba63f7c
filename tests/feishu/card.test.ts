// Cards of every kind and size become JSON that the platform takes, with nothing lost and no word of a person parsed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Button, Card, Field } from '../../src/conversation/card.ts';
import { renderCards } from '../../src/feishu/card.ts';
import { checkCard } from '../../src/feishu/check-card.ts';
import { decodeName } from '../../src/feishu/component-name.ts';
import type { JsonObject } from '../../src/feishu/json.ts';

const card = (blocks: Block[], change: Partial<Card> = {}): Card => ({
  title: '进展',
  tone: 'blue',
  blocks,
  ...change,
});
const button = (text: string, change: Partial<Button> = {}): Button => ({
  text,
  style: 'default',
  value: { action: 'x' },
  ...change,
});

/** Renders, checks every card against the platform's rules, and gives them back. */
function rendered(input: Card): JsonObject[] {
  const cards = renderCards(input);
  expect(cards.length).toBeGreaterThan(0);
  for (const one of cards) expect(checkCard(one)).toEqual([]);
  return cards;
}

/** Everything with this tag, in order. */
function all(value: unknown, tag: string): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((item) => all(item, tag));
  if (typeof value !== 'object' || value === null) return [];
  const object = value as JsonObject;
  const own = object.tag === tag ? [object] : [];
  return [...own, ...Object.entries(object).flatMap(([key, item]) => (key === 'value' ? [] : all(item, tag)))];
}

const contents = (value: unknown) => all(value, 'plain_text').map((text) => String(text.content));
const bodyTexts = (cards: JsonObject[]) => cards.flatMap((one) => contents(one.body));

describe('one card', () => {
  it('of the whole', () => {
    const [json, ...more] = rendered(
      card(
        [
          { type: 'text', text: '还缺3项' },
          { type: 'divider' },
          { type: 'text', text: '注意', tone: 'warn', bold: true },
        ],
        {
          subtitle: '2023年',
          tone: 'orange',
        },
      ),
    );
    expect(more).toEqual([]);
    expect(json).toEqual({
      schema: '2.0',
      config: { update_multi: true },
      header: {
        title: { tag: 'plain_text', content: '进展' },
        subtitle: { tag: 'plain_text', content: '2023年' },
        template: 'orange',
      },
      body: {
        elements: [
          { tag: 'div', text: { tag: 'plain_text', content: '还缺3项' } },
          { tag: 'hr' },
          { tag: 'div', text: { tag: 'plain_text', content: '注意', text_size: 'heading', text_color: 'orange' } },
        ],
      },
    });
  });

  it.each(['blue', 'green', 'orange', 'red', 'grey'] as const)('in %s', (tone) => {
    expect(rendered(card([], { tone }))[0]?.header).toMatchObject({ template: tone });
  });

  it('never parses what people wrote', () => {
    const hostile =
      '<at id=all></at> **b** [x](https://a) <font color=red>r</font> | ` ```\n# h\n- l\n{{slot}} ⟦1⟧ \\ &lt;';
    const cards = rendered(
      card(
        [
          { type: 'text', text: hostile },
          { type: 'rows', rows: [{ label: hostile, value: hostile }] },
          { type: 'fold', title: hostile, blocks: [{ type: 'text', text: hostile }] },
          { type: 'buttons', buttons: [button(hostile, { confirm: { title: hostile, text: hostile } })] },
          {
            type: 'form',
            name: hostile,
            submit: button(hostile),
            fields: [
              { type: 'input', name: hostile, label: hostile, placeholder: hostile, initial: hostile },
              { type: 'select', name: `${hostile}2`, label: hostile, options: [{ text: hostile, value: hostile }] },
            ],
          },
        ],
        { title: hostile, subtitle: hostile },
      ),
    );
    expect(all(cards, 'markdown')).toEqual([]);
    expect(all(cards, 'lark_md')).toEqual([]);
    expect(bodyTexts(cards).filter((text) => text === hostile).length).toBeGreaterThanOrEqual(6);
  });

  it('rows stand side by side, an empty value shows', () => {
    const [json] = rendered(
      card([
        {
          type: 'rows',
          rows: [
            { label: '党课', value: '12次', tone: 'good' },
            { label: '走访', value: '' },
          ],
        },
      ]),
    );
    expect(all(json, 'column_set')).toHaveLength(2);
    expect(bodyTexts([json as JsonObject])).toEqual(['党课', '12次', '走访', '—']);
  });

  it('thirty rows fit into one card', () => {
    const rows = Array.from({ length: 30 }, (_, n) => ({
      label: `第${n}项指标`,
      value: `${n}次`,
      tone: 'good' as const,
    }));
    const cards = rendered(
      card([
        { type: 'rows', rows },
        { type: 'buttons', buttons: [button('继续')] },
      ]),
    );
    expect(cards).toHaveLength(1);
    for (const one of rows) expect(bodyTexts(cards).join('\n')).toContain(`${one.label}：${one.value}`);
  });

  it('a button calls back with its value, and asks first when told to', () => {
    const value = { action: 'start_over', report: 'r1', n: 3, sure: true };
    const [json] = rendered(
      card([
        {
          type: 'buttons',
          buttons: [button('重来', { style: 'danger', value, confirm: { title: '确定？', text: '会清空' } })],
        },
      ]),
    );
    expect(all(json, 'button')).toEqual([
      {
        tag: 'button',
        text: { tag: 'plain_text', content: '重来' },
        type: 'danger',
        confirm: { title: { tag: 'plain_text', content: '确定？' }, text: { tag: 'plain_text', content: '会清空' } },
        behaviors: [{ type: 'callback', value }],
      },
    ]);
  });

  it('blank parts leave no empty element', () => {
    const cards = rendered(
      card(
        [
          { type: 'text', text: ' \n' },
          { type: 'rows', rows: [] },
          { type: 'buttons', buttons: [] },
          { type: 'fold', title: '', blocks: [] },
          { type: 'buttons', buttons: [button('', { confirm: { title: '', text: '' } })] },
        ],
        { title: '', subtitle: ' ' },
      ),
    );
    expect(cards).toHaveLength(1);
  });
});

describe('forms', () => {
  const fields: Field[] = [
    { type: 'input', name: 'party_class', label: '党课次数', placeholder: '如12次', initial: '12次', required: true },
    { type: 'input', name: '问题.原因', label: '问题', multiline: true },
    {
      type: 'select',
      name: 'status',
      label: '口径',
      initial: 'final',
      required: true,
      options: [
        { text: '快报', value: 'flash' },
        { text: '决算', value: 'final' },
        { text: '决算（重）', value: 'final' },
      ],
    },
  ];
  const form: Block = {
    type: 'form',
    name: 'facts',
    fields,
    submit: button('保存', { style: 'primary', value: { action: 'save' } }),
  };

  it('stand at the root with the proven button', () => {
    const [json] = rendered(card([form]));
    const [one] = all(json, 'form');
    expect(json?.body).toEqual({ elements: [one] });
    const [submit] = all(one, 'button');
    expect(submit).toMatchObject({ form_action_type: 'submit', type: 'primary_filled', value: { action: 'save' } });
    expect(submit).not.toHaveProperty('behaviors');
    expect(decodeName(String(submit?.name))).toBe('facts');
    const [input, long] = all(one, 'input');
    expect(input).toMatchObject({ name: 'party_class', required: true, default_value: '12次', input_type: 'text' });
    expect(long).toMatchObject({ input_type: 'multiline_text' });
    expect(decodeName(String(long?.name))).toBe('问题.原因');
    const [select] = all(one, 'select_static');
    expect(select).toMatchObject({ name: 'status', initial_option: 'final', required: true });
    expect(select).not.toHaveProperty('label');
    expect(select?.options).toHaveLength(2);
    expect(contents(one)).toContain('口径');
  });

  it('several with the same field names in one card stay apart and come back by their names', () => {
    const cards = rendered(card([form, form, form]));
    const names = [...all(cards, 'input'), ...all(cards, 'select_static')].map((field) =>
      decodeName(String(field.name)),
    );
    expect(names.filter((name) => name === 'party_class')).toHaveLength(3);
    expect(names.filter((name) => name === 'status')).toHaveLength(3);
  });

  it('get other names when the card changes, the same when it does not', () => {
    const name = (blocks: Block[]) => String(all(renderCards(card(blocks)), 'form')[0]?.name);
    expect(name([form])).toBe(name([form]));
    expect(name([form])).not.toBe(name([{ type: 'text', text: '第二步' }, form]));
  });

  it('leave a fold, in which they may not stand', () => {
    const nested: Block = {
      type: 'fold',
      title: '一',
      blocks: [
        { type: 'text', text: '前' },
        { type: 'fold', title: '二', blocks: [form] },
      ],
    };
    const [json] = rendered(card([nested]));
    expect(all(json, 'form')).toHaveLength(1);
  });

  it('an initial text that an input cannot hold is shown whole and not cut short in the field', () => {
    const initial = '字'.repeat(1001);
    const cards = rendered(
      card([{ ...form, fields: [{ type: 'input', name: 'a', label: 'b', initial, required: true }] } as Block]),
    );
    expect(all(cards, 'input')[0]).not.toHaveProperty('default_value');
    expect(all(cards, 'input')[0]).not.toHaveProperty('required');
    expect(bodyTexts(cards).join('')).toContain(initial);
  });

  it('with a hundred fields become several, each with its button', () => {
    const many = Array.from({ length: 100 }, (_, n): Field => ({ type: 'input', name: `f${n}`, label: `第${n}项` }));
    const cards = rendered(card([{ ...form, fields: many } as Block]));
    expect(all(cards, 'input').map((input) => input.name)).toEqual(many.map((field) => field.name));
    expect(all(cards, 'button')).toHaveLength(all(cards, 'form').length);
  });

  it('with too many options say so; without any there is no empty select', () => {
    const options = Array.from({ length: 500 }, (_, n) => ({ text: `项${n}`, value: `${n}` }));
    const many = rendered(card([{ ...form, fields: [{ type: 'select', name: 's', label: '选', options }] } as Block]));
    expect(bodyTexts(many).join('')).toMatch(/还有440项/);
    rendered(card([{ ...form, fields: [{ type: 'select', name: 's', label: '选', options: [] }] } as Block]));
  });
});

describe('too much for one card', () => {
  it('long text goes on in further cards, to the letter', () => {
    const text = Array.from({ length: 3000 }, (_, n) => `第${n}句，讲的是"工作"😀。${n % 7 === 0 ? '\n' : ''}`).join(
      '',
    );
    const cards = rendered(card([{ type: 'text', text }]));
    expect(cards.length).toBeGreaterThan(3);
    expect(bodyTexts(cards).join('')).toBe(text);
    expect(contents(cards[0]?.header)[0]).toBe('进展');
    expect(contents(cards[1]?.header)[0]).toBe(`进展（2/${cards.length}）`);
  });

  it('a big fold becomes several folds', () => {
    const text = '很长的一章。'.repeat(5000);
    const cards = rendered(card([{ type: 'fold', title: '第一章', blocks: [{ type: 'text', text }] }]));
    const panels = all(cards, 'collapsible_panel');
    expect(panels.length).toBeGreaterThan(1);
    expect(panels.flatMap((panel) => contents(panel.elements)).join('')).toBe(text);
  });

  it('five hundred rows, two hundred buttons', () => {
    const rows = Array.from({ length: 500 }, (_, n) => ({ label: `项${n}`, value: `${n}次` }));
    const buttons = Array.from({ length: 200 }, (_, n) => button(`按${n}`, { value: { action: 'b', n } }));
    const cards = rendered(
      card([
        { type: 'rows', rows },
        { type: 'buttons', buttons },
      ]),
    );
    const said = bodyTexts(cards);
    for (const { label, value } of rows) expect(said).toContain(`${label}：${value}`);
    expect(all(cards, 'button')).toHaveLength(200);
  });

  it('what a header, a button or a question cannot show stands in the body', () => {
    const long = '很长的标题'.repeat(100);
    const cards = rendered(
      card([{ type: 'buttons', buttons: [button(long, { confirm: { title: long, text: long } })] }], {
        title: long,
        subtitle: `副${long}`,
      }),
    );
    const said = bodyTexts(cards);
    expect(said.filter((text) => text === long).length).toBeGreaterThanOrEqual(2);
    expect(said).toContain(`副${long}`);
  });

  it('folds in folds in folds', () => {
    let block: Block = { type: 'rows', rows: [{ label: '底', value: '到了' }] };
    for (let depth = 0; depth < 12; depth += 1)
      block = { type: 'fold', title: `层${depth}`, blocks: [{ type: 'buttons', buttons: [button('按')] }, block] };
    const cards = rendered(card([block]));
    expect(bodyTexts(cards).join(' ')).toContain('到了');
  });
});

describe('any card', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '',
      ' ',
      '<at id=all></at>',
      '\ud800',
      '字'.repeat(2500),
      '"\\\n'.repeat(800),
      '\u0001'.repeat(900),
      '😀'.repeat(900),
    ),
  );
  // Names are given by our code, never by people.
  const names = fc.string({ unit: 'binary', maxLength: 60 });
  const buttons = fc.record(
    {
      text: words,
      style: fc.constantFrom('default', 'primary', 'danger'),
      value: fc.record({ action: fc.string(), n: fc.integer() }),
      confirm: fc.record({ title: words, text: words }),
    },
    { requiredKeys: ['text', 'style', 'value'] },
  );
  const field = fc.oneof(
    fc.record({
      type: fc.constant('input'),
      name: names,
      label: words,
      placeholder: words,
      initial: words,
      multiline: fc.boolean(),
      required: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('select'),
      name: names,
      label: words,
      options: fc.array(fc.record({ text: words, value: fc.string() }), { maxLength: 80 }),
      initial: fc.string(),
    }),
  );
  const { block } = fc.letrec<{ block: Block }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 5 },
      fc.record({
        type: fc.constant('text'),
        text: words,
        tone: fc.constantFrom('plain', 'muted', 'good', 'warn'),
        bold: fc.boolean(),
      }),
      fc.record({
        type: fc.constant('rows'),
        rows: fc.array(fc.record({ label: words, value: words }), { maxLength: 60 }),
      }),
      fc.constant({ type: 'divider' }),
      fc.record({ type: fc.constant('buttons'), buttons: fc.array(buttons, { maxLength: 12 }) }),
      fc.record({
        type: fc.constant('form'),
        name: names,
        fields: fc.array(field, { maxLength: 20 }),
        submit: buttons,
      }),
      fc.record({
        type: fc.constant('fold'),
        title: words,
        open: fc.boolean(),
        blocks: fc.array(tie('block'), { maxLength: 4 }),
      }),
    ) as fc.Arbitrary<Block>,
  }));

  it('is never refused and keeps its texts', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), words, words, (blocks, title, subtitle) => {
        const cards = rendered(card(blocks, { title, subtitle }));
        const said = bodyTexts(cards).join('');
        for (const one of blocks)
          if (one.type === 'text' && one.text.length < 1500 && one.text.trim() !== '')
            expect(said).toContain(one.text.toWellFormed());
      }),
      { seed: 20261123, numRuns: 300 },
    );
  }, 60_000);
});

describe('the checker itself', () => {
  const good = () =>
    structuredClone(
      renderCards(
        card([
          { type: 'text', text: 'a' },
          { type: 'form', name: 'f', fields: [{ type: 'input', name: 'i', label: 'l' }], submit: button('s') },
        ]),
      )[0] as JsonObject,
    );
  type Elements = JsonObject[];
  const elements = (json: JsonObject) => (json.body as JsonObject).elements as Elements;

  it.each<[string, (json: JsonObject) => void, RegExp]>([
    ['an unknown root property', (json) => Object.assign(json, { elements: [] }), /unknown property elements/],
    ['update_multi false', (json) => Object.assign(json.config as object, { update_multi: false }), /update_multi/],
    ['an unknown template', (json) => Object.assign(json.header as object, { template: 'pink' }), /template/],
    ['an unknown tag', (json) => elements(json).push({ tag: 'action' }), /unknown tag action/],
    [
      'an unknown property',
      (json) => Object.assign(elements(json)[0] as object, { multiline: true }),
      /unknown property multiline/,
    ],
    [
      'a hex colour',
      (json) => Object.assign((elements(json)[0] as JsonObject).text as object, { text_color: '#ff0000' }),
      /color/,
    ],
    ['a name twice', (json) => elements(json).push(elements(json)[1] as JsonObject), /stands twice/],
    ['a bad element_id', (json) => Object.assign(elements(json)[0] as object, { element_id: '1x' }), /element_id/],
    [
      'a form in a panel',
      (json) =>
        elements(json).push({
          tag: 'collapsible_panel',
          header: { title: { tag: 'plain_text', content: 'x' } },
          elements: [elements(json)[1]],
        }),
      /directly in the body/,
    ],
    ['a form without a submit', (json) => ((elements(json)[1] as JsonObject).elements as Elements).pop(), /no submit/],
    [
      '201 elements',
      (json) => elements(json).push(...Array.from({ length: 200 }, () => ({ tag: 'hr' }))),
      /at most 200/,
    ],
    [
      '30 KB',
      (json) => Object.assign((elements(json)[0] as JsonObject).text as object, { content: '字'.repeat(10_000) }),
      /bytes/,
    ],
    ['an empty body', (json) => elements(json).splice(0), /no elements/],
    [
      'a nameless input in a form',
      (json) => delete ((elements(json)[1] as JsonObject).elements as Elements)[0]?.name,
      /name/,
    ],
    [
      'a form button outside',
      (json) =>
        elements(json).push({ tag: 'button', text: { tag: 'plain_text', content: 'x' }, form_action_type: 'submit' }),
      /only in a form/,
    ],
    ['nesting of six', (json) => elements(json).push(nest(6)), /deeper than 5/],
  ])('finds %s', (_, spoil, problem) => {
    const json = good();
    expect(checkCard(json)).toEqual([]);
    spoil(json);
    expect(checkCard(json).join('\n')).toMatch(problem);
  });

  function nest(levels: number): JsonObject {
    const header = { title: { tag: 'plain_text', content: 'x' } };
    const inner = levels === 1 ? { tag: 'hr' } : nest(levels - 1);
    return { tag: 'collapsible_panel', header, elements: [inner] };
  }
});

describe('calling people', () => {
  it('by id alone, before the words, which stay plain', () => {
    const people = [
      { id: 'ou_1a2b', name: '<at id=all></at>' },
      { id: 'all', name: '所有人' },
      { id: 'ou_x></at><at id=all>', name: '坏人' },
      { id: 'ou_3c', name: '李明' },
    ];
    const [json] = rendered(card([{ type: 'text', text: '请报 <at id=all></at>', mentions: people }]));
    expect(all(json, 'markdown').map((one) => one.content)).toEqual(['<at id=ou_1a2b></at> <at id=ou_3c></at>']);
    expect(contents(json)).toContain('请报 <at id=all></at>');
  });
});
