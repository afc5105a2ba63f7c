// A local Feishu: open-platform endpoints, events over long connection or webhook, and a chat page. Must never import anything of the bot.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { serveAuth } from './api-auth.ts';
import { serveCardKit } from './api-cardkit.ts';
import { serveContact } from './api-contact.ts';
import { serveDocuments } from './api-docx.ts';
import { serveMessages } from './api-messages.ts';
import { serveReactions } from './api-reactions.ts';
import { serveResources } from './api-resources.ts';
import { type CardActions, createCardActions } from './card-action.ts';
import { type Clock, systemClock } from './clock.ts';
import { createDataFile } from './data-file.ts';
import { type Attempt, createDelivery } from './delivery.ts';
import { createDocumentDesk, type DocumentDesk } from './document-desk.ts';
import { createEventMaker } from './events.ts';
import { type CallFault, createFaults } from './faults.ts';
import { newEventId, newSecret } from './ids.ts';
import { type ClientConfig, createLongConnection, defaultClientConfig } from './long-connection.ts';
import { type PageMessage, shownToPage } from './message-view.ts';
import { type ApiCall, createOpenApi } from './open-api.ts';
import { type MenuItem, servePage, shownChat } from './page-api.ts';
import { createPeople, PageError, type People, type Say } from './people.ts';
import { createRateLimit } from './rate-limit.ts';
import { createStream } from './stream.ts';
import { createTokens } from './tokens.ts';
import { createWebhook } from './webhook.ts';
import { type Chat, createWorld, type Envelope, newWorld, type Person } from './world.ts';

export type { PageMessage } from './message-view.ts';

export interface SandboxOptions {
  /** 0 (the default) takes any free port. */
  port?: number;
  /** 127.0.0.1 unless told. */
  host?: string;
  /** `id` is `cli_` and 16 hex digits: the SDK's long connection silently refuses any other. */
  app: { id: string; secret: string };
  /** With it, webhook events are encrypted and signed. */
  encryptKey?: string;
  /** header.token of every event; a random one unless told. */
  verificationToken?: string;
  delivery: { type: 'long_connection' } | { type: 'webhook'; url: string };
  botName?: string;
  people?: { name: string; title?: string }[];
  /** Groups; members by name, everybody unless told. */
  chats?: { name: string; members?: string[] }[];
  /** The bot's menu, as set up in the console. */
  menu?: MenuItem[];
  now?: Clock['now'];
  setTimer?: Clock['setTimer'];
  /** false switches the rate limits off. */
  limits?: boolean;
  /** Whether the app also gets group messages that do not mention it. */
  allGroupMessages?: boolean;
  /** Seconds; what the long connection tells its client about reconnecting. */
  clientConfig?: Partial<ClientConfig>;
  /** Keeps the chats over a restart. */
  dataFile?: string;
  /** Answers paths that are not the platform's: whoever else lives behind this port. */
  otherwise?: (request: Request) => Response | Promise<Response>;
}

export interface Sandbox {
  /** The `domain` for the SDK, without a trailing slash. */
  url: string;
  port: number;
  chatPageUrl: string;
  verificationToken: string;
  close(): Promise<void>;
  /** The platform's check of the webhook URL; resolves to what is wrong, undefined when all is well. */
  verifyUrl(): Promise<string | undefined>;
  faults: SandboxFaults;
  bot: { name: string; openId: string };
  people(): Person[];
  chats(): Chat[];
  /** The p2p chat of the bot with this person (name or open_id), or the group of this name. Throws when there is none. */
  chatOf(nameOrId: string): Chat;
  /** What the page shows, oldest first. */
  messages(chat: string): PageMessage[];
  say(chat: string, said: Say): PageMessage;
  sendFile(chat: string, as: string, file: { name: string; bytes: Uint8Array }): PageMessage;
  /** Sends these messages on to the chat as one chat record. */
  forward(chat: string, as: string, messages: string[]): PageMessage;
  recall(message: string, as: string): void;
  enter: People['enter'];
  choose: People['choose'];
  createGroup: People['createGroup'];
  press: CardActions['press'];
  /** Cloud documents, as people work in them. */
  documents: DocumentDesk;
  /** The bytes behind a file key; undefined when there are none. */
  fileBytes(key: string): Uint8Array | undefined;
  /** Every open-apis call so far. */
  calls(): readonly ApiCall[];
  attempts(): readonly Attempt[];
  events(): readonly Envelope[];
  connections(): number;
}

