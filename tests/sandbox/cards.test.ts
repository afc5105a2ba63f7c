import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { client, refusal, start } from './start.ts';

type Json = Record<string, unknown>;

const plain = (content: string): Json => ({ tag: 'plain_text', content });
const card = (elements: unknown[], rest: Json = {}): Json => ({ schema: '2.0', body: { elements }, ...rest });
const submit: Json = {
  tag: 'button',
  name: 'send_1',
  text: plain('提交'),
  form_action_type: 'submit',
  value: { action: 'x' },
};
const input: Json = {
  tag: 'input',
  name: 'count',
  label: plain('次数'),
  placeholder: plain('如 12 次'),
  max_length: 200,
};
const form = (elements: unknown[], name: unknown = 'form_1'): Json => ({ tag: 'form', name, elements });
const columns = (elements: unknown[]): Json => ({
  tag: 'column_set',
  flex_mode: 'none',
  columns: [{ tag: 'column', width: 'weighted', weight: 1, elements }],
});
const markdownTable = '| 项目 | 数 |\n|---|---|\n| 党课 | 12次 |';
const nested = (depth: number): Json =>
  depth === 0
    ? { tag: 'hr' }
    : { tag: 'collapsible_panel', header: { title: plain('层') }, elements: [nested(depth - 1)] };

async function send(sandbox: Sandbox, content: Json) {
  const to = sandbox.chatOf('王芳').id;
  return client(sandbox).im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: to, msg_type: 'interactive', content: JSON.stringify(content) },
  });
}

