// The chat page's static files and the few library files it needs. Must never serve a path outside the page folder and the whitelist.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = new URL('./page/', import.meta.url);

/** What the page may import, by the name it asks for. */
const VENDOR = new Map([
  ['preact.mjs', () => import.meta.resolve('preact')],
  ['preact-hooks.mjs', () => import.meta.resolve('preact/hooks')],
  ['htm.mjs', () => import.meta.resolve('htm')],
  ['marked.mjs', () => import.meta.resolve('marked')],
  ['noto-sans-sc.css', () => import.meta.resolve('@fontsource-variable/noto-sans-sc/index.css')],
]);
const FONT = /^files\/[a-z0-9-]+\.woff2$/;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const notFound = (): Response => new Response('404 page not found', { status: 404 });

async function send(url: URL, cache: string): Promise<Response> {
  const type = TYPES[extname(url.pathname)];
  if (type === undefined) return notFound();
  try {
    const bytes = await readFile(fileURLToPath(url));
    return new Response(Uint8Array.from(bytes), { headers: { 'content-type': type, 'cache-control': cache } });
  } catch {
    return notFound();
  }
}

/** `name` is the path under /page/, as requested and not decoded: each segment must be plain. */
export function pageFile(name: string): Promise<Response> {
  const plain = name.split('/').every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part));
  return plain ? send(new URL(name, PAGE), 'no-cache') : Promise.resolve(notFound());
}

/** `name` is the path under /vendor/; the fonts lie beside their style sheet. */
export function vendorFile(name: string): Promise<Response> {
  const url = FONT.test(name) ? new URL(name, VENDOR.get('noto-sans-sc.css')?.()) : VENDOR.get(name)?.();
  return url === undefined ? Promise.resolve(notFound()) : send(new URL(url), 'public, max-age=86400');
}
