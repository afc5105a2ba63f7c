// Which properties each part of a 2.0 card may carry, and what they may hold. Data only: the judging is in check-properties.ts.

/** A list means one of its words; `has` an object with these properties and no others; `each` an array of one rule. */
export type Rule =
  | 'any'
  | 'string'
  | 'number'
  | 'boolean'
  | 'object'
  | 'color'
  | 'spacing'
  | 'margin'
  | 'padding'
  | 'plain_text'
  | 'text'
  | 'panel_title'
  | 'icon'
  | 'component'
  | 'column'
  | 'button'
  | 'behavior'
  | readonly string[]
  | { readonly has: Shape }
  | { readonly each: Rule };

export type Shape = Readonly<Record<string, Rule>>;

const ALIGN = ['left', 'center', 'right'];
const VERTICAL = ['top', 'center', 'bottom'];
const URLS: Shape = { url: 'string', pc_url: 'string', ios_url: 'string', android_url: 'string' };

const layout: Shape = {
  direction: ['vertical', 'horizontal'],
  padding: 'padding',
  horizontal_spacing: 'spacing',
  vertical_spacing: 'spacing',
  horizontal_align: ALIGN,
  vertical_align: VERTICAL,
};

const interaction: Shape = {
  name: 'string',
  required: 'boolean',
  disabled: 'boolean',
  disabled_tips: 'plain_text',
  hover_tips: 'plain_text',
  confirm: { has: { title: 'plain_text', text: 'plain_text' } },
  behaviors: { each: 'behavior' },
  value: 'any',
};

const picking: Shape = { ...interaction, placeholder: 'plain_text', width: 'any', type: ['default', 'text'] };
const option: Shape = { text: 'plain_text', value: 'string', icon: 'icon' };
const options: Rule = { each: { has: option } };
const border: Rule = { has: { color: 'color', corner_radius: 'string' } };
const textual: Shape = { content: 'string', i18n_content: 'object', text_size: 'string', text_align: ALIGN };

export const TEXTS: Readonly<Record<string, Shape>> = {
  plain_text: { ...textual, text_color: 'color', lines: 'number' },
  lark_md: { ...textual, lines: 'number' },
  markdown: textual,
};

export const ICONS: Readonly<Record<string, Shape>> = {
  standard_icon: { token: 'string', color: 'color', size: 'string' },
  custom_icon: { img_key: 'string', size: 'string' },
};

