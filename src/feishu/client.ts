// The SDK's Client for our settings. Every failure that leaves here is a ServiceError; no secret is in it or in the log.
import { Client, DefaultCache, type Logger, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { ServiceError } from '../errors.ts';
import { describeError, type Log } from '../log.ts';
import { isTokenRefused } from './failure.ts';
import { createTransport } from './transport.ts';

export interface AppSettings {
  appId: string;
  appSecret: string;
  /** Base address of the open platform; default https://open.feishu.cn. */
  domain?: string;
}

export interface FeishuClient {
  appId: string;
  /** Runs one call; a refused access token is fetched anew, once. */
  call<T>(run: (sdk: Client) => Promise<T>): Promise<T>;
}

/** Throws `bad_config` when the settings cannot work at all. */
export function createClient(settings: AppSettings, log: Log, options: { timeoutMs?: number } = {}): FeishuClient {
  if (settings.appId === '' || settings.appSecret === '') {
    throw new ServiceError(
      'bad_config',
      'FEISHU_APP_ID and FEISHU_APP_SECRET are needed: copy both from 凭证与基础信息',
    );
  }
  const cache = createTokenCache();
  const sdk = new Client({
    appId: settings.appId,
    appSecret: settings.appSecret,
    domain: baseAddress(settings.domain),
    httpInstance: createTransport({ ...options, secrets: [settings.appSecret] }),
    cache,
    // Its errors reach us as exceptions as well.
    logger: sdkLogger(log, 'debug'),
    loggerLevel: LoggerLevel.warn,
  });

  async function call<T>(run: (sdk: Client) => Promise<T>): Promise<T> {
    try {
      return await run(sdk);
    } catch (error) {
      if (!isTokenRefused(error)) throw asServiceError(error);
    }
    // The SDK keeps a token to its expiry, also when the platform has withdrawn it before.
    cache.forget();
    return run(sdk).catch((error) => {
      throw asServiceError(error);
    });
  }

  return { appId: settings.appId, call };
}

/** The SDK joins paths to it as it is, so a trailing slash must go. */
export function baseAddress(domain = 'https://open.feishu.cn'): string {
  const url = URL.parse(domain);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new ServiceError(
      'bad_config',
      'FEISHU_DOMAIN is no http(s) address: leave it empty for https://open.feishu.cn',
    );
  }
  return domain.replace(/\/+$/, '');
}

/** Only texts: what else the SDK logs may carry a request with its headers. `level`: of its errors and warnings. */
export function sdkLogger(log: Log, level: 'warn' | 'debug'): Logger {
  const text = (parts: unknown[]): string =>
    parts
      .flat(3)
      .map((part) => (typeof part === 'string' ? part : part instanceof Error ? describeError(part) : ''))
      .filter((part) => part !== '')
      .join(' ')
      .slice(0, 500);
  const at =
    (chosen: 'warn' | 'debug') =>
    (...parts: unknown[]) =>
      log[chosen]({ from: 'feishu sdk' }, text(parts));
  return { error: at(level), warn: at(level), info: at('debug'), debug: at('debug'), trace: at('debug') };
}

/** A cache per client (the SDK's default is shared by the whole process) that can be emptied. */
function createTokenCache() {
  let inner = new DefaultCache();
  const cache: Pick<DefaultCache, 'get' | 'set'> & { forget(): void } = {
    get: (...args) => inner.get(...args),
    set: (...args) => inner.set(...args),
    forget: () => {
      inner = new DefaultCache();
    },
  };
  return cache;
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  // Not as `cause`: what the SDK throws may carry the request.
  const what = error instanceof Error ? error.message.slice(0, 200) : 'unknown error';
  return new ServiceError('feishu_unavailable', `The Feishu SDK failed (${what}); it is tried again`);
}
