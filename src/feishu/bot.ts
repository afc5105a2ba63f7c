// Who the bot is on the platform: needed before the first event, because a group message is ours only if it mentions the bot.
import { setTimeout as sleepFor } from 'node:timers/promises';
import { disposition, ServiceError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { FeishuClient } from './client.ts';
import { isRecord, textOf } from './json.ts';

export interface Bot {
  openId: string;
  name: string;
}

interface Options {
  attempts?: number;
  sleep?: (ms: number) => Promise<unknown>;
}

/** Tries again (1 s, 2 s, 4 s … at most 30 s apart) while the platform may come back; throws at once when it refuses us. */
export async function loadBot(
  client: FeishuClient,
  log: Log,
  { attempts = 8, sleep = sleepFor }: Options = {},
): Promise<Bot> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer: unknown = await client.call((sdk) => sdk.request({ method: 'GET', url: '/open-apis/bot/v3/info' }));
      const bot = isRecord(answer) && isRecord(answer.bot) ? answer.bot : {};
      const openId = textOf(bot, 'open_id');
      if (openId !== '') return { openId, name: textOf(bot, 'app_name') };
      throw new ServiceError(
        'feishu_denied',
        'The app has no bot: switch it on in 开发者后台 → 应用能力 → 机器人, then publish a version',
      );
    } catch (error) {
      const again = error instanceof ServiceError && disposition[error.code] === 'retry' && attempt < attempts;
      if (!again) throw error;
      const waitMs = error.retryAfterMs ?? Math.min(30_000, 1000 * 2 ** (attempt - 1));
      log.warn({ error: error.message, attempt, waitMs }, 'Feishu does not answer yet');
      await sleep(waitMs);
    }
  }
}