describe('cards that Feishu accepts', () => {
  const good: [string, Json][] = [
    ['an empty body', card([])],
    [
      'header, config, tags',
      card([], {
        config: { update_multi: true, width_mode: 'fill', summary: { content: '看板' }, wide_screen_mode: true },
        header: {
          title: plain('要数看板'),
          subtitle: plain('一月'),
          template: 'wathet',
          text_tag_list: [{ tag: 'text_tag', text: plain('快报'), color: 'neutral' }],
          icon: { tag: 'standard_icon', token: 'chat_outlined', color: 'blue' },
        },
        card_link: { url: 'https://example.com' },
      }),
    ],
    [
      'markdown and small text',
      card([{ tag: 'markdown', content: '**好**', text_size: 'notation', text_align: 'left' }]),
    ],
    ['div with colour', card([{ tag: 'div', text: { ...plain('灰'), text_color: 'grey-500', text_size: 'normal' } }])],
    ['div fields of 1.0', card([{ tag: 'div', fields: [{ is_short: true, text: plain('党课 12次') }] }])],
    [
      'a colour of its own',
      card([{ tag: 'div', text: { ...plain('x'), text_color: 'mine' } }], {
        config: {
          style: { color: { mine: { light_mode: 'rgba(5,157,178,0.52)', dark_mode: 'rgba(78,23,108,0.49)' } } },
        },
      }),
    ],
    [
      'buttons in columns',
      card([columns([{ tag: 'button', text: plain('对'), behaviors: [{ type: 'callback', value: { a: 1 } }] }])]),
    ],
    ['a legacy value button', card([{ tag: 'button', text: plain('对'), type: 'primary', value: { a: 1 } }])],
    [
      'a link button',
      card([
        { tag: 'button', text: plain('看'), behaviors: [{ type: 'open_url', default_url: 'https://example.com' }] },
      ]),
    ],
    [
      'a button that asks first',
      card([
        {
          tag: 'button',
          text: plain('删'),
          confirm: { title: plain('真的？'), text: plain('不能还原') },
          value: { a: 1 },
        },
      ]),
    ],
    [
      'a form with every field',
      card([
        form([
          { tag: 'markdown', content: '请填' },
          input,
          {
            tag: 'select_static',
            name: 'unit',
            required: true,
            placeholder: plain('选'),
            options: [
              { text: plain('次'), value: 'times' },
              { text: plain('个'), value: 'pieces' },
            ],
            initial_option: 'times',
          },
          {
            tag: 'multi_select_static',
            name: 'many',
            options: [{ text: plain('甲'), value: 'a' }],
            selected_values: ['a'],
          },
          { tag: 'date_picker', name: 'day', placeholder: plain('日期'), initial_date: '2026-01-12' },
          { tag: 'picker_time', name: 'hour', initial_time: '09:12' },
          { tag: 'picker_datetime', name: 'at', initial_datetime: '2026-01-12 09:12' },
          { tag: 'checker', name: 'ok', checked: false, text: plain('核过') },
          columns([submit, { tag: 'button', name: 'reset_1', text: plain('重填'), form_action_type: 'reset' }]),
        ]),
      ]),
    ],
    [
      'two forms with different names',
      card([
        form([input, submit]),
        form(
          [
            { ...input, name: 'b' },
            { ...submit, name: 'c' },
          ],
          'form_2',
        ),
      ]),
    ],
    [
      'a panel',
      card([
        {
          tag: 'collapsible_panel',
          expanded: false,
          border: { color: 'grey', corner_radius: '5px' },
          header: {
            title: { tag: 'markdown', content: '出处' },
            icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
            icon_position: 'right',
            icon_expanded_angle: -180,
            padding: '4px 8px 4px 8px',
          },
          elements: [{ tag: 'markdown', content: '机关党委 09:05' }],
        },
      ]),
    ],
    [
      'a table component',
      card([
        {
          tag: 'table',
          page_size: 5,
          row_height: 'low',
          header_style: { bold: true, background_style: 'grey', text_align: 'left' },
          columns: [
            { name: 'item', display_name: '项目', data_type: 'text', width: 'auto' },
            { name: 'count', display_name: '数', data_type: 'number', format: { precision: 0, separator: true } },
            { name: 'state', data_type: 'options' },
            { name: 'day', data_type: 'date', date_format: 'YYYY/MM/DD' },
          ],
          rows: [{ item: '党课', count: 12, state: [{ text: '快报', color: 'blue' }], day: 1_768_180_320_000 }, {}],
        },
      ]),
    ],
    ['five tables of both kinds', card(Array.from({ length: 5 }, () => ({ tag: 'markdown', content: markdownTable })))],
    [
      'a table drawn in a code block',
      card(Array.from({ length: 9 }, () => ({ tag: 'markdown', content: `\`\`\`\n${markdownTable}\n\`\`\`` }))),
    ],
    ['200 tagged objects', card(Array.from({ length: 200 }, () => ({ tag: 'hr' })))],
    ['five levels of containers', card([nested(5)])],
    ['a mention of everybody', card([{ tag: 'markdown', content: '<at id=all></at> 请报数' }])],
    [
      'an unbounded value',
      card([{ tag: 'button', text: plain('x'), value: { tag: 'note', element_id: '1 2', deep: [{ tag: 'x' }] } }]),
    ],
    [
      'interactive container',
      card([
        {
          tag: 'interactive_container',
          width: 'fill',
          behaviors: [{ type: 'callback', value: {} }],
          elements: [{ tag: 'markdown', content: 'x' }],
        },
      ]),
    ],
    [
      'margins',
      card([
        { tag: 'hr', margin: '4px -12px' },
        { tag: 'hr', margin: '0px 0px 4px 0px' },
      ]),
    ],
    ['a card of 1.0', { config: { wide_screen_mode: true }, elements: [{ tag: 'note', elements: [plain('旧')] }] }],
  ];
  it.each(good)('%s', async (_name, content) => {
    const sandbox = await start();
    const sent = await send(sandbox, content);
    expect(sent.code).toBe(0);
    expect(sandbox.messages(sandbox.chatOf('王芳').id)[0]).toMatchObject({ type: 'interactive', card: content });
  });
});

