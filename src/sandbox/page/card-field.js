// Fields of a card: inside a form they wait for its submit, outside they call back at once, with the shapes Feishu sends.
import { html } from './html.js';

export const fieldTags = [
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
  'overflow',
];

const words = (text) => (typeof text === 'string' ? text : (text?.content ?? ''));
const many = (element) => element.tag.startsWith('multi_');
const dates = { date_picker: 'date', picker_time: 'time', picker_datetime: 'datetime-local' };

export function initialValue(element) {
  if (element.tag === 'checker') return element.checked ?? false;
  if (many(element)) return element.selected_values ?? [];
  const byIndex = element.initial_index ? element.options?.[element.initial_index - 1]?.value : undefined;
  return (
    element.default_value ??
    element.initial_option ??
    byIndex ??
    element.initial_date ??
    element.initial_time ??
    element.initial_datetime ??
    ''
  );
}

/** Feishu adds the zone to dates: 2025-06-10 +0800, 05:05 +0800, 2025-06-10 19:19 +0800. */
function sent(element, value) {
  if (!dates[element.tag] || !value) return value;
  return `${value.replace('T', ' ')} +0800`;
}

function callback(element, value) {
  const own = element.behaviors?.find((one) => one.type === 'callback')?.value;
  const base = { tag: element.tag, value: own ?? element.value ?? {}, ...(element.name ? { name: element.name } : {}) };
  if (element.tag === 'input') return { ...base, input_value: value };
  if (element.tag === 'checker') return { ...base, checked: value };
  return many(element) ? { ...base, options: value } : { ...base, option: sent(element, value) };
}

export function Field({ element, context, form }) {
  const inForm = form && element.name;
  const value = inForm ? (form.values[element.name] ?? initialValue(element)) : initialValue(element);
  const change = (next) =>
    inForm ? form.set(element.name, sent(element, next)) : context.act(callback(element, next));
  const label = words(element.label);
  const mark = element.required ? html`<em class="card-required">*</em>` : '';
  const common = {
    name: element.name,
    'data-testid': `field-${element.name ?? element.tag}`,
    disabled: element.disabled,
  };
  const wrap = (control) => html`<label class="card-field label-${element.label_position ?? 'top'}">
    ${label && html`<span>${label}${mark}</span>`}${control}
  </label>`;

  if (element.tag === 'input') {
    const props = {
      ...common,
      value,
      placeholder: words(element.placeholder),
      maxlength: element.max_length ?? 1000,
      [inForm ? 'onInput' : 'onChange']: (event) => change(event.target.value),
    };
    return wrap(
      element.input_type === 'multiline_text'
        ? html`<textarea ...${props} rows=${element.rows ?? 5}></textarea>`
        : html`<input ...${props} type=${element.input_type === 'password' ? 'password' : 'text'} />`,
    );
  }
  if (element.tag === 'checker')
    return html`<label class="card-check"><input ...${common} type="checkbox" checked=${value === true} onChange=${(event) => change(event.target.checked)} />${words(element.text)}</label>`;
  if (dates[element.tag])
    return wrap(
      html`<input ...${common} type=${dates[element.tag]} value=${String(value)
        .replace(/ \+0800$/, '')
        .replace(' ', 'T')} onChange=${(event) => change(event.target.value)} />`,
    );
  const options = (element.options ?? []).map((one) => ({ value: one.value, text: words(one.text) || one.value }));
  if (many(element))
    return wrap(html`<select ...${common} multiple onChange=${(event) => change([...event.target.selectedOptions].map((one) => one.value))}>
      ${options.map((one) => html`<option value=${one.value} selected=${value.includes(one.value)}>${one.text}</option>`)}
    </select>`);
  return wrap(html`<select ...${common} value=${value} onChange=${(event) => change(event.target.value)}>
    <option value="">${words(element.placeholder) || '请选择'}</option>
    ${options.map((one) => html`<option value=${one.value} selected=${one.value === value}>${one.text}</option>`)}
  </select>`);
}
