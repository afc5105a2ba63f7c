// Settings from the environment or .env, checked together at start: every problem is reported at once, with the setting's name.
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { ServiceError } from './errors.ts';

export interface Config {
  /** Absent: the local Feishu is opened instead. */
  feishu?: {
    appId: string;
    appSecret: string;
    domain: string;
    encryptKey?: string;
    verificationToken?: string;
  };
  transport: 'long-connection' | 'webhook';
  /** Absent: the phrasebook drafts. */
  llm?: {
    baseUrl: string;
    apiKey: string;
    model: string;
    /** Absent: found out. */
    jsonMode?: 'json_schema' | 'json_object' | 'tools' | 'plain';
    /** Per million tokens. */
    prices?: { input: number; cached?: number; output: number };
    concurrency?: number;
    requestsPerHour?: number;
  };
  storageUrl: string;
  /** open_ids of those who may use the bot; absent: everyone. */
  allowed?: string[];
  port: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

const text = z.string().trim().min(1).optional();
const price = z.coerce.number('must be a number: the price of a million tokens').min(0).optional();
const url = z.url({ protocol: /^https?$/, error: 'is no http(s) address, e.g. https://open.feishu.cn' }).optional();

/** An empty setting counts as not set, so that .env.example can be copied as it stands. */
const Environment = z
  .object({
    FEISHU_APP_ID: z
      .string()
      .regex(
        /^cli_[0-9a-fA-F]{16}$/,
        'must look like cli_ and 16 hex digits; copy it from the app’s “Credentials” page',
      )
      .optional(),
    FEISHU_APP_SECRET: text,
    FEISHU_DOMAIN: url,
    FEISHU_TRANSPORT: z.enum(['long-connection', 'webhook'], 'must be long-connection or webhook').optional(),
    FEISHU_ENCRYPT_KEY: text,
    FEISHU_VERIFICATION_TOKEN: text,
    LLM_BASE_URL: url,
    LLM_API_KEY: text,
    LLM_MODEL: text,
    LLM_JSON_MODE: z
      .enum(['json_schema', 'json_object', 'tools', 'plain'], 'must be json_schema, json_object, tools or plain')
      .optional(),
    LLM_PRICE_INPUT: price,
    LLM_PRICE_CACHED: price,
    LLM_PRICE_OUTPUT: price,
    LLM_CONCURRENCY: z.coerce.number('must be a whole number').int().min(1).optional(),
    LLM_REQUESTS_PER_HOUR: z.coerce.number('must be a whole number').int().min(1).optional(),
    STORAGE_URL: z
      .string()
      .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)/, 'must be sqlite:<file> or postgres://…')
      .optional(),
    ACCESS_ALLOW: z
      .string()
      .transform((list) => list.split(/[,，;；\s]+/).filter((id) => id !== ''))
      .refine(
        (ids) => ids.length > 0 && ids.every((id) => /^ou_[0-9a-zA-Z_-]+$/.test(id)),
        'must be open_ids (ou_…) with commas between them; the log names the open_id of whoever is turned away',
      )
      .optional(),
    PORT: z.coerce.number('must be a port number').int().min(0).max(65535).optional(),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
      .optional(),
  })
  .superRefine((env, context) => {
    const needs = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    if (env.FEISHU_APP_ID && !env.FEISHU_APP_SECRET)
      needs('FEISHU_APP_SECRET', 'is needed with FEISHU_APP_ID; copy it from the app’s “Credentials” page');
    if (env.FEISHU_APP_SECRET && !env.FEISHU_APP_ID) needs('FEISHU_APP_ID', 'is needed with FEISHU_APP_SECRET');
    if (
      env.FEISHU_APP_ID &&
      env.FEISHU_TRANSPORT === 'webhook' &&
      !env.FEISHU_ENCRYPT_KEY &&
      !env.FEISHU_VERIFICATION_TOKEN
    )
      needs(
        'FEISHU_ENCRYPT_KEY',
        'is needed for a webhook, else anyone could post events; see “Events & callbacks → Encryption”',
      );
    if ((env.LLM_BASE_URL || env.LLM_API_KEY) && !env.LLM_MODEL)
      needs(
        'LLM_MODEL',
        'is needed when LLM_BASE_URL or LLM_API_KEY is set: the model’s name as the endpoint knows it',
      );
    const { LLM_PRICE_INPUT: input, LLM_PRICE_CACHED: cached, LLM_PRICE_OUTPUT: output } = env;
    if (input === undefined && (output !== undefined || cached !== undefined))
      needs('LLM_PRICE_INPUT', 'is needed with the other prices: what a million tokens of a request cost');
    if (output === undefined && input !== undefined)
      needs('LLM_PRICE_OUTPUT', 'is needed with LLM_PRICE_INPUT: what a million tokens of an answer cost');
  });

/** Throws ServiceError('bad_config') that lists every problem. Never prints a value: it may be a secret. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new ServiceError('bad_config', `These settings need attention (see .env.example):\n${lines.join('\n')}`);
  }
  const e = parsed.data;
  const feishu = e.FEISHU_APP_ID &&
    e.FEISHU_APP_SECRET && {
      appId: e.FEISHU_APP_ID,
      appSecret: e.FEISHU_APP_SECRET,
      domain: (e.FEISHU_DOMAIN ?? 'https://open.feishu.cn').replace(/\/+$/, ''),
      ...(e.FEISHU_ENCRYPT_KEY ? { encryptKey: e.FEISHU_ENCRYPT_KEY } : {}),
      ...(e.FEISHU_VERIFICATION_TOKEN ? { verificationToken: e.FEISHU_VERIFICATION_TOKEN } : {}),
    };
  const llm = (e.LLM_BASE_URL || e.LLM_API_KEY) &&
    e.LLM_MODEL && {
      baseUrl: e.LLM_BASE_URL ?? 'https://api.openai.com/v1',
      apiKey: e.LLM_API_KEY ?? '',
      model: e.LLM_MODEL,
      ...(e.LLM_JSON_MODE ? { jsonMode: e.LLM_JSON_MODE } : {}),
      ...(e.LLM_PRICE_INPUT !== undefined && e.LLM_PRICE_OUTPUT !== undefined
        ? {
            prices: {
              input: e.LLM_PRICE_INPUT,
              ...(e.LLM_PRICE_CACHED === undefined ? {} : { cached: e.LLM_PRICE_CACHED }),
              output: e.LLM_PRICE_OUTPUT,
            },
          }
        : {}),
      ...(e.LLM_CONCURRENCY ? { concurrency: e.LLM_CONCURRENCY } : {}),
      ...(e.LLM_REQUESTS_PER_HOUR ? { requestsPerHour: e.LLM_REQUESTS_PER_HOUR } : {}),
    };
  return {
    ...(feishu ? { feishu } : {}),
    ...(llm ? { llm } : {}),
    transport: e.FEISHU_TRANSPORT ?? 'long-connection',
    ...(e.ACCESS_ALLOW ? { allowed: e.ACCESS_ALLOW } : {}),
    storageUrl: e.STORAGE_URL ?? 'sqlite:./data/zhibi.db',
    port: e.PORT ?? 3000,
    // The local Feishu is for a person at a terminal, who wants to read one address and no log.
    logLevel: e.LOG_LEVEL ?? (feishu ? 'info' : 'warn'),
  };
}

/** The process's environment, with .env beneath it where there is one. */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}