describe('cards that Feishu refuses, whole, with the sub-error in the message', () => {
  const unknown = (property: string, path: string) => `unknown property, property: ${property}, path: ${path}`;
  const refused: [string, Json, number, string][] = [
    [
      'top-level elements',
      { schema: '2.0', elements: [], body: { elements: [] } },
      200621,
      unknown('elements', 'ROOT;'),
    ],
    ['i18n_elements', card([], { i18n_elements: {} }), 200621, unknown('i18n_elements', 'ROOT;')],
    [
      'header.tag',
      card([], { header: { tag: 'header', title: plain('x') } }),
      200621,
      unknown('tag', 'ROOT -> header(tag: header)'),
    ],
    [
      'header.ud_icon',
      card([], { header: { title: plain('x'), ud_icon: {} } }),
      200621,
      unknown('ud_icon', 'ROOT -> header'),
    ],
    ['header without title', card([], { header: { template: 'blue' } }), 200621, 'property: title'],
    [
      'input.icon',
      card([{ tag: 'hr' }, { tag: 'input', icon: {} }]),
      200621,
      unknown('icon', 'ROOT -> body -> elements -> [1](tag: input)'),
    ],
    [
      'input.multiline',
      card([{ tag: 'input', multiline: true }]),
      200621,
      unknown('multiline', 'ROOT -> body -> elements -> [0](tag: input)'),
    ],
    [
      'select_static.label',
      card([{ tag: 'select_static', options: [], label: plain('x') }]),
      200621,
      unknown('label', 'ROOT -> body -> elements -> [0](tag: select_static)'),
    ],
    [
      'markdown.text_color',
      card([{ tag: 'markdown', content: 'x', text_color: 'red' }]),
      200621,
      unknown('text_color', 'ROOT -> body -> elements -> [0](tag: markdown)'),
    ],
    ['markdown.href', card([{ tag: 'markdown', content: '[x]($u)', href: {} }]), 200621, unknown('href', 'ROOT')],
    [
      'plain_text.text_weight',
      card([{ tag: 'div', text: { ...plain('x'), text_weight: 'bold' } }]),
      200621,
      unknown('text_weight', 'ROOT -> body -> elements -> [0](tag: div) -> text(tag: plain_text)'),
    ],
    [
      'div.elements',
      card([{ tag: 'div', elements: [] }]),
      200621,
      unknown('elements', 'ROOT -> body -> elements -> [0](tag: div)'),
    ],
    [
      'column_set.corner_radius',
      card([{ ...columns([]), corner_radius: '4px' }]),
      200621,
      unknown('corner_radius', 'ROOT'),
    ],
    [
      'border.type',
      card([{ tag: 'collapsible_panel', header: { title: plain('x') }, border: { type: 'default' }, elements: [] }]),
      200621,
      unknown('type', 'ROOT'),
    ],
    [
      'lark_md in a panel title',
      card([{ tag: 'collapsible_panel', header: { title: { tag: 'lark_md', content: 'x' } }, elements: [] }]),
      200621,
      'lark_md',
    ],
    [
      'a body property',
      { schema: '2.0', body: { elements: [], title: 'x' } },
      200621,
      unknown('title', 'ROOT -> body'),
    ],
    ['no body', { schema: '2.0' }, 200621, 'body.elements'],
    [
      'tag action',
      card([{ tag: 'action', actions: [] }]),
      200861,
      'cards of schema V2 no longer support this capability; ErrorValue: unsupported tag action;',
    ],
    ['tag note', card([columns([{ tag: 'note', elements: [] }])]), 200861, 'unsupported tag note'],
    ['an unheard-of tag', card([{ tag: 'textarea' }]), 200621, 'not support tag: textarea'],
    ['a tag from the prototype', card([{ tag: 'constructor' }]), 200621, 'not support tag: constructor'],
    ['a string for a text', card([{ tag: 'button', text: '对' }]), 200621, 'expected object'],
    ['a component that is a list', card([[{ tag: 'hr' }]]), 200621, 'expected object'],
    [
      'an object for initial_option',
      card([{ tag: 'select_static', options: [], initial_option: { value: 'x' } }]),
      200621,
      'expected string for initial_option',
    ],
    ['update_multi false', card([], { config: { update_multi: false } }), 300302, 'update_multi'],
    [
      'a hex colour',
      card([{ tag: 'div', text: { ...plain('x'), text_color: '#999999' } }]),
      200621,
      'invalid color: #999999',
    ],
    ['a hex background', card([{ ...columns([]), background_style: '#fff' }]), 200621, 'invalid color: #fff'],
    [
      'a grey tag',
      card([], {
        header: { title: plain('x'), text_tag_list: [{ tag: 'text_tag', text: plain('x'), color: 'grey' }] },
      }),
      200621,
      'grey',
    ],
    [
      'four tags',
      card([], {
        header: {
          title: plain('x'),
          text_tag_list: Array.from({ length: 4 }, () => ({ tag: 'text_tag', text: plain('x') })),
        },
      }),
      200621,
      'at most 3',
    ],
    ['a padding of three values', card([{ ...columns([]), margin: '1px 2px 3px' }]), 200621, 'margin'],
    ['an element_id with a hyphen', card([{ tag: 'hr', element_id: 'footer-sep' }]), 300301, 'ElementID footer-sep'],
    ['an element_id of 21 characters', card([{ tag: 'hr', element_id: 'a'.repeat(21) }]), 300301, 'not exceed 20'],
    [
      'an element_id used twice',
      card([
        { tag: 'hr', element_id: 'a' },
        { tag: 'markdown', content: 'x', element_id: 'a' },
      ]),
      300301,
      'duplicated',
    ],
    [
      '201 tagged objects',
      card(Array.from({ length: 201 }, () => ({ tag: 'hr' }))),
      11310,
      'element exceeds the limit',
    ],
    [
      'texts counted as elements',
      card(Array.from({ length: 101 }, () => ({ tag: 'div', text: plain('x') }))),
      11310,
      'element exceeds the limit',
    ],
    ['six levels of containers', card([nested(6)]), 11310, 'nesting'],
    [
      'six tables',
      card(Array.from({ length: 6 }, () => ({ tag: 'markdown', content: markdownTable }))),
      11310,
      'card table number over limit; ErrorValue: table;',
    ],
    [
      'five tables in one markdown',
      card([{ tag: 'markdown', content: Array.from({ length: 5 }, () => markdownTable).join('\n\n') }]),
      11310,
      'card table number over limit',
    ],
    [
      'a form without a name',
      card([form([input, submit], '')]),
      11310,
      "form's name is required and can not be empty string",
    ],
    [
      'a form without a submit button',
      card([form([input])]),
      300123,
      'there is no submit button in the form container, at least one',
    ],
    [
      'the submit of 1.0',
      card([
        form([
          input,
          { tag: 'button', name: 'b', text: plain('x'), form_action_type: 'reset', action_type: 'form_submit' },
        ]),
      ]),
      300123,
      'no submit button',
    ],
    ['a form in a column', card([columns([form([input, submit])])]), 11310, 'form can only be placed directly in body'],
    ['a form in a form', card([form([form([input, submit], 'inner'), submit])]), 11310, 'form can only'],
    [
      'a table in a panel',
      card([
        {
          tag: 'collapsible_panel',
          header: { title: plain('x') },
          elements: [{ tag: 'table', columns: [{ name: 'a' }], rows: [] }],
        },
      ]),
      11310,
      'table can only',
    ],
    ['a field without a name', card([form([{ tag: 'input' }, submit])]), 200530, 'name of a component'],
    [
      'a button in a form without a name',
      card([form([input, { ...submit, name: '' }])]),
      200530,
      'name of a component',
    ],
    ['two fields of one name', card([form([input, input, submit])]), 200530, 'not unique'],
    [
      'one name in two forms',
      card([form([input, submit]), form([input, { ...submit, name: 'other' }], 'form_2')]),
      200530,
      'not unique',
    ],
    [
      'two forms of one name',
      card([
        form([input, submit]),
        form([
          { ...input, name: 'b' },
          { ...submit, name: 'c' },
        ]),
      ]),
      200530,
      'not unique',
    ],
    ['form_action_type outside', card([submit]), 11310, 'formActionType only in form'],
    [
      'a plain button in a form',
      card([form([input, submit, { tag: 'button', name: 'p', text: plain('x') }])]),
      11310,
      'submit or reset',
    ],
    [
      'options of one value',
      card([
        {
          tag: 'select_static',
          options: [
            { text: plain('甲'), value: 'a' },
            { text: plain('乙'), value: 'a' },
          ],
        },
      ]),
      11310,
      'unique',
    ],
    [
      'an initial option that is none',
      card([{ tag: 'select_static', options: [{ text: plain('甲'), value: 'a' }], initial_option: 'b' }]),
      11310,
      'not among the options',
    ],
    [
      'confirm without text',
      card([{ tag: 'button', text: plain('x'), confirm: { title: plain('x') } }]),
      200621,
      'confirm needs both',
    ],
    [
      'a behavior of 1.0',
      card([{ tag: 'button', text: plain('x'), behaviors: [{ type: 'form_action' }] }]),
      200621,
      'unknown behavior type',
    ],
    [
      'a link without an address',
      card([{ tag: 'button', text: plain('x'), behaviors: [{ type: 'open_url' }] }]),
      200621,
      'default_url',
    ],
    ['max_length over 1000', card([{ tag: 'input', max_length: 1001 }]), 11310, 'max_length'],
    ['an image nobody uploaded', card([{ tag: 'img', img_key: 'img_v3_none', alt: plain('') }]), 200570, 'img_v3_none'],
    [
      'an image in markdown nobody uploaded',
      card([{ tag: 'markdown', content: '![x](https://example.com/a.png)' }]),
      200570,
      'example.com',
    ],
    [
      'a mention of a stranger',
      card([{ tag: 'markdown', content: '<at id=ou_00000000000000000000000000000000></at>' }]),
      100290,
      'ou_0',
    ],
    ['a mention in a code span', card([{ tag: 'markdown', content: '`<at id=ou_1></at>`' }]), 100290, 'ou_1'],
    [
      'an undeclared cell',
      card([{ tag: 'table', columns: [{ name: 'a' }], rows: [{ b: 'x' }] }]),
      200915,
      'undeclared column; ErrorValue: b',
    ],
    [
      'a number as text',
      card([{ tag: 'table', columns: [{ name: 'a', data_type: 'number' }], rows: [{ a: '12' }] }]),
      200914,
      'number',
    ],
    ['a template', { type: 'template', data: { template_id: 'AAq' } }, 200380, 'template'],
    ['an entity nobody made', { type: 'card', data: { card_id: '7371713483664506900' } }, 11310, 'cardid is invalid'],
  ];
  it.each(refused)('%s', async (_name, content, sub, words) => {
    const sandbox = await start();
    const answer = await refusal(send(sandbox, content));
    expect(answer).toMatchObject({ status: 400, code: 230099, error: { log_id: expect.any(String) } });
    expect(answer.msg).toContain(`Failed to create card content, ext=ErrCode: ${sub};`);
    expect(answer.msg).toContain(words);
    expect(sandbox.messages(sandbox.chatOf('王芳').id)).toEqual([]);
  });

  it('over 30 KB: 230025', async () => {
    const sandbox = await start();
    const answer = await refusal(send(sandbox, card([{ tag: 'markdown', content: '字'.repeat(10_400) }])));
    expect(answer.code).toBe(230025);
  });
});
