// Decides whether a webhook request really comes from Feishu. Works on the raw bytes; never throws, never logs, never waits.
import { createHash, timingSafeEqual } from 'node:crypto';
import { AESCipher } from '@larksuiteoapi/node-sdk';
import { isRecord, type JsonObject, parseRecord } from './json.ts';

export interface WebhookSettings {
  appId: string;
  encryptKey?: string | undefined;
  verificationToken?: string | undefined;
}

/** Header names in any case. */
export type RequestHeaders = Record<string, string | string[] | undefined>;

export type Verified =
  | { type: 'event'; raw: JsonObject }
  | { type: 'challenge'; challenge: string }
  | { type: 'refused'; status: 400 | 401 | 403; reason: string };

export type Verify = (body: Uint8Array, headers: RequestHeaders) => Verified;

/** Both directions: a clock that runs ahead is as suspicious as an old request. */
const freshnessMs = 5 * 60_000;
/** Beyond this the oldest nonces are forgotten; deduplication by event id still stands behind. */
const maxNonces = 20_000;

export function createVerify(settings: WebhookSettings, now: () => number = Date.now): Verify {
  const cipher = settings.encryptKey ? new AESCipher(settings.encryptKey) : undefined;
  const seenNonce = createNonceCache();

  function verify(body: Uint8Array, headers: RequestHeaders): Verified {
    if (!settings.encryptKey && !settings.verificationToken) {
      return refuse(
        403,
        'set FEISHU_ENCRYPT_KEY (or at least FEISHU_VERIFICATION_TOKEN): nothing else proves the sender',
      );
    }
    const outer = parseBytes(body);
    if (!outer) return refuse(400, 'the body is not a JSON object');
    if (!cipher) {
      if ('encrypt' in outer) {
        return refuse(
          400,
          'the body is encrypted but FEISHU_ENCRYPT_KEY is not set: copy it from 事件与回调 → 加密策略',
        );
      }
      return check(outer);
    }
    if (!('encrypt' in outer)) {
      return refuse(
        400,
        'the body is plain although FEISHU_ENCRYPT_KEY is set: clear it, or set the same key under 加密策略',
      );
    }
    if (typeof outer.encrypt !== 'string') return refuse(400, 'encrypt is not a string');
    return header(headers, 'x-lark-signature') === undefined
      ? checkUnsigned(outer.encrypt, cipher)
      : checkSigned(body, headers, outer.encrypt, cipher);
  }

  /**
   * Only url_verification comes unsigned. Every failure gives the same answer, so that nobody can use it to learn about
   * the plain text (padding oracle); what is signed is decrypted only after its signature was found right.
   */
  function checkUnsigned(encrypted: string, cipher: AESCipher): Verified {
    const unsigned = refuse(
      401,
      'no signature, and no url_verification under FEISHU_ENCRYPT_KEY: compare the key with 加密策略',
    );
    const inner = decrypt(cipher, encrypted);
    if (inner?.type !== 'url_verification') return unsigned;
    const result = check(inner);
    return result.type === 'challenge' ? result : unsigned;
  }

  function checkSigned(body: Uint8Array, headers: RequestHeaders, encrypted: string, cipher: AESCipher): Verified {
    const timestamp = header(headers, 'x-lark-request-timestamp') ?? '';
    const nonce = header(headers, 'x-lark-request-nonce') ?? '';
    const signature = header(headers, 'x-lark-signature') ?? '';
    const expected = createHash('sha256')
      .update(timestamp + nonce + settings.encryptKey)
      .update(body)
      .digest('hex');
    if (!sameSecret(expected, signature)) {
      return refuse(401, 'the signature is wrong: compare FEISHU_ENCRYPT_KEY with 事件与回调 → 加密策略');
    }
    if (!/^\d{1,12}$/.test(timestamp)) return refuse(401, 'the request has no usable timestamp');
    const at = now();
    if (Math.abs(at - Number(timestamp) * 1000) > freshnessMs) {
      return refuse(401, 'the request is older or newer than 5 minutes: check this machine’s clock');
    }
    if (nonce === '') return refuse(401, 'the request has no nonce');
    // Only what carries a right signature is remembered; else anyone could fill the cache.
    if (seenNonce(nonce, at)) return refuse(401, 'this nonce was used before');
    const inner = decrypt(cipher, encrypted);
    return inner ? check(inner) : refuse(400, 'the body cannot be decrypted with FEISHU_ENCRYPT_KEY');
  }

  /** Token, app and kind of a body that is readable by now. */
  function check(body: JsonObject): Verified {
    const head = isRecord(body.header) ? body.header : {};
    const token = body.type === 'url_verification' ? body.token : (head.token ?? body.token);
    if (settings.verificationToken) {
      if (typeof token !== 'string' || !sameSecret(settings.verificationToken, token)) {
        return refuse(401, 'the token is not FEISHU_VERIFICATION_TOKEN: compare it with 事件与回调 → 加密策略');
      }
    }
    if (body.type === 'url_verification') {
      return typeof body.challenge === 'string' && body.challenge !== ''
        ? { type: 'challenge', challenge: body.challenge }
        : refuse(400, 'url_verification without a challenge');
    }
    if (!isRecord(body.header) && !isRecord(body.event)) return refuse(400, 'the body is no event: header is missing');
    const appId = head.app_id ?? (isRecord(body.event) ? body.event.app_id : undefined);
    if (typeof appId !== 'string') return refuse(400, 'the event names no app_id');
    if (appId !== settings.appId) {
      return refuse(
        403,
        'the event is of another app: compare FEISHU_APP_ID with 凭证与基础信息, or correct the request URL',
      );
    }
    return { type: 'event', raw: body };
  }

  return (body, headers) => {
    try {
      return verify(body, headers);
    } catch {
      return refuse(400, 'the request cannot be read');
    }
  };
}

function refuse(status: 400 | 401 | 403, reason: string): Verified {
  return { type: 'refused', status, reason };
}

function parseBytes(bytes: Uint8Array): JsonObject | undefined {
  try {
    return parseRecord(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function decrypt(cipher: AESCipher, encrypted: string): JsonObject | undefined {
  try {
    return parseRecord(cipher.decrypt(encrypted));
  } catch {
    return undefined;
  }
}

function header(headers: RequestHeaders, name: string): string | undefined {
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() === name) return Array.isArray(value) ? value[0] : value;
  }
  return undefined;
}

/** Hashed first, so that neither length nor content shows in the time it takes. */
function sameSecret(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}

/** True when the nonce was seen within the window in which its request would still be fresh. */
function createNonceCache(): (nonce: string, at: number) => boolean {
  const seen = new Map<string, number>();
  return (nonce, at) => {
    for (const [old, time] of seen) {
      if (seen.size < maxNonces && at - time <= 2 * freshnessMs) break;
      seen.delete(old);
    }
    const replayed = seen.has(nonce);
    if (!replayed) seen.set(nonce, at);
    return replayed;
  };
}