/** `tag`, `element_id` and `margin` are understood everywhere. */
export const COMPONENTS: Readonly<Record<string, Shape>> = {
  markdown: { ...textual, icon: 'icon' },
  div: {
    text: 'text',
    icon: 'icon',
    width: 'any',
    fields: { each: { has: { is_short: 'boolean', text: 'text' } } },
  },
  hr: {},
  img: {
    img_key: 'string',
    i18n_img_key: 'object',
    alt: 'plain_text',
    title: 'plain_text',
    corner_radius: 'string',
    scale_type: ['crop_center', 'crop_top', 'fit_horizontal'],
    size: 'string',
    preview: 'boolean',
    transparent: 'boolean',
  },
  img_combination: {
    img_list: { each: { has: { img_key: 'string' } } },
    combination_mode: 'string',
    combination_transparent: 'boolean',
    corner_radius: 'string',
  },
  person: { user_id: 'string', size: 'string', show_avatar: 'boolean', show_name: 'boolean', style: 'string' },
  person_list: {
    persons: { each: { has: { id: 'string' } } },
    size: 'string',
    lines: 'number',
    show_avatar: 'boolean',
    show_name: 'boolean',
    drop_invalid_user_id: 'boolean',
    icon: 'icon',
  },
  table: {
    columns: {
      each: {
        has: {
          name: 'string',
          display_name: 'string',
          i18n_display_name: 'object',
          data_type: ['text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown'],
          width: 'string',
          horizontal_align: ALIGN,
          vertical_align: VERTICAL,
          format: { has: { symbol: 'string', precision: 'number', separator: 'any' } },
          date_format: 'string',
        },
      },
    },
    rows: { each: 'object' },
    page_size: 'number',
    row_height: 'string',
    row_max_height: 'string',
    freeze_first_column: 'boolean',
    header_style: {
      has: {
        text_align: ALIGN,
        text_size: 'string',
        background_style: ['none', 'grey'],
        text_color: 'color',
        bold: 'boolean',
        lines: 'number',
      },
    },
  },
  chart: {
    chart_spec: 'object',
    aspect_ratio: ['1:1', '2:1', '4:3', '16:9'],
    height: 'string',
    color_theme: 'string',
    preview: 'boolean',
  },
  column_set: {
    columns: { each: 'column' },
    flex_mode: ['none', 'stretch', 'flow', 'bisect', 'trisect'],
    horizontal_spacing: 'spacing',
    horizontal_align: ALIGN,
    background_style: 'color',
    action: { has: { multi_url: { has: URLS } } },
  },
  column: {
    ...layout,
    width: 'any',
    weight: 'number',
    background_style: 'color',
    action: { has: { multi_url: { has: URLS } } },
    elements: { each: 'component' },
  },
  collapsible_panel: {
    ...layout,
    expanded: 'boolean',
    background_color: 'color',
    border,
    header: {
      has: {
        title: 'panel_title',
        background_color: 'color',
        width: 'any',
        vertical_align: VERTICAL,
        padding: 'padding',
        icon: 'icon',
        icon_position: ['left', 'right', 'follow_text'],
        icon_expanded_angle: 'number',
      },
    },
    elements: { each: 'component' },
  },
  interactive_container: {
    ...layout,
    ...interaction,
    width: 'any',
    height: 'any',
    background_style: 'color',
    has_border: 'boolean',
    border_color: 'color',
    corner_radius: 'string',
    elements: { each: 'component' },
  },
  form: { ...layout, name: 'string', elements: { each: 'component' } },
  button: {
    ...interaction,
    text: 'plain_text',
    type: [
      'default',
      'primary',
      'danger',
      'text',
      'primary_text',
      'danger_text',
      'primary_filled',
      'danger_filled',
      'laser',
    ],
    size: ['tiny', 'small', 'medium', 'large'],
    width: 'any',
    icon: 'icon',
    form_action_type: ['submit', 'reset'],
    // Left over from 1.0, and still let pass.
    url: 'string',
    multi_url: { has: URLS },
    action_type: 'string',
  },
  input: {
    ...interaction,
    placeholder: 'plain_text',
    default_value: 'string',
    label: 'plain_text',
    label_position: ['top', 'left'],
    input_type: ['text', 'multiline_text', 'password'],
    rows: 'number',
    auto_resize: 'boolean',
    max_rows: 'number',
    max_length: 'number',
    width: 'any',
    show_icon: 'boolean',
    fallback: 'object',
  },
  select_static: { ...picking, options, initial_option: 'string', initial_index: 'number' },
  multi_select_static: { ...picking, options, selected_values: { each: 'string' } },
  select_person: { ...picking, options: { each: { has: { value: 'string' } } }, initial_option: 'string' },
  multi_select_person: {
    ...picking,
    options: { each: { has: { value: 'string' } } },
    selected_values: { each: 'string' },
  },
  select_img: {
    ...interaction,
    options: {
      each: { has: { img_key: 'string', value: 'string', disabled: 'boolean', disabled_tips: 'plain_text' } },
    },
    layout: ['stretch', 'bisect', 'trisect'],
    aspect_ratio: ['1:1', '16:9', '4:3'],
    multi_select: 'boolean',
    can_preview: 'boolean',
    style: ['normal', 'laser'],
  },
  date_picker: { ...picking, initial_date: 'string' },
  picker_time: { ...picking, initial_time: 'string' },
  picker_datetime: { ...picking, initial_datetime: 'string' },
  overflow: {
    ...interaction,
    width: 'any',
    options: { each: { has: { ...option, multi_url: { has: URLS } } } },
  },
  checker: {
    ...interaction,
    checked: 'boolean',
    text: 'text',
    overall_checkable: 'boolean',
    padding: 'padding',
    button_area: { has: { pc_display_rule: ['always', 'on_hover'], buttons: { each: 'button' } } },
    checked_style: { has: { show_strikethrough: 'boolean', opacity: 'number' } },
  },
};

/** What goes into a form as a field or button, and so needs a name there. */
export const NAMED_IN_FORM: ReadonlySet<string> = new Set([
  'button',
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'select_img',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
]);

/** Tags of 1.0 that 2.0 refuses by name. */
export const GONE: ReadonlySet<string> = new Set(['action', 'note']);

const TEMPLATES = [
  'blue',
  'wathet',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'default',
];
const TAG_COLOURS = [
  'neutral',
  'blue',
  'turquoise',
  'lime',
  'orange',
  'violet',
  'indigo',
  'wathet',
  'green',
  'yellow',
  'red',
  'purple',
  'carmine',
];

export const CARD: Shape = {
  schema: ['2.0'],
  config: {
    has: {
      streaming_mode: 'boolean',
      streaming_config: 'object',
      summary: { has: { content: 'string', i18n_content: 'object' } },
      locales: { each: 'string' },
      enable_forward: 'boolean',
      update_multi: 'boolean',
      width_mode: ['default', 'compact', 'fill'],
      use_custom_translation: 'boolean',
      enable_forward_interaction: 'boolean',
      style: { has: { text_size: 'object', color: 'object' } },
      wide_screen_mode: 'boolean',
    },
  },
  card_link: { has: URLS },
  header: {
    has: {
      title: 'text',
      subtitle: 'text',
      template: TEMPLATES,
      text_tag_list: {
        each: {
          has: { tag: ['text_tag'], element_id: 'string', text: 'plain_text', color: TAG_COLOURS },
        },
      },
      i18n_text_tag_list: 'object',
      icon: 'icon',
      padding: 'padding',
    },
  },
  body: { has: { ...layout, elements: { each: 'component' } } },
};
