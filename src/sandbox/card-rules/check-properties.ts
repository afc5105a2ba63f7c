// Holds every property of a card against the table: one unknown or ill-typed property refuses the whole card. Must never repair anything.
import { type ApiError, cardRefused } from '../api-error.ts';
import { COMPONENTS, GONE, ICONS, type Rule, type Shape, TEXTS } from './properties.ts';

type Json = Record<string, unknown>;

const EVERYWHERE: Shape = { element_id: 'string', margin: 'margin' };
const LENGTHS = {
  spacing: /^(small|medium|large|extra_large|default|\d{1,2}px)$/,
  padding: /^\d{1,2}px( \d{1,2}px( \d{1,2}px \d{1,2}px)?)?$/,
  margin: /^-?\d{1,2}px( -?\d{1,2}px( -?\d{1,2}px -?\d{1,2}px)?)?$/,
};
const COLOUR =
  /^((default|laser|white|black|bg-white|neutral|blue|carmine|green|indigo|lime|grey|orange|purple|red|sunflower|turquoise|violet|wathet|yellow)(-\d{2,3})?|rgba?\([\d\s.,%]+\))$/;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `[1](tag: input)`, `text(tag: plain_text)`, or the bare name. */
export function step(name: string, value: unknown): string {
  return isObject(value) && typeof value.tag === 'string' ? `${name}(tag: ${value.tag})` : name;
}

export const malformed = (what: string, path: string): ApiError =>
  cardRefused({
    code: 200621,
    msg: 'parse card json err, please check whether the card json is correct',
    value: `${what}, path: ${path}`,
  });

/** `colours` are the names of config.style.color. */
export function createPropertyCheck(
  colours: ReadonlySet<string>,
): (shape: Shape, value: unknown, path: string) => void {
  function object(shape: Shape, value: unknown, path: string, also: Shape = {}): void {
    if (!isObject(value)) throw malformed(`expected object, but: ${kind(value)}`, path);
    for (const [name, inner] of Object.entries(value)) {
      const rule = Object.hasOwn(shape, name) ? shape[name] : Object.hasOwn(also, name) ? also[name] : undefined;
      if (rule === undefined) throw malformed(`unknown property, property: ${name}`, path);
      property(rule, inner, `${path} -> ${step(name, inner)}`, name);
    }
  }

  /** An object whose `tag` chooses the shape. */
  function tagged(shapes: Readonly<Record<string, Shape>>, value: unknown, path: string, also: Shape): void {
    if (!isObject(value)) throw malformed(`expected object, but: ${kind(value)}`, path);
    const tag = String(value.tag);
    if (GONE.has(tag)) {
      throw cardRefused({
        code: 200861,
        path,
        msg: 'cards of schema V2 no longer support this capability',
        value: `unsupported tag ${tag}`,
      });
    }
    const shape = Object.hasOwn(shapes, tag) ? shapes[tag] : undefined;
    if (shape === undefined) throw malformed(`not support tag: ${tag}`, path);
    object(shape, value, path, { tag: 'string', ...also });
  }

  function property(rule: Rule, value: unknown, path: string, name: string): void {
    if (typeof rule === 'string') {
      word(rule, value, path, name);
    } else if ('each' in rule) {
      if (!Array.isArray(value)) throw malformed(`expected array for ${name}, but: ${kind(value)}`, path);
      for (const [index, item] of value.entries()) {
        property(rule.each, item, `${path} -> ${step(`[${index}]`, item)}`, name);
      }
    } else if ('has' in rule) {
      object(rule.has, value, path);
    } else if (!rule.includes(value as string)) {
      throw malformed(`invalid value for ${name}: ${String(value)}`, path);
    }
  }

  function word(rule: Extract<Rule, string>, value: unknown, path: string, name: string): void {
    switch (rule) {
      case 'any':
        break;
      case 'string':
      case 'number':
      case 'boolean':
        if (typeof value !== rule) throw malformed(`expected ${rule} for ${name}, but: ${kind(value)}`, path);
        break;
      case 'object':
        if (!isObject(value)) throw malformed(`expected object for ${name}, but: ${kind(value)}`, path);
        break;
      case 'color':
        if (typeof value !== 'string' || !(COLOUR.test(value) || colours.has(value))) {
          throw malformed(`invalid color: ${String(value)}`, path);
        }
        break;
      case 'spacing':
      case 'padding':
      case 'margin':
        if (typeof value !== 'string' || !LENGTHS[rule].test(value)) {
          throw malformed(`invalid value for ${name}: ${String(value)}`, path);
        }
        break;
      case 'behavior':
        behavior(value, path);
        break;
      default:
        tagged(TAGGED[rule].shapes, value, path, TAGGED[rule].also);
    }
  }

  function behavior(value: unknown, path: string): void {
    const type = isObject(value) ? String(value.type) : '';
    const shape = Object.hasOwn(BEHAVIORS, type) ? BEHAVIORS[type] : undefined;
    if (shape === undefined) throw malformed(`unknown behavior type: ${type}`, path);
    object(shape, value, path);
  }

  return object;
}

function only(shapes: Readonly<Record<string, Shape>>, ...tags: string[]): Record<string, Shape> {
  return Object.fromEntries(Object.entries(shapes).filter(([tag]) => tags.includes(tag)));
}

const kind = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : isObject(value)
        ? `map${JSON.stringify(value)}`
        : `${typeof value} ${String(value)}`;

const BEHAVIORS: Readonly<Record<string, Shape>> = {
  callback: { type: 'string', value: 'any' },
  open_url: { type: 'string', default_url: 'string', pc_url: 'string', ios_url: 'string', android_url: 'string' },
};

const TEXT: Shape = { element_id: 'string' };
const { column: _column, ...withoutColumn } = COMPONENTS;

const TAGGED = {
  plain_text: { shapes: only(TEXTS, 'plain_text'), also: TEXT },
  text: { shapes: only(TEXTS, 'plain_text', 'lark_md'), also: TEXT },
  panel_title: { shapes: only(TEXTS, 'plain_text', 'markdown'), also: TEXT },
  icon: { shapes: ICONS, also: {} },
  component: { shapes: withoutColumn, also: EVERYWHERE },
  column: { shapes: only(COMPONENTS, 'column'), also: EVERYWHERE },
  button: { shapes: only(COMPONENTS, 'button'), also: EVERYWHERE },
};
