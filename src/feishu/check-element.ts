// The platform's rules for single card elements: properties, nesting, names. Part of check-card.ts.
import { isRecord, type JsonObject } from './json.ts';
import { isMarkedText } from './marked-text.ts';

export interface Scope {
  problems: string[];
  names: Set<string>;
  ids: Set<string>;
  elements: number;
}

const maxDepth = 5;
const common = ['tag', 'element_id', 'margin'];
const spacing = [
  'direction',
  'padding',
  'horizontal_spacing',
  'vertical_spacing',
  'horizontal_align',
  'vertical_align',
];
const field = ['name', 'required', 'placeholder', 'width', 'disabled', 'behaviors', 'confirm', 'value'];

/** The tags our cards use, with every property the platform knows of them. */
const properties: Record<string, string[]> = {
  plain_text: ['content', 'text_size', 'text_color', 'text_align', 'lines', 'i18n_content', 'icon'],
  markdown: ['content', 'text_size', 'text_align', 'icon'],
  div: ['text', 'icon', 'width', 'fields'],
  hr: [],
  standard_icon: ['token', 'color', 'size'],
  column_set: ['columns', 'flex_mode', 'horizontal_spacing', 'horizontal_align', 'background_style', 'action'],
  column: [...spacing, 'elements', 'width', 'weight', 'background_style', 'action'],
  collapsible_panel: [...spacing, 'elements', 'header', 'expanded', 'background_color', 'border'],
  form: [...spacing, 'elements', 'name'],
  button: [
    ...field,
    'text',
    'type',
    'size',
    'icon',
    'disabled_tips',
    'hover_tips',
    'form_action_type',
    'url',
    'multi_url',
    'action_type',
  ],
  input: [
    ...field,
    'default_value',
    'label',
    'label_position',
    'input_type',
    'rows',
    'auto_resize',
    'max_rows',
    'max_length',
    'show_icon',
  ],
  select_static: [...field, 'options', 'initial_option', 'initial_index', 'type'],
};
const containers = ['column_set', 'column', 'collapsible_panel', 'form'];
const fields = ['input', 'select_static', 'button'];
const colors =
  /^(?:(?:default|blue|wathet|turquoise|green|yellow|orange|red|carmine|violet|purple|indigo|grey|lime|neutral)(?:-\d+)?|rgba\(.*\))$/;

/** `depth`: containers around it. */
export function checkElement(element: unknown, path: string, depth: number, inForm: boolean, scope: Scope): void {
  const say = (problem: string) => scope.problems.push(`${path}: ${problem}`);
  if (!isRecord(element) || typeof element.tag !== 'string') {
    say('no element with a tag');
    return;
  }
  const { tag } = element;
  const known = properties[tag];
  if (known === undefined) {
    say(`unknown tag ${tag}`);
    return;
  }
  scope.elements += 1;
  for (const key of Object.keys(element))
    if (![...common, ...known].includes(key)) say(`unknown property ${key} (tag: ${tag})`);
  checkId(element, say, scope);
  if (element.text_color !== undefined && !colors.test(String(element.text_color))) say('invalid color');
  if (tag === 'form' && (depth > 0 || !path.startsWith('body['))) say('a form may stand only directly in the body');
  const inner = containers.includes(tag) ? depth + 1 : depth;
  if (inner > maxDepth) say(`nested deeper than ${maxDepth}`);
  if (tag === 'form' || (inForm && fields.includes(tag))) checkName(element, say, scope);
  checkContent(element, tag, inForm, say);

  const each = (value: unknown, name: string, within: boolean) => {
    for (const [at, item] of (Array.isArray(value) ? value : []).entries()) {
      checkElement(item, `${path}.${name}[${at}]`, inner, within, scope);
    }
  };
  each(element.elements, 'elements', inForm || tag === 'form');
  each(element.columns, 'columns', inForm);
  for (const [name, value] of textsOf(element)) checkElement(value, `${path}.${name}`, inner, inForm, scope);
}

