// The long connection: hands whole envelopes to `receive` and acknowledges what it made durable. Decides nothing.
import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import { ServiceError } from '../errors.ts';
import { describeError, type Log } from '../log.ts';
import { type AppSettings, baseAddress, sdkLogger } from './client.ts';
import type { Connection, Receive } from './port.ts';
import { createEndpointTransport } from './ws-endpoint.ts';

interface Options {
  /** How long start() waits for the first connection. */
  startTimeoutMs?: number;
  /** How long stop() waits for events that are being made durable. */
  stopTimeoutMs?: number;
  /** Between attempts where the SDK itself gives up. */
  restartDelayMs?: number;
  /** Between attempts to learn where to connect. */
  endpointDelaysMs?: number[];
}

/**
 * Gets events before the SDK flattens them: `register` would hand over header and event mixed into one object (a card
 * action's token over the header's), and answer unknown types with a sentence as if it were a card.
 */
class EnvelopeDispatcher extends EventDispatcher {
  readonly #take: (envelope: unknown) => Promise<unknown>;

  constructor(take: (envelope: unknown) => Promise<unknown>, log: Log) {
    super({ logger: sdkLogger(log, 'warn'), loggerLevel: LoggerLevel.warn });
    this.#take = take;
  }

  override invoke(envelope: unknown): Promise<unknown> {
    return this.#take(envelope);
  }
}

export function createLongConnection(settings: AppSettings, log: Log, options: Options = {}): Connection {
  const { startTimeoutMs = 60_000, stopTimeoutMs = 3000, restartDelayMs = 30_000 } = options;
  const domain = baseAddress(settings.domain);
  const running = new Set<Promise<unknown>>();
  let client: WSClient | undefined;
  let endpoint: ReturnType<typeof createEndpointTransport> | undefined;
  let restart: NodeJS.Timeout | undefined;
  let stopping = false;
  let giveUpStarting: ((error: ServiceError) => void) | undefined;

  async function start(receive: Receive): Promise<void> {
    if (!/^cli_[0-9a-fA-F]{16}$/.test(settings.appId)) {
      // The SDK would return without a word and never connect.
      throw new ServiceError(
        'bad_config',
        'FEISHU_APP_ID must be cli_ and 16 hex digits: copy it from 开发者后台 → 凭证与基础信息',
      );
    }
    stopping = false;
    const dispatcher = new EnvelopeDispatcher((envelope) => take(envelope, receive), log);
    const first = Promise.withResolvers<void>();
    giveUpStarting = first.reject;
    const asking = createEndpointTransport([settings.appSecret], options.endpointDelaysMs);
    endpoint = asking;
    let everConnected = false;

    const timer = setTimeout(() => {
      const why =
        asking.lastFailure()?.message ?? 'the connection does not open: check the network, the proxy and FEISHU_DOMAIN';
      first.reject(
        new ServiceError('feishu_unavailable', `No long connection within ${startTimeoutMs / 1000} s: ${why}`),
      );
    }, startTimeoutMs);

    const connectedNow = () => {
      everConnected = true;
      log.info({}, 'long connection is up');
      first.resolve();
    };

    /** The SDK has given up for good; a bot must not stay deaf. */
    const gaveUp = (error: Error) => {
      const refusal = asking.lastFailure();
      if (!everConnected && refusal?.code === 'feishu_denied') {
        first.reject(refusal);
        return;
      }
      log.error({ error: refusal?.message ?? error.message, againInMs: restartDelayMs }, 'long connection failed');
      restart = setTimeout(() => !stopping && client?.start({ eventDispatcher: dispatcher }), restartDelayMs);
    };

    const ws = new WSClient({
      appId: settings.appId,
      appSecret: settings.appSecret,
      domain,
      httpInstance: asking.transport,
      logger: sdkLogger(log, 'warn'),
      loggerLevel: LoggerLevel.warn,
      handshakeTimeoutMs: 15_000,
      wsConfig: { pingTimeout: 30 },
      onReady: connectedNow,
      onReconnected: connectedNow,
      onReconnecting: () => log.warn({}, 'long connection lost; connecting again'),
      onError: gaveUp,
    });
    client = ws;
    try {
      await Promise.all([first.promise, ws.start({ eventDispatcher: dispatcher })]);
    } catch (error) {
      close();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Rejecting means no acknowledgement: the platform delivers the event again. */
  async function take(envelope: unknown, receive: Receive): Promise<unknown> {
    if (stopping) throw new Error('stopping');
    const work = receive(envelope);
    running.add(work);
    try {
      return await work;
    } catch (error) {
      log.error({ error: describeError(error) }, 'event not taken; Feishu delivers it again');
      throw error;
    } finally {
      running.delete(work);
    }
  }

  function close(): void {
    stopping = true;
    giveUpStarting?.(new ServiceError('feishu_unavailable', 'The long connection was stopped before it opened'));
    clearTimeout(restart);
    endpoint?.stop();
    client?.close();
    client = undefined;
  }

  return {
    start,
    async stop() {
      stopping = true;
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise((resolve) => {
        timer = setTimeout(resolve, stopTimeoutMs);
      });
      // Their acknowledgements need the open socket; one turn of the loop lets them out.
      await Promise.race([Promise.allSettled(running), enough]);
      clearTimeout(timer);
      await new Promise(setImmediate);
      close();
    },
    connected: () => client?.getConnectionStatus().state === 'connected',
  };
}
