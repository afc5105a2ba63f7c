// A person presses something on a card: the callback goes out once, and its answer is applied as the platform applies it. Never redelivered.
import { ApiError } from './api-error.ts';
import { checkCard } from './card-rules/check-card.ts';
import type { Clock } from './clock.ts';
import { parseObject } from './content.ts';
import type { Delivery, Outcome } from './delivery.ts';
import type { EventMaker } from './events.ts';
import { newActionToken } from './ids.ts';
import { cardOf } from './message-view.ts';
import { PageError } from './people.ts';
import type { Message, World } from './world.ts';

const LIFETIME_MS = 14 * 86_400_000;

export interface Press {
  as: string;
  tag: string;
  name?: string;
  value?: unknown;
  form_value?: Record<string, unknown>;
  option?: string;
  options?: string[];
  input_value?: string;
  checked?: boolean;
}

interface Toast {
  type: 'info' | 'success' | 'error' | 'warning';
  content: string;
}

/** `error` is what the client shows: 200341 no answer in time, 200671 refused, 200672 bad body, 200673 bad card, 200340 nobody to ask. */
export interface PressResult {
  toast?: Toast;
  error?: { code: number; message: string };
}

export interface CardActions {
  press(message: string, press: Press): Promise<PressResult>;
}

export function createCardActions(deps: {
  world: World;
  clock: Clock;
  delivery: Delivery;
  events: EventMaker;
  onToast(message: Message, to: string, result: PressResult): void;
}): CardActions {
  const { world, clock, delivery, events } = deps;

  async function press(id: string, pressed: Press): Promise<PressResult> {
    const message = world.message(id);
    const card = message === undefined ? undefined : cardOf(world, message);
    if (message === undefined || card === undefined || message.recalled)
      throw new PageError(404, `没有这张卡片：${id}`);
    const person = world.person(pressed.as);
    if (person === undefined || world.chat(message.chat)?.members.includes(pressed.as) !== true) {
      throw new PageError(403, '操作人不在这个会话里');
    }
    const result =
      clock.now() - message.at > LIFETIME_MS
        ? failure(200340, '卡片已超过 14 天，不能再操作')
        : isStreaming(world, message)
          ? failure(200810, '卡片正在流式更新，暂不能操作')
          : apply(
              message,
              await delivery.call(events.cardPressed(message, person, actionOf(pressed), newActionToken())),
            );
    deps.onToast(message, pressed.as, result);
    return result;
  }

  function apply(message: Message, outcome: Outcome): PressResult {
    switch (outcome.type) {
      case 'no_answer':
        return failure(200341, '机器人 3 秒内没有回应');
      case 'no_connection':
        return failure(200340, '机器人不在线：没有长连接，或没有配置回调地址');
      case 'refused':
        return failure(200671, `机器人处理失败：${outcome.why}`);
      case 'bad_body':
        return failure(200672, `机器人的回应不是 JSON：${outcome.why}`);
      case 'acknowledged':
        return applyBody(message, outcome.body);
    }
  }

  function applyBody(message: Message, body: unknown): PressResult {
    const answer = parseObject(JSON.stringify(body ?? {}));
    const stray = Object.keys(answer ?? { '': 0 }).find((key) => key !== 'toast' && key !== 'card');
    if (answer === undefined || stray !== undefined)
      return failure(200672, `回应里有不认识的字段：${stray ?? typeof body}`);
    const toast = answer.toast === undefined ? undefined : readToast(answer.toast);
    if (toast === null) return failure(200672, 'toast 要有 type（info、success、error、warning）和 content');
    if (answer.card !== undefined) {
      const refused = applyCard(message, answer.card);
      if (refused !== undefined) return failure(refused.code, refused.message);
    }
    return toast === undefined ? {} : { toast };
  }

  function applyCard(message: Message, given: unknown): { code: number; message: string } | undefined {
    const { type, data } = (given ?? {}) as { type?: unknown; data?: unknown };
    if (type === 'template') return { code: 200673, message: '本地飞书没有卡片模板' };
    const card =
      type === 'raw' ? parseObject(typeof data === 'string' ? data : JSON.stringify(data ?? null)) : undefined;
    if (card === undefined) return { code: 200672, message: 'card 要是 {type:"raw", data:整张卡片}' };
    if (cardOf(world, message)?.schema === '2.0' && card.schema !== '2.0') {
      return { code: 200830, message: '2.0 的卡片不能更新为 1.0' };
    }
    if (Buffer.byteLength(JSON.stringify(card)) > 30 * 1024) return { code: 200673, message: '卡片超过 30 KB' };
    try {
      checkCard(world, card);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { code: 200673, message: error.message };
    }
    const entity = message.cardId === undefined ? undefined : world.card(message.cardId);
    // A returned card uses no CardKit sequence number.
    if (entity === undefined) message.content = JSON.stringify(card);
    else entity.card = card;
    message.updatedAt = clock.now();
    world.changed({ type: 'message', message });
    return undefined;
  }

  return { press };
}

const failure = (code: number, message: string): PressResult => ({ error: { code, message } });

function isStreaming(world: World, message: Message): boolean {
  return message.cardId !== undefined && world.card(message.cardId)?.streamingSince !== undefined;
}

function actionOf(pressed: Press): Record<string, unknown> {
  const { as: _as, ...action } = pressed;
  const picker = pressed.tag.startsWith('picker_') || pressed.tag === 'date_picker';
  return { ...action, ...(picker ? { timezone: 'Asia/Shanghai' } : {}) };
}

/** null when it is no toast. */
function readToast(given: unknown): Toast | null {
  const {
    type = 'info',
    content,
    i18n,
  } = (given ?? {}) as { type?: string; content?: unknown; i18n?: { zh_cn?: unknown } };
  const text = content ?? i18n?.zh_cn;
  if (typeof text !== 'string' || !['info', 'success', 'error', 'warning'].includes(type)) return null;
  return { type: type as Toast['type'], content: text };
}
