// cardkit/v1: card entities, updated in part and by streaming under a strictly rising sequence. Must never touch a message's content.
import { ApiError, CardRefused, fieldError } from './api-error.ts';
import type { CardEntity } from './card-entity.ts';
import { checkCard } from './card-rules/check-card.ts';
import {
  applySettings,
  elementOf,
  insertElements,
  type Json,
  mergeElement,
  removeElement,
  replaceElement,
} from './card-tree.ts';
import type { Clock } from './clock.ts';
import { newCardId } from './ids.ts';
import { messageForBot } from './look-up.ts';
import { type ApiContext, bodyOf, type OpenApi } from './open-api.ts';
import type { RateLimit } from './rate-limit.ts';
import type { World } from './world.ts';

const CARD_BYTES = 30 * 1024;
const LIFETIME_MS = 14 * 86_400_000;
const STREAMING_MS = 600_000;

export function serveCardKit(
  api: OpenApi,
  deps: { world: World; clock: Clock; limit: RateLimit; limits: boolean },
): void {
  const { world, clock } = deps;

  function check(card: Json): void {
    if (card.schema !== '2.0') throw new ApiError(200220, 'ErrMsg: a card entity must be of schema 2.0; ');
    if (Buffer.byteLength(JSON.stringify(card)) > CARD_BYTES)
      throw new ApiError(200860, 'ErrMsg: card size over 30KB; ');
    try {
      checkCard(world, card);
    } catch (error) {
      if (!(error instanceof CardRefused)) throw error;
      // Here the sub-error stands by itself, and the count of elements has a code of its own.
      const code = error.sub.msg.includes('element exceeds the limit') ? 300305 : error.sub.code;
      throw new ApiError(code, error.sub.msg);
    }
  }

  function noteStreaming(entity: CardEntity, reopened = false): void {
    if (reopened) {
      delete entity.streamingSince;
      delete entity.timedOut;
    }
    if (isStreaming(entity.card)) entity.streamingSince ??= clock.now();
    else delete entity.streamingSince;
  }

  /** Streaming closes itself ten minutes after it was last opened. */
  function closeOverdue(entity: CardEntity): void {
    if (entity.streamingSince === undefined || clock.now() - entity.streamingSince < STREAMING_MS) return;
    applySettings(entity.card, { config: { streaming_mode: false } });
    noteStreaming(entity);
    entity.timedOut = true;
  }

  function entityOf(id: string): CardEntity {
    const entity = world.card(id);
    if (entity === undefined) throw new ApiError(200740, 'ErrMsg: card does not exist; ');
    if (clock.now() - entity.createdAt > LIFETIME_MS) throw new ApiError(200750, 'ErrMsg: card is expired; ');
    closeOverdue(entity);
    return entity;
  }

  /** Runs one operation on a copy, so that a refused one changes nothing, and uses up its sequence only when it succeeds. */
  async function operate(c: ApiContext, change: (card: Json, body: Json, entity: CardEntity) => void): Promise<Json> {
    const body = await bodyOf(c);
    const entity = entityOf(c.req.param('card_id') ?? '');
    const { sequence, uuid } = body;
    if (typeof sequence !== 'number' || !Number.isInteger(sequence) || sequence < 1 || sequence > 2 ** 31 - 1) {
      throw fieldError('sequence', 'must be an int32 from 1');
    }
    if (uuid !== undefined && (typeof uuid !== 'string' || uuid.length > 64))
      throw fieldError('uuid', 'the max length is 64');
    if (typeof uuid === 'string' && entity.uuids.includes(uuid)) throw new ApiError(200770, 'ErrMsg: uuid conflict; ');
    if (sequence <= entity.sequence) throw new ApiError(300317, 'ErrMsg: sequence number compare failed; ');
    if (deps.limits && deps.limit.take(`card ${entity.id}`, 10, 1000) > 0) {
      throw new ApiError(230020, 'This operation triggers the frequency limit.');
    }
    const card = structuredClone(entity.card);
    change(card, body, entity);
    check(card);
    entity.card = card;
    entity.sequence = sequence;
    if (typeof uuid === 'string' && uuid !== '') entity.uuids.push(uuid);
    const settings = parse(body.settings);
    noteStreaming(entity, settings !== undefined && isStreaming(settings as Json));
    publish(entity);
    return {};
  }

  function publish(entity: CardEntity): void {
    const message = entity.message === undefined ? undefined : world.message(entity.message);
    if (message !== undefined) message.updatedAt = clock.now();
    world.changed(message === undefined ? { type: 'data' } : { type: 'message', message });
  }

  api.on('POST', '/cardkit/v1/cards', async (c) => {
    const body = await bodyOf(c);
    if (body.type !== 'card_json')
      throw new ApiError(10002, 'invalid param, type must be card_json in the local Feishu');
    const card = parsed(body.data, 'data');
    check(card);
    const entity: CardEntity = { id: newCardId(), card, sequence: 0, uuids: [], createdAt: clock.now() };
    noteStreaming(entity);
    world.data.cards.push(entity);
    world.changed({ type: 'data' });
    return { card_id: entity.id };
  });

  api.on('POST', '/cardkit/v1/cards/id_convert', async (c) => {
    const message = messageForBot(world, String((await bodyOf(c)).message_id));
    if (message.cardId === undefined) throw new ApiError(10002, 'invalid param, the message shows no card entity');
    return { card_id: message.cardId };
  });

  api.on('PUT', '/cardkit/v1/cards/:card_id', (c) =>
    operate(c, (card, body) => {
      const next = parsed((body.card as Json | undefined)?.data, 'card.data');
      for (const name of Object.keys(card)) delete card[name];
      Object.assign(card, next);
    }),
  );

  api.on('PATCH', '/cardkit/v1/cards/:card_id/settings', (c) =>
    operate(c, (card, body) => applySettings(card, parsed(body.settings, 'settings'))),
  );

  api.on('POST', '/cardkit/v1/cards/:card_id/batch_update', (c) =>
    operate(c, (card, body) => {
      for (const action of parsedList(body.actions, 'actions')) runAction(card, action);
    }),
  );

  api.on('POST', '/cardkit/v1/cards/:card_id/elements', (c) =>
    operate(c, (card, body) =>
      insertElements(card, body.type, body.target_element_id, parsedList(body.elements, 'elements')),
    ),
  );

  const elementId = (c: ApiContext): string => c.req.param('element_id') ?? '';
  const element = '/cardkit/v1/cards/:card_id/elements/:element_id';
  api.on('PUT', element, (c) =>
    operate(c, (card, body) => replaceElement(card, elementId(c), parsed(body.element, 'element'))),
  );
  api.on('PATCH', element, (c) =>
    operate(c, (card, body) => mergeElement(card, elementId(c), parsed(body.partial_element, 'partial_element'))),
  );
  api.on('DELETE', element, (c) => operate(c, (card) => removeElement(card, elementId(c))));

  api.on('PUT', `${element}/content`, (c) =>
    operate(c, (card, body, entity) => {
      if (entity.timedOut === true) {
        delete entity.timedOut;
        throw new ApiError(200850, 'ErrMsg: card streaming timeout; ');
      }
      if (entity.streamingSince === undefined) throw new ApiError(300309, 'ErrMsg: streaming mode is closed; ');
      const { content } = body;
      if (typeof content !== 'string' || content.length < 1 || content.length > 100_000) {
        throw fieldError('content', 'must have 1 to 100000 characters');
      }
      const { element: target } = elementOf(card, elementId(c));
      if (target.tag !== 'markdown' && target.tag !== 'plain_text') {
        throw new ApiError(300310, 'ErrMsg: element is neither markdown nor plain_text; ');
      }
      target.content = content;
    }),
  );
}

