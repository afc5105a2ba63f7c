// Wires the house together and runs it: settings → rooms → the line. The only place that knows all of them.
import { randomUUID } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { createAnswerPress } from './answer-press.ts';
import { loadCatalog } from './catalog/load-catalog.ts';
import { loadFormulations } from './catalog/load-formulations.ts';
import { type Config, loadConfig } from './config.ts';
import type { Card } from './conversation/card.ts';
import { decide } from './conversation/decide.ts';
import type { Event } from './conversation/event.ts';
import { readFile } from './documents/read-file.ts';
import { createDraft } from './drafting/draft.ts';
import { figureIn } from './drafting/figure-guard.ts';
import { isMarkedSecret } from './drafting/secrecy.ts';
import { loadBot } from './feishu/bot.ts';
import { renderCards } from './feishu/card.ts';
import { createCardKit } from './feishu/card-kit.ts';
import { createCardWriter } from './feishu/card-writer.ts';
import { createClient } from './feishu/client.ts';
import { createCloudDocuments } from './feishu/cloud-document.ts';
import { createLongConnection } from './feishu/connect.ts';
import { decode } from './feishu/decode.ts';
import { createFetchMessage } from './feishu/fetch-message.ts';
import { createOpenChat } from './feishu/open-chat.ts';
import { createSender } from './feishu/send.ts';
import { createVerify } from './feishu/verify.ts';
import { createWebhook } from './feishu/webhook.ts';
import { createFetch } from './fetch.ts';
import { createApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import { createRunJob } from './jobs.ts';
import { createLog, describeError, type Log } from './log.ts';
import { createMakeFile } from './make-file.ts';
import { createMetrics } from './metrics.ts';
import { createModel } from './model/client.ts';
import { createOwnChat } from './own-chat.ts';
import { createPerform } from './perform.ts';
import { createReadEvent } from './read.ts';
import { readFileText } from './reading/file.ts';
import { readFields } from './reading/read-field.ts';
import { createReader } from './reading/reader.ts';
import { createReceive } from './receive.ts';
import { createAudit } from './report/audit/audit.ts';
import { createSandbox } from './sandbox/index.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';
import { createTurn } from './turn.ts';
import { startWork } from './work.ts';

const prompts = resolve(import.meta.dirname, '../prompts');
/** How long a stop waits for what is running; what is cut off goes on at the next start. */
const GRACE_MS = 8000;

export interface Bot {
  /** The bot's HTTP routes, for whoever listens in its stead. */
  fetch: (request: Request) => Response | Promise<Response>;
  store: Store;
  stop(): Promise<void>;
}

type Connected = Config & { feishu: NonNullable<Config['feishu']> };

/** Everything but the port: connected to Feishu, working on what waits. Rejects with what to do next. */
export async function startBot(config: Connected, log: Log): Promise<Bot> {
  const { outlines, phrasebooks, styles } = loadCatalog(join(prompts, 'outlines'));
  const audit = createAudit(loadFormulations(join(prompts, 'formulations.yaml')));
  const store = await openStore(config.storageUrl, { log });
  const metrics = createMetrics(() => store.counts());
  const { observe } = metrics.model;
  const model = config.llm && createModel({ ...config.llm, prompts, log, guard: figureIn, observe });
  const now = Date.now;
  try {
    const client = createClient(config.feishu, log);
    const bot = await loadBot(client, log);
    const writer = createCardWriter(client, now);
    const sender = createSender(client, log, { writer });
    const cards = model && createCardKit(writer, log);
    const documents = createCloudDocuments({
      client,
      nameOf: sender.nameOf,
      log,
      ...(config.feishu.domain === undefined ? {} : { domain: config.feishu.domain }),
    });
    const identity = { appId: config.feishu.appId, botOpenId: bot.openId };
    const answerPress = createAnswerPress({ renderCard: firstPage, log });
    const receive = createReceive({
      decode: (raw) => decode(raw, identity, now()),
      store,
      log,
      now,
      answerPress,
      ownChat: createOwnChat({ store, openChat: createOpenChat(client), log }),
      count: (outcome) => metrics.received.inc({ outcome }),
    });
    const perform = createPerform({
      sender,
      ...(cards ? { cards } : {}),
      documents,
      store,
      makeFile: createMakeFile({ store }),
      now,
      log,
      count: (type, outcome) => metrics.effects.inc({ type, outcome }),
    });
    const read = createReader({ ...(model ? { model } : {}), log });
    const takeTurn = createTurn({
      audit,
      store,
      read: createReadEvent({
        read,
        readFile: readFileText,
        readFields,
        catalog: outlines,
        now,
        count: (by) => metrics.readings.inc({ by }),
      }),
      fetch: createFetch({
        fetchMessage: createFetchMessage(client, sender.nameOf),
        readFile,
        isSecret: isMarkedSecret,
        log,
      }),
      decide,
      perform,
      catalog: outlines,
      now,
      newAttempt: randomUUID,
      nameOf: sender.nameOf,
      streams: model !== undefined,
      ...(config.allowed ? { allowed: config.allowed } : {}),
      givePress: answerPress.give,
      log,
    });
    const draft = createDraft({ ...(model ? { model } : {}), phrasebooks, styles, log });
    const worker = await startWork({
      store,
      takeTurn,
      runJob: createRunJob({ store, draft, ...(cards ? { cards } : {}), now, log }),
      apologise: (event) => apologise(event, sender.sendText, log),
      log,
      // A whole report is about ten jobs that only wait for the model; LLM_CONCURRENCY bounds what it is asked at once.
      concurrency: { conversations: 16, jobs: 32 },
      observe: (type, seconds) => metrics.turns.observe({ type }, seconds),
      countSetAside: (kind) => metrics.setAside.inc({ kind }),
    });

    const webhook = config.transport === 'webhook';
    const connection = webhook ? undefined : createLongConnection(config.feishu, log);
    const app = createApp({
      ...(webhook ? { webhook: createWebhook({ verify: createVerify(config.feishu), receive, log }) } : {}),
      health: () => ({ alive: true }),
      ready: async () => ({ ready: connection?.connected() ?? true, waiting: await store.counts() }),
      metrics,
      log,
    });
    await connection?.start(receive);
    log.info({ bot: bot.name, transport: config.transport, model: config.llm?.model ?? 'phrasebook' }, 'ready');
    return {
      fetch: app.fetch,
      store,
      async stop() {
        // Nothing new comes in, what runs ends, and only then the ground is taken away.
        await connection?.stop();
        await worker.stop(GRACE_MS);
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** What follows on further cards comes with the update that is sent in any case. */
function firstPage(card: Card): object {
  return renderCards(card)[0] ?? {};
}

/** Tells the people in the chat that one of their messages could not be taken. Its uuid is its own, so it is said once. */
async function apologise(
  event: Event,
  sendText: (to: { chat: string }, text: string, uuid: string) => Promise<unknown>,
  log: Log,
): Promise<void> {
  if (event.type !== 'message_received' && event.type !== 'card_submitted') return;
  const text = '刚才那条我没有处理成，原话已经存好并通知了管理员。请换个说法再发一次，其他内容都在。';
  await sendText({ chat: event.chat.id }, text, `${event.id}:sorry`).catch((error: unknown) =>
    log.error({ event: event.id, error: describeError(error) }, 'could not say that an event was set aside'),
  );
}

interface Running {
  /** Where a person can go: the chat page, or the health page of a bot connected to Feishu. */
  address: string;
  bot: Bot;
  stop(): Promise<void>;
}

/** With Feishu settings: the bot alone on PORT. Without: the local Feishu on PORT, with the bot in it. */
export async function start(config: Config, log: Log): Promise<Running> {
  if (config.feishu) {
    const bot = await startBot({ ...config, feishu: config.feishu }, log);
    const server = await listen(bot.fetch, config.port);
    const stop = async () => {
      await server.close();
      await bot.stop();
    };
    return { address: `http://127.0.0.1:${server.port}/healthz`, bot, stop };
  }
  const app = { id: 'cli_10ca1fe15c0010ca', secret: 'local-feishu-only' };
  const encryptKey = 'local-feishu-only';
  let bot: Bot | undefined;
  const sandbox = await createSandbox({
    app,
    port: config.port,
    encryptKey,
    dataFile: join(dataFolder(config.storageUrl), 'local-feishu.json'),
    delivery:
      config.transport === 'webhook'
        ? { type: 'webhook', url: `http://127.0.0.1:${config.port}/feishu/webhook` }
        : { type: 'long_connection' },
    otherwise: (request) => bot?.fetch(request) ?? new Response('starting', { status: 503 }),
  });
  try {
    const feishu = { appId: app.id, appSecret: app.secret, domain: sandbox.url, encryptKey };
    bot = await startBot({ ...config, feishu }, log);
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  const running = bot;
  const stop = async () => {
    await running.stop();
    await sandbox.close();
  };
  return { address: sandbox.chatPageUrl, bot, stop };
}

/** The local Feishu keeps its chats beside the bot's own file, so that both survive or vanish together. */
function dataFolder(storageUrl: string): string {
  const file = /^sqlite:(?!:memory:)(.+)$/.exec(storageUrl)?.[1];
  return file === undefined ? './data' : dirname(file);
}

async function main(): Promise<void> {
  try {
    const config = loadConfig();
    const secrets = [config.feishu?.appSecret, config.feishu?.encryptKey, config.llm?.apiKey].filter(
      (one) => one !== undefined,
    );
    const running = await start(config, createLog(config.logLevel, secrets));
    console.log(
      config.feishu
        ? `Zhibi is connected to Feishu; health at ${running.address}`
        : `Zhibi is ready: ${running.address}`,
    );
    let stopping = false;
    const stop = () => {
      if (stopping) process.exit(1);
      stopping = true;
      void running.stop().then(() => process.exit(0));
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

if (import.meta.main) await main();
