// A whole office for a test: the local Feishu, the real bot in it through the real SDK, and people who type.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach } from 'vitest';
import type { Config } from '../../src/config.ts';
import { listen } from '../../src/http/listen.ts';
import { silentLog } from '../../src/log.ts';
import { type Bot, startBot } from '../../src/main.ts';
import { createSandbox, type PageMessage, type Sandbox } from '../../src/sandbox/index.ts';

interface Options {
  transport?: Config['transport'];
  storageUrl?: string;
  llm?: Config['llm'];
  /** Names of those who may use the bot; none: everyone. */
  allowed?: string[];
  /** The platform's limits hold, ten operations a second on a card among them. */
  limits?: boolean;
  /** Other people and groups than the four and their one. */
  people?: { name: string; title?: string }[];
  chats?: { name: string; members?: string[] }[];
}

const app = { id: 'cli_0123456789abcdef', secret: 'a-secret-of-the-test' };
const encryptKey = 'an-encrypt-key-of-the-test';
/** A test fails loudly rather than hanging; nothing waits this long when all is well. */
const PATIENCE_MS = 15_000;

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** Before each test of a file: an office in which 王芳 has begun a report (`begin`), and her way of saying something and reading the answer. */
export function officeOfWang(begin = '写2024年党建述职') {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await office.say('王芳', begin);
  });
  afterEach(() => office.close());
  const read = (messages: PageMessage[]): string => messages.map(wordsOf).join('\n');
  return {
    office: () => office,
    say: async (text: string): Promise<string> => read(await office.say('王芳', text)),
    press: async (button: string): Promise<string> => read(await office.press('王芳', button)),
  };
}