const isStreaming = (card: Json): boolean =>
  (card.config as { streaming_mode?: unknown } | undefined)?.streaming_mode === true;

function runAction(card: Json, action: Json): void {
  const params = (action.params ?? {}) as Json;
  const id = String(params.element_id ?? '');
  const run = {
    partial_update_setting: () => applySettings(card, objectOf(params.settings)),
    add_elements: () => insertElements(card, params.type, params.target_element_id, listFrom(params.elements)),
    delete_elements: () => {
      for (const one of listFrom(params.element_ids)) removeElement(card, String(one));
    },
    partial_update_element: () => mergeElement(card, id, objectOf(params.partial_element)),
    update_element: () => replaceElement(card, id, objectOf(params.element)),
  }[String(action.action)];
  if (run === undefined) throw new ApiError(10002, `invalid param, unknown action: ${String(action.action)}`);
  run();
}

const objectOf = (value: unknown): Json =>
  typeof value === 'string' ? parsed(value, 'params') : ((value ?? {}) as Json);
const listFrom = (value: unknown): Json[] =>
  typeof value === 'string' ? parsedList(value, 'params') : ((value ?? []) as Json[]);

/** CardKit takes its JSON as strings. */
function parsed(text: unknown, field: string): Json {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError(10002, `invalid param, ${field} must be a JSON object as a string`);
  }
  return value as Json;
}

function parsedList(text: unknown, field: string): Json[] {
  const value = parse(text);
  if (!Array.isArray(value)) throw new ApiError(10002, `invalid param, ${field} must be a JSON array as a string`);
  return value as Json[];
}

function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
