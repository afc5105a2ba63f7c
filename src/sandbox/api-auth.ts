// Tokens and who the bot is: the first calls of every client. Must never answer with `data` where the real platform has none.
import { bodyOf, type OpenApi } from './open-api.ts';
import type { Tokens } from './tokens.ts';
import type { World } from './world.ts';

export function serveAuth(api: OpenApi, world: World, tokens: Tokens): void {
  api.on(
    'POST',
    '/auth/v3/tenant_access_token/internal',
    async (c) => {
      const body = await bodyOf(c);
      const { token, expireSeconds } = tokens.issue(body.app_id, body.app_secret);
      return Response.json({ code: 0, msg: 'ok', tenant_access_token: token, expire: expireSeconds });
    },
    { open: true },
  );

  api.on(
    'POST',
    '/auth/v3/app_access_token/internal',
    async (c) => {
      const body = await bodyOf(c);
      const { token, expireSeconds } = tokens.issue(body.app_id, body.app_secret);
      return Response.json({
        code: 0,
        msg: 'ok',
        app_access_token: token,
        tenant_access_token: token,
        expire: expireSeconds,
      });
    },
    { open: true },
  );

  api.on('GET', '/bot/v3/info', () =>
    Response.json({
      code: 0,
      msg: 'ok',
      bot: {
        activate_status: 2,
        app_name: world.data.bot.name,
        avatar_url: '',
        ip_white_list: [],
        open_id: world.data.bot.openId,
      },
    }),
  );
}