export async function openOffice({
  transport = 'long-connection',
  storageUrl,
  llm,
  allowed = [],
  limits = false,
  people,
  chats,
}: Options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'zhibi-office-'));
  const port = await freePort();
  const sandbox: Sandbox = await createSandbox({
    app,
    encryptKey,
    limits,
    ...(people ? { people } : {}),
    ...(chats ? { chats } : {}),
    delivery:
      transport === 'webhook'
        ? { type: 'webhook', url: `http://127.0.0.1:${port}/feishu/webhook` }
        : { type: 'long_connection' },
  });
  const config: Config & { feishu: NonNullable<Config['feishu']> } = {
    feishu: { appId: app.id, appSecret: app.secret, domain: sandbox.url, encryptKey },
    transport,
    storageUrl: storageUrl ?? `sqlite:${join(folder, 'zhibi.db')}`,
    port,
    logLevel: 'silent',
    ...(llm ? { llm } : {}),
    ...(allowed.length > 0 ? { allowed: allowed.map((name) => personOf(sandbox, name)) } : {}),
  };
  let bot: Bot;
  let closeServer: () => Promise<void>;
  let pressed: Awaited<ReturnType<Sandbox['press']>> = {};

  async function startUp(): Promise<void> {
    bot = await startBot(config, silentLog);
    const server = await listen(bot.fetch, port, { hostname: '127.0.0.1' });
    closeServer = () => server.close(0);
    // The SDK reports ready a moment before it listens; what is sent in between waits 15 s for its redelivery.
    await until(() => transport === 'webhook' || sandbox.connections() > 0, 'the bot did not connect');
  }
  async function shutDown(): Promise<void> {
    await closeServer();
    await bot.stop();
  }
  await startUp();

  /** Everything delivered, every turn taken, every job done. */
  async function settle(): Promise<void> {
    let quiet = 0;
    await until(async () => {
      const { entries, jobs } = await bot.store.counts();
      const taken = new Set(sandbox.attempts().map((attempt) => attempt.eventId));
      const delivered = sandbox.events().every((event) => taken.has(event.header.event_id));
      quiet = entries === 0 && jobs === 0 && delivered ? quiet + 1 : 0;
      return quiet === 3;
    }, 'the bot did not come to rest');
  }

  function since(chat: string, count: number): PageMessage[] {
    return sandbox
      .messages(chat)
      .slice(count)
      .filter((message) => message.sender.type === 'app');
  }

  return {
    sandbox,
    settle,
    store: () => bot.store,
    /** Says it in the person's own chat with the bot (or `chat`) and gives what the bot answered. */
    async say(who: string, text: string, chat = sandbox.chatOf(who).id, more: object = {}): Promise<PageMessage[]> {
      const before = sandbox.messages(chat).length;
      const as = personOf(sandbox, who);
      sandbox.say(chat, { as, text, ...more });
      await settle();
      return since(chat, before);
    },
    /** Sends a file to the person's own chat with the bot (or `chat`) and gives what the bot answered. */
    async sendFile(
      who: string,
      name: string,
      bytes: Uint8Array,
      chat = sandbox.chatOf(who).id,
    ): Promise<PageMessage[]> {
      const before = sandbox.messages(chat).length;
      sandbox.sendFile(chat, personOf(sandbox, who), { name, bytes });
      await settle();
      return since(chat, before);
    },
    /** Presses the button with this text on the newest card that has it; `form`: what the form it submits holds. */
    async press(
      who: string,
      text: string,
      chat = sandbox.chatOf(who).id,
      form?: Record<string, unknown>,
    ): Promise<PageMessage[]> {
      const before = sandbox.messages(chat).length;
      const card = sandbox
        .messages(chat)
        .findLast((message) => message.card && JSON.stringify(message.card).includes(text));
      if (!card) throw new Error(`no card with a button “${text}”`);
      const button = buttonOf(card.card, text);
      pressed = await sandbox.press(card.id, {
        as: personOf(sandbox, who),
        tag: 'button',
        ...button,
        ...(form ? { form_value: form } : {}),
      });
      await settle();
      return since(chat, before);
    },
    /** What the last press was answered: the presser's toast, or the client's error. */
    pressed: () => pressed,
    async restart(): Promise<void> {
      await shutDown();
      await startUp();
    },
    /** The bytes of the newest file the bot sent to the chat. */
    newestFile(chat: string): { name: string; bytes: Uint8Array } {
      const message = sandbox.messages(chat).findLast((one) => one.file && one.sender.type === 'app');
      const bytes = message?.file && sandbox.fileBytes(message.file.key);
      if (!message?.file || !bytes) throw new Error('the bot sent no file');
      return { name: message.file.name, bytes };
    },
    async close(): Promise<void> {
      await shutDown();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What one would read of a message: its text, or all words of its card. */
export function wordsOf(message: PageMessage): string {
  if (message.text !== undefined) return message.text;
  if (message.file) return message.file.name;
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (value && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) {
        if (key === 'content' && typeof one === 'string') words.push(one);
        else walk(one);
      }
  };
  walk(message.card);
  return words.join('\n');
}

export async function until(done: () => boolean | Promise<boolean>, otherwise: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(otherwise);
    await pause(5);
  }
}

export function personOf(sandbox: Sandbox, name: string): string {
  const person = sandbox.people().find((one) => one.name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  return person.id;
}

function buttonOf(card: unknown, text: string): { value: Record<string, unknown>; name?: string } {
  let found: { value: Record<string, unknown>; name?: string } | undefined;
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (value && typeof value === 'object') {
      const element = value as Record<string, unknown> & {
        text?: { content?: string };
        behaviors?: { value?: Record<string, unknown> }[];
      };
      if (element.tag === 'button' && element.text?.content === text) {
        const carried = element.behaviors?.[0]?.value ?? (element.value as Record<string, unknown> | undefined) ?? {};
        found = { value: carried, ...(typeof element.name === 'string' ? { name: element.name } : {}) };
      } else for (const one of Object.values(element)) walk(one);
    }
  };
  walk(card);
  if (!found) throw new Error(`the card has no button “${text}”`);
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
