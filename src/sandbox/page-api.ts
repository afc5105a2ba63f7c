// The chat page's own API: what it shows and what people do there. Must never touch the platform's routes.
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { CardActions, Press } from './card-action.ts';
import type { DocumentDesk, DocumentEdit } from './document-desk.ts';
import type { CallFault, Faults } from './faults.ts';
import { fileResponse } from './files.ts';
import { shownToPage } from './message-view.ts';
import { parseMultipart } from './multipart.ts';
import { pageFile, vendorFile } from './page-files.ts';
import { PageError, type People, type Say } from './people.ts';
import type { Stream } from './stream.ts';
import type { Chat, Person, World } from './world.ts';

/** As an administrator sets it up in the console. */
export interface MenuItem {
  key: string;
  name: string;
}

type PageContext = Context<{ Bindings: HttpBindings }>;

export function servePage(
  app: Hono<{ Bindings: HttpBindings }>,
  deps: {
    world: World;
    people: People;
    actions: CardActions;
    documents: DocumentDesk;
    stream: Stream;
    faults: Faults;
    redeliverLast: (how: 'same_event' | 'new_event') => void;
    dropConnections: () => void;
    revokeTokens: (how: 'expired' | 'invalid') => void;
    menu: readonly MenuItem[];
  },
): void {
  const { world, people, actions, documents, stream, faults } = deps;

  const on = (method: string, path: string, handler: (c: PageContext) => unknown): void => {
    app.on(method, path, async (c) => {
      try {
        if (method !== 'GET') refuseOtherSites(c);
        const answer = await handler(c);
        return answer instanceof Response ? answer : Response.json(answer ?? {});
      } catch (error) {
        if (error instanceof PageError) return Response.json({ error: error.message }, { status: error.status });
        throw error;
      }
    });
  };
  const param = (c: PageContext, name: string): string => c.req.param(name) ?? '';

  on('GET', '/sandbox/api/state', () => ({
    people: world.data.people.map(shownPerson),
    bot: { name: world.data.bot.name, open_id: world.data.bot.openId },
    menu: deps.menu,
    chats: world.data.chats.map(shownChat),
  }));
  on('GET', '/sandbox/api/chats/:id/messages', (c) => {
    if (world.chat(param(c, 'id')) === undefined) throw new PageError(404, '没有这个会话');
    return world.messagesOf(param(c, 'id')).map((message) => shownToPage(world, message));
  });
  on('POST', '/sandbox/api/chats/:id/messages', async (c) =>
    shownToPage(world, people.say(param(c, 'id'), (await body(c)) as unknown as Say)),
  );
  on('POST', '/sandbox/api/chats/:id/files', async (c) => {
    const form = parseMultipart(c.req.header('content-type'), new Uint8Array(await c.req.arrayBuffer()));
    const as = form?.find((part) => part.name === 'as');
    const file = form?.find((part) => part.name === 'file');
    if (as === undefined || file === undefined) throw new PageError(400, '要有 as 和 file 两个字段');
    const name = file.filename ?? '未命名';
    const person = Buffer.from(as.bytes).toString('utf8');
    return shownToPage(world, people.sendFile(param(c, 'id'), person, { name, bytes: file.bytes }));
  });
  on('POST', '/sandbox/api/chats/:id/forward', async (c) => {
    const { as, messages } = await body(c);
    const ids = Array.isArray(messages) ? messages.map(String) : [];
    return shownToPage(world, people.forward(param(c, 'id'), String(as), ids));
  });
  on('POST', '/sandbox/api/messages/:id/recall', async (c) =>
    shownToPage(world, people.recall(param(c, 'id'), String((await body(c)).as))),
  );
  on('POST', '/sandbox/api/messages/:id/actions', async (c) =>
    actions.press(param(c, 'id'), (await body(c)) as unknown as Press),
  );
  on('POST', '/sandbox/api/chats', async (c) => {
    const { name, members } = (await body(c)) as { name?: unknown; members?: unknown };
    return shownChat(people.createGroup(String(name ?? ''), Array.isArray(members) ? members.map(String) : []));
  });
  on('POST', '/sandbox/api/chats/:id/enter', async (c) => people.enter(param(c, 'id'), String((await body(c)).as)));
  on('POST', '/sandbox/api/chats/:id/menu', async (c) => {
    const { as, key } = await body(c);
    return people.choose(param(c, 'id'), String(as), String(key ?? ''));
  });
  on('GET', '/sandbox/api/documents/:id', (c) => documents.look(param(c, 'id'), c.req.query('as') ?? ''));
  on('POST', '/sandbox/api/documents/:id', async (c) => {
    const { as, edits } = await body(c);
    return documents.edit(param(c, 'id'), String(as), Array.isArray(edits) ? (edits as DocumentEdit[]) : []);
  });
  on('POST', '/sandbox/api/documents/:id/share', async (c) => {
    const { as, to } = await body(c);
    return documents.share(param(c, 'id'), String(as), String(to));
  });
  on('GET', '/sandbox/api/stream', (c) => stream.open(c.req.header('last-event-id')));
  on('POST', '/sandbox/api/faults', async (c) => wish(await body(c)));
  on('GET', '/sandbox/files/:key', (c) => {
    const file = world.file(param(c, 'key'));
    if (file === undefined) throw new PageError(404, '没有这个文件');
    return fileResponse(world, file, c.req.query('name') ?? file.name);
  });

  on('GET', '/', () => pageFile('index.html'));
  on('GET', '/docx/:id', () => pageFile('document.html'));
  on('GET', '/page/*', (c) => pageFile(rawPath(c).slice('/page/'.length)));
  on('GET', '/vendor/*', (c) => vendorFile(rawPath(c).slice('/vendor/'.length)));

  function wish(asked: Record<string, unknown>): unknown {
    switch (asked.type) {
      case 'call':
        faults.onCall(asked as unknown as CallFault);
        return {};
      case 'redeliver_last':
        deps.redeliverLast(asked.how === 'new_event' ? 'new_event' : 'same_event');
        return {};
      case 'duplicate_events':
        faults.duplicateEvents(Number(asked.times ?? 1));
        return {};
      case 'swap_events':
        faults.swapNextEvents();
        return {};
      case 'split_frames':
        faults.splitFrames(Number(asked.pieces ?? 2));
        return {};
      case 'drop_connections':
        deps.dropConnections();
        return {};
      case 'revoke_tokens':
        deps.revokeTokens(asked.how === 'invalid' ? 'invalid' : 'expired');
        return {};
      case 'clear':
        faults.clear();
        return {};
      default:
        throw new PageError(
          400,
          'type 可以是 call、redeliver_last、duplicate_events、swap_events、split_frames、drop_connections、revoke_tokens、clear',
        );
    }
  }
}

/** As sent: a decoded path could hide a way out of the folder. */
const rawPath = (c: PageContext): string => (c.env.incoming.url ?? '/').split(/[?#]/)[0] ?? '/';

/** Any web page may post to loopback; only ours may speak for people. */
function refuseOtherSites(c: PageContext): void {
  const origin = c.req.header('origin');
  if (origin !== undefined && URL.parse(origin)?.host !== c.req.header('host'))
    throw new PageError(403, '只接受本页面的请求');
}

async function body(c: PageContext): Promise<Record<string, unknown>> {
  const value: unknown = await c.req.json().catch(() => undefined);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new PageError(400, '要一个 JSON 对象');
  return value as Record<string, unknown>;
}

const shownPerson = (person: Person): unknown => ({
  id: person.id,
  name: person.name,
  ...(person.title === undefined ? {} : { title: person.title }),
});

export const shownChat = (chat: Chat): unknown => ({
  id: chat.id,
  type: chat.type,
  name: chat.name,
  members: chat.members,
  ...(chat.person === undefined ? {} : { person: chat.person }),
});
