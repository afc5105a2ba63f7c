// Forms of a card. Names are ours again after decode (component-name.ts); a form too big for one card becomes several.
import type { Block, Field } from '../conversation/card.ts';
import { longTexts, submitButton } from './card-buttons.ts';
import { type Element, isBlank, plainText, text } from './card-elements.ts';
import { group, shorten, type Weight } from './card-size.ts';
import { encodeFormNames, encodeName } from './component-name.ts';
import { splitText } from './split-text.ts';

type Form = Extract<Block, { type: 'form' }>;

const maxLabel = 100;
/** An input takes no more, and would cut the rest off what is sent back. */
const maxInput = 1000;
const maxOptions = 60;
const tooLong = '原文较长，已列在上面；要改请在这里写全文，或直接发消息';

/** One renderer per card, because names must be unique in the whole of it. */
export function createFormRenderer(stamp: string, limits: Weight, maxText: number): (form: Form) => Element[] {
  const counts = new Map<string, number>();
  const nth = (name: string): number => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count;
  };

  const paragraphs = (content: string): Element[] =>
    isBlank(content) ? [] : splitText(content.toWellFormed(), maxText).map((part) => text(part));

  function renderField(field: Field): Element[] {
    const name = encodeName(field.name, nth(`field ${field.name}`));
    return field.type === 'input' ? renderInput(field, name) : renderSelect(field, name);
  }

  function renderInput(field: Extract<Field, { type: 'input' }>, name: string): Element[] {
    const initial = field.initial?.toWellFormed() ?? '';
    const fits = initial.length <= maxInput;
    const inside = !isBlank(field.label) && field.label.length <= maxLabel;
    const placeholder = fits ? (field.placeholder ?? '') : tooLong;
    return [
      ...(inside ? [] : paragraphs(field.label)),
      ...(fits ? [] : paragraphs(initial)),
      {
        tag: 'input',
        name,
        input_type: field.multiline ? 'multiline_text' : 'text',
        ...(field.multiline ? { rows: 3, auto_resize: true } : {}),
        max_length: maxInput,
        width: 'fill',
        ...(inside ? { label: plainText(field.label.toWellFormed()), label_position: 'top' } : {}),
        ...(isBlank(placeholder) ? {} : { placeholder: plainText(shorten(placeholder.toWellFormed(), maxLabel)) }),
        ...(fits && initial !== '' ? { default_value: initial } : {}),
        // A text that is shown above need not be written again.
        ...(field.required && fits ? { required: true } : {}),
      },
    ];
  }

  function renderSelect(field: Extract<Field, { type: 'select' }>, name: string): Element[] {
    const byValue = new Map(field.options.map((option) => [option.value, option]));
    const all = [...byValue.values()];
    const options = all.slice(0, maxOptions);
    const left = all.length - options.length;
    if (options.length === 0) return paragraphs(`${field.label}：（没有可选的）`);
    const initial = options.some((option) => option.value === field.initial) ? field.initial : undefined;
    return [
      ...paragraphs(field.label),
      {
        tag: 'select_static',
        name,
        width: 'fill',
        placeholder: plainText('请选择'),
        options: options.map((option) => ({
          text: plainText(isBlank(option.text) ? '—' : shorten(option.text.toWellFormed(), maxLabel)),
          value: option.value,
        })),
        ...(initial === undefined ? {} : { initial_option: initial }),
        ...(field.required ? { required: true } : {}),
      },
      ...(left > 0 ? [text(`还有${left}项没有列出，可直接发消息说明`, 'muted')] : []),
    ];
  }

  return (form) => {
    const said = longTexts(form.submit).map(paragraphs);
    const parts = group([...form.fields.map(renderField), ...said], limits);
    return (parts.length === 0 ? [[]] : parts).map((part) => {
      const names = encodeFormNames(form.name, stamp, nth(`form ${form.name}`));
      return { tag: 'form', name: names.form, elements: [...part.flat(), submitButton(form.submit, names.submit)] };
    });
  };
}
