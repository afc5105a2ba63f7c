// A card of schema 2.0 as Feishu shows it. Fields of a form are kept here until its submit button is pressed.
import { useContext, useEffect, useState } from 'preact/hooks';
import { Field, fieldTags, initialValue } from './card-field.js';
import { Streaming, streamingOf, Typed } from './card-typing.js';
import { html } from './html.js';
import { markdownHtml } from './markdown.js';

const words = (text) => (typeof text === 'string' ? text : (text?.content ?? ''));

function Text({ text }) {
  const streaming = useContext(Streaming);
  if (!text) return null;
  const style = [
    text.text_align ? `text-align:${text.text_align}` : '',
    text.lines
      ? `display:-webkit-box;-webkit-line-clamp:${text.lines};-webkit-box-orient:vertical;overflow:hidden`
      : '',
  ].join(';');
  const look = `card-text size-${text.text_size ?? 'normal'} ${text.text_color ? `text-${text.text_color}` : ''}`;
  if (text.tag === 'lark_md' || text.tag === 'markdown')
    return html`<div class="${look} card-md" style=${style} dangerouslySetInnerHTML=${{ __html: markdownHtml(words(text)) }}></div>`;
  const said = words(text);
  const typed = streaming && text.element_id ? html`<${Typed} content=${said} config=${streaming} />` : said;
  return html`<div class=${look} style=${style}>${typed}</div>`;
}

function Button({ element, context, form }) {
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const press = async () => {
    setAsking(false);
    const link = element.behaviors?.find((one) => one.type === 'open_url');
    if (link) window.open(link.default_url ?? link.pc_url, '_blank', 'noreferrer');
    if (element.form_action_type === 'reset') return form?.reset();
    const back = element.behaviors?.find((one) => one.type === 'callback');
    if (!back && !element.form_action_type && element.value === undefined) return undefined;
    const missing = element.form_action_type === 'submit' ? form?.missing() : undefined;
    if (missing) return form.complain(missing);
    setBusy(true);
    await context.act({
      tag: 'button',
      value: back?.value ?? element.value ?? {},
      ...(element.name ? { name: element.name } : {}),
      ...(element.form_action_type === 'submit' ? { form_value: form?.values ?? {} } : {}),
    });
    setBusy(false);
    return undefined;
  };
  return html`<span class="card-button-place ${element.width === 'fill' ? 'is-fill' : ''}">
    <button
      type="button"
      data-testid="card-button"
      class="card-button is-${element.type ?? 'default'} at-${element.size ?? 'medium'}"
      disabled=${busy || element.disabled}
      title=${words(element.hover_tips)}
      onClick=${() => (element.confirm ? setAsking(true) : press())}
    >${busy ? '…' : words(element.text)}</button>
    ${
      asking &&
      html`<div class="confirm" role="dialog" aria-modal="true">
        <div class="confirm-box">
          <h3>${words(element.confirm.title)}</h3>
          <p>${words(element.confirm.text)}</p>
          <div class="confirm-buttons">
            <button type="button" class="card-button is-default" onClick=${() => setAsking(false)}>取消</button>
            <button type="button" class="card-button is-primary_filled" data-testid="confirm" onClick=${press}>确定</button>
          </div>
        </div>
      </div>`
    }
  </span>`;
}

function Form({ element, context }) {
  const fields = [];
  const collect = (list) => {
    for (const one of list ?? []) {
      if (fieldTags.includes(one.tag)) fields.push(one);
      collect(one.elements);
      collect(one.columns);
    }
  };
  collect(element.elements);
  const fresh = () => Object.fromEntries(fields.map((one) => [one.name, initialValue(one)]));
  const [values, setValues] = useState(fresh);
  const [complaint, setComplaint] = useState('');
  const shape = JSON.stringify(element);
  useEffect(() => setValues(fresh()), [shape]);
  const form = {
    values,
    set: (name, value) => setValues((all) => ({ ...all, [name]: value })),
    reset: () => setValues(fresh()),
    missing: () => fields.find((one) => one.required && (values[one.name] === '' || values[one.name]?.length === 0)),
    complain: (field) => setComplaint(`请先填写“${words(field.label) || words(field.placeholder) || field.name}”`),
  };
  return html`<form class="card-form" data-testid="card-form" onSubmit=${(event) => event.preventDefault()} onInput=${() => setComplaint('')}>
    <${Elements} elements=${element.elements} context=${context} form=${form} />
    ${complaint && html`<p class="card-complaint" role="alert">${complaint}</p>`}
  </form>`;
}