interface SandboxFaults {
  onCall(fault: CallFault): void;
  /** Sends the last event again: as it was, or as a new event about the same message. */
  redeliverLast(how?: 'same_event' | 'new_event'): void;
  duplicateEvents(times: number): void;
  swapNextEvents(): void;
  splitFrames(pieces: number): void;
  dropConnections(): void;
  revokeTokens(how?: 'expired' | 'invalid'): void;
  clear(): void;
}

const PEOPLE = [
  { name: '王芳', title: '办公室 执笔人' },
  { name: '李明', title: '办公室 主任' },
  { name: '赵敏', title: '人教科' },
  { name: '陈强', title: '预算科' },
];

const MENU: MenuItem[] = [
  { key: 'start', name: '开始' },
  { key: 'progress', name: '进度' },
  { key: 'missing', name: '缺什么' },
  { key: 'draft', name: '起草' },
  { key: 'export', name: '导出' },
  { key: 'help', name: '帮助' },
];

export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  if (!/^cli_[0-9a-fA-F]{16}$/.test(options.app.id)) {
    throw new Error(`app.id must be cli_ and 16 hex digits, not "${options.app.id}": the SDK would not connect.`);
  }
  const clock: Clock = { now: options.now ?? systemClock.now, setTimer: options.setTimer ?? systemClock.setTimer };
  const verificationToken = options.verificationToken ?? newSecret();
  const dataFile = options.dataFile === undefined ? undefined : createDataFile(options.dataFile);
  const kept = dataFile?.load();
  const world = createWorld(
    kept?.data ??
      newWorld(options.botName ?? '执笔', options.people ?? PEOPLE, options.chats ?? [{ name: '述职报告供数群' }]),
    kept?.bytes ?? new Map(),
  );

  const faults = createFaults();
  const tokens = createTokens(clock, options.app);
  const config = { ...defaultClientConfig, ...options.clientConfig };
  const long = createLongConnection({ clock, app: options.app, config, faults });
  const { encryptKey } = options;
  const webhook =
    options.delivery.type === 'webhook'
      ? createWebhook({ clock, url: options.delivery.url, encryptKey, verificationToken })
      : undefined;
  const delivery = createDelivery({ clock, world, faults, transport: webhook?.transport ?? long.transport });
  const events = createEventMaker({ world, now: clock.now, appId: options.app.id, verificationToken });
  const people = createPeople({
    world,
    clock,
    delivery,
    events,
    allGroupMessages: options.allGroupMessages === true,
  });
  const stream = createStream();
  const actions = createCardActions({
    world,
    clock,
    delivery,
    events,
    onToast: (message, to, result) => stream.push('toast', { message: message.id, chat: message.chat, to, ...result }),
  });
  world.onChange((change) => {
    if (change.type === 'message' || change.type === 'reaction') {
      stream.push(change.type, shownToPage(world, change.message));
    }
    if (change.type === 'document')
      stream.push('document', { id: change.document.id, revision: change.document.revision });
    if (change.type === 'chat') stream.push('chat', shownChat(change.chat));
  });

  function redeliverLast(how: 'same_event' | 'new_event' = 'same_event'): void {
    const last = delivery.sent.at(-1);
    if (last === undefined) throw new PageError(400, '还没有发过事件，没有可以重发的');
    const header = how === 'same_event' ? last.header : { ...last.header, event_id: newEventId() };
    delivery.send({ ...last, header });
  }

  const app = new Hono<{ Bindings: HttpBindings }>();
  const calls: ApiCall[] = [];
  const limit = createRateLimit(clock);
  const limits = options.limits !== false;
  const api = createOpenApi({ app, clock, tokens, limit, limits, faults, calls });
  serveAuth(api, world, tokens);
  serveMessages(api, { world, clock, appId: options.app.id, limit, limits });
  serveResources(api, world, options.app.id);
  serveReactions(api, world, clock, options.app.id);
  serveContact(api, world);
  serveCardKit(api, { world, clock, limit, limits });
  const documents = createDocumentDesk({ world, clock });
  let origin = '';
  serveDocuments(api, { world, clock, limit, limits, origin: () => origin });
  app.post('/callback/ws/endpoint', async (c) => {
    const fault = faults.takeCall('POST', '/callback/ws/endpoint')?.fail;
    // Refusals of the endpoint come with HTTP 200.
    if (fault !== undefined) return Response.json({ code: fault.code, msg: fault.message, data: {} });
    const body = (await c.req.json().catch(() => ({}))) as Record<string, unknown>;
    return Response.json(long.endpoint(body, c.req.header('host') ?? ''));
  });
  servePage(app, {
    world,
    people,
    actions,
    documents,
    stream,
    faults,
    redeliverLast,
    dropConnections: long.drop,
    revokeTokens: tokens.revoke,
    menu: options.menu ?? MENU,
  });
  app.notFound((c) => options.otherwise?.(c.req.raw) ?? new Response('404 page not found', { status: 404 }));

  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  long.attach(server);
  const host = options.host ?? '127.0.0.1';
  const port = await listen(server, options.port ?? 0, host);
  const following = dataFile?.follow(world);
  delivery.resume();
  const url = `http://${host}:${port}`;
  origin = url;

  return {
    url,
    port,
    chatPageUrl: `${url}/`,
    verificationToken,
    async close() {
      delivery.close();
      stream.close();
      long.close();
      following?.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
    verifyUrl: () => webhook?.verifyUrl() ?? Promise.resolve('events are delivered over the long connection'),
    faults: {
      onCall: faults.onCall,
      redeliverLast,
      duplicateEvents: faults.duplicateEvents,
      swapNextEvents: faults.swapNextEvents,
      splitFrames: faults.splitFrames,
      dropConnections: long.drop,
      revokeTokens: (how = 'expired') => tokens.revoke(how),
      clear: faults.clear,
    },
    bot: { name: world.data.bot.name, openId: world.data.bot.openId },
    people: () => world.data.people,
    chats: () => world.data.chats,
    chatOf(nameOrId) {
      const person = world.data.people.find((one) => one.name === nameOrId || one.id === nameOrId);
      const chat = world.data.chats.find((one) =>
        person === undefined ? one.name === nameOrId || one.id === nameOrId : one.person === person.id,
      );
      if (chat === undefined) throw new Error(`The local Feishu has no chat or person "${nameOrId}".`);
      return chat;
    },
    messages: (chat) => world.messagesOf(chat).map((message) => shownToPage(world, message)),
    say: (chat, said) => shownToPage(world, people.say(chat, said)),
    sendFile: (chat, as, file) => shownToPage(world, people.sendFile(chat, as, file)),
    forward: (chat, as, messages) => shownToPage(world, people.forward(chat, as, messages)),
    recall: (message, as) => void people.recall(message, as),
    enter: people.enter,
    choose: people.choose,
    createGroup: people.createGroup,
    press: actions.press,
    documents,
    fileBytes: (key) => world.bytes.get(key),
    calls: () => calls,
    attempts: () => delivery.attempts,
    events: () => delivery.sent,
    connections: long.count,
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? `port ${port} is taken; set another one` : error.message;
      reject(new Error(`The local Feishu cannot listen on ${host}:${port}: ${why}`, { cause: error }));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