/** Everything in it that is an element but no child in a list. */
function textsOf(element: JsonObject): [string, unknown][] {
  const header = isRecord(element.header) ? element.header : {};
  const confirm = isRecord(element.confirm) ? element.confirm : {};
  const options = Array.isArray(element.options) ? element.options : [];
  const all: [string, unknown][] = [
    ['text', element.text],
    ['label', element.label],
    ['placeholder', element.placeholder],
    ['icon', element.icon],
    ['header.title', header.title],
    ['header.icon', header.icon],
    ['confirm.title', confirm.title],
    ['confirm.text', confirm.text],
    ...options.map((option, at): [string, unknown] => [
      `options[${at}].text`,
      isRecord(option) ? option.text : undefined,
    ]),
  ];
  return all.filter(([, value]) => value !== undefined);
}

function checkId(element: JsonObject, say: (problem: string) => void, scope: Scope): void {
  const id = element.element_id;
  if (id === undefined) return;
  if (typeof id !== 'string' || !/^[A-Za-z][A-Za-z0-9_]{0,19}$/.test(id)) say('bad element_id');
  else if (scope.ids.has(id)) say(`element_id ${id} stands twice`);
  else scope.ids.add(id);
}

function checkName({ name }: JsonObject, say: (problem: string) => void, scope: Scope): void {
  if (typeof name !== 'string' || !/^[A-Za-z0-9_]+$/.test(name))
    say('the name is missing or not of ASCII letters, digits, _');
  else if (scope.names.has(name)) say(`the name ${name} stands twice`);
  else scope.names.add(name);
}

function checkContent(element: JsonObject, tag: string, inForm: boolean, say: (problem: string) => void): void {
  const length = (value: unknown) => (isRecord(value) && typeof value.content === 'string' ? value.content.length : 0);
  const list = (name: string): unknown[] => (Array.isArray(element[name]) ? element[name] : []);
  switch (tag) {
    case 'plain_text':
      if (typeof element.content !== 'string' || element.content === '') say('no content');
      break;
    case 'markdown':
      // What a person wrote would be parsed here.
      if (!/^(?:<at id=ou_[0-9A-Za-z_-]+><\/at> ?)+$/.test(String(element.content)) && !isMarkedText(element.content))
        say('only mentions and escaped words may stand in markdown');
      break;
    case 'column_set':
      if (list('columns').length === 0) say('no columns');
      if (list('columns').some((column) => !isRecord(column) || column.tag !== 'column'))
        say('only columns may stand in a column_set');
      break;
    case 'column':
    case 'collapsible_panel':
      if (list('elements').length === 0) say('no elements');
      break;
    case 'form':
      if (!list('elements').some((item) => isRecord(item) && item.form_action_type === 'submit'))
        say('no submit button');
      break;
    case 'button':
      if (length(element.text) > 100) say('the text is longer than 100 characters');
      if (inForm && element.form_action_type === undefined) say('a button in a form needs form_action_type');
      if (!inForm && element.form_action_type !== undefined) say('form_action_type stands only in a form');
      if (inForm ? !isRecord(element.value) : list('behaviors').length === 0) say('the button does nothing');
      break;
    case 'input':
      if (length(element.placeholder) > 100) say('the placeholder is longer than 100 characters');
      if (String(element.default_value ?? '').length > Number(element.max_length ?? 1000))
        say('default_value is longer than max_length');
      if (Number(element.max_length ?? 1000) > 1000) say('max_length is at most 1000');
      if (element.required !== undefined && !inForm) say('required stands only in a form');
      break;
    case 'select_static': {
      const values = list('options').map((option) => (isRecord(option) ? option.value : undefined));
      if (new Set(values).size !== values.length) say('two options have the same value');
      if (element.initial_option !== undefined && !values.includes(element.initial_option))
        say('initial_option is no option');
      break;
    }
  }
}