function Table({ element }) {
  const show = (column, value) => {
    if (value === undefined || value === null) return '';
    if (Array.isArray(value)) return value.map((one) => one.text ?? one).join('、');
    return column.data_type === 'date' ? new Date(value).toLocaleDateString('zh-CN') : String(value);
  };
  return html`<div class="card-scroll"><table class="card-table">
    <thead><tr>${element.columns.map((one) => html`<th>${one.display_name ?? one.name}</th>`)}</tr></thead>
    <tbody>${(element.rows ?? []).map((row) => html`<tr>${element.columns.map((one) => html`<td>${show(one, row[one.name])}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

function columnStyle(column) {
  if (column.width === 'weighted') return `flex:${column.weight ?? 1} 1 0`;
  return /px$/.test(column.width ?? '') ? `flex:0 0 ${column.width}` : 'flex:0 1 auto';
}

const renderers = {
  markdown: ({ element }) => html`<${Text} text=${{ ...element, tag: 'markdown' }} />`,
  plain_text: ({ element }) => html`<${Text} text=${element} />`,
  div: ({ element }) => html`<div class="card-div">
    <${Text} text=${element.text} />
    ${element.fields && html`<div class="card-fields">${element.fields.map((one) => html`<div class=${one.is_short ? 'is-short' : ''}><${Text} text=${one.text} /></div>`)}</div>`}
  </div>`,
  hr: () => html`<hr class="card-hr" />`,
  img: ({ element }) => html`<span class="card-img">${words(element.alt) || '图片'}</span>`,
  button: ({ element, context, form }) => html`<${Button} element=${element} context=${context} form=${form} />`,
  column_set: ({
    element,
    context,
    form,
  }) => html`<div class="card-columns flex-${element.flex_mode ?? 'none'} bg-${element.background_style ?? 'default'}">
    ${element.columns.map(
      (column) =>
        html`<div class="card-column" style=${columnStyle(column)}><${Elements} elements=${column.elements} context=${context} form=${form} /></div>`,
    )}
  </div>`,
  collapsible_panel: ({ element, context, form }) => html`<details class="card-panel" open=${element.expanded ?? false}>
    <summary><${Text} text=${element.header?.title} /></summary>
    <div class="card-panel-body"><${Elements} elements=${element.elements} context=${context} form=${form} /></div>
  </details>`,
  interactive_container: ({ element, context, form }) =>
    html`<div class="card-box" onClick=${() => {
      const back = element.behaviors?.find((one) => one.type === 'callback');
      if (back) context.act({ tag: 'interactive_container', value: back.value });
    }}><${Elements} elements=${element.elements} context=${context} form=${form} /></div>`,
  form: ({ element, context }) => html`<${Form} element=${element} context=${context} />`,
  table: ({ element }) => html`<${Table} element=${element} />`,
  chart: () => html`<span class="card-img">图表</span>`,
};

function Elements({ elements, context, form }) {
  return (elements ?? []).map((element, index) => {
    const key = element.element_id ?? element.name ?? index;
    if (fieldTags.includes(element.tag))
      return html`<${Field} key=${key} element=${element} context=${context} form=${form} />`;
    const Renderer = renderers[element.tag];
    return Renderer
      ? html`<${Renderer} key=${key} element=${element} context=${context} form=${form} />`
      : html`<p class="card-unknown">［${element.tag}］</p>`;
  });
}

export function Card({ card, message, onAct }) {
  if (!card) return html`<div class="bubble">［卡片］</div>`;
  const context = { act: (action) => onAct(message, action) };
  const { header } = card;
  return html`<div class="card" data-testid="card">
    ${
      header &&
      html`<div class="card-header template-${header.template ?? 'default'}">
        <div class="card-title">${words(header.title)}</div>
        ${header.subtitle && html`<div class="card-subtitle">${words(header.subtitle)}</div>`}
        ${header.text_tag_list?.map((one) => html`<span class="text-tag tag-${one.color ?? 'neutral'}">${words(one.text)}</span>`)}
      </div>`
    }
    <div class="card-body"><${Streaming.Provider} value=${streamingOf(card)}><${Elements} elements=${card.body?.elements} context=${context} /><//></div>
  </div>`;
}
