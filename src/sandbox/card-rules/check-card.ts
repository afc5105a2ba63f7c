// Refuses a whole card as Feishu does: 230099 with its sub-error, one error at a time. Must never let through what the platform would not.
import { cardRefused } from '../api-error.ts';
import type { World } from '../world.ts';
import { checkMarkdown, tooManyTables } from './check-markdown.ts';
import { createPropertyCheck, isObject, malformed, step } from './check-properties.ts';
import { checkStructure } from './check-structure.ts';
import { CARD } from './properties.ts';

type Json = Record<string, unknown>;

const ELEMENTS = 200;
const TABLES = 5;

/** Size is the caller's to judge: each way in has its own limit and code. */
export function checkCard(world: World, card: Json): void {
  // Without `schema` it is read as 1.0, of which only the outline is known here.
  if (card.schema === undefined) {
    checkFirstVersion(card);
    return;
  }
  createPropertyCheck(ownColours(card))(CARD, card, 'ROOT');
  const body = card.body;
  if (!isObject(body) || !Array.isArray(body.elements)) {
    throw malformed('required property is missing, property: body.elements', 'ROOT');
  }
  checkFrame(card);
  checkStructure(body.elements as Json[], 'ROOT -> body -> elements');
  checkWhole(world, card);
}

function checkFirstVersion(card: Json): void {
  if (card.body !== undefined) throw malformed('unknown property, property: body', 'ROOT');
  if (!Array.isArray(card.elements) && !isObject(card.i18n_elements)) {
    throw malformed('required property is missing, property: elements', 'ROOT');
  }
}

function checkFrame(card: Json): void {
  const config = isObject(card.config) ? card.config : {};
  if (config.update_multi === false) {
    throw cardRefused({ code: 300302, msg: 'update_multi of cards of schema V2 must be true', path: 'ROOT -> config' });
  }
  const header = card.header;
  if (isObject(header)) {
    if (header.title === undefined) throw malformed('required property is missing, property: title', 'ROOT -> header');
    if (Array.isArray(header.text_tag_list) && header.text_tag_list.length > 3) {
      throw malformed('text_tag_list holds at most 3 tags', 'ROOT -> header');
    }
  }
  const link = card.card_link;
  if (isObject(link) && link.url === undefined && !(link.pc_url && link.ios_url && link.android_url)) {
    throw malformed('card_link needs url, or pc_url, ios_url and android_url', 'ROOT -> card_link');
  }
}

const ID = /^[A-Za-z][A-Za-z0-9_]{0,19}$/;

/** Counts and ids over all objects that carry a tag, however deep: so the platform counts too. */
function checkWhole(world: World, card: Json): void {
  const ids = new Set<string>();
  let count = 0;
  let tables = 0;

  function visit(node: unknown, path: string): void {
    if (Array.isArray(node)) {
      for (const [index, item] of node.entries()) visit(item, `${path} -> ${step(`[${index}]`, item)}`);
      return;
    }
    if (!isObject(node)) return;
    if (typeof node.tag === 'string') {
      count += 1;
      checkId(node, path);
      checkKeys(world, node, path);
      if (node.tag === 'table') tables += 1;
      if (node.tag === 'markdown' || node.tag === 'lark_md') {
        tables += checkMarkdown(world, String(node.content ?? ''), path);
      }
    }
    for (const [name, value] of Object.entries(node)) {
      // What an application put there is not card.
      if (name === 'value' || name === 'chart_spec' || name === 'rows') continue;
      visit(value, `${path} -> ${step(name, value)}`);
    }
  }

  function checkId(node: Json, path: string): void {
    if (node.element_id === undefined) return;
    const id = String(node.element_id);
    const wrong = !ID.test(id)
      ? 'Code 1002: elementID format error. Only alphabets, numbers, and underscores are allowed. It must start with an alphabet and not exceed 20 characters.'
      : ids.has(id)
        ? 'Code 1001: elementID is duplicated.'
        : undefined;
    if (wrong !== undefined) throw cardRefused({ code: 300301, path, msg: `ElementID ${id}: ${wrong}` });
    ids.add(id);
  }

  visit(card, 'ROOT');
  if (count > ELEMENTS) throw cardRefused({ code: 11310, msg: 'element exceeds the limit', value: 'element' });
  if (tables > TABLES) throw tooManyTables();
}

function checkKeys(world: World, node: Json, path: string): void {
  const key = node.img_key;
  if (typeof key === 'string' && world.file(key)?.kind !== 'image') {
    throw cardRefused({ code: 200570, path, msg: 'card contains invalid image keys', value: key });
  }
}

function ownColours(card: Json): ReadonlySet<string> {
  const config = isObject(card.config) ? card.config : {};
  const style = isObject(config.style) ? config.style : {};
  return new Set(isObject(style.color) ? Object.keys(style.color) : []);
}
