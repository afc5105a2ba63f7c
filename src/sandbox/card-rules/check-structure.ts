// What goes where in a card: nesting, forms and their names, tables, options. Runs after the properties are known to be well-formed.
import { cardRefused } from '../api-error.ts';
import { isObject, malformed, step } from './check-properties.ts';
import { checkTable } from './check-table.ts';
import { NAMED_IN_FORM } from './properties.ts';

type Json = Record<string, unknown>;

const CONTAINERS = new Set(['form', 'column_set', 'collapsible_panel', 'interactive_container']);
const DEPTH = 5;

interface Place {
  path: string;
  /** How many containers are around. */
  depth: number;
  form: string | undefined;
  /** Tag of the component directly around; undefined in body. */
  around: string | undefined;
}

/** Throws on the first misplaced or incomplete component. */
export function checkStructure(elements: readonly Json[], path: string): void {
  /** Names of everything inside forms; unique in the whole card. */
  const names = new Set<string>();

  function list(components: readonly Json[], place: Place): void {
    components.forEach((component, index) => {
      visit(component, { ...place, path: `${place.path} -> ${step(`[${index}]`, component)}` });
    });
  }

  function visit(component: Json, place: Place): void {
    const tag = String(component.tag);
    if (tag === 'form' || tag === 'table') {
      if (place.around !== undefined) throw misplaced(`${tag} can only be placed directly in body`, place.path);
    }
    if (tag === 'button') checkButton(component, place);
    if (place.form !== undefined && NAMED_IN_FORM.has(tag)) takeName(component, place);
    checkContent(component, place.path);
    if (tag === 'form') checkForm(component, place.path);
    if (tag === 'table') checkTable(component, place.path);

    const inner: Place = {
      path: place.path,
      depth: place.depth + (CONTAINERS.has(tag) ? 1 : 0),
      form: tag === 'form' ? String(component.name) : place.form,
      around: tag,
    };
    if (inner.depth > DEPTH) throw misplaced('the nesting of containers exceeds the limit of 5', place.path);
    if (Array.isArray(component.elements)) list(component.elements, { ...inner, path: `${place.path} -> elements` });
    if (Array.isArray(component.columns) && tag === 'column_set') {
      list(component.columns, { ...inner, path: `${place.path} -> columns` });
    }
    const buttons = isObject(component.button_area) ? component.button_area.buttons : undefined;
    if (Array.isArray(buttons)) {
      if (buttons.length > 3) throw misplaced('a checker has at most 3 buttons', place.path);
      list(buttons, { ...inner, path: `${place.path} -> button_area -> buttons` });
    }
  }

  function takeName(component: Json, place: Place): void {
    const name = component.name;
    if (typeof name !== 'string' || name === '') {
      throw cardRefused({ code: 200530, path: place.path, msg: 'name of a component in the form container is empty' });
    }
    if (names.has(name)) {
      throw cardRefused({ code: 200530, path: place.path, msg: 'name of a component is not unique', value: name });
    }
    names.add(name);
  }

  function checkForm(form: Json, at: string): void {
    if (typeof form.name !== 'string' || form.name === '') {
      throw cardRefused({ code: 11310, path: at, msg: "form's name is required and can not be empty string" });
    }
    if (names.has(form.name)) {
      throw cardRefused({ code: 200530, path: at, msg: 'name of a component is not unique', value: form.name });
    }
    names.add(form.name);
    if (!hasSubmit(form)) {
      throw cardRefused({
        code: 300123,
        path: at,
        msg: 'there is no submit button in the form container, at least one',
      });
    }
  }

  list(elements, { path, depth: 0, form: undefined, around: undefined });
}

const misplaced = (msg: string, path: string) => cardRefused({ code: 11310, path, msg });

function checkButton(button: Json, place: Place): void {
  if (place.form === undefined && button.form_action_type !== undefined) {
    throw misplaced('formActionType only in form', place.path);
  }
  if (place.form !== undefined && button.form_action_type === undefined) {
    throw misplaced('a button in a form must be submit or reset', place.path);
  }
}

function hasSubmit(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasSubmit);
  if (!isObject(node)) return false;
  if (node.tag === 'button' && node.form_action_type === 'submit') return true;
  return hasSubmit(node.elements) || hasSubmit(node.columns);
}

const REQUIRED: Record<string, string[]> = {
  markdown: ['content'],
  img: ['img_key'],
  column_set: ['columns'],
  chart: ['chart_spec'],
  select_static: ['options'],
  multi_select_static: ['options'],
  select_img: ['options'],
  overflow: ['options'],
  table: ['columns', 'rows'],
};

/** What one component needs in itself. */
function checkContent(component: Json, path: string): void {
  const missing = REQUIRED[String(component.tag)]?.find((name) => component[name] === undefined);
  if (missing !== undefined) throw malformed(`required property is missing, property: ${missing}`, path);
  checkConfirm(component.confirm, path);
  checkBehaviors(component.behaviors, path);
  checkLengths(component, path);
  checkOptions(component, path);
  const header = component.header;
  if (component.tag === 'collapsible_panel' && !(isObject(header) && isObject(header.title))) {
    throw malformed('required property is missing, property: header.title', path);
  }
}

function checkConfirm(confirm: unknown, path: string): void {
  if (confirm === undefined) return;
  if (!isObject(confirm) || confirm.title === undefined || confirm.text === undefined) {
    throw malformed('confirm needs both title and text', path);
  }
}

function checkBehaviors(behaviors: unknown, path: string): void {
  if (!Array.isArray(behaviors)) return;
  for (const behavior of behaviors as Json[]) {
    if (behavior.type === 'callback' && behavior.value === undefined) {
      throw malformed('required property is missing, property: behaviors.value', path);
    }
    const urls = [behavior.default_url, behavior.pc_url ?? behavior.ios_url ?? behavior.android_url];
    if (behavior.type === 'open_url' && urls.every((url) => url === undefined)) {
      throw malformed('required property is missing, property: behaviors.default_url', path);
    }
  }
}

function checkLengths(component: Json, path: string): void {
  const length = (text: unknown): number => (isObject(text) ? [...String(text.content ?? '')].length : 0);
  if (component.tag === 'button' && length(component.text) > 100) throw misplaced('button text over 100', path);
  if (component.tag === 'input') {
    if (length(component.placeholder) > 100) throw misplaced('placeholder over 100', path);
    const { max_length: max } = component;
    if (max !== undefined && !(Number.isInteger(max) && Number(max) >= 1 && Number(max) <= 1000)) {
      throw misplaced('max_length must be 1 to 1000', path);
    }
  }
}

function checkOptions(component: Json, path: string): void {
  if (!Array.isArray(component.options)) return;
  const values = (component.options as Json[]).map((option) => option.value);
  if (String(component.tag).endsWith('_static')) {
    const incomplete = (component.options as Json[]).find((option) => !option.text || typeof option.value !== 'string');
    if (incomplete !== undefined) throw malformed('an option needs text and value', path);
    if (new Set(values).size !== values.length) throw misplaced('values of the options must be unique', path);
  }
  const chosen = [component.initial_option, component.selected_values].flat().filter((value) => value !== undefined);
  const stray = chosen.find((value) => values.length > 0 && !values.includes(value));
  if (stray !== undefined) throw misplaced(`initial value ${String(stray)} is not among the options`, path);
}
