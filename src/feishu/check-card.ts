// Checks card JSON against the platform's published rules, before the platform does. Pure; knows nothing of how cards are made.
import { checkElement, type Scope } from './check-element.ts';
import { child, isRecord, type JsonObject } from './json.ts';

const maxBytes = 30_000;
const maxElements = 200;
const rootProperties = ['schema', 'config', 'card_link', 'header', 'body'];
const configProperties = [
  'streaming_mode',
  'streaming_config',
  'summary',
  'locales',
  'enable_forward',
  'update_multi',
  'width_mode',
  'use_custom_translation',
  'enable_forward_interaction',
  'style',
];
const headerProperties = ['title', 'subtitle', 'template', 'text_tag_list', 'icon', 'padding'];
const bodyProperties = [
  'elements',
  'direction',
  'padding',
  'horizontal_spacing',
  'vertical_spacing',
  'horizontal_align',
  'vertical_align',
];
const templates = 'blue wathet turquoise green yellow orange red carmine violet purple indigo grey default'.split(' ');

/** What the platform would refuse or a client would not carry out; empty when all is well. */
export function checkCard(card: JsonObject): string[] {
  const scope: Scope = { problems: [], names: new Set(), ids: new Set(), elements: 0 };
  const { problems } = scope;
  const known = (object: JsonObject, names: string[], path: string) => {
    for (const key of Object.keys(object)) if (!names.includes(key)) problems.push(`${path}: unknown property ${key}`);
  };
  known(card, rootProperties, 'ROOT');
  if (card.schema !== '2.0') problems.push('ROOT: schema must be "2.0"');

  const config = child(card, 'config');
  known(config, configProperties, 'config');
  if (config.update_multi !== true) problems.push('config: update_multi must be true');

  const header = child(card, 'header');
  known(header, headerProperties, 'header');
  if (!templates.includes(String(header.template ?? 'default'))) problems.push('header: unknown template');
  for (const name of ['title', 'subtitle'])
    if (header[name] !== undefined) checkElement(header[name], `header.${name}`, 0, false, scope);
  if (!isRecord(header.title)) problems.push('header: title is missing');

  const body = child(card, 'body');
  known(body, bodyProperties, 'body');
  const elements = Array.isArray(body.elements) ? body.elements : [];
  if (elements.length === 0) problems.push('body: no elements');
  for (const [at, element] of elements.entries()) checkElement(element, `body[${at}]`, 0, false, scope);

  if (scope.elements > maxElements) problems.push(`ROOT: ${scope.elements} elements, at most ${maxElements}`);
  const bytes = Buffer.byteLength(JSON.stringify(JSON.stringify(card)));
  if (bytes > maxBytes) problems.push(`ROOT: ${bytes} bytes, at most ${maxBytes}`);
  return problems;
}
