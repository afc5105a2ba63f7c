// Finds and changes parts of a card by element_id. Must never validate: the whole card is checked after each change.
import { ApiError } from './api-error.ts';

export type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a component stands in its list; for a text object, the object alone. */
interface Found {
  element: Json;
  list?: unknown[];
}

function find(node: unknown, id: string, list?: unknown[]): Found | undefined {
  if (Array.isArray(node)) {
    for (const item of node) {
      const found = find(item, id, node);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isObject(node)) return undefined;
  if (node.element_id === id) return list === undefined ? { element: node } : { element: node, list };
  for (const [name, value] of Object.entries(node)) {
    const found = name === 'value' ? undefined : find(value, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function elementOf(card: Json, id: string): Found {
  const found = find(card, id);
  if (found === undefined) throw new ApiError(300313, `ErrMsg: element not found, element_id: ${id}; `);
  return found;
}

function listOf(card: Json, id: string): { list: unknown[]; at: number } {
  const { element, list } = elementOf(card, id);
  if (list === undefined) throw new ApiError(300313, `ErrMsg: element ${id} stands in no list; `);
  return { list, at: list.indexOf(element) };
}

export function replaceElement(card: Json, id: string, element: Json): void {
  const { list, at } = listOf(card, id);
  list[at] = element;
}

export function removeElement(card: Json, id: string): void {
  const { list, at } = listOf(card, id);
  list.splice(at, 1);
}

/** The tag of a component stays what it is. */
export function mergeElement(card: Json, id: string, partial: Json): void {
  const { element } = elementOf(card, id);
  if (partial.tag !== undefined && partial.tag !== element.tag) {
    throw new ApiError(300312, 'ErrMsg: the tag of an element cannot be changed by patch; ');
  }
  Object.assign(element, partial);
}

export function insertElements(card: Json, how: unknown, target: unknown, elements: Json[]): void {
  if (how === 'append') {
    const around = typeof target === 'string' && target !== '' ? elementOf(card, target).element : card.body;
    if (!isObject(around) || !Array.isArray(around.elements)) {
      throw new ApiError(10002, 'invalid param, target_element_id is not a container');
    }
    around.elements.push(...elements);
    return;
  }
  if ((how !== 'insert_before' && how !== 'insert_after') || typeof target !== 'string') {
    throw new ApiError(10002, 'invalid param, type must be insert_before, insert_after or append');
  }
  const { list, at } = listOf(card, target);
  list.splice(how === 'insert_before' ? at : at + 1, 0, ...elements);
}

/** Only `config` and `card_link` are settings. */
export function applySettings(card: Json, settings: Json): void {
  const stray = Object.keys(settings).find((name) => name !== 'config' && name !== 'card_link');
  if (stray !== undefined) throw new ApiError(10002, `invalid param, settings cannot hold ${stray}`);
  if (settings.config !== undefined) {
    card.config = {
      ...(isObject(card.config) ? card.config : {}),
      ...(isObject(settings.config) ? settings.config : {}),
    };
  }
  if (settings.card_link !== undefined) card.card_link = settings.card_link;
}
