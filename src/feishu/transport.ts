// Carries the SDK's requests by fetch: every request ends in time, and every failure leaves as a ServiceError without secrets.
// (The SDK's own axios instance has no timeout, and its errors carry headers and the app secret.)
import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { classify, unreachable } from './failure.ts';
import { isRecord, type JsonObject, parseRecord } from './json.ts';

interface Options {
  timeoutMs?: number;
  uploadTimeoutMs?: number;
  downloadTimeoutMs?: number;
  /** Cut out of every error, beside the access token in use. */
  secrets: string[];
  /** Refusals are returned as they are, for the long connection's endpoint: the SDK itself tells its codes apart. */
  returnRefusals?: boolean;
}

type Request = HttpRequestOptions<unknown>;

/** Of a file somebody sent: no document of an office is larger, and it is held in memory whole. */
export const maxDownloadBytes = 20 * 1024 * 1024;

export function createTransport({
  secrets,
  timeoutMs = 15_000,
  uploadTimeoutMs = 60_000,
  downloadTimeoutMs = 60_000,
  returnRefusals = false,
}: Options) {
  async function request(options: Request): Promise<JsonObject> {
    const method = (options.method ?? 'GET').toUpperCase();
    const url = withQuery(options.url ?? '', options.params);
    const name = `${method} ${url.pathname}`;
    const upload = headerOf(options, 'content-type').startsWith('multipart/');
    const download = options.responseType === 'arraybuffer';
    const patienceMs = upload ? uploadTimeoutMs : download ? downloadTimeoutMs : (options.timeout ?? timeoutMs);
    let response: Response;
    let text: string;
    try {
      response = await fetch(url, {
        method,
        headers: requestHeaders(options, upload),
        ...(method === 'GET' ? {} : { body: upload ? formData(options.data) : JSON.stringify(options.data ?? {}) }),
        signal: AbortSignal.timeout(patienceMs),
        redirect: 'error',
      });
      // A refusal of a download comes as JSON, with the status of a refusal or as an answer with a code.
      if (download && response.ok && !isJson(response)) return { bytes: await readBytes(response) };
      text = await response.text();
    } catch (error) {
      throw unreachable(name, url.host, reasonOf(error));
    }
    const body = parseRecord(text);
    // A file may itself be JSON, and then has no code of the platform's.
    if (download && response.ok && typeof body?.code !== 'number') return { bytes: Buffer.from(text) };
    const refused = !response.ok || body === undefined || (body.code !== undefined && body.code !== 0);
    // The SDK destructures `data` before it looks at the code.
    if (returnRefusals && typeof body?.code === 'number') return { data: {}, ...body };
    if (!refused) return body;
    throw classify({
      status: response.status,
      body,
      header: (key) => response.headers.get(key),
      request: name,
      secrets: [...secrets, tokenOf(options)],
    });
  }

  const send =
    (method: string) =>
    (url: string, options: Request = {}) =>
      request({ ...options, url, method });
  const sendData =
    (method: string) =>
    (url: string, data?: unknown, options: Request = {}) =>
      request({ ...options, url, method, data });
  // The SDK's interface promises any type to its caller; what arrives is the JSON body.
  return {
    request,
    get: send('GET'),
    delete: send('DELETE'),
    head: send('HEAD'),
    options: send('OPTIONS'),
    post: sendData('POST'),
    put: sendData('PUT'),
    patch: sendData('PATCH'),
  } as HttpInstance;
}

const isJson = (response: Response): boolean => (response.headers.get('content-type') ?? '').includes('json');

/** Undefined when it is larger than we take; the rest is never fetched. */
async function readBytes(response: Response): Promise<Uint8Array | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > maxDownloadBytes) {
    await response.body?.cancel();
    return undefined;
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    // Leaving the loop cancels the stream.
    if (size > maxDownloadBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function withQuery(address: string, params: Request['params']): URL {
  const url = new URL(address);
  for (const [key, value] of Object.entries(params ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) url.searchParams.append(key, String(item));
    }
  }
  return url;
}

function requestHeaders(options: Request, upload: boolean): Headers {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
  for (const [key, value] of Object.entries(options.headers ?? {})) {
    if (value !== undefined) headers.set(key, String(value));
  }
  // fetch writes it itself, with the boundary.
  if (upload) headers.delete('content-type');
  return headers;
}

function headerOf(options: Request, name: string): string {
  const found = Object.entries(options.headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found === undefined ? '' : String(found[1]).toLowerCase();
}

function formData(data: unknown): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(isRecord(data) ? data : {})) {
    // The visible name goes in the field file_name; a part's own file name is best left ASCII.
    if (value instanceof Uint8Array) form.append(key, new Blob([new Uint8Array(value)]), 'upload.bin');
    else if (value !== undefined) form.append(key, String(value));
  }
  return form;
}

function tokenOf(options: Request): string {
  return String(options.headers?.Authorization ?? '').replace(/^Bearer /, '');
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  if (error.name === 'TimeoutError') return 'timed out';
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return code || cause.message.slice(0, 200);
}
